"""What a day and a week ask for, and how far they are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.goal_rings import asked_by_plans, check_goals, rings, share

TUESDAY = date(2026, 3, 3)
DAY = timedelta(days=1)
STUDY = (60, 60, 0, 60, 60, 90, 90)


@pytest.mark.parametrize(
    ("study", "rest", "task", "asked"),
    [
        ((), (), 0, (0,) * 7),
        (STUDY, (6,), 0, (60, 60, 0, 60, 60, 90, 0)),
        ((), (), 45, (45, 45, 45, 45, 45, 0, 0)),
        # both share the day
        (STUDY, (6,), 75, (75, 75, 75, 75, 75, 90, 0)),
    ],
)
def test_a_weekday_asks_for_what_the_plans_do(
    study: tuple[int, ...], rest: tuple[int, ...], task: int, asked: tuple[int, ...]
) -> None:
    assert asked_by_plans(study, rest, task, (5, 6)) == asked


@pytest.mark.parametrize(
    ("own_day", "own_week", "is_off", "goals"),
    [
        (None, None, False, (60, 420)),
        (30, None, False, (30, 180)),
        (30, 200, False, (30, 200)),
        (None, 200, True, (0, 200)),
    ],
)
def test_ones_own_goal_comes_before_the_plans(
    own_day: int | None, own_week: int | None, is_off: bool, goals: tuple[int, int]
) -> None:
    found = rings(STUDY, own_day, own_week, today=TUESDAY, minutes={}, is_off=is_off)
    assert (found.day_goal, found.week_goal) == goals


def test_a_ring_is_whole_at_the_goal_and_no_more_than_whole() -> None:
    assert [share(n, 60) for n in (0, 59, 60, 600)] == [0, 98, 100, 100]
    assert share(30, 0) == 0


def test_minutes_of_the_week_are_those_since_monday() -> None:
    minutes = {TUESDAY: 20, TUESDAY - DAY: 40, TUESDAY - 2 * DAY: 500}
    found = rings(STUDY, None, None, today=TUESDAY, minutes=minutes, is_off=False)
    assert (found.day_minutes, found.week_minutes) == (20, 60)
    assert (found.day_percent, found.week_percent) == (33, 14)


@pytest.mark.parametrize(
    ("day", "week", "field"),
    [(4, None, "minutes_a_day"), (961, None, "minutes_a_day"), (None, 6721, "minutes_a_week")],
)
def test_a_goal_out_of_bounds_is_refused_beside_its_field(
    day: int | None, week: int | None, field: str
) -> None:
    with pytest.raises(DomainError, match="goal_minutes") as refused:
        check_goals(day, week)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("own_day", "own_week", "away", "goal"),
    [
        (None, None, 7, 0),
        (None, None, 2, 300),
        (30, None, 2, 150),
        (30, None, 7, 0),
        (None, 200, 7, 200),
    ],
)
def test_days_of_an_absence_ask_nothing_of_the_week(
    own_day: int | None, own_week: int | None, away: int, goal: int
) -> None:
    found = rings(
        (60,) * 7,
        own_day,
        own_week,
        today=TUESDAY,
        minutes={},
        is_off=True,
        away=[TUESDAY + (n - 1) * DAY for n in range(away)],
    )
    assert found.week_goal == goal
