"""What real answers say of an item: how hard it is, how long it takes, and whether it is sound.

From 30 answers on, difficulty and expected seconds move from the author's towards what was seen;
the author counts as much as 30 answers, so that they move slowly and far only with many. Items
that tell nothing or the wrong thing are flagged for the operator.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from learnconnect_app.domain.abilities import NODE_WEIGHTS, NODES, chance, guessing

ENOUGH_ANSWERS = 30
AUTHOR_COUNTS_AS = 30
NEARLY_ALL, NEARLY_NONE = 0.97, 0.05
OFTEN_OMITTED = 0.3
REVERSED_CORRELATION = -0.1
SECONDS_RANGE = (1 / 3, 3.0)
"""Expected seconds stay within these multiples of the author's."""


class Flag(StrEnum):
    """Why an operator should look at an item."""

    NEARLY_ALL_RIGHT = "nearly_all_right"
    NEARLY_NONE_RIGHT = "nearly_none_right"
    """As few as by guessing, or fewer."""
    STRONG_MISS_IT = "strong_miss_it"
    """The able get it wrong and the weak get it right: often a wrong key."""
    OFTEN_OMITTED = "often_omitted"


@dataclass(frozen=True, slots=True)
class Tally:
    """Sums over the answers to an item; abilities in logits, times in log seconds."""

    answers: int
    right: int
    omitted: int
    ability_sum: float
    ability_square_sum: float
    right_ability_sum: float
    log_seconds_sum: float
    timed: int
    """Right answers whose time was taken."""


@dataclass(frozen=True, slots=True)
class Calibration:
    difficulty: float
    """1-5."""
    seconds: int
    flags: tuple[Flag, ...]


def calibrate(
    tally: Tally, *, difficulty: float, seconds: int, possible_answers: int
) -> Calibration | None:
    """The item as it is seen now; ``difficulty`` and ``seconds`` are the author's.

    None before there are ``ENOUGH_ANSWERS``.
    """
    if tally.answers < ENOUGH_ANSWERS:
        return None
    return Calibration(
        difficulty=_difficulty(tally, difficulty, possible_answers),
        seconds=_seconds(tally, seconds),
        flags=tuple(_flags(tally, possible_answers)),
    )


def _difficulty(tally: Tally, authored: float, possible_answers: int) -> float:
    """Where as many of these learners would be right as were, the author counting too.

    The abilities are taken as normal with the mean and variance seen; the share right falls with
    the difficulty, so bisection finds it.
    """
    mean = tally.ability_sum / tally.answers
    deviation = math.sqrt(max(0.0, tally.ability_square_sum / tally.answers - mean * mean))

    def share(level: float) -> float:
        return sum(
            float(weight) * chance(mean + deviation * float(node), level, possible_answers)
            for node, weight in zip(NODES, NODE_WEIGHTS, strict=True)
        )

    right = tally.right + AUTHOR_COUNTS_AS * share(authored)
    aim = right / (tally.answers + AUTHOR_COUNTS_AS)
    low, high = 1.0, 5.0
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if share(middle) > aim else (low, middle)
    return round((low + high) / 2, 2)


def _seconds(tally: Tally, authored: int) -> int:
    """Geometric mean of the times of right answers, the author counting too."""
    seen = tally.log_seconds_sum + AUTHOR_COUNTS_AS * math.log(authored)
    middle = math.exp(seen / (tally.timed + AUTHOR_COUNTS_AS))
    least, most = (authored * factor for factor in SECONDS_RANGE)
    return round(min(max(middle, least), most))


def _flags(tally: Tally, possible_answers: int) -> list[Flag]:
    share = tally.right / tally.answers
    flags = []
    if share >= NEARLY_ALL:
        flags.append(Flag.NEARLY_ALL_RIGHT)
    if share <= max(NEARLY_NONE, guessing(possible_answers) * 0.8):
        flags.append(Flag.NEARLY_NONE_RIGHT)
    if _correlation(tally) < REVERSED_CORRELATION:
        flags.append(Flag.STRONG_MISS_IT)
    if tally.omitted >= OFTEN_OMITTED * (tally.answers + tally.omitted):
        flags.append(Flag.OFTEN_OMITTED)
    return flags


def _correlation(tally: Tally) -> float:
    """Point-biserial correlation of ability and being right, less its standard error.

    The error 1 / sqrt(n) is added, so that chance alone seldom flags an item.
    """
    n, right = tally.answers, tally.right
    mean = tally.ability_sum / n
    variance = tally.ability_square_sum / n - mean * mean
    if variance <= 1e-9 or right in (0, n):
        return 0.0
    covariance = tally.right_ability_sum / n - mean * right / n
    correlation = covariance / math.sqrt(variance * (right / n) * (1 - right / n))
    return correlation + 1 / math.sqrt(n)
