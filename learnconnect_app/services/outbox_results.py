"""Results: what became of messages that were claimed, recorded many at a time.

A result holds for the claim it came from. A sender that was frozen past its lease may still say
that a message was sent, or for certain was not; but once an operator or the provider has said what
became of it, or it was claimed anew, such a late word changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import Session, col, delete, select, update

from learnconnect_app.domain.outbox import (
    CHANNELS,
    HARMLESS,
    KNOWN_WITHIN,
    LEASE,
    MOST_ATTEMPTS,
    PUSH,
    opens_something,
    tried_again_at,
    without_secrets,
)
from learnconnect_app.models import OutboxMessage
from learnconnect_app.services.outbox_channels import note_channels
from learnconnect_app.services.outbox_claims import Claimed

KEPT = timedelta(days=90)
FORGOTTEN_AT_ONCE = 5000
SETTLED = ("sent", "failed", "cancelled", "expired")


class Outcome(StrEnum):
    SENT = "sent"
    AGAIN = "again"
    """It was not taken, and may be later."""
    FAILED = "failed"
    """It was not taken, and never will be."""
    GONE = "gone"
    """There is no such browser any more."""
    UNTOUCHED = "untouched"
    """It was not begun: it is due as before."""


@dataclass(frozen=True)
class Result:
    claimed: Claimed
    outcome: Outcome
    reason: str = ""
    """For operators."""
    after_seconds: int = 0
    """So long at least a provider asked to be left alone."""
    keeps_secrets: bool = False
    """Whether nothing left, and the message is to be seen with its link."""


@dataclass(frozen=True)
class _Alike:
    """What results have in common that are recorded by one statement."""

    outcome: Outcome
    attempts: int
    reason: str
    after_seconds: int


def record(session: Session, *, results: Sequence[Result], now: datetime) -> None:
    """Write down what became of claimed messages, and how their channels do."""
    groups: defaultdict[_Alike, list[Result]] = defaultdict(list)
    for each in results:
        groups[_alike(each)].append(each)
    for alike, members in groups.items():
        _record(session, alike, members, now)


def _alike(result: Result) -> _Alike:
    outcome, attempts = result.outcome, result.claimed.attempts
    if outcome is Outcome.AGAIN and attempts >= MOST_ATTEMPTS:
        outcome = Outcome.FAILED
    return _Alike(outcome, attempts, result.reason[:300], result.after_seconds)


def _record(session: Session, alike: _Alike, results: list[Result], now: datetime) -> None:
    claims = [each.claimed for each in results]
    values = _values(alike, now)
    written = _written(session, claims, _may_still_say(alike.outcome), values)
    if alike.outcome in (Outcome.AGAIN, Outcome.UNTOUCHED):
        # what is left has lost its link, and nothing is left to be sent later
        lost = {"status": "failed", "error": alike.reason or "it was never begun"}
        _written(session, claims, col(OutboxMessage.status) == "unknown", lost)
    else:
        _forget_secrets(session, [each.claimed for each in results if not each.keeps_secrets])
    if alike.outcome is not Outcome.UNTOUCHED:
        known = [each for each in claims if each.row.id in written]
        note_channels(session, known, outcome=alike.outcome, now=now)


def _values(alike: _Alike, now: datetime) -> dict[str, Any]:
    match alike.outcome:
        case Outcome.SENT:
            return {"status": "sent", "sent_at": now, "error": ""}
        case Outcome.AGAIN:
            asked = now + timedelta(seconds=alike.after_seconds)
            due_at = max(tried_again_at(alike.attempts, now), asked)
            return {"status": "pending", "due_at": due_at, "error": alike.reason}
        case Outcome.UNTOUCHED:
            return {"status": "pending", "leased_until": None, "attempts": alike.attempts - 1}
        case Outcome.GONE:
            return {"status": "cancelled", "error": alike.reason}
        case Outcome.FAILED:
            return {"status": "failed", "error": alike.reason}


def _may_still_say(outcome: Outcome) -> ColumnElement[bool]:
    """Of which rows such a word is taken."""
    status = col(OutboxMessage.status)
    match outcome:
        case Outcome.SENT:
            return status.in_(("sending", "unknown", "pending", "expired"))
        case Outcome.AGAIN | Outcome.UNTOUCHED:
            is_whole = and_(status == "unknown", col(OutboxMessage.kind).in_(HARMLESS))
            return or_(status == "sending", is_whole)
        case _:
            return status.in_(("sending", "unknown"))


def _written(
    session: Session,
    claims: Sequence[Claimed],
    condition: ColumnElement[bool],
    values: dict[str, Any],
) -> set[UUID]:
    """Change the rows of these claims, which share a number, where they are as they have to be;
    the ids of those."""
    statement = (
        update(OutboxMessage)
        .where(
            col(OutboxMessage.id).in_([each.row.id for each in claims]),
            col(OutboxMessage.attempts) == claims[0].attempts,
            condition,
        )
        .values(**values)
        .returning(col(OutboxMessage.id))
    )
    return set(session.scalars(statement, execution_options={"synchronize_session": False}))


def _forget_secrets(session: Session, claims: Iterable[Claimed]) -> None:
    for each in claims:
        if opens_something(each.row.kind):
            session.execute(
                update(OutboxMessage)
                .where(
                    col(OutboxMessage.id) == each.row.id,
                    col(OutboxMessage.attempts) == each.attempts,
                )
                .values(params=without_secrets(each.row.params)),
                execution_options={"synchronize_session": False},
            )


def mark_unknown(session: Session, *, now: datetime) -> int:
    """Rows whose sender died between claim and answer, or got none; how many.

    A lease that is further away than any can be was given before the clock was set back.
    """
    until = col(OutboxMessage.leased_until)
    rows = session.exec(
        select(OutboxMessage)
        .where(
            col(OutboxMessage.channel).in_(CHANNELS),
            OutboxMessage.status == "sending",
            or_(until < now, until > now + 2 * LEASE),
        )
        .with_for_update(skip_locked=True)
    ).all()
    for row in rows:
        row.status = "unknown"
        if opens_something(row.kind):
            row.params = without_secrets(row.params)
    return len(rows)


def let_pushes_rest(session: Session, *, now: datetime) -> int:
    """Stop asking what became of pushes: no push service ever tells. How many.

    They are not sent again: what they said is in the app too, and its time is over.
    """
    done = session.execute(
        update(OutboxMessage)
        .where(
            col(OutboxMessage.channel) == PUSH,
            col(OutboxMessage.status) == "unknown",
            col(OutboxMessage.leased_until) <= now - KNOWN_WITHIN,
        )
        .values(status="expired", error="the push service did not answer")
        .returning(col(OutboxMessage.id)),
        execution_options={"synchronize_session": False},
    )
    return len(done.all())


def forget_settled(session: Session, *, now: datetime) -> None:
    """Messages of long ago, whose keys no plan can make again."""
    old = (
        select(OutboxMessage.id)
        .where(
            col(OutboxMessage.channel).in_(CHANNELS),
            col(OutboxMessage.status).in_(SETTLED),
            OutboxMessage.due_at < now - KEPT,
        )
        .limit(FORGOTTEN_AT_ONCE)
    )
    session.exec(delete(OutboxMessage).where(col(OutboxMessage.id).in_(old)))
