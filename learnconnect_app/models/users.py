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
    email_confirmed_at: datetime | None = at(nullable=True)
    """When the owner of the address followed a link sent to it; a new address starts empty."""
    is_streak_shown: bool = True
    rest_weekdays: list[int] = json_column(list)
    """Monday is 0."""
    learning_style: str = Field(default="", max_length=20)
    """Kind of resource they learn best from; empty: no preference."""
    premium_until: datetime | None = at(nullable=True)
    theme: str = Field(default="", max_length=20)
    """A look of `domain.rewards` they own and have put on; empty: the usual one."""
    frame: str = Field(default="", max_length=20)
    """Around their initials, as ``theme``."""
    deletion_due_at: datetime | None = at(nullable=True, index=True)
    """When nothing of them is to be left; empty unless they asked for it."""
    created_at: datetime = at()
