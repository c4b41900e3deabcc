"""Suggestions from a learner's own data: reads what `domain/recommendations.py` judges."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import case, func
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from learnconnect_app.domain.recommendations import (
    Facts,
    RecommendationView,
    ResourceFacts,
    recommended,
)
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import Curriculum, Resource, ResourceVote, StudyPlan
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.dismissals import dismissed_keys
from learnconnect_app.services.topic_facts import PlannedExam, facts_of


def recommendations_of(
    session: Session, *, user_id: UUID, topic_key: str | None, now: datetime, most: int = 3
) -> tuple[RecommendationView, ...]:
    """Suggestions for the active study plan, or for the page of a topic. At most five queries.

    Nothing is written. Without a plan there is nothing to suggest but on a topic's own page.
    """
    found = session.exec(
        select(StudyPlan, Curriculum)
        .join(Curriculum, col(Curriculum.key) == StudyPlan.curriculum_key)
        .where(StudyPlan.user_id == user_id, StudyPlan.status == "active")
    ).first()
    planned = PlannedExam(*found) if found else None
    if planned is None and topic_key is None:
        return ()
    user = get_user(session, user_id)
    today = study_day(now, user.timezone)
    facts = facts_of(session, user, planned, topic_key, today)
    return recommendations_from(session, user_id, facts, today, most)


def recommendations_from(
    session: Session, user_id: UUID, facts: Facts, today: date, most: int
) -> tuple[RecommendationView, ...]:
    """From facts that were read already. Two queries."""
    at_hand = [topic.key for topic in facts.at_hand]
    facts = replace(facts, resources=_resources(session, user_id, at_hand))
    return recommended(facts, dismissed_keys(session, user_id, today), most)


def _resources(
    session: Session, user_id: UUID, topic_keys: Collection[str]
) -> tuple[ResourceFacts, ...]:
    """Resources of the topics with the votes of others; what the learner judged is left out."""
    if not topic_keys:
        return ()
    helpful = func.sum(case((col(ResourceVote.is_helpful), 1), else_=0))
    own = func.sum(case((col(ResourceVote.user_id) == user_id, 1), else_=0))
    rows = session.execute(
        sql_select(Resource, func.count(), helpful)
        .join(ResourceVote, col(ResourceVote.resource_id) == Resource.id)
        .where(col(Resource.topic_key).in_(topic_keys), col(Resource.is_retired).is_(False))
        .group_by(col(Resource.id))
        .having(own == 0)
    )
    return tuple(
        ResourceFacts(
            str(row.id), row.topic_key, row.title, row.kind, row.url, int(votes), int(yes)
        )
        for row, votes, yes in rows
    )
