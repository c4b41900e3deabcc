"""What opens over a page is as accessible as the page itself, in both themes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import App, Learner
from tests.e2e.screens import HomeScreen, PlanScreen
from tests.e2e.test_accessibility import violations
from tests.e2e.test_achievements import an_hour_studied
from tests.e2e.test_calendar import HISTORY, SUNDAY, THURSDAY, WEDNESDAY, CalendarScreen, a_plan

pytestmark = pytest.mark.browser


def put_on(page: Page, theme: str) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    expect(page.locator("html")).to_have_attribute("data-theme", f"learnconnect-{theme}")


def expect_accessible_as_it_is(page: Page, *themes: str) -> None:
    found = []
    for theme in themes or ("light", "dark"):
        put_on(page, theme)
        found += [f"{theme}: {each}" for each in violations(page)]
    assert found == [], "\n".join(found)


def test_the_card_of_a_medal_and_the_sheet_of_places(learner: Learner) -> None:
    page = learner.has_account().signed_in(size="phone")
    an_hour_studied(learner)
    home = HomeScreen(page).open()
    home.by("to-collection").focus()  # it stays while someone is at it
    expect_accessible_as_it_is(page)
    page.keyboard.press("Escape")
    expect(home.by("celebration")).to_have_count(0)
    home.by("nav-more").click()
    expect(home.by("nav-progress")).to_be_visible()
    expect_accessible_as_it_is(page)


def test_what_is_told_for_a_while(app: App, learner: Learner) -> None:
    app.stage.plan(learner.has_account().email)
    page = learner.signed_in()
    plan = PlanScreen(page).open()
    for theme in ("light", "dark"):
        put_on(page, theme)
        plan.complete()
        expect(plan.by("xp-earned")).to_be_visible()
        expect_accessible_as_it_is(page, theme)
        expect(plan.by("xp-earned")).to_have_count(0)


def test_a_session_in_the_hand_what_became_of_it_and_the_sheet_of_an_own_one(
    learner: Learner,
) -> None:
    a_plan(learner)
    screen = CalendarScreen(learner.signed_in()).open().next_week()
    page = screen.page
    screen.hold_over(HISTORY, WEDNESDAY)
    expect_accessible_as_it_is(page)
    page.mouse.up()
    screen.expect_refused("room for 120")
    expect_accessible_as_it_is(page)
    screen.drag(HISTORY, SUNDAY)
    screen.expect_refused("rest day")
    screen.drag(HISTORY, THURSDAY)
    screen.expect_saved("moved")
    expect_accessible_as_it_is(page)
    screen.day(THURSDAY).get_by_role("button", name="Add your own session").click()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_have_accessible_name(sheet.get_by_role("heading").inner_text())
    expect_accessible_as_it_is(page)
