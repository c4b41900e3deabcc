"""Work done without a connection, applied once each when it arrives."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, json_column, owned_by


class Operation(SQLModel, table=True):
    """One act of a device, under the id that the device gave it, and what became of it."""

    __table_args__ = (
        CheckConstraint("status in ('applied', 'settled', 'refused')", name="status"),
    )

    user_id: UUID = Field(
        primary_key=True, sa_column_args=owned_by("user_account.id").sa_column_args
    )
    id: UUID = Field(primary_key=True)
    type: str = Field(max_length=40)
    status: str = Field(max_length=10)
    """settled: a conflict was decided by the rule named in ``code``."""
    code: str = Field(default="", max_length=40)
    answer: dict[str, Any] = json_column()
    """As it was given, so that a repeated question is answered alike."""
    done_at: datetime = at()
    """By the device's clock, never after ``received_at``."""
    received_at: datetime = at(index=True)
