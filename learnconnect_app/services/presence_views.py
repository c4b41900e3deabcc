"""How the week and the year look: marks of the days, minutes, the weekly goal, the heat map."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from learnconnect_app.domain.streaks import DayKind, week_strip, year_heat
from learnconnect_app.domain.study_days import week_of
from learnconnect_app.domain.views import HeatCell, WeekDot
from learnconnect_app.services.presence import Presence


def presence_fields(presence: Presence) -> dict[str, Any]:
    """The fields of `home_views.HomeView` that tell of presence, over all plans."""
    week = week_of(presence.today)
    days = [day for day in week if presence.days.get(day) is DayKind.ACTIVE]
    goal = presence.planned.days_of_week(presence.today)
    return {
        "week": _week(presence),
        "week_minutes": sum(presence.minutes.get(day, 0) for day in days),
        "goal_days": goal,
        "goal_done": min(goal, len(days)),
        "is_goal_told": _is_goal_told(presence, goal - len(days)),
        "heat": _heat(presence),
    }


def _is_goal_told(presence: Presence, left: int) -> bool:
    """Not of one that cannot be reached any more, nor of one that no plan set. ``left``: days."""
    planned, today = presence.planned, presence.today
    to_come = [
        day
        for day in week_of(today)
        if day >= today
        and presence.days.get(day) is not DayKind.ACTIVE
        and not (planned.is_rest(day) or planned.is_away(day))
    ]
    return not planned.is_paused(today) and left <= len(to_come)


def _week(presence: Presence) -> tuple[WeekDot, ...]:
    return tuple(
        WeekDot(
            day=day.isoformat(),
            kind=kind or "",
            minutes=presence.minutes.get(day, 0),
            is_today=day == presence.today,
            is_future=day > presence.today,
        )
        for day, kind in week_strip(presence.days, presence.today)
    )


def _heat(presence: Presence) -> tuple[tuple[HeatCell, ...], ...]:
    """The days to come are left out. A day with work shows, however short it was."""
    activity = {day: max(1, minutes) for day, minutes in presence.minutes.items()}
    return tuple(
        tuple(
            _cell(cell.day, cell.level, presence.minutes.get(cell.day, 0)) for cell in week if cell
        )
        for week in year_heat(activity, presence.today)
    )


@lru_cache(maxsize=8192)
def _cell(day: date, level: int, minutes: int) -> HeatCell:
    """Most squares are empty: who looks at a year shares them, instead of 60 kB each."""
    return HeatCell(day.isoformat(), level, minutes)
