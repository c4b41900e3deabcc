"""What each possible session is worth today, per minute, when a study minute has a price.

At a price every lesson can be judged alone. Waiting is worth what the table of reviews says the
lesson keeps until the exam less the minutes of its reviews. A session is worth what the lesson is
worth right after it, less waiting, per minute of the session. Reviews are due when that reaches
the price.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from learnconnect_app.domain.memory import Floats, after_success, blended, recall
from learnconnect_app.domain.review_values import (
    COSTS,
    Flags,
    Ints,
    price_factor,
    review_values,
    row_at,
    rows,
)
from learnconnect_app.domain.study_effects import (
    DEEPENINGS,
    DEPTHS,
    LEARNING,
    SEEN_MASTERY,
    mastery_after,
    minutes_to_learn,
    stability_after_learning,
)
from learnconnect_app.domain.study_problems import Price
from learnconnect_app.domain.study_standing import Standing

WAITS: Ints = np.array([1, 2, 4, 7, 12, 20, 35, 60, 100])
"""Days after which a review that is due may come instead of today."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """New lessons by depth: minutes, mastery after them, and the row of the table then."""

    minutes: Floats
    mastery: Floats
    rows: Ints
    is_open: Flags


class Values:
    """Worth of sessions at one price a minute."""

    def __init__(self, standing: Standing, price: Price) -> None:
        self.table = review_values(price.late)
        self.price, self.late = price.per_minute, price.late
        self.standing = standing
        self.tilt = standing.tilt(price.tilt)
        self.cost = self.price * standing.review_minutes
        self.rows = self._rows(standing.mastery)
        self.lengths = self._lengths()
        self.extra = np.maximum(0.0, standing.deepening_minutes - standing.review_minutes)
        self.kept_share: Floats = np.exp(-LEARNING * self.extra / standing.minutes)

    def _rows(self, mastery: Floats) -> Ints:
        of = self.standing
        return rows(of.difficulty, self.cost / np.maximum(of.weight * mastery, 1e-9))

    def _lengths(self) -> Lengths:
        of = self.standing
        whole = minutes_to_learn(of.mastery, of.minutes, 1.0)
        needed = np.stack([minutes_to_learn(of.mastery, of.minutes, depth) for depth in DEPTHS])
        is_open = np.concatenate([needed[:-1] < needed[1:], np.ones((1, of.count), bool)])
        begun = of.aimed > 0
        needed[:, begun] = of.aimed[begun]
        is_open[:-1, begun] = False
        done = of.done[None, :]
        is_open &= needed > done
        is_open[-1] |= whole > 0
        mastery = mastery_after(of.mastery[None, :], np.maximum(needed, done), of.minutes[None, :])
        table_rows = np.stack([self._rows(each) for each in mastery])
        return Lengths(np.maximum(needed - done, 5.0), mastery, table_rows, is_open)

    def price_on(self, days: int) -> float:
        return self.price * price_factor(days, self.late)

    def update(self, place: int) -> None:
        """After a session has changed the lesson's mastery."""
        of = self.standing
        gain = float(of.weight[place] * of.mastery[place])
        cost = float(self.cost[place]) / max(gain, 1e-9)
        self.rows[place] = row_at(int(self.rows[place]), cost)

    def waiting(self, day: int, days: int, seen: Ints) -> Floats:
        """Points kept by the exam, net of reviews at the price, when nothing is done today."""
        of = self.standing
        since = (day - of.studied_on[seen]).astype(np.int64)
        points, stability, row = (
            of.weight[seen] * of.mastery[seen],
            of.stability[seen],
            self.rows[seen],
        )
        gap = self.table.gap(days + since, stability, row)
        best = points * self.table.value(days + since, stability, row)
        late = np.nonzero(((gap > 0) & (gap <= since)) | (since > 60))[0]
        if len(late):
            best[late] = self._waiting_late(days, since[late], seen[late])
        return best

    def reviews_to_come(self, days: int, stability: Floats, row: Ints) -> Floats:
        """How many there will be: how the worth falls as their cost rises."""
        step = np.diff(COSTS)
        number = np.minimum(row % len(COSTS), len(COSTS) - 2)
        low = row - row % len(COSTS) + number
        fall = self.table.value(days, stability, low) - self.table.value(days, stability, low + 1)
        reviews: Floats = fall / step[number]
        return reviews

    def _waiting_late(self, days: int, since: Ints, seen: Ints) -> Floats:
        """The same for reviews that are due: the best of a few days to come."""
        of = self.standing
        stability, points = of.stability[seen], of.weight[seen] * of.mastery[seen]
        best = points * recall((since + days).astype(np.float64), stability)
        waits = [int(wait) for wait in WAITS if wait < days - 1] + ([days - 1] if days > 1 else [])
        if not waits:
            return best
        column = np.array(waits)[:, None]
        later = after_success(
            stability, of.difficulty[seen], recall((since + column).astype(np.float64), stability)
        )
        left = np.broadcast_to(days - column, later.shape)
        kept = self.table.value(left, later, self.rows[seen])
        shares = np.array([price_factor(days - wait, self.late) for wait in waits])[:, None]
        reviewed: Floats = (points * kept - shares * self.cost[seen]).max(axis=0)
        return np.maximum(best, reviewed)

    def after_review(self, day: int, days: int, seen: Ints) -> tuple[Floats, Floats]:
        """Worth of the lesson after a review today, and its stability then."""
        of = self.standing
        recalled = recall(day - of.studied_on[seen], of.stability[seen])
        stronger = after_success(of.stability[seen], of.difficulty[seen], recalled)
        worth = of.weight[seen] * of.mastery[seen]
        return worth * self.table.value(days, stronger, self.rows[seen]), stronger

    def after_deepening(self, days: int, seen: Ints, stronger: Floats) -> Floats:
        of = self.standing
        mastery = 1.0 - (1.0 - of.mastery[seen]) * self.kept_share[seen]
        stability = blended(of.mastery[seen] / mastery, stronger)
        worth: Floats = of.weight[seen] * mastery
        return worth * self.table.value(days, stability, self.rows[seen])

    def can_deepen(self, seen: Ints) -> Flags:
        of = self.standing
        can: Flags = (of.depth[seen] == 1.0) & (of.deepened[seen] < DEEPENINGS)
        return can

    def seen(self, day: int) -> Ints:
        of = self.standing
        mask = (of.mastery > SEEN_MASTERY) & (of.not_before <= day) & (of.studied_on < day)
        return np.nonzero(mask)[0]

    def new_lessons(
        self, day: int, days: int, waiting: Floats, open_ones: Ints
    ) -> tuple[Floats, Floats]:
        """Worth of learning each lesson today above waiting, and its minutes, at the best depth."""
        of, lengths = self.standing, self.lengths
        since = day - of.studied_on[open_ones]
        known = of.mastery[open_ones], of.stability[open_ones], of.difficulty[open_ones]
        best = np.full(len(open_ones), -np.inf)
        gain, minutes = best.copy(), np.ones(len(open_ones))
        for depth in range(len(DEPTHS)):
            mastery = lengths.mastery[depth, open_ones]
            stability = stability_after_learning(known[0], mastery, known[1], since, known[2])
            kept = self.table.value(days, stability, lengths.rows[depth, open_ones])
            worth = of.weight[open_ones] * mastery * kept - waiting[open_ones]
            length = lengths.minutes[depth, open_ones]
            net = worth - self.price_on(days) * length
            net = np.where(lengths.is_open[depth, open_ones], net, -np.inf)
            better = net > best
            best = np.where(better, net, best)
            gain, minutes = np.where(better, worth, gain), np.where(better, length, minutes)
        return gain, minutes
