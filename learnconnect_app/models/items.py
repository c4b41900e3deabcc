"""Items and the exact variants that learners saw."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import json_column, owned_by, primary_key


class Item(SQLModel, table=True):
    key: str = Field(primary_key=True, max_length=60)
    topic_key: str = owned_by("topic.key")
    is_template: bool = False
    difficulty: int
    """As the author set it, 1-5."""
    seconds: int
    options: int
    """Number of options, for the chance of guessing."""
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
