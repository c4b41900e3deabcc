"""People who sign in."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, json_column, primary_key


class User(SQLModel, table=True):
    __tablename__ = "user_account"

    id: UUID = primary_key()
    email: str = Field(max_length=254, unique=True)
    """In its canonical, case-folded form."""
    password_hash: str
    display_name: str = Field(max_length=60)
    locale: str = Field(max_length=2)
    timezone: str = Field(max_length=64)
    birth_year: int | None = None
    role: str = Field(default="learner", max_length=10)
    """learner or operator"""
    is_streak_shown: bool = True
    rest_weekdays: list[int] = json_column(list)
    """Monday is 0."""
    created_at: datetime = at()
