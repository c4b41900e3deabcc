"""What the notification centre shows, worded in the learner's language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NotificationRow:
    id: str
    kind: str
    """Key of a rule of `domain.reminders`: it decides the icon."""
    title: str
    text: str
    href: str
    at_ms: int
    """Milliseconds since 1970, as browsers count."""
    is_unread: bool


@dataclass(frozen=True)
class NotificationDay:
    """What was told on a study day, newest first."""

    day: str
    name: str
    """today, yesterday, or empty for an earlier one"""
    rows: tuple[NotificationRow, ...]


@dataclass(frozen=True)
class NotificationsView:
    days: tuple[NotificationDay, ...] = ()
    """The newest first."""
    unread: int = 0
    """Among all, not only those in sight."""
