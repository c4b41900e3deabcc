"""The one Redis channel over which web processes tell each other that something changed.

It carries short texts to whoever listens at that moment and keeps nothing: a process that was cut
off has missed what was said, and must assume that everything changed.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

from redis.asyncio import Redis
from redis.exceptions import RedisError

from learnconnect_app.domain.ports import ChannelLostError

NAME = "learnconnect:changes"
SECONDS_TO_CONNECT = 5
SECONDS_BETWEEN_CHECKS = 15
"""How often a silent connection is asked whether it is still there."""


class Announcements:
    def __init__(self, url: str) -> None:
        self._redis = Redis.from_url(
            url,
            decode_responses=True,
            socket_connect_timeout=SECONDS_TO_CONNECT,
            socket_keepalive=True,
            health_check_interval=SECONDS_BETWEEN_CHECKS,
        )

    async def say(self, text: str) -> None:
        """To all who listen, this process too. ``ChannelLostError`` when nobody can be told."""
        try:
            await self._redis.publish(NAME, text)
        except (RedisError, OSError) as error:
            raise ChannelLostError(str(error)) from error

    async def hear(self) -> AsyncIterator[str | None]:
        """What is said from now on; first ``None``, once this process listens.

        ``ChannelLostError`` when the connection is lost.
        """
        try:
            async with self._redis.pubsub(ignore_subscribe_messages=False) as line:
                await line.subscribe(NAME)
                while True:
                    message = await line.get_message(timeout=SECONDS_BETWEEN_CHECKS)
                    if message is None:
                        await line.ping()
                    elif message["type"] == "subscribe":
                        yield None
                    elif message["type"] == "message":
                        yield message["data"]
        except (RedisError, OSError) as error:
            raise ChannelLostError(str(error)) from error

    async def close(self) -> None:
        await self._redis.aclose()
