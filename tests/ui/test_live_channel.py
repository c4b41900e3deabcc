"""A change is seen in the tabs that another web process serves, through a real Redis."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from uuid import uuid4

import pytest

from learnconnect_app import wiring
from learnconnect_app.adapters.announcements import NAME, Announcements
from learnconnect_app.ui import live, live_channel
from learnconnect_app.ui.live_channel import Line, carry_changes
from tests.redis_servers import RedisServer, redis_server
from tests.running import Configure
from tests.ui.tabs import eventually

__all__ = ["redis_server"]

pytestmark = pytest.mark.anyio


class OtherProcess:
    """Another web process: it notes what it hears, and says what is published in it."""

    def __init__(self, url: str) -> None:
        self.channel = Announcements(url)
        self.line = Line(self.channel)
        self.heard: list[str | None] = []

    async def listen(self) -> None:
        async for text in self.channel.hear():
            self.heard.append(text)


@pytest.fixture
async def carrying(
    redis_server: RedisServer, configure: Configure, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[RedisServer]:
    """This process carries changes, as the application does at its start."""
    configure(redis_url=redis_server.url)
    monkeypatch.setattr(live_channel, "SECONDS_BETWEEN_TRIES", 0.05)
    task = asyncio.create_task(carry_changes())
    await eventually(lambda: bool(live._carriers))
    yield redis_server
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert not live._carriers


@pytest.fixture
async def other(carrying: RedisServer) -> AsyncIterator[OtherProcess]:
    process = OtherProcess(carrying.url)
    tasks = [
        asyncio.create_task(process.listen()),
        asyncio.create_task(process.line.keep_saying()),
    ]
    await eventually(lambda: process.heard == [None])
    async with asyncio.timeout(5):
        while (await process.channel._redis.pubsub_numsub(NAME))[0][1] < 2:
            await asyncio.sleep(0.01)
    yield process
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await process.channel.close()


async def test_change_in_another_process_wakes_the_learners_tabs_but_the_one_that_made_it(
    other: OtherProcess,
) -> None:
    user = uuid4()
    async with (
        live.following(user, "a") as a,
        live.following(user, "b") as b,
        live.following(uuid4(), "c") as stranger,
    ):
        other.line.note(user, "b")
        await eventually(a.is_set)
        assert not b.is_set()
        assert not stranger.is_set()


async def test_change_here_is_told_to_the_others_and_not_heard_twice(other: OtherProcess) -> None:
    user = uuid4()
    async with live.following(user, "a") as a, live.following(user, "b") as b:
        live.publish(user, by="a")
        await eventually(lambda: len(other.heard) == 2)
        assert (other.heard[1] or "").endswith(f" {user} a")
        await asyncio.sleep(0.05)  # our own words come back to us
        assert (a.is_set(), b.is_set()) == (False, True)


async def test_tab_may_name_itself_as_it_likes(other: OtherProcess) -> None:
    user = uuid4()
    async with live.following(user, "a") as a:
        other.line.note(user, "one two\nthree")
        await eventually(a.is_set)


async def test_changes_that_could_not_be_said_are_one_for_each_learner() -> None:
    line, user = Line(Announcements("redis://127.0.0.1:1")), uuid4()
    line.note(user, "a")
    assert line.unsaid == {user: "a"}
    line.note(user, "b")
    assert line.unsaid == {user: ""}, "each of the two tabs has something to read"


async def test_what_was_missed_while_the_channel_was_lost_is_read_once_it_is_back(
    carrying: RedisServer,
) -> None:
    user = uuid4()
    async with live.following(user, "a") as a:
        carrying.stop()
        live.publish(user, by="a")
        await asyncio.sleep(0.2)
        assert not a.is_set()
        carrying.start()
        await eventually(a.is_set, seconds=10)


async def test_alone_a_process_carries_nothing(configure: Configure) -> None:
    assert wiring.announcements() is None
    await asyncio.wait_for(carry_changes(), 1)
    assert not live._carriers
