"""Sessions of a study plan, and what the planner believes of each topic of the learner."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, json_column, optional_json, owned_by, primary_key


class StudySession(SQLModel, table=True):
    """A session on a day of the calendar.

    planned → running ⇄ paused → done | partly; a day that passes leaves the others ``missed``.
    """

    __tablename__ = "study_session"
    __table_args__ = (
        Index("ix_study_session_plan_day", "plan_id", "day"),
        Index("ix_study_session_user_day", "user_id", "day"),
        # one clock runs at a time, whatever the number of tabs and devices
        Index(
            "uq_study_session_one_running",
            "user_id",
            unique=True,
            sqlite_where=text("status = 'running'"),
            postgresql_where=text("status = 'running'"),
        ),
        CheckConstraint("kind in ('new', 'review', 'deepen', 'practice_test', 'own')", name="kind"),
        CheckConstraint(
            "status in ('planned', 'running', 'paused', 'done', 'partly', 'missed')", name="status"
        ),
        CheckConstraint("percent between 0 and 100", name="percent"),
    )

    id: UUID = primary_key()
    plan_id: UUID = owned_by("study_plan.id", index=False)
    user_id: UUID = owned_by("user_account.id", index=False)
    day: date
    position: int
    """Order within the day, from 0."""
    start_minute: int | None = None
    """Minutes after the midnight that begins ``day``; up to 04:00 of the next morning."""
    kind: str = Field(max_length=16)
    topic_key: str | None = owned_by("topic.key", nullable=True)
    """Empty for practice tests and sessions of the learner's own."""
    course_key: str | None = owned_by("course.key", nullable=True)
    title: str = Field(default="", max_length=120)
    """Of a session of the learner's own."""
    minutes: int
    part: int = 1
    parts: int = 1
    aimed_minutes: int = 0
    """Of a new topic in all its parts."""
    reason: dict[str, Any] = json_column()
    """{why, number, topic}, as `domain.study_problems.Reason`"""
    status: str = Field(default="planned", max_length=10)
    is_pinned: bool = False
    """Put here by the learner: planning works around it."""
    percent: int = 0
    """How much of it was done."""
    spent_seconds: int = 0
    """On the clock before ``running_since``."""
    running_since: datetime | None = at(nullable=True)
    recall: str = Field(default="", max_length=10)
    """Of a review: forgotten, hard, good or easy."""
    mood: str = Field(default="", max_length=12)
    """excited, focused, tired or demotivated"""
    notes: str = Field(default="", max_length=4000)
    started_at: datetime | None = at(nullable=True)
    ended_at: datetime | None = at(nullable=True)
    done_day: date | None = Field(default=None, index=True)
    """Study day it was done on."""
    attempt_id: UUID | None = Field(
        default=None,
        sa_column_args=[ForeignKey("attempt.id", ondelete="SET NULL")],
        nullable=True,
        index=True,
    )
    """The test that was taken in it."""
    version: int = 1
    """Counts up with every change, so that two tabs notice each other."""
    undo: dict[str, Any] | None = optional_json()
    """What completing it changed, to be taken back: {minutes, before, after}; the last two are the
    topic's ``LessonProgress``, or null where there was none."""


class LessonProgress(SQLModel, table=True):
    """Where a learner stands in a topic, as the planner believes (`study_problems.Lesson`)."""

    __tablename__ = "lesson_progress"

    user_id: UUID = Field(
        primary_key=True, sa_column_args=owned_by("user_account.id").sa_column_args
    )
    topic_key: str = Field(primary_key=True, sa_column_args=owned_by("topic.key").sa_column_args)
    mastery: float = 0
    """0..1: by what was studied and what was answered since."""
    stability: float
    """Days."""
    difficulty: float = 5
    """1-10, of FSRS."""
    studied_day: date | None = None
    learned_depth: float = 0
    deepened: int = 0
    done_minutes: int = 0
    """Of a topic begun and not finished."""
    aimed_minutes: int = 0
    not_before: date | None = None
    """A missed topic is not planned before this day."""
    updated_at: datetime = at()
