"""The notification centre: what was told, read and opened; new ones come by themselves."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlmodel import select

from learnconnect_app.models import OutboxMessage, User
from learnconnect_app.services.notifications import insert
from learnconnect_app.services.reminder_words import words_of
from tests.e2e.conftest import Learner
from tests.e2e.screens import HomeScreen, Screen
from tests.e2e.test_accessibility import expect_accessible

pytestmark = pytest.mark.browser

LOOKS = [
    {"size": "phone", "language": "tr", "theme": "light"},
    {"size": "desktop", "language": "en", "theme": "dark"},
]
HOUR = timedelta(hours=1)


class NotificationsScreen(Screen):
    path = "/notifications"

    @property
    def rows(self) -> Locator:
        return self.by("notification")

    def expect_unread(self, count: int) -> None:
        expect_bell(self.page, count)
        unread = self.page.locator("[data-testid=notification][data-unread=true]")
        expect(unread).to_have_count(count)


def expect_bell(page: Page, count: int) -> None:
    expect(page.get_by_test_id("nav-notifications")).to_have_attribute("data-unread", str(count))


def tell(learner: Learner, *, ago: timedelta = timedelta(), kind: str = "test_unlocked") -> None:
    """As the scheduler does, which is another process than the one that serves pages."""
    now = datetime.now(UTC)
    with learner.app.database.transaction() as session:
        user = session.exec(select(User).where(User.email == learner.email)).one()
        row = OutboxMessage(
            user_id=user.id,
            channel="app",
            kind=kind,
            recipient="",
            locale=user.locale,
            params={"path": "/plan"},
            dedupe_key=uuid.uuid4().hex,
            due_at=now,
            created_at=now,
        )
        insert(session, [row], now=now - ago)


@pytest.mark.parametrize("look", LOOKS)
def test_what_was_told_is_opened_from_the_bell_and_read(
    learner: Learner, look: dict[str, str]
) -> None:
    language = look["language"]
    learner.has_account(language=language)
    for ago in (timedelta(minutes=7), 30 * HOUR, 100 * HOUR):
        tell(learner, ago=ago)
    page = learner.signed_in(**look)
    HomeScreen(page).open()
    expect_bell(page, 3)
    page.get_by_test_id("nav-notifications").click()
    page.wait_for_url("**/notifications")
    screen = NotificationsScreen(page)
    screen.expect_unread(3)
    expect(screen.rows.first).to_contain_text(words_of("test_unlocked", language, {}).title)
    expect(screen.rows.first).to_contain_text("7 dk. önce" if language == "tr" else "7 min. ago")
    expect_accessible(page)

    screen.by("mark-read").nth(2).click()
    screen.expect_unread(2)
    screen.rows.first.click()
    page.wait_for_url("**/plan")
    expect_bell(page, 1)
    page.go_back()
    screen.expect_unread(1)
    screen.by("read-all").click()
    screen.expect_unread(0)
    expect(screen.by("read-all")).to_have_count(0)
    expect(screen.rows).to_have_count(3)
    expect_accessible(page)


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_told_yet_is_said_kindly(learner: Learner, look: dict[str, str]) -> None:
    page = learner.has_account(language=look["language"]).signed_in(**look)
    screen = NotificationsScreen(page).open()
    screen.by("notifications-empty").get_by_role("link").wait_for()
    expect_bell(page, 0)
    expect_accessible(page)


def test_new_one_reaches_the_pages_that_are_open(learner: Learner) -> None:
    learner.has_account()
    home, centre = learner.signed_in(), learner.signed_in(size="phone")
    HomeScreen(home).open()
    screen = NotificationsScreen(centre).open()
    tell(learner)
    expect_bell(home, 1)
    screen.expect_unread(1)
    bell = home.get_by_test_id("nav-notifications")
    expect(bell).to_have_accessible_name("Notifications, 1 unread")
    screen.by("read-all").click()
    expect_bell(home, 0)
    expect(bell).to_have_accessible_name("Notifications")


def test_centre_is_used_by_keyboard_alone(learner: Learner) -> None:
    learner.has_account()
    tell(learner)
    page = learner.signed_in()
    screen = NotificationsScreen(page).open()
    screen.by("read-all").focus()
    page.keyboard.press("Tab")
    expect(screen.rows.first).to_be_focused()
    page.keyboard.press("Tab")
    expect(screen.by("mark-read")).to_be_focused()
    page.keyboard.press("Enter")
    screen.expect_unread(0)
    screen.rows.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/plan")


def test_language_is_switched_at_once(learner: Learner) -> None:
    learner.has_account()
    tell(learner)
    page = learner.signed_in()
    screen = NotificationsScreen(page).open()
    expect(screen.rows.first).to_contain_text(words_of("test_unlocked", "en", {}).title)
    screen.by("language").click()
    expect(screen.rows.first).to_contain_text(words_of("test_unlocked", "tr", {}).title)
