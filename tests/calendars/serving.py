"""What both calendar services on loopback share: requests, answers, and failures on demand."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import ssl
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar, NamedTuple
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

HANG_UP = 0
"""A status: the connection is closed instead, after what was asked is done."""


@dataclass
class Asked:
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    """Names in small letters."""
    body: bytes = b""

    @property
    def json(self) -> dict[str, Any]:
        return json.loads(self.body) if self.body else {}

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode()))


@dataclass
class Told:
    status: int
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def content(self) -> bytes:
        if self.body is None:
            return b""
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


@dataclass
class Failure:
    """Answers as told instead of doing what is asked; ``after``: does it first."""

    answer: Told
    of: Callable[[Asked], bool]
    times: int = 1
    after: bool = False


class Shown(NamedTuple):
    """An event as its calendar shows it."""

    id: str
    title: str
    starts: datetime | date
    """In UTC; a date for the whole day."""
    minutes: int
    zone: str


@dataclass
class Calendar:
    id: str
    name: str
    zone: str = ""
    events: dict[str, dict[str, Any]] = field(default_factory=dict)
    """As the service keeps them."""
    changed: dict[str, int] = field(default_factory=dict)
    """When each event changed last, on the service's count of changes."""
    removed: dict[str, int] = field(default_factory=dict)


@dataclass
class Service(ABC):
    """What both keep: calendars, who may see them, and what is to go wrong."""

    client: ClassVar[str]
    url: str = ""
    now: datetime = datetime(2026, 3, 2, 9, tzinfo=UTC)
    calendars: dict[str, Calendar] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    batches: list[int] = field(default_factory=list)
    """How many requests each batch held."""
    oldest_token: int = 0
    """Tokens of readings before this count of changes have expired."""
    page: int = 200
    scopes_given: str | None = None
    """Other than what was asked for."""
    refresh_tokens: set[str] = field(default_factory=set)
    access_tokens: set[str] = field(default_factory=set)
    _count: int = 0
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    @abstractmethod
    def answer(self, asked: Asked) -> Told: ...

    @property
    def calendar(self) -> Calendar:
        (only,) = self.calendars.values()
        return only

    # ---- the page on which a person is asked ---------------------------------------------------

    def allow(self, url: str) -> str:
        """Consent on the page at ``url``: the query the browser comes back with."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        assert asked["client_id"] == self.client
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        code = "4/" + secrets.token_urlsafe(16)
        self._codes[code] = asked
        return urlencode({"state": asked["state"], "code": code})

    def redeemed(self, form: dict[str, str]) -> dict[str, str] | None:
        """What was asked with a code, once, for whoever can prove to have asked (PKCE)."""
        asked = self._codes.pop(form["code"], None)
        if (
            asked is None
            or challenge_of(form.get("code_verifier", "")) != asked["code_challenge"]
            or form["redirect_uri"] != asked["redirect_uri"]
        ):
            return None
        return asked

    def consent_page(self, asked: Asked) -> Told:
        """For a browser: two links back."""
        back, state = asked.query["redirect_uri"], asked.query["state"]
        denied = urlencode({"error": "access_denied", "state": state})
        links = {"allow": self.allow(f"?{urlencode(asked.query)}"), "deny": denied}
        lines = (
            f'<a id="{id_}" href="{escape(f"{back}?{query}")}">{id_}</a>'
            for id_, query in links.items()
        )
        head = f'<!doctype html><title>{self.client}</title><link rel="icon" href="data:,">'
        page = f"{head}{' '.join(lines)}"
        return Told(200, page.encode(), {"Content-Type": "text/html; charset=utf-8"})


def answered(service: Service, asked: Asked) -> Told:
    """The answer to one request, by itself or in a batch, unless it is to fail."""
    service.asked.append(asked)
    for failure in service.failures:
        if failure.times > 0 and failure.of(asked):
            failure.times -= 1
            if failure.after:
                service.answer(asked)
            return failure.answer
    return service.answer(asked)


def asked_for(method: str, target: str, headers: dict[str, str], body: bytes) -> Asked:
    parts = urlsplit(target)
    return Asked(method, parts.path, dict(parse_qsl(parts.query)), headers, body)


@contextmanager
def serving(service: Service, tls: ssl.SSLContext | None = None) -> Iterator[int]:
    """Its port."""
    lock = threading.RLock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def setup(self) -> None:
            if isinstance(self.request, ssl.SSLSocket):  # here, where nobody else waits for it
                self.request.do_handshake()
            super().setup()

        def _serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            with lock:
                told = answered(service, asked_for(self.command, self.path, headers, body))
            if told.status == HANG_UP:
                self.close_connection = True
                return
            self.send_response(told.status)
            for name, value in ({"Content-Type": "application/json"} | told.headers).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(told.content)))
            self.end_headers()
            self.wfile.write(told.content)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _serve  # noqa: N815

        def log_message(self, *_: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128

        def handle_error(self, *_: Any) -> None:
            """A client that hangs up is none of the test's business."""

    server = Server(("127.0.0.1", 0), Handler)
    if tls:
        server.socket = tls.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def challenge_of(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def id_token(claims: dict[str, Any]) -> str:
    """Signed by nobody; who gets it from the token endpoint itself need not check."""

    def part(value: Any) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    return f"{part({'alg': 'RS256', 'typ': 'JWT', 'kid': '1'})}.{part(claims)}.c2lnbmF0dXJl"
