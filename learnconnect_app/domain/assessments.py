"""Which item the initial assessment asks next, when it ends, and what it tells of each topic.

The abilities in all topics are believed to be jointly normal: topics of one course go together,
and all topics a little, so an answer in one topic teaches about the others. After each answer the
belief in the asked topic is the normal with the exact posterior's mean and variance (assumed
density filtering; Minka 2001), carried to the other topics by linear regression. The next item is
the one expected to lower the weighted variance of the masteries most (the A-optimal choice of
multidimensional adaptive testing; Mulder & van der Linden 2009).

Everything follows from the answers in their order: the same answers give the same belief and the
same next item, so only the answers need be stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from learnconnect_app.domain.abilities import (
    AVERAGE_DIFFICULTY,
    LOGITS_A_STEP,
    NODE_WEIGHTS,
    NODES,
    Floats,
    difficulty_logit,
    guessing,
    logistic_of,
)

ABILITY_DEVIATION = 1.2
"""Spread of abilities over learners, in logits; wider for a broad public, but too narrow a value
costs less than too wide a one."""
SAME_COURSE = 0.8
OTHER_COURSE = 0.5
"""Correlations of the abilities in two topics."""
PRECISE_ENOUGH = 0.14
"""Mean posterior deviation of mastery at which more items would tell little."""
STALLED_AFTER, STALLED_BELOW = 5, 0.02
"""This many items in a row that lower the deviation by less than this share: no more to gain."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Least and greatest number of items of an assessment."""

    fewest: int = 28
    most: int = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may be asked: ``difficulty`` 1-5, ``discrimination`` 1 until calibrated."""

    item: str
    topic: int
    difficulty: float
    options: int
    discrimination: float = 1.0


@dataclass(frozen=True, slots=True)
class Answer:
    """One answered item. An item left unanswered is wrong: ``is_correct`` is False."""

    topic: int
    difficulty: float
    options: int
    is_correct: bool
    discrimination: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Posterior:
    """Belief about the abilities (logits) in all topics: a joint normal distribution.

    ``weights`` say how much each topic matters (None: all the same); ``deviations`` is the weighted
    mean deviation of mastery after each answer so far.
    """

    mean: Floats
    covariance: Floats
    weights: Floats | None = None
    deviations: tuple[float, ...] = ()


def prior(courses: Sequence[int], weights: Sequence[float] | None = None) -> Posterior:
    """Belief before any answer; ``courses[i]`` is the course of topic i."""
    course = np.asarray(courses)
    correlation = np.where(course[:, None] == course[None, :], SAME_COURSE, OTHER_COURSE)
    np.fill_diagonal(correlation, 1.0)
    return Posterior(
        np.zeros(len(course)),
        ABILITY_DEVIATION**2 * correlation,
        None if weights is None else np.asarray(weights, dtype=np.float64),
    )


def updated(
    posterior: Posterior,
    topic: int,
    difficulty: float,
    options: int,
    is_correct: bool,
    discrimination: float = 1.0,
) -> Posterior:
    """Belief after an answer; it moves the asked topic and, less, all that go together with it."""
    mean, covariance = posterior.mean, posterior.covariance
    answer = Answer(topic, difficulty, options, is_correct, discrimination)
    variance = covariance[topic, topic]
    moved, new_variance = ability_after(answer, float(mean[topic]), float(variance))
    slope = covariance[:, topic] / variance
    belief = replace(
        posterior,
        mean=mean + slope * moved,
        covariance=covariance - np.outer(slope, slope) * (variance - new_variance),
    )
    return replace(belief, deviations=(*posterior.deviations, mean_deviation(belief)))


def ability_after(answer: Answer, mean: float, variance: float) -> tuple[float, float]:
    """How far an answer moves the mean of the asked ability, and the new variance."""
    guess = guessing(answer.options)
    theta = mean + np.sqrt(variance) * NODES
    knows = logistic_of(answer.discrimination * (theta - difficulty_logit(answer.difficulty)))
    right = guess + (1 - guess) * knows
    likelihood = (right if answer.is_correct else 1 - right) * NODE_WEIGHTS
    likelihood /= likelihood.sum()
    new_mean = likelihood @ theta
    return float(new_mean - mean), float(likelihood @ (theta - new_mean) ** 2)


def posterior_after(
    courses: Sequence[int], answers: Iterable[Answer], weights: Sequence[float] | None = None
) -> Posterior:
    """Belief after all these answers, in their order."""
    belief = prior(courses, weights)
    for each in answers:
        belief = updated(
            belief, each.topic, each.difficulty, each.options, each.is_correct, each.discrimination
        )
    return belief


def masteries(posterior: Posterior) -> tuple[Floats, Floats]:
    """Mean and deviation of the mastery (0..1) of each topic."""
    known = _known(posterior)
    mean = known @ NODE_WEIGHTS
    variance = (known * known) @ NODE_WEIGHTS - mean * mean
    return mean, np.sqrt(np.maximum(variance, 0.0))


def mean_deviation(posterior: Posterior) -> float:
    """Weighted mean over topics of the deviation of mastery: how unsure the picture still is."""
    return float(np.average(masteries(posterior)[1], weights=posterior.weights))


def is_settled(posterior: Posterior) -> bool:
    """Whether further items would tell little: precise enough, or hardly gaining any more."""
    trail = posterior.deviations
    if trail and trail[-1] <= PRECISE_ENOUGH:
        return True
    if len(trail) <= STALLED_AFTER:
        return False
    return trail[-1] > (1 - STALLED_BELOW) * trail[-1 - STALLED_AFTER]


def next_candidate(
    posterior: Posterior,
    asked_topics: Sequence[int],
    candidates: Sequence[Candidate],
    limits: Limits = Limits(),
) -> Candidate | None:
    """The most telling item to ask next, or None when the assessment is over.

    ``asked_topics`` has the topic of each item asked so far; ``candidates`` are the items not
    asked yet, and of equally telling ones the first is taken, so their order decides (shuffle it
    by learner to spread the items). Every topic that has candidates is asked at least once unless
    there are more topics than ``limits.most``: towards the end only topics never asked are open.
    """
    open_ones = _eligible(posterior, asked_topics, candidates, limits)
    if not open_ones:
        return None
    return open_ones[int(_expected_gains(posterior, open_ones).argmax())]


def _eligible(
    posterior: Posterior,
    asked_topics: Sequence[int],
    candidates: Sequence[Candidate],
    limits: Limits,
) -> Sequence[Candidate]:
    left = limits.most - len(asked_topics)
    if left <= 0:
        return ()
    asked = set(asked_topics)
    topics = {each.topic for each in candidates}
    unasked = topics - asked
    if len(topics | asked) > limits.most:
        unasked = set()
    is_over = len(asked_topics) >= limits.fewest and is_settled(posterior)
    if unasked and (is_over or len(unasked) >= left):
        return [each for each in candidates if each.topic in unasked]
    return () if is_over else candidates


def _known(posterior: Posterior) -> Floats:
    """Chance to know an average item, by topic and quadrature point of the topic's ability."""
    deviation = np.sqrt(np.diag(posterior.covariance))
    return logistic_of(posterior.mean[:, None] + deviation[:, None] * NODES)


def _expected_gains(posterior: Posterior, candidates: Sequence[Candidate]) -> Floats:
    """Expected fall of the summed variance of the masteries, for each candidate.

    A right-or-wrong answer y explains Cov(M, y)^2 / Var(y) of the variance of a mastery M. For
    normal abilities Cov(M_k, y) = Cov(theta_k, theta_t) E[M_k'] E[y'] to first order (Stein's
    lemma); the exact integral chooses no better and costs four times as much.
    """
    covariance = posterior.covariance
    known = _known(posterior)
    slope = (known * (1 - known)) @ NODE_WEIGHTS
    weights = slope**2 if posterior.weights is None else slope**2 * posterior.weights
    reach = (covariance**2) @ weights
    topic = np.array([each.topic for each in candidates])
    facts = np.array([(c.difficulty, c.discrimination, guessing(c.options)) for c in candidates])
    logit = LOGITS_A_STEP * (facts[:, 0] - AVERAGE_DIFFICULTY)
    sharpness, guess = facts[:, 1], facts[:, 2]
    theta = posterior.mean[:, None] + np.sqrt(np.diag(covariance))[:, None] * NODES
    knows = logistic_of(sharpness[:, None] * (theta[topic] - logit[:, None]))
    right = guess + (1 - guess) * (knows @ NODE_WEIGHTS)
    tilt = (1 - guess) * sharpness * ((knows * (1 - knows)) @ NODE_WEIGHTS)
    gains: Floats = reach[topic] * tilt**2 / (right * (1 - right))
    return gains
