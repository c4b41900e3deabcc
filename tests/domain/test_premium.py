"""What premium switches on while it lasts, and that nothing of it is left over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from learnconnect_app.domain.looks import USUAL, shown_look
from learnconnect_app.domain.premium import PERKS, extended, most_freezes, perks, shortened
from learnconnect_app.domain.streaks import MOST_FREEZES
from tests.factories import NOW

DAY = timedelta(days=1)
A_MOMENT = timedelta(microseconds=1)


def test_all_perks_are_on_until_the_moment_it_ends() -> None:
    assert perks(NOW + A_MOMENT, NOW) == PERKS
    assert perks(NOW, NOW) == perks(NOW - DAY, NOW) == perks(None, NOW) == frozenset()


def test_there_is_room_for_one_more_freeze_while_it_lasts() -> None:
    assert most_freezes(NOW + DAY, NOW) == MOST_FREEZES + 1
    assert most_freezes(NOW, NOW) == most_freezes(None, NOW) == MOST_FREEZES


def test_days_are_added_to_what_is_left() -> None:
    assert extended(None, 7, NOW) == extended(NOW - DAY, 7, NOW) == NOW + 7 * DAY
    assert extended(NOW + 3 * DAY, 7, NOW) == NOW + 10 * DAY


@pytest.mark.parametrize(("left", "after"), [(10, 3), (7, None), (2, None)])
def test_days_taken_back_end_it_at_most_now(left: int, after: int | None) -> None:
    expected = NOW + after * DAY if after else None
    assert shortened(NOW + left * DAY, 7, NOW) == expected


def test_a_look_is_seen_while_it_is_owned_or_lent() -> None:
    assert shown_look("ocean", is_owned=True, has_all=False) == "ocean"
    assert shown_look("ocean", is_owned=False, has_all=True) == "ocean"
    assert shown_look("ocean", is_owned=False, has_all=False) == USUAL
