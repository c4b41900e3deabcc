"""What the answers of an assessment over very many topics tell, all at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from learnconnect_app.domain.assessments import Answer, Posterior, ability_after, prior

_ROWS = 16
"""Of a product of matrices at a time: larger ones would be spread over cores, and waking those
takes far longer than the product."""


def posterior_at_once(
    courses: Sequence[int], answers: Sequence[Answer], weights: Sequence[float] | None = None
) -> Posterior:
    """As ``posterior_after`` without its trail of deviations: many topics at a fifth of the time.

    Each answer takes a slope x slope' x fall from the covariance, so of the matrices in between
    only the column of the asked topic is ever needed.
    """
    belief = prior(courses, weights)
    mean = belief.mean
    slopes = np.zeros((len(mean), len(answers)))
    falls = np.zeros(len(answers))
    for n, each in enumerate(answers):
        known = slopes[each.topic, :n] * falls[:n]
        column = belief.covariance[:, each.topic] - slopes[:, :n] @ known
        variance = column[each.topic]
        moved, new_variance = ability_after(each, float(mean[each.topic]), float(variance))
        slopes[:, n], falls[n] = column / variance, variance - new_variance
        mean = mean + slopes[:, n] * moved
    covariance = belief.covariance
    for rows in (slice(at, at + _ROWS) for at in range(0, len(mean), _ROWS)):
        covariance[rows] -= (slopes[rows] * falls) @ slopes.T
    return replace(belief, mean=mean)
