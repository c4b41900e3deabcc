"""The guided start: which of its steps a learner has taken or put aside."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, owned_by


class StartStep(SQLModel, table=True):
    __tablename__ = "start_step"
    __table_args__ = (CheckConstraint("status in ('done', 'skipped')", name="status"),)

    user_id: UUID = Field(
        primary_key=True, sa_column_args=owned_by("user_account.id").sa_column_args
    )
    step: str = Field(primary_key=True, max_length=20)
    status: str = Field(max_length=8)
    decided_at: datetime = at()
