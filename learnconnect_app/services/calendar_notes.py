"""What a round learns of its connection beside its events: which calendar is its, what opens it."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, select

from learnconnect_app.models import CalendarConnection
from learnconnect_app.services.calendar_sync import Claimed, held, known_events


def calendars_of_others(session: Session, *, claimed: Claimed, now: datetime) -> list[str]:
    """Ids of calendars that other connections have in this account; in any, when it is unknown."""
    row = held(session, claimed)
    wanted = select(CalendarConnection.calendar_id).where(
        CalendarConnection.provider == row.provider,
        CalendarConnection.id != row.id,
        CalendarConnection.calendar_id != "",
    )
    if row.account:
        wanted = wanted.where(CalendarConnection.account == row.account)
    return list(session.exec(wanted))


def keys_of_events(session: Session, *, claimed: Claimed, now: datetime) -> list[str]:
    held(session, claimed)
    return [each.key for each in known_events(session, claimed.id)]


def note_calendar(session: Session, *, claimed: Claimed, calendar_id: str, now: datetime) -> None:
    """All is read anew there; empty: it is gone."""
    row = held(session, claimed)
    row.calendar_id, row.sync_token = calendar_id, ""


def note_secret(session: Session, *, claimed: Claimed, secret: str, now: datetime) -> None:
    held(session, claimed).secret = secret
