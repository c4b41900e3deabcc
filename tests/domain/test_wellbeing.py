"""How a learner has been feeling, and when help is offered."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from learnconnect_app.domain.streaks import DayKind
from learnconnect_app.domain.wellbeing import (
    Trend,
    feelings_by_day,
    is_low,
    of_the_day,
    situation_of,
    trend,
)

TODAY = date(2026, 5, 20)


def lately(*moods: str) -> dict[date, float]:
    """One mood a day, the last one today."""
    days = [TODAY - timedelta(len(moods) - 1 - n) for n in range(len(moods))]
    return feelings_by_day(zip(days, moods, strict=True))


def test_moods_of_a_day_are_averaged_and_unknown_ones_ignored() -> None:
    said = [(TODAY, "excited"), (TODAY, "demotivated"), (TODAY, "purple")]
    assert feelings_by_day(said) == {TODAY: pytest.approx(0.65)}


@pytest.mark.parametrize(
    ("moods", "expected"),
    [
        ((), Trend.UNKNOWN),
        (("tired", "demotivated"), Trend.UNKNOWN),
        (("tired", "tired", "tired"), Trend.HEAVY),
        (("excited", "focused", "demotivated", "tired", "demotivated"), Trend.HEAVY),
        (("focused", "focused", "tired"), Trend.STEADY),
        (("demotivated", "tired", "focused", "focused", "excited"), Trend.LIGHTER),
        (("demotivated", "focused", "focused", "excited"), Trend.STEADY),
    ],
)
def test_trend_follows_the_latest_three_days_with_a_mood(
    moods: tuple[str, ...], expected: Trend
) -> None:
    assert trend(lately(*moods), TODAY) is expected


def test_heavy_days_of_last_month_no_longer_count() -> None:
    old = {TODAY - timedelta(20 + n): 0.3 for n in range(5)}
    assert trend(old, TODAY) is Trend.UNKNOWN


def test_tired_and_demotivated_are_met_with_care() -> None:
    assert [is_low(mood) for mood in ("excited", "focused", "tired", "demotivated", "")] == [
        False,
        False,
        True,
        True,
        False,
    ]


def test_text_stays_all_day_and_changes_the_next() -> None:
    texts = ["a", "b", "c"]
    chosen = [of_the_day(texts, "ada", TODAY + timedelta(n)) for n in range(4)]
    assert chosen[0] == of_the_day(texts, "ada", TODAY)
    assert len(set(chosen[:3])) == 3
    assert chosen[3] == chosen[0]


def test_learners_do_not_all_read_the_same() -> None:
    assert len({of_the_day(list(range(50)), f"learner {n}", TODAY) for n in range(30)}) > 10


def test_nothing_to_choose_from_is_an_error() -> None:
    with pytest.raises(ValueError, match="no texts"):
        of_the_day([], "ada", TODAY)


# ---- what a line of the day speaks to --------------------------------------------------------


def days(*kinds: str) -> dict[date, DayKind]:
    """One kind a day, the last one yesterday."""
    first = TODAY - timedelta(len(kinds))
    return {first + timedelta(n): DayKind(kind) for n, kind in enumerate(kinds)}


@pytest.mark.parametrize(
    ("lived", "to_exam", "situation"),
    [
        (days(), None, "start"),
        (days("active", "active"), None, "start"),
        (days("active", "missed"), None, "missed_day"),
        (days(*["active"] * 3), None, "streak"),
        (days("active", "active", "active", "rest"), None, "streak"),
        (days("active", "active", "active", "missed"), None, "missed_day"),
        (days("active", *["missed"] * 6, "active"), None, "any"),
        (days("active", *["missed"] * 6, "frozen"), None, "any"),
        (days("active", *["missed"] * 6, "active"), 61, "long_way"),
        (days("active", *["missed"] * 6, "active"), 60, "any"),
        (days(*["active"] * 3), 7, "last_days"),
        (days("active", "missed"), 0, "last_days"),
        (days("active", "missed"), -1, "missed_day"),
    ],
)
def test_situation_of_a_day(
    lived: dict[date, DayKind], to_exam: int | None, situation: str
) -> None:
    found = situation_of(lived, TODAY, is_streak_shown=True, days_to_exam=to_exam)
    assert found == situation


def test_streak_that_is_switched_off_is_no_situation() -> None:
    lived = days(*["active"] * 9)
    assert situation_of(lived, TODAY, is_streak_shown=False, days_to_exam=None) == "any"


def test_work_of_the_day_itself_changes_no_situation() -> None:
    for lived in (days("active", "active"), days("active", "missed"), days()):
        before = situation_of(lived, TODAY, is_streak_shown=True, days_to_exam=None)
        worked = lived | {TODAY: DayKind.ACTIVE}
        after = situation_of(worked, TODAY, is_streak_shown=True, days_to_exam=None)
        assert after == before
