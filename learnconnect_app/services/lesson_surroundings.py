"""What lies around a lesson in its curriculum, and where the learner stands in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, and_, col, select

from learnconnect_app.domain.lesson_standing import Standing, standing_of
from learnconnect_app.models import Course, Lesson, LessonProgress, Topic, TopicMastery
from learnconnect_app.services.colors import color_at
from learnconnect_app.services.lesson_access import OpenLesson
from learnconnect_app.services.lesson_sessions import Neighbour
from learnconnect_app.services.texts import text_in


@dataclass(frozen=True, slots=True)
class Around:
    """The lessons of the curriculum by topic that may be named, and what each topic needs."""

    neighbours: Mapping[str, Neighbour]
    requires: Mapping[str, Sequence[str]]

    def needed_by(self, topic_key: str) -> list[str]:
        return [key for key in self.requires[topic_key] if key in self.neighbours]

    def opened_by(self, topic_key: str) -> list[str]:
        return [key for key, needs in self.requires.items() if topic_key in needs]


def around(session: Session, found: OpenLesson, locale: str) -> Around:
    """One query."""
    rows = session.exec(
        select(Lesson, Topic.title, Topic.requires, Course)
        .join(Topic, col(Topic.key) == Lesson.topic_key)
        .join(Course, col(Course.key) == Lesson.course_key)
        .where(Course.curriculum_key == found.curriculum.key)
        .order_by(col(Course.position), col(Lesson.position))
    ).all()
    named = [row for row in rows if found.may_name(row[0].topic_key)]
    return Around(
        neighbours={
            lesson.topic_key: Neighbour(
                lesson.id, text_in(title, locale), course.icon, color_at(course.position)
            )
            for lesson, title, _, course in named
        },
        requires={lesson.topic_key: requires for lesson, _, requires, _ in named},
    )


def standings(
    session: Session, user_id: UUID, keys: Sequence[str], today: date
) -> dict[str, Standing]:
    """By topic. One query."""
    rows = session.exec(
        select(Topic.key, LessonProgress, TopicMastery.mastery)
        .outerjoin(
            LessonProgress,
            and_(LessonProgress.topic_key == Topic.key, LessonProgress.user_id == user_id),
        )
        .outerjoin(
            TopicMastery,
            and_(TopicMastery.topic_key == Topic.key, TopicMastery.user_id == user_id),
        )
        .where(col(Topic.key).in_(keys))
        .execution_options(populate_existing=True)
    )
    return {key: _standing(progress, measured, today) for key, progress, measured in rows}


def _standing(progress: LessonProgress | None, measured: float | None, today: date) -> Standing:
    """A topic that was neither studied nor asked about is new, whatever is assumed of it."""
    is_studied = progress is not None and bool(progress.learned_depth or progress.done_minutes)
    if progress is None or not is_studied:
        if measured is None:
            return Standing()
        return standing_of(measured, 1.0, None, today, is_begun=False)
    return standing_of(
        progress.mastery,
        progress.stability,
        progress.studied_day,
        today,
        is_begun=not progress.learned_depth,
    )
