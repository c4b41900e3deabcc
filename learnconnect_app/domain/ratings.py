"""How an answer moves the rating of a learner in a topic, and the rating of an item.

A multivariate Elo rating: the ability in a topic (logits) is the learner's general term plus the
topic's own; each answer moves both, by a step that shrinks as the estimate becomes sure (the Kalman
form of Elo: Glickman 1999; over topics: Pelánek 2016). The difficulty of an item is learned in the
same way. A state also keeps the little of its history that the layer above (`mastery`) reads.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from learnconnect_app.domain.abilities import (
    AVERAGE_DIFFICULTY,
    LOGITS_A_STEP,
    difficulty_logit,
    guessing,
    logistic,
)

GENERAL_VARIANCE = 0.72
TOPIC_VARIANCE = 0.4
"""Spread over learners (logits squared) of the general term and of a topic's own. The first is the
assessment's covariance between courses; the second is smaller than its remainder, part of which
the course explains."""
MOST_VARIANCE = 1.44
"""An ability is never held less sure than before any answer."""
ITEM_VARIANCE = 0.25
"""How far, in logits squared, an item may be from its author's difficulty."""
DRIFT_AN_ANSWER, GENERAL_DRIFT_AN_ANSWER, DRIFT_A_GAP = 0.03, 0.002, 0.1
"""What learning and forgetting add to the variances: with each answer, and with each unit of
log(1 + days) between two; so that an old rating goes on following."""
FADING = 0.04
"""Logits that a topic loses per unit of log(1 + days) and of log(1 + answers) since it was last
practised: who practised more has more to lose. On simulated learners under two laws of forgetting
the likelihood is flat up to this value and falls beyond it."""
_SHRINKAGE = math.pi / 8
"""E[logistic(N(m, v))] = logistic(m / sqrt(1 + pi v / 8)) within 0.01 (MacKay 1992)."""


@dataclass(frozen=True, slots=True)
class LearnerState:
    """What is shared by all topics of a learner. Ratings in logits, 0 for the average learner."""

    elo: float = 0.0
    variance: float = GENERAL_VARIANCE
    right: int = 0
    wrong: int = 0
    surprise: float = 0.0
    """Right answers beyond expectation, the older ones fading."""
    last_at: datetime | None = None

    @property
    def answers(self) -> int:
        return self.right + self.wrong


@dataclass(frozen=True, slots=True)
class TopicState:
    """What is known of a learner in one topic."""

    elo: float = 0.0
    """The topic's own term (logits), to be added to the learner's."""
    variance: float | None = None
    """Of the whole ability (logits squared); None until there is evidence."""
    right: int = 0
    wrong: int = 0
    recent: float = 0.0
    """Sum of the outcomes (+1, -1), each older one counting half."""
    run: int = 0
    """Right answers since the last wrong one; below zero, wrong ones since the last right one."""
    surprise: float = 0.0
    slow_surprise: float = 0.0
    """Right answers beyond expectation, the older ones fading fast or slowly."""
    last_at: datetime | None = None

    @property
    def answers(self) -> int:
        return self.right + self.wrong


@dataclass(frozen=True, slots=True)
class ItemState:
    """Difficulty of an item: the author's 1-5 at first, then what the answers say."""

    difficulty: float = AVERAGE_DIFFICULTY
    variance: float = ITEM_VARIANCE


def from_assessment(
    mean: float, variance: float, learner: LearnerState | None = None
) -> TopicState:
    """The rating that says what the assessment's posterior (logits) of this topic says.

    ``learner`` is the state kept beside it; a new one when none is given.
    """
    return TopicState(elo=mean - (learner.elo if learner else 0.0), variance=variance)


def learner_from_assessment(
    mean: Sequence[float], covariance: Sequence[Sequence[float]]
) -> LearnerState:
    """The general term after an assessment: the mean ability, as sure as the topics agree on it."""
    count = len(mean)
    if count < 2:
        return LearnerState(elo=sum(mean))
    shared = sum(map(sum, covariance)) - sum(covariance[i][i] for i in range(count))
    return LearnerState(elo=sum(mean) / count, variance=shared / (count * (count - 1)))


def days_since(since: datetime | None, at: datetime) -> float:
    """Days between, 0 when there was nothing before."""
    return max(0.0, (at - since).total_seconds() / 86400) if since else 0.0


def ability(learner: LearnerState, topic: TopicState, at: datetime) -> float:
    """The rating (logits) in the topic at this moment, what has faded since taken off."""
    lost = FADING * math.log1p(days_since(topic.last_at, at)) * math.log1p(topic.answers)
    return learner.elo + topic.elo - lost


def variance_of(learner: LearnerState, topic: TopicState) -> float:
    """How unsure the ability is (logits squared)."""
    return learner.variance + TOPIC_VARIANCE if topic.variance is None else topic.variance


def rating(
    learner: LearnerState,
    topic: TopicState,
    at: datetime,
    difficulty: float = AVERAGE_DIFFICULTY,
    difficulty_variance: float = 0.0,
) -> float:
    """Logit of knowing an item by the ratings alone, their uncertainty integrated over."""
    away = ability(learner, topic, at) - difficulty_logit(difficulty)
    return away / math.sqrt(1.0 + _SHRINKAGE * (variance_of(learner, topic) + difficulty_variance))


def after_answer(
    learner: LearnerState,
    topic: TopicState,
    *,
    difficulty: float,
    options: int,
    is_correct: bool,
    at: datetime,
    difficulty_variance: float = 0.0,
) -> tuple[LearnerState, TopicState]:
    """Both states after an answer. ``difficulty`` is the author's or, better, the learned one.

    A wrong answer shows that what may have faded is lost, a right one that it is not.
    """
    now = ability(learner, topic, at)
    drift = DRIFT_A_GAP * math.log1p(days_since(topic.last_at, at))
    variance = min(MOST_VARIANCE, variance_of(learner, topic) + drift)
    pull, certainty = _evidence(now - difficulty_logit(difficulty), options, is_correct)
    gain = 1.0 / (1.0 + certainty * (variance + difficulty_variance))
    guess = guessing(options)
    knows = logistic(rating(learner, topic, at, difficulty, difficulty_variance))
    surprise = is_correct - (guess + (1.0 - guess) * knows)
    seen = _Seen(pull * gain, certainty * gain, is_correct, surprise)
    shared = min(learner.variance, variance / 2)
    kept = topic if is_correct else replace(topic, elo=now - learner.elo)
    return _learner_after(learner, seen, shared, at), _topic_after(kept, seen, variance, shared, at)


@dataclass(frozen=True, slots=True)
class _Seen:
    """An answer as evidence: how far and how surely it moves an estimate of variance 1."""

    step: float
    certainty: float
    is_correct: bool
    surprise: float


def _learner_after(learner: LearnerState, seen: _Seen, shared: float, at: datetime) -> LearnerState:
    left = learner.variance - shared**2 * seen.certainty
    return LearnerState(
        elo=learner.elo + shared * seen.step,
        variance=min(GENERAL_VARIANCE, left + GENERAL_DRIFT_AN_ANSWER),
        right=learner.right + seen.is_correct,
        wrong=learner.wrong + (not seen.is_correct),
        surprise=0.7 * learner.surprise + seen.surprise,
        last_at=at,
    )


def _topic_after(
    topic: TopicState, seen: _Seen, variance: float, shared: float, at: datetime
) -> TopicState:
    left = variance - variance**2 * seen.certainty
    return TopicState(
        elo=topic.elo + (variance - shared) * seen.step,
        variance=min(MOST_VARIANCE, left + DRIFT_AN_ANSWER),
        right=topic.right + seen.is_correct,
        wrong=topic.wrong + (not seen.is_correct),
        recent=0.5 * topic.recent + (1 if seen.is_correct else -1),
        run=max(topic.run, 0) + 1 if seen.is_correct else min(topic.run, 0) - 1,
        surprise=0.6 * topic.surprise + seen.surprise,
        slow_surprise=0.9 * topic.slow_surprise + seen.surprise,
        last_at=at,
    )


def item_moved(
    item: ItemState, *, away: float, variance: float, options: int, is_correct: bool
) -> ItemState:
    """The item's difficulty after an answer by someone who is ``away`` logits above it.

    ``variance`` says how unsure that ability is.
    """
    pull, certainty = _evidence(away, options, is_correct)
    gain = 1.0 / (1.0 + certainty * (variance + item.variance))
    return ItemState(
        item.difficulty - item.variance * pull * gain / LOGITS_A_STEP,
        item.variance - item.variance**2 * certainty * gain,
    )


def _evidence(away: float, options: int, is_correct: bool) -> tuple[float, float]:
    """Slope of the answer's log likelihood in the ability, and its expected information."""
    guess, knows = guessing(options), logistic(away)
    right = guess + (1.0 - guess) * knows
    share_known = knows / right if right else 1.0
    return share_known * (is_correct - right), share_known**2 * right * (1.0 - right)
