"""What learning each lesson is worth on the days of the plan, and how thoroughly it pays best.

Worths change slowly, so they are computed at the ends of intervals of a few days, counted back from
the exam (so that a plan made again reads the same ones), and in between taken as straight lines.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from learnconnect_app.domain.memory import FIRST_STABILITY, Floats, after_success, recall
from learnconnect_app.domain.review_values import REVIEW_ONLY_DAYS, Flags, Ints
from learnconnect_app.domain.study_effects import (
    DEPTHS,
    NOTHING_KNOWN,
    mastery_after,
    minutes_to_learn,
)
from learnconnect_app.domain.study_problems import SHORTEST_SESSION
from learnconnect_app.domain.study_values import Values

INTERVAL = 5
_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Offered:
    """Open lessons on a day, at the depth that pays best."""

    places: Ints
    minutes: Floats
    gain: Floats
    """Points above never learning it."""
    later: Floats
    """What of that, net of minutes at the price, learning it later would bring."""


@dataclass(frozen=True, slots=True)
class _Interval:
    number: int
    places: Ints
    minutes: Floats
    far: Floats
    near: Floats
    """Points kept by the exam when learned so many days before it."""
    later: Floats


class NewLessons:
    """Lengths of the lessons to be learned, and their worth by intervals."""

    def __init__(self, values: Values, tilt: int = 0) -> None:
        self.values, self.tilt = values, values.standing.tilt(tilt)
        of = values.standing
        whole = minutes_to_learn(of.mastery, of.minutes, 1.0)
        needed = np.stack([minutes_to_learn(of.mastery, of.minutes, depth) for depth in DEPTHS])
        is_open: Flags = np.concatenate(
            [needed[:-1] < needed[1:], np.ones((1, of.count), dtype=np.bool_)]
        )
        begun = of.aimed > 0
        needed[:, begun] = of.aimed[begun]
        is_open[:-1, begun] = False
        is_open &= needed > of.done
        is_open[-1] |= whole > 0
        self.is_open = is_open
        self.mastery = mastery_after(of.mastery, np.maximum(needed, of.done), of.minutes)
        self.rows = np.stack([values.rows_at(each) for each in self.mastery])
        self.minutes = np.maximum(needed - of.done, SHORTEST_SESSION)
        self._interval: _Interval | None = None

    def forget(self) -> None:
        """After a review of a lesson that is not learned."""
        self._interval = None

    def on(self, day: int) -> Offered:
        days = self.values.exam_day - day
        number = days // INTERVAL
        found = self._interval
        if found is None or found.number != number:
            found = self._interval = self._computed(number)
        part = (number + 1) - days / INTERVAL
        waiting, tilt = self.values.waiting[found.places], self.tilt[found.places]
        gain = found.far + part * (found.near - found.far) - waiting
        return Offered(found.places, found.minutes, tilt * gain, found.later - waiting)

    def _computed(self, number: int) -> _Interval:
        of = self.values.standing
        places = np.nonzero(~of.is_learned)[0]
        ends = [INTERVAL * (number + 1), max(1, INTERVAL * number)]
        last = REVIEW_ONLY_DAYS + 1
        later = sorted({last, (ends[1] + last) // 2}) if ends[1] > last else []
        kept = self._kept(places, np.array([*ends, *later]))
        prices = [self.values.price_on(days) for days in (*ends, *later)]
        minutes = self.minutes[:, places]
        net = kept - np.array(prices)[:, None, None] * minutes
        net = np.where(self.is_open[:, places], net, _NEVER)
        depth = (net[0] + net[1]).argmax(axis=0)
        number_of = np.arange(len(places))
        best_later = net[2:].max(axis=(0, 1)) if later else np.full(len(places), _NEVER)
        far, near = kept[0][depth, number_of], kept[1][depth, number_of]
        return _Interval(number, places, minutes[depth, number_of], far, near, best_later)

    def _kept(self, places: Ints, days: Ints) -> Floats:
        """Points kept by the exam when learned ``days`` before it; by days, depth and lesson."""
        values, of = self.values, self.values.standing
        since = np.maximum(0.0, values.exam_day - days[:, None] - of.studied_on[places])
        before, mastery = of.mastery[places], self.mastery[:, places]
        chance = recall(since, of.stability[places])
        stronger = np.log(after_success(of.stability[places], of.difficulty[places], chance))
        share = np.where(before <= NOTHING_KNOWN, 0.0, before / np.maximum(mastery, 1e-6))
        stability = (1.0 - share) * math.log(FIRST_STABILITY) + share * stronger[:, None, :]
        left = np.broadcast_to(days[:, None, None], stability.shape)
        kept: Floats = (
            of.weight[places] * mastery * values.table.value(left, stability, self.rows[:, places])
        )
        return kept
