"""Calendars elsewhere, as a scheduler keeps them true: what is due, what to write, what was done.

Nothing here talks to a provider. A row for an event is committed before the event is made, and its
key makes the event: one that was made without our hearing of it is found again, never doubled.
A scheduler that lost its lease records nothing any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlmodel import Session, and_, col, delete, or_, select

from learnconnect_app.domain.calendar_entries import Entry
from learnconnect_app.domain.calendar_events import EventAnswer, EventDraft, Outcome
from learnconnect_app.domain.calendar_sync import (
    KnownEvent,
    draft_of,
    fingerprint_of,
    wait_seconds,
    writes,
)
from learnconnect_app.models import CalendarConnection, CalendarEvent, User
from learnconnect_app.services import channels
from learnconnect_app.services.calendar_entries import calendar_entries
from learnconnect_app.services.calendar_leftovers import let_go
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.upserts import insert_new

EVERY = timedelta(minutes=15)
AGAIN = timedelta(minutes=1)
"""When something was left over."""
LEASE = timedelta(minutes=10)
MOST_REMOVALS = 24


class LeaseLostError(Exception):
    """Another scheduler has it now, or the connection has ended."""


@dataclass(frozen=True)
class Claimed:
    """A connection that is ours alone until ``leased_until``."""

    id: UUID
    user_id: UUID
    provider: str
    status: str
    secret: str
    """Encrypted."""
    calendar_id: str
    sync_token: str
    zone: str
    attempts: int
    """Failed ones in a row."""
    leased_until: datetime


@dataclass(frozen=True)
class Batch:
    """What is to be done there. ``fingerprints``: by key, what will have been written."""

    drafts: tuple[EventDraft, ...]
    fingerprints: Mapping[str, str]
    drops: Mapping[str, str]
    """Ids of events by key; empty where it is not known whether there is one."""


def claim_due(session: Session, *, now: datetime) -> Claimed | None:
    """Take the connection that has been due for longest. The next time is set before it begins,
    so that what is asked for meanwhile is not forgotten. Those of an account that is to end stay
    as they are until they are taken down."""
    staying = select(User.id).where(col(User.deletion_due_at).is_(None))
    is_kept = and_(
        col(CalendarConnection.status) == "active", col(CalendarConnection.user_id).in_(staying)
    )
    row = session.exec(
        select(CalendarConnection)
        .where(
            or_(is_kept, CalendarConnection.status == "removing"),
            col(CalendarConnection.due_at) <= now,
            or_(
                col(CalendarConnection.leased_until).is_(None),
                col(CalendarConnection.leased_until) <= now,
            ),
        )
        .order_by(col(CalendarConnection.due_at))
        .limit(1)
        .with_for_update(skip_locked=True)
    ).first()
    if row is None:
        return None
    row.leased_until, row.due_at = now + LEASE, now + EVERY
    session.flush()
    user = session.get_one(User, row.user_id)
    return Claimed(
        row.id,
        row.user_id,
        row.provider,
        row.status,
        row.secret,
        row.calendar_id,
        row.sync_token,
        user.timezone,
        row.attempts,
        now + LEASE,
    )


def held(session: Session, claimed: Claimed) -> CalendarConnection:
    """The connection, locked, and its learner before it. Raises ``LeaseLostError``."""
    locked_user(session, claimed.user_id)
    row = session.exec(
        select(CalendarConnection)
        .where(
            CalendarConnection.id == claimed.id,
            CalendarConnection.leased_until == claimed.leased_until,
            CalendarConnection.status == claimed.status,
        )
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
    if row is None:
        raise LeaseLostError
    return row


# ---- writing ---------------------------------------------------------------------------------


def plan_writes(session: Session, *, claimed: Claimed, public_url: str, now: datetime) -> Batch:
    """What differs from what was written last. Rows of events to be made are there afterwards."""
    held(session, claimed)
    who = claimed.user_id
    entries = calendar_entries(session, user_id=who, public_url=public_url, now=now).entries
    todo = writes(entries, known_events(session, claimed.id), now)
    new = _intended(session, claimed.id, todo.make, now)
    pairs = [*todo.change, *new]
    fresh = {event.key for event, _ in new}
    return Batch(
        tuple(draft_of(entry, event, is_new=event.key in fresh) for event, entry in pairs),
        {event.key: fingerprint_of(entry) for event, entry in pairs},
        {each.key: each.event_id if each.is_made else "" for each in todo.drop},
    )


def known_events(session: Session, connection_id: UUID) -> list[KnownEvent]:
    rows = session.exec(
        select(CalendarEvent)
        .where(CalendarEvent.connection_id == connection_id)
        .execution_options(populate_existing=True)
    )
    return [
        KnownEvent(row.id.hex, row.session_id, row.event_id, row.etag, row.fingerprint)
        for row in rows
    ]


def _intended(
    session: Session, connection_id: UUID, entries: Iterable[Entry], now: datetime
) -> list[tuple[KnownEvent, Entry]]:
    """Rows of events that are about to be made, committed before they are."""
    keys = ((uuid4().hex, entry) for entry in entries)
    pairs = [(KnownEvent(key, entry.source_id, key, "", ""), entry) for key, entry in keys]
    rows = [
        CalendarEvent(
            id=UUID(event.key),
            connection_id=connection_id,
            session_id=event.session_id,
            event_id=event.event_id,
            updated_at=now,
        )
        for event, _ in pairs
    ]
    insert_new(session, rows)
    return pairs


def record_written(
    session: Session,
    *,
    claimed: Claimed,
    answers: Sequence[EventAnswer],
    fingerprints: Mapping[str, str],
    now: datetime,
) -> None:
    """What was refused, or is for later, stays as it was. So does the row of a gone event: all is
    read anew then, and what the learner meant by deleting it is decided as for any other."""
    connection = held(session, claimed)
    done = {UUID(each.key): each for each in answers if each.outcome is Outcome.DONE}
    for row in session.exec(select(CalendarEvent).where(col(CalendarEvent.id).in_(done))):
        answer = done[row.id]
        row.event_id, row.etag = answer.event_id or row.event_id, answer.etag
        row.fingerprint, row.updated_at = fingerprints[answer.key], now
    connection.attempts = 0 if done else connection.attempts  # a round that gets on is no failure
    if any(each.outcome is Outcome.GONE for each in answers):
        connection.sync_token = ""


def record_dropped(
    session: Session, *, claimed: Claimed, answers: Sequence[EventAnswer], now: datetime
) -> None:
    connection = held(session, claimed)
    done = [UUID(each.key) for each in answers if each.outcome is Outcome.DONE]
    connection.attempts = 0 if done else connection.attempts
    session.exec(delete(CalendarEvent).where(col(CalendarEvent.id).in_(done)))


# ---- the end of a round ----------------------------------------------------------------------


def finish(session: Session, *, claimed: Claimed, is_done: bool, error: str, now: datetime) -> None:
    """Everything there is as it is here; soon again when not. ``error``: something was refused."""
    row = held(session, claimed)
    row.leased_until, row.attempts, row.error = None, 0, error
    row.synced_at = row.synced_at if error else now
    if not is_done:
        row.due_at = min(row.due_at, now + AGAIN)
    who = [row.user_id]
    channels.note_results(session, channel=row.provider, user_ids=who, error=error, now=now)


def postpone(
    session: Session,
    *,
    claimed: Claimed,
    code: str,
    asked_seconds: float,
    chance: float,
    now: datetime,
) -> None:
    """It did not work now: later, later each time. ``chance``: 0..1.

    What cannot be taken down for a day is let go: access is not kept longer than it is needed.
    """
    row = held(session, claimed)
    row.leased_until, row.error, row.attempts = None, code, row.attempts + 1
    if row.status == "removing" and row.attempts > MOST_REMOVALS:
        let_go(session, row, now=now)
        return
    row.due_at = now + timedelta(seconds=wait_seconds(row.attempts, asked_seconds, chance))
    channels.note_failure(session, user_id=row.user_id, channel=row.provider, error=code, now=now)


def finish_removal(session: Session, *, claimed: Claimed, now: datetime) -> None:
    session.delete(held(session, claimed))
