"""Migrations make exactly the tables that the models declare, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect
from sqlmodel import SQLModel, create_engine

import learnconnect_app.models  # noqa: F401 - registers every table
from alembic import command
from tests.conftest import alembic_config, migrate


@pytest.fixture
def engine(empty_url: str) -> Iterator[Engine]:
    engine = create_engine(empty_url)
    yield engine
    engine.dispose()


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names())


def test_migrated_database_has_every_table_of_the_models(empty_url: str, engine: Engine) -> None:
    migrate(empty_url)
    assert tables(engine) == {*SQLModel.metadata.tables, "alembic_version"}


def test_models_and_migrations_agree(empty_url: str, engine: Engine) -> None:
    migrate(empty_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_migrating_twice_changes_nothing(empty_url: str, engine: Engine) -> None:
    migrate(empty_url)
    before = tables(engine)
    migrate(empty_url)
    assert tables(engine) == before


def test_migrations_can_be_taken_back_and_made_again(empty_url: str, engine: Engine) -> None:
    migrate(empty_url)
    with engine.begin() as connection:
        command.downgrade(alembic_config(connection), "base")
    assert tables(engine) == {"alembic_version"}
    migrate(empty_url)
    assert "daily_task" in tables(engine)
