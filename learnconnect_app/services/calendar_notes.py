"""What a round learns of its connection beside its events: which calendar is its, what opens it."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from learnconnect_app.services.calendar_sync import Claimed, held


def note_calendar(session: Session, *, claimed: Claimed, calendar_id: str, now: datetime) -> None:
    held(session, claimed).calendar_id = calendar_id


def note_secret(session: Session, *, claimed: Claimed, secret: str, now: datetime) -> None:
    held(session, claimed).secret = secret
