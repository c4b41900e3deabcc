"""Out of mails with one click, by whoever holds the link of one; and nothing by looking."""

from __future__ import annotations

from uuid import UUID, uuid4

import httpx
import pytest
from sqlmodel import select

from learnconnect_app import wiring
from learnconnect_app.adapters.database import Database
from learnconnect_app.api import unsubscribe
from learnconnect_app.domain.reminders import RULES, rule_of
from learnconnect_app.domain.unsubscribing import ALL_MAIL, WayOut, token_of
from learnconnect_app.locales import message
from learnconnect_app.models import ChannelState, OutboxMessage, ReminderSwitch, User
from learnconnect_app.services import channels
from learnconnect_app.services.mail_composition import composed
from learnconnect_app.services.reminder_settings import reminder_settings_of
from learnconnect_app.settings import signing_key
from tests.api.conftest import Browser, NewBrowser
from tests.running import Clock

ONE_CLICK = {"List-Unsubscribe": "One-Click"}
OFTEN = 30
WITH_MAIL = [rule.key for rule in RULES if "mail" in rule.possible and not rule.is_about_safety]


@pytest.fixture
def ayse(browser: Browser, installed: Database) -> UUID:
    browser.register(locale="tr")
    with installed.reading() as session:
        return session.exec(select(User.id)).one()


@pytest.fixture
def stranger(ayse: UUID, new_browser: NewBrowser) -> Browser:
    """Not signed in, from elsewhere."""
    return new_browser("10.9.9.9")


def link(user_id: UUID, rule: str = "weekly_report") -> str:
    return f"/unsubscribe/{token_of(WayOut(user_id, rule), signing_key())}"


def is_on(database: Database, user_id: UUID, rule: str = "weekly_report") -> bool:
    with database.reading() as session:
        return reminder_settings_of(session, user_id).is_on(rule_of(rule), "mail")


def is_mail_on(database: Database, user_id: UUID) -> bool:
    with database.reading() as session:
        return not channels.is_switched_off(session, user_id=user_id, channel="mail")


def press(browser: Browser, address: str, button: str) -> httpx.Response:
    return browser.post(address, data={"do": button})


def said(key: str, locale: str = "tr") -> str:
    return message(locale, f"mail.unsubscribe.{key}")


def test_address_in_the_head_of_a_mail_ends_this_kind(
    stranger: Browser, ayse: UUID, installed: Database
) -> None:
    row = OutboxMessage(
        id=uuid4(),
        user_id=ayse,
        channel="mail",
        kind="missed_day",
        recipient="ayse@example.org",
        locale="tr",
        params={"duration": "40 dk", "first": "Kesirler"},
    )
    headers = dict(composed(row, "https://localhost").headers)
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = headers["List-Unsubscribe"].removeprefix("<https://localhost").removesuffix(">")
    answer = stranger.post(address, data=ONE_CLICK)
    assert answer.status_code == 200
    assert not is_on(installed, ayse, "missed_day")
    assert is_on(installed, ayse, "weekly_report")
    assert is_mail_on(installed, ayse)


@pytest.mark.parametrize(
    "click",
    [
        {"data": ONE_CLICK},
        {"files": {"List-Unsubscribe": (None, "One-Click")}},
        {},
        {"data": ONE_CLICK, "headers": {"origin": "https://mail.example"}},
        {"data": ONE_CLICK, "headers": {"sec-fetch-site": "cross-site"}},
    ],
    ids=["form", "multipart", "empty", "from elsewhere", "from another page"],
)
def test_one_click_comes_in_any_form_and_from_anywhere(
    stranger: Browser, ayse: UUID, installed: Database, click: dict[str, object]
) -> None:
    assert stranger.post(link(ayse), **click).status_code == 200
    assert not is_on(installed, ayse)


def test_link_outlives_a_change_of_the_secret_key_while_the_old_one_is_known(
    stranger: Browser, ayse: UUID, installed: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, old = link(ayse), signing_key()
    monkeypatch.setattr(unsubscribe, "signing_keys", lambda: [b"new" * 20])
    assert stranger.post(address, data=ONE_CLICK).status_code == 404
    monkeypatch.setattr(unsubscribe, "signing_keys", lambda: [b"new" * 20, old])
    assert stranger.post(address, data=ONE_CLICK).status_code == 200
    assert not is_on(installed, ayse)


def test_looking_changes_nothing(stranger: Browser, ayse: UUID, installed: Database) -> None:
    for rule in ("weekly_report", ALL_MAIL):
        for _ in range(3):
            page = stranger.get(link(ayse, rule))
            assert page.status_code == 200
            assert page.headers["content-type"].startswith("text/html")
    stranger.request("HEAD", link(ayse))
    with installed.reading() as session:
        assert not session.exec(select(ReminderSwitch)).all()
        assert not session.exec(select(ChannelState)).all()


def test_clicking_twice_is_clicking_once(
    stranger: Browser, ayse: UUID, installed: Database
) -> None:
    pages = {stranger.post(link(ayse), data=ONE_CLICK).text for _ in range(3)}
    assert len(pages) == 1
    assert said("ended") in pages.pop()
    with installed.reading() as session:
        (switch,) = session.exec(select(ReminderSwitch)).all()
        assert (switch.rule, switch.channel, switch.is_on) == ("weekly_report", "mail", False)


def test_it_can_be_turned_on_again(stranger: Browser, ayse: UUID, installed: Database) -> None:
    page = stranger.post(link(ayse), data=ONE_CLICK).text
    assert 'value="resume"' in page
    page = press(stranger, link(ayse), "resume").text
    assert said("ask") in page
    assert is_on(installed, ayse)
    with installed.reading() as session:
        assert not session.exec(select(ReminderSwitch)).all()  # as by default


def test_kind_that_was_chosen_is_chosen_again(
    stranger: Browser, ayse: UUID, installed: Database
) -> None:
    with installed.transaction() as session:
        session.add(ReminderSwitch(user_id=ayse, rule="milestone", channel="mail", is_on=True))
    stranger.post(link(ayse, "milestone"), data=ONE_CLICK)
    assert not is_on(installed, ayse, "milestone")
    press(stranger, link(ayse, "milestone"), "resume")
    assert is_on(installed, ayse, "milestone")


def test_all_mail_ends_and_begins_again(stranger: Browser, ayse: UUID, installed: Database) -> None:
    page = press(stranger, link(ayse), "end_all").text
    assert said("all_ended") in page
    assert not is_mail_on(installed, ayse)
    assert is_on(installed, ayse)  # the kinds stay as they were chosen
    press(stranger, link(ayse), "resume_all")
    assert is_mail_on(installed, ayse)


def test_one_click_in_a_digest_ends_all_of_them(
    stranger: Browser, ayse: UUID, installed: Database
) -> None:
    assert said("ask_all") in stranger.get(link(ayse, ALL_MAIL)).text
    stranger.post(link(ayse, ALL_MAIL), data=ONE_CLICK)
    assert not is_mail_on(installed, ayse)


def test_mail_that_came_back_is_not_begun_again_by_a_link(
    stranger: Browser, ayse: UUID, installed: Database
) -> None:
    wiring.perform(channels.switch_off, user_id=ayse, channel="mail", reason="bounced")
    page = stranger.get(link(ayse, ALL_MAIL)).text
    assert said("returned_text") in page
    assert "<form" not in page
    for button in ("resume_all", "resume", "end_all", "end"):
        press(stranger, link(ayse, ALL_MAIL), button)
    assert not is_mail_on(installed, ayse)
    with installed.reading() as session:
        assert session.exec(select(ChannelState.reason)).one() == "bounced"


@pytest.mark.parametrize("locale", ["tr", "en"])
@pytest.mark.parametrize("rule", WITH_MAIL)
def test_page_names_the_kind_in_the_language_of_the_learner(
    stranger: Browser, ayse: UUID, installed: Database, rule: str, locale: str
) -> None:
    with installed.transaction() as session:
        session.get_one(User, ayse).locale = locale
    other = {"tr": "en", "en": "tr"}[locale]
    page = stranger.get(link(ayse, rule), headers={"accept-language": other}).text
    assert f'<html lang="{locale}">' in page
    assert message(locale, f"mail.kind.{rule}") in page.replace("&#39;", "'")


def test_kind_of_an_earlier_version_speaks_of_all_mail(stranger: Browser, ayse: UUID) -> None:
    assert said("ask_all") in stranger.get(link(ayse, "of_an_earlier_version")).text


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("token", ["x", "AAAA" * 14, "ş", "%00", "x" * 500])
def test_link_that_is_none_of_ours_is_told_so(browser: Browser, token: str, language: str) -> None:
    for method in ("GET", "POST"):
        answer = browser.request(
            method, f"/unsubscribe/{token}", headers={"accept-language": language}
        )
        assert answer.status_code == 404
        assert said("unknown", language) in answer.text


def test_link_of_an_account_that_is_gone_is_told_so(stranger: Browser, ayse: UUID) -> None:
    gone = link(uuid4())
    assert stranger.get(gone).status_code == 404
    assert stranger.post(gone, data=ONE_CLICK).status_code == 404


def test_link_opens_nothing_else(stranger: Browser, ayse: UUID) -> None:
    token = link(ayse).rpartition("/")[2]
    stranger.cookies.set("__Host-session", token)
    assert stranger.get("/api/v1/me").status_code == 401
    reset = {"token": token, "password": "a third long sentence"}
    assert stranger.post("/api/v1/auth/reset-password", json=reset).status_code == 422


def test_page_says_nothing_of_the_learner(stranger: Browser, ayse: UUID) -> None:
    page = stranger.get(link(ayse)).text
    assert "Ayşe" not in page
    assert "example.org" not in page


def test_page_runs_no_script_and_loads_nothing_from_elsewhere(
    stranger: Browser, ayse: UUID
) -> None:
    page = stranger.get(link(ayse)).text
    for unwanted in ("<script", "http:", "https:", "javascript:", " on"):
        assert unwanted not in page.replace(" once", "").replace("only", ""), unwanted


def test_clicks_are_limited_for_a_learner_and_not_for_an_address(
    stranger: Browser, ayse: UUID, new_browser: NewBrowser, clock: Clock, installed: Database
) -> None:
    new_browser("10.0.0.5").register(email="ali@example.org")
    with installed.reading() as session:
        ali = session.exec(select(User.id).where(User.email == "ali@example.org")).one()
    answers = [stranger.post(link(ayse), data=ONE_CLICK).status_code for _ in range(OFTEN + 2)]
    assert answers == [200] * OFTEN + [429] * 2
    refused = stranger.post(link(ayse))
    assert said("too_often", "en") in refused.text
    assert stranger.post(link(ali), data=ONE_CLICK).status_code == 200
    clock.forward(seconds=int(refused.headers["retry-after"]))
    assert stranger.post(link(ayse), data=ONE_CLICK).status_code == 200


def test_body_has_a_limit(stranger: Browser, ayse: UUID) -> None:
    large = {"List-Unsubscribe": "x" * 100_000}
    assert stranger.post(link(ayse), data=large).status_code == 413


@pytest.mark.parametrize("rule", [rule.key for rule in RULES if rule.is_about_safety])
def test_what_is_about_safety_goes_on(
    stranger: Browser, ayse: UUID, installed: Database, rule: str
) -> None:
    stranger.post(link(ayse, rule), data=ONE_CLICK)
    assert is_on(installed, ayse, rule)
