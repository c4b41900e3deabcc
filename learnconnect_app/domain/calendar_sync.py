"""What to write into a calendar elsewhere, and what to make of what changed there.

The base of each decision is what we wrote last, kept as a fingerprint: the moment an event begins
and a digest of all that is seen of it. An event that still begins there was not moved, however its
etag has changed: our own writing and a colour chosen by the learner look the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from learnconnect_app.domain.calendar_entries import PAST, Entry
from learnconnect_app.domain.calendar_events import EventDraft, EventSeen
from learnconnect_app.domain.study_day_orders import STEP
from learnconnect_app.domain.study_days import local_time, study_day

HIDDEN = "hidden"
"""Fingerprint of an event of a finished session that the learner moved or deleted there: it is
theirs, and left alone."""
CALENDAR_NAME = "LearnConnect"
MOST_TAKEN_OUT = 10
"""More events deleted between two readings are no decision about each of them: they come back."""
DIGEST = 40


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event of ours as it is kept here."""

    key: str
    session_id: UUID | None
    """None: the session is gone."""
    event_id: str
    etag: str
    fingerprint: str
    """Empty: meant to be made, and not known to be there."""

    @property
    def is_made(self) -> bool:
        return self.fingerprint != ""

    @property
    def began(self) -> str:
        """When it begins as far as we know, as ``moment_of`` writes it."""
        return self.fingerprint.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Writes:
    """What is to be done there."""

    make: tuple[Entry, ...]
    """Of no event yet."""
    change: tuple[tuple[KnownEvent, Entry], ...]
    """Of one that is there and says something else, or was meant to be made before."""
    drop: tuple[KnownEvent, ...]


def moment_of(at: datetime | date | None) -> str:
    """The same moment is written the same way, whatever zone it is told in."""
    if at is None:
        return ""
    if isinstance(at, datetime):
        return at.astimezone(UTC).strftime("%Y%m%dT%H%M")
    return at.strftime("%Y%m%d")


def fingerprint_of(entry: Entry) -> str:
    return f"{moment_of(entry.starts)}/{entry.fingerprint[:DIGEST]}"


def fingerprint_there(seen: EventSeen) -> str:
    """Of an event that was changed there: it says something else than we would write."""
    return f"{moment_of(seen.starts)}/there"


# ---- writing ---------------------------------------------------------------------------------


def writes(entries: Iterable[Entry], events: Iterable[KnownEvent], now: datetime) -> Writes:
    """What was over before it could be written is not; what lies long past stays as it is."""
    wanted = {each.source_id: each for each in entries if each.kind == "session"}
    known = {each.session_id: each for each in events if each.session_id in wanted}
    return Writes(
        make=tuple(
            entry
            for session_id, entry in wanted.items()
            if session_id not in known and not _is_over(entry, now)
        ),
        change=tuple(
            (event, wanted[session_id])
            for session_id, event in known.items()
            if session_id and event.fingerprint not in (HIDDEN, fingerprint_of(wanted[session_id]))
        ),
        drop=tuple(
            each
            for each in events
            if each.session_id is None
            or (each.session_id not in wanted and not _is_left_alone(each, now))
        ),
    )


def draft_of(entry: Entry, event: KnownEvent, *, is_new: bool) -> EventDraft:
    return EventDraft(
        key=event.key,
        title=entry.title,
        text=entry.description,
        starts=entry.starts,
        ends=entry.ends,
        zone=entry.zone,
        alarm_minutes=entry.alarm_minutes,
        event_id=event.event_id if event.is_made else "",
        etag=event.etag,
        is_repeated=not is_new and not event.is_made,
    )


def _is_over(entry: Entry, now: datetime) -> bool:
    if isinstance(entry.ends, datetime):
        return entry.ends <= now
    return entry.ends <= local_time(now, entry.zone).date()


def _is_left_alone(event: KnownEvent, now: datetime) -> bool:
    """One that left the entries by age stays in the learner's calendar."""
    is_long_past = event.is_made and event.began < moment_of(now - PAST)
    return is_long_past or event.fingerprint == HIDDEN


# ---- what changed there ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session is to go: a study day and minutes after its midnight, if it has a time."""

    day: date
    start: int | None


@dataclass(frozen=True, slots=True)
class Moved:
    event: KnownEvent
    seen: EventSeen
    is_contested: bool
    """It was moved here too since we last wrote it."""


@dataclass(frozen=True, slots=True)
class Deleted:
    event: KnownEvent
    is_contested: bool
    """Its session was moved here since: the learner deleted where it no longer is."""


@dataclass(frozen=True, slots=True)
class Returns:
    """What the learner did there with events of ours. Others' events never get this far."""

    moved: tuple[Moved, ...]
    deleted: tuple[Deleted, ...]
    touched: tuple[tuple[KnownEvent, EventSeen], ...]
    """Nothing that matters to a session changed; only their etags are kept."""


def returns(
    changes: Sequence[EventSeen], events: Iterable[KnownEvent], entries: Iterable[Entry]
) -> Returns:
    known = {each.event_id: each for each in events if each.is_made}
    wanted = {each.source_id: each for each in entries if each.kind == "session"}
    moved: list[Moved] = []
    deleted: list[Deleted] = []
    touched: list[tuple[KnownEvent, EventSeen]] = []
    for seen in changes:
        event = known.get(seen.event_id)
        if event is None or event.fingerprint == HIDDEN:
            continue
        entry = wanted.get(event.session_id) if event.session_id else None
        is_contested = entry is not None and event.began != moment_of(entry.starts)
        if seen.is_deleted:
            deleted.append(Deleted(event, is_contested))
        elif entry is None or not _was_moved(event, seen, entry):
            touched.append((event, seen))
        else:
            moved.append(Moved(event, seen, is_contested))
    return Returns(tuple(moved), tuple(deleted), tuple(touched))


def missing(changes: Sequence[EventSeen], events: Iterable[KnownEvent]) -> list[str]:
    """Ids of events of ours that a complete reading does not show."""
    there = {each.event_id for each in changes}
    return [
        each.event_id
        for each in events
        if each.is_made and each.fingerprint != HIDDEN and each.event_id not in there
    ]


def _was_moved(event: KnownEvent, seen: EventSeen, entry: Entry) -> bool:
    return moment_of(seen.starts) not in ("", event.began, moment_of(entry.starts))


def places_of(starts: datetime | date, zone: str) -> tuple[Place, ...]:
    """On the learner's clock, the nearest time that can be chosen and, second, the next nearest.

    An hour after midnight is late on the study day before. A whole day leaves the time open.
    """
    if not isinstance(starts, datetime):
        return (Place(starts, None),)
    day = study_day(starts, zone)
    local = local_time(starts, zone)
    minute = (local.date() - day).days * 24 * 60 + local.hour * 60 + local.minute
    below = minute // STEP * STEP
    if below == minute:
        return (Place(day, minute),)
    both = (Place(day, below), Place(day, below + STEP))
    return both if minute - below <= STEP // 2 else both[::-1]


# ---- when next -------------------------------------------------------------------------------

FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 30.0, 3600.0


def wait_seconds(attempts: int, asked: float, chance: float) -> float:
    """After the ``attempts``-th failure in a row: twice as long each time, or as the provider
    asks, and up to half as much again by ``chance`` (0..1), so that not all come back at once."""
    own = min(FIRST_WAIT_SECONDS * 2.0 ** max(0, attempts - 1), LONGEST_WAIT_SECONDS)
    return max(own, asked) * (1 + chance / 2)
