"""Everything can be done without a mouse, and where the focus is can be seen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import App, Learner
from tests.e2e.keys import Keys
from tests.e2e.screens import HomeScreen, PlanScreen, TestScreen

pytestmark = pytest.mark.browser


def test_the_skip_link_leads_past_the_navigation(learner: Learner) -> None:
    page = learner.has_account().signed_in()
    HomeScreen(page).open()
    keys = Keys(page)
    keys.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    expect(page.locator(".skip-link")).to_be_in_viewport()
    keys.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    keys.tab_to(page.get_by_test_id("personalized-plan"))


def test_a_plan_is_begun_and_the_first_questions_answered_by_keys(
    app: App, learner: Learner
) -> None:
    page = learner.has_account().signed_in()
    HomeScreen(page).open()
    keys, test = Keys(page), TestScreen(page, app.oracle)
    keys.tab_to(page.get_by_test_id("personalized-plan"))
    keys.press("Enter")
    page.wait_for_url("**/plan/new")
    track = page.get_by_test_id("track-python")
    keys.tab_to(page.get_by_role("radio").first)
    for _ in range(6):
        if track.get_by_role("radio").is_checked():
            break
        keys.press("ArrowDown")
    else:
        keys.press("Space")
    expect(track.get_by_role("radio")).to_be_checked()
    keys.tab_to(page.get_by_test_id("start-assessment"))
    keys.press("Enter")
    page.wait_for_url(re.compile("/test/"))

    # by the keys of the test
    test.expect_position(0)
    keys.press("2")
    test.expect_chosen(1)
    test.expect_answered(1)
    keys.press("ArrowRight")
    test.expect_position(1)
    keys.press("ArrowRight")  # an assessment goes on when its question is answered
    keys.press("4")
    test.expect_chosen(3)
    test.expect_answered(2)
    keys.press("ArrowRight")
    test.expect_position(2)

    # by the keys of every form
    keys.tab_to(test.by("option-0"))
    keys.press("Space")
    test.expect_chosen(0)
    keys.press("ArrowDown")
    test.expect_chosen(1)
    test.expect_answered(3)
    expect(test.by("next")).to_be_enabled()
    keys.tab_to(test.by("next"))
    keys.press("Enter")
    test.expect_position(3)
    attempt = test.attempt_id
    assert app.oracle.answers(attempt) == {0: 1, 1: 3, 2: 1}


def test_the_keys_of_a_test_choose_go_back_and_on_and_rest_in_a_dialog(
    app: App, learner: Learner
) -> None:
    attempt = app.stage.weekly_test(learner.has_account().email)
    page = learner.signed_in()
    test, keys = TestScreen(page, app.oracle).go_to(attempt), Keys(page)
    for number in ("1", "2", "3", "4"):
        keys.press(number)
        test.expect_chosen(int(number) - 1)
    keys.press("9", "ArrowLeft")  # no such option, no question before the first
    test.expect_chosen(3)
    test.expect_answered(1)
    keys.press("ArrowRight")
    test.expect_position(1)
    keys.press("Control+1", "Alt+2")  # these belong to the browser
    keys.press("ArrowLeft")
    test.expect_position(0)
    keys.tab_to(test.by("submit-test"))
    keys.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    keys.press("1", "ArrowRight", "Escape")
    expect(dialog).to_be_hidden()
    expect(test.by("submit-test")).to_be_focused()
    test.expect_position(0)
    test.expect_chosen(3)
    keys.press("Enter")
    keys.tab_to(test.by("confirm-submit"))
    keys.press("Enter")
    test.expect_result()
    assert app.oracle.answers(attempt) == {0: 3}


def test_a_whole_day_is_opened_started_and_completed_by_keys(app: App, learner: Learner) -> None:
    app.stage.plan(learner.has_account().email, days=1)
    page = learner.signed_in()
    plan, keys = PlanScreen(page).open(), Keys(page)
    opened = plan.by("opened-day")
    keys.tab_to(plan.day(1, 1))
    keys.press("Enter")
    expect(opened).to_have_attribute("data-day", "1")
    keys.tab_to(plan.day(1, 2))
    keys.press("Space")
    expect(opened).to_have_attribute("data-day", "2")
    keys.tab_to(plan.by("start-task"), back=True)
    keys.press("Enter")
    expect(plan.by("start-task")).to_have_count(0)
    keys.tab_to(opened.locator("summary"))
    keys.press("Enter")
    expect(opened.locator("details .prose")).to_be_visible()
    keys.tab_to(plan.by("complete-task"), back=True)
    keys.press("Enter")
    plan.expect_day(1, 2, "completed")
    plan.expect_day(1, 3, "unlocked")
    expect(opened).to_have_attribute("data-day", "3")
    keys.tab_to(plan.by("complete-task"))


def test_locked_days_are_no_stops_for_the_keyboard(app: App, learner: Learner) -> None:
    app.stage.plan(learner.has_account().email)
    page = learner.signed_in()
    plan = PlanScreen(page).open()
    plan.expect_day(1, 2, "locked")
    locked = page.locator('[data-status="locked"]')
    assert locked.count() > 20
    expect(locked.locator("a, button, input, [tabindex]")).to_have_count(0)
