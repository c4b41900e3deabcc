"""Which days a picture of progress spans, and into which parts it is cut."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from learnconnect_app.domain.study_days import ONE_DAY, week_of

WEEK = 7 * ONE_DAY


class Range(StrEnum):
    """How far back is looked."""

    WEEKS = "weeks"
    """Four weeks, day by day."""
    QUARTER = "quarter"
    """Twelve weeks, week by week."""
    YEAR = "year"
    """Twelve calendar months."""


WEEKS_OF = {Range.WEEKS: 4, Range.QUARTER: 12}
MONTHS_OF_YEAR = 12


class Part(NamedTuple):
    """Study days from ``first`` to ``last``, both included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def whole(range_: Range, today: date) -> Part:
    """All days of a range, up to today."""
    return Part(coarse(range_, today)[0].first, today)


def fine(range_: Range, today: date) -> tuple[Part, ...]:
    """Days of four weeks, weeks of twelve, months of a year: oldest first, none in the future."""
    if range_ is not Range.WEEKS:
        return coarse(range_, today)
    first, last = whole(range_, today)
    days = (first + n * ONE_DAY for n in range((last - first).days + 1))
    return tuple(Part(day, day) for day in days)


def coarse(range_: Range, today: date) -> tuple[Part, ...]:
    """Weeks, from their Monday on, or months; the last one ends today."""
    if range_ is Range.YEAR:
        return _months(today)
    monday = week_of(today)[0]
    mondays = (monday - n * WEEK for n in reversed(range(WEEKS_OF[range_])))
    return tuple(Part(day, min(today, day + WEEK - ONE_DAY)) for day in mondays)


def weeks_in(part: Part) -> float:
    """How many weeks a part lasts; what has just begun counts as one."""
    return max(1.0, part.days / 7)


def _months(today: date) -> tuple[Part, ...]:
    parts, last = [], today
    for _ in range(MONTHS_OF_YEAR):
        first = last.replace(day=1)
        parts.append(Part(first, last))
        last = first - ONE_DAY
    return tuple(reversed(parts))
