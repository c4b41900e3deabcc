"""Rewards that points are given for.

Every XP earned is a point earned; the balance is the XP ledger less what this ledger has spent.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, json_column, owned_by, primary_key


class Reward(SQLModel, table=True):
    """What an operator has put into the shop."""

    __table_args__ = (
        UniqueConstraint("key"),
        CheckConstraint(
            "kind in ('code', 'premium_days', 'theme', 'frame', 'streak_freeze')", name="kind"
        ),
        CheckConstraint("cost > 0", name="cost"),
        CheckConstraint("stock is null or stock >= 0", name="stock"),
    )

    id: UUID = primary_key()
    key: str = Field(max_length=60)
    kind: str = Field(max_length=16)
    title: dict[str, Any] = json_column()
    """{en, tr}"""
    description: dict[str, Any] = json_column()
    cost: int
    value: dict[str, Any] = json_column()
    """As its kind in `domain.rewards` asks for: days, theme, frame, prefix of codes..."""
    stock: int | None = None
    """How many are left; without a number, as many as are asked for."""
    per_learner: int | None = None
    valid_days: int | None = None
    """How long a redeemed one may be used."""
    is_offered: bool = True
    from_at: datetime | None = at(nullable=True)
    until_at: datetime | None = at(nullable=True)
    created_at: datetime = at()


class Redemption(SQLModel, table=True):
    """A reward that a learner has taken. The row and what it pays out are written together."""

    __table_args__ = (
        # a click that arrives twice redeems once
        UniqueConstraint("user_id", "request_id"),
        CheckConstraint("status in ('active', 'used', 'refunded')", name="status"),
    )

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id", index=False)
    reward_id: UUID = Field(
        sa_column_args=[ForeignKey("reward.id", ondelete="RESTRICT")], index=True
    )
    request_id: UUID
    cost: int
    status: str = Field(default="active", max_length=10)
    code: str = Field(default="", max_length=80)
    value: dict[str, Any] = json_column()
    """What it gave, as it was then."""
    expires_at: datetime | None = at(nullable=True)
    used_at: datetime | None = at(nullable=True)
    created_at: datetime = at()


class RewardCode(SQLModel, table=True):
    """A code of a reward's pool; taken by at most one redemption."""

    __tablename__ = "reward_code"
    __table_args__ = (UniqueConstraint("reward_id", "code"), UniqueConstraint("redemption_id"))

    id: UUID = primary_key()
    reward_id: UUID = owned_by("reward.id", index=False)
    code: str = Field(max_length=80)
    redemption_id: UUID | None = Field(
        default=None,
        sa_column_args=[ForeignKey("redemption.id", ondelete="SET NULL")],
        nullable=True,
    )
    is_taken: bool = False
    """Stays when its redemption has gone with a learner's account."""
    created_at: datetime = at()


class PointsEntry(SQLModel, table=True):
    """Points spent (negative) or given back. Rows are only ever added."""

    __tablename__ = "points_entry"
    __table_args__ = (
        UniqueConstraint("user_id", "entry_type", "object_id"),
        CheckConstraint("amount <> 0", name="amount"),
    )

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id", index=False)
    entry_type: str = Field(max_length=20)
    object_id: str = Field(max_length=64)
    """Redemption it is for."""
    amount: int
    created_at: datetime = at()
