"""Study plans and sessions for tests, straight into the tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.study_days import ONE_DAY, study_day
from learnconnect_app.models import Course, Lesson, StudyPlan, StudySession, User
from tests.factories import MONDAY, NOW

EXAM = "yks"
COURSE = "tyt-matematik"


def a_study_plan(
    session: Session,
    user: User,
    *,
    curriculum: str = EXAM,
    score: str = "say",
    status: str = "active",
    weekday_minutes: Sequence[int] = (120,) * 7,
    rest_weekdays: Sequence[int] = (),
    style: str = "video",
    exam_day: date | None = None,
    now: datetime = NOW,
) -> StudyPlan:
    """Planned today, with nothing to settle; the exam is in 110 days unless another day is told."""
    today = study_day(now, user.timezone)
    plan = StudyPlan(
        user_id=user.id,
        curriculum_key=curriculum,
        status=status,
        score_key=score,
        exam_day=exam_day or today + 110 * ONE_DAY,
        weekday_minutes=list(weekday_minutes),
        rest_weekdays=list(rest_weekdays),
        style=style,
        planned_day=today,
        settled_day=today,
        adapted_day=today,
        created_at=now,
        activated_at=None if status == "draft" else now,
    )
    session.add(plan)
    session.flush()
    return plan


def lessons_of(session: Session, course_key: str = COURSE) -> Sequence[Lesson]:
    """The lessons of a course in the author's order."""
    wanted = select(Lesson).where(Lesson.course_key == course_key).order_by(col(Lesson.position))
    return session.exec(wanted).all()


def a_session(
    session: Session,
    plan: StudyPlan,
    lesson: Lesson | None = None,
    *,
    day: date = MONDAY,
    position: int = 0,
    kind: str = "new",
    minutes: int = 40,
    status: str = "planned",
    **values: Any,
) -> StudySession:
    row = StudySession(
        plan_id=plan.id,
        user_id=plan.user_id,
        day=day,
        position=position,
        kind=kind,
        topic_key=lesson.topic_key if lesson else None,
        course_key=lesson.course_key if lesson else None,
        minutes=minutes,
        aimed_minutes=minutes if kind == "new" else 0,
        status=status,
        reason={"why": "most_points", "number": 3.0, "topic": ""},
        **values,
    )
    session.add(row)
    session.flush()
    return row


def lesson_id_of(session: Session, topic_key: str) -> UUID:
    """Of a lesson of the exam."""
    return session.exec(
        select(Lesson.id)
        .join(Course, col(Course.key) == Lesson.course_key)
        .where(Lesson.topic_key == topic_key, Course.curriculum_key == EXAM)
    ).one()
