"""Migrations make exactly the tables that the models declare, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, MetaData, Table, inspect, text
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
    with engine.connect() as connection:
        command.downgrade(alembic_config(connection), "base")
    assert tables(engine) == {"alembic_version"}
    migrate(empty_url)
    assert "daily_task" in tables(engine)


def filled(table: Table, given: dict[str, Any]) -> dict[str, Any]:
    """A row with something in every column that must not be empty."""
    fillings = {
        sa.DateTime: datetime(2026, 1, 1),
        sa.JSON: {},
        sa.Boolean: False,
        sa.Integer: 1,
        sa.Float: 1.0,
        sa.Date: date(2026, 1, 1),
        sa.Uuid: UUID(int=1),
    }
    row: dict[str, Any] = {}
    for column in table.columns:
        is_id = column.name == "id" or column.name.endswith("_id")
        plain = UUID(int=1).hex if is_id else "x"  # SQLite keeps ids as text
        found = (value for kind, value in fillings.items() if isinstance(column.type, kind))
        if not column.nullable:
            row[column.name] = next(found, plain)
    return row | given


def insert(engine: Engine, rows: list[tuple[str, dict[str, Any]]]) -> None:
    metadata = MetaData()
    metadata.reflect(engine)
    with engine.begin() as connection:
        for name, given in rows:
            table = metadata.tables[name]
            connection.execute(table.insert().values(filled(table, given)))


def test_answers_given_before_other_kinds_of_questions_came_are_kept(
    empty_url: str, engine: Engine
) -> None:
    migrate(empty_url, "0001")
    insert(
        engine,
        [
            ("skill", {}),
            ("topic", {"skill_key": "x"}),
            ("item", {"topic_key": "x"}),
            ("item_variant", {"item_key": "x"}),
            ("curriculum", {}),
            ("user_account", {}),
            ("attempt", {"curriculum_key": "x", "status": "running", "kind": "weekly"}),
            ("attempt_item", {"topic_key": "x", "order": [1, 0, 3, 2], "choice": 2}),
        ],
    )
    migrate(empty_url)
    with engine.connect() as connection:
        table = SQLModel.metadata.tables["attempt_item"]
        row = connection.execute(table.select()).mappings().one()
        assert (row["answer"], row["possible_answers"]) == (2, 4)
        assert connection.execute(text("SELECT count(*) FROM item_variant")).scalar() == 1
    with engine.connect() as connection:
        command.downgrade(alembic_config(connection), "0001")
    with engine.connect() as connection:
        assert connection.execute(text("SELECT choice FROM attempt_item")).scalar() == 2


def freezes(engine: Engine, columns: str) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        found = connection.execute(text(f"SELECT {columns} FROM streak_freeze ORDER BY id"))
        return [tuple(None if value is None else str(value) for value in row) for row in found]


def test_streak_freezes_that_were_days_far_ahead_name_their_redemption(
    empty_url: str, engine: Engine
) -> None:
    far, next_to_it, ids = date(2426, 1, 1), date(2426, 1, 2), [UUID(int=n) for n in range(1, 5)]
    is_sqlite = engine.dialect.name == "sqlite"
    key = (lambda n: ids[n].hex) if is_sqlite else (lambda n: str(ids[n]))
    values = [
        {"freeze_day": "2426-01-02"},
        {"freeze_day": "2426-01-01"},
        {"freeze_day": "2426-09-09"},
    ]
    migrate(empty_url, "0005")
    insert(
        engine,
        [
            ("user_account", {}),
            ("reward", {"kind": "streak_freeze"}),
            *(
                (
                    "redemption",
                    {"id": key(n), "request_id": key(n), "status": "active", "value": value},
                )
                for n, value in enumerate(values)
            ),
            ("streak_freeze", {"id": key(0), "earned_day": date(2026, 3, 8)}),
            ("streak_freeze", {"id": key(1), "earned_day": far, "used_day": date(2026, 3, 9)}),
            ("streak_freeze", {"id": key(2), "earned_day": next_to_it}),
        ],
    )
    migrate(empty_url)
    assert freezes(engine, "earned_day, redemption_id, used_day") == [
        ("2026-03-08", None, None),
        (None, key(1), "2026-03-09"),
        (None, key(0), None),
    ]
    with engine.connect() as connection:
        found = connection.execute(SQLModel.metadata.tables["redemption"].select()).mappings()
        assert [row["value"] for row in found] == [{}, {}, {}]
    with pytest.raises(sa.exc.IntegrityError):
        insert(engine, [("streak_freeze", {"id": key(3)})])
    with engine.connect() as connection:
        command.downgrade(alembic_config(connection), "0005")
    assert freezes(engine, "earned_day") == [("2026-03-08",), ("2426-01-01",), ("2426-01-02",)]
    migrate(empty_url)
    assert [row[0] for row in freezes(engine, "redemption_id")] == [None, key(1), key(0)]
