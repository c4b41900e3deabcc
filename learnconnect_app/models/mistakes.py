"""The mistake notebook: items a learner got wrong, and when each comes back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, optional_json, owned_by, primary_key


class Mistake(SQLModel, table=True):
    """One row an item, however often it was wrong; a template comes back as another variant."""

    __table_args__ = (
        UniqueConstraint("user_id", "item_key"),
        Index("ix_mistake_due", "user_id", "status", "due_day"),
        CheckConstraint("status in ('open', 'learned')", name="status"),
    )

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id", index=False)
    item_key: str = owned_by("item.key")
    topic_key: str = owned_by("topic.key")
    variant_id: UUID = owned_by("item_variant.id")
    """As it was wrong last."""
    attempt_item_id: UUID | None = Field(
        default=None,
        sa_column_args=[ForeignKey("attempt_item.id", ondelete="SET NULL")],
        nullable=True,
        index=True,
    )
    answer: Any = optional_json()
    """What was answered last when it was wrong."""
    times_wrong: int = 1
    times_right: int = 0
    """In a row, since it was wrong last."""
    stability: float
    """Days, as FSRS has it."""
    difficulty: float
    """1-10, as FSRS has it."""
    reviewed_day: date
    due_day: date
    status: str = Field(default="open", max_length=10)
    created_at: datetime = at()
