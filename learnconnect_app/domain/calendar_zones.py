"""A time zone as a calendar file describes it (RFC 5545, 3.6.5): each change of its clock.

The changes are read from the zone itself, so that zones whose rules follow no pattern (Morocco's
Ramadan) are right as well. A change is written on the clock it ends, as the standard wants.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from learnconnect_app.domain.study_days import ONE_DAY

SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class _Clock:
    """What a zone's clock does from ``onset`` on."""

    onset: datetime
    """On the clock before."""
    before: timedelta
    after: timedelta
    name: str
    is_daylight: bool


@lru_cache(maxsize=500)
def described(zone: str, first_year: int, last_year: int) -> Timezone:
    """The zone in these years. To be read only: it is kept."""
    found = Timezone()
    found.add("tzid", zone)
    for each in _clocks(ZoneInfo(zone), date(first_year, 1, 1), date(last_year + 1, 1, 1)):
        part = TimezoneDaylight() if each.is_daylight else TimezoneStandard()
        part.add("tzname", each.name)
        part.add("dtstart", each.onset)
        part.add("tzoffsetfrom", each.before)
        part.add("tzoffsetto", each.after)
        found.add_component(part)
    return found


def _clocks(zone: ZoneInfo, first: date, last: date) -> Iterator[_Clock]:
    moment = datetime.combine(first, time(), UTC) - ONE_DAY
    yield _from(zone, moment, moment)
    while moment.date() <= last:
        following = moment + ONE_DAY
        if moment.astimezone(zone).utcoffset() != following.astimezone(zone).utcoffset():
            yield _from(zone, *_change(zone, moment, following))
        moment = following


def _change(zone: ZoneInfo, early: datetime, late: datetime) -> tuple[datetime, datetime]:
    """The last second of the old clock and the first of the new one."""
    old = early.astimezone(zone).utcoffset()
    while late - early > SECOND:
        middle = early + (late - early) // 2
        middle = middle.replace(microsecond=0)
        if middle.astimezone(zone).utcoffset() == old:
            early = middle
        else:
            late = middle
    return early, late


def _from(zone: ZoneInfo, early: datetime, late: datetime) -> _Clock:
    old, new = early.astimezone(zone), late.astimezone(zone)
    before, after = old.utcoffset() or timedelta(), new.utcoffset() or timedelta()
    onset = (late + before).replace(tzinfo=None)
    return _Clock(onset, before, after, new.tzname() or str(after), bool(new.dst()))
