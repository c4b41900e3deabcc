"""What learners think of lessons and resources, and suggestions they have put away."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, owned_by, primary_key


class LessonFeedback(SQLModel, table=True):
    __tablename__ = "lesson_feedback"
    __table_args__ = (
        UniqueConstraint("user_id", "topic_key"),
        CheckConstraint("rating between 1 and 5", name="rating"),
    )

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id", index=False)
    topic_key: str = owned_by("topic.key")
    rating: int
    comment: str = Field(default="", max_length=1000)
    updated_at: datetime = at()


class ResourceVote(SQLModel, table=True):
    """Whether a resource helped: it orders the resources of a topic for everyone."""

    __tablename__ = "resource_vote"
    __table_args__ = (UniqueConstraint("user_id", "resource_id"),)

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id", index=False)
    resource_id: UUID = owned_by("resource.id")
    is_helpful: bool
    updated_at: datetime = at()


class Dismissal(SQLModel, table=True):
    """A suggestion the learner has put away, by its key; for good without ``until_day``."""

    __table_args__ = (UniqueConstraint("user_id", "key"),)

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id", index=False)
    key: str = Field(max_length=120)
    until_day: date | None = None
    created_at: datetime = at()
