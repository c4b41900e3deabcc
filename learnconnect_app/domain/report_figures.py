"""What a week, or a month, was in numbers: by day, by subject, tests. Kept as it was told.

Study days count: an hour after midnight belongs to the evening it continues. What was planned of a
day is what stood in the plans when it ended; on days of vacation, illness or pause nothing was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DayFigures:
    day: date
    kind: str = ""
    """A `DayKind`; empty for one that is not over."""
    minutes: int = 0
    """Worked, by the clock."""
    planned: int = 0
    """Minutes that the plans asked of it."""
    covered: int = 0
    """Planned minutes of what was finished on it: who is quick has covered all of them."""
    sessions: int = 0
    """Sessions and days of a skill plan that were finished on it, the learner's own left out."""
    planned_sessions: int = 0

    @property
    def is_worked(self) -> bool:
        return self.kind == "active"


@dataclass(frozen=True, slots=True)
class Totals:
    """Of some days."""

    minutes: int = 0
    planned: int = 0
    covered: int = 0
    sessions: int = 0
    planned_sessions: int = 0
    worked_days: int = 0
    planned_days: int = 0
    away_days: int = 0
    """Vacation, illness, or no plan that was active."""

    @property
    def is_empty(self) -> bool:
        return not (self.minutes or self.worked_days or self.planned)


@dataclass(frozen=True, slots=True)
class SubjectFigures:
    """A course: minutes that were done, and answers of its items, the period before beside them."""

    course: str
    minutes: int = 0
    right: int = 0
    answers: int = 0
    right_before: int = 0
    answers_before: int = 0


@dataclass(frozen=True, slots=True)
class ReportedTest:
    """A test that was handed in."""

    attempt: str
    kind: str
    day: date
    percent: int
    is_passed: bool | None = None
    """None where there is no line to pass."""
    net: float | None = None
    net_before: float | None = None
    """Of a mock, and of the one before it of the same sitting."""


@dataclass(frozen=True, slots=True)
class Part:
    """Of a motivation score (`domain.motivation_score`)."""

    name: str
    share: float
    """0..1"""
    weight: int
    """Percent of the score: the weights of the parts that are known make 100, but for rounding."""
    done: int
    of: int
    """What was counted: days, minutes, minutes a day, or mood in percent and sessions with one."""


@dataclass(frozen=True, slots=True)
class MotivationScore:
    value: int
    """0-100"""
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    first: date
    last: date
    days: tuple[DayFigures, ...]
    minutes_before: tuple[int, ...] = ()
    """By day of the period before."""
    before: Totals | None = None
    """Of the period before; None when there was neither plan nor work then."""
    subjects: tuple[SubjectFigures, ...] = ()
    """Those with most minutes first."""
    tests: tuple[ReportedTest, ...] = ()
    mistakes_settled: int = 0
    streak: int = 0
    """As it stood at the end."""
    xp: int = 0
    total_xp: int = 0
    """At the end."""
    score: MotivationScore | None = None

    @property
    def totals(self) -> Totals:
        return totals_of(self.days)


def totals_of(days: Iterable[DayFigures]) -> Totals:
    listed = list(days)
    return Totals(
        minutes=sum(day.minutes for day in listed),
        planned=sum(day.planned for day in listed),
        covered=sum(day.covered for day in listed),
        sessions=sum(day.sessions for day in listed),
        planned_sessions=sum(day.planned_sessions for day in listed),
        worked_days=sum(day.is_worked for day in listed),
        planned_days=sum(day.planned > 0 for day in listed),
        away_days=sum(day.kind in ("vacation", "paused") for day in listed),
    )
