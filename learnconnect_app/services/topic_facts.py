"""What is known of a learner in each topic of the exam they plan for, in one query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Subquery, func
from sqlalchemy import select as sql_select
from sqlmodel import Session, and_, col, select

from learnconnect_app.domain.exams import course_weights
from learnconnect_app.domain.memory import recall
from learnconnect_app.domain.recommendations import CourseFacts, Facts, TopicFacts
from learnconnect_app.domain.resource_ranking import style_of
from learnconnect_app.domain.study_beliefs import assumed_mastery
from learnconnect_app.models import (
    Attempt,
    Course,
    Curriculum,
    Lesson,
    LessonProgress,
    Mistake,
    Module,
    StudyPlan,
    StudySession,
    Topic,
    User,
)
from learnconnect_app.services.exams import exam_of
from learnconnect_app.services.texts import text_in

KNOWN_MASTERY = 0.5
"""From here on a topic that was never studied is known, and can be forgotten."""
RESOURCE_KINDS = ("video", "article", "practice", "book")


@dataclass(frozen=True, slots=True)
class PlannedExam:
    """A study plan with the exam it is for."""

    plan: StudyPlan
    curriculum: Curriculum


def facts_of(
    session: Session, user: User, planned: PlannedExam | None, topic_key: str | None, today: date
) -> Facts:
    """Without resources. One query."""
    rows = _topic_rows(session, user, planned, topic_key, today)
    weights = _weights(rows, planned)
    topics = {row.topic_key: _topic(row, weights, planned, user.locale, today) for row in rows}
    next_days = {row.topic_key: row.next_day for row in rows if row.next_day}
    following = min((day for day in next_days.values() if day > today), default=None)
    return Facts(
        topics=topics,
        today={key for key, day in next_days.items() if day == today},
        tomorrow={key for key, day in next_days.items() if day == following},
        kinds={style_of(planned.plan.style if planned else "", user.learning_style)}
        & set(RESOURCE_KINDS),
        about=topic_key or "",
    )


def _topic(
    row: Row[Any],
    weights: dict[str, float],
    planned: PlannedExam | None,
    locale: str,
    today: date,
) -> TopicFacts:
    progress: LessonProgress | None = row.LessonProgress
    mastery = progress.mastery if progress else _assumed(row, planned)
    is_learned = bool(progress and progress.learned_depth)
    recalled = None
    if progress and progress.studied_day and (is_learned or mastery >= KNOWN_MASTERY):
        recalled = recall((today - progress.studied_day).days, progress.stability)
    return TopicFacts(
        key=row.topic_key,
        title=text_in(row.title, locale),
        course=CourseFacts(
            row.course_key, text_in(row.course_title, locale), row.course_icon, row.course_position
        ),
        lesson_id=str(row.id),
        weight=weights.get(row.topic_key, 0.0),
        mastery=mastery,
        recall=recalled,
        mistakes=row.mistakes or 0,
        module=row.module_key or "",
        module_title=text_in(row.module_title or "", locale),
        is_quiz_taken=bool(row.quizzes),
        requires=row.requires,
        is_learned=is_learned,
        is_planned=row.next_day is not None,
    )


def _assumed(row: Row[Any], planned: PlannedExam | None) -> float:
    """Of a topic that nothing is known of: what the learner said of its course."""
    if planned is None:
        return 0.0
    return assumed_mastery(planned.plan.ratings.get(row.course_key), planned.plan.level)


def _weights(rows: Sequence[Row[Any]], planned: PlannedExam | None) -> dict[str, float]:
    """Percent of the score by topic: that of its course, shared by the items expected of it."""
    if planned is None or not planned.plan.score_key:
        return {}
    of_course = course_weights(exam_of(planned.curriculum), planned.plan.score_key)
    items: defaultdict[str, float] = defaultdict(float)
    for row in rows:
        items[row.course_key] += row.exam_items or 0
    return {
        row.topic_key: of_course.get(row.course_key, 0)
        * (row.exam_items or 0)
        / items[row.course_key]
        for row in rows
        if items[row.course_key]
    }


def _topic_rows(
    session: Session, user: User, planned: PlannedExam | None, topic_key: str | None, today: date
) -> Sequence[Row[Any]]:
    """The topics of the exam (or of what teaches the topic) with all that is known of each."""
    mistakes = _mistakes(user.id)
    quizzes = _quizzes(user.id)
    sessions = _next_days(user.id, planned, today)
    columns: tuple[Any, ...] = (
        Lesson.id,
        Lesson.topic_key,
        col(Course.key).label("course_key"),
        col(Course.title).label("course_title"),
        col(Course.icon).label("course_icon"),
        col(Course.position).label("course_position"),
        Lesson.module_key,
        Lesson.exam_items,
        Topic.title,
        Topic.requires,
        col(Module.title).label("module_title"),
        LessonProgress,
        mistakes.c.mistakes,
        quizzes.c.quizzes,
        sessions.c.next_day,
    )
    is_own = and_(
        col(LessonProgress.topic_key) == Lesson.topic_key, col(LessonProgress.user_id) == user.id
    )
    statement = (
        sql_select(*columns)
        .join(Course, col(Course.key) == Lesson.course_key)
        .join(Topic, col(Topic.key) == Lesson.topic_key)
        .outerjoin(Module, col(Module.key) == Lesson.module_key)
        .outerjoin(LessonProgress, is_own)
        .outerjoin(mistakes, mistakes.c.topic_key == Lesson.topic_key)
        .outerjoin(quizzes, quizzes.c.module_key == Lesson.module_key)
        .outerjoin(sessions, sessions.c.topic_key == Lesson.topic_key)
        .where(col(Course.curriculum_key).in_(_curricula(planned, topic_key)))
        .order_by(col(Course.position), col(Lesson.position))
    )
    return session.execute(statement).all()


def _curricula(planned: PlannedExam | None, topic_key: str | None) -> Any:
    """Of the plan; for the page of a topic, those that teach it."""
    if topic_key is None:
        return [planned.plan.curriculum_key] if planned else []
    return (
        select(Course.curriculum_key)
        .join(Lesson, col(Lesson.course_key) == Course.key)
        .where(Lesson.topic_key == topic_key)
    )


def _mistakes(user_id: UUID) -> Subquery:
    return (
        select(Mistake.topic_key, func.count().label("mistakes"))
        .where(Mistake.user_id == user_id, Mistake.status == "open")
        .group_by(col(Mistake.topic_key))
        .subquery()
    )


def _quizzes(user_id: UUID) -> Subquery:
    return (
        select(Attempt.module_key, func.count().label("quizzes"))
        .where(Attempt.user_id == user_id, Attempt.kind == "quiz", Attempt.status == "submitted")
        .group_by(col(Attempt.module_key))
        .subquery()
    )


def _next_days(user_id: UUID, planned: PlannedExam | None, today: date) -> Subquery:
    """By topic the first day from today on with a session of it that is not over."""
    return (
        select(StudySession.topic_key, func.min(StudySession.day).label("next_day"))
        .where(
            StudySession.user_id == user_id,
            StudySession.plan_id == (planned.plan.id if planned else None),
            col(StudySession.day) >= today,
            col(StudySession.status).in_(("planned", "running", "paused")),
        )
        .group_by(col(StudySession.topic_key))
        .subquery()
    )
