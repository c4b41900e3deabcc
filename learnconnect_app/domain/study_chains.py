"""Lessons that wait on others: what a lesson is worth together with those it opens.

Each row is a lesson that nothing requires (or that joins several) with all it needs, in an order in
which requirements come first; so every beginning of a row can be learned by itself. A row is worth
its best beginning per minute: a poor lesson that opens rich ones is taken for them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from learnconnect_app.domain.memory import Floats
from learnconnect_app.domain.review_values import Flags, Ints


class Chains:
    """Rows of lessons (places), padded with -1."""

    def __init__(self, requires: Sequence[Sequence[int]]) -> None:
        needed = {each for places in requires for each in places}
        ends = [
            place
            for place in range(len(requires))
            if place not in needed or len(requires[place]) > 1
        ]
        rows = [_closure(end, requires) for end in ends]
        width = max((len(row) for row in rows), default=1)
        self.members = rows
        padded: Ints = np.full((max(1, len(rows)), width), -1, dtype=np.int64)
        for number, row in enumerate(rows):
            padded[number, : len(row)] = row
        self.rows_of: list[list[int]] = [[] for _ in requires]
        for number, row in enumerate(rows):
            for place in row:
                self.rows_of[place].append(number)
        self._places = np.maximum(padded, 0)
        self._is_place = padded >= 0
        self._numbers = np.arange(len(padded))

    def beginnings(
        self, gain: Floats, minutes: Floats, is_open: Flags
    ) -> tuple[Floats, Ints, Ints]:
        """By row: worth a minute of its best beginning, its first open lesson (-1: none), and the
        last lesson of that beginning."""
        places = self._places
        mask = is_open.take(places)
        mask &= self._is_place
        gains = (gain * is_open).take(places).cumsum(axis=1)
        lengths = (minutes * is_open).take(places).cumsum(axis=1)
        density = np.where(mask, gains / np.maximum(lengths, 1.0), -np.inf)
        best = density.argmax(axis=1)
        worth = density[self._numbers, best]
        first = np.where(worth > -np.inf, places[self._numbers, mask.argmax(axis=1)], -1)
        return worth, first, places[self._numbers, best]

    def beginning(
        self, number: int, gain: Floats, minutes: Floats, is_open: Flags
    ) -> tuple[float, int, int]:
        """The same of one row."""
        best, first, end = -math.inf, -1, -1
        gains = lengths = 0.0
        for place in self.members[number]:
            if not is_open[place]:
                continue
            first = place if first < 0 else first
            gains += gain.item(place)
            lengths += minutes.item(place)
            worth = gains / max(lengths, 1.0)
            if worth > best:
                best, end = worth, place
        return best, first, end


def _closure(end: int, requires: Sequence[Sequence[int]]) -> list[int]:
    """The lesson and all it needs, requirements first; a circle is left as it comes."""
    order: list[int] = []
    seen: set[int] = set()
    stack: list[tuple[int, bool]] = [(end, False)]
    while stack:
        place, is_left = stack.pop()
        if is_left:
            order.append(place)
        elif place not in seen:
            seen.add(place)
            stack.append((place, True))
            stack.extend((each, False) for each in reversed(requires[place]) if each not in seen)
    return order
