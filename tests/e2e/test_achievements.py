"""Medals in the browser: celebrated on one screen, found in the collection; goals and challenge."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, expect
from sqlmodel import select

from learnconnect_app.models import User
from learnconnect_app.services.streaks import record_activity
from tests.e2e.conftest import Learner
from tests.e2e.screens import HomeScreen, Screen
from tests.e2e.study_stage import now
from tests.e2e.test_accessibility import expect_accessible

pytestmark = pytest.mark.browser

LOOKS = [
    {"size": "phone", "language": "tr", "theme": "light"},
    {"size": "desktop", "language": "en", "theme": "dark"},
]
NAMES = {"tr": "İlk saat", "en": "First hour"}


class AchievementsScreen(Screen):
    path = "/achievements"

    def medal(self, key: str) -> Locator:
        return self.page.locator(f'[data-testid="achievement"][data-key="{key}"]')


def an_hour_studied(learner: Learner) -> None:
    with learner.app.database.transaction() as session:
        user = session.exec(select(User).where(User.email == learner.email)).one()
        record_activity(session, user=user, now=now(), minutes=60, tasks=1)


@pytest.mark.parametrize("look", LOOKS)
def test_a_medal_is_celebrated_on_one_screen_and_stays_in_the_collection(
    learner: Learner, look: dict[str, str]
) -> None:
    page = learner.has_account(language=look["language"]).signed_in(**look)
    an_hour_studied(learner)
    home = HomeScreen(page).open()
    card = home.by("celebration")
    expect(card).to_have_attribute("data-key", "first_hour")
    home.by("to-collection").hover()  # it stays while someone is at it
    expect(card).to_contain_text(NAMES[look["language"]])
    other = HomeScreen(page.context.new_page()).open()
    expect(other.by("celebration")).to_have_count(0)
    other.page.close()

    home.by("to-collection").click()
    screen = AchievementsScreen(page)
    screen.expect_ready()
    expect(screen.by("celebration")).to_have_count(0)
    expect(screen.medal("first_hour")).to_have_attribute("data-tier", "bronze")
    expect(screen.medal("hours")).to_have_attribute("data-tier", "")
    expect(screen.by("collection")).to_have_attribute("data-earned", "1")
    expect_accessible(page)
    screen.by("group-path").click()
    expect(screen.medal("first_plan")).to_be_visible()
    expect(screen.medal("first_hour")).to_have_count(0)


def test_a_medal_does_not_come_back_when_its_time_is_over(learner: Learner) -> None:
    page = learner.has_account().signed_in(size="phone")
    an_hour_studied(learner)
    home = HomeScreen(page).open()
    expect(home.by("celebration")).to_be_visible()
    page.clock.set_fixed_time(datetime.now(UTC) + timedelta(seconds=10))
    for _ in range(2):
        home.open()
        home.expect_ready()
        expect(home.by("celebration")).to_have_count(0)


def test_goals_and_a_challenge_are_set_where_they_are_shown(learner: Learner) -> None:
    page = learner.has_account().signed_in(size="phone")
    screen = AchievementsScreen(page).open()
    screen.by("edit-goals").click()
    page.locator("#minutes_a_day").fill("2")
    screen.by("save-goals").click()
    expect(screen.by("form-error")).to_be_visible()
    expect(page.locator("#minutes_a_day")).to_have_value("2")
    page.locator("#minutes_a_day").fill("90")
    screen.by("save-goals").click()
    expect(screen.by("day-ring")).to_have_attribute("data-goal", "90")

    offer = screen.by("choose-challenge").first
    key = offer.get_attribute("data-key") or ""
    offer.click()
    expect(screen.by("challenge")).to_have_attribute("data-key", key)
    expect_accessible(page)
    home = HomeScreen(page).open()
    expect(home.by("challenge")).to_have_attribute("data-key", key)
    expect(home.by("weekly-goal").get_by_test_id("day-ring")).to_have_attribute("data-goal", "90")
    screen.open()
    screen.by("drop-challenge").click()
    expect(screen.by("challenge")).to_have_count(0)
