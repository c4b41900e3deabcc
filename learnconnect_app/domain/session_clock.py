"""The clock of a study session: what counts, however often it is paused or forgotten.

The server keeps the seconds of the finished stretches and the moment the running one began; a
browser only ticks between two readings. Moments are UTC, so neither midnight nor a change to
summer time matters. A clock that ran on after the learner left counts at most ``FORGOTTEN_FACTOR``
times the planned minutes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

FORGOTTEN_FACTOR = 3
"""Times the planned minutes after which a running clock was forgotten."""
DONE_PERCENT = 80
"""From here a session counts as done, below as partly done."""


@dataclass(frozen=True, slots=True)
class Clock:
    planned_minutes: int
    spent_seconds: int = 0
    """Of the stretches before ``running_since``."""
    running_since: datetime | None = None

    @property
    def most_seconds(self) -> int:
        return FORGOTTEN_FACTOR * self.planned_minutes * 60

    def seconds(self, now: datetime) -> int:
        """Seconds that count by now; a ``now`` before the start (a clock set back) adds none."""
        return max(self.spent_seconds, min(self.most_seconds, self._unlimited(now)))

    def is_forgotten(self, now: datetime) -> bool:
        """Whether it ran on beyond what can be believed."""
        return self.running_since is not None and self._unlimited(now) > self.most_seconds

    def started(self, now: datetime) -> Clock:
        """Running; one that runs already goes on as it is."""
        if self.running_since is not None:
            return self
        return Clock(self.planned_minutes, self.spent_seconds, now)

    def stopped(self, now: datetime) -> Clock:
        return Clock(self.planned_minutes, self.seconds(now))

    def timed(self, seconds: int) -> Clock:
        """Stopped, as another clock measured all of it."""
        return Clock(self.planned_minutes, min(seconds, self.most_seconds))

    def minutes_worked(self, now: datetime, percent: int) -> int:
        """Whole minutes; of a session whose clock never ran the share of the planned ones."""
        if self.running_since is None and not self.spent_seconds:
            return round(self.planned_minutes * percent / 100)
        return round(self.seconds(now) / 60)

    def _unlimited(self, now: datetime) -> int:
        if self.running_since is None:
            return self.spent_seconds
        stretch = (now - self.running_since).total_seconds()
        return self.spent_seconds + max(0, int(stretch))


def status_for(percent: int) -> str:
    """``done`` or ``partly``."""
    return "done" if percent >= DONE_PERCENT else "partly"
