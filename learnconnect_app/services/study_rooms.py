"""The days of a study plan as its calendar needs them: minutes, rest, absences, busy times, and
the skill plan's tasks of the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session, col, or_, select

from learnconnect_app.domain.shared_days import Away, SharedDays
from learnconnect_app.domain.study_day_orders import Room
from learnconnect_app.models import (
    Absence,
    BusyTime,
    DailyTask,
    PersonalizedPlan,
    StudyPlan,
    User,
    WeeklyPlan,
)
from learnconnect_app.services.shared_days import shared_days

TASK_HISTORY = 42
"""Days of the skill plan's past that are shown."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """What each day of a plan has room for."""

    plan: StudyPlan
    today: date
    shared: SharedDays
    absences: Sequence[Absence]
    busy_times: Sequence[BusyTime]
    tasks: Mapping[date, DailyTask]
    """The skill plan's task of a day: those done, and the open one."""

    def on(self, day: date, *, earliest: int = 0) -> Room:
        mark = self.mark(day)
        return Room(
            day,
            minutes=0 if mark == "exam" else self.shared.minutes_on(day),
            mark="past" if day < self.today else mark,
            busy=tuple(self.shared.busy_on(day)),
            preferred_hours=tuple(self.plan.preferred_hours),
            earliest=earliest,
        )

    def mark(self, day: date) -> str:
        """exam, vacation, illness, paused, rest or empty: the first that holds."""
        if self.plan.exam_day and day >= self.plan.exam_day:
            return "exam"
        if absence := self.absence_on(day):
            return absence
        if self.plan.status == "paused" and day >= self.today:
            return "paused"
        return "rest" if day.weekday() in self.plan.rest_weekdays else ""

    def absence_on(self, day: date) -> str:
        """vacation, illness or empty."""
        kinds = (each.kind for each in self.absences if self._is_away(each, day))
        return next(kinds, "")

    def _is_away(self, absence: Absence, day: date) -> bool:
        away = Away(absence.from_day, absence.until_day)
        return away.first <= day < away.planned_until(self.today)

    def busy_on(self, day: date) -> list[BusyTime]:
        return [
            each
            for each in self.busy_times
            if (each.day == day if each.day else each.weekday == day.weekday())
        ]


def rooms_of(session: Session, plan: StudyPlan, user: User, today: date) -> Rooms:
    """Six queries, whatever the length of the plan."""
    days = (plan.exam_day - today).days if plan.exam_day else 0
    absences = select(Absence).where(Absence.user_id == user.id).order_by(col(Absence.from_day))
    busy_times = (
        select(BusyTime)
        .where(BusyTime.user_id == user.id)
        .order_by(col(BusyTime.weekday), col(BusyTime.day), col(BusyTime.start_minute))
    )
    return Rooms(
        plan,
        today,
        shared_days(session, plan, user, today, days),
        session.exec(absences).all(),
        session.exec(busy_times).all(),
        _tasks_by_day(session, user, today),
    )


def _tasks_by_day(session: Session, user: User, today: date) -> dict[date, DailyTask]:
    """Those done on their day, and the open one on the day it is for; of locked ones nothing."""
    tasks = session.exec(
        select(DailyTask)
        .join(WeeklyPlan, col(WeeklyPlan.id) == DailyTask.weekly_plan_id)
        .join(PersonalizedPlan, col(PersonalizedPlan.id) == WeeklyPlan.plan_id)
        .where(
            PersonalizedPlan.user_id == user.id,
            PersonalizedPlan.status == "active",
            or_(
                col(DailyTask.status) == "unlocked",
                col(DailyTask.completed_day) >= today - timedelta(TASK_HISTORY),
            ),
        )
        .order_by(col(WeeklyPlan.week_number), col(DailyTask.day_number))
    )
    found = {}
    for task in tasks:
        day = task.completed_day or max(today, task.due_day or today)
        found[day] = task
    return found
