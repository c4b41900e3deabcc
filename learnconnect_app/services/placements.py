"""The assessment before a study plan: starts it, and keeps what it found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.assessments import masteries
from learnconnect_app.domain.attempts import AttemptKind
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.memory import KNOWN_STABILITY
from learnconnect_app.models import Attempt, LessonProgress, StudyPlan, User
from learnconnect_app.services import adaptive, mastery
from learnconnect_app.services.grading import AskedItem
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.upserts import insert_once, upsert_all

TIME_AN_ITEM = timedelta(seconds=90)
ENOUGH_ANSWERS = 10
"""Fewer tell too little of so many topics: the learner rates the subjects instead."""


def start_placement(session: Session, *, user_id: UUID, now: datetime) -> UUID:
    """The running assessment of the learner's draft, or a new one with its first item drawn.

    ``DomainError`` goal_no_draft, goal_score_missing or not_enough_items.
    """
    user = locked_user(session, user_id)
    plan = _draft(session, user)
    running = _running(session, plan)
    if running is not None:
        running.study_plan_id, running.result = plan.id, {"score": plan.score_key}
        session.flush()
        return running.id
    topics = adaptive.map_of_score(session, plan.curriculum_key, plan.score_key)
    attempt = Attempt(
        user_id=user.id,
        curriculum_key=plan.curriculum_key,
        kind=AttemptKind.PLACEMENT,
        study_plan_id=plan.id,
        result={"score": plan.score_key},
        started_at=now,
        deadline_at=now + topics.limits.most * TIME_AN_ITEM,
    )
    insert_once(session, attempt)
    if not adaptive.draw_next(session, attempt, []):
        raise DomainError("not_enough_items")
    return attempt.id


def after_placement(
    session: Session, user: User, attempt: Attempt, answered: Sequence[AskedItem], now: datetime
) -> None:
    """Keep what the assessment found of each topic, and let the wizard go on, if it is still about
    this exam."""
    plan = session.exec(select(StudyPlan).where(StudyPlan.id == attempt.study_plan_id)).one()
    if len(answered) < ENOUGH_ANSWERS:
        return
    topics = adaptive.map_for(session, attempt)
    belief = adaptive.belief_after(topics, answered)
    mastery.seed_from_assessment(
        session, user_id=user.id, topic_keys=topics.topics, posterior=belief, now=now
    )
    means = masteries(belief)[0].tolist()
    _keep(session, user, dict(zip(topics.topics, means, strict=True)), now)
    if plan.status == "draft" and plan.curriculum_key == attempt.curriculum_key:
        plan.step, plan.ratings = "suggestion", {}
    session.flush()


def _draft(session: Session, user: User) -> StudyPlan:
    plan = session.exec(
        select(StudyPlan).where(StudyPlan.user_id == user.id, StudyPlan.status == "draft")
    ).first()
    if plan is None:
        raise DomainError("goal_no_draft")
    if not plan.score_key:
        raise DomainError("goal_score_missing")
    return plan


def _running(session: Session, plan: StudyPlan) -> Attempt | None:
    return session.exec(
        select(Attempt).where(
            Attempt.user_id == plan.user_id,
            Attempt.curriculum_key == plan.curriculum_key,
            Attempt.kind == AttemptKind.PLACEMENT,
            Attempt.status == "running",
        )
    ).first()


def _keep(session: Session, user: User, found: Mapping[str, float], now: datetime) -> None:
    """What was studied since says more than an assessment: those topics stay as they are."""
    studied = session.exec(
        select(LessonProgress.topic_key).where(
            LessonProgress.user_id == user.id, col(LessonProgress.studied_day).is_not(None)
        )
    ).all()
    rows = [
        LessonProgress(
            user_id=user.id,
            topic_key=key,
            mastery=known,
            stability=KNOWN_STABILITY,
            updated_at=now,
        )
        for key, known in found.items()
        if key not in set(studied)
    ]
    upsert_all(session, rows, by=["user_id", "topic_key"])
