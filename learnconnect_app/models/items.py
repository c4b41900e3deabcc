"""Items and the exact variants that learners saw."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import json_column, owned_by, primary_key


class Item(SQLModel, table=True):
    key: str = Field(primary_key=True, max_length=60)
    topic_key: str = owned_by("topic.key")
    is_template: bool = False
    kind: str = Field(default="choice", max_length=10)
    difficulty: int
    """As the author set it, 1-5."""
    seconds: int
    """As the author set them."""
    possible_answers: int
    """Of how many answers one is right, for the chance of guessing."""
    version: int = 1
    fingerprint: str = Field(max_length=64)
    is_retired: bool = False


class ItemVariant(SQLModel, table=True):
    """One concrete question, kept as it was shown, whatever becomes of the item."""

    __tablename__ = "item_variant"
    __table_args__ = (UniqueConstraint("item_key", "version", "seed"),)

    id: UUID = primary_key()
    item_key: str = owned_by("item.key")
    version: int
    seed: int = 0
    """0 for an item by hand."""
    question: dict[str, Any] = json_column()
    """As `content.schema.Question`, options in the author's order."""


class ItemCalibration(SQLModel, table=True):
    """What real answers say of an item: sums that only ever grow, and what follows from them."""

    __tablename__ = "item_calibration"

    item_key: str = Field(
        sa_column_args=[ForeignKey("item.key", ondelete="CASCADE")], primary_key=True
    )
    answers: int = 0
    right: int = 0
    omitted: int = 0
    """Shown and left unanswered."""
    ability_sum: float = 0
    ability_square_sum: float = 0
    right_ability_sum: float = 0
    """Abilities (logits) of those who answered, of those who were right."""
    log_seconds_sum: float = 0
    timed: int = 0
    difficulty: float | None = None
    """1-5, once there are enough answers."""
    seconds: int | None = None
    flags: list[str] = json_column(list)
    """As `domain.calibration.Flag`."""
