"""Mails that are due, of learners who are awake, for trials of the outbox."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert

from learnconnect_app.adapters import clock
from learnconnect_app.adapters.database import Database
from learnconnect_app.models import OutboxMessage, User

KIND = "weekly_report"
"""A mail whose rule is asked about before it is sent, and which no plan is needed for."""
AT_ONCE = 5000


def fill(database: Database, count: int, *, learners: int, due: timedelta) -> None:
    """``count`` mails, due one after the other during the next ``due``."""
    now = clock.now()
    users = [a_user(now) for _ in range(learners)]
    step = due / count
    rows = [_a_mail(users[n % learners], now + step * n, n) for n in range(count)]
    with database.transaction() as session:
        for table, values in ((User, users), (OutboxMessage, rows)):
            for start in range(0, len(values), AT_ONCE):
                session.execute(insert(table), values[start : start + AT_ONCE])


def a_user(now: datetime) -> dict[str, Any]:
    """Of a zone where it is midday: nobody is spared at night."""
    hours = 12 - now.astimezone(UTC).hour
    zone = f"Etc/GMT{-hours:+d}" if hours else "UTC"  # POSIX counts westwards
    user = User(
        email=f"{uuid.uuid4().hex}@example.org",
        password_hash="none",
        display_name="Ayşe",
        locale="tr",
        timezone=zone,
        email_confirmed_at=now,
        created_at=now,
    )
    return user.model_dump()


def _a_mail(user: dict[str, Any], due_at: datetime, number: int) -> dict[str, Any]:
    row = OutboxMessage(
        user_id=user["id"],
        channel="mail",
        kind=KIND,
        about=str(number),
        recipient=user["email"],
        locale="tr",
        params={"path": "/reports", "duration": "4 saat", "n": 5},
        dedupe_key=f"{KIND}:mail:{number}:{user['id']}",
        due_at=due_at,
        created_at=due_at,
    )
    return row.model_dump()
