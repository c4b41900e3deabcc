"""The XP ledger. Rows are only ever added; the total is their sum."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, owned_by, primary_key


class XPReward(SQLModel, table=True):
    __tablename__ = "xp_reward"
    __table_args__ = (
        # nothing is ever paid twice, whoever asks and however often
        UniqueConstraint("user_id", "reward_type", "object_id"),
        CheckConstraint("amount > 0", name="amount"),
    )

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id", index=False)
    reward_type: str = Field(max_length=20)
    object_id: str = Field(max_length=64)
    """Task, week or study day it is paid for."""
    amount: int
    day: date
    created_at: datetime = at()
