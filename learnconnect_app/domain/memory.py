"""How memory fades and how a review strengthens it: FSRS-6, with its published default parameters.

Times are days. Stability is the days after which 90% is recalled. Difficulty runs from 1 to 10. The
functions take numbers or arrays alike. Source: the algorithm of FSRS-6 as the ``fsrs`` package has
it (open-spaced-repetition); its parameters are read from there.
"""

from __future__ import annotations

import math
from typing import overload

import numpy as np
from fsrs import Scheduler
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Real = float | Floats

WEIGHTS: tuple[float, ...] = tuple(float(each) for each in Scheduler().parameters)
DECAY = WEIGHTS[20]
FACTOR: float = 0.9 ** (-1.0 / DECAY) - 1.0
FIRST_STABILITY = WEIGHTS[2]
"""Days, after a topic was learned well for the first time (grade *good*)."""
KNOWN_STABILITY = 60.0
"""Days, assumed for what a learner knew before the plan began."""
LONGEST_STABILITY = 3650.0
SHORTEST_STABILITY = 0.1
EASIEST, HARDEST = 1.0, 10.0

_GROWTH = math.exp(WEIGHTS[8])


@overload
def recall(days: float, stability: float) -> float: ...  # type: ignore[overload-overlap]
@overload
def recall(days: Real, stability: Real) -> Floats: ...
def recall(days: Real, stability: Real) -> Real:
    """Chance to recall after so many days: a power law through 90% at one stability."""
    chance: Real = (1.0 + FACTOR * days / stability) ** -DECAY
    return chance


@overload
def after_success(stability: float, difficulty: float, recalled: float) -> float: ...  # type: ignore[overload-overlap]
@overload
def after_success(stability: Real, difficulty: Real, recalled: Real) -> Floats: ...
def after_success(stability: Real, difficulty: Real, recalled: Real) -> Real:
    """Stability after a review that went well; ``recalled`` was its chance.

    It grows the more the nearer the topic was to being forgotten, and the easier it is.
    """
    exponent = WEIGHTS[10] * (1.0 - recalled)
    # numpy takes several times as long for a single number, and plans ask for thousands
    surprise = math.expm1(exponent) if isinstance(exponent, float) else np.expm1(exponent)
    growth = _GROWTH * (11.0 - difficulty) * stability ** -WEIGHTS[9] * surprise
    stronger = stability * (1.0 + growth)
    if isinstance(stronger, float):
        return min(LONGEST_STABILITY, stronger)
    return np.minimum(LONGEST_STABILITY, stronger)


@overload
def after_lapse(stability: float, difficulty: float, recalled: float) -> float: ...  # type: ignore[overload-overlap]
@overload
def after_lapse(stability: Real, difficulty: Real, recalled: Real) -> Floats: ...
def after_lapse(stability: Real, difficulty: Real, recalled: Real) -> Real:
    """Stability after a review that found the topic forgotten; never more than before."""
    kept = (stability + 1.0) ** WEIGHTS[13] - 1.0
    left = WEIGHTS[11] * difficulty ** -WEIGHTS[12] * kept * np.exp(WEIGHTS[14] * (1.0 - recalled))
    weaker: Real = np.minimum(stability, np.maximum(left, SHORTEST_STABILITY))
    return weaker


@overload
def blended(old_share: float, old_stability: float) -> float: ...  # type: ignore[overload-overlap]
@overload
def blended(old_share: Real, old_stability: Real) -> Floats: ...
def blended(old_share: Real, old_stability: Real) -> Real:
    """Stability of a topic of which ``old_share`` was known and the rest is new: geometric mean."""
    new = (1.0 - old_share) * math.log(FIRST_STABILITY)
    stability: Real = np.exp(new + old_share * np.log(old_stability))
    return stability
