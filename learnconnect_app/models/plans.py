"""The skill plan: weeks, days, pauses, correction.

A correction plan's two weeks are rows of `WeeklyPlan` of kind ``correction``, so a day is a day
everywhere. Who unlocks what is decided in `domain/plans.py` and done in `services/plans.py`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, json_column, owned_by, primary_key


class PersonalizedPlan(SQLModel, table=True):
    __tablename__ = "personalized_plan"
    __table_args__ = (
        # one active plan of this kind: the database decides between two tabs
        Index(
            "uq_personalized_plan_one_active",
            "user_id",
            unique=True,
            sqlite_where=text("status = 'active'"),
            postgresql_where=text("status = 'active'"),
        ),
        CheckConstraint("status in ('active', 'paused', 'completed')", name="status"),
    )

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id")
    curriculum_key: str = owned_by("curriculum.key")
    status: str = Field(default="active", max_length=10)
    phase: str = Field(default="weeks", max_length=10)
    """weeks, final, correction, retest or finished"""
    target_step: int = 0
    """Adaptive difficulty of the tests to come, -2..2."""
    skipped_blocks: list[dict[str, Any]] = json_column(list)
    """[{course, accuracy, items}]"""
    readiness: float | None = None
    career: str | None = Field(default=None, max_length=20)
    created_at: datetime = at()
    completed_at: datetime | None = at(nullable=True)


class PlanPause(SQLModel, table=True):
    """Study days on which a plan lay still. Open while ``until_day`` is empty."""

    __tablename__ = "plan_pause"

    id: UUID = primary_key()
    plan_id: UUID = owned_by("personalized_plan.id")
    from_day: date
    until_day: date | None = None
    """First study day after the pause."""


class WeeklyPlan(SQLModel, table=True):
    __tablename__ = "weekly_plan"
    __table_args__ = (
        UniqueConstraint("plan_id", "week_number"),
        CheckConstraint(
            "status in ('locked', 'in_progress', 'test_ready', 'passed')", name="status"
        ),
    )

    id: UUID = primary_key()
    plan_id: UUID = owned_by("personalized_plan.id")
    week_number: int
    kind: str = Field(default="skill", max_length=10)
    """skill or correction"""
    course_key: str | None = owned_by("course.key", nullable=True)
    status: str = Field(default="locked", max_length=12)
    failed_attempts: int = 0
    extra_days_added: int = 0
    passed_at: datetime | None = at(nullable=True)


class DailyTask(SQLModel, table=True):
    __tablename__ = "daily_task"
    __table_args__ = (
        UniqueConstraint("weekly_plan_id", "day_number"),
        CheckConstraint("status in ('locked', 'unlocked', 'completed')", name="status"),
    )

    id: UUID = primary_key()
    weekly_plan_id: UUID = owned_by("weekly_plan.id")
    day_number: int
    kind: str = Field(default="topic", max_length=10)
    """topic, extra or correction"""
    topics: list[str] = json_column(list)
    reason: dict[str, Any] = json_column()
    resources: list[str] = json_column(list)
    """Ids of the resources shown, chosen when the day was planned."""
    minutes: int
    status: str = Field(default="locked", max_length=10)
    due_day: date | None = None
    """The study day it was opened for; set when it unlocks, moved on by a pause."""
    unlocked_at: datetime | None = at(nullable=True)
    started_at: datetime | None = at(nullable=True)
    completed_at: datetime | None = at(nullable=True)
    completed_day: date | None = None


class CorrectionPlan(SQLModel, table=True):
    """Two weeks over all topics after a final of at most 70%."""

    __tablename__ = "correction_plan"

    id: UUID = primary_key()
    plan_id: UUID = Field(
        sa_column_args=owned_by("personalized_plan.id").sa_column_args, unique=True
    )
    final_attempt_id: UUID = owned_by("attempt.id")
    status: str = Field(default="active", max_length=10)
    """active or completed"""
    created_at: datetime = at()
