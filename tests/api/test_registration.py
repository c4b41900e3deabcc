"""Creating an account, by JSON and by a form, with what people and others type."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlmodel import Session, func, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import AuthSession, User
from tests.api.conftest import AYSE, PASSWORD, Browser, NewBrowser

REGISTER = "/api/v1/auth/register"


def the_user(database: Database) -> User:
    with database.reading() as session:
        return session.exec(select(User)).one()


def count(session: Session, table: type[Any]) -> int:
    return session.exec(select(func.count()).select_from(table)).one()


def nothing_is_kept(database: Database) -> bool:
    with database.reading() as session:
        return count(session, User) == count(session, AuthSession) == 0


def test_registering_signs_in_at_once(browser: Browser, installed: Database) -> None:
    answer = browser.register()
    assert answer.status_code == 201
    assert answer.json() == {"user_id": str(the_user(installed).id)}
    assert browser.get("/api/v1/me").json()["display_name"] == "Ayşe Işık"


def test_account_holds_what_was_given_and_no_password(
    browser: Browser, installed: Database
) -> None:
    details = {"locale": "tr", "timezone": "America/New_York", "birth_year": 2009}
    browser.register(email="  AYŞE@Example.org", display_name=" Ayşe  Işık ", **details)
    user = the_user(installed)
    assert (user.email, user.display_name) == ("ayşe@example.org", "Ayşe Işık")
    assert (user.locale, user.timezone, user.birth_year) == ("tr", "America/New_York", 2009)
    assert user.role == "learner"
    assert user.password_hash.startswith("$argon2id$")
    assert PASSWORD not in user.model_dump_json()


def test_plain_form_registers_too(browser: Browser, installed: Database) -> None:
    form = AYSE | {"birth_year": "", "locale": "tr", "next": "/plan"}
    assert browser.post(REGISTER, data=form).status_code == 201
    user = the_user(installed)
    assert (user.display_name, user.locale, user.birth_year) == ("Ayşe Işık", "tr", None)


def test_form_in_parts_registers_too(browser: Browser, installed: Database) -> None:
    parts = {name: (None, value) for name, value in (AYSE | {"birth_year": "2009"}).items()}
    assert browser.post(REGISTER, files=parts).status_code == 201
    assert the_user(installed).birth_year == 2009


@pytest.mark.parametrize(
    ("detail", "value", "code"),
    [
        ("email", "ayse", "bad_email"),
        ("password", "kısa", "password_short"),
        ("password", "aaaaaaaaaaaa", "password_simple"),
        ("password", "abcde" * 30, "password_long"),
        ("display_name", " \u200b ", "name_missing"),
        ("display_name", "a" * 61, "name_long"),
        ("birth_year", 2020, "bad_birth_year"),
        ("timezone", "Mars/Phobos", "unknown_timezone"),
        ("locale", "de", "unknown_locale"),
    ],
)
def test_wrong_detail_is_told_beside_its_field(
    browser: Browser, installed: Database, detail: str, value: Any, code: str
) -> None:
    answer = browser.register(**{detail: value})
    assert answer.status_code == 422
    assert answer.json()["code"] == code
    assert list(answer.json()["fields"]) == [detail]
    assert nothing_is_kept(installed)


@pytest.mark.parametrize("detail", ["email", "password", "display_name"])
def test_missing_detail_is_asked_for(browser: Browser, detail: str) -> None:
    answer = browser.register(**{detail: None})
    assert answer.status_code == 422
    assert answer.json()["fields"] == {detail: "Please fill this in."}


@pytest.mark.parametrize(
    ("detail", "value"),
    [
        ("email", 5),
        ("email", ["a@example.org"]),
        ("email", "a" * 301),
        ("email", "\ud800@example.org"),
        ("password", {"$ne": ""}),
        ("password", "\udfff" * 12),
        ("password", "a1b2" * 100),
        ("display_name", "Ali" * 101),
        ("birth_year", "soon"),
        ("birth_year", 2009.5),
        ("birth_year", float("inf")),
        ("birth_year", float("nan")),
        ("timezone", "E" * 65),
        ("timezone", None),
        ("locale", "x" * 6),
        ("role", "operator"),
        ("id", "00000000-0000-0000-0000-000000000001"),
    ],
)
def test_detail_of_the_wrong_kind_is_refused(
    browser: Browser, installed: Database, detail: str, value: Any
) -> None:
    body = json.dumps(AYSE | {detail: value})
    answer = browser.post(REGISTER, content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert list(answer.json()["fields"]) == [detail]
    assert nothing_is_kept(installed)


def test_several_wrong_details_are_told_at_once(browser: Browser) -> None:
    answer = browser.register(email=None, password=5, display_name=None)
    assert set(answer.json()["fields"]) == {"email", "password", "display_name"}


@pytest.mark.parametrize(
    ("details", "told"),
    [
        (
            {"email": "ayse", "password": "kısa", "display_name": " ", "birth_year": 2020}
            | {"timezone": "Mars/Phobos", "locale": "de"},
            {"email", "password", "display_name", "birth_year", "timezone", "locale"},
        ),
        ({"email": "ayse", "password": "kısa"}, {"email", "password"}),
        (
            {"display_name": None, "email": "ayse", "password": "kısa", "birth_year": 2020},
            {"display_name", "email", "password", "birth_year"},
        ),
        ({"birth_year": "soon", "email": "ayse"}, {"birth_year", "email"}),
    ],
)
def test_everything_that_is_wrong_is_told_at_once_in_its_own_words(
    browser: Browser, installed: Database, details: dict[str, Any], told: set[str]
) -> None:
    answer = browser.register(**details)
    assert answer.status_code == 422
    fields = answer.json()["fields"]
    assert set(fields) == told
    assert fields["email"] == "Please check the e-mail address."
    if "password" in told:
        assert fields["password"] == "At least 10 characters, please."
    if "display_name" in told:
        is_missing = details["display_name"] is None
        asked = "Please fill this in." if is_missing else "What may we call you?"
        assert fields["display_name"] == asked
    assert nothing_is_kept(installed)


def test_taken_address_is_told_and_its_account_stays_as_it_was(
    new_browser: NewBrowser, installed: Database
) -> None:
    new_browser().register()
    before = the_user(installed).model_dump()
    other = new_browser()
    answer = other.register(email="AYSE@EXAMPLE.ORG", password="another long sentence")
    assert answer.status_code == 409
    assert answer.json()["code"] == "email_taken"
    assert list(answer.json()["fields"]) == ["email"]
    assert the_user(installed).model_dump() == before
    assert not other.is_signed_in()


def test_two_who_register_one_address_at_once_make_one_account(
    new_browser: NewBrowser, installed: Database
) -> None:
    with ThreadPoolExecutor(4) as threads:
        browsers = [new_browser(f"10.0.0.{n}") for n in range(4)]
        answers = list(threads.map(lambda each: each.register().status_code, browsers))
    assert sorted(answers) == [201, 409, 409, 409]
    assert the_user(installed).email == AYSE["email"]


def test_what_a_name_holds_is_text_everywhere(browser: Browser) -> None:
    name = "<script>alert(1)</script>{0}{x.__class__}%s"
    assert browser.register(display_name=name).status_code == 201
    assert browser.get("/api/v1/me").json()["display_name"] == name
    browser.post("/api/v1/auth/forgot-password", json={"email": AYSE["email"]})
    page = browser.get("/outbox").text
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{0}{x.__class__}%s" in page
