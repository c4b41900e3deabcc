"""Which lessons a learner may open.

Every lesson of an exam; of a skill plan only topics of days that are unlocked, since nothing of a
locked day may reach a browser. Anything else does not exist: ``NotFound``.
"""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from learnconnect_app.domain.errors import NotFound
from learnconnect_app.models import (
    Course,
    Curriculum,
    DailyTask,
    Lesson,
    Module,
    PersonalizedPlan,
    Topic,
    WeeklyPlan,
)


class OpenLesson(NamedTuple):
    """A lesson with all that it is part of."""

    lesson: Lesson
    topic: Topic
    course: Course
    curriculum: Curriculum
    module: Module | None
    visible: frozenset[str] | None
    """Topics of its curriculum that may be named; all of them for ``None``."""

    def may_name(self, topic_key: str) -> bool:
        return self.visible is None or topic_key in self.visible


def open_lesson(session: Session, user_id: UUID, lesson_id: UUID) -> OpenLesson:
    """In one query, two for a lesson of a skill plan."""
    row = session.execute(
        select(Lesson, Topic, Course, Curriculum, Module)
        .join(Topic, col(Topic.key) == Lesson.topic_key)
        .join(Course, col(Course.key) == Lesson.course_key)
        .join(Curriculum, col(Curriculum.key) == Course.curriculum_key)
        .outerjoin(Module, col(Module.key) == Lesson.module_key)
        .where(col(Lesson.id) == lesson_id)
    ).first()
    if row is None:
        raise NotFound
    lesson, topic, course, curriculum, module = row
    visible = None
    if curriculum.kind != "exam":
        visible = _unlocked_topics(session, user_id, curriculum.key)
        if topic.key not in visible:
            raise NotFound
    return OpenLesson(lesson, topic, course, curriculum, module, visible)


def _unlocked_topics(session: Session, user_id: UUID, curriculum_key: str) -> frozenset[str]:
    days = session.scalars(
        select(col(DailyTask.topics))
        .join(WeeklyPlan, col(WeeklyPlan.id) == DailyTask.weekly_plan_id)
        .join(PersonalizedPlan, col(PersonalizedPlan.id) == WeeklyPlan.plan_id)
        .where(
            col(PersonalizedPlan.user_id) == user_id,
            col(PersonalizedPlan.curriculum_key) == curriculum_key,
            col(DailyTask.status) != "locked",
        )
    )
    return frozenset(key for topics in days for key in topics)
