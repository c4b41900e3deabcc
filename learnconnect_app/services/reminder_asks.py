"""Asks for a learner's reminders to be planned again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.models import ReminderPlanning
from learnconnect_app.services.upserts import upsert_all


def ask(session: Session, *, user_id: UUID, now: datetime) -> None:
    """Something changed that the reminders depend on: plan them again at the next tick."""
    row = ReminderPlanning(user_id=user_id, due_at=now)
    upsert_all(session, [row], by=["user_id"], keep=["planned_day"])
