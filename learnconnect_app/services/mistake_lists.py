"""The pages of the mistake notebook: topics with their counts, and the mistakes of a topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, case, func
from sqlmodel import Session, col, select

from learnconnect_app.content.questions import Question
from learnconnect_app.domain.mistake_views import (
    MistakeCourse,
    MistakeRow,
    MistakesView,
    MistakeTopic,
)
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.domain.views import ReviewItem
from learnconnect_app.models import (
    AttemptItem,
    Course,
    Curriculum,
    ItemVariant,
    Lesson,
    Mistake,
    Topic,
)
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.colors import color_at
from learnconnect_app.services.mistakes import own_mistake
from learnconnect_app.services.rendering import review_item, stem_html
from learnconnect_app.services.texts import text_in

TOPICS_A_PAGE = 20
MOST_ROWS = 30
"""Mistakes of a topic in its list; a topic has few more items."""


class _Counted(NamedTuple):
    """A topic with how many of its mistakes are open and due, and when the first is due."""

    topic: str
    title: Mapping[Any, str]
    open_count: int
    due_count: int
    first_due: date


def in_course(course_key: str) -> ColumnElement[bool]:
    """Whether a mistake is of a course; of any that still teaches its topic for an empty key."""
    topics = select(Lesson.topic_key)
    if course_key:
        topics = topics.where(Lesson.course_key == course_key)
    return col(Mistake.topic_key).in_(topics)


def mistakes_view(
    session: Session, *, user_id: UUID, course_key: str, pages: int, now: datetime
) -> MistakesView:
    """The notebook, of a course or (empty) of all, its first pages of topics. Four queries.

    A course without mistakes is none to filter by: all are shown.
    """
    user = get_user(session, user_id)
    day = study_day(now, user.timezone)
    counted = _counted(session, user_id, day)
    courses = _courses(session, [each.topic for each in counted])
    course = course_key if any(each.key == course_key for each in courses.values()) else ""
    shown = [c for c in counted if not course or courses[c.topic].key == course]
    first_due = min((each.first_due for each in shown), default=None)
    page = shown[: pages * TOPICS_A_PAGE]
    return MistakesView(
        course=course,
        due_count=sum(each.due_count for each in shown),
        open_count=sum(each.open_count for each in shown),
        learned_count=_learned(session, user_id),
        next_day=first_due.isoformat() if first_due and first_due > day else "",
        courses=_filters(counted, courses, user.locale),
        topics=tuple(_topic(each, courses[each.topic], user.locale) for each in page),
        hidden_topics=len(shown) - len(page),
    )


def mistakes_of_topic(
    session: Session, *, user_id: UUID, topic_key: str, now: datetime
) -> tuple[MistakeRow, ...]:
    """The open mistakes of a topic, due ones first, without any answer. Two queries."""
    user = get_user(session, user_id)
    day = study_day(now, user.timezone)
    rows = session.exec(
        select(Mistake, ItemVariant.question)
        .join(ItemVariant, col(ItemVariant.id) == Mistake.variant_id)
        .where(Mistake.user_id == user_id, Mistake.topic_key == topic_key, Mistake.status == "open")
        .order_by(col(Mistake.due_day), col(Mistake.id))
        .limit(MOST_ROWS)
    )
    return tuple(
        MistakeRow(
            id=str(row.id),
            stem_html=stem_html(Question.model_validate(question), user.locale),
            times_wrong=row.times_wrong,
            due_day=row.due_day.isoformat(),
            is_due=row.due_day <= day,
        )
        for row, question in rows
    )


def shown_mistake(
    session: Session, *, user_id: UUID, mistake_id: UUID, now: datetime
) -> ReviewItem:
    """A mistake with what was answered, what is right and why: because the learner asks for it.

    ``NotFound``. ``now`` changes nothing: every reader is given it.
    """
    row = own_mistake(session, user_id, mistake_id)
    locale = get_user(session, user_id).locale
    question = Question.model_validate(session.get_one(ItemVariant, row.variant_id).question)
    title = session.exec(select(Topic.title).where(Topic.key == row.topic_key)).one()
    item = session.get(AttemptItem, row.attempt_item_id) if row.attempt_item_id else None
    order = item.order if item else list(range(len(question.choices)))
    shown = AttemptItem(
        attempt_id=row.id,
        position=0,
        variant_id=row.variant_id,
        topic_key=row.topic_key,
        course_key="",
        difficulty=0,
        expected_seconds=0,
        order=order,
        answer=row.answer,
        is_correct=False,
    )
    return review_item(shown, question, text_in(title, locale), locale)


def _counted(session: Session, user_id: UUID, day: date) -> list[_Counted]:
    """Topics with open mistakes, those with something due first: the order stays while a learner
    works through the list."""
    due = func.sum(case((col(Mistake.due_day) <= day, 1), else_=0))
    rows = session.exec(
        select(Mistake.topic_key, func.count(), due, func.min(Mistake.due_day))
        .where(Mistake.user_id == user_id, Mistake.status == "open", in_course(""))
        .group_by(col(Mistake.topic_key))
    ).all()
    titles = dict(
        session.exec(
            select(Topic.key, Topic.title).where(col(Topic.key).in_([row[0] for row in rows]))
        ).all()
    )
    found = [_Counted(key, titles[key], total, due, first) for key, total, due, first in rows]
    return sorted(found, key=lambda each: (each.due_count == 0, each.topic))


def _courses(session: Session, topics: Collection[str]) -> dict[str, Course]:
    """The course of each topic; of one that several share, that of the first curriculum."""
    rows = session.exec(
        select(Lesson.topic_key, Course)
        .join(Course, col(Course.key) == Lesson.course_key)
        .join(Curriculum, col(Curriculum.key) == Course.curriculum_key)
        .where(col(Lesson.topic_key).in_(topics))
        .order_by(col(Curriculum.position).desc(), col(Course.position).desc())
    )
    return dict(rows.all())


def _filters(
    counted: Sequence[_Counted], courses: dict[str, Course], locale: str
) -> tuple[MistakeCourse, ...]:
    by_key = {course.key: course for course in courses.values()}
    counts: Counter[str] = Counter()
    for each in counted:
        counts[courses[each.topic].key] += each.open_count
    ordered = sorted(counts, key=lambda key: (by_key[key].curriculum_key, by_key[key].position))
    return tuple(MistakeCourse(k, text_in(by_key[k].title, locale), counts[k]) for k in ordered)


def _topic(counted: _Counted, course: Course, locale: str) -> MistakeTopic:
    return MistakeTopic(
        key=counted.topic,
        title=text_in(counted.title, locale),
        course_title=text_in(course.title, locale),
        icon=course.icon,
        color=color_at(course.position),
        open_count=counted.open_count,
        due_count=counted.due_count,
    )


def _learned(session: Session, user_id: UUID) -> int:
    return session.exec(
        select(func.count()).where(Mistake.user_id == user_id, Mistake.status == "learned")
    ).one()
