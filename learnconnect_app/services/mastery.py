"""Keeps what the online model knows of a learner, answer by answer.

A learner's topics share a general term, so there is a row for the learner and one a topic, and
the first is there whenever one of the second is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, and_, col, select

from learnconnect_app.domain.abilities import theta_for
from learnconnect_app.domain.assessments import Posterior
from learnconnect_app.domain.mastery import (
    LearnerState,
    TopicState,
    after_answer,
    from_assessment,
    learner_from_assessment,
    learner_from_json,
    to_json,
    topic_from_json,
    topic_mastery,
)
from learnconnect_app.models import LearnerMastery, TopicMastery
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.upserts import upsert_all


@dataclass(frozen=True, slots=True)
class AnsweredItem:
    """An answer to learn from. Unanswered counts as wrong."""

    topic_key: str
    difficulty: float
    options: int
    is_correct: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """What is stored of a learner and of some topics."""

    learner: LearnerState
    topics: Mapping[str, TopicState]

    def topic(self, key: str) -> TopicState:
        return self.topics.get(key, TopicState())

    def mastery(self, key: str, at: datetime) -> float:
        return topic_mastery(self.learner, self.topic(key), at)


def record_answers(
    session: Session, *, user_id: UUID, answers: Sequence[AnsweredItem], now: datetime
) -> None:
    """Learn from answers in their order, in one read and one write a table."""
    if not answers:
        return
    locked_user(session, user_id)
    known = _read(session, user_id, {answer.topic_key for answer in answers})
    learner, topics = known.learner, dict(known.topics)
    for answer in answers:
        learner, topics[answer.topic_key] = after_answer(
            learner,
            topics.get(answer.topic_key, TopicState()),
            difficulty=answer.difficulty,
            options=answer.options,
            is_correct=answer.is_correct,
            at=now,
        )
    _write(session, user_id, learner, topics, now)


def seed_from_assessment(
    session: Session,
    *,
    user_id: UUID,
    topic_keys: Sequence[str],
    posterior: Posterior,
    now: datetime,
) -> None:
    """Start from what an assessment of these topics found, in the order of its posterior.

    The rating in other topics stays, whatever becomes of the general term that all share.
    """
    locked_user(session, user_id)
    known = _read(session, user_id, None)
    means, covariance = posterior.mean.tolist(), posterior.covariance.tolist()
    general = learner_from_assessment(means, covariance)
    learner = replace(known.learner, elo=general.elo, variance=general.variance)
    moved = known.learner.elo - learner.elo
    topics = {key: replace(topic, elo=topic.elo + moved) for key, topic in known.topics.items()}
    for n, key in enumerate(topic_keys):
        topics[key] = from_assessment(means[n], covariance[n][n], learner)
    _write(session, user_id, learner, topics, now)


def mastery_by_topic(
    session: Session, *, user_id: UUID, topic_keys: Collection[str], now: datetime
) -> dict[str, float]:
    """Mastery (0..1) of each topic at this moment. One query.

    A topic without answers has what the learner's other topics let expect.
    """
    known = _read(session, user_id, topic_keys)
    return {key: known.mastery(key, now) for key in topic_keys}


def theta_by_topic(
    session: Session, *, user_id: UUID, topic_keys: Collection[str], now: datetime
) -> dict[str, float]:
    """Ability (logits) that stands for the mastery of each topic, to draw items by. One query."""
    mastery = mastery_by_topic(session, user_id=user_id, topic_keys=topic_keys, now=now)
    return {key: theta_for(known) for key, known in mastery.items()}


def _read(session: Session, user_id: UUID, topic_keys: Collection[str] | None) -> _Known:
    """The learner with these topics; all of them for None."""
    is_wanted = col(TopicMastery.user_id) == LearnerMastery.user_id
    if topic_keys is not None:
        is_wanted = and_(is_wanted, col(TopicMastery.topic_key).in_(topic_keys))
    rows = session.exec(
        select(LearnerMastery.state, col(TopicMastery.topic_key), col(TopicMastery.state))
        .outerjoin(TopicMastery, is_wanted)
        .where(LearnerMastery.user_id == user_id)
    ).all()
    return _Known(
        learner_from_json(rows[0][0]) if rows else LearnerState(),
        {key: topic_from_json(state) for _, key, state in rows if key is not None},
    )


def _write(
    session: Session,
    user_id: UUID,
    learner: LearnerState,
    topics: Mapping[str, TopicState],
    now: datetime,
) -> None:
    own = LearnerMastery(user_id=user_id, state=to_json(learner), updated_at=now)
    rows = [
        TopicMastery(
            user_id=user_id,
            topic_key=key,
            state=to_json(topic),
            answers=topic.answers,
            mastery=topic_mastery(learner, topic, now),
            updated_at=now,
        )
        for key, topic in topics.items()
    ]
    upsert_all(session, [own], by=["user_id"])
    upsert_all(session, rows, by=["user_id", "topic_key"])
