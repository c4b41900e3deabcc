"""`python -m learnconnect_app.devtools.check_reminder_times`: the local times of reminders,
in all zones over five years.

Each day around a turn of the clock, and one a month of the others, is checked at every quarter of
an hour against the wall clock, with several quiet hours: nothing comes in them, a local time means
its first moment, one left out means as much later, and a study day holds what is planned for it.
Zones whose clocks show the same all the time are checked once.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo, available_timezones

from learnconnect_app.domain.reminder_times import Quiet, moment
from learnconnect_app.domain.study_days import ONE_DAY, bounds, study_day

QUIET = (Quiet(), Quiet(0, 7 * 60), Quiet(13 * 60, 15 * 60), Quiet(2 * 60 + 30, 2 * 60 + 45))
STEP = 15
FIRST, YEARS = date(2026, 1, 1), 5


def turns_of(zone: str, first: date, end: date) -> Iterator[date]:
    """Days on which the clock jumps, with the days beside them."""
    info, day = ZoneInfo(zone), first
    while day < end:
        offsets = {_offset(info, day + n * ONE_DAY) for n in (-1, 0, 1, 2)}
        if len(offsets) > 1:
            yield day
        day += ONE_DAY


def _offset(info: ZoneInfo, day: date) -> timedelta | None:
    return datetime.combine(day, time(), info).utcoffset()


def broken_rules(zone: str, days: Iterable[date], quiets: Sequence[Quiet]) -> Iterator[str]:
    """What is wrong, in words; nothing when all is right."""
    for day in days:
        first, end = bounds(day, zone)
        for minute in range(4 * 60, 28 * 60, STEP):
            at = moment(day, minute, zone)
            yield from _wrong_moment(zone, day, minute, at)
            if first <= at < end and study_day(at, zone) != day:
                yield f"{zone} {day} {minute}: of another study day"
            for quiet in quiets:
                yield from _wrong_quiet(zone, at, quiet)


def _wrong_moment(zone: str, day: date, minute: int, at: datetime) -> Iterator[str]:
    """Found by looking at the wall clock of the moments around, not by computing."""
    wanted = datetime.combine(day, time()) + timedelta(minutes=minute)
    shown = _wall(at, zone)
    if shown == wanted:
        for hours in (0.5, 1, 2, 3):
            if _wall(at - timedelta(hours=hours), zone) == wanted:
                yield f"{zone} {wanted}: not the first of two"
    else:
        jump = shown - wanted
        before = _wall(at - jump - timedelta(minutes=STEP), zone)
        if not timedelta() < jump <= timedelta(days=1) or before >= wanted:
            yield f"{zone} {wanted}: shown as {shown}"


def _wrong_quiet(zone: str, at: datetime, quiet: Quiet) -> Iterator[str]:
    end = quiet.end_after(at, zone)
    shown = _wall(end, zone)
    if quiet.holds(shown.hour * 60 + shown.minute) or end < at:
        yield f"{zone} {at}: {end} is in {quiet}"
    if end - at > timedelta(hours=26):
        yield f"{zone} {at}: waits until {end}"


def _wall(at: datetime, zone: str) -> datetime:
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def alike(zones: Iterable[str], end: date) -> list[list[str]]:
    """Zones grouped by what their clocks show."""
    groups: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for zone in zones:
        info, turns = ZoneInfo(zone), tuple(turns_of(zone, FIRST, end))
        moments = [
            datetime.combine(day, time(), UTC) + timedelta(minutes=minute)
            for day in turns
            for minute in range(0, 24 * 60, STEP)
        ]
        shown = tuple(at.astimezone(info).utcoffset() for at in moments)
        groups[_offset(info, FIRST), turns, shown].append(zone)
    return list(groups.values())


def main() -> None:
    began, checks, wrong = perf_counter(), 0, 0
    zones = sorted(available_timezones() - {"localtime", "Factory"})
    end = date(FIRST.year + YEARS, 1, 1)
    clocks = alike(zones, end)
    for zone, *_ in clocks:
        others = {FIRST + n * ONE_DAY for n in range(0, (end - FIRST).days, 30)}
        days = sorted({*turns_of(zone, FIRST, end), *others})
        checks += len(days) * (24 * 60 // STEP) * (1 + len(QUIET))
        for line in broken_rules(zone, days, QUIET):
            wrong += 1
            sys.stderr.write(line + "\n")
    seconds = perf_counter() - began
    sys.stdout.write(
        f"{len(zones)} zones with {len(clocks)} clocks, {YEARS} years from {FIRST.year}: "
        f"{checks:,} checks, {wrong} violations, {seconds:.0f} s\n"
    )
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
