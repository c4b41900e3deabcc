"""Random learners' problems to measure the planner on; the same seed always makes the same one.

Subjects have the exam weights of a TYT and AYT SAY learner, lessons come in chains of 3-8 (modules)
and lessons' weights, minutes, difficulty and first masteries vary as they may.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from learnconnect_app.domain.study_problems import Day, Lesson, Problem

SUBJECTS = {
    "tyt-turkce": 40,
    "tyt-sosyal": 20,
    "tyt-matematik": 30,
    "tyt-geometri": 10,
    "tyt-fen": 20,
    "ayt-matematik": 30,
    "ayt-geometri": 10,
    "ayt-fizik": 14,
    "ayt-kimya": 13,
    "ayt-biyoloji": 13,
}
REST_WEEKDAY, TEST_WEEKDAY = 6, 5
TEST_MINUTES = 120
"""Of a practice test as long as the exam, in the frozen instances."""
TESTS_FROM_DAYS = 60
"""Shorter plans have fewer practice tests: every second week."""


def problem(
    lessons: int, days: int, seed: int, *, daily: int = 180, test_minutes: int = TEST_MINUTES
) -> Problem:
    """``daily`` minutes on six days a week; weights sum to 1."""
    rng = np.random.default_rng(seed)
    ability = rng.normal()
    counts = _counts(lessons)
    made: list[Lesson] = []
    for subject, count in counts.items():
        offset = rng.normal(0, 0.7)
        raw = rng.lognormal(0, 0.6, count)
        weights = SUBJECTS[subject] * raw / raw.sum() / sum(SUBJECTS.values())
        places = _modules(count, rng)
        for number, (module, position) in enumerate(places):
            hard = float(rng.beta(2, 2))
            minutes = 30 + 90 * (0.5 * hard + 0.5 * rng.beta(2, 2))
            logit = -1.2 + 0.7 * ability + offset - (hard - 0.5) - 0.12 * position
            mastery = 1 / (1 + np.exp(-(logit + rng.normal(0, 0.8))))
            previous = (f"{subject}-{number - 1}",) if position else ()
            made.append(
                Lesson(
                    key=f"{subject}-{number}",
                    subject=subject,
                    module=f"{subject}-{module}",
                    minutes=int(np.clip(5 * round(minutes / 5), 30, 120)),
                    weight=float(weights[number]),
                    requires=previous,
                    mastery=float(np.clip(mastery, 0.0, 0.98)),
                    difficulty=round((3 + 5 * hard) * 2) / 2,
                )
            )
    return Problem(made, [_day(day, days, daily, test_minutes) for day in range(days)])


def _day(day: int, days: int, daily: int, test_minutes: int) -> Day:
    is_rest = day % 7 == REST_WEEKDAY
    weeks = 1 if days >= TESTS_FROM_DAYS else 2
    is_test_day = day % (7 * weeks) == TEST_WEEKDAY + 7 * (weeks - 1)
    test = min(test_minutes, daily) if is_test_day else 0
    return Day(daily, test, is_rest)


def _counts(lessons: int) -> dict[str, int]:
    total = sum(SUBJECTS.values())
    share = {name: 0.5 * items / total + 0.5 / len(SUBJECTS) for name, items in SUBJECTS.items()}
    counts = {name: max(3, round(lessons * each)) for name, each in share.items()}
    while (over := sum(counts.values()) - lessons) != 0:
        pick = max(counts, key=lambda name: counts[name] * (1 if over > 0 else -1))
        counts[pick] -= 1 if over > 0 else -1
    return counts


def _modules(count: int, rng: np.random.Generator) -> list[tuple[int, int]]:
    """Module and position in it of each lesson."""
    places: list[tuple[int, int]] = []
    module = 0
    while len(places) < count:
        length = min(int(rng.integers(3, 9)), count - len(places))
        places += [(module, position) for position in range(length)]
        module += 1
    return places


@dataclass(frozen=True, slots=True)
class Instance:
    """A problem whose bound is known."""

    lessons: int
    days: int
    seed: int
    daily: int

    @property
    def name(self) -> str:
        return f"{self.lessons} lessons, {self.days} days, seed {self.seed}"

    def problem(self) -> Problem:
        return problem(self.lessons, self.days, self.seed, daily=self.daily)


DAILY = {60: 90, 250: 180, 1000: 480}
FROZEN = tuple(
    Instance(lessons, days, seed, DAILY[lessons])
    for lessons in DAILY
    for days in (30, 120, 300)
    for seed in ((1, 2) if lessons < 1000 else (1,))
)
"""A year of 300 days at 90 minutes is ample for 60 lessons; there reviews decide."""
