"""Learners who differ from what the planner believes, studying by one policy or another.

Each has a learning rate (by lesson), a memory that strengthens faster or slower, days missed at
random, and one of three laws of forgetting: FSRS-6, exponential, or the slower power of FSRS-4.5.
What is known of them at the start is off by an assessment's error; each session ends in five
questions, which say a little more.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from learnconnect_app.devtools.study_instances import problem
from learnconnect_app.domain.memory import (
    FIRST_STABILITY,
    KNOWN_STABILITY,
    Floats,
    after_lapse,
    after_success,
    recall,
)
from learnconnect_app.domain.shared_days import TEST_MINUTES
from learnconnect_app.domain.study_effects import LEARNING
from learnconnect_app.domain.study_problems import Problem
from learnconnect_app.domain.study_standing import Standing

Law = Callable[[Floats, Floats], Floats]


def fsrs(days: Floats, stability: Floats) -> Floats:
    return recall(days, stability)


def exponential(days: Floats, stability: Floats) -> Floats:
    forgotten: Floats = np.exp(math.log(0.9) * days / stability)
    return forgotten


def slower_power(days: Floats, stability: Floats) -> Floats:
    """FSRS-4.5: exponent -0.5."""
    kept: Floats = (1.0 + (0.9**-2 - 1.0) * days / stability) ** -0.5
    return kept


LAWS: dict[str, Law] = {"fsrs": fsrs, "exponential": exponential, "power": slower_power}
ASSESSMENT_ERROR = 0.15
"""Standard deviation of mastery as assessed."""
QUESTIONS = 5
"""After a session."""
TEST_QUESTIONS = round(TEST_MINUTES / 1.5)
"""Of a practice test as long as the plan's own; 120 minutes would have 80."""
QUESTION_AS_REVIEW = 0.3
"""Share of a review that a question of a practice test is."""


@dataclass(frozen=True, slots=True)
class Outcome:
    is_recalled: bool
    quiz: float
    """Mastery as five questions show it, guessing taken out; 0..1."""


class Student:
    """The true learner behind a problem; the same seed is always the same learner."""

    def __init__(self, facts: Problem, seed: int, law: str) -> None:
        rng = np.random.default_rng([seed, 71])
        self.rng, self.law = rng, LAWS[law]
        self.problem = facts
        self.of = Standing(facts)
        count = self.of.count
        ability = rng.normal()
        self.rate = math.exp(0.25 * ability) * rng.lognormal(-0.045, 0.3, count)
        self.strengthens = math.exp(rng.normal(0, 0.5) + 0.2 * ability)
        self.mastery = self.of.mastery.copy()
        noise = rng.normal(0, ASSESSMENT_ERROR, count)
        self.assessed: Floats = np.clip(self.mastery + noise, 0.0, 0.97)
        self.stability: Floats = np.full(count, KNOWN_STABILITY) * math.exp(rng.normal(0, 0.3))
        self.studied_on = -np.ones(count)

    def recalled(self, day: float) -> Floats:
        return self.law(day - self.studied_on, self.stability)

    def score(self) -> float:
        """Points in the exam, of all points (0..1)."""
        kept = self.recalled(self.problem.exam_day)
        return float((self.of.weight * self.mastery * kept).sum())

    def session(self, place: int, day: int, minutes: float) -> Outcome:
        """Studies a lesson: first what was forgotten is restored, then something new is learned."""
        chance = float(self.recalled(day)[place])
        is_recalled = bool(self.rng.random() < chance)
        known = float(self.mastery[place])
        if known > 0.01:
            left = self._review(place, day, minutes, chance, is_recalled)
        else:
            left, self.stability[place] = minutes, FIRST_STABILITY * self.strengthens
        before = float(self.mastery[place])
        rate = LEARNING * float(self.rate[place]) * self._readiness(place, day)
        after = 1.0 - (1.0 - before) * math.exp(-rate * left / float(self.of.minutes[place]))
        if left > 0 and 0.01 < before < after:
            share, new = before / after, math.log(FIRST_STABILITY * self.strengthens)
            old = math.log(max(0.1, float(self.stability[place])))
            self.stability[place] = math.exp((1 - share) * new + share * old)
        self.mastery[place], self.studied_on[place] = after, day
        right = self.rng.binomial(QUESTIONS, 0.2 + 0.75 * after) / QUESTIONS
        return Outcome(is_recalled, min(1.0, max(0.0, (right - 0.2) / 0.75)))

    def _review(
        self, place: int, day: int, minutes: float, chance: float, is_recalled: bool
    ) -> float:
        """Minutes left when what was known is restored; less than restored stays lost."""
        known, stability = float(self.mastery[place]), float(self.stability[place])
        needed = float(self.of.review_minutes[place]) * min(1.0, 0.3 + 0.7 * known)
        share = min(1.0, minutes / needed)
        if day - self.studied_on[place] >= 0.5:
            difficulty = float(self.of.difficulty[place])
            if is_recalled:
                grown = after_success(stability, difficulty, chance)
                stronger = stability + (grown - stability) * self.strengthens
            else:
                stronger = after_lapse(stability, difficulty, chance)
            self.stability[place] = max(0.1, stability * (stronger / stability) ** share)
        if share < 1.0:
            self.mastery[place] = known * (chance + (1 - chance) * share)
        return max(0.0, minutes - needed)

    def _readiness(self, place: int, day: int) -> float:
        """Learning is slower while what the lesson needs is not known."""
        kept = self.recalled(day)
        known = [float(self.mastery[each] * kept[each]) for each in self.of.requires[place]]
        least = min(known, default=1.0)
        return 1.0 if least >= 0.5 else 0.6 + 0.8 * least

    def test(self, day: int) -> dict[int, tuple[int, int]]:
        """Questions and right answers of a practice test by lesson; each question reviews a bit."""
        counts = self.rng.multinomial(TEST_QUESTIONS, self.of.weight / self.of.weight.sum())
        kept, results = self.recalled(day), {}
        for place in np.nonzero(counts)[0].tolist():
            chance = float(self.mastery[place] * kept[place])
            right = int(self.rng.binomial(counts[place], chance))
            results[place] = (int(counts[place]), right)
            days = float(day - self.studied_on[place])
            if self.mastery[place] > 0.05 and days >= 1:
                stability, difficulty = float(self.stability[place]), self.of.difficulty[place]
                grown = stability
                if right:
                    grown = after_success(stability, float(difficulty), float(kept[place]))
                self.stability[place] = stability * (grown / stability) ** QUESTION_AS_REVIEW
                self.studied_on[place] = day - days * (1 - QUESTION_AS_REVIEW)
        return results


def student(seed: int, law: str, *, lessons: int = 250, days: int = 120) -> Student:
    """A learner with 120-240 minutes a day."""
    daily = int(np.random.default_rng([seed, 5]).choice([120, 150, 180, 210, 240]))
    facts = problem(lessons, days, seed, daily=daily, test_minutes=TEST_MINUTES)
    return Student(facts, seed, law)


def missed_days(seed: int, days: int, share: float) -> list[bool]:
    return [bool(each) for each in np.random.default_rng([seed, 77]).random(days) < share]
