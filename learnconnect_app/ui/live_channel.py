"""Carries what is published in `live.py` to the tabs that other web processes serve, and back.

With one web process there is nobody to tell. With several, which share a Redis, each says on one
channel whose data changed and by which tab, and wakes its own tabs when another process says so.
What could not be said is said once the channel is back; what could not be heard wakes everyone.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import Protocol
from uuid import UUID, uuid4

from learnconnect_app import wiring
from learnconnect_app.domain.ports import ChannelLostError
from learnconnect_app.ui import live

log = logging.getLogger(__name__)

SECONDS_BETWEEN_TRIES = 1.0


class Channel(Protocol):
    async def say(self, text: str) -> None: ...
    def hear(self) -> AsyncIterator[str | None]: ...
    async def close(self) -> None: ...


async def carry_changes() -> None:
    """Runs as long as the web process does; at once over where no Redis is configured."""
    channel = wiring.announcements()
    if channel is None:
        return
    line = Line(channel)
    live.carry(line.note)
    try:
        await asyncio.gather(line.keep_saying(), line.keep_hearing())
    finally:
        live.carry_no_more(line.note)
        await channel.close()


class Line:
    """One process's end of the channel."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.process = uuid4().hex
        self.unsaid: dict[UUID, str] = {}
        """Whose data changed, and by which tab: by none when several did. Never more than one
        entry a learner, however long the channel is lost."""
        self.has_unsaid = asyncio.Event()

    def note(self, user_id: UUID, by: str) -> None:
        self.unsaid[user_id] = by if self.unsaid.get(user_id, by) == by else ""
        self.has_unsaid.set()

    async def keep_saying(self) -> None:
        while True:
            await self.has_unsaid.wait()
            self.has_unsaid.clear()
            while self.unsaid:
                user_id, by = self.unsaid.popitem()
                try:
                    await self.channel.say(f"{self.process} {user_id} {by}")
                except ChannelLostError as error:
                    log.warning("other web processes are not told of changes: %s", error)
                    self.note(user_id, by)
                    await asyncio.sleep(SECONDS_BETWEEN_TRIES)

    async def keep_hearing(self) -> None:
        while True:
            try:
                async for text in self.channel.hear():
                    self.heard(text)
            except ChannelLostError as error:
                log.warning("other web processes are not heard: %s", error)
            await asyncio.sleep(SECONDS_BETWEEN_TRIES)

    def heard(self, text: str | None) -> None:
        """``None``: listening has begun, and what was said before it is not known."""
        if text is None:
            for user_id in live.followed():
                live.wake(user_id)
            return
        process, user_id, by = text.split(" ", 2)  # a tab names itself as it likes
        if process != self.process:
            live.wake(UUID(user_id), by=by)
