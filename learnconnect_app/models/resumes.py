"""Resumes as they were scored, before a plan and after it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, json_column, owned_by, primary_key


class ResumeImpact(SQLModel, table=True):
    """One scoring. The text is kept only when the learner asked for it."""

    __tablename__ = "resume_impact"
    __table_args__ = (
        Index("ix_resume_impact_newest", "user_id", "curriculum_key", "created_at"),
        CheckConstraint("stage in ('before', 'after')", name="stage"),
        CheckConstraint("score between 0 and 100", name="score"),
    )

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id", index=False)
    curriculum_key: str = owned_by("curriculum.key")
    """The role it was read for."""
    stage: str = Field(max_length=6)
    language: str = Field(max_length=2)
    score: float
    skills: list[dict[str, Any]] = json_column(list)
    """As `domain.resume_scores`: per skill mention, evidence, impact and the lines found."""
    rubric: int
    """Number of the rubric it was scored by: only scores of one rubric are compared."""
    words: int
    text: str | None = None
    created_at: datetime = at()
