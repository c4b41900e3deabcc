"""What learners have earned the right to be proud of, and what they have set themselves."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, owned_by, primary_key


class Achievement(SQLModel, table=True):
    """A tier of an achievement of `domain.achievements` that was reached."""

    __table_args__ = (
        # awarded once, whoever finds out first
        UniqueConstraint("user_id", "key", "tier"),
        CheckConstraint("tier in ('bronze', 'silver', 'gold')", name="tier"),
    )

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id", index=False)
    key: str = Field(max_length=40)
    tier: str = Field(max_length=6)
    earned_at: datetime = at()
    celebrated_at: datetime | None = at(nullable=True)
    """When the learner was shown it; celebrated once, on one screen."""


class Challenge(SQLModel, table=True):
    """What a learner has set themselves for a week."""

    __table_args__ = (
        UniqueConstraint("user_id", "week"),
        CheckConstraint("target > 0", name="target"),
    )

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id", index=False)
    week: date
    """Its Monday."""
    key: str = Field(max_length=40)
    target: int
    chosen_at: datetime = at()
    completed_at: datetime | None = at(nullable=True)


class LearnerGoal(SQLModel, table=True):
    """Minutes a learner wants to reach; without a row, what their plans ask for."""

    __tablename__ = "learner_goal"
    __table_args__ = (
        CheckConstraint("minutes_a_day is null or minutes_a_day between 5 and 960", name="day"),
        CheckConstraint("minutes_a_week is null or minutes_a_week between 5 and 6720", name="week"),
    )

    user_id: UUID = Field(
        primary_key=True, sa_column_args=owned_by("user_account.id").sa_column_args
    )
    minutes_a_day: int | None = None
    minutes_a_week: int | None = None
    updated_at: datetime = at()
