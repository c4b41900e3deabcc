"""What may be studied on a day, best first: due reviews, new lessons, and what fills spare time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from learnconnect_app.domain.memory import Floats
from learnconnect_app.domain.review_values import Ints
from learnconnect_app.domain.study_chains import Chains
from learnconnect_app.domain.study_problems import SHORTEST_SESSION, Kind
from learnconnect_app.domain.study_standing import Standing
from learnconnect_app.domain.study_values import Values

SPARE_OFFERS = 4
"""Reviews offered beyond what a day has room for."""


@dataclass(slots=True)
class Candidate:
    index: float
    """Points a minute above waiting; what orders a day."""
    place: int
    kind: Kind
    minutes: int
    """Of a new lesson all that is left of it."""
    opens: int = -1
    """The lesson for whose sake it is studied."""


class Candidates:
    """Worth of everything on one day."""

    def __init__(self, values: Values, chains: Chains, day: int, days: int, blocked: Ints) -> None:
        self.values, self.chains, self.day, self.days = values, chains, day, days
        self.of: Standing = values.standing
        self.all = np.arange(self.of.count)
        self.waiting: Floats = values.waiting(day, days, self.all)
        self.is_open = ~self.of.is_learned
        self.is_open[blocked] = False
        self.is_open &= self.of.not_before <= day
        self.gain: Floats = np.zeros(self.of.count)
        self.minutes: Floats = np.ones(self.of.count)

    def reviews(self, budget: int) -> list[Candidate]:
        """Reviews and deepenings worth more than nothing, the best of them."""
        of, seen = self.of, self.values.seen(self.day)
        if not len(seen):
            return []
        after, stronger = self.values.after_review(self.day, self.days, seen)
        index = (after - self.waiting[seen]) / of.review_minutes[seen]
        most = budget // SHORTEST_SESSION + SPARE_OFFERS
        found = self._best(index, seen, Kind.REVIEW, of.review_minutes, most)
        deep = np.nonzero(self.values.can_deepen(seen) & (of.deepening_minutes[seen] <= budget))[0]
        if len(deep):
            chosen = seen[deep]
            worth = self.values.after_deepening(self.days, chosen, stronger[deep])
            index = (worth - self.waiting[chosen]) / of.deepening_minutes[chosen]
            found += self._best(index, chosen, Kind.DEEPEN, of.deepening_minutes, most)
        return found

    def new_lessons(self) -> list[Candidate]:
        """The first open lesson of each row of requirements, worth the row's best beginning."""
        open_ones = np.nonzero(self.is_open)[0]
        if not len(open_ones):
            return []
        gain, minutes = self.values.new_lessons(self.day, self.days, self.waiting, open_ones)
        self.gain[open_ones], self.minutes[open_ones] = gain * self.values.tilt[open_ones], minutes
        return self.of_rows(None)

    def of_rows(self, only: list[int] | None) -> list[Candidate]:
        density, first, last = self.chains.densities(self.gain, self.minutes, self.is_open, only)
        best: dict[int, Candidate] = {}
        for worth, place, end in zip(density.tolist(), first.tolist(), last.tolist(), strict=True):
            if place < 0 or worth <= 0 or (place in best and best[place].index >= worth):
                continue
            opens = end if end != place else -1
            minutes = int(self.minutes[place])
            best[place] = Candidate(worth, place, Kind.NEW, minutes, opens)
        return list(best.values())

    def learned(self, place: int) -> list[Candidate]:
        """The lessons that follow in its rows, now that this one is learned."""
        self.is_open[place] = False
        return self.of_rows(self.chains.rows_of[place])

    def _best(
        self, index: Floats, places: Ints, kind: Kind, minutes: Floats, most: int
    ) -> list[Candidate]:
        chosen = np.nonzero(index > 0)[0]
        if len(chosen) > most:
            chosen = chosen[np.argpartition(-index[chosen], most)[:most]]
        facts = index[chosen].tolist(), places[chosen].tolist(), minutes[places[chosen]].tolist()
        return [
            Candidate(worth, place, kind, int(length))
            for worth, place, length in zip(*facts, strict=True)
        ]
