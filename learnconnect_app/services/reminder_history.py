"""What was said before of missed days, long rests and rewards, and which plan rests."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, union_all
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, or_, select

from learnconnect_app.domain.reminded_days import Rest
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import (
    Curriculum,
    OutboxMessage,
    PersonalizedPlan,
    PlanPause,
    StudyPause,
    StudyPlan,
    User,
)
from learnconnect_app.services.reminder_digests import IN_DIGEST
from learnconnect_app.services.texts import text_in

SAID = ("pending", "sending", "sent", "unknown", "failed")

Told = tuple[str, str, date]
"""Kind, what it was about, and the study day."""


def told_before(session: Session, user: User, today: date) -> set[Told]:
    """What was said of missed days, of long rests and of rewards that end before today."""
    rows = session.exec(
        select(OutboxMessage.kind, OutboxMessage.about, OutboxMessage.due_at).where(
            OutboxMessage.user_id == user.id,
            col(OutboxMessage.kind).in_(("missed_day", "paused_long", "reward_ending")),
            or_(col(OutboxMessage.status).in_(SAID), OutboxMessage.error == IN_DIGEST),
        )
    )
    told = {(kind, about, study_day(due_at, user.timezone)) for kind, about, due_at in rows}
    return {each for each in told if each[2] < today}


def rest_of(session: Session, user: User, today: date, told: set[Told]) -> Rest | None:
    """The plan that was paused last, for a learner of whose plans none is active."""
    rows = session.execute(union_all(_study_plans(user.id), _skill_plans(user.id))).all()
    if not rows:
        return None
    last = max(rows, key=lambda row: (row.from_day, str(row.id)))
    days = {day for kind, about, day in told if (kind, about) == ("paused_long", str(last.id))}
    return Rest(
        plan_id=str(last.id),
        title=text_in(last.title, user.locale),
        days=(today - last.from_day).days,
        told=sum(day >= last.from_day for day in days),
    )


def _study_plans(user_id: UUID) -> Select[Any]:
    columns: tuple[Any, ...] = StudyPause.from_day, StudyPlan.id, Curriculum.title
    return (
        sql_select(*columns)
        .join(StudyPlan, col(StudyPlan.id) == StudyPause.plan_id)
        .join(Curriculum, col(Curriculum.key) == StudyPlan.curriculum_key)
        .where(col(StudyPlan.user_id) == user_id, col(StudyPlan.status) == "paused")
        .where(col(StudyPause.until_day).is_(None))
    )


def _skill_plans(user_id: UUID) -> Select[Any]:
    columns: tuple[Any, ...] = PlanPause.from_day, PersonalizedPlan.id, Curriculum.title
    return (
        sql_select(*columns)
        .join(PersonalizedPlan, col(PersonalizedPlan.id) == PlanPause.plan_id)
        .join(Curriculum, col(Curriculum.key) == PersonalizedPlan.curriculum_key)
        .where(col(PersonalizedPlan.user_id) == user_id)
        .where(col(PersonalizedPlan.status) == "paused", col(PlanPause.until_day).is_(None))
    )
