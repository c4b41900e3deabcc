"""Reads what medals count, and only what is asked for: at most three queries."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import select as sql_select
from sqlalchemy import union_all
from sqlmodel import Session, col

from learnconnect_app.domain.achievement_counts import balanced_weeks, days_at, returns
from learnconnect_app.domain.achievements import EARLY, LATE, Fact
from learnconnect_app.domain.streaks import DayKind, streak
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import (
    Attempt,
    DailyActivity,
    DailyTask,
    PersonalizedPlan,
    StudySession,
    User,
    WeeklyPlan,
)
from learnconnect_app.services.achievement_counts import COUNTS, WORKED_THROUGH

OF_DAYS = frozenset({Fact.MINUTES, Fact.DAYS, Fact.STREAK, Fact.BALANCED_WEEKS, Fact.RETURNS})
OF_MOMENTS = frozenset({Fact.MORNINGS, Fact.EVENINGS})


def facts_of(
    session: Session, user: User, wanted: Collection[Fact], now: datetime
) -> dict[Fact, int]:
    """The counts that are wanted, as they stand in this transaction."""
    asked = set(wanted)
    facts: dict[Fact, int] = {}
    if asked & OF_DAYS:
        facts |= _of_days(session, user, now)
    if asked & OF_MOMENTS:
        facts |= _of_moments(session, user)
    counted = sorted(asked - OF_DAYS - OF_MOMENTS)
    if counted:
        row = session.execute(sql_select(*(COUNTS[fact](user.id) for fact in counted))).one()
        facts |= {fact: int(count or 0) for fact, count in zip(counted, row, strict=True)}
    return {fact: facts[fact] for fact in asked}


def _of_days(session: Session, user: User, now: datetime) -> dict[Fact, int]:
    columns: tuple[Any, ...] = (DailyActivity.day, DailyActivity.kind, DailyActivity.minutes)
    rows = session.execute(sql_select(*columns).where(col(DailyActivity.user_id) == user.id)).all()
    days: dict[date, DayKind] = {row.day: DayKind(row.kind) for row in rows}
    run = streak(days, study_day(now, user.timezone))
    return {
        Fact.MINUTES: sum(row.minutes for row in rows),
        Fact.DAYS: run.days_total,
        Fact.STREAK: run.longest,
        Fact.BALANCED_WEEKS: balanced_weeks(days),
        Fact.RETURNS: returns(days),
    }


def _of_moments(session: Session, user: User) -> dict[Fact, int]:
    """By the learner's present clock."""
    sessions = sql_select(col(StudySession.ended_at)).where(
        col(StudySession.user_id) == user.id, col(StudySession.status).in_(WORKED_THROUGH)
    )
    tasks = (
        sql_select(col(DailyTask.completed_at))
        .join(WeeklyPlan, col(WeeklyPlan.id) == DailyTask.weekly_plan_id)
        .join(PersonalizedPlan, col(PersonalizedPlan.id) == WeeklyPlan.plan_id)
        .where(col(PersonalizedPlan.user_id) == user.id)
    )
    tests = sql_select(col(Attempt.submitted_at)).where(col(Attempt.user_id) == user.id)
    found = session.execute(union_all(sessions, tasks, tests)).scalars()
    moments = [moment for moment in found if moment is not None]
    return {
        Fact.MORNINGS: days_at(moments, user.timezone, EARLY),
        Fact.EVENINGS: days_at(moments, user.timezone, LATE),
    }
