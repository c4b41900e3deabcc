"""Asks for calendars elsewhere to be written again."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, update

from learnconnect_app.models import CalendarConnection

SOON = timedelta(minutes=5)
"""Changes here are gathered for this long before they are written there."""


def ask_sync(session: Session, *, user_id: UUID, now: datetime) -> None:
    """Something changed that a learner's calendars elsewhere show: write it there soon."""
    session.exec(
        update(CalendarConnection)
        .where(
            col(CalendarConnection.user_id) == user_id,
            col(CalendarConnection.status) == "active",
            col(CalendarConnection.attempts) == 0,
            col(CalendarConnection.due_at) > now + SOON,
        )
        .values(due_at=now + SOON)
    )
