"""One database of each kind for all tests, each of which finds it as if nobody had been there.

To copy the template takes far longer than most tests, which roll back all that they write. So the
copy is lent again, but only when the database itself says that nothing was committed to it and
that nobody is still at work in it; otherwise the next test gets a new one under the same address.
"""

from __future__ import annotations

import shutil
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from learnconnect_app.adapters.database import Database

BUSY_OR_COMMITTED = """
SELECT EXISTS (
  SELECT FROM generate_series(%(first)s::bigint, %(last)s::bigint) AS number
  WHERE pg_xact_status(number::text::xid8) <> 'aborted'
) OR EXISTS (
  SELECT FROM pg_stat_activity WHERE datname = %(name)s AND xact_start IS NOT NULL
)"""
NEXT_TRANSACTION = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"


class Lent(ABC):
    """A copy of a template, for a test at a time."""

    def __init__(self, url: str) -> None:
        self._database = Database(url)
        self._is_as_new = False

    @contextmanager
    def lent(self) -> Iterator[Database]:
        if not self._is_as_new:
            self._copy()
        self._is_as_new = False  # whatever happens, until it is known
        self._begin_to_watch()
        yield self._database
        self._database.dispose()
        self._is_as_new = self._is_untouched()

    @abstractmethod
    def _copy(self) -> None:
        """Make the database anew."""

    @abstractmethod
    def _begin_to_watch(self) -> None: ...

    @abstractmethod
    def _is_untouched(self) -> bool:
        """Whether nothing was committed since it is watched, and no transaction is open."""

    @abstractmethod
    def close(self) -> None: ...


class LentSqlite(Lent):
    def __init__(self, template: Path, folder: Path) -> None:
        self._template, self._path = template, folder / "learnconnect.db"
        super().__init__(f"sqlite:///{self._path}")
        self._watching: sqlite3.Connection | None = None
        self._version = 0

    def _copy(self) -> None:
        self.close()
        for ending in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
        shutil.copy(self._template, self._path)

    def _begin_to_watch(self) -> None:
        if self._watching is None:
            self._watching = sqlite3.connect(self._path, timeout=0, isolation_level=None)
        self._version = self._data_version()

    def _is_untouched(self) -> bool:
        assert self._watching is not None
        try:
            self._watching.execute("BEGIN IMMEDIATE")
            self._watching.execute("ROLLBACK")
        except sqlite3.OperationalError:  # somebody still holds the lock
            return False
        return self._data_version() == self._version

    def _data_version(self) -> int:
        """Another one after each commit of another connection."""
        assert self._watching is not None
        (version,) = self._watching.execute("PRAGMA data_version").fetchone()
        return int(version)

    def close(self) -> None:
        if self._watching is not None:
            self._watching.close()
        self._watching = None


class LentPostgres(Lent):
    """``server``: its address, ending in a slash, as SQLAlchemy has it."""

    def __init__(self, server: str, template: str, name: str = "lent") -> None:
        super().__init__(server + name)
        self._template, self._name = template, name
        address = server.replace("+psycopg", "") + "postgres"
        self._watching = psycopg.connect(address, autocommit=True)
        self._first = 0

    def _copy(self) -> None:
        self._drop()
        # the other strategy writes each page to the log: four times the work
        self._watching.execute(
            f"CREATE DATABASE {self._name} TEMPLATE {self._template} STRATEGY FILE_COPY"
        )

    def _drop(self) -> None:
        self._watching.execute(f"DROP DATABASE IF EXISTS {self._name} WITH (FORCE)")

    def _begin_to_watch(self) -> None:
        self._first = self._next_transaction()

    def _is_untouched(self) -> bool:
        last = self._next_transaction() - 1
        span = {"first": self._first, "last": last, "name": self._name}
        row = self._watching.execute(BUSY_OR_COMMITTED, span).fetchone()
        return row == (False,)

    def _next_transaction(self) -> int:
        row = self._watching.execute(NEXT_TRANSACTION).fetchone()
        assert row is not None
        return int(row[0])

    def close(self) -> None:
        self._drop()
        self._watching.close()
