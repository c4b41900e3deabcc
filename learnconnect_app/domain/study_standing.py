"""Where all lessons stand on a day of the plan, as arrays, and how sessions change it.

The only mutable thing of the planner: a pass over the days works on its own copy.
"""

from __future__ import annotations

import copy
from zlib import crc32

import numpy as np

from learnconnect_app.domain.memory import Floats, recall
from learnconnect_app.domain.review_values import Flags, Ints
from learnconnect_app.domain.study_effects import (
    TARGET_MASTERY,
    deepened,
    deepening_minutes,
    learned,
    review_minutes,
    reviewed,
    whole_minutes,
)
from learnconnect_app.domain.study_problems import (
    LEAST_MULTIPLIER,
    MOST_MULTIPLIER,
    SHORTEST_SESSION,
    Kind,
    Problem,
)

TILT = 0.02
"""How far a tilt goes, in logarithms of worth."""
TILTS = 64
"""Different ones to follow each."""


class Standing:
    """State of every lesson, and what of it never changes."""

    def __init__(self, problem: Problem) -> None:
        lessons = problem.lessons
        self.count = len(lessons)
        self.index = {lesson.key: place for place, lesson in enumerate(lessons)}
        self.subjects = [lesson.subject for lesson in lessons]
        self.weight = _floats([lesson.weight for lesson in lessons])
        self.difficulty = _floats([lesson.difficulty for lesson in lessons])
        factor = [_multiplier(problem, lesson.subject) for lesson in lessons]
        self.minutes = _floats([lesson.minutes for lesson in lessons]) * _floats(factor)
        self.review_minutes = review_minutes(self.minutes)
        self.deepening_minutes = deepening_minutes(self.minutes)
        self.mastery = _floats([lesson.mastery for lesson in lessons])
        self.stability = _floats([lesson.stability for lesson in lessons])
        self.studied_on = -_floats([max(1, lesson.days_since) for lesson in lessons])
        depth = _floats([lesson.learned_depth for lesson in lessons])
        self.depth: Floats = np.where(self.mastery >= TARGET_MASTERY, 1.0, depth)
        self.deepened: Ints = np.array([lesson.deepened for lesson in lessons], dtype=np.int64)
        self.done = _floats([lesson.done_minutes for lesson in lessons])
        aimed = _floats([lesson.aimed_minutes for lesson in lessons])
        self.aimed: Floats = np.where(
            aimed > 0, np.maximum(aimed, self.done + SHORTEST_SESSION), 0.0
        )
        self.not_before = _floats([lesson.not_before for lesson in lessons])
        self.requires = [
            tuple(self.index[key] for key in lesson.requires if key in self.index)
            for lesson in lessons
        ]

    def copy(self) -> Standing:
        """A copy whose changing parts are its own."""
        other = copy.copy(self)
        for name in ("mastery", "stability", "studied_on", "depth", "deepened", "done", "aimed"):
            setattr(other, name, getattr(self, name).copy())
        return other

    @property
    def is_learned(self) -> Flags:
        return self.depth > 0

    def points(self, exam_day: int) -> float:
        """Expected points when nothing more is done: weight x mastery x recall."""
        kept = recall(exam_day - self.studied_on, self.stability)
        return float((self.weight * self.mastery * kept).sum())

    def tilt(self, number: int) -> Floats:
        """Random factors by lesson, the same for the same number and key; 1 for number 0.

        In ``number``'s digits to the base `TILTS` each adds a tilt to those before it.
        """
        sum_of_draws = np.zeros(self.count)
        while number:
            draws = _floats([crc32(f"{number}:{key}".encode()) for key in self.index])
            sum_of_draws += draws / 2**31 - 1.0
            number //= TILTS
        return np.exp(TILT * sum_of_draws)

    def recalled(self, place: int, day: int) -> float:
        return float(recall(day - self.studied_on[place], self.stability[place]))

    def study(self, place: int, kind: Kind, minutes: int, day: int, aimed: int = 0) -> None:
        """Change the lesson as the session is believed to."""
        days = float(day - self.studied_on[place])
        facts = float(self.stability[place]), days
        if kind is Kind.NEW:
            self._study_new(place, minutes, day, aimed)
            return
        if kind is Kind.DEEPEN and days > 0:
            extra = max(0.0, minutes - float(self.review_minutes[place]))
            of_lesson = extra, float(self.minutes[place]), float(self.difficulty[place])
            mastery, stability = deepened(float(self.mastery[place]), *facts, *of_lesson)
            self.mastery[place] = mastery
            self.deepened[place] += 1
        else:
            stability = reviewed(*facts, float(self.difficulty[place]))
        self.stability[place] = stability
        self.studied_on[place] = day

    def _study_new(self, place: int, minutes: int, day: int, aimed: int) -> None:
        """The parts count together, on the day of the last one; a rest too short is let go."""
        whole = whole_minutes(float(self.mastery[place]), float(self.minutes[place]))
        if not self.aimed[place]:
            self.aimed[place] = aimed or whole
        self.done[place] += minutes
        if self.aimed[place] - self.done[place] >= SHORTEST_SESSION:
            return
        self.depth[place] = max(self.depth[place], _depth(self.done[place], whole))
        self.mastery[place], self.stability[place] = learned(
            float(self.mastery[place]),
            float(self.stability[place]),
            float(day - self.studied_on[place]),
            float(self.done[place]),
            float(self.minutes[place]),
            float(self.difficulty[place]),
        )
        self.studied_on[place] = day
        self.done[place] = self.aimed[place] = 0.0


def _depth(studied: float, whole: float) -> float:
    share = studied / whole if whole else 1.0
    return 1.0 if share > 0.88 else 0.75 if share > 0.63 else 0.5


def _multiplier(problem: Problem, subject: str) -> float:
    return min(MOST_MULTIPLIER, max(LEAST_MULTIPLIER, problem.multipliers.get(subject, 1.0)))


def _floats(values: list[float] | list[int]) -> Floats:
    return np.array(values, dtype=np.float64)
