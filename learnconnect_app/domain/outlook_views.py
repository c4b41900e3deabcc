"""Whether there is time enough for a study plan, as a learner sees it. Times are minutes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CushionWeek:
    first_day: str
    """ISO."""
    available: int
    needed: int
    over: int
    """From today to the end of this week; less than nothing is a shortfall."""


@dataclass(frozen=True, slots=True)
class CushionView:
    weeks: tuple[CushionWeek, ...] = ()
    available: int = 0
    """To the exam."""
    needed: int = 0
    over: int = 0
    days: int = 0
    """To the exam."""
    left_out: int = 0
    """Topics that have no session for want of time."""

    @property
    def is_short(self) -> bool:
        return self.over < 0


@dataclass(frozen=True, slots=True)
class WhatIfView:
    """What a change would bring, against the plan as it is."""

    change: str
    """As `domain.cushions.Change`."""
    number: int
    """Minutes a day, weekdays, days, or topics."""
    points: float
    """More of 100 expected points."""
    over: int
    """Minutes left over then."""
    missing: int
    """Minutes still missing then; 0: it would be enough."""
