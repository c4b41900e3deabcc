"""Bodies that are no form and no JSON, or far too much of either."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from learnconnect_app.api.bodies import MOST_BYTES
from tests.api.conftest import Browser

LOGIN = "/api/v1/auth/login"
ROUTES_WITH_A_BODY = [
    ("POST", "/api/v1/auth/register"),
    ("POST", LOGIN),
    ("POST", "/api/v1/auth/forgot-password"),
    ("POST", "/api/v1/auth/reset-password"),
    ("PATCH", "/api/v1/me"),
]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"text"',
        b"\xff\xfe\x00",
        b'{"email": "a@example.org",}',
        b'{"birth_year": ' + b"9" * 5000 + b"}",
        b"[" * 60_000,
        b'{"a":' * 10_000,
    ],
)
def test_body_that_is_no_object_is_refused(browser: Browser, body: bytes) -> None:
    browser.register()
    for method, path in ROUTES_WITH_A_BODY:
        answer = browser.request(
            method, path, content=body, headers={"content-type": "application/json"}
        )
        assert answer.status_code in (400, 422), path
        assert answer.json()["code"] == "bad_request", path


def test_names_of_fields_are_not_sent_back_unless_they_are_ours(browser: Browser) -> None:
    answer = browser.post(LOGIN, json={"<script>": 1, "a" * 5000: 1, "": 1, "Email": 1})
    assert answer.status_code == 422
    assert set(answer.json()["fields"]) == {"email", "password"}


def test_field_whose_name_is_no_text_is_refused(browser: Browser) -> None:
    headers = {"content-type": "application/json"}
    answer = browser.post(LOGIN, content=b'{"\\ud800": 1}', headers=headers)
    assert (answer.status_code, answer.json()["fields"]) == (422, {})


@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded"])
@pytest.mark.parametrize("is_declared", [True, False])
def test_body_that_is_too_large_is_not_read(browser: Browser, kind: str, is_declared: bool) -> None:
    browser.register()
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while sent < 100 * MOST_BYTES:
            sent += 8192
            yield b"a" * 8192

    for method, path in ROUTES_WITH_A_BODY:
        sent = 0
        content = b"a" * (MOST_BYTES + 1) if is_declared else endless()
        answer = browser.request(method, path, content=content, headers={"content-type": kind})
        assert answer.status_code == 413, path
        assert answer.headers["content-type"] == "application/problem+json"
        assert sent <= MOST_BYTES + 2 * 8192


def test_body_of_another_kind_is_refused(browser: Browser) -> None:
    body = '{"email": "a@example.org", "password": "abc"}'
    for kind in ("text/plain", "application/xml", "image/png"):
        answer = browser.post(LOGIN, content=body, headers={"content-type": kind})
        assert answer.status_code == 415
    assert browser.post(LOGIN, content=body).status_code == 415


def test_form_with_a_file_or_too_many_fields_is_refused(browser: Browser) -> None:
    upload = {"email": ("a.txt", b"a@example.org"), "password": (None, "abc")}
    assert browser.post(LOGIN, files=upload).status_code == 400
    many = {f"field{n}": "1" for n in range(21)}
    assert browser.post(LOGIN, data=many).status_code == 400


def test_broken_form_in_parts_is_refused(browser: Browser) -> None:
    for kind in ("multipart/form-data", "multipart/form-data; boundary=x"):
        answer = browser.post(LOGIN, content=b"--y\r\n", headers={"content-type": kind})
        assert answer.status_code in (400, 422)


def test_field_given_twice_in_a_form_counts_once(browser: Browser) -> None:
    browser.register()
    body = "email=other%40example.org&email=ayse%40example.org&password=wrong-wrong"
    answer = browser.post(
        LOGIN, content=body, headers={"content-type": "application/x-www-form-urlencoded"}
    )
    assert answer.status_code == 401
