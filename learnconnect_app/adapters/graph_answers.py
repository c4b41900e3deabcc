"""What Microsoft Graph answers, in the words of the core: events, outcomes, errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from learnconnect_app.domain.calendar_events import EventAnswer, EventSeen, Outcome
from learnconnect_app.domain.ports import (
    AccessRevokedError,
    CalendarBusyError,
    CalendarError,
    CalendarGoneError,
    CalendarRefusedError,
    SyncExpiredError,
)

HALF_A_DAY = timedelta(hours=12)
GONE = (404, 410)
BUSY = (429, 503, 504)
EXPIRED = ("syncstatenotfound", "syncstateinvalid", "resyncrequired", "fullsyncrequired")
UNKNOWN_ZONE = ("timezonenotsupportedexception", "errorinvalidtimezone")


@dataclass(frozen=True)
class Answer:
    """To one request, by itself or in a batch."""

    status: int
    body: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    """Names in small letters."""

    @property
    def code(self) -> str:
        """Of an error, in small letters: Graph is not consistent in them."""
        error = self.body.get("error")
        return str(error.get("code", "")).lower() if isinstance(error, Mapping) else ""

    @property
    def is_fine(self) -> bool:
        return 200 <= self.status < 300

    @property
    def is_gone(self) -> bool:
        return self.status in GONE

    @property
    def is_of_an_unknown_zone(self) -> bool:
        return self.status == 400 and self.code in UNKNOWN_ZONE

    @property
    def wait_seconds(self) -> float:
        told = self.headers.get("retry-after", "")
        return float(told) if told.isdigit() else 0

    def of(self, key: str) -> EventAnswer:
        if self.is_fine:
            etag = str(self.body.get("@odata.etag", ""))
            return EventAnswer(key, Outcome.DONE, str(self.body.get("id", "")), etag)
        if self.is_gone:
            return EventAnswer(key, Outcome.GONE)
        if self.status == 412:
            return EventAnswer(key, Outcome.CHANGED)
        if self.status in BUSY or self.status >= 500:
            return EventAnswer(key, Outcome.LATER, wait_seconds=self.wait_seconds)
        return EventAnswer(key, Outcome.REFUSED)

    def error(self) -> CalendarError:
        """No word of theirs is kept."""
        said = f"Graph answered {self.status}"
        if self.status in BUSY:
            return CalendarBusyError(said, wait_seconds=self.wait_seconds)
        if self.code in EXPIRED or self.status == 410:
            return SyncExpiredError(said)
        if self.status in (401, 403):
            return AccessRevokedError(said)
        if self.status == 404:
            return CalendarGoneError(said)
        return CalendarError(said) if self.status >= 500 else CalendarRefusedError(said)

    def seen(self, event_id: str) -> EventSeen:
        """The event that was asked for by its id. Raises ``CalendarError``."""
        if self.is_gone:
            return EventSeen(event_id, is_deleted=True)
        if not self.is_fine:
            raise self.error()
        return seen(self.body)


def seen(item: Mapping[str, Any]) -> EventSeen:
    """An event; of a reading of changes also one that has gone, or left its span of time."""
    if "@removed" in item:
        return EventSeen(item["id"], is_deleted=True)
    updated = item.get("lastModifiedDateTime")
    return EventSeen(
        event_id=item["id"],
        etag=str(item.get("@odata.etag", "")),
        starts=_starts(item),
        updated_at=datetime.fromisoformat(updated) if updated else None,
        is_deleted=bool(item.get("isCancelled")),
    )


def _starts(item: Mapping[str, Any]) -> datetime | date | None:
    """Asked for in UTC. Graph writes seven digits of a second, one more than Python reads."""
    told = item.get("start", {}).get("dateTime")
    if not told:
        return None
    at = datetime.fromisoformat(told[:19]).replace(tzinfo=UTC)
    # a whole day begins at the midnight of some zone: the nearest one of UTC is that of its date
    return (at + HALF_A_DAY).date() if item.get("isAllDay") else at
