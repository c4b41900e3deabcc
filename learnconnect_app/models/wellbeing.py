"""How learners feel, as they say it themselves."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, owned_by, primary_key


class MoodEntry(SQLModel, table=True):
    """What was said on the wellbeing page; of a day, the latest. Sessions have moods beside it."""

    __tablename__ = "mood_entry"
    __table_args__ = (UniqueConstraint("user_id", "day"),)

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id", index=False)
    day: date
    mood: str = Field(max_length=12)
    """A key of `domain.motivation_score.MOODS`."""
    created_at: datetime = at()
