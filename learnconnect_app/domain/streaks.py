"""How long a learner has kept going, and what a day without work means for it.

========  ===================================  ===========  ====
Kind      The study day                        Keeps alive  Adds
========  ===================================  ===========  ====
active    something was finished in it         yes          1
rest      a planned rest weekday               yes          0
vacation  the learner is away                  yes          0
paused    the plan lies still                  yes          0
frozen    missed, but a streak freeze covers   yes          0
missed    none of these                        no           0
========  ===================================  ===========  ====

Today is open until it ends: without work it neither adds nor breaks, so a run that ended yesterday
is alive. A day before today that is not recorded counts as missed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from learnconnect_app.domain.study_days import ONE_DAY, week_of

MOST_FREEZES = 2
"""Held at once; premium makes room for more (`domain/premium.py`)."""
RUN_WEEK = 7
HEAT_WEEKS = 53
HEAT_LEVELS = 4

DaySet = Collection[date] | Callable[[date], bool]
"""Some days: listed, or told by a predicate (a pause without an end)."""


class DayKind(StrEnum):
    """What a study day was; the table above says what follows from it."""

    ACTIVE = "active"
    REST = "rest"
    PAUSED = "paused"
    VACATION = "vacation"
    FROZEN = "frozen"
    MISSED = "missed"


_KEEPS_ALIVE = frozenset(DayKind) - {DayKind.ACTIVE, DayKind.MISSED}


@dataclass(frozen=True, slots=True)
class Streak:
    """Runs counted in active days; ``days_total`` is all of them, broken runs included."""

    current: int
    longest: int
    is_today_active: bool
    days_total: int


@dataclass(frozen=True, slots=True)
class HeatDay:
    """One square of the heat map: what was done, and its level 0 (nothing) to 4."""

    day: date
    amount: int
    level: int


def streak(days: Mapping[date, DayKind], today: date) -> Streak:
    """The streak as it stands. ``days`` holds each settled day, and today once it is active.

    Active days later than ``today`` count too: a learner who travels west lives a study day
    twice, and loses nothing by it.
    """
    active = [day for day, kind in days.items() if kind is DayKind.ACTIVE]
    if not active:
        return Streak(0, 0, False, 0)
    run = longest = 0
    for day in _span(min(active), max(today, *active)):
        kind = days.get(day)
        if day < today or kind is DayKind.ACTIVE:
            run = _run_after(run, kind)
        longest = max(longest, run)
    return Streak(run, longest, days.get(today) is DayKind.ACTIVE, len(active))


def run_length_on(days: Mapping[date, DayKind], day: date) -> int:
    """Active days of the run that includes ``day``, from its start up to ``day`` itself.

    0 when the day is missed or not recorded. Days after it do not count, so what a day earns is
    the same whenever it is asked.
    """
    length = 0
    while (kind := days.get(day, DayKind.MISSED)) is not DayKind.MISSED:
        length += kind is DayKind.ACTIVE
        day -= ONE_DAY
    return length


def settled(
    days: Mapping[date, DayKind],
    first: date,
    today: date,
    *,
    rest_weekdays: Collection[int] = (),
    rest: DaySet = (),
    paused: DaySet = (),
    vacation: DaySet = (),
    freezes_held: int = 0,
) -> dict[date, DayKind]:
    """Kinds to record for the days from ``first`` to yesterday that have none yet.

    Rest is told by weekday, by ``rest``, or both. It goes before vacation before pause, so a
    freeze is never spent on a day that is free anyway. Freezes cover the oldest missed days and
    only where a run of at least 1 is alive, even if the run breaks later all the same: so the
    answer does not depend on whether days are settled each morning or all at once.
    """
    kinds: dict[date, DayKind] = {}
    run = run_length_on(days, first - ONE_DAY)
    for day in _span(first, today - ONE_DAY):
        kind = days.get(day)
        if kind is None:
            is_rest = day.weekday() in rest_weekdays or _holds(rest, day)
            kind = DayKind.REST if is_rest else _day_off(day, paused, vacation)
            kind = kind or (DayKind.FROZEN if run and freezes_held > 0 else DayKind.MISSED)
            freezes_held -= kind is DayKind.FROZEN
            kinds[day] = kind
        run = _run_after(run, kind)
    return kinds


def earns_freeze(run: int) -> bool:
    """Whether the day that brings a run to ``run`` earns a freeze: each full 7 days.

    At most `domain.premium.most_freezes` are held; one earned beyond that is not kept.
    """
    return _is_full_week(run)


def earns_streak_xp(run: int) -> bool:
    """Whether the day that brings a run to ``run`` continues one: from the second day on."""
    return run >= 2


def earns_consistency_xp(run: int) -> bool:
    """Whether the day that brings a run to ``run`` fills 7 days of it."""
    return _is_full_week(run)


def week_strip(
    days: Mapping[date, DayKind], today: date
) -> tuple[tuple[date, DayKind | None], ...]:
    """The week of ``today``, Monday first; None for a day that is not settled or yet to come."""
    return tuple((day, days.get(day)) for day in week_of(today))


def year_heat(activity: Mapping[date, int], today: date) -> tuple[tuple[HeatDay | None, ...], ...]:
    """53 weeks up to the one of ``today``, each Monday first; None for the days to come.

    ``activity`` is any amount that grows with work (minutes, things finished). Level =
    ceil(4 x amount / peak), at most 4, where the peak is the 90th percentile (nearest rank) of
    the days with work in view: equal days look equal, and one marathon does not fade the rest.
    """
    start = week_of(today)[0] - timedelta(weeks=HEAT_WEEKS - 1)
    view = list(_span(start, today))
    peak = _peak([activity[day] for day in view if activity.get(day, 0) > 0])
    cells: list[HeatDay | None] = [_heat_day(day, activity.get(day, 0), peak) for day in view]
    cells += [None] * (HEAT_WEEKS * 7 - len(cells))
    return tuple(tuple(cells[n : n + 7]) for n in range(0, len(cells), 7))


def _run_after(run: int, kind: DayKind | None) -> int:
    if kind is DayKind.ACTIVE:
        return run + 1
    return run if kind in _KEEPS_ALIVE else 0


def _is_full_week(run: int) -> bool:
    return run > 0 and run % RUN_WEEK == 0


def _day_off(day: date, paused: DaySet, vacation: DaySet) -> DayKind | None:
    if _holds(vacation, day):
        return DayKind.VACATION
    return DayKind.PAUSED if _holds(paused, day) else None


def _holds(days: DaySet, day: date) -> bool:
    return day in days if isinstance(days, Collection) else days(day)


def _peak(amounts: list[int]) -> int:
    """90th percentile by nearest rank (rank = ceil(0.9 n)); 1 when there is nothing."""
    if not amounts:
        return 1
    return sorted(amounts)[-(-9 * len(amounts) // 10) - 1]


def _heat_day(day: date, amount: int, peak: int) -> HeatDay:
    level = min(HEAT_LEVELS, -(-HEAT_LEVELS * max(amount, 0) // peak))
    return HeatDay(day, amount, level)


def _span(first: date, last: date) -> Iterator[date]:
    """Each date from ``first`` to ``last``, both included; none when they are reversed."""
    return (first + n * ONE_DAY for n in range((last - first).days + 1))
