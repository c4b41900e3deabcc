"""Settings in a browser: reminders, connections, and what is said when something is wrong."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Self
from uuid import UUID

import icalendar
import pytest
from playwright.sync_api import Locator, Page, expect
from sqlmodel import select

from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import ReminderSetting, ReminderSwitch, User
from learnconnect_app.services.channels import switch_off
from tests.e2e.conftest import App, Learner
from tests.e2e.screens import Screen
from tests.e2e.test_accessibility import expect_accessible
from tests.study_factories import a_session, a_study_plan, lessons_of

pytestmark = pytest.mark.browser

DEVICES = [("phone", "tr", "light"), ("desktop", "en", "dark")]


class Settings(Screen):
    path = "/settings"

    def open_connections(self) -> Self:
        """They are fetched when they come into sight."""
        self.open()
        self.page.locator("#integrations").scroll_into_view_if_needed()
        self.by("way-mail").wait_for()
        return self

    def save_hours(self) -> None:
        self.by("save-reminders").click()

    def open_rules(self, group: str) -> Locator:
        rules = self.by(f"rules-{group}")
        rules.locator("summary").click()
        return rules

    def rule(self, rule: str, channel: str) -> Locator:
        return self.by(f"rule-{rule}-{channel}").get_by_role("switch")


def user_of(app: App, learner: Learner) -> User:
    with app.database.reading() as session:
        return session.exec(select(User).where(User.email == learner.email)).one()


def kept_hours(app: App, learner: Learner) -> ReminderSetting | None:
    with app.database.reading() as session:
        return session.get(ReminderSetting, user_of(app, learner).id)


@pytest.fixture(params=DEVICES, ids=lambda device: "-".join(device[:2]))
def page(request: pytest.FixtureRequest, learner: Learner) -> Page:
    size, language, theme = request.param
    return learner.has_account(language=language).signed_in(
        size=size, language=language, theme=theme
    )


def test_hours_are_kept_and_what_is_wrong_stays_to_be_mended(
    page: Page, app: App, learner: Learner
) -> None:
    settings = Settings(page).open()
    settings.by("quiet-from").fill("23:15")
    settings.by("hours-chosen").check()
    settings.save_hours()
    expect(settings.by("form-error")).to_be_visible()  # no hour was chosen
    expect(settings.by("quiet-from")).to_have_value("23:15")
    expect(settings.by("hours-chosen")).to_be_checked()
    assert kept_hours(app, learner) is None
    page.locator("label", has=page.locator("input[name=hour_19]")).click()
    settings.save_hours()
    expect(settings.by("saved").first).to_be_visible()
    expect(settings.by("form-error")).to_have_count(0)
    kept = kept_hours(app, learner)
    assert kept is not None
    assert (kept.quiet_from, kept.hours) == (23 * 60 + 15, [19])
    page.reload()
    settings.expect_ready()
    expect(settings.by("quiet-from")).to_have_value("23:15")
    expect(page.locator("input[name=hour_19]")).to_be_checked()


def test_single_reminders_are_switched_at_once_and_by_the_keyboard(
    page: Page, app: App, learner: Learner
) -> None:
    settings = Settings(page).open()
    settings.open_rules("progress")
    report = settings.rule("weekly_report", "mail")
    expect(report).to_be_checked()
    report.focus()
    page.keyboard.press("Space")
    expect(report).not_to_be_checked()
    expect(settings.by("saved").first).to_be_visible()
    expect(report).to_be_focused()
    page.reload()
    settings.expect_ready()
    settings.open_rules("progress")
    expect(settings.rule("weekly_report", "mail")).not_to_be_checked()
    with app.database.reading() as session:
        key = (user_of(app, learner).id, "weekly_report", "mail")
        switch = session.get(ReminderSwitch, key)
        assert switch is not None
        assert not switch.is_on


def test_feed_is_made_shown_replaced_and_ended(page: Page, app: App, learner: Learner) -> None:
    session_id = with_a_session(app, learner)
    settings = Settings(page).open_connections()
    settings.by("feed-make").click()
    address = settings.by("feed-address")
    expect(address).to_have_value(re.compile(r"/calendar/[\w-]{43}\.ics$"))
    first = path_of(address.input_value())
    asked = page.context.request.get(first)
    assert asked.ok
    events = icalendar.Calendar.from_ical(asked.body()).walk("VEVENT")
    assert f"{session_id}@learnconnect" in {str(event["uid"]) for event in events}
    settings.by("feed-new").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    settings.by("feed_new-yes").click()
    expect(address).not_to_have_value(re.compile(re.escape(first)))
    assert page.context.request.get(first).status == 404
    second = path_of(address.input_value())
    assert page.context.request.get(second).ok
    settings.by("feed-end").click()
    way_out = page.locator("dialog[open] .modal-action button").last
    expect(way_out).to_be_focused()  # a key held too long ends nothing
    settings.by("feed_end-yes").click()
    expect(settings.by("feed-make")).to_be_visible()
    assert page.context.request.get(second).status == 404


def with_a_session(app: App, learner: Learner) -> UUID:
    with app.database.transaction() as session:
        user = session.exec(select(User).where(User.email == learner.email)).one()
        now = datetime.now(UTC)
        plan = a_study_plan(session, user, exam_day=(now + timedelta(60)).date(), now=now)
        lesson = lessons_of(session)[0]
        tomorrow = study_day(now, user.timezone) + timedelta(1)
        return a_session(session, plan, lesson, day=tomorrow, start_minute=18 * 60).id


def path_of(address: str) -> str:
    return address[address.index("/calendar/") :]


def test_test_mail_is_sent_and_its_result_appears(page: Page) -> None:
    settings = Settings(page).open_connections()
    settings.by("trial-mail").click()
    expect(settings.by("trial-result-mail")).to_have_attribute("data-state", "sent", timeout=30_000)
    settings.by("trial-mail").click()
    expect(settings.by("trial-result-mail")).not_to_contain_text("(")  # why not once more
    expect(settings.by("trial-result-mail")).to_have_text(re.compile(r"\w+"))


def test_section_that_the_address_names_is_in_sight_and_marked(page: Page) -> None:
    settings = Settings(page)
    page.goto("/settings?integration=google&result=connected#integrations")
    settings.expect_ready()
    expect(page.locator("#integrations-title")).to_be_in_viewport()
    expect(settings.by("arrived")).to_have_attribute("data-result", "connected")
    marked = page.locator(".section-list [aria-current]")
    expect(marked).to_have_attribute("href", "#integrations")


def test_everything_open_is_accessible(page: Page, app: App, learner: Learner) -> None:
    user = user_of(app, learner)
    with app.database.transaction() as session:
        now = datetime.now(UTC)
        switch_off(session, user_id=user.id, channel="push", reason="bounced", now=now)
    settings = Settings(page).open()
    expect_accessible(page)
    settings.open_connections()
    for group in ("today", "progress", "break", "account"):
        settings.open_rules(group)
    settings.by("hours-chosen").check()
    settings.by("feed-make").click()
    settings.by("feed-address").wait_for()
    expect_accessible(page)
    settings.by("feed-new").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    expect_accessible(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    settings.by("switch-on-push").click()
    expect(settings.by("way-push")).to_have_attribute("data-state", "none")
