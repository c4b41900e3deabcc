"""The cable between a browser and the server, below all that a browser emulates.

Chromium's own "offline" spares service workers, so what must hold without a network is tested with
connections that are really refused, or that swallow all and say nothing; and with a server in whose
place something else answers.
"""

from __future__ import annotations

import contextlib
import select
import socket
import threading
from typing import Self

LARGEST = 65536
UNAVAILABLE = b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
READ_WITHIN = 2  # seconds


class Cable:
    """Forwards every connection to ``port``; ``cut``, ``numb`` and ``refuse`` break it, ``mend``
    restores."""

    def __init__(self, port: int, *, at: int = 0) -> None:
        self._to = port
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._dead: list[tuple[socket.socket, socket.socket]] = []  # open, and carried no further
        self._lock = threading.Lock()
        self._is_cut = self._is_numb = self._is_over = False
        self._refused: tuple[bytes, ...] = ()
        self._listener = socket.create_server(("127.0.0.1", at), backlog=64)
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._is_over = True
        self._listener.close()
        self._drop()

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def cut(self) -> None:
        """Everything that is open ends, and nothing else is answered."""
        self._is_cut = True
        self._drop()

    def numb(self) -> None:
        """What is open stays open and carries nothing: a phone that changed its network."""
        self._is_numb = True

    def refuse(self, *requests: str) -> None:
        """These, as ``POST /api``, are answered with 503: all others arrive."""
        self._refused = tuple(each.encode() for each in requests)

    def mend(self) -> None:
        """New connections work. Those that were numb stay so, as they do in life."""
        self._refused = ()
        with self._lock:
            if self._is_numb:
                self._dead += self._pairs
                self._pairs = []
        self._is_cut = self._is_numb = False

    def _accept(self) -> None:
        while not self._is_over:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(near,), daemon=True).start()

    def _serve(self, near: socket.socket) -> None:
        if self._is_cut:
            near.close()
            return
        try:
            far = socket.create_connection(("127.0.0.1", self._to))
        except OSError:  # the server is restarting
            near.close()
            return
        pair = (near, far)
        with self._lock:
            self._pairs.append(pair)
        with contextlib.suppress(OSError, ValueError):
            while not self._is_over and self._carry(pair):
                pass
        if not self._is_dead(pair):
            near.close()
            far.close()

    def _carry(self, pair: tuple[socket.socket, socket.socket]) -> bool:
        """Whether the connection goes on."""
        ready, _, _ = select.select(pair, (), (), 0.1)
        if self._is_dead(pair):
            return False
        for end in ready if not self._is_numb else ():
            data = end.recv(LARGEST)
            if not data or (end is pair[0] and self._answers(end, data)):
                return False
            (pair[1] if end is pair[0] else pair[0]).sendall(data)
        return True

    def _answers(self, near: socket.socket, data: bytes) -> bool:
        """Whether it was a refused request, which has its answer then; its rest is read, or the
        end of the connection could overtake that."""
        if not self._refused or not data.startswith(self._refused):
            return False
        near.sendall(UNAVAILABLE)
        near.shutdown(socket.SHUT_WR)
        near.settimeout(READ_WITHIN)
        while near.recv(LARGEST):
            pass
        return True

    def _is_dead(self, pair: tuple[socket.socket, socket.socket]) -> bool:
        """It was numb when the cable was mended: held open, and carried no further."""
        with self._lock:
            return pair not in self._pairs

    def _drop(self) -> None:
        with self._lock:
            pairs, self._pairs = self._pairs, []
            if self._is_over:
                pairs += self._dead
        for end in (end for pair in pairs for end in pair):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
