"""How many minutes all lessons would take at a price, each judged alone.

Every lesson is taken as learned half-way to the exam, as thoroughly and as often deepened as pays
best, with the reviews that follow from the table.
"""

from __future__ import annotations

import numpy as np

from learnconnect_app.domain.memory import Floats
from learnconnect_app.domain.review_values import Flags, Ints, rows
from learnconnect_app.domain.study_effects import DEEPENINGS, DEPTHS, stability_after_learning
from learnconnect_app.domain.study_new_lessons import NewLessons
from learnconnect_app.domain.study_problems import Price
from learnconnect_app.domain.study_standing import Standing
from learnconnect_app.domain.study_values import Values

STRONGER = 3.0
"""Times a deepening lengthens stability, about."""


class Demand:
    """What may become of the lessons, by option and lesson: left as it is, learned in each depth,
    deepened ever more. Only what that is worth depends on the price."""

    def __init__(self, of: Standing, days: int) -> None:
        self.of, self.values = of, Values(of, Price(1.0), days)
        lengths, half, known = NewLessons(self.values), max(2, days // 2), of.is_learned
        mastery, length = [of.mastery, *lengths.mastery], [np.zeros(of.count), *lengths.minutes]
        facts = of.stability, half - of.studied_on, of.difficulty
        learned = stability_after_learning(of.mastery, lengths.mastery, *facts)
        stability = [of.stability, *learned]
        can: list[Flags] = [np.ones(of.count, dtype=np.bool_), *(lengths.is_open & ~known)]
        deeper = [np.where(known, each[0], each[-1]) for each in (mastery, stability, length)]
        for number in range(DEEPENINGS):
            deeper[0] = 1.0 - (1.0 - deeper[0]) * self.values.kept_share
            deeper[1], deeper[2] = deeper[1] * STRONGER, deeper[2] + of.deepening_minutes
            for options, each in zip((mastery, stability, length), deeper, strict=True):
                options.append(each)
            can.append(of.deepened + number < DEEPENINGS)
        self.points: Floats = np.maximum(of.weight * np.array(mastery), 1e-9)
        self.stability: Floats = np.log(np.array(stability))
        self.length: Floats = np.array(length)
        self.can: Flags = np.array(can)
        later = len(DEPTHS) + DEEPENINGS
        self.days: Ints = np.array([days] + [half] * later, dtype=np.int64)[:, None]

    def minutes(self, price: float) -> float:
        """They fall as the price rises."""
        of, values = self.of, self.values
        row = rows(values.first_rows, price * of.review_minutes / self.points)
        kept = values.table.value(self.days, self.stability, row)
        net = np.where(self.can, self.points * kept - price * self.length, -np.inf)
        reviews = values.reviews_to_come(self.days, self.stability, row) * of.review_minutes
        best = net.argmax(axis=0), np.arange(of.count)
        return float((self.length + reviews)[best].sum())
