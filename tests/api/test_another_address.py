"""Another address over HTTP: the password, an answer that tells nothing, the link, the way back."""

from __future__ import annotations

import httpx
import pytest
from sqlmodel import col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.locales import message
from learnconnect_app.models import OutboxMessage, User
from learnconnect_app.services.accounts import TRIES
from learnconnect_app.services.confirmation_mails import CHANGE
from tests.api.conftest import AYSE, PASSWORD, Browser, NewBrowser

ADDRESS, NEW = "/api/v1/account/address", "ayse.yeni@example.org"


@pytest.fixture
def ayse(browser: Browser) -> Browser:
    browser.register(locale="tr")
    return browser


def wish(browser: Browser, email: str = NEW, password: str = PASSWORD) -> httpx.Response:
    return browser.post(ADDRESS, json={"current_password": password, "email": email})


def link_to(database: Database, email: str) -> str:
    with database.reading() as session:
        paths = session.exec(
            select(OutboxMessage.params)
            .where(OutboxMessage.recipient == email, OutboxMessage.kind == CHANGE)
            .order_by(col(OutboxMessage.created_at))
        ).all()
    return str(paths[-1]["path"])


def addresses(database: Database) -> set[str]:
    with database.reading() as session:
        return set(session.exec(select(User.email)))


def said(key: str, locale: str = "tr", **values: str) -> str:
    return message(locale, f"mail.confirming.{key}", **values)


def test_link_moves_the_account_and_other_browsers_are_out(
    ayse: Browser, new_browser: NewBrowser, installed: Database
) -> None:
    phone, mail_program = new_browser(), new_browser("10.9.9.9")
    phone.sign_in()
    assert wish(ayse).status_code == 204
    assert phone.is_signed_in()
    link = link_to(installed, NEW)
    assert said("change") in mail_program.get(link).text
    assert addresses(installed) == {AYSE["email"]}, "scanners of mails look at every link"
    assert said("done") in mail_program.post(link).text
    assert said("done") in mail_program.get(link).text
    assert (ayse.is_signed_in(), phone.is_signed_in()) == (True, False)
    assert phone.sign_in().status_code == 401
    assert phone.sign_in(email=NEW).status_code == 200


def test_taken_address_answers_as_a_free_one_and_its_reader_learns_it(
    ayse: Browser, new_browser: NewBrowser, installed: Database
) -> None:
    new_browser().register(email="ali@example.org")
    free, taken = wish(ayse, "nobody@example.org"), wish(ayse, "ali@example.org")
    assert (taken.status_code, taken.content) == (free.status_code, free.content) == (204, b"")
    answer = ayse.post(link_to(installed, "ali@example.org"))
    assert answer.status_code == 409
    assert said("taken", "en") in answer.text
    assert addresses(installed) == {AYSE["email"], "ali@example.org"}


def test_it_takes_the_password_and_guessing_is_limited(ayse: Browser) -> None:
    answers = [wish(ayse, password=f"guess {number}") for number in range(TRIES + 1)]
    assert [each.status_code for each in answers] == [422] * TRIES + [429]
    assert list(answers[0].json()["fields"]) == ["current_password"]


@pytest.mark.parametrize("email", ["not an address", AYSE["email"]])
def test_wrong_address_is_said_beside_its_field(ayse: Browser, email: str) -> None:
    answer = wish(ayse, email)
    assert answer.status_code == 422
    assert list(answer.json()["fields"]) == ["email"]


def test_wish_can_be_cancelled(ayse: Browser, installed: Database) -> None:
    wish(ayse)
    assert ayse.request("DELETE", ADDRESS).status_code == 204
    assert ayse.request("DELETE", ADDRESS).status_code == 204
    answer = ayse.post(link_to(installed, NEW))
    assert answer.status_code == 404
    assert addresses(installed) == {AYSE["email"]}


@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_page_of_somebody_else_neither_asks_nor_cancels(ayse: Browser, method: str) -> None:
    body = {"current_password": PASSWORD, "email": NEW}
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}):
        assert ayse.request(method, ADDRESS, json=body, headers=headers).status_code == 403
