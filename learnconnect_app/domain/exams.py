"""How an exam is built and scored: nets, what each subject counts, and what a test of it asks.

An exam is a list of tests, a test of sections, a section of parts that come from courses. A score
type gives percentages to sections, or to courses of a section whose subjects count for themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ASSESSMENT_ITEMS = 40
FEWEST_OF_A_COURSE = 2


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    items: int
    courses: Mapping[str, int]
    """Items by course; empty when there is no content for it."""


@dataclass(frozen=True, slots=True)
class ExamTest:
    """One sitting."""

    key: str
    minutes: int
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Exam:
    tests: tuple[ExamTest, ...]
    scores: Mapping[str, Mapping[str, float]]
    """By score type: percent by section or course, together 100."""
    wrong_for_a_right: float | None = None
    """Wrong answers that take a right one away; None: no penalty."""

    @property
    def sections(self) -> tuple[Section, ...]:
        return tuple(section for test in self.tests for section in test.sections)


def net(right: int, wrong: int, wrong_for_a_right: float | None) -> float:
    """Right answers less what the wrong ones take away: right - wrong / 4 in YKS.

    It may be negative. Unanswered items change nothing.
    """
    return right - (wrong / wrong_for_a_right if wrong_for_a_right else 0.0)


def course_weights(exam: Exam, score: str) -> dict[str, float]:
    """Percent of a score that each course gives, in the order of the exam.

    A section's percent is shared by its courses in proportion to their items; a course that counts
    for itself has its own. A course in several sections adds up. ``KeyError`` for a score type that
    the exam does not have.
    """
    weights: dict[str, float] = {}
    given = exam.scores[score]
    for section in exam.sections:
        for course, items in section.courses.items():
            share = given.get(section.key, 0.0) * items / section.items
            if course in given and section is _first_with(exam, course):
                share += given[course]
            if share:
                weights[course] = weights.get(course, 0.0) + share
    return weights


def _first_with(exam: Exam, course: str) -> Section:
    return next(section for section in exam.sections if course in section.courses)


def items_that_count(exam: Exam, score: str) -> dict[str, int]:
    """Items by course in the sections that count for a score."""
    given = exam.scores[score]
    counts: dict[str, int] = {}
    for section in exam.sections:
        for course, items in section.courses.items():
            if section.key in given or course in given:
                counts[course] = counts.get(course, 0) + items
    return counts


def assessment_blueprint(exam: Exam, score: str, items: int = ASSESSMENT_ITEMS) -> dict[str, int]:
    """How many items of each course an assessment for a score asks, in the order of the exam.

    In proportion to what the course counts, by largest remainders, and never fewer than
    ``FEWEST_OF_A_COURSE``: less tells nothing of a subject.
    """
    weights = course_weights(exam, score)
    blueprint = dict.fromkeys(weights, FEWEST_OF_A_COURSE)
    left = items - sum(blueprint.values())
    if left <= 0:
        return blueprint
    total = sum(weights.values())
    wanted = {course: items * weight / total for course, weight in weights.items()}
    for _ in range(left):
        most = max(wanted, key=lambda course: wanted[course] - blueprint[course])
        blueprint[most] += 1
    return blueprint


def mock_blueprint(exam: Exam, test: str) -> list[tuple[str, dict[str, int]]]:
    """Section and items by course of a mock of one sitting, exactly as in the exam.

    Sections without content are left out. ``KeyError`` for a test that the exam does not have.
    """
    found = {each.key: each for each in exam.tests}[test]
    return [(section.key, dict(section.courses)) for section in found.sections if section.courses]
