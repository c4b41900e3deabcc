"""The weekly practice test: a session of the study plan that mixes what was studied."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from learnconnect_app.domain.attempts import AttemptKind
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.exams import course_weights
from learnconnect_app.domain.practice_mixes import StudiedTopic, item_count, mix_weights
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import (
    Attempt,
    AttemptItem,
    Course,
    Curriculum,
    Item,
    Lesson,
    LessonProgress,
    StudyPlan,
    StudySession,
)
from learnconnect_app.services.beginnings import begin, running_like
from learnconnect_app.services.draws import Asked, draw_items
from learnconnect_app.services.exams import exam_of
from learnconnect_app.services.grading import AskedItem
from learnconnect_app.services.ownership import locked_user, own_session
from learnconnect_app.services.study_sessions import complete_session, start_session
from learnconnect_app.services.study_tests import new_study_test

FEWEST_ITEMS = 3
TAKEN = ("done", "partly", "missed")


@dataclass(frozen=True, slots=True)
class _Studied:
    """What a test may ask: the course of each topic, and its weight in the test."""

    courses: dict[str, str]
    weights: dict[str, float]


def start_practice_test(
    session: Session, *, user_id: UUID, session_id: UUID, now: datetime
) -> UUID:
    """The running test of a session, or a new one over what was studied so far; its clock runs.

    ``NotFound`` for a session of another kind; ``DomainError`` test_over once it was taken,
    nothing_studied, another_test_running, not_enough_items, and what starting a session raises.
    """
    user = locked_user(session, user_id)
    row, plan = own_session(session, user_id, session_id)
    if row.kind != "practice_test":
        raise NotFound
    if row.status in TAKEN:
        raise DomainError("test_over")
    attempt = new_study_test(session, plan, AttemptKind.PRACTICE_TEST, now)
    running = running_like(session, attempt)
    if running is not None and running.id != row.attempt_id:
        raise DomainError("another_test_running")
    start_session(session, user_id=user_id, session_id=session_id, now=now)
    attempt_id = begin(
        session,
        attempt,
        lambda: _drawn(session, attempt, plan, row.minutes, study_day(now, user.timezone), now),
        now=now,
    )
    row.attempt_id = attempt_id
    session.flush()
    return attempt_id


def finish_session(
    session: Session, attempt: Attempt, answered: Sequence[AskedItem], now: datetime
) -> None:
    """Complete the session a test was taken in, in so far as it was answered.

    A session that cannot be completed any more, because the plan was paused or its day has passed,
    stays as it is: the test counts all the same.
    """
    session_id = session.exec(
        select(StudySession.id).where(StudySession.attempt_id == attempt.id)
    ).first()
    if session_id is None or not answered:
        return
    percent = max(1, 100 * len(answered) // (attempt.total or len(answered)))
    with suppress(DomainError):
        complete_session(
            session, user_id=attempt.user_id, session_id=session_id, percent=percent, now=now
        )


def _drawn(
    session: Session, attempt: Attempt, plan: StudyPlan, minutes: int, today: date, now: datetime
) -> list[AttemptItem]:
    """As many items as fit the minutes by the time that is expected for each."""
    studied = _studied(session, plan, today)
    if not studied.weights:
        raise DomainError("nothing_studied")
    count = item_count(minutes, _mean_seconds(session, studied.weights))
    asked = Asked(studied.weights, studied.courses, count, least=FEWEST_ITEMS)
    items = draw_items(session, attempt, asked, now)
    while len(items) > FEWEST_ITEMS and sum(i.expected_seconds for i in items) > 60 * minutes:
        items.pop()
    return items


def _studied(session: Session, plan: StudyPlan, today: date) -> _Studied:
    curriculum = session.get(Curriculum, plan.curriculum_key)
    by_course = course_weights(exam_of(curriculum), plan.score_key)
    rows = session.exec(
        select(LessonProgress, Lesson.course_key, Lesson.exam_items)
        .join(Lesson, col(Lesson.topic_key) == LessonProgress.topic_key)
        .join(Course, col(Course.key) == Lesson.course_key)
        .where(
            LessonProgress.user_id == plan.user_id,
            col(LessonProgress.studied_day).is_not(None),
            Course.curriculum_key == plan.curriculum_key,
        )
        .order_by(col(Course.position), col(Lesson.position))
    ).all()
    totals = _exam_items(session, plan.curriculum_key)
    topics = [
        StudiedTopic(
            key=known.topic_key,
            exam_weight=by_course.get(course, 0.0) * (exam_items or 1.0) / totals[course],
            mastery=known.mastery,
            stability=known.stability,
            days=(today - known.studied_day).days if known.studied_day else 0,
        )
        for known, course, exam_items in rows
    ]
    return _Studied({known.topic_key: course for known, course, _ in rows}, mix_weights(topics))


def _exam_items(session: Session, curriculum_key: str) -> dict[str, float]:
    """Items of the exam that the topics of each course are expected to have together."""
    expected = func.sum(func.coalesce(Lesson.exam_items, 1.0))
    rows = session.exec(
        select(Lesson.course_key, expected)
        .join(Course, col(Course.key) == Lesson.course_key)
        .where(Course.curriculum_key == curriculum_key)
        .group_by(col(Lesson.course_key))
    )
    return {course: float(total) for course, total in rows}


def _mean_seconds(session: Session, weights: dict[str, float]) -> float:
    mean = session.exec(
        select(func.avg(Item.seconds)).where(
            col(Item.topic_key).in_(weights), col(Item.is_retired).is_(False)
        )
    ).one()
    return float(mean or 0)
