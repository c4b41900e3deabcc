"""What a trial plan suggests: each topic with its reason, and what would make more room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from learnconnect_app.domain.cushions import (
    LATER_DAYS,
    MORE_MINUTES,
    Change,
    exam_later,
    with_more_minutes,
    with_rest_day_less,
)
from learnconnect_app.domain.study_effects import TARGET_MASTERY
from learnconnect_app.domain.study_planning import plan
from learnconnect_app.domain.study_problems import (
    Kind,
    Lesson,
    Plan,
    Price,
    Problem,
    Session,
    Why,
    Without,
)

TRIAL_PASSES = 3
"""A suggestion needs to be good, and soon."""
WEAK_MASTERY = 0.45
HEAVY_TIMES = 1.5
"""A topic is heavy that counts for so many times the middle one."""
SPREAD = 0.1
"""Share by which the questions of a topic differ from exam to exam, either way."""


class Line(StrEnum):
    """Why a topic is where it is in the suggestion."""

    WEAK_AND_HEAVY = "weak_and_heavy"
    HEAVY = "heavy"
    WEAK = "weak"
    OPENS = "opens"
    WORTH = "worth"
    """Brings most for its time now."""
    STRONG = "strong"
    """Known already: reviews only."""
    NO_TIME = "no_time"
    NO_GAIN = "no_gain"
    REQUIREMENT = "requirement"
    """A topic it needs has no place."""
    TAKEN_OUT = "taken_out"


@dataclass(frozen=True, slots=True)
class Suggested:
    """A topic in the suggestion; ``other`` is the topic it opens or waits for."""

    topic: str
    reason: Line
    minutes: int = 0
    other: str = ""

    @property
    def is_planned(self) -> bool:
        return self.minutes > 0


@dataclass(frozen=True, slots=True)
class Room:
    """A change of the days, and how many more topics it makes room for."""

    change: Change
    number: int
    more: int


def trial(problem: Problem, near: Price | None = None) -> Plan:
    """A plan soon enough to be waited for."""
    return plan(problem, near=near, passes=TRIAL_PASSES)


def suggested(problem: Problem, made: Plan) -> tuple[Suggested, ...]:
    """All topics: those with sessions in the order of study, then those left out."""
    lessons = {lesson.key: lesson for lesson in problem.lessons}
    middle = median([lesson.weight for lesson in problem.lessons] or [0.0])
    first: dict[str, Session] = {}
    minutes: dict[str, int] = {}
    for session in made.sessions:
        if session.kind is not Kind.PRACTICE_TEST:
            first.setdefault(session.lesson, session)
            minutes[session.lesson] = minutes.get(session.lesson, 0) + session.minutes
    planned = [
        _planned(session, lessons[key], middle, minutes[key]) for key, session in first.items()
    ]
    missing = {each.lesson for each in made.left_out}
    left = [_left_out(lessons[each.lesson], each.why, missing) for each in made.left_out]
    return (*planned, *left)


def _planned(session: Session, lesson: Lesson, middle: float, minutes: int) -> Suggested:
    if session.kind is not Kind.NEW:
        return Suggested(lesson.key, Line.STRONG, minutes)
    if session.reason.why is Why.OPENS:
        return Suggested(lesson.key, Line.OPENS, minutes, session.reason.lesson)
    is_weak = lesson.mastery < WEAK_MASTERY
    is_heavy = lesson.weight >= HEAVY_TIMES * middle
    reasons = {
        (True, True): Line.WEAK_AND_HEAVY,
        (True, False): Line.WEAK,
        (False, True): Line.HEAVY,
        (False, False): Line.WORTH,
    }
    return Suggested(lesson.key, reasons[is_weak, is_heavy], minutes)


def _left_out(lesson: Lesson, why: Without, missing: Collection[str]) -> Suggested:
    if why is Without.REQUIREMENT:
        needed = next((key for key in lesson.requires if key in missing), "")
        return Suggested(lesson.key, Line.REQUIREMENT, other=needed)
    if why is Without.NO_GAIN:
        strong = lesson.mastery >= TARGET_MASTERY
        return Suggested(lesson.key, Line.STRONG if strong else Line.NO_GAIN)
    return Suggested(lesson.key, Line.NO_TIME)


def without_place(lines: Sequence[Suggested]) -> list[str]:
    """Topics that did not fit."""
    return [each.topic for each in lines if each.reason in (Line.NO_TIME, Line.REQUIREMENT)]


def weakest_first(percent: Mapping[str, float], mastery: Mapping[str, float]) -> list[str]:
    """Courses by what of the score is still to gain in them (mastery 0..1), most first."""
    return sorted(percent, key=lambda course: -percent[course] * (1 - mastery.get(course, 0.0)))


def mastery_by_course(lessons: Sequence[Lesson]) -> dict[str, float]:
    """Mean mastery (0..1) of each course, its topics by their weight."""
    weight: defaultdict[str, float] = defaultdict(float)
    known: defaultdict[str, float] = defaultdict(float)
    for lesson in lessons:
        weight[lesson.subject] += lesson.weight
        known[lesson.subject] += lesson.weight * lesson.mastery
    return {course: known[course] / total for course, total in weight.items() if total}


def questions_covered(
    items: Mapping[str, float], covered: Collection[str], most: int
) -> tuple[int, int]:
    """Least and most questions of an exam to be expected from the covered topics."""
    expected = sum(items.get(topic, 0.0) for topic in covered)
    return round(expected * (1 - SPREAD)), min(most, round(expected * (1 + SPREAD)))


def options(problem: Problem, made: Plan) -> Iterator[Room]:
    """What would make room for more topics, each from a trial plan; what would not is left out."""
    changes = (
        (Change.MORE_MINUTES, MORE_MINUTES, with_more_minutes(problem)),
        (Change.REST_DAY_LESS, 1, with_rest_day_less(problem)[0]),
        (Change.LATER, LATER_DAYS, exam_later(problem)),
    )
    for change, number, other in changes:
        more = _fitting(trial(other, made.price)) - _fitting(made) if other is not problem else 0
        if more > 0:
            yield Room(change, number, more)


def _fitting(made: Plan) -> int:
    return len({session.lesson for session in made.sessions if session.lesson})
