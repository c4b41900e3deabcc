"""Signing in and out: the cookie, what it is worth, and for how long."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from http.cookies import Morsel, SimpleCookie

import httpx
import pytest
from sqlmodel import col, select, update

from learnconnect_app import wiring
from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.accounts import SESSION_LENGTH
from learnconnect_app.models import AuthSession, User
from learnconnect_app.services.sessions import SEEN_EVERY
from learnconnect_app.ui.gate import SESSION_COOKIE
from tests.api.conftest import AYSE, PASSWORD, Browser, CountingHasher, NewBrowser
from tests.running import START, Clock

LOGOUT = "/api/v1/auth/logout"


def cookie_of(answer: httpx.Response) -> Morsel[str]:
    return SimpleCookie(answer.headers["set-cookie"])[SESSION_COOKIE]


def sessions(database: Database) -> list[AuthSession]:
    with database.reading() as session:
        return list(session.exec(select(AuthSession).order_by(col(AuthSession.created_at))))


@pytest.fixture
def ayse(new_browser: NewBrowser) -> Browser:
    """A browser in which Ayşe is not signed in. She has an account."""
    new_browser().register()
    return new_browser()


def test_right_password_signs_in(ayse: Browser, installed: Database) -> None:
    assert not ayse.is_signed_in()
    answer = ayse.sign_in()
    assert answer.status_code == 200
    assert answer.json() == {"user_id": str(sessions(installed)[0].user_id)}
    assert ayse.is_signed_in()


def test_plain_form_signs_in_too(ayse: Browser) -> None:
    form = {"email": AYSE["email"], "password": PASSWORD, "next": "//evil.example"}
    assert ayse.post("/api/v1/auth/login", data=form).status_code == 200
    assert ayse.is_signed_in()


def test_address_may_be_written_in_any_case(ayse: Browser) -> None:
    assert ayse.sign_in(email=" AYSE@EXAMPLE.ORG ").status_code == 200


def test_cookie_is_for_this_host_over_https_and_out_of_reach_of_scripts(ayse: Browser) -> None:
    cookie = cookie_of(ayse.sign_in())
    assert SESSION_COOKIE.startswith("__Host-")
    assert (cookie["path"], cookie["domain"]) == ("/", "")
    assert cookie["secure"] is True
    assert cookie["httponly"] is True
    assert cookie["samesite"] == "lax"


def test_browser_keeps_the_cookie_of_a_sign_in_that_is_used_each_day(ayse: Browser) -> None:
    """As long as browsers keep any: it is set once, and the server moves its own end."""
    assert cookie_of(ayse.sign_in())["max-age"] == str(400 * 24 * 60 * 60)


def test_page_that_is_open_while_its_learner_signs_in_again_stays_signed_in(
    ayse: Browser, new_browser: NewBrowser
) -> None:
    ayse.sign_in()
    page = new_browser()
    page.cookies.update(ayse.cookies)
    ayse.sign_in()
    assert page.is_signed_in()


def test_only_the_hash_of_the_token_is_kept(ayse: Browser, installed: Database) -> None:
    token = cookie_of(ayse.sign_in()).value
    assert len(token) >= 43  # 32 bytes
    kept = sessions(installed)[-1]
    assert kept.token_hash == hashlib.sha256(token.encode()).hexdigest()
    assert token not in kept.model_dump_json()


def test_each_sign_in_makes_a_new_token(ayse: Browser) -> None:
    tokens = {cookie_of(ayse.sign_in()).value for _ in range(5)}
    assert len(tokens) == 5


def test_token_that_a_browser_brings_along_is_never_taken_over(
    ayse: Browser, new_browser: NewBrowser
) -> None:
    ayse.cookies.set(SESSION_COOKIE, "planted", domain="localhost", path="/")
    new = cookie_of(ayse.sign_in()).value
    assert new != "planted"
    other = new_browser()
    other.cookies.set(SESSION_COOKIE, "planted", domain="localhost", path="/")
    assert not other.is_signed_in()


@pytest.mark.parametrize(
    "details",
    [
        {"password": PASSWORD + " "},
        {"password": PASSWORD.upper()},
        {"password": ""},
        {"password": "x" * 300},
        {"password": "\x00"},
        {"email": "nobody@example.org"},
    ],
)
def test_wrong_address_or_password_get_one_answer(ayse: Browser, details: dict[str, str]) -> None:
    answer = ayse.sign_in(**details)
    assert answer.status_code == 401
    assert answer.json() == {
        "type": "about:blank",
        "title": "E-mail address or password is not right.",
        "status": 401,
        "code": "wrong_credentials",
        "fields": {},
    }
    assert "set-cookie" not in answer.headers
    assert not ayse.is_signed_in()


def test_unknown_address_costs_as_much_work_as_a_known_one(
    ayse: Browser, hasher: CountingHasher
) -> None:
    hasher.verified.clear()
    ayse.sign_in(password="not the password")
    ayse.sign_in(email="nobody@example.org", password="not the password")
    known, unknown = (each.split("$")[1:4] for each in hasher.verified)
    assert known == unknown  # kind, version and parameters


def test_password_of_nobody_opens_nothing(ayse: Browser) -> None:
    """The hash that stands in for unknown addresses has a password too."""
    answer = ayse.sign_in(email="nobody@example.org", password="nobody has this password")
    assert answer.status_code == 401


def test_account_whose_hash_is_broken_is_closed_and_says_no_more(
    ayse: Browser, installed: Database
) -> None:
    with installed.transaction() as session:
        session.exec(update(User).values(password_hash="broken"))
    assert ayse.sign_in().status_code == 401


def test_signing_out_is_felt_at_once_and_in_this_browser_alone(
    ayse: Browser, new_browser: NewBrowser
) -> None:
    phone = new_browser("10.0.0.2")
    token = cookie_of(ayse.sign_in()).value
    phone.sign_in()

    answer = ayse.post(LOGOUT)

    assert answer.status_code == 204
    assert cookie_of(answer)["max-age"] == "0"
    assert answer.headers["clear-site-data"] == '"cache"'
    assert not ayse.is_signed_in()
    assert phone.is_signed_in()
    thief = new_browser("10.0.0.3")
    thief.cookies.set(SESSION_COOKIE, token, domain="localhost", path="/")
    assert not thief.is_signed_in()


def test_signing_out_after_the_session_ended_still_clears_the_browser(
    ayse: Browser, installed: Database, clock: Clock
) -> None:
    ayse.sign_in()
    clock.forward(days=31)
    answer = ayse.post(LOGOUT)
    assert answer.status_code == 204
    assert cookie_of(answer).value == ""
    assert answer.headers["clear-site-data"] == '"cache"'


def test_visitor_who_signs_out_ends_nobodys_session(ayse: Browser, new_browser: NewBrowser) -> None:
    ayse.sign_in()
    assert new_browser().post(LOGOUT).status_code == 204
    assert ayse.is_signed_in()


@pytest.mark.parametrize("token", ["", "x", "x" * 4000, "ş", "' or 1=1 --", "%00"])
def test_token_that_was_never_given_is_nobody(browser: Browser, token: str) -> None:
    cookie = f"{SESSION_COOKIE}={token}".encode()
    answer = browser.get("/api/v1/me", headers={"cookie": cookie})
    assert answer.status_code == 401
    assert answer.json()["code"] == "signed_out"


def test_hash_from_the_database_is_no_token(ayse: Browser, installed: Database) -> None:
    ayse.sign_in()
    ayse.cookies.clear()
    kept = sessions(installed)[-1].token_hash
    ayse.cookies.set(SESSION_COOKIE, kept, domain="localhost", path="/")
    assert not ayse.is_signed_in()


def test_session_ends_after_thirty_days(ayse: Browser, clock: Clock) -> None:
    ayse.sign_in()
    clock.moment = START + SESSION_LENGTH - timedelta(seconds=1)
    assert ayse.is_signed_in()
    clock.moment = START + SESSION_LENGTH
    assert not ayse.is_signed_in()


def test_session_in_use_stays_and_is_written_at_most_every_ten_minutes(
    ayse: Browser, installed: Database, clock: Clock
) -> None:
    token = cookie_of(ayse.sign_in()).value
    caller = wiring.find_caller(token)
    assert caller is not None
    clock.forward(minutes=9)
    wiring.keep_alive(caller)
    assert sessions(installed)[-1].last_seen_at == START
    clock.moment = START + SEEN_EVERY + timedelta(seconds=1)
    wiring.keep_alive(caller)
    kept = sessions(installed)[-1]
    assert (kept.last_seen_at, kept.expires_at) == (clock.moment, clock.moment + SESSION_LENGTH)


def test_long_name_of_a_browser_is_cut(ayse: Browser, installed: Database) -> None:
    ayse.post(
        "/api/v1/auth/login",
        json={"email": AYSE["email"], "password": PASSWORD},
        headers={"user-agent": "x" * 5000},
    )
    assert sessions(installed)[-1].user_agent == "x" * 300
