"""What Google Calendar answers, in the words of the core: events, outcomes, errors."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, NamedTuple

import google.auth.exceptions
import httplib2
from googleapiclient.errors import HttpError

from learnconnect_app.domain.calendar_events import EventAnswer, EventSeen, Outcome
from learnconnect_app.domain.ports import (
    AccessRevokedError,
    CalendarBusyError,
    CalendarError,
    CalendarGoneError,
    CalendarRefusedError,
)

BUSY_REASONS = ("rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded", "dailyLimitExceeded")
REVOKED_REASONS = ("insufficientPermissions", "authError", "forbidden")
GONE = (404, 410)


class Answer(NamedTuple):
    """To one request of a batch."""

    body: Mapping[str, Any]
    error: HttpError | None

    @property
    def status(self) -> int:
        return int(self.error.status_code) if self.error else 200

    def of(self, key: str) -> EventAnswer:
        if self.error is None:
            return EventAnswer(
                key, Outcome.DONE, self.body.get("id", ""), self.body.get("etag", "")
            )
        if self.status in GONE:
            return EventAnswer(key, Outcome.GONE)
        if self.status == 412:
            return EventAnswer(key, Outcome.CHANGED)
        if _is_busy(self.error) or self.status >= 500:
            return EventAnswer(key, Outcome.LATER, wait_seconds=_wait(self.error))
        return EventAnswer(key, Outcome.REFUSED)

    def seen(self, key: str) -> EventSeen:
        """Raises ``CalendarError`` when it cannot be told."""
        if self.status in GONE:
            return EventSeen(key, is_deleted=True)
        if self.error is not None:
            raise _error_of(self.error) from self.error
        return seen(self.body)


@contextmanager
def told() -> Iterator[None]:
    """Turns what the libraries raise into what the core knows. No word of theirs is kept."""
    try:
        yield
    except HttpError as error:
        raise _error_of(error) from error
    except google.auth.exceptions.RefreshError as error:
        if "invalid_grant" in str(error):
            raise AccessRevokedError("Google answered invalid_grant") from None
        raise CalendarError("Google gave no access") from None
    except (
        OSError,
        httplib2.HttpLib2Error,
        google.auth.exceptions.GoogleAuthError,
    ) as error:
        raise CalendarError(f"Google was not reached: {type(error).__name__}") from error


def _error_of(error: HttpError) -> CalendarError:
    status, said = error.status_code, f"Google answered {error.status_code}"
    if _is_busy(error):
        return CalendarBusyError(said, wait_seconds=_wait(error))
    if status == 401 or (status == 403 and _reasons(error) & set(REVOKED_REASONS)):
        return AccessRevokedError(said)
    if status in GONE:
        return CalendarGoneError(said)
    return CalendarError(said) if status >= 500 else CalendarRefusedError(said)


def _is_busy(error: HttpError) -> bool:
    if error.status_code == 403:
        return bool(_reasons(error) & set(BUSY_REASONS))
    return bool(error.status_code == 429)


def _reasons(error: HttpError) -> set[str]:
    try:
        told = json.loads(error.content)["error"]["errors"]
        return {str(each["reason"]) for each in told}
    except (ValueError, KeyError, TypeError):
        return set()


def _wait(error: HttpError) -> float:
    told = str(error.resp.get("retry-after", ""))
    return float(told) if told.isdigit() else 0


def seen(item: Mapping[str, Any]) -> EventSeen:
    return EventSeen(
        event_id=item["id"],
        etag=item.get("etag", ""),
        starts=_starts(item.get("start", {})),
        updated_at=datetime.fromisoformat(item["updated"]) if item.get("updated") else None,
        is_deleted=item.get("status") == "cancelled",
    )


def _starts(start: Mapping[str, str]) -> datetime | date | None:
    if told := start.get("dateTime"):
        return datetime.fromisoformat(told)
    return date.fromisoformat(start["date"]) if start.get("date") else None
