"""A session beside the plan: a topic is studied now, when today has room for it.

What a learner puts here stays: planning works around it.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

import numpy as np
from sqlmodel import Session, col, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.domain.study_effects import (
    TARGET_MASTERY,
    minutes_to_learn,
    review_minutes,
)
from learnconnect_app.domain.study_problems import SHORTEST_SESSION, Kind, Why
from learnconnect_app.domain.study_problems import Lesson as Topic
from learnconnect_app.domain.study_sessions import next_part
from learnconnect_app.models import StudyPlan, StudySession, User
from learnconnect_app.services.lesson_access import open_lesson
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.session_rows import OPEN, next_position
from learnconnect_app.services.study_places import known_today
from learnconnect_app.services.study_plans import active_study_plan
from learnconnect_app.services.study_problems import problem_of
from learnconnect_app.services.study_sessions import start_session


class Extra(NamedTuple):
    """What an extra session of a topic would be."""

    kind: Kind
    minutes: int
    aimed_minutes: int = 0


def study_now(session: Session, *, user_id: UUID, lesson_id: UUID, now: datetime) -> UUID | None:
    """Make an extra session of a lesson today and start it; the session that is paused by it.

    A session of the lesson that waits today already is started instead. ``NotFound``;
    ``DomainError`` plan_not_active (none is, or it is about something else) or day_full.
    """
    user = locked_user(session, user_id)
    found = open_lesson(session, user_id, lesson_id)
    plan = active_study_plan(session, user_id)
    if plan is None or plan.curriculum_key != found.curriculum.key:
        raise DomainError("plan_not_active")
    today = study_day(now, user.timezone)
    row = _waiting(session, plan, found.topic.key, today)
    if row is None:
        row = _extra_session(session, plan, user, found.topic.key, found.course.key, today)
    return start_session(session, user_id=user_id, session_id=row.id, now=now)


def _waiting(session: Session, plan: StudyPlan, topic_key: str, today: date) -> StudySession | None:
    return session.exec(
        select(StudySession)
        .where(
            StudySession.plan_id == plan.id,
            StudySession.topic_key == topic_key,
            StudySession.day == today,
            col(StudySession.status).in_(OPEN),
        )
        .order_by(col(StudySession.position))
    ).first()


def _extra_session(
    session: Session, plan: StudyPlan, user: User, topic_key: str, course_key: str, today: date
) -> StudySession:
    known = known_today(session, plan, user, [topic_key], today).get(topic_key)
    if known is None:
        raise NotFound
    room = _minutes_free(session, plan, user, today)
    extra = extra_for(known.lesson, plan.multipliers.get(course_key, 1.0), room)
    row = StudySession(
        plan_id=plan.id,
        user_id=user.id,
        day=today,
        position=next_position(session, plan.id, today),
        kind=extra.kind,
        topic_key=topic_key,
        course_key=course_key,
        minutes=extra.minutes,
        aimed_minutes=extra.aimed_minutes,
        reason={"why": Why.PINNED, "number": 0, "topic": ""},
        is_pinned=True,
    )
    session.add(row)
    session.flush()
    return row


def extra_for(topic: Topic, multiplier: float, room: int) -> Extra:
    """A part of a topic that is not learned yet, otherwise a review, in ``room`` minutes.

    ``DomainError("day_full")`` when not even the shortest session has room.
    """
    if room < SHORTEST_SESSION:
        raise DomainError("day_full")
    whole = np.array([topic.minutes * multiplier])
    if topic.learned_depth or topic.mastery >= TARGET_MASTERY:
        return Extra(Kind.REVIEW, min(room, int(review_minutes(whole)[0])))
    aimed = topic.aimed_minutes or int(minutes_to_learn(np.array([topic.mastery]), whole, 1.0)[0])
    rest = max(SHORTEST_SESSION, aimed - topic.done_minutes)
    return Extra(Kind.NEW, next_part(rest, room) or 5 * (min(room, rest) // 5), aimed)


def _minutes_free(session: Session, plan: StudyPlan, user: User, today: date) -> int:
    """Of today, less what was studied and what still waits; none once the exam has come."""
    days = problem_of(session, plan, user, today).days
    waiting = session.exec(
        select(StudySession.minutes).where(
            StudySession.plan_id == plan.id,
            StudySession.day == today,
            StudySession.kind != "own",
            col(StudySession.status).in_(OPEN),
        )
    )
    return days[0].available - sum(waiting) if days else 0
