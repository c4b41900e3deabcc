"""What one test leaves in a database never reaches the next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlmodel import Session, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import User
from tests.databases import Lent, LentPostgres, LentSqlite
from tests.factories import a_learner


@pytest.fixture(params=["sqlite", "postgresql"])
def lender(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Lent]:
    def template(kind: str) -> object:
        return request.getfixturevalue(f"{kind}_template")

    if request.param == "sqlite":
        made: Lent = LentSqlite(Path(str(template("sqlite"))), tmp_path)
    else:
        server = request.getfixturevalue("postgres")
        made = LentPostgres(server, str(template("postgres")), "lent_here")
    with closing(made) as lender:
        yield lender


@pytest.fixture
def copies(lender: Lent, monkeypatch: pytest.MonkeyPatch) -> list[Lent]:
    """Grows with each copy that is made."""
    made: list[Lent] = []
    copy = lender._copy

    def noted() -> None:
        made.append(lender)
        copy()

    monkeypatch.setattr(lender, "_copy", noted)
    return made


def learners_in(database: Database) -> int:
    with database.reading() as session:
        return len(session.exec(select(User)).all())


def test_what_was_committed_is_gone(lender: Lent, copies: list[Lent]) -> None:
    with lender.lent() as database:
        with database.transaction() as session:
            a_learner(session)
        assert learners_in(database) == 1
    with lender.lent() as database:
        assert learners_in(database) == 0
    assert len(copies) == 2


def test_what_another_connection_committed_is_gone(lender: Lent) -> None:
    with lender.lent() as database:
        other = Database(database.url)
        with other.transaction() as session:
            a_learner(session)
        other.dispose()
    with lender.lent() as database:
        assert learners_in(database) == 0


def test_a_committed_savepoint_of_a_transaction_that_failed_is_nothing(
    lender: Lent, copies: list[Lent]
) -> None:
    with lender.lent() as database, Session(database.writer) as session:
        with session.begin_nested():
            a_learner(session)
        session.rollback()
    with lender.lent() as database:
        assert learners_in(database) == 0
    assert len(copies) == 1


def test_reading_and_rolling_back_cost_no_new_copy(lender: Lent, copies: list[Lent]) -> None:
    for _ in range(3):
        with lender.lent() as database, Session(database.writer) as session:
            assert learners_in(database) == 0
            a_learner(session)
            session.rollback()
    assert len(copies) == 1


def test_a_transaction_left_open_harms_nobody(lender: Lent, copies: list[Lent]) -> None:
    with lender.lent() as database:
        other = Database(database.url)
        forgotten = Session(other.writer)
        a_learner(forgotten)
    with lender.lent() as database, database.transaction() as session:
        a_learner(session)
    assert len(copies) == 2
    forgotten.connection().invalidate()
    forgotten.close()
    other.dispose()
