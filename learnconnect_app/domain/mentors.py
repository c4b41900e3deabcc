"""Who may look at a learner's progress: what can be shown, for how long, and to how many.

Whatever is not chosen is not read from the database for that visitor, so it cannot be seen by any
means. Notes are never chosen beforehand: they are the learner's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from learnconnect_app.domain.errors import DomainError

PARTS = ("plan", "minutes", "mastery", "streak", "notes")
"""What can be shown, in this order."""
CHOSEN_AT_FIRST = ("plan", "minutes", "mastery", "streak")
DAYS = (7, 30, 90)
"""For so long a link can live."""
LOOKED_BACK = 28
"""Days that minutes, presence and notes are shown of, today among them."""

LONGEST_LABEL = 60
MOST_LINKS = 10
MOST_MENTORS = 10
"""Links that live at once; mentors, invited or accepted."""
INVITATION_LENGTH = timedelta(days=14)
MOST_INVITATIONS, INVITED_WITHIN = 5, timedelta(days=1)
"""By one learner."""
MOST_TO_ADDRESS, ADDRESSED_WITHIN = 3, timedelta(days=7)
"""To one address, by whomever."""
MOST_GUESSES, GUESSED_WITHIN = 30, timedelta(minutes=10)
"""Addresses of links that open nothing, asked for by one visitor."""
MOST_REPORTS, REPORTED_WITHIN = 30, timedelta(hours=1)
"""Printable reports by one visitor: each costs a moment of a processor."""

HOUR = 3600
_NAME = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+){0,3}")
LONGEST_MAILED_NAME = 40


@dataclass(frozen=True, slots=True)
class Grant:
    """What one visitor may see, and of whom."""

    learner_id: UUID
    shows: tuple[str, ...]
    until: datetime | None = None
    """When it ends by itself."""
    is_new: bool = False
    """Whether this look was written down: the first within an hour."""

    def has(self, *parts: str) -> bool:
        return any(part in self.shows for part in parts)


def parts_told(shows: Iterable[str], *, is_streak_shown: bool) -> tuple[str, ...]:
    """What can be seen of what was agreed: no streak for whom it is switched off."""
    return tuple(part for part in shows if part != "streak" or is_streak_shown)


def checked_parts(parts: Iterable[str]) -> list[str]:
    """In their order, each once. ``DomainError``: share_nothing for none or an unknown one."""
    given = set(parts)
    if not given or given - set(PARTS):
        raise DomainError("share_nothing", "shows")
    return [part for part in PARTS if part in given]


def checked_label(label: str) -> str:
    """``DomainError``: share_label for none or one that is too long."""
    cleaned = " ".join(label.split())
    if not 0 < len(cleaned) <= LONGEST_LABEL:
        raise DomainError("share_label", "label", most=LONGEST_LABEL)
    return cleaned


def checked_days(days: int) -> timedelta:
    if days not in DAYS:
        raise DomainError("share_days", "days")
    return timedelta(days=days)


def name_in_mail(name: str) -> str:
    """The name as a stranger's mail may carry it: up to four words of letters; else empty.

    A name is free text, and a mail to someone who never asked for it must carry no message,
    address or number of anyone's.
    """
    fits = len(name) <= LONGEST_MAILED_NAME and _NAME.fullmatch(name)
    return name if fits else ""


def hour_of(at: datetime) -> int:
    """Hours since 1970: a visitor is noted once in each."""
    return int(at.timestamp()) // HOUR


def link_state(expires_at: datetime, revoked_at: datetime | None, now: datetime) -> str:
    """live, revoked or expired"""
    if revoked_at is not None:
        return "revoked"
    return "live" if expires_at > now else "expired"


def mentorship_state(
    accepted_at: datetime | None, ended_at: datetime | None, expires_at: datetime, now: datetime
) -> str:
    """invited, accepted, ended or expired"""
    if ended_at is not None:
        return "ended"
    if accepted_at is not None:
        return "accepted"
    return "invited" if expires_at > now else "expired"
