"""The days a learner has for a study plan: absences, busy times, and the skill plan beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlmodel import Session, col, or_, select

from learnconnect_app.domain.shared_days import Away, Busy, SharedDays, skill_plan_minutes
from learnconnect_app.models import (
    Absence,
    BusyTime,
    DailyTask,
    PersonalizedPlan,
    StudyPlan,
    User,
    WeeklyPlan,
)


def shared_days(
    session: Session, plan: StudyPlan, user: User, today: date, days: int
) -> SharedDays:
    """What decides the minutes of the plan's next ``days`` days. Three queries."""
    away = session.exec(
        select(Absence).where(
            Absence.user_id == user.id,
            or_(col(Absence.until_day).is_(None), col(Absence.until_day) > today),
        )
    )
    busy = session.exec(select(BusyTime).where(BusyTime.user_id == user.id))
    shared = SharedDays(
        today,
        plan.weekday_minutes,
        plan.rest_weekdays,
        away=[Away(each.from_day, each.until_day) for each in away],
        busy=[Busy(each.start_minute, each.end_minute, each.weekday, each.day) for each in busy],
    )
    return replace(shared, skill_minutes=_skill_minutes(session, user, shared, days))


def _skill_minutes(session: Session, user: User, shared: SharedDays, days: int) -> dict[date, int]:
    tasks = session.exec(
        select(DailyTask)
        .join(WeeklyPlan, col(WeeklyPlan.id) == DailyTask.weekly_plan_id)
        .join(PersonalizedPlan, col(PersonalizedPlan.id) == WeeklyPlan.plan_id)
        .where(
            PersonalizedPlan.user_id == user.id,
            PersonalizedPlan.status == "active",
            or_(
                col(DailyTask.status) != "completed",
                col(DailyTask.completed_day) == shared.today,
            ),
        )
        .order_by(col(WeeklyPlan.week_number), col(DailyTask.day_number))
    ).all()
    waiting = [task for task in tasks if task.status != "completed"]
    return skill_plan_minutes(
        replace(shared, rest_weekdays=user.rest_weekdays),
        open_minutes=[task.minutes for task in waiting],
        due=next((task.due_day for task in waiting if task.status == "unlocked"), None),
        taken=sum(task.minutes for task in tasks if task.status == "completed"),
        days=days,
    )
