"""Asks for all that follows a learner's plan elsewhere to follow it again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.models import ReminderPlanning
from learnconnect_app.services.calendar_asks import ask_sync
from learnconnect_app.services.upserts import upsert_all


def ask(session: Session, *, user_id: UUID, now: datetime) -> None:
    """Something changed that reminders depend on, and calendars elsewhere show: the ones are
    planned again at the next tick, the others written soon."""
    row = ReminderPlanning(user_id=user_id, due_at=now)
    upsert_all(session, [row], by=["user_id"], keep=["planned_day"])
    ask_sync(session, user_id=user_id, now=now)
