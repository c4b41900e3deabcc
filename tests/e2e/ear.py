"""Hears all that reaches a browser: HTTP bodies, headers, and frames of its sockets."""

from __future__ import annotations

from playwright.sync_api import Error, Page, Response, WebSocket


class Ear:
    """To be put to a page before it is opened."""

    def __init__(self, page: Page) -> None:
        self._answers: list[Response] = []
        self._heard: list[str] = []
        page.on("response", lambda answer: self._answers.append(answer))
        page.on("websocket", self._hear_socket)

    def _hear_socket(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self._heard.append(_text(frame)))

    def everything(self) -> str:
        """All that was heard so far. To be called before the page is left: bodies go with it."""
        while self._answers:
            answer = self._answers.pop()
            self._heard.append(f"{answer.url} {answer.headers}")
            try:
                self._heard.append(_text(answer.body()))
            except Error:  # a redirect, or an empty answer, has none
                continue
        return "\n".join(self._heard)


def _text(heard: str | bytes) -> str:
    return heard if isinstance(heard, str) else heard.decode("utf-8", "replace")
