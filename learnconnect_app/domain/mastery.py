"""What a learner masters now, learned answer by answer from practice.

Two layers. Below, the rating of the learner in the topic (`ratings`). Above, a logistic layer that
corrects it by what a rating forgets: how much and how lately the topic was practised, the last
outcomes, and how surprising they were. Both use the response model of `abilities`, so guessing
never counts as knowing.

Without practice of a topic the layer adds nothing: what the initial assessment found stands until
there are answers, and both estimates tell one story.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from learnconnect_app.domain.abilities import difficulty_logit, guessing, logistic
from learnconnect_app.domain.mastery_weights import WEIGHTS
from learnconnect_app.domain.ratings import (
    ItemState,
    LearnerState,
    TopicState,
    ability,
    after_answer,
    days_since,
    from_assessment,
    item_moved,
    learner_from_assessment,
    rating,
    variance_of,
)

__all__ = [
    "FEATURES",
    "HALF_PRACTISED",
    "LOOSE_FEATURES",
    "ItemState",
    "LearnerState",
    "TopicState",
    "after_answer",
    "features",
    "from_assessment",
    "item_after_answer",
    "learner_from_assessment",
    "learner_from_json",
    "loose_features",
    "predicted_correct",
    "to_json",
    "topic_from_json",
    "topic_mastery",
]

HALF_PRACTISED = 4.0
"""Answers after which practice counts half of all it can count."""
FEATURES = (
    "proven",
    "practised:rating",
    "practised:rating_squared",
    "practised:share",
    "recent",
    "right_run",
    "surprise_same",
    "surprise_other",
    "slow_surprise",
    "same",
    "same:rating",
    "same:answers",
    "same:recent",
    "learner_surprise",
)
"""What corrects the rating; all but the last are zero for a topic never practised."""
LOOSE_FEATURES = (
    "constant",
    "rating",
    "rating_squared",
    "is_new",
    "learner",
    "answers",
    "answers:rating",
    "answers:share",
    "practised",
    "practised:learner",
    "practised:topic",
    "three_in_a_row",
    "wrong_run",
    "faded",
)
"""For predicting logs of unknown scale only, with no weight in the product: they would move topics
never practised, or let a wrong answer raise what it should lower."""


def predicted_correct(
    learner: LearnerState,
    topic: TopicState,
    *,
    difficulty: float,
    options: int,
    at: datetime,
    difficulty_variance: float = 0.0,
) -> float:
    """Chance (0..1) that the next answer, at this moment, is right by knowing or guessing."""
    logit = rating(learner, topic, at, difficulty, difficulty_variance)
    knows = logistic(logit + _correction(features(learner, topic, logit)))
    guess = guessing(options)
    return guess + (1.0 - guess) * knows


def topic_mastery(learner: LearnerState, topic: TopicState, at: datetime) -> float:
    """Chance (0..1) to know an average item of the topic, asked afresh at this moment.

    It never rises by time alone.
    """
    logit = rating(learner, topic, at)
    return logistic(logit + _correction(features(learner, topic, logit, is_afresh=True)))


def item_after_answer(
    item: ItemState,
    learner: LearnerState,
    topic: TopicState,
    *,
    options: int,
    is_correct: bool,
    at: datetime,
) -> ItemState:
    """The item's difficulty after an answer; the states are those before it.

    The layer's correction counts here: were items judged by the ratings alone, they would look
    easier and easier as learners outgrow their ratings.
    """
    corrected = _correction(features(learner, topic, rating(learner, topic, at, item.difficulty)))
    return item_moved(
        item,
        away=ability(learner, topic, at) - difficulty_logit(item.difficulty) + corrected,
        variance=variance_of(learner, topic),
        options=options,
        is_correct=is_correct,
    )


def features(
    learner: LearnerState,
    topic: TopicState,
    logit: float,
    *,
    is_afresh: bool = False,
) -> tuple[float, ...]:
    """Values of ``FEATURES``.

    ``logit`` is the rating's; ``is_afresh`` asks as if another topic had come between.
    """
    is_same = topic.answers > 0 and topic.last_at == learner.last_at and not is_afresh
    same = 1.0 if is_same else 0.0
    practised = _practised(topic)
    return (
        topic.right / (topic.right + HALF_PRACTISED),
        practised * logit,
        practised * logit * abs(logit),
        practised * ((topic.right + 1) / (topic.answers + 2) - 0.5),
        topic.recent,
        min(max(topic.run, 0), 5),
        same * topic.surprise,
        (1.0 - same) * topic.surprise,
        topic.slow_surprise,
        same,
        same * logit,
        same * math.log1p(topic.answers),
        same * topic.recent,
        learner.surprise,
    )


def loose_features(
    learner: LearnerState, topic: TopicState, logit: float, at: datetime
) -> tuple[float, ...]:
    """Values of ``LOOSE_FEATURES``."""
    practised, log_all = _practised(topic), math.log1p(learner.answers)
    share = (learner.right + 2) / (learner.answers + 4) - 0.5
    return (
        1.0,
        logit,
        logit * abs(logit),
        0.0 if topic.answers else 1.0,
        learner.elo,
        log_all,
        log_all * logit,
        share * learner.answers / (learner.answers + 20.0),
        practised,
        practised * learner.elo,
        practised * topic.elo,
        1.0 if topic.run >= 3 else 0.0,
        min(max(-topic.run, 0), 5),
        math.log1p(days_since(topic.last_at, at)) * math.log1p(topic.answers),
    )


def _practised(topic: TopicState) -> float:
    """How far the topic has been practised, 0 to 1."""
    return topic.answers / (topic.answers + HALF_PRACTISED)


def to_json(state: LearnerState | TopicState | ItemState) -> dict[str, Any]:
    """The state as values that JSON has; rounded, since a thousandth of a logit says nothing."""
    return {name: _plain(value) for name, value in asdict(state).items()}


def learner_from_json(values: Mapping[str, Any]) -> LearnerState:
    return LearnerState(**_with_time(values))


def topic_from_json(values: Mapping[str, Any]) -> TopicState:
    return TopicState(**_with_time(values))


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    return round(value, 5) if isinstance(value, float) else value


def _with_time(values: Mapping[str, Any]) -> dict[str, Any]:
    at = values.get("last_at")
    return {**values, "last_at": datetime.fromisoformat(at) if at else None}


_SHIPPED = tuple(WEIGHTS.get(name, 0.0) for name in FEATURES)


def _correction(values: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(_SHIPPED, values, strict=True))
