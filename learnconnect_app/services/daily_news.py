"""Tells a learner of the day's goal: nearly reached, and reached."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from learnconnect_app.domain.daily_goals import NEARLY_MINUTES
from learnconnect_app.models import User
from learnconnect_app.services.reminder_facts_reading import facts_of
from learnconnect_app.services.reminders import tell

AFTER_LAST_WORK = timedelta(minutes=30)


def tell_of_nearly(session: Session, user: User, minutes_left: int, now: datetime) -> None:
    """Once a day, and only to whoever stops here: half an hour after the last session."""
    if 0 < minutes_left <= NEARLY_MINUTES:
        due = now + AFTER_LAST_WORK
        tell(
            session,
            user=user,
            rule="nearly_there",
            values={"n": minutes_left},
            now=now,
            due_at=due,
        )


def tell_if_day_is_done(session: Session, user: User, now: datetime) -> None:
    """When nothing of either plan is left of today."""
    session.flush()
    if facts_of(session, [user.id], now)[user.id].is_done:
        tell(session, user=user, rule="goal_reached", now=now)
