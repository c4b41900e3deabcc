"""The real application behind tabs, on a database of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from uuid import UUID

import pytest

import learnconnect_app.learnconnect_app  # noqa: F401  # registers every page and handler
from learnconnect_app.adapters.database import Database
from learnconnect_app.ui import gate, live
from tests.factories import a_learner
from tests.running import clock, configure, installed
from tests.ui.tabs import Server, serving

__all__ = ["clock", "configure", "installed"]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def fresh_budgets() -> Iterator[None]:
    gate.budgets._times.clear()
    yield
    assert not live._followers, "a tab was left following"
    assert not gate._running, "a background handler was left running"


@pytest.fixture
async def server(installed: Database) -> AsyncIterator[Server]:
    async with serving() as server:
        yield server


@pytest.fixture
def learner(installed: Database) -> UUID:
    with installed.transaction() as session:
        return a_learner(session, name="Ayşe Işık").id


@pytest.fixture
def other(installed: Database) -> UUID:
    with installed.transaction() as session:
        return a_learner(session, name="Ali Veli").id


@pytest.fixture
def operator(installed: Database) -> UUID:
    with installed.transaction() as session:
        return a_learner(session, name="Olga", role="operator").id
