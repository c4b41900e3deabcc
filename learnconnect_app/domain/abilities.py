"""How ability, difficulty and guessing make an answer right, and what mastery means.

Every part that estimates or draws uses this one response model, the three-parameter logistic
(Birnbaum in Lord & Novick, 1968): P(right) = c + (1 - c) / (1 + exp(-a (theta - b))). ``theta``
is the learner's ability in a topic in logits, ``b`` the logit of the item's difficulty, ``a`` its
discrimination (1 for an average item, and for one not calibrated yet) and ``c`` the chance of a
blind guess.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

AVERAGE_DIFFICULTY = 3.0
LOGITS_A_STEP = 0.8
"""One step of the 1-5 scale: at even odds it moves the chance by about 19 points."""

_nodes, _weights = np.polynomial.hermite_e.hermegauss(15)
NODES: Floats = _nodes
"""Points of the 15-point Gauss-Hermite rule for a standard normal variable."""
NODE_WEIGHTS: Floats = _weights / _weights.sum()
_RULE: tuple[tuple[float, float], ...] = tuple(
    zip(NODES.tolist(), NODE_WEIGHTS.tolist(), strict=True)
)


def difficulty_logit(difficulty: float) -> float:
    """The ability at which an item of this difficulty (1-5) is known with even odds."""
    return LOGITS_A_STEP * (difficulty - AVERAGE_DIFFICULTY)


def guessing(options: int) -> float:
    """Chance of a blind guess: 1 / options; 0 for an open answer (fewer than two options)."""
    return 1.0 / options if options > 1 else 0.0


def logistic(logit: float) -> float:
    """Probability of a logit, without overflow."""
    if logit >= 0:
        return 1.0 / (1.0 + math.exp(-logit))
    odds = math.exp(logit)
    return odds / (1.0 + odds)


def logistic_of(logits: Floats) -> Floats:
    """``logistic`` of each logit of an array."""
    chances: Floats = 0.5 + 0.5 * np.tanh(0.5 * logits)
    return chances


def chance(theta: float, difficulty: float, options: int = 4, discrimination: float = 1.0) -> float:
    """Chance (0..1) of a right answer, by knowing or by guessing."""
    guess = guessing(options)
    return guess + (1.0 - guess) * logistic(discrimination * (theta - difficulty_logit(difficulty)))


def mastery(mean: float, variance: float = 0.0) -> float:
    """Chance (0..1) of knowing an item of average difficulty; guessing is not counted.

    ``mean`` and ``variance`` (logits) describe what is believed of the ability; the uncertainty is
    integrated over, which draws an uncertain estimate towards one half.
    """
    if variance <= 0.0:
        return logistic(mean)
    deviation = math.sqrt(variance)
    return sum(weight * logistic(mean + deviation * node) for node, weight in _RULE)


def theta_for(mastery: float) -> float:
    """Ability (logits) at which mastery, without uncertainty, is ``mastery``.

    The inverse of ``mastery(theta)``; 0 and 1 have no finite ability and are taken as 0.001
    and 0.999.
    """
    known = min(max(mastery, 0.001), 0.999)
    return math.log(known / (1.0 - known))
