"""Events of the mail provider: what became of mails, also of those that nobody could tell of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from learnconnect_app.domain.mail_events import MailEvent
from learnconnect_app.domain.outbox import MAIL, opens_something, without_secrets
from learnconnect_app.models import OutboxMessage, User
from learnconnect_app.services.channels import note_failure, switch_off

UNSETTLED = ("", "deferred")


def note_events(session: Session, *, events: Sequence[MailEvent], now: datetime) -> None:
    """Write down what the provider tells. The same event again changes nothing."""
    ids = {event.outbox_id for event in events}
    rows = session.exec(
        select(OutboxMessage)
        .where(col(OutboxMessage.id).in_(ids), OutboxMessage.channel == MAIL)
        .order_by(col(OutboxMessage.id))  # in one order, so that no two wait for each other
        .with_for_update()
    )
    found = {row.id: row for row in rows}
    for event in events:
        if row := found.get(event.outbox_id):
            _note(session, row, event, now)


def _note(session: Session, row: OutboxMessage, event: MailEvent, now: datetime) -> None:
    if not event.has_failed and row.delivery in UNSETTLED and row.status != "sent":
        row.status, row.sent_at, row.error = "sent", now, ""
    if opens_something(row.kind):
        row.params = without_secrets(row.params)
    if not event.outweighs(row.delivery):
        return
    row.delivery = event.delivery
    if event.has_failed:
        row.status, row.error = "failed", event.reason
        _note_channel(session, row, event, now)
    elif event.ends_channel:
        _note_channel(session, row, event, now)


def _note_channel(session: Session, row: OutboxMessage, event: MailEvent, now: datetime) -> None:
    """Of the learner's channel, unless they have another address by now."""
    user = session.get(User, row.user_id) if row.user_id else None
    if user is None or user.email.casefold() != row.recipient.casefold():
        return
    note = {"user_id": user.id, "channel": MAIL, "now": now}
    if event.ends_channel:
        switch_off(session, **note, reason=event.ends_channel)  # type: ignore[arg-type]
    else:
        note_failure(session, **note, error="refused")  # type: ignore[arg-type]
