"""What another process tells a learner reaches the pages they have open, and nobody else's."""

from __future__ import annotations

import asyncio
import uuid
from uuid import UUID

import pytest

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import OutboxMessage
from learnconnect_app.pages.notifications.state import NotificationsState
from learnconnect_app.services.notifications import insert
from learnconnect_app.ui import arrivals, live
from learnconnect_app.ui.arrivals import announce_arrivals, watch_arrivals
from tests.running import START, Clock
from tests.ui.tabs import Server, Tab, eventually

pytestmark = pytest.mark.anyio


def tell(database: Database, user_id: UUID) -> None:
    """As a scheduler does, in a process of its own."""
    row = OutboxMessage(
        user_id=user_id,
        channel="app",
        kind="test_unlocked",
        recipient="",
        locale="en",
        params={"path": "/plan"},
        dedupe_key=uuid.uuid4().hex,
        due_at=START,
        created_at=START,
    )
    with database.transaction() as session:
        insert(session, [row], now=START)


async def test_each_is_announced_once(
    installed: Database, learner: UUID, other: UUID, clock: Clock
) -> None:
    tell(installed, learner)
    async with live.following(learner, "a") as mine, live.following(other, "b") as theirs:
        seen = await announce_arrivals(frozenset())
        assert (mine.is_set(), theirs.is_set()) == (True, False)
        mine.clear()
        seen = await announce_arrivals(seen)
        assert not mine.is_set()
        tell(installed, other)
        await announce_arrivals(seen)
        assert (mine.is_set(), theirs.is_set()) == (False, True)


async def test_nobody_looks_while_nobody_is_there(
    installed: Database, learner: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals.wiring, "read", None)  # it would be called
    assert await announce_arrivals(frozenset({uuid.uuid4()})) == frozenset()


async def test_watch_goes_on_after_a_failure(
    installed: Database, learner: UUID, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "SECONDS_BETWEEN", 0.01)
    working, failures = announce_arrivals, [OSError("the database is away")]

    async def failing_once(seen: frozenset[UUID]) -> frozenset[UUID]:
        if failures:
            raise failures.pop()
        return await working(seen)

    monkeypatch.setattr(arrivals, "announce_arrivals", failing_once)
    watch = asyncio.create_task(watch_arrivals())
    try:
        async with live.following(learner, "a") as mine:
            tell(installed, learner)
            await asyncio.wait_for(mine.wait(), 5)
    finally:
        watch.cancel()


async def test_open_page_shows_it_and_counts_it(
    server: Server, installed: Database, learner: UUID, other: UUID, clock: Clock
) -> None:
    mine = await opened(server, learner)
    theirs = await opened(server, other)
    tell(installed, learner)
    await announce_arrivals(frozenset())
    await eventually(lambda: mine.saw("A test is open") and mine.saw('"unread": 1'))
    assert theirs.received == []


async def opened(server: Server, user_id: UUID) -> Tab:
    """A tab in the notification centre that follows."""
    tab = server.open_tab(server.sign_in(user_id))
    await tab.send(NotificationsState.enter)
    await eventually(lambda: any(tab.token in tabs for tabs in live._followers.values()))
    tab.received.clear()
    return tab
