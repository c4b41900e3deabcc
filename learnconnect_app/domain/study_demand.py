"""How many minutes all lessons would take at a price, each judged alone.

Every lesson is taken as learned half-way to the exam, as thoroughly and as often deepened as pays
best, with the reviews that follow from the table.
"""

from __future__ import annotations

import numpy as np

from learnconnect_app.domain.memory import Floats
from learnconnect_app.domain.review_values import Flags
from learnconnect_app.domain.study_effects import DEEPENINGS, DEPTHS, stability_after_learning
from learnconnect_app.domain.study_new_lessons import NewLessons
from learnconnect_app.domain.study_problems import Price
from learnconnect_app.domain.study_standing import Standing
from learnconnect_app.domain.study_values import Values

STRONGER = 3.0
"""Times a deepening lengthens stability, about."""


def demand(of: Standing, price: float, days: int) -> float:
    """Minutes; they fall as the price rises."""
    values, half = Values(of, Price(price), days), max(2, days // 2)
    lengths = NewLessons(values)
    worth, taken = _kept(values, days, of.mastery, of.stability)
    since = half - of.studied_on
    for depth in range(len(DEPTHS)):
        mastery = lengths.mastery[depth]
        facts = of.mastery, mastery, of.stability, since, of.difficulty
        stability = stability_after_learning(*facts)
        is_open = lengths.is_open[depth] & ~of.is_learned
        option = _kept(values, half, mastery, stability)
        worth, taken = _better(worth, taken, option, lengths.minutes[depth], price, is_open)
    is_known = of.is_learned
    mastery = np.where(is_known, of.mastery, lengths.mastery[-1])
    length = np.where(is_known, 0.0, lengths.minutes[-1])
    stability = np.where(is_known, of.stability, stability_after_learning(*facts))
    for number in range(DEEPENINGS):
        mastery = 1.0 - (1.0 - mastery) * values.kept_share
        length, stability = length + of.deepening_minutes, stability * STRONGER
        option = _kept(values, half, mastery, stability)
        can = of.deepened + number < DEEPENINGS
        worth, taken = _better(worth, taken, option, length, price, can)
    return float(taken.sum())


def _kept(values: Values, days: int, mastery: Floats, stability: Floats) -> tuple[Floats, Floats]:
    """Worth of lessons so learned, net of their reviews, and the minutes of these."""
    of, row = values.standing, values.rows_at(mastery)
    reviews = values.reviews_to_come(days, stability, row) * of.review_minutes
    return of.weight * mastery * values.table.value(days, np.log(stability), row), reviews


def _better(
    worth: Floats,
    taken: Floats,
    option: tuple[Floats, Floats],
    length: Floats,
    price: float,
    is_open: Flags,
) -> tuple[Floats, Floats]:
    net = option[0] - price * length
    better = (net > worth) & is_open
    return np.where(better, net, worth), np.where(better, option[1] + length, taken)
