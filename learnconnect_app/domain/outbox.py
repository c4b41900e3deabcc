"""Rules of the outbox: how long a sender holds a message, how often and when it is tried."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from learnconnect_app.domain.reminders import RULES

APP, MAIL, PUSH = CHANNELS = ("app", "mail", "push")
DIGEST, TEST = "digest", "test"
"""The one mail that holds the reminders of a day; what a learner asks for to see a channel work."""
CALENDAR_LEFT = "calendar_left"
"""Nothing that is sent: operators find here that a calendar elsewhere could not be taken down."""

LEASE = timedelta(minutes=2)
"""So long a claimed message is its sender's. After it, nobody else may send it by itself either."""
MOST_ATTEMPTS = 6
FIRST_WAIT = timedelta(seconds=30)
KNOWN_WITHIN = timedelta(minutes=30)
"""Until then a provider may still say what became of a message; afterwards an operator does."""

REMINDERS = frozenset({*(rule.key for rule in RULES), DIGEST})
"""Kinds that their rules are asked about once more before they are sent."""
HARMLESS = REMINDERS | {TEST}
SECRET_PARAMS = ("path",)
CANNOT_BE_WORDED = (KeyError, IndexError, ValueError)
"""What wording raises for a message or a value that a catalog does not have."""


def leased_until(now: datetime) -> datetime:
    return now + LEASE


def may_begin(until: datetime, now: datetime) -> bool:
    """Whether a message leased ``until`` then may still be begun: half the lease is for sending."""
    return now <= until - LEASE / 2


def tried_again_at(attempts: int, now: datetime) -> datetime:
    """After so many attempts: 30 seconds after the first, then four times as long each time."""
    waits: int = 4 ** (attempts - 1)
    return now + FIRST_WAIT * waits


def opens_something(kind: str) -> bool:
    """Whether the link of such a message opens an account: it is kept no longer than needed.

    That of a reminder only names a page. Whatever is not known here is taken for a secret.
    """
    return kind not in HARMLESS


def without_secrets(params: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in params.items() if name not in SECRET_PARAMS}
