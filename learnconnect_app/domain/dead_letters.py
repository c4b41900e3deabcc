"""Messages that an operator is to look at: given up, or of unknown fate for half an hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

AgeUnit = Literal["minutes", "hours", "days"]


def age(of: timedelta) -> tuple[int, AgeUnit]:
    """In whole units, the largest that gives at least two."""
    minutes = max(0, int(of.total_seconds() // 60))
    if minutes < 120:
        return minutes, "minutes"
    return (minutes // 60, "hours") if minutes < 48 * 60 else (minutes // 1440, "days")


@dataclass(frozen=True)
class DeadLetter:
    id: str
    kind: str
    channel: str
    status: str
    """``failed`` or ``unknown``."""
    age: int
    """Since it was due, in ``age_unit``."""
    age_unit: AgeUnit
    attempts: int
    error: str
    can_be_sent_again: bool
    """Not when the link in it is forgotten: whoever it was for asks for another."""


@dataclass(frozen=True)
class DeadLettersView:
    unknown: int = 0
    failed: int = 0
    rows: tuple[DeadLetter, ...] = ()
    """The newest."""
