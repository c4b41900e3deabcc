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
from functools import cache
from threading import Lock

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
GROWN_AT_ONCE = 30
"""Days of a table, at least."""
REVIEW_ONLY_DAYS = 7
"""The last days before the exam, without new lessons."""
LATE_FACTORS = (0.5, 1.0, 2.0)
"""Price of a minute by the exam over that of early days, in short, middling and long plans; under 1
it is in the last week only."""
RISING_DAYS = 40
"""Days in which a rising price rises, with the square of those past."""
LAST_WEEK_RISE = 1.3
"""Of a low price from the last week's first day to the exam. All these follow the prices of single
days that the upper bound of the plan finds (``devtools.planner_bound``)."""

_LOG_FIRST = math.log(STABILITIES[0])
_LOG_STEP = math.log(STABILITIES[1] / STABILITIES[0])
_COST_FIRST = math.log(COSTS[0])
_COST_STEP = math.log(COSTS[1] / COSTS[0])
_ROW = len(STABILITIES) * len(COSTS)
_DAY = len(DIFFICULTIES) * _ROW


class ReviewValues:
    """The table for one factor; it grows, day by day from the exam, as far as it is asked for.

    ``values`` and ``gaps`` are by days to the exam, flat over (difficulty, stability, cost).
    """

    def __init__(self, late: float) -> None:
        shape = (LONGEST_HORIZON + 1, _DAY)
        self.late, self.days = late, 0
        self.values: NDArray[np.float32] = np.ones(shape, np.float32)
        self.gaps: NDArray[np.int16] = np.zeros(shape, np.int16)
        """Days to the best next review; 0 when none pays."""
        self._growing = Lock()

    def value(self, days: int | Ints, stability: Floats, row: Ints) -> Floats:
        """Share of the points kept by the exam, by the logarithm of stability; row: of `rows`."""
        place, part = _place(stability)
        return self._between(_first(days, place, row), part)

    def value_and_gap(self, days: Ints, stability: Floats, row: Ints) -> tuple[Floats, Ints]:
        """The value, and the days from the last study to the best next review, 0 for none.

        The gap is that of the nearest on the grid.
        """
        place, part = _place(stability)
        first = _first(days, place, row)
        gap = self.gaps.take(first + (part > 0.5) * len(COSTS))
        return self._between(first, part), gap.astype(np.int64)

    def _between(self, first: Ints, part: Floats) -> Floats:
        low = self.values.take(first).astype(np.float64)
        value: Floats = low + part * (self.values.take(first + len(COSTS)) - low)
        return value

    def reach(self, days: int) -> None:
        """Make it hold at least so many days before the exam, or the longest horizon."""
        with self._growing:
            wanted = min(LONGEST_HORIZON, GROWN_AT_ONCE * -(-days // GROWN_AT_ONCE))
            for each in range(self.days + 1, wanted + 1):
                self._grow(each)
                self.days = each

    def _grow(self, days: int) -> None:
        """Values so many days before the exam, from those nearer to it."""
        shape = len(DIFFICULTIES) * len(STABILITIES), len(COSTS)
        best, chosen = self.values[days].reshape(shape), self.gaps[days].reshape(shape)
        best[:] = np.tile(recall(float(days), STABILITIES), len(DIFFICULTIES))[:, None]
        worth, higher = np.empty(shape, np.float32), np.empty(shape, np.float32)
        better = np.empty(shape, np.bool_)
        last = {days - left for left in range(1, LAST_DAYS + 1)}
        for gap in sorted(each for each in {*GAPS, *last} if 1 <= each < days):
            place, part = _transition(gap)
            later = self.values[days - gap].reshape(shape)
            np.take(later, place, axis=0, out=worth, mode="clip")
            np.take(later, place + 1, axis=0, out=higher, mode="clip")
            higher -= worth
            higher *= part
            worth += higher
            worth -= _costs(days - gap, self.late)
            np.greater(worth, best, out=better)
            np.copyto(best, worth, where=better)
            np.copyto(chosen, gap, where=better)


@cache
def review_values(late: float = 1.0) -> ReviewValues:
    """A table of the process."""
    return ReviewValues(late)


@cache
def _costs(days: int, late: float) -> NDArray[np.float32]:
    """Costs of a review so many days before the exam."""
    return (COSTS * price_factor(days, late)).astype(np.float32)


@cache
def _transition(gap: int) -> tuple[Ints, NDArray[np.float32]]:
    """Stability after a review ``gap`` days on: its row among all, and the part towards the next;
    by difficulty and stability."""
    recalled = recall(float(gap), STABILITIES)
    after = after_success(STABILITIES[None, :], DIFFICULTIES[:, None], recalled[None, :])
    place, part = _place(np.log(after))
    first = np.arange(len(DIFFICULTIES))[:, None] * len(STABILITIES)
    return (first + place).ravel(), part.astype(np.float32).reshape(-1, 1)


def first_rows(difficulty: Floats) -> Ints:
    """Where topics of these difficulties begin in the table."""
    nearest = np.abs(difficulty[:, None] - DIFFICULTIES[None, :]).argmin(axis=1)
    found: Ints = (nearest * _ROW).astype(np.int64)
    return found


def rows(first: Ints, cost: Floats) -> Ints:
    """Where topics stand in the table by the cost of a review; ``first`` is of `first_rows`."""
    place = np.rint((np.log(cost) - _COST_FIRST) / _COST_STEP)
    found: Ints = first + np.minimum(np.maximum(place, 0), len(COSTS) - 1).astype(np.int64)
    return found


def price_factor(days: int, late: float) -> float:
    """Price of a minute ``days`` before the exam, over that of early days."""
    if late < 1.0:
        is_last_week = days <= REVIEW_ONLY_DAYS
        return late * LAST_WEEK_RISE ** (1.0 - days / REVIEW_ONLY_DAYS) if is_last_week else 1.0
    return float(late ** max(0.0, 1.0 - days / RISING_DAYS) ** 2)


def _first(days: int | Ints, place: Ints, row: Ints) -> Ints:
    """Where the values lie in a single row of all of them."""
    found: Ints = np.minimum(days, LONGEST_HORIZON) * _DAY + place * len(COSTS) + row
    return found


def _place(logarithm: Floats) -> tuple[Ints, Floats]:
    """Grid place below a stability, and how far it is towards the next one."""
    exact = (logarithm - _LOG_FIRST) / _LOG_STEP
    exact = np.minimum(np.maximum(exact, 0.0), len(STABILITIES) - 1.001)
    place = exact.astype(np.int64)
    return place, exact - place
