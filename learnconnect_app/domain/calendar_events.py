"""Events of ours in calendars elsewhere: what they are to say, what was answered, what is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True)
class EventDraft:
    """What an event of ours is to say."""

    key: str
    """32 hexadecimal digits, its own for ever: making it again makes no second event."""
    title: str
    text: str
    starts: datetime | date
    """Aware; a date for the whole day."""
    ends: datetime | date
    zone: str
    """IANA name."""
    alarm_minutes: int | None = None
    event_id: str = ""
    """Empty: it is to be made."""
    etag: str = ""
    """Of what we last saw of it: a change made there since then is not written over."""
    is_repeated: bool = False
    """It may have been made before, without our having heard of it."""


class Outcome(StrEnum):
    DONE = "done"
    GONE = "gone"
    """There is no such event any more."""
    CHANGED = "changed"
    """It was changed there meanwhile: read first."""
    LATER = "later"
    REFUSED = "refused"


@dataclass(frozen=True)
class EventAnswer:
    """What became of one event of a batch."""

    key: str
    outcome: Outcome
    event_id: str = ""
    etag: str = ""
    wait_seconds: float = 0
    """With ``LATER``: how long the provider asks to be left alone."""


@dataclass(frozen=True)
class EventSeen:
    """An event as it stands there."""

    event_id: str
    etag: str = ""
    starts: datetime | date | None = None
    updated_at: datetime | None = None
    is_deleted: bool = False


@dataclass(frozen=True)
class CalendarChanges:
    events: tuple[EventSeen, ...]
    token: str
    """Where the next reading goes on."""
    is_complete: bool
    """Everything there is, and not only what changed."""
