"""One row a study day: what was done, and what kind of day it was for the streak."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, owned_by, primary_key


class DailyActivity(SQLModel, table=True):
    __tablename__ = "daily_activity"
    __table_args__ = (
        UniqueConstraint("user_id", "day"),
        CheckConstraint(
            "kind in ('active', 'rest', 'paused', 'vacation', 'frozen', 'missed')", name="kind"
        ),
    )

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id", index=False)
    day: date
    kind: str = Field(max_length=10)
    tasks_completed: int = 0
    tests_submitted: int = 0
    minutes: int = 0


class StreakFreeze(SQLModel, table=True):
    """Covers one missed day by itself. Earned by a full week of a streak, or redeemed."""

    __tablename__ = "streak_freeze"
    __table_args__ = (
        UniqueConstraint("user_id", "earned_day"),
        UniqueConstraint("redemption_id"),
        CheckConstraint("(earned_day is null) <> (redemption_id is null)", name="origin"),
    )

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id", index=False)
    earned_day: date | None = None
    """The study day that completed the week; none of one that was redeemed."""
    redemption_id: UUID | None = Field(
        default=None,
        sa_column_args=[ForeignKey("redemption.id", ondelete="CASCADE")],
        nullable=True,
    )
    used_day: date | None = None
    is_seen: bool = False
    """Whether the learner was told that it covered a day."""
    created_at: datetime = at()
