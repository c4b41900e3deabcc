"""What a socket brings that is no frame at all."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import Any

log = logging.getLogger(__name__)

PROTOCOL_ERROR = 1002


class SocketGuard:
    """An ASGI wrapper: a socket that breaks on what it was sent is closed, and that is all.

    engineio takes a frame that begins with no digit for a mistake of the server's.
    """

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        try:
            await self.app(scope, receive, send)
        except Exception:
            log.warning("a socket broke", exc_info=True)
            with suppress(Exception):  # it may be closed already
                await send({"type": "websocket.close", "code": PROTOCOL_ERROR})
