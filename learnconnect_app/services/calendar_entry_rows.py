"""Rows that stand in a learner's calendars elsewhere, with the titles they need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, and_, col, func, or_, select

from learnconnect_app.domain.calendar_entries import PAST
from learnconnect_app.models import (
    Course,
    Curriculum,
    DailyTask,
    Lesson,
    PersonalizedPlan,
    PlanChange,
    StudyPlan,
    StudySession,
    Topic,
    WeeklyPlan,
)

ENDED, AHEAD = ("done", "partly"), ("planned", "running", "paused")
WITH_EXAM = ("active", "paused")


class SessionRow(NamedTuple):
    session: StudySession
    topic: Mapping[str, str] | None
    course: Mapping[str, str] | None
    lesson_id: UUID | None


class TaskRow(NamedTuple):
    task: DailyTask
    track: Mapping[str, str]


class PlanRow(NamedTuple):
    plan: StudyPlan
    exam: Mapping[str, str]
    changed_at: datetime | None
    changes: int | None


def plan_rows(session: Session, user_id: UUID) -> Sequence[PlanRow]:
    """Those with an exam ahead of them, each with its latest change."""
    rows = session.exec(
        select(
            StudyPlan,
            Curriculum.title,
            func.max(PlanChange.created_at),
            func.max(PlanChange.number),
        )
        .join(Curriculum, col(Curriculum.key) == StudyPlan.curriculum_key)
        .outerjoin(PlanChange, col(PlanChange.plan_id) == StudyPlan.id)
        .where(StudyPlan.user_id == user_id, col(StudyPlan.status).in_(WITH_EXAM))
        .group_by(col(StudyPlan.id), col(Curriculum.key))
        .order_by(col(StudyPlan.created_at))
    )
    return [PlanRow(*row) for row in rows]


def session_rows(
    session: Session, user_id: UUID, active: UUID | None, today: date
) -> Sequence[SessionRow]:
    is_own_lesson = and_(
        col(Lesson.course_key) == StudySession.course_key,
        col(Lesson.topic_key) == StudySession.topic_key,
    )
    is_ahead = and_(
        col(StudySession.plan_id) == active,
        col(StudySession.status).in_(AHEAD),
        col(StudySession.day) >= today,
    )
    rows = session.exec(
        select(StudySession, Topic.title, Course.title, Lesson.id)
        .outerjoin(Topic, col(Topic.key) == StudySession.topic_key)
        .outerjoin(Course, col(Course.key) == StudySession.course_key)
        .outerjoin(Lesson, is_own_lesson)
        .where(
            StudySession.user_id == user_id,
            col(StudySession.day) >= today - PAST,
            or_(col(StudySession.status).in_(ENDED), is_ahead),
        )
    )
    return [SessionRow(*row) for row in rows]


def task_rows(session: Session, user_id: UUID, today: date) -> Sequence[TaskRow]:
    """Days done lately, and the open one of the active plan."""
    is_open = and_(col(DailyTask.status) == "unlocked", col(PersonalizedPlan.status) == "active")
    is_recent = and_(
        col(DailyTask.status) == "completed", col(DailyTask.completed_day) >= today - PAST
    )
    rows = session.exec(
        select(DailyTask, Curriculum.title)
        .join(WeeklyPlan, col(WeeklyPlan.id) == DailyTask.weekly_plan_id)
        .join(PersonalizedPlan, col(PersonalizedPlan.id) == WeeklyPlan.plan_id)
        .join(Curriculum, col(Curriculum.key) == PersonalizedPlan.curriculum_key)
        .where(PersonalizedPlan.user_id == user_id, or_(is_open, is_recent))
    )
    return [TaskRow(*row) for row in rows]
