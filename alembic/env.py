"""Runs migrations on the database of the settings, or on the connection handed in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection
from sqlmodel import SQLModel

import learnconnect_app.models  # noqa: F401 - registers every table
from alembic import context
from learnconnect_app.adapters.database import database
from learnconnect_app.models.base import UtcDateTime


def render_item(kind: str, item: Any, _context: Any) -> str | bool:
    """Migrations must not depend on our column types: write the plain one."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and type(item).__name__ == "AutoString":
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    return False


def migrate(connection: Connection) -> None:
    """Run the migrations on a connection that has no transaction yet, and commit."""
    with _foreign_keys_off(connection):
        context.configure(
            connection=connection,
            target_metadata=SQLModel.metadata,
            compare_type=True,
            render_as_batch=connection.dialect.name == "sqlite",
            render_item=render_item,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


@contextmanager
def _foreign_keys_off(connection: Connection) -> Iterator[None]:
    """SQLite changes a table by making it anew and dropping the old one: what refers to its rows
    must not be deleted with them. The switch works outside transactions only."""
    if connection.dialect.name != "sqlite":
        yield
        return
    if connection.in_transaction():
        raise RuntimeError("migrations of SQLite need a connection without a transaction")
    raw: Any = connection.connection.driver_connection
    raw.execute("PRAGMA foreign_keys = OFF")
    yield
    if broken := raw.execute("PRAGMA foreign_key_check").fetchall():
        raise RuntimeError(f"rows that refer to nothing: {broken[:3]}")
    raw.execute("PRAGMA foreign_keys = ON")


handed_in = context.config.attributes.get("connection")
if handed_in is not None:
    migrate(handed_in)
else:
    with database().writer.connect() as connection:
        migrate(connection)
