"""What may be studied on a day, best first: reviews, new lessons, and what fills spare time.

Whether something is studied at all, the price says; what is worth more than that is studied in any
case, and only *when* is open. So what orders a day is its worth a minute with only a part of what
lies above the price, less what would be gained by studying it later.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from learnconnect_app.domain.memory import Floats
from learnconnect_app.domain.review_values import Flags, Ints
from learnconnect_app.domain.study_chains import Chains
from learnconnect_app.domain.study_new_lessons import NewLessons
from learnconnect_app.domain.study_problems import SHORTEST_REVIEW, SHORTEST_SESSION, Kind
from learnconnect_app.domain.study_standing import Standing
from learnconnect_app.domain.study_values import Values

SHARE_ABOVE = 0.2
"""Of the worth above the price that counts in the order; found by trying."""
NEW_OFFERS = 6
"""Lessons offered beyond what a day has room for."""
_LEAST_SHARE = 0.01
"""Of its worth that remains of a lesson better learned later."""


@dataclass(slots=True)
class Candidate:
    order: float
    """Points a minute, today rather than later; what orders a day."""
    place: int
    kind: Kind
    minutes: int
    """Of a new lesson all that is left of it."""
    worth: float
    """Points a minute rather than never."""
    opens: int = -1
    """The lesson for whose sake it is studied."""

    @property
    def points(self) -> float:
        return self.order * self.minutes


class Candidates:
    """Worth of everything on one day; new lessons only where ``offered``."""

    def __init__(
        self, values: Values, chains: Chains, day: int, blocked: Ints, lessons: NewLessons | None
    ) -> None:
        self.values, self.chains, self.day = values, chains, day
        self.of: Standing = values.standing
        self.price = values.price_on(values.exam_day - day)
        values.wait(day)
        self.is_open: Flags = ~self.of.is_learned & (self.of.not_before <= day)
        self.is_open[blocked] = False
        self.is_new: Flags = self.is_open & (self.of.aimed == 0)
        """Open and not begun: what is begun goes on in any case."""
        self.gain: Floats = np.zeros(self.of.count)
        self.minutes: Floats = np.ones(self.of.count)
        self.loss: Floats = np.zeros(self.of.count)
        """Points a minute that learning it later would bring more."""
        self.pays: Flags = np.zeros(self.of.count, dtype=np.bool_)
        """Lessons that will be learned, today or later: no use in reviewing them before."""
        if lessons is not None:
            self._offer(lessons)

    def _offer(self, lessons: NewLessons) -> None:
        offered = lessons.on(self.day)
        self.gain, self.minutes = offered.gain, offered.minutes
        net = np.maximum(0.0, offered.gain - self.price * offered.minutes)
        self.loss = np.maximum(0.0, offered.later - net) / np.maximum(1.0, offered.minutes)
        self.pays = (np.maximum(net, offered.later) > 0) & ~self.of.is_learned

    def reviews(self, budget: int) -> list[Candidate]:
        """Reviews and deepenings worth more than nothing, the best of them."""
        of, values = self.of, self.values
        seen = values.seen(self.day)
        seen = seen[~self.pays[seen]]
        if not len(seen):
            return []
        most = budget // SHORTEST_REVIEW
        gain, stronger = values.reviewed(self.day, seen)
        worth = gain / of.review_minutes[seen]
        found = self._best(worth, worth, seen, Kind.REVIEW, most)
        deep = (values.can_deepen(seen) & (of.deepening_minutes[seen] <= budget)).nonzero()[0]
        if len(deep):
            chosen = seen[deep]
            gain = values.deepened(self.day, chosen, stronger[deep])
            worth = gain / of.deepening_minutes[chosen]
            order = _ordered(worth, 0.0, self.price, np.maximum)
            found += self._best(order, worth, chosen, Kind.DEEPEN, most)
        return found

    def _best(
        self, order: Floats, worth: Floats, places: Ints, kind: Kind, most: int
    ) -> list[Candidate]:
        chosen = (order > 0).nonzero()[0]
        if len(chosen) > most:
            chosen = chosen[np.argpartition(-order[chosen], most)[:most]]
        minutes = self.of.review_minutes if kind is Kind.REVIEW else self.of.deepening_minutes
        facts = order[chosen], places[chosen], minutes[places[chosen]], worth[chosen]
        return [
            Candidate(rank, place, kind, int(length), each)
            for rank, place, length, each in zip(*(fact.tolist() for fact in facts), strict=True)
        ]

    def new_lessons(self, budget: int) -> list[Candidate]:
        """The first open lessons of the rows of requirements, worth their row's best beginning."""
        if not self.is_new.any():
            return []
        worth, first, last = self.chains.beginnings(self.gain, self.minutes, self.is_new)
        order = _ordered(worth, self.loss[first], self.price, np.maximum)
        order[(first < 0) | (worth <= 0)] = 0.0
        chosen = np.argsort(-order, kind="stable")[: NEW_OFFERS + budget // SHORTEST_SESSION]
        facts = (order[chosen], worth[chosen], first[chosen], last[chosen])
        best: dict[int, Candidate] = {}
        for rank, each, place, end in zip(*(fact.tolist() for fact in facts), strict=True):
            if rank > 0 and (place not in best or best[place].worth < each):
                best[place] = self._new(rank, each, place, end)
        return list(best.values())

    def followers(self, place: int) -> list[Candidate]:
        """The lessons that come next in its rows, now that this one is learned."""
        self.is_new[place] = False
        found = []
        for row in self.chains.rows_of[place]:
            worth, first, last = self.chains.beginning(row, self.gain, self.minutes, self.is_new)
            if first >= 0 and worth > 0:
                order = _ordered(worth, self.loss.item(first), self.price, max)
                found.append(self._new(order, worth, first, last))
        return found

    def _new(self, order: float, worth: float, place: int, last: int) -> Candidate:
        opens = last if last != place else -1
        return Candidate(order, place, Kind.NEW, int(self.minutes[place]), worth, opens)


def _ordered(worth: Any, loss: Any, price: float, larger: Callable[[Any, Any], Any]) -> Any:
    """What orders a day, of arrays with numpy's ``larger`` or of single numbers with Python's."""
    order = worth - (1.0 - SHARE_ABOVE) * larger(worth - price, 0.0)
    return larger(_LEAST_SHARE * order, order - loss)
