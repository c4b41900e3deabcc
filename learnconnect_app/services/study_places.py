"""Topics of an exam with what is known of a learner in them: the planner's lessons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, and_, col, select

from learnconnect_app.domain.exams import course_weights
from learnconnect_app.domain.study_beliefs import assumed_mastery
from learnconnect_app.domain.study_days import ONE_DAY, study_day
from learnconnect_app.domain.study_problems import Lesson
from learnconnect_app.models import (
    Course,
    Curriculum,
    LessonProgress,
    StudyPlan,
    Topic,
    TopicMastery,
    User,
)
from learnconnect_app.models import Lesson as LessonRow
from learnconnect_app.services.exams import exam_of

FOCUS = 1.25
"""A focus course counts for so much more than in the score; the sum stays the same."""


class Place(NamedTuple):
    """A topic in the curriculum, with what is known of the learner in it."""

    course: str
    module: str
    topic: str
    minutes: int
    requires: Sequence[str]
    exam_items: float | None
    progress: LessonProgress | None
    measured: float | None
    """Mastery as placement or answers found it."""


def places_that_count(session: Session, plan: StudyPlan) -> tuple[list[Place], dict[str, float]]:
    """Topics of the courses that count for the plan's score, in the order of the exam, and the
    percent of each of these courses. Three queries."""
    weights = course_weights(exam_of(session.get(Curriculum, plan.curriculum_key)), plan.score_key)
    places = _places(session, plan, col(LessonRow.course_key).in_(weights))
    order = list(weights)
    return sorted(places, key=lambda place: order.index(place.course)), weights


class Known(NamedTuple):
    """A topic as the learner stands today, without what it counts."""

    lesson: Lesson
    studied_day: date


def known_today(
    session: Session, plan: StudyPlan, user: User, topics: Collection[str], today: date
) -> dict[str, Known]:
    """Topics of the plan's curriculum. Two queries."""
    places = _places(session, plan, col(LessonRow.topic_key).in_(topics))
    start = first_day(plan, user, today)
    return {
        place.topic: Known(lesson_of(plan, place, 0.0, today, start), studied_day(place, start))
        for place in places
    }


def _places(session: Session, plan: StudyPlan, which: ColumnElement[bool]) -> list[Place]:
    """Topics of the plan's curriculum in their order within each course."""
    is_own = and_(
        LessonProgress.user_id == plan.user_id, LessonProgress.topic_key == LessonRow.topic_key
    )
    rows = session.exec(
        select(LessonRow, Topic.minutes, Topic.requires, LessonProgress)
        .join(Topic, col(Topic.key) == LessonRow.topic_key)
        .join(Course, col(Course.key) == LessonRow.course_key)
        .outerjoin(LessonProgress, is_own)
        .where(Course.curriculum_key == plan.curriculum_key, which)
        .order_by(col(Course.position), col(LessonRow.position))
        .execution_options(populate_existing=True)
    ).all()
    measured = _measured(session, plan.user_id)
    return [
        Place(
            lesson.course_key,
            lesson.module_key or "",
            lesson.topic_key,
            minutes,
            requires,
            lesson.exam_items,
            progress,
            measured.get(lesson.topic_key),
        )
        for lesson, minutes, requires, progress in rows
    ]


def _measured(session: Session, user_id: UUID) -> dict[str, float]:
    """Mastery by topic as the learner's tests found it."""
    columns = select(col(TopicMastery.topic_key), col(TopicMastery.mastery))
    return dict(session.exec(columns.where(TopicMastery.user_id == user_id)).all())


def first_day(plan: StudyPlan, user: User, today: date) -> date:
    """The study day on which the plan began; today for a draft."""
    return study_day(plan.activated_at, user.timezone) if plan.activated_at else today


def points_by_topic(
    plan: StudyPlan, places: Sequence[Place], weights: Mapping[str, float]
) -> dict[str, float]:
    """Percent of the score by topic: that of its course, shared by expected items of the exam."""
    focused = {
        course: weight * (FOCUS if course in plan.focus_courses else 1.0)
        for course, weight in weights.items()
    }
    scale = sum(weights.values()) / sum(focused.values())
    items: defaultdict[str, float] = defaultdict(float)
    for place in places:
        items[place.course] += _items(place)
    return {
        place.topic: scale * focused[place.course] * _items(place) / (items[place.course] or 1.0)
        for place in places
    }


def _items(place: Place) -> float:
    return 1.0 if place.exam_items is None else place.exam_items


def lesson_of(plan: StudyPlan, place: Place, weight: float, today: date, start: date) -> Lesson:
    """The topic as the learner stands on ``today``, in a plan that began on ``start``."""
    lesson = Lesson(
        place.topic,
        place.course,
        place.module,
        place.minutes,
        weight,
        requires=tuple(place.requires),
        days_since=max(1, (today - studied_day(place, start)).days),
    )
    row = place.progress
    if row is None:
        return replace(lesson, mastery=_assumed(plan, place))
    return replace(
        lesson,
        mastery=row.mastery,
        stability=row.stability,
        difficulty=row.difficulty,
        learned_depth=row.learned_depth,
        deepened=row.deepened,
        done_minutes=row.done_minutes,
        aimed_minutes=row.aimed_minutes,
        not_before=max(0, (row.not_before - today).days) if row.not_before else 0,
    )


def _assumed(plan: StudyPlan, place: Place) -> float:
    """What the learner said of the course, what was measured, or what the level lets expect."""
    rating = plan.ratings.get(place.course)
    if rating is None and place.measured is not None:
        return place.measured
    return assumed_mastery(rating, plan.level)


def studied_day(place: Place, start: date) -> date:
    """When it was studied last; what was known before counts from the eve of the plan."""
    row = place.progress
    return row.studied_day if row and row.studied_day else start - ONE_DAY
