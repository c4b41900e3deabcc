"""Tests around the lessons of a study plan: the quiz of a module and the practice of a topic."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from learnconnect_app.domain.attempts import PRACTICE_ITEMS, AttemptKind, quiz_items
from learnconnect_app.domain.errors import NotFound
from learnconnect_app.models import Attempt, Course, Lesson
from learnconnect_app.services.beginnings import begin
from learnconnect_app.services.draws import Asked, draw_items
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.study_tests import new_study_test, tested_plan

LEAST_ITEMS = 3
"""A quiz or practice with fewer says nothing."""


def start_quiz(session: Session, *, user_id: UUID, module_key: str, now: datetime) -> UUID:
    """The running quiz of a module of the learner's study plan, or a new one.

    ``NotFound`` for a module of no plan of theirs; ``DomainError`` plan_paused,
    another_test_running or not_enough_items.
    """
    locked_user(session, user_id)
    plan = tested_plan(session, user_id)
    courses = _courses_of(session, plan.curriculum_key, col(Lesson.module_key) == module_key)
    wanted = {key: each for key, each in courses.items() if key not in plan.excluded_topics}
    attempt = new_study_test(session, plan, AttemptKind.QUIZ, now, module_key=module_key)
    return _begin(session, attempt, wanted or courses, quiz_items(len(wanted or courses)), now)


def start_practice(session: Session, *, user_id: UUID, topic_key: str, now: datetime) -> UUID:
    """The running practice of a topic, or a new one; as often as one likes. Errors as a quiz."""
    locked_user(session, user_id)
    plan = tested_plan(session, user_id)
    courses = _courses_of(session, plan.curriculum_key, col(Lesson.topic_key) == topic_key)
    attempt = new_study_test(session, plan, AttemptKind.PRACTICE, now, topic_key=topic_key)
    return _begin(session, attempt, courses, PRACTICE_ITEMS, now)


def _courses_of(
    session: Session, curriculum_key: str, is_wanted: ColumnElement[bool]
) -> dict[str, str]:
    """Course of each topic of a curriculum that is wanted. ``NotFound`` without any."""
    rows = session.exec(
        select(Lesson.topic_key, Lesson.course_key)
        .join(Course, col(Course.key) == Lesson.course_key)
        .where(Course.curriculum_key == curriculum_key, is_wanted)
        .order_by(col(Course.position), col(Lesson.position))
    )
    courses = dict(rows.all())
    if not courses:
        raise NotFound
    return courses


def _begin(
    session: Session, attempt: Attempt, courses: Mapping[str, str], count: int, now: datetime
) -> UUID:
    """All topics alike: a small one of the exam is a part of the module too."""
    asked = Asked(dict.fromkeys(courses, 1.0), courses, count, least=LEAST_ITEMS)
    return begin(session, attempt, partial(draw_items, session, attempt, asked, now), now=now)
