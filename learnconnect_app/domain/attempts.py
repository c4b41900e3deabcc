"""What a test measures: passed or not, time allowed, and how each topic went."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from types import MappingProxyType


class AttemptKind(StrEnum):
    """Which test. A weekly re-test is weekly again; ``RETEST`` follows a correction plan.

    The first four are of a skill plan, the others of a study plan.
    """

    INITIAL = "initial"
    WEEKLY = "weekly"
    FINAL = "final"
    RETEST = "retest"
    PLACEMENT = "placement"
    """The adaptive assessment before a study plan."""
    QUIZ = "quiz"
    """After a module."""
    PRACTICE = "practice"
    """A topic's own items."""
    PRACTICE_TEST = "practice_test"
    """The weekly mixed test over what was studied."""
    MOCK = "mock"
    """A sitting as in the exam."""

    @property
    def is_adaptive(self) -> bool:
        """Whether the next item depends on the answers so far."""
        return self in (AttemptKind.INITIAL, AttemptKind.PLACEMENT)


STUDY_TESTS = frozenset(
    {AttemptKind.QUIZ, AttemptKind.PRACTICE, AttemptKind.PRACTICE_TEST, AttemptKind.MOCK}
)
"""Tests of a study plan that may be taken any time and lead to no gate."""

ITEM_COUNT: Mapping[AttemptKind, int] = MappingProxyType(
    {AttemptKind.WEEKLY: 30, AttemptKind.FINAL: 60, AttemptKind.RETEST: 60}
)
"""Items of a test of fixed length; the initial assessment is adaptive."""

PRACTICE_ITEMS = 6
QUIZ_ITEMS_A_TOPIC, LEAST_QUIZ_ITEMS, MOST_QUIZ_ITEMS = 2, 5, 10
PASS_PERCENT, QUIZ_PASS_PERCENT, WEAK_PERCENT = 70, 60, 60
RAISE_PERCENT = 90
MOST_TARGET_STEPS = 2
SPEED_RANGE = (0.25, 4.0)
QUARTERS = 4


@dataclass(frozen=True, slots=True)
class GradedAnswer:
    """One item as it was answered. Seconds are those spent on it; unanswered is wrong."""

    topic: str
    course: str
    is_correct: bool
    seconds: float
    expected_seconds: int
    difficulty: float
    is_answered: bool


@dataclass(frozen=True, slots=True)
class TopicResult:
    """One topic in a test; ``accuracy`` is the share right, 0..1."""

    topic: str
    course: str
    correct: int
    total: int
    accuracy: float


@dataclass(frozen=True, slots=True)
class CourseResult:
    """One course (weekly block) in a test; ``accuracy`` is the share right, 0..1."""

    course: str
    correct: int
    total: int
    accuracy: float


@dataclass(frozen=True, slots=True)
class Result:
    """A test as a whole; topics, courses and weak topics come weakest first."""

    correct: int
    total: int
    topics: tuple[TopicResult, ...]
    courses: tuple[CourseResult, ...]
    speed: float
    """Expected time over time taken, 0.25..4: 2 is twice as fast as expected."""
    consistency: float
    """0..1, see ``_consistency``: 1 is even from the first quarter of the test to the last."""
    weak_topics: tuple[str, ...]

    @property
    def percent(self) -> float:
        return percent(self.correct, self.total)

    @property
    def is_passed(self) -> bool:
        return is_passed(self.correct, self.total)


def quiz_items(topics: int) -> int:
    """Items of a quiz over so many topics: two each, at least 5 and at most 10."""
    return min(MOST_QUIZ_ITEMS, max(LEAST_QUIZ_ITEMS, QUIZ_ITEMS_A_TOPIC * topics))


def pass_percent(kind: str) -> int:
    """What is needed to pass; a quiz asks less than the tests that open a gate."""
    return QUIZ_PASS_PERCENT if kind == AttemptKind.QUIZ else PASS_PERCENT


def is_passed(correct: int, total: int, mark: int = PASS_PERCENT) -> bool:
    """Whether at least ``mark`` percent are right, in whole numbers: 21 of 30 pass with 70.

    An empty test never does.
    """
    return total > 0 and 100 * correct >= mark * total


def percent(correct: int, total: int) -> float:
    """Score 0..100; 0 for an empty test.

    A single division, so that a whole percentage is exact and may be compared with a limit.
    """
    return 100 * correct / total if total else 0.0


def next_target_step(step: int, correct: int, total: int) -> int:
    """Difficulty step of the next week's tests after this one, -2..2.

    A pass of at least 90% raises it by one, a fail lowers it by one.
    """
    if not is_passed(correct, total):
        return max(step - 1, -MOST_TARGET_STEPS)
    return min(step + (100 * correct >= RAISE_PERCENT * total), MOST_TARGET_STEPS)


def time_limit_seconds(expected_seconds: Iterable[int]) -> int:
    """Time allowed: 1.5 times the items' expected seconds, rounded up to whole minutes."""
    return -(-3 * sum(expected_seconds) // 120) * 60


def summarise(answers: Sequence[GradedAnswer]) -> Result:
    """The result of a test from its graded answers, in the order the items were shown."""
    topics = _topics(answers)
    return Result(
        correct=sum(answer.is_correct for answer in answers),
        total=len(answers),
        topics=topics,
        courses=_courses(topics),
        speed=_speed(answers),
        consistency=_consistency(answers),
        weak_topics=tuple(t.topic for t in topics if 100 * t.correct < WEAK_PERCENT * t.total),
    )


def _topics(answers: Sequence[GradedAnswer]) -> tuple[TopicResult, ...]:
    found = []
    by_topic = sorted(answers, key=lambda answer: (answer.topic, answer.course))
    for (topic, course), group in groupby(by_topic, key=lambda a: (a.topic, a.course)):
        right = [answer.is_correct for answer in group]
        found.append(TopicResult(topic, course, sum(right), len(right), sum(right) / len(right)))
    return tuple(sorted(found, key=_weakness))


def _courses(topics: Sequence[TopicResult]) -> tuple[CourseResult, ...]:
    found = []
    by_course = sorted(topics, key=lambda topic: topic.course)
    for course, group in groupby(by_course, key=lambda topic: topic.course):
        members = list(group)
        correct, total = sum(t.correct for t in members), sum(t.total for t in members)
        found.append(CourseResult(course, correct, total, correct / total))
    return tuple(sorted(found, key=_weakness))


def _weakness(part: TopicResult | CourseResult) -> tuple[float, int]:
    """Weakest first; of equal shares the one with more wrong answers, which is better known.

    Sorting is stable, so what is equal still stays in order of key.
    """
    return part.accuracy, part.correct - part.total


def _speed(answers: Sequence[GradedAnswer]) -> float:
    """Expected over taken seconds of the answered items; 1 when none was answered."""
    answered = [answer for answer in answers if answer.is_answered]
    if not answered:
        return 1.0
    expected = sum(answer.expected_seconds for answer in answered)
    return _capped(expected, sum(answer.seconds for answer in answered))


def _capped(expected: float, taken: float) -> float:
    low, high = SPEED_RANGE
    return high if expected >= high * taken else max(low, expected / taken)


def _consistency(answers: Sequence[GradedAnswer]) -> float:
    """How evenly a test was worked through, from correctness and pace over its four quarters.

    ``1 - (min(1, s_c / 0.5) + min(1, s_p / ln 2)) / 2``, where ``s_c`` is the spread of right
    (1) and wrong (0) and ``s_p`` that of ln(expected / taken seconds) of the answered items. The
    units are what is as uneven as can be: half the test all right and half all wrong (standard
    deviation 0.5), or quarters a factor of 2 from the usual pace (ln 2).

    The spread of a value is that of its quarter means beyond chance: the square root of
    ``max(0, mean_q[(m_q - m)^2] - mean_q[v / n_q * (N - n_q) / (N - 1)])``, ``v`` being the
    variance of all N values and n_q the values of a quarter. What is taken off is the mean of
    the first term if the same answers came in random order (variance of a sample mean without
    replacement, Cochran, Sampling Techniques, theorem 2.2). Without it an even learner would
    be called uneven just because a quarter has few items, and the more so near 50% right.
    """
    quarter = [position * QUARTERS // len(answers) for position in range(len(answers))]
    right = [(q, float(a.is_correct)) for q, a in zip(quarter, answers, strict=True)]
    pace = [
        (q, math.log(_capped(a.expected_seconds, a.seconds)))
        for q, a in zip(quarter, answers, strict=True)
        if a.is_answered
    ]
    uneven = min(1.0, _spread(right) / 0.5) + min(1.0, _spread(pace) / math.log(2))
    return 1 - uneven / 2


def _spread(values: Sequence[tuple[int, float]]) -> float:
    """Standard deviation of the quarters' means beyond chance, of (quarter, value) pairs."""
    count = len(values)
    if count < 2:
        return 0.0
    mean = math.fsum(value for _, value in values) / count
    variance = math.fsum((value - mean) ** 2 for _, value in values) / count
    quarters = [[v for _, v in group] for _, group in groupby(values, key=lambda pair: pair[0])]
    observed = math.fsum((math.fsum(q) / len(q) - mean) ** 2 for q in quarters)
    chance = math.fsum(variance / len(q) * (count - len(q)) / (count - 1) for q in quarters)
    return math.sqrt(max(0.0, observed - chance) / len(quarters))
