"""Signed-in browsers, leaving and staying, and the guided start, as learners meet them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import datetime
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import select

from learnconnect_app.locales import message
from learnconnect_app.models import ReminderSetting, User
from tests.e2e.conftest import App, Learner
from tests.e2e.screens import HomeScreen, Screen, SettingsScreen
from tests.e2e.stage import PASSWORD
from tests.e2e.test_accessibility import expect_accessible, violations
from tests.e2e.test_accounts import mailed_link


class AccountScreen(SettingsScreen):
    """The last section of Settings."""

    def open(self) -> AccountScreen:
        super().open()
        self.page.locator("#account").scroll_into_view_if_needed()
        self.by("browser").first.wait_for()
        return self

    def expect_browsers(self, count: int) -> None:
        expect(self.by("browser")).to_have_count(count)


class StartScreen(Screen):
    path = "/start"

    def expect_step(self, step: str, status: str) -> None:
        expect(self.by(f"step-{step}")).to_have_attribute("data-status", status)


def test_browser_that_is_signed_out_from_elsewhere_is_out_at_once(learner: Learner) -> None:
    learner.has_account()
    here, there = learner.signed_in(), learner.signed_in(size="phone")
    HomeScreen(there).open()
    account = AccountScreen(here).open()
    account.expect_browsers(2)
    account.by("end-browser").click()
    account.expect_browsers(1)
    there.wait_for_url(re.compile(r"/login"))


def test_another_password_is_set_and_a_wrong_one_is_said_beside_its_field(
    learner: Learner,
) -> None:
    learner.has_account()
    page = learner.signed_in(size="phone")
    account = AccountScreen(page).open()
    account.by("open-password").click()
    account.by("current-password").fill("not my password")
    account.by("new-password").fill("another long sentence")
    account.by("change-password").click()
    expect(account.by("form-error")).to_be_visible()
    expect(account.by("new-password")).to_have_value("another long sentence")
    account.by("current-password").fill(PASSWORD)
    account.by("change-password").click()
    expect(account.by("account-done")).to_be_visible()


@pytest.mark.parametrize(("size", "language"), [("phone", "tr"), ("desktop", "en")])
def test_another_address_is_asked_for_cancelled_and_confirmed(
    learner: Learner, size: str, language: str
) -> None:
    learner.has_account(language=language)
    learner.expects("422 .*/api/v1/account/address")  # a wrong password
    page = learner.signed_in(size=size, language=language)
    account = AccountScreen(page).open()
    new = f"new.{learner.email}"
    account.by("open-address").click()
    account.by("new-address").fill(new)
    account.by("current-password").fill("not my password")
    account.by("change-address").click()
    expect(account.by("form-error")).to_be_visible()
    expect(account.by("new-address")).to_have_value(new)
    account.by("current-password").fill(PASSWORD)
    account.by("change-address").click()
    expect(account.by("address-asked")).to_contain_text(new)
    expect_accessible(page)
    expect(account.by("address")).to_have_text(learner.email)
    account.by("cancel-address").click()
    expect(account.by("address-asked")).to_have_count(0)

    account.by("new-address").fill(new)
    account.by("current-password").fill(PASSWORD)
    account.by("change-address").click()
    account.by("address-asked").wait_for()
    elsewhere = learner.visit(size=size, language=language)
    elsewhere.goto(mailed_link(elsewhere, new))
    expect(elsewhere.locator("main")).to_contain_text(new)
    assert violations(elsewhere) == []
    elsewhere.get_by_role("button").click()
    expect(elsewhere.get_by_role("heading")).to_have_text(message(language, "mail.confirming.done"))
    expect(account.by("address")).to_have_text(new)  # in the other browser, by itself
    expect(account.by("address-asked")).to_have_count(0)


def test_learner_leaves_takes_their_data_along_and_stays_after_all(
    app: App, learner: Learner
) -> None:
    learner.has_account()
    page = learner.signed_in()
    account = AccountScreen(page).open()
    account.by("open-leaving").click()
    account.by("current-password").fill(PASSWORD)
    account.by("confirmation").fill(learner.email)
    account.by("delete-account").click()
    page.wait_for_url("**/leaving")
    expect(account.by("leaving")).to_have_attribute("data-days", "14")
    assert _due(app, learner) is not None

    page.goto("/home")  # there is no other page any more
    page.wait_for_url("**/leaving")
    with page.expect_download() as download:
        account.by("export").click()
    with ZipFile(io.BytesIO(download.value.path().read_bytes())) as archive:
        assert learner.email in archive.read("data/user_account.json").decode()

    account.by("keep-account").click()
    page.wait_for_url("**/home")
    HomeScreen(page).expect_ready()
    assert _due(app, learner) is None


def test_guided_start_follows_what_is_done_and_is_celebrated(
    app: App, learners: Callable[[], Learner]
) -> None:
    learner = learners().has_account()
    app.stage.plan(learner.email, days=1)
    page = learner.signed_in(size="phone")
    home = HomeScreen(page).open()
    home.by("guided-start").get_by_role("link").click()
    page.wait_for_url("**/start")
    start = StartScreen(page)
    for step in ("goal", "resources", "launch"):
        start.expect_step(step, "done")
    start.expect_step("calendar", "open")
    start.by("start-skip").click()
    start.expect_step("calendar", "skipped")

    _choose_hours(app, learner)
    start.open()
    start.expect_step("tools", "done")
    start.by("start-tick").click()
    start.expect_step("support", "done")
    start.by("start-skip").click()
    expect(start.by("start-over")).to_be_visible()
    start.by("start-home").click()
    page.wait_for_url("**/home")
    home.expect_ready()
    expect(home.by("guided-start")).to_have_count(0)


def test_guided_start_that_is_put_away_is_gone_from_home(app: App, learner: Learner) -> None:
    learner.has_account(language="tr")
    app.stage.plan(learner.email)
    page = learner.signed_in(size="phone", language="tr")
    home = HomeScreen(page).open()
    home.by("guided-away").click()
    expect(home.by("guided-start")).to_have_count(0)
    _stays_away(page)


def _stays_away(page: Page) -> None:
    home = HomeScreen(page).open()
    expect(home.by("hero")).to_be_visible()
    expect(home.by("guided-start")).to_have_count(0)


def _due(app: App, learner: Learner) -> datetime | None:
    with app.database.reading() as session:
        found = select(User.deletion_due_at).where(User.email == learner.email)
        return session.exec(found).one()


def _choose_hours(app: App, learner: Learner) -> None:
    """As saving the hours of reminders in Settings does."""
    with app.database.transaction() as session:
        user = session.exec(select(User).where(User.email == learner.email)).one()
        session.add(ReminderSetting(user_id=user.id))


def test_days_off_are_set_and_called_off_in_settings(learner: Learner) -> None:
    learner.has_account()
    page = learner.signed_in(size="phone")
    settings = SettingsScreen(page).open()
    page.locator("#away").scroll_into_view_if_needed()
    settings.by("until-day").fill("2020-01-01")
    settings.by("away-begin").click()
    expect(settings.by("form-error")).to_be_visible()
    settings.by("until-day").fill("")
    settings.by("away-begin").click()
    settings.by("away-set").wait_for()
    settings.by("away-end").click()
    expect(settings.by("away-begin")).to_be_visible()
