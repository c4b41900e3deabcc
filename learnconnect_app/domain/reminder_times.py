"""When a reminder goes out: local times, quiet hours, and how many pushes a day.

Times of day are minutes after the midnight that begins a date; up to 28 x 60 they mean the night
after it. A local time that comes twice means the first; one that a jump of the clock leaves out
means as much later. All moments are UTC.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from learnconnect_app.domain.reminders import PUSH_ORDER
from learnconnect_app.domain.study_days import ONE_DAY, local_time

DAY_MINUTES = 24 * 60
ROLLOVER_HOUR = 4
"""Hours before it belong to the study day of the evening before."""


def moment(day: date, minute: int, zone: str, *, fold: int = 0) -> datetime:
    """The UTC moment of a local time. ``fold=1``: the second of two."""
    naive = datetime.combine(day, time()) + timedelta(minutes=minute)
    return naive.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)


def minute_of_hour(hour: int) -> int:
    """Minute of a study day at which the hour (0-23) begins."""
    return (hour + 24 if hour < ROLLOVER_HOUR else hour) * 60


@dataclass(frozen=True)
class Quiet:
    """Hours in which nothing is sent, over midnight or not; none when both ends are the same."""

    first: int = 22 * 60
    until: int = 8 * 60

    def holds(self, minute: int) -> bool:
        """Whether this minute of the day is quiet; from 1440 on, of the day after."""
        minute %= DAY_MINUTES
        if self.first <= self.until:
            return self.first <= minute < self.until
        return minute >= self.first or minute < self.until

    def is_at(self, now: datetime, zone: str) -> bool:
        return self.holds(_minute_of(local_time(now, zone)))

    def end_after(self, now: datetime, zone: str) -> datetime:
        """``now``, or the end of the quiet hours that it is in: by the learner's clock."""
        if not self.is_at(now, zone):
            return now
        local = local_time(now, zone)
        day = local.date() + ONE_DAY * (_minute_of(local) >= self.until)
        end = moment(day, self.until, zone)
        return end if end > now else moment(day, self.until, zone, fold=1)


def when_awake(due: datetime, zone: str, quiet: Quiet, fresh_for: timedelta) -> datetime | None:
    """``due``, or the end of the quiet hours it falls into; None when that would be too late."""
    shifted = quiet.end_after(due, zone)
    return shifted if shifted - due < fresh_for or shifted == due else None


def next_good_hour(now: datetime, zone: str, hours: Collection[int], quiet: Quiet) -> datetime:
    """The learner's next good hour (0-23) from ``now`` on; where all of them are quiet, the end of
    the quiet hours."""
    today = local_time(now, zone).date()
    moments = (
        quiet.end_after(moment(today + n * ONE_DAY, hour * 60, zone), zone)
        for n in range(-1, 4)
        for hour in hours
    )
    return min(each for each in moments if each >= now)


@dataclass(frozen=True)
class PushOfDay:
    """What would go, or went, to all devices of a learner on a study day."""

    key: Hashable
    rule: str
    due_at: datetime
    is_gone: bool = False


def within_cap(pushes: Sequence[PushOfDay], most: int) -> set[Hashable]:
    """Keys of the pushes that go: those gone already, then by `PUSH_ORDER`, then the earlier."""
    order = sorted(
        pushes,
        key=lambda push: (
            not push.is_gone,
            PUSH_ORDER.index(push.rule),
            push.due_at,
            repr(push.key),
        ),
    )
    return {push.key for push in order[:most]}


def _minute_of(local: datetime) -> int:
    return local.hour * 60 + local.minute
