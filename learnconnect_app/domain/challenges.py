"""Challenges of a week: what one can choose from, and what fits a learner's own pace.

A target is a little more than what was usual in the last four weeks, never more than what is left
of this week can hold, and never on top of a full one: who already does what their plans ask for is
offered what takes no more time. One day of each week stays free.

==========  =========================================  =========  ==================
Key         Counted from Monday on                     Takes time  For a newcomer
==========  =========================================  =========  ==================
days        study days with something finished         yes        2
minutes     minutes studied                            yes        60
sessions    sessions and days of plans finished        yes        3
tests       tests submitted                            yes        -
mistakes    mistakes answered right                    no         -
notes       sessions with a note of one's own          no         -
==========  =========================================  =========  ==================
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import ceil

KEYS = ("days", "minutes", "sessions", "mistakes", "notes", "tests")
OFFERED = 3
CHANGED_UNTIL = 2
"""Weekday (Monday is 0) up to which another one can be chosen."""
STRETCH = 1.1
"""Against what is usual."""
MOST_DAYS = 6
MOST_MINUTES = 1200
"""A week: beyond it nobody is asked for more."""
MOST_TESTS = 3
MOST_MISTAKES = 10
FEWEST_MISTAKES = 3
MOST_NOTES = 3
FIRST_DAYS, FIRST_MINUTES, FIRST_SESSIONS = 2, 60, 3
A_DAY = 30
"""Minutes of a newcomer's day."""
TENS = 10


@dataclass(frozen=True, slots=True)
class Pace:
    """A week's mean over the last four, of those with work."""

    days: float = 0
    minutes: float = 0
    sessions: float = 0
    tests: float = 0

    @property
    def is_new(self) -> bool:
        return self.days == 0


@dataclass(frozen=True, slots=True)
class ThisWeek:
    done: Mapping[str, int] = field(default_factory=dict)
    """By key, since Monday."""
    days_left: int = 7
    """Study days to come, today among them unless something was finished in it."""
    asked_minutes: int = 0
    """By the plans, in the whole week; 0 without a plan."""
    due_mistakes: int = 0
    has_sessions: bool = False
    """Whether there is a study plan, whose sessions take notes."""


@dataclass(frozen=True, slots=True)
class Challenge:
    key: str
    target: int


def offers(pace: Pace, week: ThisWeek) -> tuple[Challenge, ...]:
    """At most three that can be reached in what is left of this week; none when nothing can."""
    found = (*_calm(week), *_days(pace, week))
    if not is_full(pace, week):
        found = (*_days(pace, week), *_minutes(pace, week), *_calm(week), *_more(pace, week))
    open_ = [each for each in found if each.target > week.done.get(each.key, 0)]
    return tuple(open_[:OFFERED])


def is_full(pace: Pace, week: ThisWeek) -> bool:
    """Whether the learner does, or has done this week, what the plans ask for, or very much."""
    most = max(pace.minutes, week.done.get("minutes", 0))
    return most >= MOST_MINUTES or 0 < week.asked_minutes <= most


def _days(pace: Pace, week: ThisWeek) -> Iterator[Challenge]:
    usual = round(pace.days)
    wanted = FIRST_DAYS if pace.is_new else usual + (not is_full(pace, week))
    yield Challenge("days", min(wanted, MOST_DAYS, _reachable(week, "days", 1)))


def _minutes(pace: Pace, week: ThisWeek) -> Iterator[Challenge]:
    wanted = FIRST_MINUTES if pace.is_new else _tens_up(STRETCH * pace.minutes)
    a_day = A_DAY if pace.is_new else max(A_DAY, STRETCH * pace.minutes / pace.days)
    limits = [wanted, MOST_MINUTES, _reachable(week, "minutes", a_day)]
    if week.asked_minutes:
        limits.append(week.asked_minutes)
    target = min(limits) // TENS * TENS
    if target >= TENS:
        yield Challenge("minutes", target)


def _more(pace: Pace, week: ThisWeek) -> Iterator[Challenge]:
    wanted = FIRST_SESSIONS if pace.is_new else ceil(STRETCH * pace.sessions)
    a_day = 2 if pace.is_new else max(1, ceil(pace.sessions / pace.days))
    yield Challenge("sessions", min(wanted, _reachable(week, "sessions", a_day)))
    if pace.tests:
        wanted = min(MOST_TESTS, round(pace.tests) + 1)
        yield Challenge("tests", min(wanted, _reachable(week, "tests", 1)))


def _calm(week: ThisWeek) -> Iterator[Challenge]:
    """What takes no time beyond the sessions there are."""
    if week.due_mistakes >= FEWEST_MISTAKES:
        done = week.done.get("mistakes", 0)
        yield Challenge("mistakes", done + min(MOST_MISTAKES, week.due_mistakes))
    if week.has_sessions:
        yield Challenge("notes", min(MOST_NOTES, _reachable(week, "notes", 1)))


def _reachable(week: ThisWeek, key: str, a_day: float) -> int:
    return week.done.get(key, 0) + int(a_day * week.days_left)


def _tens_up(minutes: float) -> int:
    return ceil(round(minutes / TENS, 6)) * TENS
