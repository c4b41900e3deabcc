"""What changes for a learner is seen in all their tabs, at once, and in nobody else's."""

from __future__ import annotations

import asyncio
from uuid import UUID, uuid4

import pytest
from sqlmodel import col, update

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import User
from learnconnect_app.pages.home.state import HomeState
from learnconnect_app.ui import gate, live
from learnconnect_app.ui.base_state import ShellState
from tests.ui.tabs import Server, Tab, eventually

pytestmark = pytest.mark.anyio

NEW_NAME = "Ayşegül Yenisoy"


class TestFollowing:
    async def test_change_wakes_every_tab_but_the_one_that_made_it(self) -> None:
        user = uuid4()
        async with (
            live.following(user, "a") as a,
            live.following(user, "b") as b,
            live.following(user, "c") as c,
        ):
            live.publish(user, by="b")
            assert (a.is_set(), b.is_set(), c.is_set()) == (True, False, True)

    async def test_change_from_no_tab_wakes_all(self) -> None:
        user = uuid4()
        async with live.following(user, "a") as a, live.following(user, "b") as b:
            live.publish(user)
            assert a.is_set()
            assert b.is_set()

    async def test_change_of_one_learner_wakes_no_other(self) -> None:
        async with live.following(uuid4(), "a") as changed:
            live.publish(uuid4())
            assert not changed.is_set()

    async def test_change_that_nobody_follows_is_forgotten(self) -> None:
        live.publish(uuid4())
        assert not live._followers

    async def test_changes_before_it_looks_are_one(self) -> None:
        user = uuid4()
        async with live.following(user, "a") as changed:
            live.publish(user)
            live.publish(user)
            changed.clear()
            assert not changed.is_set()

    async def test_tab_that_follows_anew_is_the_one_that_is_woken(self) -> None:
        user = uuid4()
        async with live.following(user, "a"), live.following(user, "a") as second:
            live.publish(user)
            assert second.is_set()
        assert not live._followers

    async def test_nothing_is_left_of_a_follower_that_is_cancelled(self) -> None:
        user = uuid4()

        async def follow() -> None:
            async with live.following(user, "a") as changed:
                await changed.wait()

        task = asyncio.create_task(follow())
        await eventually(lambda: user in live._followers)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert not live._followers


async def open_home(server: Server, cookie: str) -> Tab:
    """A tab on the home page that follows."""
    tab = server.open_tab(cookie)
    await tab.send(HomeState.enter)
    await eventually(lambda: any(tab.token in tabs for tabs in live._followers.values()))
    tab.received.clear()
    return tab


def rename(database: Database, user_id: UUID) -> None:
    with database.transaction() as session:
        session.exec(update(User).where(col(User.id) == user_id).values(display_name=NEW_NAME))


async def test_other_tabs_read_again_and_strangers_see_nothing(
    server: Server, installed: Database, learner: UUID, other: UUID
) -> None:
    cookie = server.sign_in(learner)
    writing, reading = await open_home(server, cookie), await open_home(server, cookie)
    phone, stranger = (
        await open_home(server, server.sign_in(learner)),
        await open_home(server, server.sign_in(other)),
    )
    rename(installed, learner)
    await writing.send(ShellState.dismiss_freeze)
    await eventually(lambda: reading.saw(NEW_NAME) and phone.saw(NEW_NAME))
    assert not stranger.saw(NEW_NAME)
    assert stranger.received == []


async def test_tab_that_wrote_reads_once(
    server: Server, installed: Database, learner: UUID
) -> None:
    writing = await open_home(server, server.sign_in(learner))
    rename(installed, learner)
    await writing.send(ShellState.dismiss_freeze)
    await asyncio.sleep(0.1)
    assert sum(NEW_NAME in str(update) for update in writing.received) == 1


async def test_page_opened_again_follows_once(server: Server, learner: UUID) -> None:
    tab = await open_home(server, server.sign_in(learner))
    for _ in range(5):
        await tab.send(HomeState.enter)
        await tab.begin(HomeState.follow)
    await eventually(lambda: len(server.processor._tasks) == 1)
    assert len(live._followers[learner]) == 1
    assert len(gate._running) == 1


async def test_tab_whose_session_was_closed_is_told_nothing_more(
    server: Server, installed: Database, learner: UUID
) -> None:
    cookie = server.sign_in(learner)
    gone, phone = await open_home(server, cookie), await open_home(server, server.sign_in(learner))
    server.sign_out(cookie)
    rename(installed, learner)
    live.publish(learner)
    await eventually(lambda: phone.saw(NEW_NAME) and bool(gone.redirects()))
    assert not gone.saw(NEW_NAME)
    assert gone.redirects() == ["/login?next=/nowhere"]
    assert list(live._followers[learner]) == [phone.token]
