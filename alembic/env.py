"""Runs migrations on the database of the settings, or on the connection handed in."""

from __future__ import annotations

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
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        compare_type=True,
        render_as_batch=connection.dialect.name == "sqlite",
        render_item=render_item,
    )
    with context.begin_transaction():
        context.run_migrations()


handed_in = context.config.attributes.get("connection")
if handed_in is not None:
    migrate(handed_in)
else:
    with database().writer.connect() as connection:
        migrate(connection)
        connection.commit()
