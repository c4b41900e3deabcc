"""`python -m learnconnect_app.devtools.bench_progress`: `/progress` after a year of study.

200,000 answers, four sessions a day, on SQLite and on PostgreSQL. Beside each time stands that of
the home view of the same learner, measured in turns with it: a ratio holds on any machine. Exits 1
when a bar is missed.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from alembic.config import Config
from sqlalchemy import event
from sqlmodel import Session

from alembic import command
from learnconnect_app.adapters.database import Database
from learnconnect_app.adapters.garbage import keep_what_is_loaded
from learnconnect_app.content.library import library
from learnconnect_app.devtools.long_learner import Past, a_long_learner
from learnconnect_app.devtools.postgres import PostgresMissingError, postgres_server
from learnconnect_app.devtools.running import ROOT
from learnconnect_app.domain.progress_spans import Range
from learnconnect_app.services.content import load_content
from learnconnect_app.services.homes import home_view
from learnconnect_app.services.progress import progress_view

MOST_TIMES = {Range.WEEKS: 4.0, Range.QUARTER: 4.0, Range.YEAR: 15.0}
"""Of the p95 of the home view; the year reads all 200,000 answers."""
MOST_QUERIES = 12
ROUNDS = 30
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
View = Callable[[Session], object]


def measure(url: str) -> bool:
    database = _filled(url)
    try:
        with database.transaction() as session:
            user_id = a_long_learner(session, Past(), now=NOW)
        if not url.startswith("sqlite"):
            _analyze(database)
        keep_what_is_loaded()  # as a web process does once it is up
        return _within_bars(database, user_id)
    finally:
        database.dispose()


def _within_bars(database: Database, user_id: UUID) -> bool:
    views: dict[str, View] = {
        "home": lambda session: home_view(session, user_id=user_id, now=NOW),
        **{each.value: _progress(user_id, each) for each in Range},
    }
    times: dict[str, list[float]] = {name: [] for name in views}
    queries = {name: _queries(database, view) for name, view in views.items()}
    for _ in range(ROUNDS):
        for name, view in views.items():
            times[name].append(_seconds(database, view))
    home = _p95(times["home"])
    print(f"  home     p95 {1000 * home:5.0f} ms, {queries['home']} queries")
    is_met = True
    for each, most in MOST_TIMES.items():
        ratio, count = _p95(times[each]) / home, queries[each]
        met = ratio <= most and count <= MOST_QUERIES
        is_met &= met
        print(
            f"  {each.value:8} p95 {1000 * _p95(times[each]):5.0f} ms, {ratio:4.1f}x home "
            f"(at most {most:.0f}x), {count} queries{'' if met else '  MISSED'}"
        )
    return is_met


def _progress(user_id: UUID, range_: Range) -> View:
    return lambda session: progress_view(session, user_id=user_id, range_=range_, now=NOW)


def _seconds(database: Database, view: View) -> float:
    with database.reading() as session:
        begun = time.perf_counter()
        view(session)
        return time.perf_counter() - begun


def _queries(database: Database, view: View) -> int:
    found: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith("SELECT"):
            found.append(statement)

    event.listen(database.reader, "before_cursor_execute", note)
    try:
        _seconds(database, view)
    finally:
        event.remove(database.reader, "before_cursor_execute", note)
    return len(found)


def _p95(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1]


def _filled(url: str) -> Database:
    database = Database(url)
    with database.writer.connect() as connection:
        config = Config(ROOT / "alembic" / "alembic.ini")
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    with database.transaction() as session:
        load_content(session, library())
    return database


def _analyze(database: Database) -> None:
    with database.writer.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM ANALYZE")


@contextmanager
def _addresses() -> Iterator[list[str]]:
    with tempfile.TemporaryDirectory() as folder:
        sqlite = f"sqlite:///{Path(folder) / 'year.db'}"
        try:
            with postgres_server() as server:
                plain = server.replace("+psycopg", "") + "postgres"
                with psycopg.connect(plain, autocommit=True) as connection:
                    connection.execute("CREATE DATABASE progress")
                yield [sqlite, server + "progress"]
        except PostgresMissingError as missing:
            print(missing)
            yield [sqlite]


def main() -> int:
    is_met = True
    with _addresses() as addresses:
        for url in addresses:
            print(url.partition(":")[0])
            is_met &= measure(url)
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
