"""What medals count that the database can count: each a scalar query of one learner."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, func
from sqlalchemy import select as sql_select
from sqlalchemy.orm import aliased
from sqlmodel import col

from learnconnect_app.domain.achievements import Fact
from learnconnect_app.domain.mistakes import RIGHTS_TO_LEARN
from learnconnect_app.domain.resume_scores import RUBRIC
from learnconnect_app.models import (
    Attempt,
    Challenge,
    DailyTask,
    Lesson,
    Mistake,
    PersonalizedPlan,
    ResumeImpact,
    StudyPlan,
    StudySession,
    TopicMastery,
    WeeklyPlan,
)

MASTERED = 0.8
"""Chance of a right answer from which a topic counts as mastered."""
FEWEST_ANSWERS = 3
"""In a topic, before it can count as mastered."""
FEWEST_ITEMS = 5
"""Of a test that can be perfect."""
PERFECTIBLE = ("weekly", "final", "retest", "quiz", "practice_test", "mock")
WORKED_THROUGH = ("done", "partly")

Count = Any
"""A scalar query, or a sum of some."""


def _count(*conditions: ColumnElement[bool]) -> Count:
    return sql_select(func.count()).where(*conditions).scalar_subquery()


def _plans(user_id: UUID) -> Count:
    skill = _count(col(PersonalizedPlan.user_id) == user_id)
    return skill + _count(
        col(StudyPlan.user_id) == user_id, col(StudyPlan.activated_at).is_not(None)
    )


def _weeks(user_id: UUID, *conditions: ColumnElement[bool]) -> Count:
    """Weeks of skill plans whose test was passed; correction weeks have none."""
    return (
        sql_select(func.count())
        .select_from(WeeklyPlan)
        .join(PersonalizedPlan, col(PersonalizedPlan.id) == WeeklyPlan.plan_id)
        .where(
            col(PersonalizedPlan.user_id) == user_id,
            col(WeeklyPlan.kind) == "skill",
            col(WeeklyPlan.status) == "passed",
            *conditions,
        )
        .scalar_subquery()
    )


def _comebacks(user_id: UUID) -> Count:
    failed = aliased(Attempt)
    modules = (
        sql_select(func.count(col(Attempt.module_key).distinct()))
        .select_from(Attempt)
        .join(
            failed,
            and_(
                col(failed.user_id) == Attempt.user_id,
                col(failed.module_key) == Attempt.module_key,
                col(failed.is_passed).is_(False),
                col(failed.submitted_at) < Attempt.submitted_at,
            ),
        )
        .where(
            col(Attempt.user_id) == user_id,
            col(Attempt.kind) == "quiz",
            col(Attempt.is_passed).is_(True),
        )
        .scalar_subquery()
    )
    return _weeks(user_id, col(WeeklyPlan.failed_attempts) > 0) + modules


def _worked_through(user_id: UUID, *conditions: ColumnElement[bool]) -> Count:
    """Study plans of whose minutes half is done, missed ones that nothing replaced included."""
    topics = _topics_of_plans(user_id, *conditions).subquery()
    plans = (
        sql_select(topics.c.plan_id)
        .group_by(topics.c.plan_id)
        .having(2 * func.sum(topics.c.done) >= 100 * func.sum(topics.c.planned))
    )
    return _rows(plans)


def _topics_of_plans(user_id: UUID, *conditions: ColumnElement[bool]) -> Select[Any]:
    """Minutes planned, and a hundred times those done, of each topic and kind of session.

    A topic takes the minutes of its sessions that were not missed, or what all its parts were
    aimed at; one that was missed altogether counts once, however often it was planned. Sessions
    without a topic count each for itself.
    """
    minutes, aimed = col(StudySession.minutes), col(StudySession.aimed_minutes)
    whole = case((aimed > minutes, aimed), else_=minutes)
    is_missed = col(StudySession.status) == "missed"
    is_done = col(StudySession.status).in_(WORKED_THROUGH)
    held = func.sum(case((is_missed, 0), else_=minutes))
    aimed_at = func.max(case((is_missed, 0), else_=whole))
    planned = case((held > aimed_at, held), (aimed_at > 0, aimed_at), else_=func.max(whole))
    alone = case((col(StudySession.topic_key).is_(None), col(StudySession.id)))
    return (
        sql_select(
            col(StudySession.plan_id),
            func.sum(case((is_done, minutes * col(StudySession.percent)), else_=0)).label("done"),
            planned.label("planned"),
        )
        .join(StudyPlan, col(StudyPlan.id) == StudySession.plan_id)
        .where(col(StudySession.user_id) == user_id, col(StudySession.kind) != "own", *conditions)
        .group_by(
            col(StudySession.plan_id), col(StudySession.kind), col(StudySession.topic_key), alone
        )
    )


def _half_plans(user_id: UUID) -> Count:
    done = case((col(DailyTask.status) == "completed", 1), else_=0)
    skill = (
        sql_select(col(WeeklyPlan.plan_id))
        .join(PersonalizedPlan, col(PersonalizedPlan.id) == WeeklyPlan.plan_id)
        .join(DailyTask, col(DailyTask.weekly_plan_id) == WeeklyPlan.id)
        .where(col(PersonalizedPlan.user_id) == user_id)
        .group_by(col(WeeklyPlan.plan_id))
        .having(2 * func.sum(done) >= func.count())
    )
    return _rows(skill) + _worked_through(user_id)


def _finished(user_id: UUID) -> Count:
    """Ended, and not merely broken off."""
    skill = _count(
        col(PersonalizedPlan.user_id) == user_id, col(PersonalizedPlan.status) == "completed"
    )
    return skill + _worked_through(user_id, col(StudyPlan.status) == "completed")


def _modules(user_id: UUID) -> Count:
    """Modules of exams, and the weekly blocks of tracks, which have none."""
    unit = func.coalesce(Lesson.module_key, Lesson.course_key)
    known = and_(
        col(TopicMastery.user_id) == user_id,
        col(TopicMastery.topic_key) == Lesson.topic_key,
        col(TopicMastery.mastery) >= MASTERED,
        col(TopicMastery.answers) >= FEWEST_ANSWERS,
    )
    whole = (
        sql_select(unit)
        .select_from(Lesson)
        .outerjoin(TopicMastery, known)
        .group_by(unit)
        .having(func.count(col(TopicMastery.topic_key)) == func.count())
    )
    return _rows(whole)


def _resume_gain(user_id: UUID) -> Count:
    """Between the latest scores of a role, as the page compares them; from nothing, against 1."""
    before, after = _latest_scores(user_id, "before"), _latest_scores(user_id, "after")
    start = case((before.c.score < 1, 1.0), else_=before.c.score)
    return (
        sql_select(func.max(100 * (after.c.score - before.c.score) / start))
        .join_from(after, before, before.c.curriculum_key == after.c.curriculum_key)
        .where(before.c.place == 1, after.c.place == 1)
        .scalar_subquery()
    )


def _latest_scores(user_id: UUID, stage: str) -> Subquery:
    """Scores of a stage by today's rubric; the latest of each role has place 1."""
    role = col(ResumeImpact.curriculum_key)
    place = func.row_number().over(partition_by=role, order_by=col(ResumeImpact.created_at).desc())
    return (
        sql_select(role, col(ResumeImpact.score), place.label("place"))
        .where(
            col(ResumeImpact.user_id) == user_id,
            col(ResumeImpact.stage) == stage,
            col(ResumeImpact.rubric) == RUBRIC,
        )
        .subquery()
    )


def _rows(query: Select[Any]) -> Count:
    return sql_select(func.count()).select_from(query.subquery()).scalar_subquery()


def _tests(user_id: UUID, *conditions: ColumnElement[bool]) -> Count:
    return _count(col(Attempt.user_id) == user_id, col(Attempt.status) == "submitted", *conditions)


COUNTS: Mapping[Fact, Callable[[UUID], Count]] = {
    Fact.CHALLENGES: lambda user_id: _count(
        col(Challenge.user_id) == user_id, col(Challenge.completed_at).is_not(None)
    ),
    Fact.PLANS: _plans,
    Fact.WEEKS: _weeks,
    Fact.HALF_PLANS: _half_plans,
    Fact.PLANS_FINISHED: _finished,
    Fact.RESUME_GAIN: _resume_gain,
    Fact.MODULES: _modules,
    Fact.PERFECT_TESTS: lambda user_id: _tests(
        user_id,
        col(Attempt.kind).in_(PERFECTIBLE),
        col(Attempt.total) >= FEWEST_ITEMS,
        col(Attempt.correct) == Attempt.total,
    ),
    Fact.COMEBACKS: _comebacks,
    # whoever takes one out by hand says that they know it, and has not shown it
    Fact.MISTAKES: lambda user_id: _count(
        col(Mistake.user_id) == user_id,
        col(Mistake.status) == "learned",
        col(Mistake.times_right) >= RIGHTS_TO_LEARN,
    ),
    Fact.REVIEWS: lambda user_id: _count(
        col(StudySession.user_id) == user_id,
        col(StudySession.kind) == "review",
        col(StudySession.status) == "done",
    ),
    Fact.PRACTICE_TESTS: lambda user_id: _tests(
        user_id, col(Attempt.kind) == "practice_test", col(Attempt.correct) > 0
    ),
    Fact.MOCKS: lambda user_id: _tests(
        user_id, col(Attempt.kind) == "mock", col(Attempt.correct) > 0
    ),
}
