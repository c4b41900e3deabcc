"""What the tests of a study plan have in common: whose they are and how they are numbered."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import case, func
from sqlmodel import Session, col, select

from learnconnect_app.domain.attempts import AttemptKind
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.models import Attempt, StudyPlan


def tested_plan(session: Session, user_id: UUID) -> StudyPlan:
    """The learner's active study plan. ``NotFound`` without one, ``DomainError`` plan_paused."""
    active_first = case((col(StudyPlan.status) == "active", 0), else_=1)
    plan = session.exec(
        select(StudyPlan)
        .where(StudyPlan.user_id == user_id, col(StudyPlan.status).in_(("active", "paused")))
        .order_by(active_first, col(StudyPlan.created_at).desc())
    ).first()
    if plan is None:
        raise NotFound
    if plan.status == "paused":
        raise DomainError("plan_paused")
    return plan


def new_study_test(
    session: Session,
    plan: StudyPlan,
    kind: AttemptKind,
    now: datetime,
    *,
    module_key: str | None = None,
    topic_key: str | None = None,
    test_key: str = "",
) -> Attempt:
    """A test of a study plan, not in the database yet, numbered among those about the same."""
    before = session.exec(
        select(func.count()).where(
            Attempt.study_plan_id == plan.id,
            Attempt.kind == kind,
            Attempt.status == "submitted",
            Attempt.module_key == module_key,
            Attempt.topic_key == topic_key,
            Attempt.test_key == test_key,
        )
    ).one()
    return Attempt(
        user_id=plan.user_id,
        curriculum_key=plan.curriculum_key,
        kind=kind,
        study_plan_id=plan.id,
        module_key=module_key,
        topic_key=topic_key,
        test_key=test_key,
        number=1 + before,
        started_at=now,
        deadline_at=now,
    )
