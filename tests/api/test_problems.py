"""Errors are RFC 9457 problem documents, in the language of whoever asked, and tell no secrets."""

from __future__ import annotations

import logging
import re

import pytest
from sqlalchemy import text

from learnconnect_app.adapters.database import Database
from learnconnect_app.api.problems import Problem
from tests.api.conftest import Browser


def test_problem_document_has_all_its_parts(browser: Browser) -> None:
    answer = browser.register(password="kısa")
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["type"] == "about:blank"
    assert problem["status"] == answer.status_code == 422
    assert problem["code"] == "password_short"
    assert problem["title"] == problem["fields"]["password"] == "At least 10 characters, please."


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/v1/me", 401),
        ("GET", "/api/v1/nothing", 404),
        ("GET", "/api/v1/auth/login", 405),
        ("DELETE", "/api/v1/me", 405),
    ],
)
def test_every_refusal_is_a_problem_document(
    browser: Browser, method: str, path: str, status: int
) -> None:
    answer = browser.request(method, path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert Problem.model_validate(answer.json()).status == status


def test_method_that_is_not_allowed_names_the_ones_that_are(browser: Browser) -> None:
    assert browser.get("/api/v1/auth/login").headers["allow"] == "POST"


ENGLISH, TURKISH = "Please sign in again.", "Lütfen yeniden giriş yap."


@pytest.mark.parametrize(
    ("headers", "title"),
    [
        ({}, ENGLISH),
        ({"accept-language": "tr"}, TURKISH),
        ({"accept-language": "tr-TR,tr;q=0.9,en;q=0.8"}, TURKISH),
        ({"accept-language": "de-DE, TR;q=0.8, en;q=0.5"}, TURKISH),
        ({"accept-language": "en-GB,en;q=0.9,tr;q=0.8"}, ENGLISH),
        ({"accept-language": "en;q=0.3,tr;q=0.7"}, TURKISH),
        ({"accept-language": "trv"}, ENGLISH),
        ({"accept-language": "tr;q=0"}, ENGLISH),
        ({"accept-language": "tr;q=x,,;q=,*"}, ENGLISH),
        ({"cookie": "language=tr"}, TURKISH),
        ({"cookie": "language=en", "accept-language": "tr"}, ENGLISH),
        ({"cookie": "language=../tr", "accept-language": "tr"}, TURKISH),
    ],
    ids=str,
)
def test_problem_speaks_the_language_of_the_browser(
    browser: Browser, headers: dict[str, str], title: str
) -> None:
    assert browser.get("/api/v1/me", headers=headers).json()["title"] == title


def test_sentences_beside_fields_are_turkish_too(browser: Browser) -> None:
    answer = browser.post("/api/v1/auth/login", json={}, headers={"accept-language": "tr"})
    assert set(answer.json()["fields"].values()) == {"Lütfen burayı doldur."}


def test_unexpected_failure_is_logged_once_under_the_number_that_is_shown(
    browser: Browser, installed: Database, caplog: pytest.LogCaptureFixture
) -> None:
    with installed.transaction() as session:
        session.execute(text("DROP TABLE rate_limit"))
    with caplog.at_level(logging.INFO):
        answer = browser.register()
    assert answer.status_code == 500
    problem = answer.json()
    assert problem["code"] == "unexpected"
    shown = re.search(r"[0-9a-f]{8}", problem["title"])
    assert shown
    told = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert len(told) == 1
    assert shown[0] in told[0].getMessage()
    for secret in ("rate_limit", "sqlite", "SELECT", "Traceback"):
        assert secret not in answer.text
