"""Browser tabs without browsers: the socket of Reflex's client, and the time each event takes."""

from __future__ import annotations

import asyncio
import json
import time
from uuid import uuid4

import aiohttp

NAMESPACE = "/_event"
PATIENCE = 30
"""Seconds an event may take."""


class Client:
    """A browser tab, without the browser."""

    def __init__(self, http: aiohttp.ClientSession, url: str, cookie: str) -> None:
        self._http, self._url, self._cookie = http, url, cookie
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self._reading: asyncio.Task[None] | None = None
        self._frames: asyncio.Queue[str | None] = asyncio.Queue()

    async def connect(self) -> None:
        address = f"{self._url}{NAMESPACE}/?EIO=4&transport=websocket&token={uuid4()}"
        headers = {"cookie": f"__Host-session={self._cookie}", "origin": self._url}
        self._socket = await self._http.ws_connect(address, headers=headers, max_msg_size=0)
        self._reading = asyncio.create_task(self._read(self._socket))
        await self._until("0")
        await self._socket.send_str(f"40{NAMESPACE},")
        await self._until(f"40{NAMESPACE},")

    async def send(self, name: str, path: str = "/home") -> float:
        """Seconds until its last update is there. ``ConnectionError`` if the server hung up."""
        assert self._socket
        while not self._frames.empty():  # news that came while nobody waited
            self._frames.get_nowait()
        router = {"pathname": path, "asPath": path, "query": {}}
        event = {"name": name, "payload": {}, "router_data": router}
        begun = time.perf_counter()
        await self._socket.send_str(f"42{NAMESPACE}," + json.dumps(["event", event]))
        async with asyncio.timeout(PATIENCE):
            while True:
                frame = await self._until(f"42{NAMESPACE},")
                if '"final":false' not in frame:  # what is left out is true
                    return time.perf_counter() - begun

    async def _read(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """Answer pings as a browser does, whether or not somebody waits for an update."""
        async for message in socket:
            if message.data == "2":
                await socket.send_str("3")
            else:
                self._frames.put_nowait(message.data)
        self._frames.put_nowait(None)

    async def _until(self, beginning: str) -> str:
        while True:
            frame = await self._frames.get()
            if frame is None:
                raise ConnectionError("the server hung up")
            if frame.startswith(beginning):
                return frame

    async def close(self) -> None:
        if self._socket:
            await self._socket.close()
        if self._reading:
            await self._reading
