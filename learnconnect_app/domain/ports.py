"""What the core asks of the outside world."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from learnconnect_app.domain.calendar_events import (
    CalendarChanges,
    EventAnswer,
    EventDraft,
    EventSeen,
)


@dataclass(frozen=True)
class Mail:
    """A mail, ready to be sent."""

    recipient: str
    subject: str
    text: str
    html: str
    headers: tuple[tuple[str, str], ...] = ()
    """More headers, as List-Unsubscribe."""
    message_id: str = ""
    """Comes back with the provider's events: the id of the outbox row."""
    kind: str = ""
    """That of the outbox row: what the provider's figures are grouped by."""


class Mailer(Protocol):
    name: str

    def send(self, mail: Mail) -> None:
        """Hand the mail over. Raises ``SendError`` when it was not taken."""


@dataclass(frozen=True)
class Push:
    """A push, ready to be encrypted for one browser."""

    endpoint: str
    p256dh: str
    auth: str
    payload: str
    """JSON: {title, body, url, tag}."""
    topic: str = ""
    """A later one with the same topic takes the place of one not yet delivered (RFC 8030, 5.4):
    at most 32 characters of the URL-safe Base64 alphabet."""
    ttl_seconds: int = 3600
    is_urgent: bool = False


class Pusher(Protocol):
    def send(self, push: Push) -> None:
        """Hand the push over. Raises ``SendError``; ``GoneError`` for a browser that is gone."""


class SendError(Exception):
    """A message that was not taken. ``is_final``: trying again is pointless.

    ``after_seconds``: how long the provider asked to be left alone; 0 when it did not say.
    """

    def __init__(self, reason: str, *, is_final: bool, after_seconds: int = 0) -> None:
        super().__init__(reason)
        self.is_final = is_final
        self.after_seconds = after_seconds


class SendUnknownError(SendError):
    """The message had left and no answer came: it may have been taken, so not again by itself."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, is_final=True)


class GoneError(SendError):
    """There is no one there any more: the subscription is to be removed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, is_final=True)


# ---- calendars elsewhere ---------------------------------------------------------------------


@dataclass(frozen=True)
class Asked:
    """Where a learner is sent to be asked, and what is kept until they return."""

    url: str
    kept: str
    """The secret of PKCE, and what else ends the request; at most 128 characters."""


@dataclass(frozen=True)
class Granted:
    account: str
    """As the provider names it: usually an address."""
    secret: str
    """What refreshes access."""


class SignIn(Protocol):
    """OAuth 2 with PKCE, for one provider."""

    def begin(self, state: str, redirect_uri: str) -> Asked:
        """Raises ``CalendarError``."""

    def finish(self, answer: Mapping[str, str], kept: str, redirect_uri: str) -> Granted:
        """``answer``: the query the learner came back with. Raises ``ConsentMissingError`` when
        less was allowed than is needed, and ``CalendarError``."""

    def give_back(self, granted: Granted) -> None:
        """All access to this account, where the provider has a way to. Raises ``CalendarError``."""


class CalendarProvider(Protocol):
    """A learner's calendars elsewhere. Every call may raise any ``CalendarError``.

    Batches are cut to what the provider takes; answers are one for each draft or id, in any order.
    """

    batch_size: int

    @property
    def secret(self) -> str:
        """What refreshes access. It may be another one after a call, and is to be kept."""

    def make_calendar(self, name: str, zone: str, taken: Collection[str]) -> str:
        """Its id; none of ``taken``, which are other learners' in the same account."""

    def find_calendar(self, name: str, keys: Sequence[str]) -> str:
        """After ``CalendarGoneError``: the calendar's id by now, where one may change while the
        calendar stays. It is known by an event that was made with one of these keys; empty: there
        is none."""

    def write(self, calendar_id: str, drafts: Sequence[EventDraft]) -> list[EventAnswer]: ...

    def delete(self, calendar_id: str, events: Mapping[str, str]) -> list[EventAnswer]:
        """Ids by key; an empty id is that of an event of which we only know that it was meant to
        be made. One that is gone already is ``DONE``."""

    def changes(self, calendar_id: str, token: str, now: datetime) -> CalendarChanges:
        """Since the token; without one, everything. ``SyncExpiredError``: read everything."""

    def look_for(self, calendar_id: str, event_ids: Sequence[str], token: str) -> list[EventSeen]:
        """Events that a complete reading, which ended with ``token``, did not show: as they stand
        now; those that have left this calendar are ``is_deleted``."""

    def remove_calendar(self, calendar_id: str) -> None:
        """With all that is in it. ``CalendarGoneError``: there is none of this id."""

    def revoke(self) -> None:
        """Give access back, where the provider has a way to."""

    def close(self) -> None: ...


class CalendarError(Exception):
    """A calendar elsewhere did not do what was asked. Trying again later may help.

    ``code``: of the catalogs, ``channel.<code>``.
    """

    code = "calendar_unreachable"

    def __init__(self, reason: str, *, wait_seconds: float = 0) -> None:
        super().__init__(reason)
        self.wait_seconds = wait_seconds


class CalendarBusyError(CalendarError):
    """Too much was asked for a while."""

    code = "calendar_busy"


class CalendarRefusedError(CalendarError):
    """It was understood and not done; nothing but a change of ours would help."""

    code = "calendar_refused"


class AccessRevokedError(CalendarError):
    """The learner, or time, has taken our access away."""

    code = "calendar_revoked"


class ConsentMissingError(CalendarError):
    """Signed in, but without leave to use calendars."""

    code = "calendar_consent"


class CalendarGoneError(CalendarError):
    """The calendar itself was deleted there."""

    code = "calendar_gone"


class SyncExpiredError(CalendarError):
    """The place where reading was to go on is forgotten there."""


class ChannelLostError(Exception):
    """Web processes cannot tell each other of changes for now. The message says why."""
