"""What learners think of lessons and of their resources."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, delete

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.models import LessonFeedback, Resource, ResourceVote
from learnconnect_app.services.lesson_access import open_lesson
from learnconnect_app.services.upserts import upsert_all

LONGEST_COMMENT = 1000


def rate_lesson(
    session: Session,
    *,
    user_id: UUID,
    lesson_id: UUID,
    rating: int,
    comment: str,
    now: datetime,
) -> None:
    """Keep a rating (1-5) and a comment; the latest counts.

    ``NotFound``; ``DomainError`` comment_long with its field, or bad_request.
    """
    topic_key = open_lesson(session, user_id, lesson_id).topic.key
    if not 1 <= rating <= 5:
        raise DomainError("bad_request")
    if len(comment) > LONGEST_COMMENT:
        raise DomainError("comment_long", "comment", most=LONGEST_COMMENT)
    row = LessonFeedback(
        user_id=user_id,
        topic_key=topic_key,
        rating=rating,
        comment=comment.strip(),
        updated_at=now,
    )
    upsert_all(session, [row], by=["user_id", "topic_key"], keep=["id"])


def vote_resource(
    session: Session,
    *,
    user_id: UUID,
    lesson_id: UUID,
    resource_id: UUID,
    is_helpful: bool | None,
    now: datetime,
) -> None:
    """Keep whether a resource of a lesson helped; ``None`` takes the vote back. ``NotFound``."""
    topic_key = open_lesson(session, user_id, lesson_id).topic.key
    resource = session.get(Resource, resource_id)
    if resource is None or resource.topic_key != topic_key or resource.is_retired:
        raise NotFound
    if is_helpful is None:
        session.exec(
            delete(ResourceVote).where(
                col(ResourceVote.user_id) == user_id, col(ResourceVote.resource_id) == resource_id
            )
        )
        return
    row = ResourceVote(
        user_id=user_id, resource_id=resource_id, is_helpful=is_helpful, updated_at=now
    )
    upsert_all(session, [row], by=["user_id", "resource_id"], keep=["id"])
