"""Addresses that are nobody's, methods that are not offered, HEAD.

With the pages behind the routes, as Reflex puts them there.
"""

from __future__ import annotations

from typing import Any

import pytest
from anyio.from_thread import BlockingPortal
from starlette.responses import HTMLResponse
from starlette.types import Message, Receive, Scope, Send

from learnconnect_app.adapters.database import Database
from learnconnect_app.api.app import http_app
from learnconnect_app.api.problems import Problem
from tests.api.conftest import Browser, CountingHasher


async def a_page(scope: Scope, receive: Receive, send: Send) -> None:
    """As static pages do: HTML for whatever is asked, found or not."""
    status = 200 if scope["path"] == "/home" else 404
    answer = HTMLResponse("<p>a page</p>", status, headers={"x-asked": scope["method"]})
    await answer(scope, receive, send)


@pytest.fixture
def browser(installed: Database, hasher: CountingHasher, portal: BlockingPortal) -> Browser:
    app = http_app()
    app.mount("", a_page)
    return Browser(portal, app, "10.0.0.1")


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE", "PROPFIND"])
@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/v2/me", "/api/v1/", "/api/"])
def test_an_unknown_address_of_the_api_is_a_problem_and_no_page(
    browser: Browser, method: str, path: str
) -> None:
    answer = browser.request(method, path)
    assert answer.headers["content-type"] == "application/problem+json"
    problem = Problem.model_validate(answer.json())
    assert (answer.status_code, problem.status, problem.code) == (404, 404, "not_found")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/api/v1/me", "GET, HEAD, PATCH"),
        ("GET", "/api/v1/auth/login", "POST"),
        ("PUT", "/api/v1/operations", "POST"),
        ("OPTIONS", "/api/v1/today", "GET, HEAD"),
        ("POST", "/api/v1/share/secret", "GET, HEAD"),
    ],
)
def test_a_method_that_is_not_offered_is_a_problem_that_names_those_that_are(
    browser: Browser, method: str, path: str, allowed: str
) -> None:
    answer = browser.request(method, path)
    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)
    assert Problem.model_validate(answer.json()).code == "bad_request"


@pytest.mark.parametrize(
    "path",
    ["/healthz", "/sw.js", "/manifest.webmanifest", "/api/v1/me", "/api/v1/today"],
)
def test_head_is_answered_as_get_without_the_body(browser: Browser, path: str) -> None:
    browser.register()
    asked, whole = browser.request("HEAD", path), browser.get(path)
    assert asked.status_code == whole.status_code == 200
    assert asked.content == b"" != whole.content
    for name in ("content-type", "content-length"):
        assert asked.headers.get(name) == whole.headers.get(name)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/me", 401),
        ("/api/v1/nothing", 404),
        ("/api/v1/auth/login", 405),
        ("/calendar/unknown.ics", 404),
    ],
)
def test_head_is_refused_as_get_without_the_body(browser: Browser, path: str, status: int) -> None:
    answer = browser.request("HEAD", path)
    assert (answer.status_code, answer.content) == (status, b"")
    assert answer.headers["content-type"] == "application/problem+json"


def test_nothing_of_the_body_is_sent(browser: Browser, portal: BlockingPortal) -> None:
    """Told by the messages themselves: the test's own client would drop it too."""
    sent: list[Message] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(part: Message) -> None:
        sent.append(part)

    scope = {
        "type": "http",
        "method": "HEAD",
        "path": "/manifest.webmanifest",
        "query_string": b"",
        "headers": [],
    }

    async def ask() -> None:
        await http_app()(scope, receive, send)

    portal.call(ask)
    start, *bodies = sent
    assert int(dict(start["headers"])[b"content-length"]) > 0
    assert bodies == [{"type": "http.response.body", "body": b"", "more_body": False}]


def test_pages_are_asked_as_they_were(browser: Browser) -> None:
    for method in ("GET", "HEAD", "POST"):
        answer = browser.request(method, "/home")
        assert (answer.status_code, answer.headers["x-asked"]) == (200, method)
    assert browser.request("HEAD", "/nowhere").status_code == 404
    assert browser.post("/apiary").headers["x-asked"] == "POST"
