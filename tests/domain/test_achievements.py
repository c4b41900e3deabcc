"""Medals as they are declared, and how days and hours are counted for them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from learnconnect_app.domain.achievement_counts import balanced_weeks, days_at, returns
from learnconnect_app.domain.achievements import (
    EARLY,
    GROUPS,
    KEYS,
    LATE,
    MEDALS,
    TIERS,
    Event,
    Fact,
    Medal,
    changed_by,
    medal_of,
    shown,
)
from learnconnect_app.domain.streaks import DayKind

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
ISTANBUL = "Europe/Istanbul"


@pytest.mark.parametrize("medal", MEDALS, ids=KEYS)
def test_each_declaration_is_sound(medal: Medal) -> None:
    assert medal.group in GROUPS
    assert 1 <= len(medal.targets) <= len(TIERS)
    assert list(medal.targets) == sorted(set(medal.targets))
    assert medal.on
    assert len(medal.key) <= 40
    assert all(target % medal.unit == 0 for target in medal.targets)


def test_keys_are_unique_and_every_fact_counts_for_something() -> None:
    assert len(set(KEYS)) == len(KEYS)
    assert {medal.fact for medal in MEDALS} == set(Fact)
    assert {event for medal in MEDALS for event in medal.on} == set(Event)


@pytest.mark.parametrize(
    ("minutes", "tiers"),
    [(599, ()), (600, ("bronze",)), (2999, ("bronze",)), (6000, TIERS), (10**6, TIERS)],
)
def test_a_tier_is_reached_from_its_target_on(minutes: int, tiers: tuple[str, ...]) -> None:
    medal = medal_of("hours")
    assert medal is not None
    assert medal.reached(minutes) == tiers


def test_the_next_tier_is_the_first_that_is_not_held() -> None:
    medal = medal_of("hours")
    assert medal is not None
    assert medal.following(()) == "bronze"
    assert medal.following({"bronze", "gold"}) == "silver"
    assert medal.following(set(TIERS)) is None


def test_no_medal_asks_for_a_night_and_a_late_hour_counts_once() -> None:
    assert EARLY[0] >= 5
    assert LATE[1] <= 23
    owl = medal_of("night_owl")
    assert owl is not None
    assert owl.targets == (1,)


def test_without_streaks_nothing_is_left_of_them() -> None:
    keys = {medal.key for medal in shown(is_streak_shown=False)}
    assert set(KEYS) - keys == {"streak"}


def test_only_what_an_event_can_change_is_looked_at() -> None:
    def keys(event: Event, hour: int = 12, **held: tuple[str, ...]) -> set[str]:
        return {medal.key for medal in changed_by(event, hour, held, is_streak_shown=True)}

    assert "early_bird" not in keys(Event.WORKED)
    assert "early_bird" in keys(Event.WORKED, hour=5)
    assert "early_bird" not in keys(Event.WORKED, hour=8)
    assert keys(Event.BEGUN) == {"first_plan"}
    assert keys(Event.BEGUN, first_plan=("bronze",)) == set()
    assert "hours" in keys(Event.WORKED, hours=("bronze", "silver"))
    assert "hours" not in keys(Event.WORKED, hours=TIERS)


def days(*kinds: str, first: date = MONDAY) -> dict[date, DayKind]:
    """a: active, r: rest, v: vacation, m: missed; from Monday on."""
    named = {
        "a": DayKind.ACTIVE,
        "r": DayKind.REST,
        "v": DayKind.VACATION,
        "m": DayKind.MISSED,
    }
    return {first + n * DAY: named[kind] for n, kind in enumerate("".join(kinds)) if kind in named}


@pytest.mark.parametrize(
    ("week", "count"),
    [
        ("aaammmr", 1),
        ("aarrrrr", 0),
        ("aaaaaaa", 0),
        ("aaav---", 1),
        ("aaaaaam", 0),
        ("aaa---raaa---r", 2),
    ],
)
def test_a_balanced_week_has_study_and_a_day_of_rest(week: str, count: int) -> None:
    assert balanced_weeks(days(week)) == count


@pytest.mark.parametrize(("gap", "count"), [(7, 0), (8, 1), (30, 1)])
def test_coming_back_after_a_week_is_a_return(gap: int, count: int) -> None:
    both = {MONDAY: DayKind.ACTIVE, MONDAY + gap * DAY: DayKind.ACTIVE}
    assert returns(both) == count


@pytest.mark.parametrize(
    ("hour", "minute", "count"), [(4, 59, 0), (5, 0, 1), (7, 59, 1), (8, 0, 0)]
)
def test_a_morning_is_one_on_the_learners_clock(hour: int, minute: int, count: int) -> None:
    at = datetime(2026, 3, 2, hour - 3, minute, tzinfo=UTC)
    assert days_at([at, at + timedelta(seconds=30)], ISTANBUL, EARLY) == count


def test_two_finished_on_one_morning_are_one() -> None:
    six = datetime(2026, 3, 2, 3, tzinfo=UTC)
    moments = [six, six + timedelta(minutes=20), six + DAY]
    assert days_at(moments, ISTANBUL, EARLY) == 2
