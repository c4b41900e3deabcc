"""How each figure of progress is computed from what was finished and answered.

Where too little stands behind a figure there is none: `None`, never a guess.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple

from learnconnect_app.domain.best_hours import minutes_by_hour
from learnconnect_app.domain.memory import recall
from learnconnect_app.domain.progress_spans import Part, weeks_in

FEWEST_REVIEWS = 3
FEWEST_ANSWERS = 5
FEWEST_MINUTES = 60
"""Below these a figure says nothing."""
LEVELS = (1, 2, 3, 4, 5)
"""Of difficulty, which is a number from 1 to 5."""
LEVEL_LIMITS = (1.5, 2.5, 3.5, 4.5)
"""Where each but the first level begins."""
DONE = "done"
MOST_SECONDS = 5
"""Times its expected time that an answer counts at most: the page was left open."""


class Work(NamedTuple):
    """A session or a day of a skill plan that was finished. A year has thousands."""

    day: date
    course: str
    minutes: int
    """On its clock."""
    planned: int
    """Of what was done of it."""
    ended_at: datetime | None = None
    is_timed: bool = False
    """Whether a clock ran."""
    learned: str = ""
    """The topic it was the last new part of."""
    recalled: bool | None = None
    """Of a review whether it was remembered."""
    predicted: float | None = None
    """Of a review the chance (0..1) to remember, before it."""
    gained: float | None = None
    """Mastery after it less before it (1: a whole topic); None where nothing is kept of it."""


@dataclass(frozen=True, slots=True)
class AnswerSum:
    """The answers of a course; there is one of each."""

    course: str
    levels: Sequence[tuple[int, int]]
    """At each of ``LEVELS`` how many answers, and how many of them right."""
    seconds: float
    expected: float

    @property
    def answers(self) -> int:
        return sum(count for count, _ in self.levels)


class Retention(NamedTuple):
    """Of some reviews: how many, and the shares remembered and predicted (0..1)."""

    reviews: int
    remembered: float | None
    predicted: float | None


def within(works: Iterable[Work], part: Part) -> list[Work]:
    first, last = part
    return [work for work in works if first <= work.day <= last]


def chance_before(day: date, studied_day: date | None, stability: float | None) -> float | None:
    """Retrievability on the day of a review, by FSRS-6 (`memory.recall`)."""
    if studied_day is None or not stability or studied_day > day:
        return None
    return recall(float((day - studied_day).days), stability)


def velocity(works: Iterable[Work], part: Part) -> float:
    """Topics finished a week: different topics, over the weeks of the part that have begun."""
    return len({work.learned for work in within(works, part) if work.learned}) / weeks_in(part)


def needed_velocity(topics_left: int, days_left: int) -> float | None:
    """Topics a week that an exam plan needs; its last seven days bring nothing new.

    ``None`` when nothing is left, or no time.
    """
    days = days_left - 7
    return topics_left / (days / 7) if topics_left > 0 and days > 0 else None


def retention(works: Iterable[Work], part: Part) -> Retention:
    """Shares among the reviews that were judged; *hard* counts as remembered."""
    judged = [work for work in within(works, part) if work.recalled is not None]
    chances = [work.predicted for work in judged if work.predicted is not None]
    if len(judged) < FEWEST_REVIEWS:
        return Retention(len(judged), None, None)
    remembered = sum(bool(work.recalled) for work in judged) / len(judged)
    return Retention(len(judged), remembered, sum(chances) / len(chances) if chances else None)


def efficiency(works: Iterable[Work]) -> float | None:
    """Points of mastery gained an hour; 100 points are a topic from nothing to the whole of it."""
    counted = [work for work in works if work.gained is not None]
    minutes = sum(work.minutes for work in counted)
    if minutes < FEWEST_MINUTES:
        return None
    return 100 * sum(work.gained or 0.0 for work in counted) / (minutes / 60)


def efficiency_by_course(works: Iterable[Work]) -> dict[str, float]:
    """Of the courses with enough of it, the most first."""
    found = {
        course: value
        for course, mine in by_course(works).items()
        if (value := efficiency(mine)) is not None
    }
    return dict(sorted(found.items(), key=lambda each: -each[1]))


def by_course(works: Iterable[Work]) -> dict[str, list[Work]]:
    found: defaultdict[str, list[Work]] = defaultdict(list)
    for work in works:
        if work.course:
            found[work.course].append(work)
    return found


def minutes_by_course(
    works: Iterable[Work], all_minutes: Mapping[date, int], parts: Sequence[Part]
) -> dict[str, list[int]]:
    """Minutes of each part by course, most first; "" is what belongs to none, as tests do.

    ``all_minutes``: of each study day. Where the courses of a day sum up to more, they count.
    """
    index = {
        date.fromordinal(day): n
        for n, part in enumerate(parts)
        for day in range(part.first.toordinal(), part.last.toordinal() + 1)
    }
    found: defaultdict[str, list[int]] = defaultdict(lambda: [0] * len(parts))
    named: Counter[date] = Counter()
    for work in works:
        if work.course and work.day in index:
            found[work.course][index[work.day]] += work.minutes
            named[work.day] += work.minutes
    for day, minutes in all_minutes.items():
        if day in index and minutes > named[day]:
            found[""][index[day]] += minutes - named[day]
    return dict(sorted(found.items(), key=lambda each: (each[0] == "", -sum(each[1]), each[0])))


def minutes_by_weekday(
    all_minutes: Mapping[date, int], part: Part, began: date
) -> list[float] | None:
    """Mean minutes of Monday to Sunday since the first day of study; None before a whole week."""
    span = Part(max(part.first, began), part.last)
    if span.days < 7:
        return None
    days = [date.fromordinal(n) for n in range(span.first.toordinal(), span.last.toordinal() + 1)]
    total, count = [0] * 7, [0] * 7
    for day in days:
        total[day.weekday()] += all_minutes.get(day, 0)
        count[day.weekday()] += 1
    return [each / n for each, n in zip(total, count, strict=True)]


def hours_of(works: Iterable[Work], zone: str) -> list[float]:
    """Minutes by hour of the day on the learner's clock, 24 numbers."""
    ended = ((work.ended_at, work.minutes) for work in works if work.ended_at)
    return minutes_by_hour(ended, zone)


def level_counts(below: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """(answers, right) at each level from those below each of ``LEVEL_LIMITS``, and all."""
    return [
        (count - easier, right - easier_right)
        for (easier, easier_right), (count, right) in pairwise([(0, 0), *below])
    ]


def right_by_level(answers: Iterable[AnswerSum]) -> list[tuple[int, float | None]]:
    """(answers, share right) of the difficulties 1 to 5."""
    total, right = [0] * len(LEVELS), [0] * len(LEVELS)
    for each in answers:
        for n, (count, correct) in enumerate(each.levels):
            total[n] += count
            right[n] += correct
    return [
        (count, correct / count if count >= FEWEST_ANSWERS else None)
        for count, correct in zip(total, right, strict=True)
    ]


def answer_pace(answers: Iterable[AnswerSum]) -> dict[str, float]:
    """Seconds taken against seconds expected, by course; 1 is as expected."""
    return {
        each.course: each.seconds / each.expected
        for each in answers
        if each.answers >= FEWEST_ANSWERS and each.expected
    }


def session_pace(works: Iterable[Work]) -> dict[str, float]:
    """Minutes on the clock against minutes planned, by course, of what had a clock."""
    timed = by_course(work for work in works if work.is_timed and work.planned)
    sums = {
        course: (sum(work.minutes for work in mine), sum(work.planned for work in mine))
        for course, mine in timed.items()
    }
    return {
        course: taken / planned
        for course, (taken, planned) in sums.items()
        if planned >= FEWEST_MINUTES
    }
