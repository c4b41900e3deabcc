"""axe finds nothing on any page: in both themes, on phones and desktops, in dialogs and results."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.conftest import SIZES, App, Learner
from tests.e2e.screens import (
    ForgotScreen,
    HomeScreen,
    LoginScreen,
    PlanScreen,
    RegisterScreen,
    Screen,
    SettingsScreen,
    TestScreen,
    TracksScreen,
)

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """Rule, element and reason of each."""
    found = Axe().run(page, options={"runOnly": TAGS}).response["violations"]
    return [
        f"{each['id']}: {node['target']} {node['html'][:160]} ({node['failureSummary']})"
        for each in found
        for node in each["nodes"]
    ]


def expect_accessible(page: Page) -> None:
    """In every size and theme."""
    found = {}
    for size, viewport in SIZES.items():
        page.set_viewport_size(viewport)
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            expect(page.locator("html")).to_have_attribute("data-theme", f"learnconnect-{theme}")
            if broken := violations(page):
                found[size, theme] = broken
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if wide > 0:
                found[size, theme, "wide"] = [f"{wide} px wider than the screen"]
    assert found == {}, "\n".join(f"{k}: {v}" for k, vs in found.items() for v in vs)


# ---- for anyone -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    ["/", "/login", "/register", "/forgot-password", "/reset-password/token", "/offline", "/kit"],
)
def test_a_page_for_anyone_is_accessible(learner: Learner, address: str) -> None:
    page = learner.visit()
    page.goto(address)
    expect(page.get_by_test_id("language")).to_be_visible()
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    expect_accessible(page)


def test_a_page_that_does_not_exist_is_accessible(learner: Learner) -> None:
    learner.expects("404")
    page = learner.visit()
    page.goto("/nowhere")
    expect(page.locator("main a[href='/home']")).to_be_visible()
    expect_accessible(page)


@pytest.mark.parametrize("screen", [LoginScreen, RegisterScreen, ForgotScreen])
def test_a_form_with_errors_is_accessible(
    app: App, learner: Learner, screen: type[LoginScreen]
) -> None:
    app.stage.forget_tries()
    form = screen(learner.visit()).open()
    form.submit(email="nobody")
    form.by("form-error").first.wait_for()
    expect_accessible(form.page)


# ---- signed in --------------------------------------------------------------------------------

Prepare = Callable[[App, Learner], object]


def nothing(_app: App, _learner: Learner) -> None:
    return None


def a_plan(app: App, learner: Learner) -> None:
    app.stage.plan(learner.email, days=2)


def a_failed_week(app: App, learner: Learner) -> None:
    app.stage.failed_week(learner.email)


def a_plan_at_its_end(app: App, learner: Learner) -> None:
    app.stage.finished_plan(learner.email, right=55)


def a_correction(app: App, learner: Learner) -> None:
    app.stage.finished_plan(learner.email, right=30)


@pytest.mark.parametrize("prepare", [nothing, a_plan, a_failed_week, a_plan_at_its_end])
@pytest.mark.parametrize("screen", [HomeScreen, TracksScreen, PlanScreen])
def test_a_signed_in_page_is_accessible(
    app: App, learner: Learner, screen: type[Screen], prepare: Prepare
) -> None:
    prepare(app, learner.has_account())
    page = learner.signed_in()
    screen(page).open()
    expect_accessible(page)


def test_the_settings_are_accessible(learner: Learner) -> None:
    page = learner.has_account().signed_in()
    SettingsScreen(page).open()
    expect_accessible(page)
    page.get_by_test_id("display-name").fill(" ")
    page.get_by_test_id("save").click()
    expect(page.get_by_test_id("display-name")).to_have_attribute("aria-invalid", "true")
    expect_accessible(page)


def test_a_correction_plan_is_accessible(app: App, learner: Learner) -> None:
    a_correction(app, learner.has_account())
    page = learner.signed_in()
    PlanScreen(page).open().by("correction-plan").first.wait_for()
    expect_accessible(page)


def test_a_paused_plan_and_its_dialog_are_accessible(app: App, learner: Learner) -> None:
    a_plan(app, learner.has_account())
    page = learner.signed_in()
    plan = PlanScreen(page).open()
    page.locator("details summary").first.click()
    plan.by("pause-plan").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    expect_accessible(page)
    plan.by("confirm-pause").click()
    plan.by("resume-plan").wait_for()
    expect_accessible(page)
    HomeScreen(page).open()
    expect_accessible(page)


def test_the_choice_of_another_track_and_its_dialog_are_accessible(
    app: App, learner: Learner
) -> None:
    app.stage.assessment(learner.has_account().email)
    page = learner.signed_in()
    TracksScreen(page).open()
    page.get_by_test_id("track-python").click()
    page.get_by_test_id("start-assessment").wait_for()
    expect_accessible(page)


def test_a_running_test_and_its_dialog_are_accessible(app: App, learner: Learner) -> None:
    attempt = app.stage.weekly_test(learner.has_account().email)
    page = learner.signed_in()
    test = TestScreen(page, app.oracle).go_to(attempt)
    test.choose(1)
    test.expect_answered(1)
    expect_accessible(page)
    test.by("submit-test").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    expect_accessible(page)


def test_the_assessment_is_accessible(app: App, learner: Learner) -> None:
    attempt = app.stage.assessment(learner.has_account().email)
    page = learner.signed_in()
    test = TestScreen(page, app.oracle).go_to(attempt)
    expect_accessible(page)
    test.choose(1)
    test.expect_answered(1)
    expect_accessible(page)


def the_assessment(app: App, learner: Learner) -> str:
    app.stage.plan(learner.email)
    return str(app.oracle.attempts(learner.email)[0].id)


def a_failed_test(app: App, learner: Learner) -> str:
    return app.stage.failed_week(learner.email)


def a_passed_test(app: App, learner: Learner) -> str:
    return app.stage.failed_week(learner.email, right=28)


def a_weak_final(app: App, learner: Learner) -> str:
    return app.stage.finished_plan(learner.email, right=30)


@pytest.mark.parametrize("taken", [the_assessment, a_failed_test, a_passed_test, a_weak_final])
def test_a_result_is_accessible(
    app: App, learner: Learner, taken: Callable[[App, Learner], str]
) -> None:
    attempt = taken(app, learner.has_account())
    page = learner.signed_in()
    page.goto(f"/test/{attempt}")
    test = TestScreen(page, app.oracle)
    test.expect_result()
    for number in (0, 1, -1):
        test.by("review-item").nth(number).locator("summary").click()
    expect_accessible(page)


def test_what_does_not_exist_is_accessible(learner: Learner) -> None:
    page = learner.has_account().signed_in()
    page.goto("/test/none")
    expect(page.locator("main a[href='/home']")).to_be_visible()
    expect_accessible(page)
