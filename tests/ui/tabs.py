"""Browser tabs as Reflex sees them: events go through its real processor, without a socket.

A tab notes what comes back. The states of the tests' own stand beside those of the application.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from reflex.istate.manager.memory import StateManagerMemory
from reflex.istate.manager.token import BaseStateToken
from reflex.state import StateUpdate
from reflex.utils.format import format_event_handler, json_dumps
from reflex_base.event import Event
from reflex_base.event.processor import BaseStateEventProcessor, EventFuture

from learnconnect_app import wiring
from learnconnect_app.adapters.tokens import new_token, token_hash
from learnconnect_app.services import sessions
from learnconnect_app.ui.gate import SESSION_COOKIE

NOWHERE = "/nowhere"
"""An address without a page, so nothing is loaded by itself."""


class Server:
    """The part of the application behind the socket."""

    def __init__(self) -> None:
        self.tabs: dict[str, Tab] = {}
        self.failures: list[Exception] = []
        self.manager = StateManagerMemory()
        self.processor = BaseStateEventProcessor(backend_exception_handler=self.failures.append)

    async def emit_update(self, update: StateUpdate, token: str) -> None:
        if tab := self.tabs.get(token):
            tab.received.append(json.loads(json_dumps(update)))

    def open_tab(self, cookie: str = "", address: str = "10.0.0.1") -> Tab:
        tab = Tab(self, cookie=cookie, address=address)
        self.tabs[tab.token] = tab
        return tab

    def sign_in(self, user_id: UUID) -> str:
        """A cookie header of a new session."""
        token = new_token()
        wiring.perform(
            sessions.open_session, user_id=user_id, token_hash=token_hash(token), user_agent=""
        )
        return f"language=tr; {SESSION_COOKIE}={token}; theme=dark"

    @staticmethod
    def sign_out(cookie: str) -> None:
        token = cookie.partition(f"{SESSION_COOKIE}=")[2].partition(";")[0]
        wiring.perform(sessions.close_session, token_hash=token_hash(token))


@asynccontextmanager
async def serving() -> AsyncIterator[Server]:
    server = Server()
    server.processor.configure(state_manager=server.manager, event_namespace=server)  # type: ignore[arg-type]
    async with server.processor:
        yield server
    await server.manager.close()


@dataclass
class Tab:
    server: Server
    cookie: str = ""
    address: str = "10.0.0.1"
    path: str = NOWHERE
    token: str = field(default_factory=lambda: str(uuid4()))
    received: list[dict[str, Any]] = field(default_factory=list)

    async def begin(self, handler: Any, /, **payload: Any) -> EventFuture:
        """Send an event; what comes of it is not waited for."""
        name = handler if isinstance(handler, str) else format_event_handler(handler)
        router_data = {
            "pathname": self.path,
            "asPath": self.path,
            "query": {},
            "headers": {"cookie": self.cookie, "origin": "https://localhost"},
            "ip": self.address,
            "sid": "sid",
            "token": self.token,
        }
        event = Event(name=name, payload=payload, router_data=router_data)
        return await self.server.processor.enqueue(self.token, event)

    async def send(self, handler: Any, /, **payload: Any) -> None:
        """Send an event and wait until it has been handled."""
        await asyncio.wait_for(await self.begin(handler, **payload), 60)

    async def state(self, of: type[Any]) -> Any:
        token = BaseStateToken(ident=self.token, cls=of)
        root = await self.server.manager.get_state(token)
        return await root.get_state(of)

    def events(self) -> list[str]:
        """Names of what the browser was told to do, as ``_redirect``."""
        return [event["name"] for update in self.received for event in update.get("events") or []]

    def redirects(self) -> list[str]:
        return [
            event["payload"]["path"]
            for update in self.received
            for event in update.get("events") or []
            if event["name"] == "_redirect"
        ]

    def saw(self, text: str) -> bool:
        return text in json.dumps(self.received, ensure_ascii=False)


async def eventually(is_so: Callable[[], bool], seconds: float = 5) -> None:
    """Wait until it is so, or fail."""
    async with asyncio.timeout(seconds):
        while not is_so():
            await asyncio.sleep(0.005)
