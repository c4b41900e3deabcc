"""What a session, a day of the skill plan or an exam is as an entry of a calendar elsewhere.

The feed and the connected calendars show the same entries. One that only moves keeps its ``uid``
and gets a higher ``sequence``, so that a calendar moves it instead of adding another. What is no
longer planned has no entry: calendars take away what a feed no longer has.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from learnconnect_app.domain.study_days import ONE_DAY

Kind = Literal["session", "task", "exam"]
HOST = "learnconnect"
"""Right-hand side of every uid; the same wherever it is installed."""
PAST = timedelta(days=30)
"""How far back entries go."""
ALARM_MINUTES = 15


@dataclass(frozen=True, slots=True)
class Entry:
    uid: str
    kind: Kind
    source_id: UUID
    """Of the session, the task or the plan whose exam it is."""
    title: str
    text: str
    """Lines: what it is, and why it is planned."""
    link: str
    """Where it is studied."""
    starts: datetime | date
    """On the learner's clock; a date for what has no time of day."""
    ends: datetime | date
    """The first moment, or the first day, after it."""
    zone: str
    sequence: int
    alarm_minutes: int | None = None
    is_done: bool = False

    @property
    def is_all_day(self) -> bool:
        return not isinstance(self.starts, datetime)

    @property
    def description(self) -> str:
        return f"{self.text}\n\n{self.link}" if self.text else self.link

    @property
    def fingerprint(self) -> str:
        """Changes with anything that is seen of it; 64 characters."""
        seen = {name: str(value) for name, value in asdict(self).items() if name != "sequence"}
        return hashlib.sha256(repr(sorted(seen.items())).encode()).hexdigest()


def session_uid(session_id: UUID) -> str:
    return f"{session_id}@{HOST}"


def task_uid(task_id: UUID) -> str:
    return f"task-{task_id}@{HOST}"


def exam_uid(plan_id: UUID) -> str:
    return f"exam-{plan_id}@{HOST}"


Times = tuple[datetime | date, datetime | date]


def times_of(day: date, start_minute: int | None, minutes: int, zone: str) -> Times:
    """From when until when, on the learner's clock; the whole day when no time is set.

    ``start_minute`` counts from the midnight that begins ``day`` on the clock, past 1440 into the
    night after it. A time that occurs twice is the first one; one that a jump of the clock leaves
    out comes later by the jump. The length is real time, whatever the clock does meanwhile.
    """
    if start_minute is None:
        return whole_day(day)
    place = ZoneInfo(zone)
    days, minute = divmod(start_minute, 24 * 60)
    wall = datetime(day.year, day.month, day.day, minute // 60, minute % 60) + days * ONE_DAY
    start = wall.replace(tzinfo=place).astimezone(UTC)
    end = start + timedelta(minutes=minutes)
    return start.astimezone(place), end.astimezone(place)


def whole_day(day: date) -> Times:
    return day, day + ONE_DAY
