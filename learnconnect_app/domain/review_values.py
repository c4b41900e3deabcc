"""What a topic is worth until the exam when its reviews are timed best: one table for everyone.

A topic last studied ``days`` before the exam with some stability is worth, as a share of its
points, v = max(recall on the exam day, the best next review: v after it - rho). ``rho`` is the cost
of a review: its minutes at the price of a minute, over the topic's weight x mastery. So expressed
the programme is the same for all learners and topics and is solved once in a process, backwards
from the exam, on a grid of stabilities (logarithmic, linear between), costs and difficulties
(nearest).

Minutes near the exam have another price than the others, ``late`` times it. In long plans all want
a last review, and the price rises over the last weeks; in short ones lessons are what is scarce,
and in the last week, which has none, minutes are cheap. There is a table for each of a few factors.
Reviews may come after 1-8 days and ever coarser gaps, or on the last three days.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from learnconnect_app.domain.memory import LONGEST_STABILITY, Floats, after_success, recall

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

LONGEST_HORIZON = 366
"""Days; an exam further away is looked up as if it were so near."""
STABILITIES: Floats = np.geomspace(0.3, LONGEST_STABILITY, 34)
COSTS: Floats = np.geomspace(3e-4, 1.0, 26)
DIFFICULTIES: Floats = np.array([2.0, 3.25, 4.5, 5.75, 7.0, 8.5])
GAPS = (
    *(1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 21, 25, 30, 36, 43, 52, 62, 75, 90, 110, 135, 165),
    *(200, 245),
)
LAST_DAYS = 3
REVIEW_ONLY_DAYS = 7
"""The last days before the exam, without new lessons."""
LATE_FACTORS = (1.0, 0.5, 2.0)
"""Price of a minute by the exam over that of early days; under 1 in the last week only."""
RISING_DAYS = 24
LAST_WEEK_RISE = 1.3

_LOG_FIRST = math.log(STABILITIES[0])
_LOG_STEP = math.log(STABILITIES[1] / STABILITIES[0])
_COST_FIRST = math.log(COSTS[0])
_COST_STEP = math.log(COSTS[1] / COSTS[0])
_ROW = len(STABILITIES) * len(COSTS)


@dataclass(frozen=True, slots=True)
class ReviewValues:
    """``values`` and ``gaps`` by days to the exam; flat over (difficulty, stability, cost)."""

    values: NDArray[np.float32]
    gaps: NDArray[np.int16]
    """Days to the best next review; 0 when none pays."""

    def value(self, days: int | Ints, stability: Floats, row: Ints) -> Floats:
        """Share of the points kept by the exam; ``row`` is of `rows`."""
        place, part = _place(stability)
        first = place * len(COSTS) + row
        if isinstance(days, int):
            slab = self.values[min(days, LONGEST_HORIZON)]
            low, high = slab[first], slab[first + len(COSTS)]
        else:
            near = np.minimum(days, LONGEST_HORIZON)
            low, high = self.values[near, first], self.values[near, first + len(COSTS)]
        value: Floats = low + part * (high - low)
        return value

    def gap(self, days: Ints, stability: Floats, row: Ints) -> Ints:
        """Days from the last study to the best next review, nearest on the grid; 0 for none."""
        place, part = _place(stability)
        near = (place + (part > 0.5)) * len(COSTS) + row
        found: Ints = self.gaps[np.minimum(days, LONGEST_HORIZON), near].astype(np.int64)
        return found


def rows(difficulty: Floats, cost: Floats) -> Ints:
    """Where a topic of this difficulty and cost of a review stands in the table."""
    nearest = np.abs(difficulty[:, None] - DIFFICULTIES[None, :]).argmin(axis=1)
    place = np.round((np.log(np.maximum(cost, 1e-12)) - _COST_FIRST) / _COST_STEP)
    found: Ints = nearest * _ROW + np.clip(place, 0, len(COSTS) - 1).astype(np.int64)
    return found


def row_at(row: int, cost: float) -> int:
    """The row of the same difficulty at another cost."""
    place = round((math.log(max(cost, 1e-12)) - _COST_FIRST) / _COST_STEP)
    return row - row % _ROW + min(max(place, 0), len(COSTS) - 1)


@cache
def review_values(late: float = 1.0) -> ReviewValues:
    """A table, built at its first use (well under a second) and kept by the process."""
    return build(LONGEST_HORIZON, late)


def price_factor(days: int, late: float) -> float:
    """Price of a minute ``days`` before the exam, over that of early days."""
    if late < 1.0:
        is_last_week = days <= REVIEW_ONLY_DAYS
        return late * LAST_WEEK_RISE ** (1.0 - days / REVIEW_ONLY_DAYS) if is_last_week else 1.0
    return float(late ** max(0.0, 1.0 - days / RISING_DAYS))


def build(horizon: int, late: float = 1.0) -> ReviewValues:
    """The table for up to ``horizon`` days."""
    shape = (horizon + 1, len(DIFFICULTIES), len(STABILITIES), len(COSTS))
    values, gaps = np.ones(shape, np.float32), np.zeros(shape, np.int16)
    costs = COSTS.astype(np.float32)
    steps = {gap: _transition(gap) for gap in GAPS}
    for days in range(1, horizon + 1):
        best = np.broadcast_to(
            recall(float(days), STABILITIES)[None, :, None].astype(np.float32), shape[1:]
        ).copy()
        chosen = gaps[days]
        last = {days - left for left in range(1, LAST_DAYS + 1)}
        for gap in sorted({each for each in {*GAPS, *last} if 1 <= each < days}):
            if gap not in steps:
                steps[gap] = _transition(gap)
            place, part = steps[gap]
            later = values[days - gap]
            low, high = _taken(later, place), _taken(later, place + 1)
            value = low + part[:, :, None] * (high - low) - costs * price_factor(days - gap, late)
            better = value > best
            np.copyto(best, value, where=better)
            chosen[better] = gap
        values[days] = best
    return ReviewValues(values.reshape(horizon + 1, -1), gaps.reshape(horizon + 1, -1))


def _taken(values: NDArray[np.float32], place: Ints) -> NDArray[np.float32]:
    """Rows of all costs at the stability ``place`` of each difficulty."""
    flat = values.reshape(-1, len(COSTS))
    first = np.arange(len(DIFFICULTIES))[:, None] * len(STABILITIES)
    taken: NDArray[np.float32] = flat[(first + place).ravel()]
    return taken.reshape(*place.shape, len(COSTS))


def _transition(gap: int) -> tuple[Ints, NDArray[np.float32]]:
    """Stability after a review ``gap`` days on, as place and part, by difficulty and stability."""
    recalled = recall(float(gap), STABILITIES)
    after = after_success(STABILITIES[None, :], DIFFICULTIES[:, None], recalled[None, :])
    place, part = _place(after)
    return place, part.astype(np.float32)


def _place(stability: Floats) -> tuple[Ints, Floats]:
    """Grid place below a stability, and how far it is towards the next one."""
    exact = np.clip((np.log(stability) - _LOG_FIRST) / _LOG_STEP, 0, len(STABILITIES) - 1.001)
    place = exact.astype(np.int64)
    return place, exact - place
