"""When a learner's day begins and ends, and which study day comes next.

A study day is a date on the learner's own clock. It rolls over at 04:00, so an hour of work after
midnight still belongs to the evening it continues. All moments are aware; zones are IANA names.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from learnconnect_app.domain.errors import DomainError

ROLLOVER = time(4)
ONE_DAY = timedelta(days=1)


def study_day(now: datetime, zone: str) -> date:
    """The study day that ``now`` belongs to: the only one whose ``bounds`` hold it.

    ``now`` is aware. Raises DomainError ``unknown_timezone`` for a name that is no zone.
    """
    day = local_time(now, zone).date()
    # by the bounds and not by wall time, which is wrong where the clock jumps at the rollover
    while now < _start(day, zone):
        day -= ONE_DAY
    return day


def bounds(day: date, zone: str) -> tuple[datetime, datetime]:
    """First moment of the study day and first moment after it, in UTC.

    04:00 that happens twice means the first one; 04:00 that a jump of the clock leaves out is
    moved forward by the length of the jump. A date a zone left out altogether (Apia,
    2011-12-30) is empty: it ends when it starts.
    """
    return _start(day, zone), _start(day + ONE_DAY, zone)


def local_time(now: datetime, zone: str) -> datetime:
    """``now`` on the learner's clock. Raises ValueError when ``now`` carries no zone itself."""
    if now.tzinfo is None:
        raise ValueError("a moment needs its zone")
    return now.astimezone(_zone(zone))


def next_planned_day(day: date, rest_weekdays: Collection[int]) -> date:
    """The first study day after ``day`` that is no rest day (weekdays, Monday is 0).

    Who rests on all seven gets the next day: a plan never waits for a day that never comes.
    """
    following = [day + n * ONE_DAY for n in range(1, 8)]
    return next((d for d in following if d.weekday() not in rest_weekdays), following[0])


def week_of(day: date) -> list[date]:
    """The seven dates of the week that holds ``day``, Monday first."""
    monday = day - day.weekday() * ONE_DAY
    return [monday + n * ONE_DAY for n in range(7)]


def _start(day: date, zone: str) -> datetime:
    # fold=0 is what does it (PEP 495): the first of two, and the offset before a gap
    return datetime.combine(day, ROLLOVER, _zone(zone)).astimezone(UTC)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # not found, no key at all, a folder of zones
        raise DomainError("unknown_timezone", "timezone") from None
