"""Accounts in a browser: registering, signing in and out, a forgotten password."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Page, expect

from learnconnect_app.domain.accounts import SHORTEST_PASSWORD
from learnconnect_app.locales import message
from tests.e2e.conftest import App, Learner
from tests.e2e.line import Line
from tests.e2e.screens import (
    ForgotScreen,
    HomeScreen,
    LoginScreen,
    PlanScreen,
    RegisterScreen,
    ResetScreen,
    SettingsScreen,
)
from tests.e2e.stage import PASSWORD

pytestmark = pytest.mark.browser

NEW_PASSWORD = "quite another sentence"
WRONG = [
    ("display_name", "   ", "name_missing"),
    ("email", "ada.at.home", "bad_email"),
    ("password", "short", "password_short"),
    ("password", "aaaaaaaaaaaa", "password_simple"),
    ("birth_year", "2025", "bad_birth_year"),
]


def sentence(language: str, code: str) -> str:
    return message(language, f"error.{code}", least=SHORTEST_PASSWORD, minutes=5)


@pytest.fixture(autouse=True)
def nobody_tried_too_often(app: App) -> None:
    app.stage.forget_tries()


@pytest.mark.parametrize("language", ["en", "tr"])
@pytest.mark.parametrize(("field", "wrong", "code"), WRONG)
def test_a_wrong_field_is_explained_beside_it_and_nothing_typed_is_lost(
    learner: Learner, language: str, field: str, wrong: str, code: str
) -> None:
    page = learner.visit(language=language, size="phone")
    screen = RegisterScreen(page).open()
    typed = {
        "display_name": "Işıl İnce",
        "email": learner.email,
        "password": PASSWORD,
        "birth_year": "2008",
    } | {field: wrong}
    screen.submit(**typed)
    name = field.replace("_", "-")
    screen.expect_error(sentence(language, code), beside=name)
    for each, value in typed.items():
        expect(screen.by(each.replace("_", "-"))).to_have_value(value)
    assert learner.app.oracle.sessions(learner.email) == 0


def test_an_address_that_is_taken_is_said_so_beside_it(learner: Learner) -> None:
    learner.has_account()
    screen = RegisterScreen(learner.visit()).open()
    screen.submit(display_name="Ada", email=learner.email.upper(), password=PASSWORD)
    screen.expect_error(sentence("en", "email_taken"), beside="email")


@pytest.mark.parametrize("language", ["en", "tr"])
@pytest.mark.parametrize(
    ("name", "initials"),
    [("iris ışık", {"tr": "İI", "en": "II"}), ("Çağrı Öz", {"tr": "ÇÖ", "en": "ÇÖ"})],
)
def test_turkish_names_keep_their_letters(
    learner: Learner, language: str, name: str, initials: dict[str, str]
) -> None:
    page = learner.visit(language=language)
    RegisterScreen(page).open().submit(display_name=name, email=learner.email, password=PASSWORD)
    page.wait_for_url("**/home")
    expect(page.locator("h1")).to_contain_text(name.split()[0])
    expect(page.locator("header a[href='/settings']")).to_have_text(initials[language])
    expect(page.locator("html")).to_have_attribute("lang", language)
    SettingsScreen(page).open()
    expect(page.get_by_test_id("display-name")).to_have_value(name)


@pytest.mark.parametrize("who", ["wrong password", "unknown address"])
def test_a_wrong_sign_in_says_the_same_for_a_wrong_password_and_an_unknown_address(
    learner: Learner, who: str
) -> None:
    learner.has_account()
    email = learner.email if who == "wrong password" else f"no-{learner.email}"
    screen = LoginScreen(learner.visit()).open()
    screen.submit(email=email, password="not this sentence")
    screen.expect_error(sentence("en", "wrong_credentials"))
    expect(screen.by("email")).to_have_value(email)
    screen.submit(email=learner.email, password=PASSWORD)
    screen.page.wait_for_url("**/home")


def test_too_many_tries_are_told_to_wait(learner: Learner) -> None:
    screen = LoginScreen(learner.has_account().visit()).open()
    for _ in range(11):
        with screen.page.expect_response("**/api/v1/auth/login"):
            screen.submit(email=learner.email, password="not this sentence")
        expect(screen.by("submit")).to_be_enabled()
    screen.expect_error(sentence("en", "too_many_tries"))


def mailed_link(page: Page, email: str) -> str:
    """The link of the newest mail to an address, once the scheduler has sent it."""
    mail = page.locator("article", has_text=email).first.filter(has_text="sent")
    end = time.monotonic() + 15
    while time.monotonic() < end:
        page.goto("/outbox")
        if mail.count():
            return mail.get_by_role("link").get_attribute("href") or ""
    raise AssertionError("no mail was sent")


@pytest.mark.parametrize("language", ["en", "tr"])
def test_a_forgotten_password_is_replaced_by_the_link_in_a_mail(
    learner: Learner, language: str
) -> None:
    learner.has_account(language=language)
    elsewhere = HomeScreen(learner.signed_in(language=language)).open()
    page = learner.visit(language=language)
    LoginScreen(page).open()
    page.locator("a[href='/forgot-password']").click()
    page.wait_for_url("**/forgot-password")
    ForgotScreen(page).submit(email=learner.email)
    expect(page.get_by_role("status").filter(has=page.get_by_role("heading"))).to_be_visible()
    link = mailed_link(page, learner.email)
    page.goto(link)
    reset = ResetScreen(page)
    reset.expect_ready()
    reset.submit(password="short")
    reset.expect_error(sentence(language, "password_short"), beside="password")
    reset.submit(password=NEW_PASSWORD)
    page.locator("main a[href='/login']").click()
    page.wait_for_url("**/login")
    LoginScreen(page).submit(email=learner.email, password=PASSWORD)
    LoginScreen(page).expect_error(sentence(language, "wrong_credentials"))
    LoginScreen(page).submit(email=learner.email, password=NEW_PASSWORD)
    page.wait_for_url("**/home")
    # every browser was signed out with the old password, and the link works once
    elsewhere.page.reload()
    elsewhere.page.wait_for_url(re.compile("/login"))
    page.goto(link)
    ResetScreen(page).submit(password=PASSWORD)
    ResetScreen(page).expect_error(sentence(language, "reset_expired"))


def test_signing_out_ends_what_the_other_tab_can_do(learner: Learner) -> None:
    learner.has_account().app.stage.plan(learner.email)
    page = learner.signed_in()
    first, second = PlanScreen(page).open(), PlanScreen(page.context.new_page())
    line = Line(second.page)
    second.open()
    third = PlanScreen(page.context.new_page()).open()
    line.go_deaf()  # the second has not heard of it when it is clicked in
    first.by("sign-out").click()
    page.wait_for_url(learner.app.url + "/")
    second.complete()
    line.hear()
    for tab in (second, third):
        tab.page.wait_for_url(re.compile(r"/login\?next=(%2F|/)plan"))
    assert learner.app.oracle.sessions(learner.email) == 0
    assert page.request.get("/api/v1/me").status == 401
    page.go_back()
    page.wait_for_url(re.compile("/login"))
    assert learner.app.oracle.days_done(learner.email) == 0


def test_registering_and_signing_in_need_only_a_keyboard(learner: Learner) -> None:
    page = learner.visit()
    RegisterScreen(page).open()
    press = page.keyboard.press
    page.get_by_test_id("display-name").focus()
    for text in ("Ada Işık", learner.email):
        page.keyboard.type(text)
        press("Tab")
    page.keyboard.type(PASSWORD)
    press("Enter")
    page.wait_for_url("**/home")
    HomeScreen(page).expect_ready()
    page.get_by_test_id("sign-out").focus()
    press("Enter")
    page.wait_for_url(learner.app.url + "/")
    LoginScreen(page).open()
    page.get_by_test_id("email").focus()
    page.keyboard.type(learner.email)
    press("Tab")
    page.keyboard.type(PASSWORD)
    press("Tab")  # the button that shows the password
    press("Space")
    expect(page.get_by_test_id("password")).to_have_attribute("type", "text")
    press("Tab")
    press("Enter")
    page.wait_for_url("**/home")
