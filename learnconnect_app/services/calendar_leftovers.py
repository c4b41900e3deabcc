"""Connections that are let go although not everything was taken down there. Operators are told."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from learnconnect_app.domain.outbox import APP, CALENDAR_LEFT
from learnconnect_app.models import CalendarConnection, OutboxMessage


def let_go(session: Session, row: CalendarConnection, *, now: datetime) -> None:
    """Forget the connection and its access. What is left for operators, among what did not get
    through, names nobody: a provider, how often it was tried, and why that failed (a code)."""
    if row.calendar_id or row.provider == "google":  # else nothing of ours is there
        session.add(_note(row, now))
    session.delete(row)


def _note(row: CalendarConnection, now: datetime) -> OutboxMessage:
    return OutboxMessage(
        channel=APP,
        kind=CALENDAR_LEFT,
        recipient="",
        locale="en",
        params={},
        dedupe_key=f"{CALENDAR_LEFT}:{row.id}",
        status="failed",
        attempts=row.attempts,
        error=f"{row.provider}: {row.error}".rstrip(": "),
        due_at=now,
        created_at=now,
    )
