"""What the core asks of the outside world."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


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
    """A message that was not taken. ``is_final``: trying again is pointless."""

    def __init__(self, reason: str, *, is_final: bool) -> None:
        super().__init__(reason)
        self.is_final = is_final


class SendUnknownError(SendError):
    """The message had left and no answer came: it may have been taken, so not again by itself."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, is_final=True)


class GoneError(SendError):
    """There is no one there any more: the subscription is to be removed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, is_final=True)
