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
    a sender that died leaves ``sending`` past its lease, which becomes ``unknown`` until the
    provider or an operator says what became of it. What is no longer wanted is ``cancelled``,
    what came too late ``expired``.
    """

    __tablename__ = "outbox_message"
    __table_args__ = (
        Index("ix_outbox_message_due", "channel", "status", "due_at"),
        Index("ix_outbox_message_about", "user_id", "kind", "about"),
        CheckConstraint("channel in ('mail', 'push', 'app')", name="channel"),
        CheckConstraint(
            "status in ('pending', 'sending', 'sent', 'failed', 'unknown', 'cancelled', 'expired')",
            name="status",
        ),
    )

    id: UUID = primary_key()
    user_id: UUID | None = owned_by("user_account.id", nullable=True)
    channel: str = Field(max_length=10)
    kind: str = Field(max_length=40)
    """A mail of the accounts, or the key of a rule of `domain.reminders`."""
    about: str = Field(default="", max_length=64)
    """Id of what it speaks of: its rule asks about it once more before it is sent."""
    recipient: str = Field(max_length=254)
    """An address; the id of a subscription of push; empty in the app."""
    locale: str = Field(max_length=2)
    params: dict[str, Any] = json_column()
    dedupe_key: str = Field(max_length=200, unique=True)
    """``rule:channel:who:local date`` of a reminder."""
    status: str = Field(default="pending", max_length=10)
    attempts: int = 0
    due_at: datetime = at()
    expires_at: datetime | None = at(nullable=True)
    """From then on it would come too late."""
    leased_until: datetime | None = at(nullable=True)
    sent_at: datetime | None = at(nullable=True)
    delivery: str = Field(default="", max_length=12)
    """What the provider told afterwards: delivered, deferred, bounced, dropped or complained."""
    error: str = Field(default="", max_length=300)
    created_at: datetime = at()


class Heartbeat(SQLModel, table=True):
    name: str = Field(primary_key=True, max_length=60)
    beat_at: datetime = at()
