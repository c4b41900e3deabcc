"""Only our own pages may write: ``Sec-Fetch-Site`` says so, else ``Origin``."""

from __future__ import annotations

import pytest

from learnconnect_app.api.app import http_app
from tests.api.conftest import AYSE, PASSWORD, Browser
from tests.running import Configure

FOREIGN = [
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": ""},
    {"sec-fetch-site": "SAME-ORIGIN "},
    {"sec-fetch-site": "cross-site", "origin": "https://localhost"},
    {"origin": "https://evil.example"},
    {"origin": "https://localhost.evil.example"},
    {"origin": "https://evil-localhost"},
    {"origin": "https://localhost:444"},
    {"origin": "http://localhost"},
    {"origin": "null"},
    {"origin": ""},
]
OURS: list[dict[str, str]] = [
    {"sec-fetch-site": "same-origin", "origin": "https://localhost"},
    {"sec-fetch-site": "none"},
    {"origin": "https://localhost"},
    {},
]
SUBSCRIPTION = {
    "endpoint": "https://push.example/one",
    "keys": {"p256dh": "B" * 87, "auth": "A" * 22},
}
WRITES = [
    ("POST", "/api/v1/auth/register", AYSE | {"email": "ali@example.org"}),
    ("POST", "/api/v1/auth/login", {"email": AYSE["email"], "password": PASSWORD}),
    ("POST", "/api/v1/auth/forgot-password", {"email": AYSE["email"]}),
    ("POST", "/api/v1/auth/reset-password", {"token": "x", "password": PASSWORD}),
    ("PATCH", "/api/v1/me", {"locale": "tr"}),
    ("POST", "/api/v1/push/subscriptions", SUBSCRIPTION),
    ("DELETE", "/api/v1/push/subscriptions", {"endpoint": SUBSCRIPTION["endpoint"]}),
    ("POST", "/api/v1/auth/logout", {}),
]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_write_from_a_foreign_page_is_refused(browser: Browser, headers: dict[str, str]) -> None:
    browser.register()
    for method, path, body in WRITES:
        answer = browser.request(method, path, json=body, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "foreign_origin"), path
        assert "set-cookie" not in answer.headers
    assert browser.get("/api/v1/me").json()["locale"] == "en"


@pytest.mark.parametrize("headers", OURS, ids=str)
def test_write_from_our_pages_or_from_no_page_is_taken(
    browser: Browser, headers: dict[str, str]
) -> None:
    browser.register()
    for method, path, body in WRITES:
        answer = browser.request(method, path, json=body, headers=headers)
        assert answer.status_code in (200, 201, 202, 204, 422), path


def test_reading_is_open_to_links_from_anywhere(browser: Browser) -> None:
    browser.register()
    assert browser.get("/api/v1/me", headers={"sec-fetch-site": "cross-site"}).status_code == 200


class TestInProduction:
    """There the public address decides, not the ``Host`` that a request names."""

    @pytest.fixture
    def public(self, browser: Browser, configure: Configure) -> Browser:
        configure(env="production", secret_key="k" * 40, public_url="https://learn.example")
        return Browser(browser._portal, http_app(), "10.0.0.1")

    def test_public_address_is_ours(self, public: Browser) -> None:
        answer = public.post(
            "/api/v1/auth/register", json=AYSE, headers={"origin": "https://learn.example"}
        )
        assert answer.status_code == 201

    def test_host_that_the_request_names_is_not(self, public: Browser) -> None:
        headers = {"host": "evil.example", "origin": "https://evil.example"}
        answer = public.post("/api/v1/auth/register", json=AYSE, headers=headers)
        assert answer.status_code == 403
