"""What the calendar shows: a range of days with what is planned on them, and nothing beyond it.

Days are ISO dates, times are minutes after the midnight that begins the day (up to 04:00 of the
next morning, 1680), and -1 where there is none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Mode = Literal["month", "week", "day"]


@dataclass(frozen=True)
class CalendarSession:
    id: str = ""
    day: str = ""
    kind: str = ""
    """As `models.StudySession.kind`."""
    status: str = ""
    title: str = ""
    """Of the topic or of the learner's own; empty for a practice test, which the catalogs name."""
    course: str = ""
    icon: str = ""
    color: str = ""
    minutes: int = 0
    start: int = -1
    percent: int = 0
    part: int = 1
    parts: int = 1
    is_pinned: bool = False
    is_movable: bool = False
    """It is not begun, and its day has not passed."""
    href: str = ""
    """Where it is studied; empty for a session of the learner's own."""
    why: str = ""
    """A `study_problems.Why`, worded by the catalogs with ``why_number`` and ``why_topic``."""
    why_number: int = 0
    why_topic: str = ""
    version: int = 1


@dataclass(frozen=True)
class CalendarBusy:
    """A time of the learner's own in which nothing is planned."""

    id: str
    title: str
    start: int
    end: int
    is_weekly: bool


@dataclass(frozen=True)
class CalendarTask:
    """The skill plan's task of the day: it is done on a page of its own."""

    title: str
    minutes: int
    is_done: bool


@dataclass(frozen=True)
class CalendarDay:
    day: str
    minutes: int
    """Open for the study plan."""
    planned: int
    """Of all sessions, done ones too."""
    done: int
    """Of the sessions done."""
    mark: str
    """exam, vacation, illness, paused, rest or empty."""
    is_past: bool
    is_today: bool
    is_shown: bool
    """Whether it belongs to the month that is shown, and not to the edge of its weeks."""
    sessions: tuple[CalendarSession, ...] = ()
    busy: tuple[CalendarBusy, ...] = ()
    task: CalendarTask | None = None


@dataclass(frozen=True)
class BusyTimeView:
    """A busy time in the list of them all; it has a weekday (Monday is 0) or a day."""

    id: str
    title: str
    weekday: int
    day: str
    start: int
    end: int


@dataclass(frozen=True)
class CalendarView:
    state: str = "none"
    """none, draft, active, paused or finished"""
    plan_id: str = ""
    title: str = ""
    exam_day: str = ""
    days_left: int = 0
    needs_settling: bool = False
    """Study days have passed that are not settled yet."""
    absence: str = ""
    """vacation or illness, when the learner is away today."""
    mode: str = "week"
    """month, week or day"""
    day: str = ""
    """The day that was asked for."""
    today: str = ""
    previous: str = ""
    """A day of the range before this one; likewise ``next``."""
    next: str = ""
    days: tuple[CalendarDay, ...] = ()
    up_next: CalendarSession = field(default_factory=CalendarSession)
    """The one thing to do: what runs, or what is planned first. Without id: nothing."""
    busy_times: tuple[BusyTimeView, ...] = ()


@dataclass(frozen=True)
class DoneView:
    """What the learner did last on the page, and whether it can be taken back."""

    code: str = ""
    """As the catalogs word it."""
    id: str = ""
    """Of what can be undone; empty: it cannot."""
    at: int = 0
    """Counts up."""
