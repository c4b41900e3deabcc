"""A client of the events' socket that is no browser: it sends whatever it likes."""

from __future__ import annotations

import json
import socket
import time
import uuid
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from wsproto import ConnectionType, WSConnection
from wsproto.events import (
    AcceptConnection,
    BytesMessage,
    CloseConnection,
    Message,
    Ping,
    RejectConnection,
    Request,
    TextMessage,
)
from wsproto.utilities import LocalProtocolError

from learnconnect_app.ui.gate import SESSION_COOKIE
from tests.e2e.conftest import App

NAMESPACE = "/_event"
PING, PONG = "2", "3"


class RefusedError(Exception):
    """The server did not let us in."""


class SilenceError(AssertionError):
    """What was waited for did not come."""


class HungUpError(Exception):
    """The server ended the connection."""


class Wire:
    def __init__(self, line: socket.socket) -> None:
        self._line, self._protocol = line, WSConnection(ConnectionType.CLIENT)
        self._frames: deque[str] = deque()
        self._partial: list[str] = []
        self.heard: list[str] = []
        self._is_open = self._is_over = False

    def shake_hands(self, host: str, headers: dict[str, str]) -> None:
        target = f"{NAMESPACE}/?EIO=4&transport=websocket&token={uuid.uuid4()}"
        extra = [(name.encode(), value.encode()) for name, value in headers.items()]
        self._put(self._protocol.send(Request(host=host, target=target, extra_headers=extra)))
        while not self._is_open:
            self._hear(seconds=10)
        self.until(lambda frame: frame.startswith("0"))
        self.send(f"40{NAMESPACE},")
        self.until(lambda frame: frame.startswith(f"40{NAMESPACE},"))

    def send(self, frame: str | bytes) -> None:
        message = BytesMessage if isinstance(frame, bytes) else TextMessage
        try:
            self._put(self._protocol.send(message(data=frame)))  # type: ignore[arg-type]
        except LocalProtocolError:
            raise HungUpError from None

    def event(self, name: str, path: str = "/plan", **payload: Any) -> None:
        router = {"pathname": path, "asPath": path, "query": {}}
        event = {"name": name, "payload": payload, "router_data": router}
        self.send(f"42{NAMESPACE}," + json.dumps(["event", event]))

    def until(self, is_it: Callable[[str], bool], seconds: float = 10) -> str:
        """The next frame of this kind. Raises ``HungUpError`` or ``SilenceError``."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            while self._frames:
                frame = self._frames.popleft()
                if frame == PING:
                    self.send(PONG)
                self.heard.append(frame)
                if is_it(frame):
                    return frame
            self._hear(seconds=end - time.monotonic())
        raise SilenceError(f"not heard, only {[each[:200] for each in self.heard[-5:]]}")

    def _put(self, data: bytes) -> None:
        try:
            self._line.sendall(data)
        except OSError:
            raise HungUpError from None

    def _hear(self, seconds: float) -> None:
        if self._is_over:
            raise HungUpError
        self._line.settimeout(max(0.01, seconds))
        try:
            data = self._line.recv(65536)
        except TimeoutError:
            return
        except OSError:
            raise HungUpError from None
        if not data and not self._is_open:
            raise RefusedError
        self._protocol.receive_data(data or None)
        for event in self._protocol.events():
            self._take(event)

    def _take(self, event: object) -> None:
        if isinstance(event, AcceptConnection):
            self._is_open = True
        elif isinstance(event, RejectConnection):
            raise RefusedError(str(event.status_code))
        elif isinstance(event, CloseConnection):
            self._is_over = True
        elif isinstance(event, Ping):
            self._put(self._protocol.send(event.response()))
        elif isinstance(event, Message):
            self._partial.append(event.data if isinstance(event.data, str) else repr(event.data))
            if event.message_finished:
                self._frames.append("".join(self._partial))
                self._partial.clear()


@contextmanager
def wire(app: App, *, session_token: str = "", origin: str | None = None) -> Iterator[Wire]:
    """A connection whose namespace is open. Raises ``RefusedError``."""
    headers = {"Cookie": f"{SESSION_COOKIE}={session_token}"} if session_token else {}
    if origin is not None:
        headers["Origin"] = origin
    host = urlsplit(app.url)
    with socket.create_connection((host.hostname, host.port), timeout=10) as line:
        wire = Wire(line)
        wire.shake_hands(host.netloc, headers)
        yield wire
