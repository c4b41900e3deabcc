"""What all tables share: names of constraints, aware UTC times, JSON columns."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, MetaData, TypeDecorator
from sqlalchemy.types import TypeEngine
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
).naming_convention


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC. A naive one is refused with ``ValueError``."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(DateTime(timezone=dialect.name != "sqlite"))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def primary_key() -> Any:
    return Field(default_factory=uuid.uuid4, primary_key=True)


def owned_by(target: str, *, index: bool = True, nullable: bool = False) -> Any:
    """A foreign key to ``target`` ("table.column") whose row takes this one along when it goes."""
    return Field(
        default=None if nullable else ...,
        sa_column_args=[ForeignKey(target, ondelete="CASCADE")],
        index=index,
        nullable=nullable,
    )


def at(*, nullable: bool = False, index: bool = False) -> Any:
    """A moment. Nullable ones start empty."""
    return Field(
        default=None if nullable else ..., sa_type=UtcDateTime, nullable=nullable, index=index
    )


def optional_json() -> Any:
    """A JSON value, or nothing: SQL's NULL, not JSON's."""
    return Field(default=None, sa_type=JSON(none_as_null=True), nullable=True)


def json_column(default: type[list[Any]] | type[dict[str, Any]] = dict) -> Any:
    return Field(default_factory=default, sa_type=JSON, nullable=False)
