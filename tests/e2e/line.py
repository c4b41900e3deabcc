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
        self._held: list[tuple[WebSocketRoute, str | bytes]] = []
        self._page, self._is_dead, self._is_deaf = page, False, False
        self._lost = ""
        page.route_web_socket(SOCKET, self._connect)

    def _connect(self, socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        socket.on_message(lambda message: None if self._loses(message) else server.send(message))
        server.on_message(lambda message: self._bring(socket, message))
        self._sockets.append(socket)

    def _loses(self, message: str | bytes) -> bool:
        return self._is_dead or bool(self._lost and self._lost in str(message))

    def _bring(self, socket: WebSocketRoute, message: str | bytes) -> None:
        if self._is_deaf:
            self._held.append((socket, message))
        elif not self._is_dead:
            socket.send(message)

    def go_deaf(self) -> None:
        """The page goes on speaking, but what it is told is late: it knows of nothing new."""
        self._is_deaf = True

    def hear(self) -> None:
        """What was late comes, in its order."""
        self._is_deaf = False
        late, self._held = self._held, []
        for socket, message in late:
            socket.send(message)

    def lose(self, event: str) -> None:
        """Events of this name never arrive; everything else does."""
        self._lost = event

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
