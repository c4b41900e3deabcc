"""Calendars elsewhere: a feed, and connections to Google and Outlook with the events made there."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, owned_by, primary_key


class CalendarFeed(SQLModel, table=True):
    """The private ICS address: revoked by another ``nonce``."""

    __tablename__ = "calendar_feed"

    user_id: UUID = Field(
        primary_key=True, sa_column_args=owned_by("user_account.id").sa_column_args
    )
    nonce: str = Field(max_length=43)
    """The token is made of it and of the secret key, so that the address can be shown again."""
    token_hash: str = Field(max_length=64, unique=True)
    created_at: datetime = at()
    fetched_at: datetime | None = at(nullable=True)


class CalendarConnection(SQLModel, table=True):
    __tablename__ = "calendar_connection"
    __table_args__ = (
        UniqueConstraint("user_id", "provider"),
        Index("ix_calendar_connection_due", "status", "due_at"),
        CheckConstraint("provider in ('google', 'outlook')", name="provider"),
        CheckConstraint("status in ('active', 'reconnect', 'removing')", name="status"),
    )

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id", index=False)
    provider: str = Field(max_length=10)
    status: str = Field(default="active", max_length=10)
    """``reconnect``: access was revoked; ``removing``: its events are being deleted."""
    account: str = Field(default="", max_length=254)
    """Whose calendar, as the provider names it."""
    secret: str = Field(default="", max_length=8000)
    """What refreshes access, encrypted."""
    calendar_id: str = Field(default="", max_length=300)
    sync_token: str = Field(default="", max_length=2000)
    """Where the incremental reading goes on."""
    due_at: datetime = at()
    """When it is synchronised next."""
    leased_until: datetime | None = at(nullable=True)
    attempts: int = 0
    """Failed ones in a row."""
    synced_at: datetime | None = at(nullable=True)
    error: str = Field(default="", max_length=300)
    created_at: datetime = at()


class CalendarEvent(SQLModel, table=True):
    """The event that stands for a session in a calendar elsewhere."""

    __tablename__ = "calendar_event"
    __table_args__ = (
        UniqueConstraint("connection_id", "session_id"),
        UniqueConstraint("connection_id", "event_id"),
    )

    id: UUID = primary_key()
    connection_id: UUID = owned_by("calendar_connection.id", index=False)
    session_id: UUID | None = Field(
        default=None,
        sa_column_args=[ForeignKey("study_session.id", ondelete="SET NULL")],
        nullable=True,
        index=True,
    )
    """Empty once the session is gone: the event is to be deleted."""
    event_id: str = Field(max_length=300)
    etag: str = Field(default="", max_length=200)
    fingerprint: str = Field(default="", max_length=64)
    """Of what was written last."""
    updated_at: datetime = at()


class OAuthRequest(SQLModel, table=True):
    """A connection being made: who began it, and the secret that ends it (PKCE)."""

    __tablename__ = "oauth_request"

    state_hash: str = Field(primary_key=True, max_length=64)
    user_id: UUID = owned_by("user_account.id")
    provider: str = Field(max_length=10)
    verifier: str = Field(max_length=128)
    expires_at: datetime = at()
