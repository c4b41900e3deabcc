"""The best schedule of each lesson by itself when every day's minutes have a price.

A dynamic programme over (day of the last session, stability, how far the lesson is learned), on a
grid of stabilities. Rounded up it is never less than the truth, which is what a bound needs;
rounded to the middle it finds good schedules. A lesson may be spread over three study days in a
row, so its minutes are charged at the least price of the last three.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from learnconnect_app.domain.memory import (
    FIRST_STABILITY,
    LONGEST_STABILITY,
    after_success,
    recall,
)
from learnconnect_app.domain.review_values import REVIEW_ONLY_DAYS
from learnconnect_app.domain.study_effects import (
    DEPTHS,
    LEARNING,
    TARGET_MASTERY,
    mastery_after,
    minutes_to_learn,
)
from learnconnect_app.domain.study_problems import Problem
from learnconnect_app.domain.study_standing import Standing

LEVELS = 7
"""Not learned; learned in half, in three quarters, in full; deepened once, twice, three times."""
FULL = 3
REVIEW, DEEPEN = 0, 4
"""Actions; 1-3 learn so far."""
SPREAD = 3
"""Study days in a row on which the parts of a lesson may lie."""
_AT_ONCE = 6e6
"""Numbers handled in one step."""
_NEVER = -1e6


@dataclass(frozen=True, slots=True)
class Action:
    day: int
    kind: int
    charged: tuple[tuple[int, float], ...] = ()
    """Days and minutes, where they are not all on the day itself."""


class Schedules:
    """Best schedules of all lessons of a problem whose lessons are all at the start."""

    def __init__(self, problem: Problem, cells: int, *, is_rounded_up: bool) -> None:
        self.standing = Standing(problem)
        self.days = problem.exam_day
        self.capacity = np.array(
            [
                day.available - (day.test_minutes if day.test_minutes <= day.available else 0)
                for day in problem.days
            ],
            float,
        )
        self.open_days = np.nonzero(self.capacity > 0)[0]
        self.edges = np.geomspace(0.5, LONGEST_STABILITY, cells + 1)
        middle = np.sqrt(self.edges[1:] * self.edges[:-1])
        self.points = self.edges[1:] if is_rounded_up else middle
        self.is_rounded_up = is_rounded_up
        of = self.standing
        self.is_known = of.mastery >= TARGET_MASTERY
        self.learn_minutes = np.stack(
            [minutes_to_learn(of.mastery, of.minutes, depth) for depth in DEPTHS]
        )
        self.level_mastery = self._level_mastery()

    def _level_mastery(self) -> np.ndarray:
        of = self.standing
        extra = of.deepening_minutes - of.review_minutes
        levels = [
            of.mastery,
            *(mastery_after(of.mastery, u, of.minutes) for u in self.learn_minutes),
        ]
        for _ in range(LEVELS - FULL - 1):
            levels.append(1.0 - (1.0 - levels[-1]) * np.exp(-LEARNING * extra / of.minutes))
        return np.stack(levels)

    def cell(self, stability: Any) -> np.ndarray:
        """Place of the point at or above a stability (or nearest, when not rounded up)."""
        place = np.searchsorted(self.edges, stability, side="left") - 1
        return np.clip(place, 0, len(self.points) - 1)

    def groups(self) -> Iterator[np.ndarray]:
        """Lessons of one difficulty share their memory."""
        for difficulty in np.unique(self.standing.difficulty):
            yield np.nonzero(self.standing.difficulty == difficulty)[0]

    def solve(
        self, prices: np.ndarray, bonus: np.ndarray, *, is_traced: bool
    ) -> tuple[np.ndarray, list[list[Action]]]:
        """Worth of every lesson's best schedule net of its minutes at the prices; ``bonus`` is
        added for learning a lesson. With their actions when traced."""
        worth = np.zeros(self.standing.count)
        schedules: list[list[Action]] = [[] for _ in worth]
        for lessons in self.groups():
            group = _Group(self, lessons, prices, bonus)
            worth[lessons] = group.solve(is_traced)
            if is_traced:
                for column, lesson in enumerate(lessons):
                    schedules[lesson] = list(group.trace(column))
        return worth, schedules

    def minutes_of(self, lesson: int, kind: int) -> float:
        if kind == REVIEW:
            return float(self.standing.review_minutes[lesson])
        if kind == DEEPEN:
            return float(self.standing.deepening_minutes[lesson])
        return float(self.learn_minutes[kind - 1, lesson])


class _Group:
    """Lessons of one difficulty; arrays are (day of the last session + 1, cell, level, lesson)."""

    def __init__(
        self, of: Schedules, lessons: np.ndarray, prices: np.ndarray, bonus: np.ndarray
    ) -> None:
        self.of, self.lessons, self.bonus = of, lessons, bonus[lessons]
        self.prices = prices
        self.cheapest = {
            int(day): min(of.open_days[max(0, place - SPREAD + 1) : place + 1], key=prices.item)
            for place, day in enumerate(of.open_days)
        }
        shape = (of.days + 1, len(of.points), LEVELS, len(lessons))
        self.acted = np.full(shape, _NEVER, np.float32)
        """Worth of a session on a day, by the stability a review would leave."""
        self.kinds = np.zeros(shape, np.int8)
        self.next_day = np.zeros(shape, np.int16)
        gaps = np.arange(of.days + 1)[:, None]
        difficulty = float(of.standing.difficulty[lessons[0]])
        after = after_success(of.points, difficulty, recall(np.maximum(gaps, 1) * 1.0, of.points))
        if of.is_rounded_up:
            after = np.maximum.accumulate(after, axis=1)
        self.places = of.cell(after)
        weight = of.standing.weight[lessons] * of.level_mastery[:, lessons]
        self.weight = weight.astype(np.float32)
        self.moves = list(self._moves())

    def _moves(self) -> Iterator[tuple[int, int, int, np.ndarray, np.ndarray]]:
        """From level, to level, action, minutes, and the cell each cell comes to."""
        of, lessons = self.of, self.lessons
        known = of.is_known[lessons]
        steps = [(0, kind, kind, ~known) for kind in (1, 2, 3)]
        steps += [(low, high, DEEPEN, known | True) for low, high in pairwise(range(FULL, LEVELS))]
        steps.append((0, FULL + 1, DEEPEN, known))
        for low, high, kind, allowed in steps:
            before, after = of.level_mastery[low, lessons], of.level_mastery[high, lessons]
            cells = of.cell(mixed(before[None, :], after[None, :], of.points[:, None]))
            minutes = np.array([of.minutes_of(lesson, kind) for lesson in lessons])
            yield low, high, kind, np.where(allowed, minutes, -1.0), cells

    def solve(self, is_traced: bool) -> np.ndarray:
        of = self.of
        for day in range(of.days - 1, -1, -1):
            if of.capacity[day] > 0:
                self._act(day, self._kept(day, is_traced), is_traced)
        first = self._kept(-1, is_traced)
        start = of.cell(float(of.standing.stability[self.lessons[0]]))
        return first[start, 0, :].astype(float)

    def _kept(self, day: int, is_traced: bool) -> np.ndarray:
        """Worth when the last session was on ``day``: the exam, or the best next session."""
        of = self.of
        share = recall(float(of.days - day), of.points).astype(np.float32)
        best = share[:, None, None] * self.weight[None]
        later = of.open_days[of.open_days > day]
        step = max(1, int(_AT_ONCE / best.size))
        for first in range(0, len(later), step):
            days = later[first : first + step]
            worth = self.acted[days[:, None], self.places[days - day]]
            if is_traced:
                chosen = worth.argmax(axis=0)
                top = np.take_along_axis(worth, chosen[None], axis=0)[0]
                better = top > best
                self.next_day[day + 1][better] = days[chosen][better]
            else:
                top = worth.max(axis=0)
            np.maximum(best, top, out=best)
        return best

    def _act(self, day: int, kept: np.ndarray, is_traced: bool) -> None:
        """Worth of the best session on the day, from what is kept after it."""
        of, acted = self.of, self.acted[day]
        price, cheapest = self.prices[day], self.prices[self.cheapest[day]]
        review = price * of.standing.review_minutes[self.lessons]
        acted[...] = kept - review.astype(np.float32)
        for low, high, kind, minutes, cells in self.moves:
            if kind != DEEPEN and day >= of.days - REVIEW_ONLY_DAYS:
                continue
            cost = price * minutes if kind == DEEPEN else cheapest * minutes - self.bonus
            cost = np.where(minutes < 0, -_NEVER, cost)
            worth = np.take_along_axis(kept[:, high], cells, axis=0) - cost.astype(np.float32)
            better = worth > acted[:, low]
            acted[:, low] = np.where(better, worth, acted[:, low])
            if is_traced:
                self.kinds[day][:, low][better] = kind

    def trace(self, column: int) -> Iterator[Action]:
        of = self.of
        day, level = -1, 0
        cell = int(of.cell(float(of.standing.stability[self.lessons[column]])))
        while True:
            later = int(self.next_day[day + 1, cell, level, column])
            if later <= day or not (day >= 0 or later > 0 or self._is_first_day(cell, column)):
                return
            cell = int(self.places[later - day, cell])
            kind = int(self.kinds[later, cell, level, column])
            yield Action(later, kind, self._charged(later, kind, column))
            for low, high, action, _, cells in self.moves:
                if low == level and action == kind:
                    cell, level = int(cells[cell, column]), high
                    break
            day = later

    def _charged(self, day: int, kind: int, column: int) -> tuple[tuple[int, float], ...]:
        """A lesson is charged where minutes are cheapest until its day."""
        if kind in (REVIEW, DEEPEN):
            return ()
        return ((int(self.cheapest[day]), self.of.minutes_of(int(self.lessons[column]), kind)),)

    def _is_first_day(self, cell: int, column: int) -> bool:
        """Whether day 0 was chosen, or nothing at all (both read 0)."""
        of = self.of
        if not of.capacity[0]:
            return False
        worth = self.acted[0, self.places[1, cell], 0, column]
        return bool(worth > recall(float(of.days + 1), of.points[cell]) * self.weight[0, column])


def next_level(level: int, kind: int) -> int:
    if kind == REVIEW:
        return level
    return kind if kind != DEEPEN else max(level, FULL) + 1


def mixed(before: Any, after: Any, stability: Any) -> Any:
    share = np.where(before <= 0.01, 0.0, before / np.maximum(after, 1e-6))
    return np.exp((1 - share) * np.log(FIRST_STABILITY) + share * np.log(stability))
