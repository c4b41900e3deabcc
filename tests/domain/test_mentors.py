"""What can be shown to others, for how long, and what a stranger's mail may carry."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.mentor_views import SharedMinutes, SharedProgress
from learnconnect_app.domain.mentors import (
    CHOSEN_AT_FIRST,
    DAYS,
    PARTS,
    checked_days,
    checked_label,
    checked_parts,
    hour_of,
    link_state,
    mentorship_state,
    name_in_mail,
)
from learnconnect_app.domain.progress_views import Told

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
LATER, BEFORE = NOW + timedelta(days=1), NOW - timedelta(days=1)


def test_notes_are_never_chosen_beforehand() -> None:
    assert set(PARTS) - set(CHOSEN_AT_FIRST) == {"notes"}


def test_parts_come_in_their_order_and_once() -> None:
    assert checked_parts(["notes", "plan", "plan"]) == ["plan", "notes"]


@pytest.mark.parametrize("parts", [[], ["email"], ["plan", "birth_year"]])
def test_nothing_else_can_be_shown(parts: list[str]) -> None:
    with pytest.raises(DomainError) as refused:
        checked_parts(parts)
    assert (refused.value.code, refused.value.field) == ("share_nothing", "shows")


def test_a_label_says_for_whom() -> None:
    assert checked_label("  Anne \n ") == "Anne"
    for wrong in ("", "   ", "x" * 61):
        with pytest.raises(DomainError, match="share_label"):
            checked_label(wrong)


def test_a_link_lives_for_a_week_a_month_or_a_quarter() -> None:
    assert [checked_days(days).days for days in DAYS] == [7, 30, 90]
    for wrong in (0, 1, 365, -7):
        with pytest.raises(DomainError, match="share_days"):
            checked_days(wrong)


@pytest.mark.parametrize("name", ["Ayşe Işık", "Jean-Luc d’Arc", "İrem", "Ali Can Öz Demir"])
def test_a_name_of_letters_may_stand_in_a_mail(name: str) -> None:
    assert name_in_mail(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "Win 1000 at evil.example",
        "https://evil.example",
        "Call 555",
        "a@evil.example",
        "one two three four five",
        "x" * 41,
        "Ali\nBcc",
        "",
    ],
)
def test_what_is_more_than_a_name_may_not(name: str) -> None:
    assert name_in_mail(name) == ""


def test_a_visitor_is_noted_once_an_hour() -> None:
    assert hour_of(NOW) == hour_of(NOW + timedelta(minutes=59))
    assert hour_of(NOW + timedelta(minutes=60)) == hour_of(NOW) + 1


def test_how_links_and_mentors_stand() -> None:
    assert link_state(LATER, None, NOW) == "live"
    assert link_state(NOW, None, NOW) == "expired"
    assert link_state(LATER, BEFORE, NOW) == "revoked"
    assert mentorship_state(None, None, LATER, NOW) == "invited"
    assert mentorship_state(None, None, NOW, NOW) == "expired"
    assert mentorship_state(BEFORE, None, BEFORE, NOW) == "accepted"
    assert mentorship_state(BEFORE, NOW, BEFORE, NOW) == "ended"


def test_of_a_part_that_is_not_shown_there_is_not_even_the_name() -> None:
    shown = SharedProgress("Ayşe", "2026-02-03", "2026-03-02", Told("calm"))
    assert not set(shown.told()) & set(PARTS)
    minutes = SharedMinutes((("2026-03-02", 40),), 40, 1)
    told = SharedProgress("Ayşe", "", "", Told("calm"), minutes=minutes).told()
    assert set(told) & set(PARTS) == {"minutes"}
