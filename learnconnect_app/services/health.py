"""Whether the parts are alive: the database answers, the scheduler was heard of lately."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session, select

from learnconnect_app.models import Heartbeat
from learnconnect_app.services.upserts import upsert_all

SCHEDULER = "scheduler"
HEARD_WITHIN = timedelta(minutes=2)


def beat(session: Session, *, name: str = SCHEDULER, now: datetime) -> None:
    upsert_all(session, [Heartbeat(name=name, beat_at=now)], by=["name"])


def is_scheduler_heard(session: Session, *, now: datetime) -> bool:
    """Raises whatever the database raises when it cannot be reached."""
    last = session.exec(select(Heartbeat.beat_at).where(Heartbeat.name == SCHEDULER)).first()
    return last is not None and now - last <= HEARD_WITHIN
