"""A mail provider on loopback that speaks SendGrid's protocol and notes each mail it takes."""

from __future__ import annotations

import asyncio
import re
import threading
from collections import Counter

_OUTBOX_ID = re.compile(rb'"outbox_id": ?"([0-9a-f-]{36})"')
_LENGTH = re.compile(rb"content-length: ?(\d+)", re.IGNORECASE)


class Provider:
    """Takes mails as SendGrid does, each after ``seconds``."""

    def __init__(self, seconds: float) -> None:
        self.taken: Counter[str] = Counter()
        """How often, by id of the row."""
        self.url = ""
        self._seconds = seconds
        self._loop = asyncio.new_event_loop()
        self._is_up = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> Provider:
        self._thread.start()
        self._is_up.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        self._is_up.set()
        self._loop.run_forever()
        server.close()
        left = asyncio.all_tasks(self._loop)
        for task in left:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            length = _LENGTH.search(head)
            body = await reader.readexactly(int(length.group(1)) if length else 0)
            if found := _OUTBOX_ID.search(body):
                self.taken[found.group(1).decode()] += 1
            await asyncio.sleep(self._seconds)
            writer.write(b"HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # its sender died
        finally:
            writer.close()
