"""Whose a row is: its foreign keys, followed to an account. True of tables that are new, too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Table, or_, select
from sqlmodel import SQLModel

ACCOUNT = "user_account"


def owned_tables() -> Sequence[Table]:
    """Tables whose rows belong to learners, an owner before what is owned."""
    return [table for table in SQLModel.metadata.sorted_tables if is_owned(table)]


@cache
def is_owned(table: Table) -> bool:
    return table.name == ACCOUNT or bool(_ways(table))


def is_of(table: Table, user_id: UUID) -> ColumnElement[bool]:
    """The condition for a learner's own rows. ValueError for a table that is nobody's."""
    if table.name == ACCOUNT:
        return table.c.id == user_id
    direct = [key.parent == user_id for key in _ways(table) if key.column.table.name == ACCOUNT]
    if direct:
        return or_(*direct)
    if not _ways(table):
        raise ValueError(f"{table.name} belongs to nobody")
    key = min(_ways(table), key=lambda key: (bool(key.parent.nullable), key.parent.name))
    return key.parent.in_(select(key.column).where(is_of(key.column.table, user_id)))


@cache
def _ways(table: Table) -> tuple[ForeignKey, ...]:
    """Its keys to what is owned; a row is never its own owner."""
    targets = ((key, key.column.table) for key in table.foreign_keys)
    return tuple(key for key, target in targets if target is not table and is_owned(target))
