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


class Mailer(Protocol):
    name: str

    def send(self, mail: Mail) -> None:
        """Hand the mail over. Raises ``SendError`` when it was not taken."""


class SendError(Exception):
    """A message that was not taken. ``is_final``: trying again is pointless."""

    def __init__(self, reason: str, *, is_final: bool) -> None:
        super().__init__(reason)
        self.is_final = is_final


class SendUnknownError(SendError):
    """The message had left and no answer came: it may have been taken, so not again by itself."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, is_final=True)
