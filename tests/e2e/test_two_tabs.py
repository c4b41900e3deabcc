"""What is done in one tab shows in the others at once, and old tabs do no harm."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import expect

from learnconnect_app.locales import message
from tests.e2e.conftest import Learner
from tests.e2e.line import Line
from tests.e2e.screens import HomeScreen, PlanScreen

pytestmark = pytest.mark.browser

AT_ONCE = 1000  # milliseconds


@pytest.fixture
def tabs(learner: Learner) -> tuple[PlanScreen, PlanScreen]:
    """Two tabs of one browser, both at a plan of which nothing is done yet."""
    learner.has_account().app.stage.plan(learner.email)
    page = learner.signed_in()
    first, second = PlanScreen(page), PlanScreen(page.context.new_page())
    return first.open(), second.open()


def test_completing_a_day_shows_in_the_other_tab_within_a_second(
    learner: Learner, tabs: tuple[PlanScreen, PlanScreen]
) -> None:
    first, second = tabs
    first.expect_day(1, 2, "locked")
    first.complete()
    expect(second.day(1, 1)).to_have_attribute("data-status", "completed", timeout=AT_ONCE)
    expect(second.day(1, 2)).to_have_attribute("data-status", "unlocked", timeout=AT_ONCE)
    xp = learner.app.oracle.xp(learner.email)
    assert xp > 0
    for tab in tabs:
        tab.expect_xp(xp)
        expect(tab.by("xp-bar")).to_have_attribute("aria-valuenow", str(xp % 100))
        expect(tab.by("opened-day")).to_have_attribute("data-day", "2")


def test_another_device_at_home_follows_too(learner: Learner) -> None:
    learner.has_account().app.stage.plan(learner.email)
    plan = PlanScreen(learner.signed_in()).open()
    home = HomeScreen(learner.signed_in(size="phone", language="tr")).open()
    plan.complete()
    plan.expect_day(1, 1, "completed")
    xp = learner.app.oracle.xp(learner.email)
    expect(home.by("xp-total")).to_have_attribute("data-xp", str(xp), timeout=AT_ONCE)


def test_pausing_and_resuming_show_in_the_other_tab(
    learner: Learner, tabs: tuple[PlanScreen, PlanScreen]
) -> None:
    first, second = tabs
    first.pause()
    expect(second.by("resume-plan")).to_be_visible(timeout=AT_ONCE)
    assert learner.app.oracle.plan_status(learner.email) == "paused"
    second.by("resume-plan").click()
    expect(first.by("pause-plan")).to_be_visible(timeout=AT_ONCE)
    assert learner.app.oracle.plan_status(learner.email) == "active"


def test_a_stale_tab_that_completes_a_day_again_changes_nothing(learner: Learner) -> None:
    learner.has_account().app.stage.plan(learner.email)
    page, oracle = learner.signed_in(), learner.app.oracle
    pages = (page, page.context.new_page())
    lines = [Line(each) for each in pages]
    tabs = [PlanScreen(each).open() for each in pages]
    for line in lines:  # neither hears that the other completes the same day
        line.go_deaf()
    for tab in tabs:
        tab.by("complete-task").evaluate("(button) => { button.click(); button.click(); }")
    for line in lines:
        line.hear()
    for tab in tabs:
        tab.expect_day(1, 1, "completed")
        tab.expect_day(1, 2, "unlocked")
        tab.open_day(1, 1)  # it is answered after all that was clicked before
        tab.expect_day(1, 3, "locked")
        expect(tab.by("form-error")).to_have_count(0)
    assert oracle.days_done(learner.email) == 1
    assert oracle.paid(learner.email, "daily_task") == 1
    for tab in tabs:
        tab.expect_xp(oracle.xp(learner.email))


def test_a_double_click_completes_one_day(learner: Learner) -> None:
    learner.has_account().app.stage.plan(learner.email)
    page = learner.signed_in()
    plan = PlanScreen(page).open()
    plan.by("complete-task").click(trial=True)
    animations = page.context.new_cdp_session(page)
    animations.send("Animation.enable")
    animations.send("Animation.setPlaybackRate", {"playbackRate": 0})  # the moment after the click
    plan.tap("complete-task")
    plan.expect_day(1, 2, "unlocked")
    expect(plan.by("opened-day")).to_have_attribute("data-day", "2")
    plan.tap("complete-task")  # by now it is another day's
    plan.open_day(1, 1)  # it is answered after all that was clicked before
    plan.expect_day(1, 2, "unlocked")
    assert learner.app.oracle.days_done(learner.email) == 1
    animations.send("Animation.setPlaybackRate", {"playbackRate": 1})
    plan.open_day(1, 2)
    plan.complete()
    plan.expect_day(1, 2, "completed")


def test_a_day_completed_while_a_tab_slept_is_done_when_it_wakes(
    learner: Learner, tabs: tuple[PlanScreen, PlanScreen]
) -> None:
    first, second = tabs
    first.page.goto("about:blank")
    second.complete()
    second.expect_day(1, 1, "completed")
    first.page.go_back()
    first.expect_day(1, 1, "completed")
    first.expect_xp(learner.app.oracle.xp(learner.email))


def test_the_language_follows_to_the_other_tab(
    learner: Learner, tabs: tuple[PlanScreen, PlanScreen]
) -> None:
    first, second = tabs
    english = second.by("opened-day").locator("h2").inner_text()
    expect(second.by("complete-task")).to_have_text(message("en", "plan.complete"))
    first.by("language").click()
    for tab in tabs:
        expect(tab.page.locator("html")).to_have_attribute("lang", "tr")
        expect(tab.by("language")).to_have_attribute("data-language", "tr")
        expect(tab.by("complete-task")).to_have_text(message("tr", "plan.complete"))
        expect(tab.by("opened-day").locator("h2")).not_to_have_text(english)
    second.by("language").click()
    for tab in tabs:
        expect(tab.page.locator("html")).to_have_attribute("lang", "en")
        expect(tab.by("opened-day").locator("h2")).to_have_text(english)


def test_the_language_of_the_account_is_that_of_a_new_browser(learner: Learner) -> None:
    page = learner.has_account(language="tr").signed_in(language="en")
    HomeScreen(page).open()
    expect(page.locator("html")).to_have_attribute("lang", "tr")
    expect(page.get_by_test_id("nav-home")).to_have_text(message("tr", "shell.nav_home"))


def test_following_goes_on_after_many_changes(
    learner: Learner, tabs: tuple[PlanScreen, PlanScreen]
) -> None:
    first, second = tabs
    began = time.monotonic()
    for day in range(1, 4):
        actor, other = (first, second) if day % 2 else (second, first)
        actor.complete()
        expect(other.day(1, day)).to_have_attribute("data-status", "completed", timeout=AT_ONCE)
    assert time.monotonic() - began < 20
    assert learner.app.oracle.days_done(learner.email) == 3
