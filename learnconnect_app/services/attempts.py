"""Starts tests: who may take which now, and what it asks.

A test that runs already is handed out again, so two clicks, two tabs and a reload meet in one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.attempts import ITEM_COUNT, AttemptKind
from learnconnect_app.domain.diagnoses import diagnose, draw_weights
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.models import Attempt, Curriculum, PersonalizedPlan, User, WeeklyPlan
from learnconnect_app.services import adaptive
from learnconnect_app.services.beginnings import begin, running_like
from learnconnect_app.services.draws import Asked, draw_items
from learnconnect_app.services.grading import result_from_json
from learnconnect_app.services.ownership import (
    locked_user,
    own_plan,
    own_week,
    refuse_unless_active,
)
from learnconnect_app.services.planning import planned_topics
from learnconnect_app.services.upserts import insert_once

ASSESSMENT_TIME = timedelta(minutes=60)
TRACKS = ("role", "language")


def start_assessment(
    session: Session, *, user_id: UUID, curriculum_key: str, now: datetime
) -> UUID:
    """The running initial assessment of a track, or a new one with its first item drawn.

    ``NotFound`` for what is no track.
    """
    user = locked_user(session, user_id)
    curriculum = session.get(Curriculum, curriculum_key)
    if curriculum is None or curriculum.kind not in TRACKS or curriculum.is_retired:
        raise NotFound
    attempt = Attempt(
        user_id=user.id,
        curriculum_key=curriculum_key,
        kind=AttemptKind.INITIAL,
        started_at=now,
        deadline_at=now + ASSESSMENT_TIME,
    )
    running = running_like(session, attempt)
    if running is not None:
        return running.id
    insert_once(session, attempt)
    if not adaptive.draw_next(session, attempt, []):
        raise DomainError("not_enough_items")
    return attempt.id


def start_weekly_test(
    session: Session, *, user_id: UUID, weekly_plan_id: UUID, now: datetime
) -> UUID:
    """The week's running test, or a new one; a re-test counts weak topics double.

    ``DomainError`` plan_paused, test_locked, another_test_running or not_enough_items.
    """
    user = locked_user(session, user_id)
    week, plan = own_week(session, user_id, weekly_plan_id)
    refuse_unless_active(plan)
    if week.kind != "skill" or week.status != "test_ready":
        raise DomainError("test_locked")
    courses = planned_topics(session, plan.id, week.id)
    weak = _weakest_topics(session, week) if week.failed_attempts else ()
    attempt = _new_attempt(user, plan, AttemptKind.WEEKLY, now, week)
    return _start(session, attempt, draw_weights(courses, weak), courses, now)


def start_final(session: Session, *, user_id: UUID, plan_id: UUID, now: datetime) -> UUID:
    """The final test over all weeks. ``DomainError`` as for a weekly test."""
    return _start_over_all_weeks(session, user_id, plan_id, AttemptKind.FINAL, now)


def start_retest(session: Session, *, user_id: UUID, plan_id: UUID, now: datetime) -> UUID:
    """The comprehensive re-test after a correction. ``DomainError`` as for a weekly test."""
    return _start_over_all_weeks(session, user_id, plan_id, AttemptKind.RETEST, now)


def _start_over_all_weeks(
    session: Session, user_id: UUID, plan_id: UUID, kind: AttemptKind, now: datetime
) -> UUID:
    user = locked_user(session, user_id)
    plan = own_plan(session, user_id, plan_id)
    refuse_unless_active(plan)
    if plan.status != "active" or plan.phase != kind:
        raise DomainError("test_locked")
    courses = planned_topics(session, plan.id)
    attempt = _new_attempt(user, plan, kind, now)
    return _start(session, attempt, dict.fromkeys(courses, 1.0), courses, now)


def _new_attempt(
    user: User,
    plan: PersonalizedPlan,
    kind: AttemptKind,
    now: datetime,
    week: WeeklyPlan | None = None,
) -> Attempt:
    return Attempt(
        user_id=user.id,
        curriculum_key=plan.curriculum_key,
        kind=kind,
        plan_id=plan.id,
        weekly_plan_id=week.id if week else None,
        number=1 + (week.failed_attempts if week else 0),
        target_step=plan.target_step,
        started_at=now,
        deadline_at=now,
    )


def _start(
    session: Session,
    attempt: Attempt,
    weights: Mapping[str, float],
    courses: Mapping[str, str],
    now: datetime,
) -> UUID:
    asked = Asked(weights, courses, ITEM_COUNT[AttemptKind(attempt.kind)])
    return begin(session, attempt, lambda: draw_items(session, attempt, asked, now), now=now)


def _weakest_topics(session: Session, week: WeeklyPlan) -> tuple[str, ...]:
    """Topics that got extra days after the last test of the week."""
    kept = session.exec(
        select(Attempt.result)
        .where(Attempt.weekly_plan_id == week.id, Attempt.status == "submitted")
        .order_by(col(Attempt.number).desc())
        .limit(1)
    ).one()
    return diagnose(result_from_json(kept)).topics
