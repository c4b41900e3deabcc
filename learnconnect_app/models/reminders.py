"""How and when a learner wants to be reminded, on which devices, and what the app tells them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, json_column, owned_by, primary_key


class ReminderSetting(SQLModel, table=True):
    """A learner's own hours; without a row, the defaults of `domain.reminders`."""

    __tablename__ = "reminder_setting"
    __table_args__ = (CheckConstraint("pushes_a_day between 0 and 10", name="pushes"),)

    user_id: UUID = Field(
        primary_key=True, sa_column_args=owned_by("user_account.id").sa_column_args
    )
    quiet_from: int = 22 * 60
    """Minutes after midnight."""
    quiet_until: int = 8 * 60
    hours: list[int] = json_column(list)
    """Chosen hours of the day; empty: the best ones are learned."""
    pushes_a_day: int = 3
    is_digest: bool = True
    """One mail instead of several on a day."""


class ReminderSwitch(SQLModel, table=True):
    """A rule on a channel that is switched otherwise than it is by default."""

    __tablename__ = "reminder_switch"

    user_id: UUID = Field(
        primary_key=True, sa_column_args=owned_by("user_account.id").sa_column_args
    )
    rule: str = Field(primary_key=True, max_length=40)
    channel: str = Field(primary_key=True, max_length=10)
    is_on: bool


class ReminderPlanning(SQLModel, table=True):
    """When a learner's reminders are to be planned next: a scheduler asks for those due."""

    __tablename__ = "reminder_planning"

    user_id: UUID = Field(
        primary_key=True, sa_column_args=owned_by("user_account.id").sa_column_args
    )
    due_at: datetime = at(index=True)
    planned_day: date | None = None


class ChannelState(SQLModel, table=True):
    """How a channel of a learner does, for them to see: mail, push, google, outlook, ics."""

    __tablename__ = "channel_state"

    user_id: UUID = Field(
        primary_key=True, sa_column_args=owned_by("user_account.id").sa_column_args
    )
    channel: str = Field(primary_key=True, max_length=10)
    is_off: bool = False
    """Switched off by a bounce, a complaint or a revoked access; on again by the learner."""
    reason: str = Field(default="", max_length=20)
    succeeded_at: datetime | None = at(nullable=True)
    failed_at: datetime | None = at(nullable=True)
    error: str = Field(default="", max_length=300)


class PushSubscription(SQLModel, table=True):
    """A browser that may be pushed to."""

    __tablename__ = "push_subscription"
    __table_args__ = (UniqueConstraint("endpoint"),)

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id")
    session_id: UUID | None = owned_by("auth_session.id", nullable=True)
    """The sign-in it was made in: signing out of that browser takes it along."""
    endpoint: str = Field(max_length=1000)
    p256dh: str = Field(max_length=200)
    auth: str = Field(max_length=60)
    device: str = Field(default="", max_length=80)
    """As its browser names itself, or the learner names it, for the list in Settings."""
    created_at: datetime = at()
    succeeded_at: datetime | None = at(nullable=True)
    failures: int = 0
    """In a row."""


class Notification(SQLModel, table=True):
    """Told in the app."""

    __table_args__ = (
        UniqueConstraint("user_id", "dedupe_key"),
        Index("ix_notification_newest", "user_id", "created_at"),
    )

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id", index=False)
    kind: str = Field(max_length=40)
    params: dict[str, Any] = json_column()
    href: str = Field(default="", max_length=200)
    dedupe_key: str = Field(max_length=200)
    created_at: datetime = at()
    read_at: datetime | None = at(nullable=True)


class WeeklyReport(SQLModel, table=True):
    """A week as it was, kept as it was told."""

    __tablename__ = "weekly_report"
    __table_args__ = (UniqueConstraint("user_id", "week"),)

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id", index=False)
    week: date
    """Its Monday."""
    figures: dict[str, Any] = json_column()
    """As `domain.weekly_reports.Figures`."""
    suggestions: list[dict[str, Any]] = json_column(list)
    """[{code, values, applied_at}]"""
    created_at: datetime = at()
    opened_at: datetime | None = at(nullable=True)
