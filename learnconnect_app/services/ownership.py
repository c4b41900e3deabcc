"""Finds a learner's own rows. What belongs to someone else does not exist: ``NotFound``.

A use case that changes a plan or a test first locks the learner (``locked_user``). On PostgreSQL
that makes the changes of one learner, from two tabs or devices, come one after the other; SQLite
has one writer at a time anyway. Rows that only refer to the learner can be inserted meanwhile.
"""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.models import (
    Attempt,
    DailyTask,
    PersonalizedPlan,
    StudyPlan,
    StudySession,
    User,
    WeeklyPlan,
)


class OwnDay(NamedTuple):
    """A day with what it is part of."""

    task: DailyTask
    week: WeeklyPlan
    plan: PersonalizedPlan


class OwnWeek(NamedTuple):
    week: WeeklyPlan
    plan: PersonalizedPlan


def locked_user(session: Session, user_id: UUID) -> User:
    """The learner, locked until the transaction ends."""
    statement = select(User).where(User.id == user_id).with_for_update(key_share=True)
    user = session.exec(statement.execution_options(populate_existing=True)).first()
    if user is None:
        raise NotFound
    return user


def own_plan(session: Session, user_id: UUID, plan_id: UUID) -> PersonalizedPlan:
    plan = session.exec(
        select(PersonalizedPlan).where(
            PersonalizedPlan.id == plan_id, PersonalizedPlan.user_id == user_id
        )
    ).first()
    if plan is None:
        raise NotFound
    return plan


def own_week(session: Session, user_id: UUID, week_id: UUID) -> OwnWeek:
    row = session.exec(
        select(WeeklyPlan, PersonalizedPlan)
        .join(PersonalizedPlan, col(PersonalizedPlan.id) == WeeklyPlan.plan_id)
        .where(WeeklyPlan.id == week_id, PersonalizedPlan.user_id == user_id)
    ).first()
    if row is None:
        raise NotFound
    return OwnWeek(*row)


def own_day(session: Session, user_id: UUID, task_id: UUID) -> OwnDay:
    row = session.exec(
        select(DailyTask, WeeklyPlan, PersonalizedPlan)
        .join(WeeklyPlan, col(WeeklyPlan.id) == DailyTask.weekly_plan_id)
        .join(PersonalizedPlan, col(PersonalizedPlan.id) == WeeklyPlan.plan_id)
        .where(DailyTask.id == task_id, PersonalizedPlan.user_id == user_id)
    ).first()
    if row is None:
        raise NotFound
    return OwnDay(*row)


class OwnSession(NamedTuple):
    """A session with the study plan it is part of."""

    session: StudySession
    plan: StudyPlan


def own_study_plan(session: Session, user_id: UUID, plan_id: UUID) -> StudyPlan:
    plan = session.exec(
        select(StudyPlan).where(StudyPlan.id == plan_id, StudyPlan.user_id == user_id)
    ).first()
    if plan is None:
        raise NotFound
    return plan


def own_session(session: Session, user_id: UUID, session_id: UUID) -> OwnSession:
    """As it stands in the database now, whatever this transaction had loaded before."""
    row = session.exec(
        select(StudySession, StudyPlan)
        .join(StudyPlan, col(StudyPlan.id) == StudySession.plan_id)
        .where(StudySession.id == session_id, StudySession.user_id == user_id)
        .execution_options(populate_existing=True)
    ).first()
    if row is None:
        raise NotFound
    return OwnSession(*row)


def own_attempt(
    session: Session, user_id: UUID, attempt_id: UUID, *, lock: bool = False
) -> Attempt:
    """The attempt; with ``lock`` no one else submits it until the transaction ends."""
    statement = select(Attempt).where(Attempt.id == attempt_id, Attempt.user_id == user_id)
    if lock:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    attempt = session.exec(statement).first()
    if attempt is None:
        raise NotFound
    return attempt


def refuse_unless_active(plan: PersonalizedPlan) -> None:
    if plan.status == "paused":
        raise DomainError("plan_paused")
