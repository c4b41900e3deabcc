"""A link by mail sets a new password, once, and tells nobody who has an account."""

from __future__ import annotations

import hashlib
import html
import re
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from sqlmodel import col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.api.app import http_app
from learnconnect_app.models import OutboxMessage, PasswordReset
from learnconnect_app.services.mail_composition import composed
from tests.api.conftest import AYSE, PASSWORD, Browser, NewBrowser
from tests.running import Clock, Configure

NEW = "bambaşka bir cümle"


def forget(browser: Browser, email: str = AYSE["email"]) -> httpx.Response:
    return browser.post("/api/v1/auth/forgot-password", json={"email": email})


def set_password(browser: Browser, token: str, password: str = NEW) -> httpx.Response:
    body = {"token": token, "password": password}
    return browser.post("/api/v1/auth/reset-password", json=body)


def mails(database: Database) -> list[OutboxMessage]:
    """Without the one that asks whose the address is."""
    others = select(OutboxMessage).where(OutboxMessage.kind != "email_confirmation")
    with database.reading() as session:
        return list(session.exec(others.order_by(col(OutboxMessage.created_at))))


def newest_token(database: Database) -> str:
    link = composed(mails(database)[-1], "https://learn.example").text
    found = re.search(r"https://learn\.example/reset-password/(\S+)", link)
    assert found
    return found[1]


@pytest.fixture
def ayse(browser: Browser) -> Browser:
    browser.register(locale="tr")
    return browser


def test_link_in_the_mail_sets_the_new_password(
    ayse: Browser, new_browser: NewBrowser, installed: Database
) -> None:
    assert forget(ayse).status_code == 202
    other = new_browser()
    assert set_password(other, newest_token(installed)).status_code == 204
    assert not other.is_signed_in()
    assert other.sign_in(password=PASSWORD).status_code == 401
    assert other.sign_in(password=NEW).status_code == 200


def test_every_browser_is_signed_out_by_a_new_password(
    ayse: Browser, new_browser: NewBrowser, installed: Database
) -> None:
    phone = new_browser()
    phone.sign_in()
    bystander = new_browser("10.0.0.9")
    bystander.register(email="ali@example.org")
    forget(ayse)
    set_password(ayse, newest_token(installed))
    assert not ayse.is_signed_in()
    assert not phone.is_signed_in()
    assert bystander.is_signed_in()


def test_link_works_once(ayse: Browser, installed: Database) -> None:
    forget(ayse)
    token = newest_token(installed)
    assert set_password(ayse, token).status_code == 204
    again = set_password(ayse, token, "a third long sentence")
    assert (again.status_code, again.json()["code"]) == (422, "reset_expired")
    assert ayse.sign_in(password=NEW).status_code == 200


def test_link_used_at_once_from_two_places_counts_for_one(
    ayse: Browser, new_browser: NewBrowser, installed: Database
) -> None:
    forget(ayse)
    token = newest_token(installed)
    places = [new_browser(f"10.0.1.{n}") for n in range(4)]
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda place: set_password(place, token).status_code, places))
    assert sorted(answers) == [204, 422, 422, 422]


def test_setting_the_password_closes_earlier_links_too(ayse: Browser, installed: Database) -> None:
    forget(ayse)
    first = newest_token(installed)
    forget(ayse)
    tokens = {row.params["path"].rpartition("/")[2] for row in mails(installed)}
    (second,) = tokens - {first}
    assert set_password(ayse, second).status_code == 204
    assert set_password(ayse, first, "a third long sentence").status_code == 422
    assert ayse.sign_in(password=NEW).status_code == 200


def test_link_works_for_one_hour(ayse: Browser, installed: Database, clock: Clock) -> None:
    forget(ayse)
    clock.forward(minutes=60)
    answer = set_password(ayse, newest_token(installed))
    assert answer.json()["code"] == "reset_expired"
    forget(ayse)
    tokens = [row.params["path"].rpartition("/")[2] for row in mails(installed)]
    clock.forward(minutes=59)
    assert 204 in [set_password(ayse, token).status_code for token in tokens]


def test_password_that_is_refused_leaves_the_link_usable(
    ayse: Browser, installed: Database
) -> None:
    forget(ayse)
    token = newest_token(installed)
    refused = set_password(ayse, token, "kısa")
    assert (refused.status_code, list(refused.json()["fields"])) == (422, ["password"])
    assert set_password(ayse, token).status_code == 204


@pytest.mark.parametrize("token", ["", "x", "x" * 300, "' or ''='", "ş", "\x00"])
def test_token_that_was_never_sent_opens_nothing(ayse: Browser, token: str) -> None:
    assert set_password(ayse, token).json()["code"] == "reset_expired"
    assert ayse.sign_in(password=PASSWORD).status_code == 200


def test_hash_of_the_token_is_no_token(ayse: Browser, installed: Database) -> None:
    forget(ayse)
    with installed.reading() as session:
        kept = session.exec(select(PasswordReset)).one().token_hash
    assert kept == hashlib.sha256(newest_token(installed).encode()).hexdigest()
    assert set_password(ayse, kept).json()["code"] == "reset_expired"


def test_unknown_address_gets_the_same_answer_and_no_mail(
    ayse: Browser, installed: Database
) -> None:
    known, unknown = forget(ayse), forget(ayse, "nobody@example.org")
    assert known.status_code == unknown.status_code == 202
    assert known.content == unknown.content
    assert dict(known.headers) == dict(unknown.headers)
    assert [mail.recipient for mail in mails(installed)] == [AYSE["email"]]


def test_mail_goes_to_the_address_of_the_account_whatever_was_typed(
    ayse: Browser, installed: Database
) -> None:
    forget(ayse, "AYSE@EXAMPLE.ORG ")
    assert mails(installed)[0].recipient == AYSE["email"]


@pytest.mark.parametrize(
    ("locale", "greeting"),
    [("tr", "Merhaba Ayşe Işık"), ("en", "Hello Ayşe Işık")],
)
def test_mail_speaks_the_language_of_the_account(
    browser: Browser, installed: Database, locale: str, greeting: str
) -> None:
    browser.register(locale=locale)
    browser.post(
        "/api/v1/auth/forgot-password",
        json={"email": AYSE["email"]},
        headers={"accept-language": "de", "cookie": "language=en"},
    )
    mail = composed(mails(installed)[0], "https://learn.example")
    assert greeting in mail.text
    assert f'<html lang="{locale}"' in mail.html
    assert greeting in html.unescape(mail.html)
    assert mail.subject.strip()


def test_outbox_page_shows_the_link_in_development(ayse: Browser, installed: Database) -> None:
    forget(ayse)
    page = ayse.get("/outbox")
    assert page.headers["content-type"].startswith("text/html")
    assert f'href="/reset-password/{newest_token(installed)}"' in page.text


def test_outbox_page_shows_a_mail_that_cannot_be_worded(ayse: Browser, installed: Database) -> None:
    forget(ayse)
    with installed.transaction() as session:
        for row in session.exec(select(OutboxMessage)):
            row.kind = "of_a_later_version"
    page = ayse.get("/outbox")
    assert page.status_code == 200
    assert "of_a_later_version" in page.text


def test_outbox_page_is_absent_in_production(
    ayse: Browser, installed: Database, configure: Configure
) -> None:
    forget(ayse)
    configure(env="production", secret_key="k" * 40, public_url="https://learn.example")
    in_production = Browser(ayse._portal, http_app(), "10.0.0.1")
    answer = in_production.get("/outbox")
    assert answer.status_code == 404
    assert newest_token(installed) not in answer.text
