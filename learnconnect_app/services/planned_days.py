"""Reads on which days something is expected of a learner: both kinds of plan, and absences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Date, Row, Select, literal, null, type_coerce, union_all
from sqlalchemy import select as sql_select
from sqlmodel import Session, col

from learnconnect_app.domain.planned_days import PlanLife, PlannedDays, Span
from learnconnect_app.domain.study_days import ONE_DAY, study_day
from learnconnect_app.models import (
    Absence,
    PersonalizedPlan,
    PlanPause,
    StudyPause,
    StudyPlan,
    User,
)


def planned_days_of(session: Session, user: User) -> PlannedDays:
    """In one query."""
    rows = session.execute(
        union_all(_study_plans(user.id), _skill_plans(user.id), _absences(user.id))
    ).all()
    pauses: defaultdict[UUID, list[Span]] = defaultdict(list)
    for row in rows:
        if row.from_day:
            pauses[row.id].append((row.from_day, row.until_day or date.max))
    plans = {row.id: row for row in rows if row.kind != "absence"}
    return PlannedDays(
        plans=[_life(row, user, pauses[key]) for key, row in plans.items()],
        rest_weekdays=user.rest_weekdays,
        absences=[span for row in rows if row.kind == "absence" for span in pauses[row.id]],
    )


def _life(row: Row[Any], user: User, pauses: Sequence[Span]) -> PlanLife:
    """A study plan ends with the eve of its exam, and rests where it has no minutes."""
    last = study_day(row.ended_at, user.timezone) if row.ended_at else date.max
    first = study_day(row.began_at, user.timezone)
    if row.kind == "skill":
        return PlanLife(first, last, user.rest_weekdays, pauses)
    idle = [weekday for weekday, minutes in enumerate(row.weekday_minutes) if not minutes]
    if row.exam_day:
        last = min(last, row.exam_day - ONE_DAY)
    return PlanLife(first, last, {*row.rest_weekdays, *idle}, pauses)


def _study_plans(user_id: UUID) -> Select[Any]:
    """First of the union: it gives all columns their types."""
    columns: tuple[Any, ...] = (
        literal("study").label("kind"),
        StudyPlan.id,
        col(StudyPlan.activated_at).label("began_at"),
        col(StudyPlan.completed_at).label("ended_at"),
        StudyPlan.exam_day,
        StudyPlan.rest_weekdays,
        StudyPlan.weekday_minutes,
        StudyPause.from_day,
        StudyPause.until_day,
    )
    return (
        sql_select(*columns)
        .outerjoin(StudyPause, col(StudyPause.plan_id) == StudyPlan.id)
        .where(col(StudyPlan.user_id) == user_id, col(StudyPlan.activated_at).is_not(None))
    )


def _skill_plans(user_id: UUID) -> Select[Any]:
    columns: tuple[Any, ...] = (
        literal("skill"),
        PersonalizedPlan.id,
        PersonalizedPlan.created_at,
        PersonalizedPlan.completed_at,
        type_coerce(null(), Date),
        type_coerce(null(), JSON),
        type_coerce(null(), JSON),
        PlanPause.from_day,
        PlanPause.until_day,
    )
    return (
        sql_select(*columns)
        .outerjoin(PlanPause, col(PlanPause.plan_id) == PersonalizedPlan.id)
        .where(col(PersonalizedPlan.user_id) == user_id)
    )


def _absences(user_id: UUID) -> Select[Any]:
    columns: tuple[Any, ...] = (
        literal("absence"),
        Absence.id,
        *(null() for _ in range(5)),
        Absence.from_day,
        Absence.until_day,
    )
    return sql_select(*columns).where(col(Absence.user_id) == user_id)
