"""A backup made while learners write holds one moment, whole; restored, all of it is there."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import MetaData, create_engine, func, inspect, select
from sqlmodel import SQLModel

from learnconnect_app.adapters.database import Database
from learnconnect_app.devtools.backup import (
    BackupError,
    back_up,
    keep_newest,
    named,
    restore,
)
from learnconnect_app.models import User
from learnconnect_app.services.streaks import record_activity
from tests.conftest import execute_on_server
from tests.factories import NOW, a_learner

WRITERS = 3


class Writers:
    """Learners who write, both halves of a fact in one transaction, until they are stopped."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.is_over = threading.Event()
        self.written = 0
        self.failures: list[Exception] = []
        self.threads = [threading.Thread(target=self._write) for _ in range(WRITERS)]

    def _write(self) -> None:
        try:
            while not self.is_over.is_set():
                with self.database.transaction() as session:
                    user = a_learner(session)
                    record_activity(session, user=user, now=NOW, minutes=20, tasks=1)
                self.written += 1
        except Exception as error:  # seen by the test, which a thread's own failure is not
            self.failures.append(error)

    def __enter__(self) -> Writers:
        for thread in self.threads:
            thread.start()
        while self.written < WRITERS and not self.failures:
            self.is_over.wait(0.01)
        return self

    def __exit__(self, *_: object) -> None:
        self.is_over.set()
        for thread in self.threads:
            thread.join(60)
        assert not self.failures


def counts(address: str) -> dict[str, int]:
    """Rows of every table of ours, and of the migrations'."""
    engine = create_engine(address)
    try:
        with engine.connect() as connection:
            found = MetaData()
            found.reflect(connection)
            return {
                name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for name, table in found.tables.items()
            }
    finally:
        engine.dispose()


def test_backup_under_writes_restores_whole(
    database: Database, empty_place: str, tmp_path: Path
) -> None:
    file = tmp_path / "backups" / "copy"
    before = counts(database.url)
    with Writers(database) as writers:
        back_up(database.url, file)
        during = writers.written
    assert not (file.stat().st_mode & 0o077), "for its owner alone"
    restore(empty_place, file)
    found = counts(empty_place)
    assert set(found) == {*SQLModel.metadata.tables, "alembic_version"}
    users = found["user_account"] - before["user_account"]
    assert 0 < users <= during + WRITERS
    assert found["daily_activity"] - before["daily_activity"] == users, "a transaction is whole"
    content = ("topic", "item", "lesson", "curriculum", "alembic_version")
    assert [found[name] for name in content] == [before[name] for name in content]


def test_restored_place_works_on(database: Database, empty_place: str, tmp_path: Path) -> None:
    with database.transaction() as session:
        email = a_learner(session, name="Ayşe Işık").email
    back_up(database.url, tmp_path / "copy")
    restore(empty_place, tmp_path / "copy")
    restored = Database(empty_place)
    try:
        with restored.transaction() as session:
            row = session.execute(select(User).where(User.email == email)).scalar_one()
            assert row.display_name == "Ayşe Işık"
            a_learner(session)
        assert inspect(restored.writer).get_foreign_keys("daily_activity")
    finally:
        restored.dispose()


def test_nothing_is_restored_over_what_is_there(database: Database, tmp_path: Path) -> None:
    back_up(database.url, tmp_path / "copy")
    before = counts(database.url)
    with pytest.raises(BackupError, match="already"):
        restore(database.url, tmp_path / "copy")
    assert counts(database.url) == before


def test_what_is_no_backup_is_refused_and_leaves_the_place_empty(
    empty_place: str, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_bytes(b"not a database at all" * 100)
    with pytest.raises(BackupError):
        restore(empty_place, wrong)
    with pytest.raises(BackupError):
        restore(empty_place, tmp_path / "missing")
    assert counts(empty_place) == {}


def test_backup_that_fails_leaves_no_file_and_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "copy"
    file.write_text("yesterday's")
    with pytest.raises(BackupError):
        back_up(f"sqlite:///{tmp_path / 'missing.db'}", file)
    assert [path.name for path in tmp_path.iterdir()] == ["copy"]
    assert file.read_text() == "yesterday's"


def test_newest_are_kept_and_other_files_are_not_touched(tmp_path: Path) -> None:
    start = datetime(2026, 3, 1, 4, tzinfo=UTC)
    made = [named(tmp_path, "sqlite:///x.db", start + timedelta(days=n)) for n in range(5)]
    other = tmp_path / "notes.db"
    for path in (*made, other):
        path.touch()
    assert keep_newest(tmp_path, 2) == made[:3]
    assert sorted(tmp_path.iterdir()) == sorted([*made[3:], other])
    assert made[0].name == "learnconnect-20260301T040000Z.db"


@pytest.fixture
def empty_place(
    database: Database, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[str]:
    """An empty place of the kind that ``database`` is."""
    if database.url.startswith("sqlite"):
        yield f"sqlite:///{tmp_path / uuid4().hex}.db"
        return
    server, name = request.getfixturevalue("postgres"), f"restored_{uuid4().hex}"
    execute_on_server(server, f"CREATE DATABASE {name}")
    yield server + name
    execute_on_server(server, f"DROP DATABASE {name} WITH (FORCE)")
