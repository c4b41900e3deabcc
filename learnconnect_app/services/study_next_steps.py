"""The one thing to do after a test of a study plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.attempts import AttemptKind, Result
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import Attempt, Course, Lesson, StudySession, Topic
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.texts import text_in

MIXED = (AttemptKind.PRACTICE_TEST, AttemptKind.MOCK)
CALENDAR_HREF = "/study"
EXPLANATION_HREF = "#explanation"
"""A place on the page of the result itself."""


class NextStep(NamedTuple):
    code: str
    href: str
    title: str = ""
    """The lesson it leads to."""


class LessonOf(NamedTuple):
    """A topic's lesson in a curriculum."""

    id: UUID
    title: Mapping[Any, str]

    @property
    def href(self) -> str:
        return f"/lesson/{self.id}"


def next_step(
    session: Session, attempt: Attempt, result: Result, locale: str, now: datetime
) -> NextStep:
    """Failed quiz: another explanation; weak practice: the lesson; mock or mixed test: what was
    weakest; otherwise the next session of the calendar."""
    if attempt.kind == AttemptKind.QUIZ and not attempt.is_passed:
        return NextStep("explanation", EXPLANATION_HREF)
    weak = weak_topics(attempt, result) if attempt.kind != AttemptKind.QUIZ else []
    if weak:
        weakest = weak[0]
        lesson = lessons_of(session, attempt.curriculum_key, [weakest]).get(weakest)
        if lesson is not None:
            code = "lesson" if attempt.kind == AttemptKind.PRACTICE else "weakest"
            return NextStep(code, lesson.href, text_in(lesson.title, locale))
    return _next_session(session, attempt, locale, now)


def weak_topics(attempt: Attempt, result: Result) -> list[str]:
    """Topics below the mark, weakest first; of a test over many topics those first that cost most.

    A single item says little of its topic, so there the number of items lost decides.
    """
    if attempt.kind not in MIXED:
        return list(result.weak_topics)
    lost = [each for each in result.topics if each.topic in result.weak_topics]
    return [each.topic for each in sorted(lost, key=lambda each: each.correct - each.total)]


def lessons_of(session: Session, curriculum_key: str, topics: list[str]) -> dict[str, LessonOf]:
    rows = session.exec(
        select(Lesson.topic_key, Lesson.id, Topic.title)
        .join(Course, col(Course.key) == Lesson.course_key)
        .join(Topic, col(Topic.key) == Lesson.topic_key)
        .where(Course.curriculum_key == curriculum_key, col(Lesson.topic_key).in_(topics))
    )
    return {topic: LessonOf(lesson_id, title) for topic, lesson_id, title in rows}


def _next_session(session: Session, attempt: Attempt, locale: str, now: datetime) -> NextStep:
    today = study_day(now, get_user(session, attempt.user_id).timezone)
    coming = session.exec(
        select(StudySession)
        .where(
            StudySession.plan_id == attempt.study_plan_id,
            StudySession.day == today,
            col(StudySession.status).in_(("planned", "paused", "running")),
        )
        .order_by(col(StudySession.position))
    ).first()
    if coming is None or coming.topic_key is None:
        return NextStep("calendar", CALENDAR_HREF)
    lesson = lessons_of(session, attempt.curriculum_key, [coming.topic_key]).get(coming.topic_key)
    if lesson is None:
        return NextStep("calendar", CALENDAR_HREF)
    return NextStep("session", lesson.href, text_in(lesson.title, locale))
