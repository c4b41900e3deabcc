"""The hours of the day in which a learner gets most done."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime, timedelta

from learnconnect_app.domain.study_days import local_time

USUAL_HOUR = 18
"""Until there are data."""
ENOUGH_MINUTES = 120
"""From here on the minutes say something."""
MOST_HOURS = 3
HOURS = range(24)

Work = tuple[datetime, int]
"""When something was finished, and the minutes it took."""


def best_hours(minutes: Sequence[float], chosen: Collection[int] = ()) -> tuple[int, ...]:
    """At most three hours of the day (0-23), the best first.

    ``minutes``: completed ones by hour, 24 numbers. Each hour counts half and its neighbours a
    quarter each, so that work around six is not split between five and six. Of equal hours the
    one nearer to 18:00 is better. ``chosen``: the learner's own hours, which win.
    """
    if chosen:
        return tuple(sorted(chosen, key=lambda hour: (-minutes[hour], _distance(hour), hour)))
    if sum(minutes) < ENOUGH_MINUTES:
        return (USUAL_HOUR,)
    smooth = [
        minutes[hour] / 2 + (minutes[hour - 1] + minutes[(hour + 1) % 24]) / 4 for hour in HOURS
    ]
    order = sorted(HOURS, key=lambda hour: (-round(smooth[hour], 6), _distance(hour), hour))
    return tuple(hour for hour in order[:MOST_HOURS] if smooth[hour] > 0)


def minutes_by_hour(works: Iterable[Work], zone: str) -> list[float]:
    """Minutes of work by local hour of the day, 24 numbers."""
    minutes = [0.0] * 24
    for end, length in works:
        at, end = end.astimezone(UTC) - timedelta(minutes=length), end.astimezone(UTC)
        while at < end:
            local = local_time(at, zone)
            rest = 60 - local.minute - local.second / 60 - local.microsecond / 60e6
            step = min(timedelta(minutes=rest), end - at)
            minutes[local.hour] += step.total_seconds() / 60
            at += max(step, timedelta(milliseconds=1))
    return minutes


def _distance(hour: int) -> int:
    apart = abs(hour - USUAL_HOUR)
    return min(apart, 24 - apart)
