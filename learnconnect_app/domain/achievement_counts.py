"""How days and hours are counted for medals: balanced weeks, returns, mornings and evenings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from itertools import pairwise

from learnconnect_app.domain.streaks import DayKind
from learnconnect_app.domain.study_days import local_time, study_day, week_of

AWAY_DAYS = 7
"""Without work before a day that is a return."""
STUDIED_DAYS = 3
"""At least, of a balanced week."""
RESTFUL = (DayKind.REST, DayKind.VACATION)


def balanced_weeks(days: Mapping[date, DayKind]) -> int:
    """Weeks with ``STUDIED_DAYS`` or more of study and at least one day of rest that was kept."""
    weeks: defaultdict[date, list[DayKind]] = defaultdict(list)
    for day, kind in days.items():
        weeks[week_of(day)[0]].append(kind)
    return sum(
        kinds.count(DayKind.ACTIVE) >= STUDIED_DAYS and any(kind in RESTFUL for kind in kinds)
        for kinds in weeks.values()
    )


def returns(days: Mapping[date, DayKind]) -> int:
    """How often work was taken up again after ``AWAY_DAYS`` or more without any."""
    active = sorted(day for day, kind in days.items() if kind is DayKind.ACTIVE)
    return sum((after - before).days > AWAY_DAYS for before, after in pairwise(active))


def days_at(moments: Iterable[datetime], zone: str, hours: tuple[int, int]) -> int:
    """Study days on which something was finished in these hours, the second not included."""
    return len(_days_at(moments, zone, range(*hours)))


def _days_at(moments: Iterable[datetime], zone: str, hours: Collection[int]) -> set[date]:
    return {study_day(at, zone) for at in moments if local_time(at, zone).hour in hours}
