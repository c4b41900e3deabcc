"""The page of a link that confirms an address: looking changes nothing, its button does."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.locales import message
from learnconnect_app.models import OutboxMessage, User
from tests.api.conftest import Browser, NewBrowser


@pytest.fixture
def ayse(browser: Browser) -> Browser:
    browser.register(locale="tr")
    return browser


@pytest.fixture
def link(ayse: Browser, installed: Database) -> str:
    with installed.reading() as session:
        newest = select(OutboxMessage).order_by(col(OutboxMessage.created_at).desc())
        return str(session.exec(newest).first().params["path"])  # type: ignore[union-attr]


def is_confirmed(database: Database) -> bool:
    with database.reading() as session:
        return session.exec(select(User.email_confirmed_at)).one() is not None


def said(key: str, locale: str = "tr", **values: str) -> str:
    return message(locale, f"mail.confirming.{key}", **values)


@pytest.mark.parametrize("is_signed_in", [True, False])
def test_button_confirms_signed_in_or_not(
    ayse: Browser, new_browser: NewBrowser, installed: Database, link: str, *, is_signed_in: bool
) -> None:
    who = ayse if is_signed_in else new_browser("10.9.9.9")
    page = who.get(link)
    assert page.status_code == 200
    assert said("ask") in page.text
    assert not is_confirmed(installed), "scanners of mails look at every link"
    done = who.post(link)
    assert said("done") in done.text
    assert is_confirmed(installed)
    assert said("done") in who.get(link).text


def test_link_that_never_was_is_not_found(browser: Browser, installed: Database) -> None:
    for answer in (browser.get("/confirm-address/x"), browser.post("/confirm-address/x")):
        assert answer.status_code == 404
        assert said("unknown", "en") in answer.text
