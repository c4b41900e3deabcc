from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnconnect_app.domain.xp import AMOUNT, Level, XPType, is_speedy, level

few = settings(max_examples=25, deadline=None)


def test_amounts_are_those_of_the_rules() -> None:
    assert {kind.value: amount for kind, amount in AMOUNT.items()} == {
        "daily_task": 15,
        "weekly_test": 300,
        "study_session": 5,
        "daily_goal": 15,
        "streak": 5,
        "recovery": 25,
        "speed": 10,
        "consistency": 20,
    }


def test_every_type_has_an_amount() -> None:
    assert set(AMOUNT) == set(XPType)


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (0, Level(1, 0, 100)),
        (99, Level(1, 99, 100)),
        (100, Level(2, 0, 100)),
        (315, Level(4, 15, 100)),
    ],
)
def test_level_grows_by_one_each_hundred_xp(total: int, expected: Level) -> None:
    assert level(total) == expected


def test_negative_total_is_a_defect() -> None:
    with pytest.raises(ValueError, match="negative"):
        level(-1)


@few
@given(st.integers(0, 10**9))
def test_level_bar_adds_up_to_the_total(total: int) -> None:
    now = level(total)
    assert 0 <= now.into < now.size
    assert (now.number - 1) * now.size + now.into == total


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(359, False), (360, True), (1200, True), (1799, True), (1800, False), (3600, False)],
)
def test_speed_counts_from_a_tenth_to_under_half_of_an_hour(seconds: int, expected: bool) -> None:
    assert is_speedy(timedelta(seconds=seconds), 60) is expected


def test_task_never_started_is_not_speedy() -> None:
    assert not is_speedy(None, 60)


@few
@given(st.integers(-60, 60))
def test_nothing_is_speedy_without_an_estimate(minutes: int) -> None:
    assert not is_speedy(timedelta(minutes=minutes), 0)
