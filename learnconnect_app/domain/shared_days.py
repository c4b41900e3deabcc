"""How many minutes of a day the study plan may have.

A day begins with the minutes of its weekday; the skill plan's open task of that day is taken from
them, and what is left must fit into the waking hours that are not busy. Rest days and absences
have none.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from learnconnect_app.domain.study_days import ONE_DAY

WAKING = 7 * 60, 24 * 60
"""Minutes after midnight between which sessions are planned."""
TEST_MINUTES = 40
"""Of the weekly practice test."""
WEEKLY_TESTS_FROM = 60
"""Days to the exam from which on there is a practice test each week; below, every other week."""
DAYS_WITHOUT_TEST = 7
"""From the plan's first day: there is little to test yet."""
OPEN_ABSENCE_DAYS = 7
"""An absence without an end is planned around so many days at a time."""
LEAST_ABSENCE_AHEAD = 2


@dataclass(frozen=True, slots=True)
class Busy:
    """A time without sessions, each week or on one day; minutes after midnight."""

    start: int
    end: int
    weekday: int | None = None
    day: date | None = None

    def is_on(self, day: date) -> bool:
        return self.day == day if self.day else self.weekday == day.weekday()


@dataclass(frozen=True, slots=True)
class Away:
    """Days of vacation or illness; ``until`` is the first day after them."""

    first: date
    until: date | None = None

    def planned_until(self, today: date) -> date:
        """Until when it is planned around; one without an end in steps of a week."""
        if self.until is not None:
            return self.until
        ahead = (today - self.first).days + LEAST_ABSENCE_AHEAD
        return self.first + OPEN_ABSENCE_DAYS * max(1, -(-ahead // OPEN_ABSENCE_DAYS)) * ONE_DAY


@dataclass(frozen=True, slots=True)
class SharedDays:
    """What decides the study minutes of each day."""

    today: date
    weekday_minutes: Sequence[int]
    """Seven, Monday first."""
    rest_weekdays: Collection[int] = ()
    away: Sequence[Away] = ()
    busy: Sequence[Busy] = ()
    skill_minutes: Mapping[date, int] = field(default_factory=dict)

    def is_free(self, day: date) -> bool:
        """Whether nothing is to be studied on the day."""
        return day.weekday() in self.rest_weekdays or self.is_away(day)

    def is_away(self, day: date) -> bool:
        return any(each.first <= day < each.planned_until(self.today) for each in self.away)

    def minutes_on(self, day: date) -> int:
        """For the study plan."""
        if self.is_free(day):
            return 0
        left = self.weekday_minutes[day.weekday()] - self.skill_minutes.get(day, 0)
        return max(0, min(left, free_minutes(self.busy_on(day))))

    def minutes_left(self, minute: int) -> int:
        """Of today's waking hours, from this minute on."""
        return free_minutes(self.busy_on(self.today), earliest=minute)

    def busy_on(self, day: date) -> list[tuple[int, int]]:
        return [(each.start, each.end) for each in self.busy if each.is_on(day)]


def free_minutes(busy: Sequence[tuple[int, int]], *, earliest: int = 0) -> int:
    """Waking minutes of a day, from ``earliest`` on, without those that are busy.

    Busy times that overlap count once.
    """
    start, end = WAKING
    free, at = 0, max(start, earliest)
    for first, last in sorted(busy):
        free += max(0, min(first, end) - at)
        at = max(at, last)
    return free + max(0, end - at)


def skill_plan_minutes(
    shared: SharedDays, *, open_minutes: Sequence[int], due: date | None, taken: int, days: int
) -> dict[date, int]:
    """Minutes that the skill plan wants on the coming days.

    ``open_minutes``: its days to come in order, the first of them due on ``due``; one a day from
    then on, none on a free day. ``taken``: minutes of it already done today.
    """
    wanted = {shared.today: taken} if taken else {}
    waiting = list(open_minutes)
    first = max(shared.today, due or shared.today)
    for number in range((first - shared.today).days, days):
        day = shared.today + timedelta(number)
        if not waiting:
            break
        if not shared.is_free(day):
            wanted[day] = wanted.get(day, 0) + waiting.pop(0)
    return wanted


def days_with_test(
    shared: SharedDays, *, start: date, exam_day: date, taken_weeks: Collection[date]
) -> set[date]:
    """Days with a practice test: the last of each week with room for one.

    Weeks begin on Monday; ``start`` is the plan's first day and ``taken_weeks`` has the Mondays of
    weeks that have their test already. Never in the first week or on the eve of the exam.
    """
    step = 1 if (exam_day - start).days >= WEEKLY_TESTS_FROM else 2
    found: dict[date, date] = {}
    for number in range((exam_day - ONE_DAY - shared.today).days):
        day = shared.today + timedelta(number)
        monday = monday_of(day)
        weeks = (monday - monday_of(start)).days // 7
        is_early = day < start + timedelta(DAYS_WITHOUT_TEST)
        if is_early or weeks % step or monday in taken_weeks:
            continue
        if shared.minutes_on(day) >= TEST_MINUTES:
            found[monday] = day
    return set(found.values())


def monday_of(day: date) -> date:
    return day - day.weekday() * ONE_DAY
