"""Claims: who takes a message that is due sends it, and nobody else does.

The claim is committed before the send. So a crash leaves a row that is visibly ``sending`` past
its lease, and never a second message. Each claim counts up ``attempts``, which then tells the
claims of a row apart: what a sender records holds only for its own claim.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from sqlmodel import Session, col, func, select, update

from learnconnect_app.domain.outbox import APP, PUSH, REMINDERS, leased_until
from learnconnect_app.models import OutboxMessage, PushSubscription
from learnconnect_app.services import notifications
from learnconnect_app.services.reminder_wants import wanted

log = logging.getLogger(__name__)

Verdict = Literal["send", "cancelled", "expired", "later", "failed"]
EXPIRED: Verdict = "expired"
ASKED_AGAIN_AFTER = timedelta(minutes=15)
"""At the earliest, when the rules say ``later`` and name no time."""
TOLD_AT_ONCE = 200
PUSHES_IN_LINE = 0x1EA2
"""A number of ours among PostgreSQL's advisory locks."""


@dataclass(frozen=True)
class Claimed:
    """A message to send, as it was when it was claimed."""

    row: OutboxMessage
    """No longer of any session: to be read."""
    attempts: int
    """With this one: the number of the claim."""
    leased_until: datetime
    subscription: PushSubscription | None = None
    """Of a push."""


@dataclass(frozen=True)
class Claims:
    messages: tuple[Claimed, ...] = ()
    taken: int = 0
    """How many were due: with those that are no longer wanted."""


def claim_due(session: Session, *, channel: str, most: int, now: datetime) -> Claims:
    """Take up to ``most`` due messages of a channel that are still wanted, the oldest first.

    No other sender gets them until their lease ends, nor by itself afterwards.
    """
    if channel == PUSH:
        _stand_in_line(session)
    rows = _due(session, channel, most, now)
    to_send, devices = _still_wanted(session, rows, now), {}
    if channel == PUSH:
        devices = _devices(session, to_send)
        without = [row.id for row in to_send if row.recipient not in devices]
        _set(session, without, status="cancelled")
        to_send = [row for row in to_send if row.recipient in devices]
    until = leased_until(now)
    _set(
        session,
        [row.id for row in to_send],
        status="sending",
        leased_until=until,
        attempts=col(OutboxMessage.attempts) + 1,
    )
    messages = (
        Claimed(row, row.attempts + 1, until, devices.get(row.recipient)) for row in to_send
    )
    return Claims(tuple(messages), len(rows))


def tell_due(session: Session, *, most: int = TOLD_AT_ONCE, now: datetime) -> int:
    """Put what is due in the app into its notifications; how many rows were due.

    One transaction does all of it, so there is nothing to be unsure of afterwards.
    """
    rows = _due(session, APP, most, now)
    told = _still_wanted(session, rows, now)
    notifications.insert(session, told, now=now)
    _set(session, [row.id for row in told], status="sent", sent_at=now, attempts=1)
    return len(rows)


def _stand_in_line(session: Session) -> None:
    """Pushes a day are counted: two claims at once would each allow a learner the last one."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(PUSHES_IN_LINE)))


def _due(session: Session, channel: str, most: int, now: datetime) -> Sequence[OutboxMessage]:
    """Locked: by row on PostgreSQL, where others go on to the next ones; as a whole on SQLite."""
    return session.exec(
        select(OutboxMessage)
        .where(
            OutboxMessage.channel == channel,
            OutboxMessage.status == "pending",
            OutboxMessage.due_at <= now,
        )
        .order_by(col(OutboxMessage.due_at))
        .limit(most)
        .with_for_update(skip_locked=True)
    ).all()


def _still_wanted(
    session: Session, rows: Iterable[OutboxMessage], now: datetime
) -> list[OutboxMessage]:
    """Those to be sent; the others are set aside."""
    rows = list(rows)
    late = {row.id for row in rows if row.expires_at is not None and row.expires_at <= now}
    asked = [row for row in rows if row.id not in late and row.kind in REMINDERS]
    verdicts = {**dict.fromkeys(late, EXPIRED), **_asked(session, asked, now)}
    _set(session, _with(verdicts, "cancelled"), status="cancelled")
    _set(session, _with(verdicts, "expired"), status="expired")
    _set(session, _with(verdicts, "failed"), status="failed", error="cannot be judged")
    _put_off(session, _with(verdicts, "later"), now)
    return [row for row in rows if verdicts.get(row.id, "send") == "send"]


def _asked(
    session: Session, rows: Sequence[OutboxMessage], now: datetime
) -> Mapping[UUID, Verdict]:
    """What the rules say now. One that they cannot judge fails, and holds up no other."""
    if not rows:
        return {}
    try:
        with session.begin_nested():
            return wanted(session, rows, now)
    except Exception:
        if len(rows) == 1:
            log.exception("message %s (%s) cannot be judged", rows[0].id, rows[0].kind)
            return {rows[0].id: "failed"}
    return {id_: each for row in rows for id_, each in _asked(session, [row], now).items()}


def _with(verdicts: Mapping[UUID, Verdict], verdict: Verdict) -> list[UUID]:
    return [id_ for id_, each in verdicts.items() if each == verdict]


def _put_off(session: Session, ids: Collection[UUID], now: datetime) -> None:
    """The rules have moved them; one that is due even so would be asked about for ever."""
    session.flush()
    if ids:
        session.execute(
            update(OutboxMessage)
            .where(col(OutboxMessage.id).in_(ids), col(OutboxMessage.due_at) <= now)
            .values(due_at=now + ASKED_AGAIN_AFTER),
            execution_options={"synchronize_session": False},
        )


def _set(session: Session, ids: Collection[UUID], **values: Any) -> None:
    if ids:
        session.execute(
            update(OutboxMessage).where(col(OutboxMessage.id).in_(ids)).values(**values),
            execution_options={"synchronize_session": False},
        )


def _devices(session: Session, rows: Sequence[OutboxMessage]) -> dict[str, PushSubscription]:
    """Subscriptions by their id, which is the recipient of a push."""
    if not rows:
        return {}
    recipients = {row.recipient for row in rows}
    theirs = col(PushSubscription.user_id).in_({row.user_id for row in rows})
    found = session.exec(select(PushSubscription).where(theirs))
    return {id_: each for each in found if (id_ := str(each.id)) in recipients}
