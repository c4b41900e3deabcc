"""What tests of reminders share: a learner with devices, and what was written for them."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from learnconnect_app.domain.study_days import local_time
from learnconnect_app.models import OutboxMessage, PushSubscription, User
from learnconnect_app.services.reminder_planning import ask, plan_due
from learnconnect_app.services.reminder_wants import Verdict, wanted
from tests.factories import NOW


def a_device(session: Session, user: User, *, name: str = "phone") -> PushSubscription:
    device = PushSubscription(
        user_id=user.id,
        endpoint=f"https://push.example/{user.id}/{name}",
        p256dh="key",
        auth="secret",
        device=name,
        created_at=NOW,
    )
    session.add(device)
    session.flush()
    return device


def planned(session: Session, user: User, now: datetime) -> None:
    """Plan the learner's study day as the scheduler would."""
    ask(session, user_id=user.id, now=now)
    assert plan_due(session, now=now) == 1


def rows_of(session: Session, user: User, kind: str | None = None) -> list[OutboxMessage]:
    """By when they are due."""
    found = select(OutboxMessage).where(OutboxMessage.user_id == user.id)
    if kind is not None:
        found = found.where(OutboxMessage.kind == kind)
    order = col(OutboxMessage.due_at), col(OutboxMessage.channel)
    return list(
        session.exec(found.order_by(*order).execution_options(populate_existing=True)).all()
    )


def channels_of(rows: list[OutboxMessage]) -> Counter[str]:
    return Counter(row.channel for row in rows)


def hours_of(rows: list[OutboxMessage], zone: str = "Europe/Istanbul") -> list[str]:
    return [f"{local_time(row.due_at, zone):%a %H:%M}" for row in rows]


def verdict_on(session: Session, row: OutboxMessage, *, after: timedelta = timedelta()) -> Verdict:
    """When it is due, or a while after that."""
    session.flush()
    return wanted(session, [row], row.due_at + after)[row.id]
