"""The guided start of a learner: what their data show, what they skipped, its one celebration."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import reduce
from operator import add
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Exists, case, exists, or_
from sqlalchemy import select as sql_select
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col, delete, select

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.starts import (
    DONE,
    FINISHED,
    KEYS,
    SKIPPED,
    STEPS,
    StartView,
    newly_done,
    start_view,
)
from learnconnect_app.models import (
    BusyTime,
    CalendarConnection,
    CalendarFeed,
    Challenge,
    DailyActivity,
    DailyTask,
    LearnerGoal,
    Lesson,
    LessonFeedback,
    Mentorship,
    MoodEntry,
    PersonalizedPlan,
    PlanChange,
    PushSubscription,
    ReminderSetting,
    ReminderSwitch,
    ResourceVote,
    ShareLink,
    StartStep,
    StudyPlan,
    StudySession,
    User,
    WeeklyPlan,
)
from learnconnect_app.services.upserts import insert_once, upsert_all

MOVES = ("moved", "added")
"""Kinds of changes that a learner makes in the calendar with their own hands."""


def start_of(session: Session, *, user_id: UUID, now: datetime) -> StartView:
    """The seven steps as they stand. Three queries; nothing is written."""
    return start_view(_facts(session, user_id), _kept(session, user_id), _places(session, user_id))


def count_of_steps_left() -> ColumnElement[int]:
    """Of the ``User`` row of the query it is put into: steps that neither the data show as done
    nor were decided; 0 once the start is over or put away."""
    learner = col(User.id)

    def is_kept(step: str) -> Exists:
        return _has(StartStep, learner, col(StartStep.step) == step)

    left = [case((or_(is_kept(step), shown), 0), else_=1) for step, shown in _shown(learner)]
    return case((is_kept(FINISHED), 0), else_=reduce(add, left))


def note_progress(session: Session, *, user_id: UUID, now: datetime) -> bool:
    """Keep what the data show as done, so that it stays done; whether the end is to be celebrated.

    That is so once, when every step is decided and one of them was done.
    """
    facts, kept = _facts(session, user_id), _kept(session, user_id)
    _decide(session, user_id, dict.fromkeys(newly_done(facts, kept), DONE), now)
    view = start_view(facts, kept, {})
    if not view.is_over or not view.done:
        return False
    return insert_once(session, _row(user_id, FINISHED, DONE, now))


def tick_step(session: Session, *, user_id: UUID, step: str, now: datetime) -> None:
    """The learner says that a step is done that nothing else could show.

    ``DomainError("bad_request")`` for one that the data show.
    """
    if step not in {each.key for each in STEPS if each.is_by_hand}:
        raise DomainError("bad_request")
    _decide(session, user_id, {step: DONE}, now)


def skip_step(session: Session, *, user_id: UUID, step: str, now: datetime) -> None:
    """Put a step aside. One that is done stays done. ``DomainError("bad_request")``."""
    if step not in KEYS:
        raise DomainError("bad_request")
    insert_once(session, _row(user_id, step, SKIPPED, now))


def put_away(session: Session, *, user_id: UUID, now: datetime) -> None:
    """Put all of it aside; what is done stays done."""
    insert_once(session, _row(user_id, FINISHED, SKIPPED, now))


def take_up(session: Session, *, user_id: UUID, step: str, now: datetime) -> None:
    """Go on with a step that was skipped. The end, once celebrated, is not celebrated again."""
    session.exec(
        delete(StartStep).where(
            col(StartStep.user_id) == user_id,
            col(StartStep.status) == SKIPPED,
            col(StartStep.step).in_((step, FINISHED)),
        )
    )


def _decide(session: Session, user_id: UUID, steps: Mapping[str, str], now: datetime) -> None:
    rows = [_row(user_id, step, status, now) for step, status in steps.items()]
    upsert_all(session, rows, by=["user_id", "step"])


def _row(user_id: UUID, step: str, status: str, now: datetime) -> StartStep:
    return StartStep(user_id=user_id, step=step, status=status, decided_at=now)


def _kept(session: Session, user_id: UUID) -> dict[str, str]:
    found = select(StartStep.step, StartStep.status).where(StartStep.user_id == user_id)
    return dict(session.exec(found).all())


# ---- what the data show ----------------------------------------------------------------------


def _facts(session: Session, user_id: UUID) -> dict[str, bool]:
    """By step, in one query."""
    shown = _shown(user_id)
    found = session.execute(sql_select(*[is_done for _, is_done in shown])).one()
    return dict(zip(KEYS, map(bool, found), strict=True))


Learner = UUID | Mapped[UUID]
"""An id, or the column of it in the query around."""


def _has(table: Any, learner: Learner, *conditions: ColumnElement[bool]) -> Exists:
    return exists().where(col(table.user_id) == learner, *conditions).correlate(User)


def _shown(learner: Learner) -> list[tuple[str, ColumnElement[bool]]]:
    """Each step with what shows that it is done."""
    own_plans = sql_select(col(StudyPlan.id)).where(col(StudyPlan.user_id) == learner)
    is_moved = col(PlanChange.plan_id).in_(own_plans.correlate(User))
    is_learner = col(Mentorship.learner_id) == learner
    shown: dict[str, ColumnElement[bool]] = {
        "goal": or_(
            _has(StudyPlan, learner, col(StudyPlan.status) == "active"),
            _has(PersonalizedPlan, learner, col(PersonalizedPlan.status) == "active"),
        ),
        "calendar": or_(
            _has(CalendarFeed, learner),
            _has(CalendarConnection, learner),
            _has(BusyTime, learner),
            _has(StudySession, learner, col(StudySession.kind) == "own"),
            exists().where(is_moved, col(PlanChange.kind).in_(MOVES)).correlate(User),
        ),
        "tools": or_(
            _has(PushSubscription, learner),
            _has(ReminderSetting, learner),
            _has(ReminderSwitch, learner),
        ),
        "resources": or_(
            _has(ResourceVote, learner), _has(LessonFeedback, learner), _has_opened_a_day(learner)
        ),
        "support": or_(
            _has(MoodEntry, learner),
            _has(ShareLink, learner),
            exists().where(is_learner).correlate(User),
        ),
        "milestones": or_(_has(LearnerGoal, learner), _has(Challenge, learner)),
        "launch": or_(
            _has(DailyActivity, learner, col(DailyActivity.kind) == "active"),
            _has(StudySession, learner, col(StudySession.started_at).is_not(None)),
        ),
    }
    return [(step, shown[step]) for step in KEYS]


def _has_opened_a_day(learner: Learner) -> Exists:
    """Of the skill plan: that is where its resources are."""
    return _has(
        PersonalizedPlan,
        learner,
        col(WeeklyPlan.plan_id) == PersonalizedPlan.id,
        col(DailyTask.weekly_plan_id) == WeeklyPlan.id,
        or_(col(DailyTask.started_at).is_not(None), col(DailyTask.status) == "completed"),
    )


def _places(session: Session, user_id: UUID) -> dict[str, str]:
    """Where a step leads this learner: resources to the next lesson, or to the skill plan."""
    lesson = session.exec(
        select(Lesson.id)
        .join(StudySession, col(StudySession.topic_key) == Lesson.topic_key)
        .join(StudyPlan, col(StudyPlan.id) == StudySession.plan_id)
        .where(
            StudySession.user_id == user_id,
            StudyPlan.status == "active",
            StudySession.status == "planned",
            Lesson.course_key == StudySession.course_key,
        )
        .order_by(col(StudySession.day), col(StudySession.position))
        .limit(1)
    ).first()
    if lesson is not None:
        return {"resources": f"/lesson/{lesson}"}
    return {"resources": "/plan", "calendar": "/settings#integrations"}
