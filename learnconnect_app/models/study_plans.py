"""The study plan: a goal, what was planned for it, what changed, and days without study.

A plan begins as a draft, which the goal wizard fills step by step; activating makes its sessions.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, json_column, optional_json, owned_by, primary_key


class StudyPlan(SQLModel, table=True):
    __tablename__ = "study_plan"
    __table_args__ = (
        # one active plan of this kind and one draft: the database decides between two tabs
        *(
            Index(
                f"uq_study_plan_one_{status}",
                "user_id",
                unique=True,
                sqlite_where=text(f"status = '{status}'"),
                postgresql_where=text(f"status = '{status}'"),
            )
            for status in ("active", "draft")
        ),
        CheckConstraint(
            "status in ('draft', 'active', 'paused', 'completed', 'replaced')", name="status"
        ),
    )

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id")
    curriculum_key: str = owned_by("curriculum.key")
    status: str = Field(default="draft", max_length=10)
    step: str = Field(default="exam", max_length=16)
    """Where the wizard was left."""
    score_key: str = Field(default="", max_length=60)
    """Score type of the exam."""
    target: dict[str, Any] = json_column()
    """{kind: net, score or programme, value, name}; empty: none set."""
    exam_day: date | None = None
    weekday_minutes: list[int] = json_column(list)
    """Seven, Monday first."""
    rest_weekdays: list[int] = json_column(list)
    preferred_hours: list[int] = json_column(list)
    """Hours of the day (0-23) in which sessions are placed first."""
    level: str = Field(default="", max_length=16)
    """beginner, intermediate or advanced: what is assumed where nothing was measured."""
    focus_courses: list[str] = json_column(list)
    style: str = Field(default="", max_length=16)
    """Kind of resources shown first: video, article, practice, book or mixed."""
    ratings: dict[str, int] = json_column()
    """Self-rating 1-5 by course, instead of the assessment."""
    excluded_topics: list[str] = json_column(list)
    multipliers: dict[str, float] = json_column()
    """Minutes by course against the author's, 0.5-2.0."""
    price: dict[str, Any] | None = optional_json()
    """As `domain.study_problems.Price`: the same price plans the rest the same way again."""
    planned_day: date | None = None
    """First day of the latest planning. Empty while the plan is active: it is to be made again."""
    settled_day: date | None = None
    """First study day whose sessions are not settled as done or missed yet."""
    adapted_day: date | None = None
    """Study day of the latest weekly adaptation."""
    created_at: datetime = at()
    activated_at: datetime | None = at(nullable=True)
    completed_at: datetime | None = at(nullable=True)


class StudyPause(SQLModel, table=True):
    """Study days on which a study plan lay still. Open while ``until_day`` is empty."""

    __tablename__ = "study_pause"

    id: UUID = primary_key()
    plan_id: UUID = owned_by("study_plan.id")
    from_day: date
    until_day: date | None = None
    """First study day after the pause."""


class Absence(SQLModel, table=True):
    """Vacation or illness: study days on which nothing is expected of any plan."""

    __table_args__ = (CheckConstraint("kind in ('vacation', 'illness')", name="kind"),)

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id")
    kind: str = Field(max_length=10)
    from_day: date
    until_day: date | None = None
    """First study day after it; empty: until the learner is back."""
    created_at: datetime = at()


class BusyTime(SQLModel, table=True):
    """A time of the learner's own in which no session is placed: each week, or once."""

    __tablename__ = "busy_time"
    __table_args__ = (
        CheckConstraint("(weekday is null) <> (day is null)", name="when"),
        CheckConstraint("start_minute < end_minute", name="order"),
    )

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id")
    title: str = Field(max_length=80)
    weekday: int | None = None
    """Monday is 0."""
    day: date | None = None
    start_minute: int
    """Minutes after midnight."""
    end_minute: int


class PlanChange(SQLModel, table=True):
    """What was changed in a study plan, why, and how to take it back."""

    __tablename__ = "plan_change"
    __table_args__ = (
        UniqueConstraint("plan_id", "number"),
        CheckConstraint("status in ('applied', 'proposed', 'declined', 'undone')", name="status"),
    )

    id: UUID = primary_key()
    plan_id: UUID = owned_by("study_plan.id")
    number: int
    """Counts up from 1 in a plan."""
    kind: str = Field(max_length=20)
    """activated, moved, missed, adapted, vacation, back, edited, added, removed, resumed"""
    status: str = Field(default="applied", max_length=10)
    reasons: list[dict[str, Any]] = json_column(list)
    """[{code, ...values}], as the catalogs word them."""
    summary: dict[str, Any] = json_column()
    """{moved, added, dropped: counts; dropped_topics: keys}"""
    rows: list[dict[str, Any]] = json_column(list)
    """[{id, before, after}] of each session touched; before or after is null when there is none."""
    settings: dict[str, Any] = json_column()
    """{before, after} of the plan's own values that changed, such as ``multipliers``."""
    created_at: datetime = at()
    decided_at: datetime | None = at(nullable=True)
