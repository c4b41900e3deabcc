"""Goals of a day and a week in minutes, and the rings that show how far they are.

A learner's own goal comes first. Without one a day asks for what the plans ask of its weekday, and
a week for the sum of that; where both kinds of plan are active the day is the longer one's, since
they share it. A day of rest or of an absence asks for nothing. More than the goal is no more than
the whole ring: nothing invites to overwork.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.study_days import week_of

FEWEST, MOST_A_DAY, MOST_A_WEEK = 5, 960, 6720
Week = tuple[int, ...]
"""Minutes of Monday to Sunday."""
NOTHING: Week = (0,) * 7


@dataclass(frozen=True)
class GoalRings:
    """A goal of 0: nothing is asked."""

    day_minutes: int = 0
    day_goal: int = 0
    day_percent: int = 0
    week_minutes: int = 0
    week_goal: int = 0
    week_percent: int = 0
    own_day: int = 0
    """As the learner has set it; 0: as the plans have it."""
    own_week: int = 0


def asked_by_plans(
    study: Sequence[int],
    study_rest: Collection[int],
    task_minutes: int,
    task_rest: Collection[int],
) -> Week:
    """Minutes of each weekday: of the study plan, or of a day of the skill plan (0: none)."""
    return tuple(
        max(
            study[day] if study and day not in study_rest else 0,
            task_minutes if day not in task_rest else 0,
        )
        for day in range(7)
    )


def rings(
    asked: Week,
    own_day: int | None,
    own_week: int | None,
    *,
    today: date,
    minutes: dict[date, int],
    is_off: bool,
    away: Collection[date] = (),
) -> GoalRings:
    """How today and its week stand. ``is_off``: today is a day of rest or of an absence.
    ``away``: the days of the week that are of an absence."""
    week = week_of(today)
    day_goal = 0 if is_off else own_day or asked[today.weekday()]
    there = [each for day, each in zip(week, asked, strict=True) if day not in away]
    study_days = sum(1 for each in there if each) if any(asked) else len(there)
    week_goal = own_week or (own_day * study_days if own_day else sum(there))
    week_minutes = sum(minutes.get(day, 0) for day in week)
    return GoalRings(
        day_minutes=minutes.get(today, 0),
        day_goal=day_goal,
        day_percent=share(minutes.get(today, 0), day_goal),
        week_minutes=week_minutes,
        week_goal=week_goal,
        week_percent=share(week_minutes, week_goal),
        own_day=own_day or 0,
        own_week=own_week or 0,
    )


def share(count: int, target: int) -> int:
    """Whole percent, rounded down so that 100 is only what is reached; 0 without a target."""
    return min(100, 100 * max(0, count) // target) if target > 0 else 0


def check_goals(own_day: int | None, own_week: int | None) -> None:
    """``DomainError`` goal_minutes with the field that is out of bounds."""
    for field, minutes, most in (
        ("minutes_a_day", own_day, MOST_A_DAY),
        ("minutes_a_week", own_week, MOST_A_WEEK),
    ):
        if minutes is not None and not FEWEST <= minutes <= most:
            raise DomainError("goal_minutes", field, fewest=FEWEST, most=most)
