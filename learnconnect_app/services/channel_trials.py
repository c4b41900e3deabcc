"""Tests that learners send themselves: real messages through the outbox, to see them arrive."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlmodel import Session, col, select

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.models import OutboxMessage, PushSubscription, User
from learnconnect_app.services.channels import is_switched_off
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.rate_limits import is_allowed
from learnconnect_app.services.upserts import insert_new

TRIAL = "test"
"""Its kind in the outbox."""
EVERY, FRESH_FOR = timedelta(minutes=1), timedelta(minutes=10)
SHOWN_FOR = timedelta(days=1)
PATH = "/settings#integrations"
WAITING, FAILED = ("pending", "sending"), ("failed", "unknown", "expired", "cancelled")


def send_trial(session: Session, *, user_id: UUID, channel: str, now: datetime) -> None:
    """Put a test into the outbox, once a minute; a push to each device.

    ``DomainError``: trial_too_soon, channel_off (it was switched off), address_unconfirmed,
    push_no_device, or bad_request for a channel that has no tests.
    """
    user = locked_user(session, user_id)
    recipients = _recipients(session, user, channel)
    if is_switched_off(session, user_id=user_id, channel=channel):
        raise DomainError("channel_off", channel)
    if channel == "mail" and user.email_confirmed_at is None:
        raise DomainError("address_unconfirmed", channel)
    if not is_allowed(
        session, name="trial", of=f"{user_id}:{channel}", most=1, within=EVERY, now=now
    ):
        raise DomainError("trial_too_soon", channel)
    trial = str(uuid4())
    rows = [_row(user, channel, recipient, trial, now) for recipient in recipients]
    insert_new(session, rows)


def _recipients(session: Session, user: User, channel: str) -> list[str]:
    if channel == "mail":
        return [user.email]
    if channel != "push":
        raise DomainError("bad_request")
    found = session.exec(select(PushSubscription.id).where(PushSubscription.user_id == user.id))
    devices = [str(each) for each in found]
    if not devices:
        raise DomainError("push_no_device", "push")
    return devices


def _row(user: User, channel: str, recipient: str, trial: str, now: datetime) -> OutboxMessage:
    return OutboxMessage(
        user_id=user.id,
        channel=channel,
        kind=TRIAL,
        about=trial,
        recipient=recipient,
        locale=user.locale,
        params={"path": PATH},
        dedupe_key=f"{TRIAL}:{channel}:{trial}:{recipient}"[:200],
        due_at=now,
        expires_at=now + FRESH_FOR,
        created_at=now,
    )


def latest_trials(
    session: Session, user_id: UUID, now: datetime
) -> dict[str, tuple[str, datetime]]:
    """By channel, what became of the newest test of the last day, and when it was asked for."""
    rows = session.exec(
        select(OutboxMessage)
        .where(
            OutboxMessage.user_id == user_id,
            OutboxMessage.kind == TRIAL,
            col(OutboxMessage.created_at) >= now - SHOWN_FOR,
        )
        .order_by(col(OutboxMessage.created_at).desc())
        .limit(40)
    ).all()
    newest: dict[str, list[OutboxMessage]] = {}
    for row in rows:
        group = newest.setdefault(row.channel, [])
        if not group or group[0].about == row.about:
            group.append(row)
    return {
        channel: (_outcome(group, now), group[0].created_at) for channel, group in newest.items()
    }


def _outcome(rows: Iterable[OutboxMessage], now: datetime) -> str:
    """Of several devices, the best that happened to any."""
    found = {_state(row, now) for row in rows}
    return next(each for each in ("sent", "waiting", "again", "failed") if each in found)


def _state(row: OutboxMessage, now: datetime) -> str:
    if row.delivery in ("bounced", "dropped") or row.status in FAILED:
        return "failed"
    if row.status in WAITING:
        if row.expires_at is not None and row.expires_at <= now:
            return "failed"
        return "again" if row.attempts > 1 or row.error else "waiting"
    return "sent"
