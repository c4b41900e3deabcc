"""The tracks a learner may choose from: roles and languages."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from learnconnect_app.domain.views import TrackCard
from learnconnect_app.models import Course, Curriculum, Item, Lesson, PersonalizedPlan
from learnconnect_app.services.texts import text_in


def list_tracks(
    session: Session, *, user_id: UUID, locale: str, now: datetime | None = None
) -> tuple[TrackCard, ...]:
    """All tracks in their order, with the learner's unfinished plans. Four queries.

    Exams are no tracks. ``now`` changes nothing: every reader is given it.
    """
    curricula = session.exec(
        select(Curriculum)
        .where(Curriculum.kind != "exam", col(Curriculum.is_retired).is_(False))
        .order_by(col(Curriculum.position))
    ).all()
    courses, items = _courses(session), _item_counts(session)
    plans = _unfinished_plans(session, user_id)
    cards = []
    for curriculum in curricula:
        plan, blocks = plans.get(curriculum.key), courses[curriculum.key]
        cards.append(
            TrackCard(
                key=curriculum.key,
                kind=curriculum.kind,
                title=text_in(curriculum.title, locale),
                tagline=text_in(curriculum.tagline, locale),
                leads_to=text_in(curriculum.leads_to, locale),
                icon=curriculum.icon,
                topics=sum(topics for _, topics in blocks),
                item_count=items.get(curriculum.key, 0),
                blocks=tuple(text_in(course.title, locale) for course, _ in blocks),
                plan_status=plan.status if plan else "",
                plan_id=str(plan.id) if plan else "",
            )
        )
    return tuple(cards)


def _courses(session: Session) -> defaultdict[str, list[tuple[Course, int]]]:
    """Courses of each curriculum in order, with their number of topics."""
    topics = (
        select(func.count()).where(Lesson.course_key == Course.key).correlate(Course)
    ).scalar_subquery()
    found: defaultdict[str, list[tuple[Course, int]]] = defaultdict(list)
    for course, count in session.exec(select(Course, topics).order_by(col(Course.position))):
        if count:  # a course that left the content has no topics
            found[course.curriculum_key].append((course, int(count)))
    return found


def _item_counts(session: Session) -> dict[str, int]:
    rows = session.exec(
        select(Course.curriculum_key, func.count(func.distinct(Item.key)))
        .join(Lesson, col(Lesson.course_key) == Course.key)
        .join(Item, col(Item.topic_key) == Lesson.topic_key)
        .where(col(Item.is_retired).is_(False))
        .group_by(col(Course.curriculum_key))
    )
    return dict(rows.all())


def _unfinished_plans(session: Session, user_id: UUID) -> dict[str, PersonalizedPlan]:
    """By curriculum; the active one before a paused one, then the newer."""
    rows = session.exec(
        select(PersonalizedPlan)
        .where(PersonalizedPlan.user_id == user_id, PersonalizedPlan.status != "completed")
        .order_by(col(PersonalizedPlan.status).desc(), col(PersonalizedPlan.created_at))
    )
    return {plan.curriculum_key: plan for plan in rows}
