"""Browsers that talk to the HTTP routes, without Reflex around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

import httpx
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from argon2 import PasswordHasher

from learnconnect_app.adapters import passwords
from learnconnect_app.adapters.database import Database
from learnconnect_app.api.app import http_app
from tests.running import clock, configure, installed

__all__ = ["clock", "configure", "installed"]

OWN = "https://localhost"
PASSWORD = "çok gizli bir cümle"
AYSE = {"email": "ayse@example.org", "password": PASSWORD, "display_name": "Ayşe Işık"}


class CountingHasher:
    """Argon2 with parameters that cost nothing, which notes how often it verified."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        self.verified: list[str] = []

    def hash(self, password: str) -> str:
        return self._hasher.hash(password)

    def verify(self, password_hash: str, password: str) -> bool:
        self.verified.append(password_hash)
        return self._hasher.verify(password_hash, password)


@pytest.fixture
def hasher(monkeypatch: pytest.MonkeyPatch) -> CountingHasher:
    hasher = CountingHasher()
    monkeypatch.setattr(passwords, "_hasher", hasher)
    nobody = cache(passwords._nobodys_hash.__wrapped__)  # not the one another test has made
    monkeypatch.setattr(passwords, "_nobodys_hash", nobody)
    return hasher


class Browser:
    """Keeps cookies and follows no redirects. ``post`` and the like take what httpx takes."""

    def __init__(self, portal: BlockingPortal, app: Any, address: str, **headers: str) -> None:
        transport = httpx.ASGITransport(app=app, client=(address, 50000))
        self._client = httpx.AsyncClient(transport=transport, base_url=OWN, headers=headers)
        self._portal = portal
        self.cookies = self._client.cookies

    def request(self, method: str, path: str, **what: Any) -> httpx.Response:
        return self._portal.call(partial(self._client.request, method, path, **what))

    async def sent(self, method: str, path: str, body: Any) -> httpx.Response:
        """For those who are in the loop already."""
        return await self._client.request(method, path, json=body)

    def get(self, path: str, **what: Any) -> httpx.Response:
        return self.request("GET", path, **what)

    def post(self, path: str, **what: Any) -> httpx.Response:
        return self.request("POST", path, **what)

    def patch(self, path: str, **what: Any) -> httpx.Response:
        return self.request("PATCH", path, **what)

    def register(self, **details: Any) -> httpx.Response:
        """Without details: Ayşe. ``None`` leaves a detail out."""
        given = {name: value for name, value in (AYSE | details).items() if value is not None}
        return self.post("/api/v1/auth/register", json=given)

    def sign_in(self, **details: Any) -> httpx.Response:
        given = {"email": AYSE["email"], "password": PASSWORD} | details
        return self.post("/api/v1/auth/login", json=given)

    def is_signed_in(self) -> bool:
        return self.get("/api/v1/me").status_code == 200


@pytest.fixture(scope="session")
def portal() -> Iterator[BlockingPortal]:
    with start_blocking_portal() as portal:
        yield portal


NewBrowser = Callable[..., Browser]


@pytest.fixture
def new_browser(installed: Database, hasher: CountingHasher, portal: BlockingPortal) -> NewBrowser:
    """Opens browsers: ``new_browser("10.0.0.7", **headers)``, each with cookies of its own."""
    return partial(_open, portal, http_app())


def _open(portal: BlockingPortal, app: Any, address: str = "10.0.0.1", **headers: str) -> Browser:
    return Browser(portal, app, address, **headers)


@pytest.fixture
def browser(new_browser: NewBrowser) -> Browser:
    return new_browser()
