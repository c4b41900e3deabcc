"""Messages to be sent, and whether a scheduler is alive."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, json_column, owned_by, primary_key


class OutboxMessage(SQLModel, table=True):
    """One message on one channel. ``dedupe_key`` says what it must be unique for.

    pending → sending (the intent, committed before the send) → sent | pending again | failed;
    a sender that died leaves ``sending`` past its lease, which becomes ``unknown``.
    """

    __tablename__ = "outbox_message"
    __table_args__ = (
        Index("ix_outbox_message_due", "status", "due_at"),
        CheckConstraint(
            "status in ('pending', 'sending', 'sent', 'failed', 'unknown')", name="status"
        ),
    )

    id: UUID = primary_key()
    user_id: UUID | None = owned_by("user_account.id", nullable=True)
    channel: str = Field(max_length=10)
    kind: str = Field(max_length=40)
    recipient: str = Field(max_length=254)
    locale: str = Field(max_length=2)
    params: dict[str, Any] = json_column()
    dedupe_key: str = Field(max_length=200, unique=True)
    status: str = Field(default="pending", max_length=10)
    attempts: int = 0
    due_at: datetime = at()
    leased_until: datetime | None = at(nullable=True)
    sent_at: datetime | None = at(nullable=True)
    error: str = Field(default="", max_length=300)
    created_at: datetime = at()


class Heartbeat(SQLModel, table=True):
    name: str = Field(primary_key=True, max_length=60)
    beat_at: datetime = at()
