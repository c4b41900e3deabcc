"""What learning each lesson is worth on the days of the plan, and how thoroughly it pays best.

Worths change slowly, so they are computed at the ends of intervals of a few days, counted back from
the exam (so that a plan made again reads the same ones), and in between taken as straight lines.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from learnconnect_app.domain.memory import FIRST_STABILITY, Floats, after_success, recall
from learnconnect_app.domain.review_values import REVIEW_ONLY_DAYS, Flags
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
    """All lessons on a day, at the depth that pays best; of those learned it says nothing."""

    minutes: Floats
    gain: Floats
    """Points above never learning it."""
    later: Floats
    """What of that, net of minutes at the price, learning it later would bring."""


@dataclass(frozen=True, slots=True)
class _Interval:
    number: int
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
        share = of.mastery / np.maximum(self.mastery, 1e-6)
        self.old_share: Floats = np.where(of.mastery <= NOTHING_KNOWN, 0.0, share)
        """Of what is mastered then: it was known before, and has its stability from then."""
        self.rows = values.rows_at(self.mastery)
        self.minutes = np.maximum(needed - of.done, SHORTEST_SESSION)
        self._interval: _Interval | None = None
        self._kept_at: dict[int, Floats] = {}

    def forget(self) -> None:
        """After a review of a lesson that is not learned."""
        self._interval = None
        self._kept_at.clear()

    def on(self, day: int) -> Offered:
        days = self.values.exam_day - day
        number = days // INTERVAL
        found = self._interval
        if found is None or found.number != number:
            found = self._interval = self._computed(number)
        part = (number + 1) - days / INTERVAL
        waiting = self.values.waiting
        gain = found.far + part * (found.near - found.far) - waiting
        return Offered(found.minutes, self.tilt * gain, found.later - waiting)

    def _computed(self, number: int) -> _Interval:
        of = self.values.standing
        far, near = INTERVAL * (number + 1), max(1, INTERVAL * number)
        last = REVIEW_ONLY_DAYS + 1
        later = {last, (near + last) // 2} if near > last else set()
        is_open = self.is_open & ~of.is_learned
        depth = (self._net(far, is_open) + self._net(near, is_open)).argmax(axis=0)
        chosen = depth, np.arange(of.count)
        best_later = np.full(of.count, _NEVER)
        for days in later:
            np.maximum(best_later, self._net(days, is_open).max(axis=0), out=best_later)
        kept = self._kept(far)[chosen], self._kept(near)[chosen]
        return _Interval(number, self.minutes[chosen], *kept, best_later)

    def _net(self, days: int, is_open: Flags) -> Floats:
        """What is kept less the minutes at the price, by depth and lesson."""
        net = self._kept(days) - self.values.price_on(days) * self.minutes
        return np.where(is_open, net, _NEVER)

    def _kept(self, days: int) -> Floats:
        """Points kept by the exam when learned ``days`` before it; by depth and lesson.

        They are remembered: where an interval ends the next one begins.
        """
        if days in self._kept_at:
            return self._kept_at[days]
        values, of = self.values, self.values.standing
        since = np.maximum(0.0, values.exam_day - days - of.studied_on)
        stronger = after_success(of.stability, of.difficulty, recall(since, of.stability))
        of_new = (1.0 - self.old_share) * math.log(FIRST_STABILITY)
        stability = of_new + self.old_share * np.log(stronger)
        kept: Floats = of.weight * self.mastery * values.table.value(days, stability, self.rows)
        self._kept_at[days] = kept
        return kept
