"""What a page may cost a learner: bytes and scripts of a first visit, questions to the database.

The weights are read from the build that is there (`make test` makes one); `make bench` weighs the
same pages in a browser.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event
from sqlmodel import col, select

from learnconnect_app import wiring
from learnconnect_app.adapters.database import Database
from learnconnect_app.devtools import demo
from learnconnect_app.devtools.page_weights import CLIENT, weight_of
from learnconnect_app.learnconnect_app import PAGES
from learnconnect_app.models import Lesson, Mentorship, StudySession, User
from learnconnect_app.services.attempts import start_assessment
from learnconnect_app.ui import gate
from tests.factories import NOW, a_learner
from tests.running import Clock
from tests.ui.tabs import Server

MOST_BYTES = 200_000
WITH_PLOTS = {"/progress": 700_000}
MOST_SCRIPTS = 26
MOST_QUERIES = 12
NO_ADDRESS = ("404",)


@pytest.fixture(scope="module")
def build() -> None:
    """There is one; on CI always."""
    if not CLIENT.exists():
        assert os.environ.get("CI") != "true", "CI builds before it tests"
        pytest.skip("nothing is built: python -m learnconnect_app.devtools.build")


@pytest.mark.usefixtures("build")
@pytest.mark.parametrize("address", [each for each, *_ in PAGES if each not in NO_ADDRESS])
def test_first_visit_of_a_page_is_light(address: str) -> None:
    weight = weight_of(address)
    assert weight.bytes <= WITH_PLOTS.get(address, MOST_BYTES), sorted(weight.files)
    assert weight.scripts <= MOST_SCRIPTS, sorted(weight.files)


# ---- questions to the database ----------------------------------------------------------------

LOADED = [(address, load) for address, _, _, load in PAGES if load is not None]


STATEMENTS: ContextVar[list[str] | None] = ContextVar("STATEMENTS", default=None)
"""Of the load that is measured. Its threads share it; other tabs, told of news, do not."""


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked = STATEMENTS.get()
        if asked is not None and not statement.startswith(("BEGIN", "PRAGMA")):
            asked.append(statement)

    engines = {database.reader, database.writer}
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    token = STATEMENTS.set(statements)
    try:
        yield statements
    finally:
        STATEMENTS.reset(token)
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)


@pytest.fixture
def demo_learner(installed: Database, clock: Clock) -> UUID:
    """In the middle of both plans, with all that her weeks have left behind; an operator too."""
    demo.make_demo(installed, clock())
    with installed.transaction() as session:
        user = session.exec(select(User).where(User.email == demo.EMAIL)).one()
        user.role = "operator"
        return user.id


def opened(address: str, installed: Database, user_id: UUID) -> str:
    """The address with an id of hers."""
    if "attempt_id" in address:
        key = "javascript"
        found: Any = wiring.perform(start_assessment, user_id=user_id, curriculum_key=key)
    elif "lesson_id" in address:
        with installed.reading() as session:
            found = session.exec(
                select(Lesson.id)
                .join(StudySession, col(StudySession.topic_key) == Lesson.topic_key)
                .where(StudySession.user_id == user_id)
            ).first()
    elif "mentorship_id" in address:
        found = a_mentorship(installed, user_id)
    else:
        return address
    return f"{address.partition('[')[0]}{found}"


def a_mentorship(installed: Database, mentor_id: UUID) -> UUID:
    """Of a learner who has invited her."""
    with installed.transaction() as session:
        row = Mentorship(
            learner_id=a_learner(session).id,
            mentor_id=mentor_id,
            email=demo.EMAIL,
            token_hash="0" * 64,
            shows=["minutes"],
            invited_at=NOW,
            accepted_at=NOW,
            expires_at=NOW,
        )
        session.add(row)
        session.flush()
        return row.id


@pytest.mark.anyio
async def test_pages_ask_the_database_little(
    server: Server, installed: Database, demo_learner: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each its own data, in the middle of full plans, once what a new day brings is settled."""
    spent: dict[str, int] = {}
    cookie = server.sign_in(demo_learner)
    for address, load in LOADED:
        gate.budgets._times.clear()  # more pages than anyone opens in ten seconds
        tab = server.open_tab(cookie)
        tab.path = opened(address, installed, demo_learner)
        await tab.send(load)
        with monkeypatch.context() as patched:
            patched.setattr(load.state, "_load", measured(load.state, address, installed, spent))
            await tab.send(load)
    assert not server.failures
    assert set(spent) == {address for address, _ in LOADED}
    assert all(spent.values()), spent
    assert not {page: count for page, count in spent.items() if count > MOST_QUERIES}, spent


def measured(state: Any, address: str, database: Database, spent: dict[str, int]) -> Any:
    """The state's ``_load``, which notes how many statements it took."""
    whole = state._load

    async def load(self: Any) -> None:
        with counted(database) as statements:
            await whole(self)
        spent[address] = max(spent.get(address, 0), len(statements))

    return load
