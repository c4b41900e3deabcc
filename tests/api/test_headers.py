"""What each answer tells the browser about scripts, caching and framing; addresses of pages."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from anyio.from_thread import BlockingPortal

from learnconnect_app.api import security
from learnconnect_app.api.security import SecureHeaders
from tests.api.conftest import Browser
from tests.running import Configure

HASHES = {
    "index.html": ["sha256-landing="],
    "home/index.html": ["sha256-home="],
    "__spa-fallback.html": ["sha256-fallback="],
}


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built frontend of three pages and one script."""
    for name in ("", "home", "reset-password/[token]"):
        (tmp_path / "client" / name).mkdir(parents=True, exist_ok=True)
        (tmp_path / "client" / name / "index.html").touch()
    (tmp_path / "csp-hashes.json").write_text(json.dumps(HASHES))
    monkeypatch.setattr(security, "BUILD", tmp_path)
    return tmp_path


class Frontend:
    """Stands for what is wrapped: notes what it is asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, bytes]] = []
        self.status = 200
        self.kind = b"text/html; charset=utf-8"

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            self.asked.append((scope["type"], b""))
            return
        self.asked.append((scope["path"], scope["raw_path"]))
        headers = [
            (b"content-type", self.kind),
            (b"cache-control", b"public"),
            (b"Content-Security-Policy", b"default-src *"),
        ]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": b"page"})


@pytest.fixture
def frontend(build: Path, configure: Configure) -> Frontend:
    return Frontend()


@pytest.fixture
def page(frontend: Frontend, portal: BlockingPortal) -> Browser:
    return Browser(portal, SecureHeaders(frontend), "10.0.0.1")


def policy(answer: httpx.Response) -> dict[str, list[str]]:
    parts = (part.split() for part in answer.headers["content-security-policy"].split(";"))
    return {name: values for name, *values in parts}


def test_scripts_run_from_our_files_or_by_their_hash_alone(page: Browser) -> None:
    rules = policy(page.get("/home"))
    assert rules["script-src"] == ["'self'", "'sha256-home='"]
    assert rules["default-src"] == rules["form-action"] == rules["worker-src"] == ["'self'"]
    assert rules["object-src"] == rules["base-uri"] == rules["frame-ancestors"] == ["'none'"]


@pytest.mark.parametrize(
    ("path", "script"),
    [
        ("/", "landing"),
        ("/home/", "home"),
        ("/home?tab=1", "home"),
        ("/test/5", "fallback"),
        ("/home/more", "fallback"),
    ],
)
def test_each_page_may_run_the_scripts_that_stand_in_it(
    page: Browser, path: str, script: str
) -> None:
    assert policy(page.get(path))["script-src"] == ["'self'", f"'sha256-{script}='"]


@pytest.mark.parametrize("path", ["/api/v1/me", "/healthz", "/unknown.txt"])
def test_what_is_no_page_may_load_nothing(page: Browser, frontend: Frontend, path: str) -> None:
    frontend.kind = b"application/json"
    rules = policy(page.get(path))
    assert rules == {"default-src": ["'none'"], "frame-ancestors": ["'none'"]}


def test_service_worker_may_ask_us_and_nobody_else(page: Browser, frontend: Frontend) -> None:
    frontend.kind = b"text/javascript"
    answer = page.get("/sw.js")
    rules = policy(answer)
    assert rules == {"default-src": ["'none'"], "connect-src": ["'self'"], "img-src": ["'self'"]}
    assert answer.headers["service-worker-allowed"] == "/"
    assert answer.headers["cache-control"] == "no-cache"  # a new one is noticed at once


def test_nothing_of_a_build_that_is_not_there_may_run(
    build: Path, frontend: Frontend, portal: BlockingPortal
) -> None:
    (build / "csp-hashes.json").unlink()
    page = Browser(portal, SecureHeaders(frontend), "10.0.0.1")
    assert policy(page.get("/home"))["script-src"] == ["'self'"]


def test_policy_is_ours_alone(page: Browser) -> None:
    headers = page.get("/home").headers
    assert len(headers.get_list("content-security-policy")) == 1
    assert len(headers.get_list("cache-control")) == 1


@pytest.mark.parametrize("host", ["localhost:3000", "127.0.0.1", "[::1]:3000", "learn.example"])
def test_own_socket_is_named_for_browsers_that_need_it(page: Browser, host: str) -> None:
    rules = policy(page.get("/home", headers={"host": host}))
    assert rules["connect-src"] == ["'self'", f"wss://{host}"]


@pytest.mark.parametrize("host", ["x; script-src *", "x *", "x,y", "", "'unsafe-inline'", "a/b"])
def test_host_that_is_no_host_does_not_get_into_the_policy(page: Browser, host: str) -> None:
    rules = policy(page.get("/home", headers={"host": host}))
    assert rules["connect-src"] == ["'self'"]
    assert rules["script-src"] == ["'self'", "'sha256-home='"]


def test_in_production_the_public_address_is_named(page: Browser, configure: Configure) -> None:
    configure(env="production", secret_key="k" * 40, public_url="https://learn.example/")
    rules = policy(page.get("/home", headers={"host": "evil.example"}))
    assert rules["connect-src"] == ["'self'", "wss://learn.example"]


def test_answers_are_guarded_against_sniffing_and_framing(page: Browser) -> None:
    headers = page.get("/home").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"


def test_browser_is_not_sent_to_https_where_there_is_none(
    page: Browser, configure: Configure
) -> None:
    configure(public_url="http://localhost:3000")
    answer = page.get("/home", headers={"host": "localhost:3000"})
    assert "strict-transport-security" not in answer.headers
    assert policy(answer)["connect-src"] == ["'self'", "ws://localhost:3000"]


@pytest.mark.parametrize(
    ("path", "status", "cache"),
    [
        ("/assets/app-8f3a.js", 200, "public, max-age=31536000, immutable"),
        ("/assets/app-8f3a.js", 304, "public, max-age=31536000, immutable"),
        ("/assets/gone.js", 404, "no-cache"),
        ("/assets/app-8f3a.js", 503, "no-cache"),
        ("/api/v1/me", 200, "no-store"),
        ("/calendar/secret.ics", 200, "private, no-cache"),
        ("/home", 200, "no-cache"),
        ("/theme.css", 200, "no-cache"),
    ],
)
def test_only_files_with_a_hash_in_their_name_are_kept(
    page: Browser, frontend: Frontend, path: str, status: int, cache: str
) -> None:
    frontend.status = status
    assert page.get(path).headers["cache-control"] == cache


@pytest.mark.parametrize(
    ("asked", "served"),
    [
        ("/home", "/home/"),
        ("/home?tab=1", "/home/"),
        ("/home/", "/home/"),
        ("/", "/"),
        ("/healthz", "/healthz"),
        ("/homes", "/homes"),
        ("/%00", "/\x00"),
        ("/" + "a" * 5000, "/" + "a" * 5000),
        ("/" + "ş" * 300, "/" + "ş" * 300),
    ],
)
def test_page_is_found_without_the_slash_its_folder_ends_in(
    page: Browser, frontend: Frontend, asked: str, served: str
) -> None:
    assert page.get(asked).status_code == 200
    assert frontend.asked[0][0] == served


def test_socket_goes_through_untouched(frontend: Frontend, portal: BlockingPortal) -> None:
    portal.call(SecureHeaders(frontend), {"type": "websocket", "path": "/_event"}, None, None)
    assert frontend.asked == [("websocket", b"")]


def test_a_page_that_did_not_change_keeps_the_policy_it_came_with() -> None:
    async def not_modified(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 304, "headers": []})

    sent: list[Any] = []

    async def record(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "path": "/home", "headers": []}
    asyncio.run(SecureHeaders(not_modified)(scope, None, record))
    assert b"content-security-policy" not in dict(sent[0]["headers"])
