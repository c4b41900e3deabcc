"""What the online model knows of a learner: one row, and one row a topic."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, json_column, owned_by


class LearnerMastery(SQLModel, table=True):
    __tablename__ = "learner_mastery"

    user_id: UUID = Field(
        primary_key=True, sa_column_args=owned_by("user_account.id").sa_column_args
    )
    state: dict[str, Any] = json_column()
    """As `domain.mastery.LearnerState`."""
    updated_at: datetime = at()


class TopicMastery(SQLModel, table=True):
    __tablename__ = "topic_mastery"

    user_id: UUID = Field(
        primary_key=True, sa_column_args=owned_by("user_account.id").sa_column_args
    )
    topic_key: str = Field(primary_key=True, sa_column_args=owned_by("topic.key").sa_column_args)
    state: dict[str, Any] = json_column()
    """As `domain.mastery.TopicState`."""
    answers: int = 0
    mastery: float = 0
    """Estimate at ``updated_at``, for lists; the state gives it for any moment."""
    updated_at: datetime = at()
