"""The database: engines, and the one way to a transaction.

SQLite runs in WAL mode with two engines: one for writes, whose transactions begin IMMEDIATE so
that two writers queue instead of failing, and one for reads, which never wait. PostgreSQL uses one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import make_url
from sqlmodel import Session, create_engine

from learnconnect_app.settings import settings

BUSY_MILLISECONDS = 30_000


def _sqlite_engine(url: str, *, begin: str, synchronous: str) -> Engine:
    database = make_url(url).database
    if database and database != ":memory:":
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_MILLISECONDS / 1000})

    @event.listens_for(engine, "connect")
    def _configure(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we begin transactions ourselves
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            f"synchronous={synchronous}",
            f"busy_timeout={BUSY_MILLISECONDS}",
            "foreign_keys=ON",
            "temp_store=MEMORY",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine


class Database:
    """Engines for one database address."""

    def __init__(self, url: str, synchronous: str = "NORMAL") -> None:
        self.url = url
        if url.startswith("sqlite"):
            self.writer = _sqlite_engine(url, begin="BEGIN IMMEDIATE", synchronous=synchronous)
            self.reader = _sqlite_engine(url, begin="BEGIN", synchronous=synchronous)
        else:
            self.writer = create_engine(url, pool_pre_ping=True, pool_size=20, max_overflow=20)
            self.reader = self.writer

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session that commits when the block ends and rolls back when it raises."""
        with Session(self.writer, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for reads alone: it never waits for a writer, and commits nothing."""
        with Session(self.reader, expire_on_commit=False) as session:
            yield session

    def dispose(self) -> None:
        self.writer.dispose()
        self.reader.dispose()


@cache
def database() -> Database:
    return Database(_driver_url(settings().database_url), settings().sqlite_synchronous)


def _driver_url(url: str) -> str:
    """PostgreSQL addresses without a driver get the one that is installed."""
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url
