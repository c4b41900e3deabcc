"""Events of the mail provider: what became of mails, also of those that nobody could tell of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

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
    told = [
        (user_id, event)
        for event in events
        if (row := found.get(event.outbox_id)) and (user_id := _note(session, row, event, now))
    ]
    # learners in one order too, as `channels.note_results`; of each, events in their own
    for user_id, event in sorted(told, key=lambda each: each[0]):
        _note_channel(session, user_id, event, now)


def _note(session: Session, row: OutboxMessage, event: MailEvent, now: datetime) -> UUID | None:
    """Whose channel it concerns, if anyone's."""
    if not event.has_failed and row.delivery in UNSETTLED and row.status != "sent":
        row.status, row.sent_at, row.error = "sent", now, ""
    if opens_something(row.kind):
        row.params = without_secrets(row.params)
    if not event.outweighs(row.delivery):
        return None
    row.delivery = event.delivery
    if event.has_failed:
        row.status, row.error = "failed", event.reason
    elif not event.ends_channel:
        return None
    return _owner(session, row)


def _owner(session: Session, row: OutboxMessage) -> UUID | None:
    """The learner, unless they have another address by now."""
    user = session.get(User, row.user_id) if row.user_id else None
    if user is None or user.email.casefold() != row.recipient.casefold():
        return None
    return user.id


def _note_channel(session: Session, user_id: UUID, event: MailEvent, now: datetime) -> None:
    note = {"user_id": user_id, "channel": MAIL, "now": now}
    if event.ends_channel:
        switch_off(session, **note, reason=event.ends_channel)  # type: ignore[arg-type]
    else:
        note_failure(session, **note, error="refused")  # type: ignore[arg-type]
