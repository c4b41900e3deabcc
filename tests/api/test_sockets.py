"""A socket that breaks takes nothing else with it."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from learnconnect_app.api.sockets import PROTOCOL_ERROR, SocketGuard

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def broken(_scope: Any, _receive: Any, _send: Any) -> None:
    raise ValueError("what was sent")


async def test_a_socket_that_breaks_is_closed(caplog: pytest.LogCaptureFixture) -> None:
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    with caplog.at_level(logging.WARNING):
        await SocketGuard(broken)({"type": "websocket"}, None, send)
    assert sent == [{"type": "websocket.close", "code": PROTOCOL_ERROR}]
    assert "a socket broke" in caplog.text


async def test_one_that_is_gone_already_is_let_go() -> None:
    async def send(_message: dict[str, Any]) -> None:
        raise RuntimeError("closed")

    await SocketGuard(broken)({"type": "websocket"}, None, send)


async def test_a_request_that_breaks_is_left_to_others() -> None:
    with pytest.raises(ValueError):
        await SocketGuard(broken)({"type": "http"}, None, None)
