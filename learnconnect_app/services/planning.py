"""Writes plans: the weeks and days after an assessment, extra days, the two correction weeks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select, update

from learnconnect_app.domain.diagnoses import Diagnosis
from learnconnect_app.domain.plans import (
    Block,
    DayDraft,
    PlanTopic,
    Standing,
    WeekDraft,
    correction_draft,
    draft_plan,
)
from learnconnect_app.models import (
    Attempt,
    CorrectionPlan,
    Course,
    DailyTask,
    Lesson,
    PersonalizedPlan,
    Topic,
    User,
    WeeklyPlan,
)
from learnconnect_app.services.resources import Shelf, new_shelf, shelf_of

REPEATED_MINUTES = 2
"""A correction goes over a topic again in the n-th part of its minutes."""


def curriculum_topics(session: Session, curriculum_key: str) -> list[tuple[str, Topic]]:
    """(course key, topic) of a curriculum, in its order."""
    rows = session.exec(
        select(Course.key, Topic)
        .join(Lesson, col(Lesson.course_key) == Course.key)
        .join(Topic, col(Topic.key) == Lesson.topic_key)
        .where(Course.curriculum_key == curriculum_key)
        .order_by(col(Course.position), col(Lesson.position))
    )
    return [(course, topic) for course, topic in rows]


def planned_topics(session: Session, plan_id: UUID, week_id: UUID | None = None) -> dict[str, str]:
    """The topics that the days of a plan (or of one week of it) teach, each with its course."""
    statement = (
        select(WeeklyPlan.course_key, DailyTask.topics)
        .join(DailyTask, col(DailyTask.weekly_plan_id) == WeeklyPlan.id)
        .where(WeeklyPlan.plan_id == plan_id, DailyTask.kind == "topic")
        .order_by(col(WeeklyPlan.week_number), col(DailyTask.day_number))
    )
    if week_id is not None:
        statement = statement.where(WeeklyPlan.id == week_id)
    return {key: course or "" for course, keys in session.exec(statement) for key in keys}


def write_plan(
    session: Session,
    *,
    user: User,
    attempt: Attempt,
    standing: Mapping[str, Standing],
    now: datetime,
) -> PersonalizedPlan:
    """The plan an assessment leads to, all of it still locked."""
    topics = curriculum_topics(session, attempt.curriculum_key)
    draft = draft_plan(_blocks(topics), standing)
    skipped = [
        {"course": block.block, "accuracy": block.accuracy, "items": block.items}
        for block in draft.skipped
    ]
    plan = PersonalizedPlan(
        user_id=user.id,
        curriculum_key=attempt.curriculum_key,
        skipped_blocks=skipped,
        created_at=now,
    )
    session.add(plan)
    session.flush()
    minutes = {topic.key: topic.minutes for _, topic in topics}
    _write_weeks(session, plan, draft.weeks, minutes, new_shelf(session, minutes, user.locale))
    return plan


def write_extra_days(
    session: Session, *, user: User, week: WeeklyPlan, diagnosis: Diagnosis
) -> None:
    """A day for each topic of the diagnosis, with resources of kinds not used before."""
    keys = set(diagnosis.topics)
    minutes = _minutes(session, keys)
    shelf = shelf_of(session, week.plan_id, keys, user.locale)
    last = session.exec(
        select(func.max(DailyTask.day_number)).where(DailyTask.weekly_plan_id == week.id)
    ).one()
    for number, key in enumerate(diagnosis.topics, start=int(last or 0) + 1):
        reason = {"code": "weak_topic"}
        session.add(_day(week.id, number, "extra", (key,), reason, shelf, minutes[key]))
    session.exec(
        update(WeeklyPlan)
        .where(col(WeeklyPlan.id) == week.id)
        .values(extra_days_added=WeeklyPlan.extra_days_added + len(diagnosis.topics))
    )
    session.flush()


def write_correction(
    session: Session,
    *,
    user: User,
    plan: PersonalizedPlan,
    final: Attempt,
    standing: Mapping[str, Standing],
    now: datetime,
) -> None:
    """Two weeks of correction over the topics of ``standing``, all of it still locked."""
    minutes = _minutes(session, standing)
    shelf = shelf_of(session, plan.id, minutes, user.locale)
    session.add(CorrectionPlan(plan_id=plan.id, final_attempt_id=final.id, created_at=now))
    last = session.exec(
        select(func.max(WeeklyPlan.week_number)).where(WeeklyPlan.plan_id == plan.id)
    ).one()
    drafts = correction_draft(list(standing), standing)
    weeks = [
        WeeklyPlan(plan_id=plan.id, week_number=number, kind="correction")
        for number, _ in enumerate(drafts, start=int(last or 0) + 1)
    ]
    session.add_all(weeks)
    session.flush()
    for week, days in zip(weeks, drafts, strict=True):
        for number, day in enumerate(days, start=1):
            time = sum(minutes[key] for key in day.topics) // REPEATED_MINUTES
            reason = {"code": "correction"}
            session.add(_day(week.id, number, "correction", day.topics, reason, shelf, time))
    session.flush()


def _minutes(session: Session, topics: Collection[str]) -> dict[str, int]:
    rows = session.exec(select(Topic.key, Topic.minutes).where(col(Topic.key).in_(topics)))
    return dict(rows.all())


def _blocks(topics: Iterable[tuple[str, Topic]]) -> list[Block]:
    by_course: dict[str, list[PlanTopic]] = defaultdict(list)
    for course, topic in topics:
        by_course[course].append(PlanTopic(topic.key, tuple(topic.requires), topic.minutes))
    return [Block(course, tuple(members)) for course, members in by_course.items()]


def _write_weeks(
    session: Session,
    plan: PersonalizedPlan,
    drafts: Sequence[WeekDraft],
    minutes: Mapping[str, int],
    shelf: Shelf,
) -> None:
    weeks = [
        WeeklyPlan(plan_id=plan.id, week_number=draft.number, course_key=draft.block)
        for draft in drafts
    ]
    session.add_all(weeks)
    session.flush()
    for week, draft in zip(weeks, drafts, strict=True):
        for number, day in enumerate(draft.days, start=1):
            time = minutes[day.topic]
            session.add(_day(week.id, number, "topic", day.topics, _reason(day), shelf, time))
    session.flush()


def _reason(day: DayDraft) -> dict[str, Any]:
    opens = {"topic": day.reason.opens} if day.reason.opens else {}
    return {"code": day.reason.code.value, **opens}


def _day(
    week_id: UUID,
    number: int,
    kind: str,
    topics: Sequence[str],
    reason: dict[str, Any],
    shelf: Shelf,
    minutes: int,
) -> DailyTask:
    return DailyTask(
        weekly_plan_id=week_id,
        day_number=number,
        kind=kind,
        topics=list(topics),
        reason=reason,
        resources=shelf.take(topics),
        minutes=minutes,
    )
