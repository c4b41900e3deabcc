"""Databases for tests: migrated and filled with the built-in content once, then copied.

A test that asks for ``database`` or ``session`` runs on SQLite and on PostgreSQL, each time on a
copy in which nothing else has left anything.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from alembic.config import Config
from hypothesis import settings
from sqlalchemy import Connection, create_engine, event, text
from sqlmodel import Session

from alembic import command
from learnconnect_app.adapters.database import Database
from learnconnect_app.content.library import library
from learnconnect_app.devtools.postgres import PostgresMissingError, postgres_server
from learnconnect_app.services.content import load_content
from tests.databases import Lent, LentPostgres, LentSqlite

ALEMBIC = Path(__file__).parent.parent / "alembic" / "alembic.ini"

settings.register_profile("patient", deadline=None)  # how long an example takes is the machine's
settings.register_profile("thorough", deadline=None, max_examples=500, stateful_step_count=40)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "patient"))

Counting = Callable[[Session], AbstractContextManager[list[str]]]
"""``with count_queries(session) as queries: ...``, and then ``len(queries)``."""


def migrate(url: str, revision: str = "head") -> None:
    """Bring the database at ``url`` up to ``revision``, over a connection of its own."""
    database = Database(url)
    try:
        with database.writer.connect() as connection:
            command.upgrade(alembic_config(connection), revision)
    finally:
        database.dispose()


def alembic_config(connection: Connection) -> Config:
    """The project's migrations, to be run on this connection."""
    config = Config(ALEMBIC)
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _prepare(url: str) -> None:
    migrate(url)
    database = Database(url)
    try:
        with database.transaction() as session:
            load_content(session, library())
    finally:
        database.dispose()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    _prepare(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a running server, ending in a slash."""
    try:
        with postgres_server() as address:
            yield address
    except PostgresMissingError as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def postgres_template(postgres: str) -> str:
    execute_on_server(postgres, "CREATE DATABASE template_filled")
    _prepare(postgres + "template_filled")
    return "template_filled"


def execute_on_server(address: str, statement: str) -> None:
    """Run a statement about databases, which cannot be part of a transaction."""
    engine = create_engine(address + "postgres", isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(statement))
    finally:
        engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    address, name = request.getfixturevalue("postgres"), f"test_{uuid.uuid4().hex}"
    execute_on_server(address, f"CREATE DATABASE {name}")
    yield address + name
    execute_on_server(address, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def lent_sqlite(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LentSqlite]:
    with closing(LentSqlite(sqlite_template, tmp_path_factory.mktemp("lent"))) as lent:
        yield lent


@pytest.fixture(scope="session")
def lent_postgresql(postgres: str, postgres_template: str) -> Iterator[LentPostgres]:
    with closing(LentPostgres(postgres, postgres_template)) as lent:
        yield lent


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database of the test's own, with all tables and the built-in content."""
    lender: Lent = request.getfixturevalue(f"lent_{request.param}")
    with lender.lent() as database:
        yield database


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """A write transaction, rolled back when the test ends."""
    with Session(database.writer, expire_on_commit=False) as session:
        session.begin()
        yield session
        session.rollback()


@pytest.fixture
def count_queries() -> Counting:
    """Collects the statements a block sends, with nothing remembered from before it."""
    return _counted


@contextmanager
def _counted(session: Session) -> Iterator[list[str]]:
    session.flush()
    session.expunge_all()
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", note)
