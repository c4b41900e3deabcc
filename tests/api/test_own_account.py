"""A learner's own account over HTTP: browsers, another password, the end; and nobody else's."""

from __future__ import annotations

import io
from datetime import timedelta
from uuid import UUID, uuid4
from zipfile import ZipFile

import httpx
import pytest
from sqlmodel import select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.leaving import GRACE
from learnconnect_app.models import OutboxMessage, PushSubscription, User
from learnconnect_app.services.accounts import TRIES
from learnconnect_app.services.exports import MOST
from tests.api.conftest import AYSE, PASSWORD, Browser, CountingHasher, NewBrowser
from tests.running import Clock

NEW = "bambaşka bir cümle"
SESSIONS, EXPORT = "/api/v1/sessions", "/api/v1/export"
CHANGE, DELETION = "/api/v1/auth/change-password", "/api/v1/account/deletion"
ADDRESS = "/api/v1/account/address"
ANDROID = "Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36"


@pytest.fixture
def ayse(browser: Browser) -> Browser:
    browser.register()
    return browser


def browsers(browser: Browser) -> list[dict[str, object]]:
    return list(browser.get(SESSIONS).json()["browsers"])


def change(browser: Browser, current: str = PASSWORD, password: str = NEW) -> httpx.Response:
    return browser.post(CHANGE, json={"current_password": current, "password": password})


def leave(
    browser: Browser, password: str = PASSWORD, confirmation: str = AYSE["email"], **headers: str
) -> httpx.Response:
    body = {"current_password": password, "confirmation": confirmation}
    return browser.post(DELETION, json=body, headers=headers)


def user_of(database: Database, email: str = AYSE["email"]) -> User:
    with database.reading() as session:
        return session.exec(select(User).where(User.email == email)).one()


# ---- browsers --------------------------------------------------------------------------------


def test_browsers_are_listed_with_this_one_first(ayse: Browser, new_browser: NewBrowser) -> None:
    phone = new_browser(**{"user-agent": ANDROID})
    phone.sign_in()
    assert [(each["name"], each["is_here"]) for each in browsers(phone)] == [
        ("Chrome · Android", True),
        ("", False),
    ]
    assert [each["is_here"] for each in browsers(ayse)] == [True, False]


def test_one_is_signed_out_at_once_and_its_pushes_end(
    ayse: Browser, new_browser: NewBrowser, installed: Database
) -> None:
    phone = new_browser()
    phone.sign_in()
    keys = {"p256dh": "B" + "A" * 86, "auth": "A" * 22}
    subscription = {"endpoint": "https://push.example.org/1", "keys": keys}
    phone.post("/api/v1/push/subscriptions", json=subscription)
    other = next(each for each in browsers(ayse) if not each["is_here"])
    assert ayse.request("DELETE", f"{SESSIONS}/{other['id']}").status_code == 204
    assert not phone.is_signed_in()
    assert ayse.is_signed_in()
    with installed.reading() as session:
        assert session.exec(select(PushSubscription)).all() == []


def test_all_others_are_signed_out_at_once(ayse: Browser, new_browser: NewBrowser) -> None:
    others = [new_browser() for _ in range(2)]
    for other in others:
        other.sign_in()
    assert ayse.request("DELETE", SESSIONS).status_code == 204
    assert ayse.is_signed_in()
    assert not any(other.is_signed_in() for other in others)
    assert len(browsers(ayse)) == 1


def test_browser_of_somebody_else_does_not_exist(ayse: Browser, new_browser: NewBrowser) -> None:
    ali = new_browser()
    ali.register(email="ali@example.org")
    (alis,) = browsers(ali)
    for session_id in (alis["id"], uuid4()):
        assert ayse.request("DELETE", f"{SESSIONS}/{session_id}").status_code == 404
    ayse.request("DELETE", SESSIONS)
    assert ali.is_signed_in()


# ---- another password ------------------------------------------------------------------------


def test_another_password_takes_the_current_one_and_ends_other_browsers(
    ayse: Browser, new_browser: NewBrowser, installed: Database
) -> None:
    other = new_browser()
    other.sign_in()
    assert change(ayse).status_code == 204
    assert ayse.is_signed_in()
    assert not other.is_signed_in()
    assert other.sign_in(password=PASSWORD).status_code == 401
    assert other.sign_in(password=NEW).status_code == 200
    with installed.reading() as session:
        told = session.exec(select(OutboxMessage).where(OutboxMessage.kind == "security")).all()
    assert {(row.channel, row.params["variant"]) for row in told} >= {("mail", "password")}


@pytest.mark.parametrize(
    ("current", "password", "field"),
    [
        ("not my password", NEW, "current_password"),
        (PASSWORD, "short", "password"),
        (PASSWORD, "aaaaaaaaaaaaaa", "password"),
    ],
)
def test_wrong_one_is_said_beside_its_field_and_changes_nothing(
    ayse: Browser, new_browser: NewBrowser, current: str, password: str, field: str
) -> None:
    answer = change(ayse, current, password)
    assert answer.status_code == 422
    assert list(answer.json()["fields"]) == [field]
    assert new_browser().sign_in().status_code == 200


@pytest.mark.parametrize("what", ["change", "leave"])
def test_guessing_the_password_is_limited_like_signing_in(
    ayse: Browser, new_browser: NewBrowser, hasher: CountingHasher, clock: Clock, what: str
) -> None:
    guess = change if what == "change" else leave
    answers = [guess(ayse, f"guess {number}").status_code for number in range(TRIES + 5)]
    assert answers == [422] * TRIES + [429] * 5
    assert len(hasher.verified) == TRIES
    assert guess(ayse, PASSWORD).status_code == 429
    assert new_browser("10.9.9.9").sign_in().status_code == 429  # the same tries
    clock.forward(minutes=7)
    assert guess(ayse, PASSWORD).status_code == 204


# ---- the end ---------------------------------------------------------------------------------


def test_account_ends_later_and_can_be_kept(
    ayse: Browser, new_browser: NewBrowser, installed: Database, clock: Clock
) -> None:
    other = new_browser()
    other.sign_in()
    assert leave(ayse).status_code == 204
    assert not other.is_signed_in()
    assert ayse.is_signed_in()
    assert user_of(installed).deletion_due_at is not None
    assert other.sign_in().status_code == 200
    assert other.request("DELETE", DELETION).status_code == 204
    assert user_of(installed).deletion_due_at is None
    clock.forward(days=15)
    assert other.sign_in().status_code == 200


def test_once_it_is_due_nobody_signs_in(
    ayse: Browser, new_browser: NewBrowser, clock: Clock
) -> None:
    assert leave(ayse).status_code == 204
    clock.forward(days=GRACE / timedelta(days=1))
    assert new_browser().sign_in().status_code == 401


def test_it_takes_the_password_and_the_address(ayse: Browser, installed: Database) -> None:
    for answer, field in (
        (leave(ayse, "not my password"), "current_password"),
        (leave(ayse, confirmation="delete"), "confirmation"),
    ):
        assert answer.status_code == 422
        assert list(answer.json()["fields"]) == [field]
    assert user_of(installed).deletion_due_at is None


@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_page_of_somebody_else_neither_ends_nor_keeps_it(
    ayse: Browser, installed: Database, method: str
) -> None:
    if method == "DELETE":
        leave(ayse)
    before = user_of(installed).deletion_due_at
    body = {"current_password": PASSWORD, "confirmation": AYSE["email"]}
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}):
        answer = ayse.request(method, DELETION, json=body, headers=headers)
        assert answer.status_code == 403
    assert user_of(installed).deletion_due_at == before


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", SESSIONS),
        ("DELETE", SESSIONS),
        ("DELETE", f"{SESSIONS}/{UUID(int=1)}"),
        ("POST", CHANGE),
        ("POST", DELETION),
        ("POST", ADDRESS),
        ("DELETE", ADDRESS),
        ("DELETE", DELETION),
        ("GET", EXPORT),
    ],
)
def test_visitor_is_refused(browser: Browser, method: str, path: str) -> None:
    assert browser.request(method, path, json={}).status_code == 401


# ---- the export ------------------------------------------------------------------------------


def test_export_is_a_file_of_ones_own(ayse: Browser, new_browser: NewBrowser) -> None:
    ali = new_browser()
    ali.register(email="ali@example.org", display_name="Ali Kanarya")
    answer = ayse.get(EXPORT)
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["content-disposition"].startswith('attachment; filename="learnconnect-')
    assert int(answer.headers["content-length"]) == len(answer.content)
    with ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        text = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert AYSE["email"] in text
    assert "ali@example.org" not in text
    assert "Kanarya" not in text


def test_export_is_made_a_few_times_an_hour(ayse: Browser) -> None:
    assert [ayse.get(EXPORT).status_code for _ in range(MOST + 1)] == [200] * MOST + [429]
