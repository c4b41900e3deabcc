"""The line between a page and the server, which can break in the ways real ones do."""

from __future__ import annotations

import re

from playwright.sync_api import Page, WebSocketRoute

SOCKET = re.compile(r"/_event")
BROKEN = 4000


class Line:
    """Stands between the page's socket and the server; to be made before the page is opened."""

    def __init__(self, page: Page) -> None:
        self._sockets: list[WebSocketRoute] = []
        self._page, self._is_dead = page, False
        page.route_web_socket(SOCKET, self._connect)

    def _connect(self, socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        socket.on_message(lambda message: None if self._is_dead else server.send(message))
        server.on_message(lambda message: None if self._is_dead else socket.send(message))
        self._sockets.append(socket)

    def go_dead(self) -> None:
        """Nothing gets through any more, and nobody is told: a train enters a tunnel."""
        self._is_dead = True

    def cut(self) -> None:
        """The socket closes, the browser knows that it is offline, and no other can be opened."""
        self._page.context.set_offline(True)
        self._close()

    def mend(self) -> None:
        """New sockets work; one that was dead is found to be."""
        self._is_dead = False
        self._page.context.set_offline(False)
        self._close()

    def _close(self) -> None:
        open_, self._sockets = self._sockets, []  # new ones may come while these close
        for socket in open_:
            socket.close(code=BROKEN)
