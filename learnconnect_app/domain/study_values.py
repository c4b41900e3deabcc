"""What each possible session is worth today when a study minute has a price.

At a price every lesson can be judged alone. Waiting is worth what the table of reviews says the
lesson keeps until the exam less the minutes of its reviews; it stays the same from one session of
the lesson to the next, until its review is due. A session is worth what the lesson is worth right
after it, less waiting.
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from learnconnect_app.domain.memory import FIRST_STABILITY, Floats, after_success, recall
from learnconnect_app.domain.review_values import (
    COSTS,
    LONGEST_HORIZON,
    Flags,
    Ints,
    first_rows,
    price_factor,
    review_values,
    rows,
)
from learnconnect_app.domain.study_effects import DEEPENINGS, LEARNING, SEEN_MASTERY
from learnconnect_app.domain.study_problems import Price
from learnconnect_app.domain.study_standing import Standing

WAITS = (1, 2, 4, 7, 12, 20, 35, 60, 100)
"""Days after which a review that is due may come instead of today."""
_NEVER = 10**6


class Values:
    """Worth of sessions at one price a minute."""

    def __init__(self, standing: Standing, price: Price, exam_day: int) -> None:
        self.table = review_values(price.late)
        self.table.reach(exam_day - int(standing.studied_on.min(initial=0.0)))
        self.price, self.late = price.per_minute, price.late
        self.standing, self.exam_day = standing, exam_day
        self.cost = np.maximum(self.price * standing.review_minutes, 1e-12)
        self.extra = np.maximum(0.0, standing.deepening_minutes - standing.review_minutes)
        self.kept_share: Floats = np.exp(-LEARNING * self.extra / standing.minutes)
        everything = np.arange(standing.count)
        self.first_rows = first_rows(standing.difficulty)
        self.rows: Ints = np.zeros(standing.count, dtype=np.int64)
        self.waiting: Floats = np.zeros(standing.count)
        """Points kept by the exam, net of reviews at the price, when nothing is done today."""
        self.due_on: Ints = np.zeros(standing.count, dtype=np.int64)
        self.update(everything)

    def price_on(self, days: int) -> float:
        return self.price * price_factor(days, self.late)

    def rows_at(self, mastery: Floats) -> Ints:
        of = self.standing
        return rows(self.first_rows, self.cost / np.maximum(of.weight * mastery, 1e-9))

    def update(self, places: Ints) -> None:
        """After sessions have changed these lessons."""
        of = self.standing
        points, stability = of.weight[places] * of.mastery[places], of.stability[places]
        row = rows(self.first_rows[places], self.cost[places] / np.maximum(points, 1e-9))
        days = (self.exam_day - of.studied_on[places]).astype(np.int64)
        value, gap = self.table.value_and_gap(days, np.log(stability), row)
        is_far = days > LONGEST_HORIZON
        due_on = of.studied_on[places] + np.where(gap > 0, gap, _NEVER)
        self.rows[places] = row
        self.due_on[places] = np.where(is_far, 0, due_on)
        self.waiting[places] = points * value

    def wait(self, day: int) -> None:
        """Waiting anew for the lessons whose review is due: the best of a few days to come."""
        late = (self.due_on <= day).nonzero()[0]
        if not len(late):
            return
        of, days = self.standing, self.exam_day - day
        since = day - of.studied_on[late]
        stability, points = of.stability[late], of.weight[late] * of.mastery[late]
        best = points * recall(since + days, stability)
        if days > 1:
            waits, shares = _waits(days, self.late)
            chance = recall(since + waits, stability)
            later = np.log(after_success(stability, of.difficulty[late], chance))
            kept = self.table.value(days - waits, later, self.rows[late])
            np.maximum(best, (points * kept - shares * self.cost[late]).max(axis=0), out=best)
        self.waiting[late] = best

    def seen(self, day: int) -> Ints:
        """Lessons there is something to review of, and that are not being learned."""
        of = self.standing
        mask: Flags = (of.mastery > SEEN_MASTERY) & (of.not_before <= day) & (of.aimed == 0)
        mask &= of.studied_on < day
        return mask.nonzero()[0]

    def reviewed(self, day: int, seen: Ints) -> tuple[Floats, Floats]:
        """Points a review today brings above waiting, and logarithms of stability after it."""
        of = self.standing
        chance = recall(day - of.studied_on[seen], of.stability[seen])
        stronger = np.log(after_success(of.stability[seen], of.difficulty[seen], chance))
        worth = of.weight[seen] * of.mastery[seen]
        kept = self.table.value(self.exam_day - day, stronger, self.rows[seen])
        return worth * kept - self.waiting[seen], stronger

    def deepened(self, day: int, seen: Ints, stronger: Floats) -> Floats:
        """Points a deepening today brings above waiting."""
        of = self.standing
        mastery = 1.0 - (1.0 - of.mastery[seen]) * self.kept_share[seen]
        share = of.mastery[seen] / mastery
        stability = (1.0 - share) * math.log(FIRST_STABILITY) + share * stronger
        kept = self.table.value(self.exam_day - day, stability, self.rows[seen])
        gain: Floats = of.weight[seen] * mastery * kept - self.waiting[seen]
        return gain

    def can_deepen(self, seen: Ints) -> Flags:
        of = self.standing
        can: Flags = (of.depth[seen] == 1.0) & (of.deepened[seen] < DEEPENINGS)
        return can

    def reviews_to_come(self, days: Ints, stability: Floats, row: Ints) -> Floats:
        """How many there will be, by the logarithm of stability: how the worth falls as their cost
        rises."""
        step = np.diff(COSTS)
        number = np.minimum(row % len(COSTS), len(COSTS) - 2)
        low = row - row % len(COSTS) + number
        fall = self.table.value(days, stability, low) - self.table.value(days, stability, low + 1)
        reviews: Floats = fall / step[number]
        return reviews


@cache
def _waits(days: int, late: float) -> tuple[Ints, Floats]:
    """Days a review may still wait, so many before the exam, and the shares of the price then."""
    waits = [each for each in WAITS if each < days - 1] + [days - 1]
    shares = [price_factor(days - each, late) for each in waits]
    return np.array(waits, dtype=np.int64)[:, None], np.array(shares)[:, None]
