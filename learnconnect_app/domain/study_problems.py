"""What a study plan is made from and what it answers: plain values, no arrays.

Days are numbered from 0, the first day that is still planned, to the exam on the morning of day
``Problem.exam_day``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from learnconnect_app.domain.memory import KNOWN_STABILITY
from learnconnect_app.domain.review_values import REVIEW_ONLY_DAYS, price_factor

SUBJECT_RUN = 2
"""Sessions of one subject in a row."""
SHORTEST_REVIEW, SHORTEST_SESSION, SHORTEST_PART, LONGEST_SESSION = 10, 15, 25, 50
"""Minutes: of a review, of a whole lesson, of a part of one, of any session."""
LEAST_MULTIPLIER, MOST_MULTIPLIER = 0.5, 2.0


class Kind(StrEnum):
    NEW = "new"
    REVIEW = "review"
    DEEPEN = "deepen"
    """A review with a quarter of the lesson again."""
    PRACTICE_TEST = "practice_test"


class Why(StrEnum):
    """Why a session is where it is; ``Reason.number`` beside it."""

    MOST_POINTS = "most_points"
    """Exam points an hour, in thousandths of all points."""
    OPENS = "opens"
    """The lesson it opens is in ``Reason.lesson``; the number as for ``MOST_POINTS``."""
    CONTINUES = "continues"
    """Number: minutes left, this part included."""
    DUE = "due"
    """Number: per cent still recalled."""
    SPARE = "spare"
    """Time was free, and this keeps most. Number: per cent still recalled."""
    STRENGTHENS = "strengthens"
    """Number: per cent mastered by now."""
    WEEKLY_TEST = "weekly_test"
    PINNED = "pinned"


class Without(StrEnum):
    """Why a lesson has no session."""

    NO_TIME = "no_time"
    NO_GAIN = "no_gain"
    REQUIREMENT = "requirement"
    """A lesson it needs is left out too."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson as the learner stands today."""

    key: str
    subject: str
    module: str
    minutes: int
    """Of the whole lesson for a beginner."""
    weight: float
    """Exam points it is worth when mastered and recalled in full."""
    requires: tuple[str, ...] = ()
    """Keys of lessons to be learned before; unknown keys do not count."""
    mastery: float = 0.0
    stability: float = KNOWN_STABILITY
    difficulty: float = 5.0
    days_since: int = 1
    """Days since it was studied last; at least 1."""
    learned_depth: float = 0.0
    """0: still to be learned; 0.5, 0.75 or 1: learned so thoroughly."""
    deepened: int = 0
    done_minutes: int = 0
    """Of a lesson begun and not finished."""
    aimed_minutes: int = 0
    """Length planned for a lesson begun; 0: undecided."""
    not_before: int = 0
    """First day it may be planned: a missed one not before the day after next."""


@dataclass(frozen=True, slots=True)
class Day:
    minutes: int
    test_minutes: int = 0
    """A practice test that is taken from the day's minutes, when it fits."""
    is_rest: bool = False

    @property
    def available(self) -> int:
        return 0 if self.is_rest else self.minutes


@dataclass(frozen=True, slots=True)
class Pin:
    """A session the learner put where it is: kept exactly."""

    day: int
    lesson: str
    kind: Kind
    minutes: int


@dataclass(frozen=True, slots=True)
class Problem:
    lessons: Sequence[Lesson]
    days: Sequence[Day]
    pins: Sequence[Pin] = ()
    multipliers: dict[str, float] = field(default_factory=dict)
    """Minutes by subject, 0.5-2.0 of the original."""
    review_only_days: int = REVIEW_ONLY_DAYS
    """The last days, without new lessons; `review_only_days` of the whole plan's length."""

    @property
    def exam_day(self) -> int:
        return len(self.days)


def review_only_days(length: int) -> int:
    """The last seven days, but never more than half of a plan of ``length`` days.

    Who begins a week before the exam has nothing to review yet.
    """
    return min(REVIEW_ONLY_DAYS, length // 2)


@dataclass(frozen=True, slots=True)
class Price:
    """Points a study minute must bring; the same price plans the rest the same way again."""

    per_minute: float
    late: float = 1.0
    """How many times as dear it is near the exam; one of ``LATE_FACTORS``."""
    tilt: int = 0
    """Which random tilt of the order of new lessons the plan has; 0: none."""

    def on(self, days_left: int) -> float:
        return self.per_minute * price_factor(days_left, self.late)


@dataclass(frozen=True, slots=True)
class Reason:
    why: Why
    number: float = 0.0
    lesson: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    day: int
    lesson: str
    """Empty for a practice test."""
    kind: Kind
    minutes: int
    reason: Reason
    part: int = 1
    parts: int = 1
    aimed_minutes: int = 0
    """Of a new lesson in all its parts."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    lesson: str
    why: Without


@dataclass(frozen=True, slots=True)
class Week:
    """Minutes of seven days from day ``first``."""

    first: int
    available: int
    used: int

    @property
    def free(self) -> int:
        return self.available - self.used


@dataclass(frozen=True, slots=True)
class Plan:
    sessions: tuple[Session, ...]
    """In the order of study."""
    left_out: tuple[LeftOut, ...]
    price: Price
    expected_points: float
    """Sum of weight x mastery x recall on the exam day."""
    points_without_study: float
    weeks: tuple[Week, ...]
