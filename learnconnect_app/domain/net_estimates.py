"""What mocks let expect of the exam: nets as they are counted there, and a score as a range.

A score cannot be computed before the exam: it depends on how everyone else does on that day, on
how hard its questions are, and on marks that are added. What mocks tell is which share of the
weighted net a learner reaches, and how far that may be off: by the luck of the items drawn
(binomial), and by how much the learner's own mocks differ.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from learnconnect_app.domain.exams import net

MOST_MOCKS = 3
"""The latest mocks of a sitting that count; each older one half as much."""
FADE = 0.5
NORMAL_80 = 1.2816
"""80% of a normal distribution lie within so many standard deviations."""
OTHER_QUESTIONS = 0.02
"""Standard deviation by which an exam differs from any mock, as a share of all points."""


@dataclass(frozen=True, slots=True)
class PartScore:
    """The items of one course in one section of a mock."""

    section: str
    course: str
    items: int
    right: int
    wrong: int

    @property
    def blank(self) -> int:
        return self.items - self.right - self.wrong

    def net(self, wrong_for_a_right: float | None) -> float:
        return net(self.right, self.wrong, wrong_for_a_right)


@dataclass(frozen=True, slots=True)
class ScoreRange:
    """Shares of all points, 0..1: an interval that holds the score with a chance of 80%."""

    low: float
    high: float


def is_taken(parts: Sequence[PartScore]) -> bool:
    """A mock in which nothing was answered was opened, not taken: it tells nothing."""
    return any(part.right or part.wrong for part in parts)


def estimate(
    mocks: Sequence[Sequence[PartScore]],
    weights: Mapping[str, float],
    wrong_for_a_right: float | None,
) -> ScoreRange | None:
    """The range for a score type (percent by section or course), from mocks, the latest first.

    None as long as something that counts was in none of them.
    """
    measured = {key: _shares(mocks, key, wrong_for_a_right)[:MOST_MOCKS] for key in weights}
    if not weights or not all(measured.values()):
        return None
    total = sum(weights.values())
    centre = variance = 0.0
    for key, shares in measured.items():
        weight = weights[key] / total
        mean, own_variance = _combined(shares)
        centre += weight * mean
        variance += weight**2 * own_variance
    reach = NORMAL_80 * math.sqrt(variance + OTHER_QUESTIONS**2)
    return ScoreRange(max(0.0, centre - reach), min(1.0, max(0.0, centre + reach)))


def _shares(
    mocks: Sequence[Sequence[PartScore]], key: str, wrong_for_a_right: float | None
) -> list[tuple[float, float]]:
    """Share of the net, and its variance by the luck of the items, in each mock that has it."""
    found = []
    for parts in filter(is_taken, mocks):
        mine = [part for part in parts if key in (part.section, part.course)]
        items = sum(part.items for part in mine)
        if items:
            right, wrong = sum(p.right for p in mine), sum(p.wrong for p in mine)
            found.append(_share(right, wrong, items, wrong_for_a_right))
    return found


def _share(
    right: int, wrong: int, items: int, wrong_for_a_right: float | None
) -> tuple[float, float]:
    """An item brings 1, minus the penalty, or nothing: mean and variance of the mean.

    One item right and one wrong are added to what was seen (Agresti and Coull), so that a mock
    without any mistake still leaves room for one.
    """
    penalty = 1.0 / wrong_for_a_right if wrong_for_a_right else 0.0
    of = items + 2
    p, q = (right + 1) / of, (wrong + 1) / of
    variance = (p + q * penalty**2 - (p - q * penalty) ** 2) / items
    return net(right, wrong, wrong_for_a_right) / items, variance


def _combined(shares: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Weighted mean of the latest mocks, and its variance: chance, or what they really differ."""
    fading = [FADE**age for age in range(len(shares))]
    total = sum(fading)
    mean = sum(w * share for w, (share, _) in zip(fading, shares, strict=True)) / total
    chance = sum(w**2 * v for w, (_, v) in zip(fading, shares, strict=True)) / total**2
    if len(shares) < 2:
        return mean, chance
    differ = sum(w * (s - mean) ** 2 for w, (s, _) in zip(fading, shares, strict=True)) / total
    return mean, max(chance, differ)
