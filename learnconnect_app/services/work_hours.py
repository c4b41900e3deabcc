"""At which hours of the day a learner gets things done, by what was finished lately."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Integer, cast, literal, union_all
from sqlalchemy import select as sql_select
from sqlmodel import Session, col

from learnconnect_app.domain.best_hours import minutes_by_hour
from learnconnect_app.models import (
    DailyTask,
    PersonalizedPlan,
    StudySession,
    User,
    WeeklyPlan,
)

REMEMBERED = timedelta(weeks=8)
MOST_MINUTES = 180
"""Of one thing: a clock that was forgotten says nothing of the hours before."""


def minutes_by_hour_of(session: Session, user: User, now: datetime) -> list[float]:
    """By hour of the day on the learner's present clock, 24 numbers. One query."""
    since = now - REMEMBERED
    minutes = cast(col(StudySession.spent_seconds) / 60, Integer)
    sessions = sql_select(
        col(StudySession.ended_at), minutes, col(StudySession.minutes), col(StudySession.percent)
    ).where(
        col(StudySession.user_id) == user.id,
        col(StudySession.ended_at) >= since,
    )
    tasks = (
        sql_select(col(DailyTask.completed_at), literal(0), col(DailyTask.minutes), literal(100))
        .join(WeeklyPlan, col(WeeklyPlan.id) == DailyTask.weekly_plan_id)
        .join(PersonalizedPlan, col(PersonalizedPlan.id) == WeeklyPlan.plan_id)
        .where(
            col(PersonalizedPlan.user_id) == user.id,
            col(DailyTask.completed_at) >= since,
        )
    )
    works = [
        (ended, min(MOST_MINUTES, spent or planned * percent // 100))
        for ended, spent, planned, percent in session.execute(union_all(sessions, tasks))
    ]
    return minutes_by_hour(works, user.timezone)
