"""A learner's study day with all that the planned rules of reminders ask about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from learnconnect_app.domain.reminder_times import Quiet


@dataclass(frozen=True)
class Thing:
    """Something of today's plan that is not done."""

    title: str
    minutes: int


@dataclass(frozen=True)
class Timed:
    """A session whose start the learner can rely on."""

    id: str
    start: int
    """Minute of the study day."""
    minutes: int
    title: str
    path: str


@dataclass(frozen=True)
class Week:
    first: date
    """Its Monday."""
    minutes: int = 0
    days: int = 0
    """With work."""
    planned: int = 0
    """Study days of the whole week."""
    passed: int = 0
    """Of these, before today."""


@dataclass(frozen=True)
class Rest:
    """A plan that is paused, while none is active."""

    plan_id: str
    title: str
    days: int
    told: int
    """How often it was spoken of since it rests."""


@dataclass(frozen=True)
class Ending:
    """Something redeemed that can be used for a while."""

    redemption_id: str
    title: str
    first: date
    """Study day on which it was redeemed."""
    last: date
    """Last study day on which it can be used."""


@dataclass(frozen=True)
class Day:
    """A learner's study day, as the planned rules ask about it."""

    day: date
    zone: str
    hours: Sequence[int] = (18,)
    """Good hours of the day, the best first; never empty."""
    quiet: Quiet = field(default_factory=Quiet)
    is_away: bool = False
    is_first: bool = False
    """The plan began or was taken up today: its learner has just seen it."""
    is_back: bool = False
    """From an absence that ended yesterday."""
    is_begun: bool = False
    """Something was finished today."""
    things: Sequence[Thing] = ()
    timed: Sequence[Timed] = ()
    """By start."""
    idle: int = 0
    """Planned days in a row without work, up to yesterday."""
    is_frozen: bool = False
    """A freeze covered the last day that was not free, and is spoken of."""
    missed_told: date | None = None
    """When a missed day was last spoken of, before today."""
    this_week: Week | None = None
    last_week: Week | None = None
    rest: Rest | None = None
    endings: Sequence[Ending] = ()
    """Of which nothing was said yet."""
