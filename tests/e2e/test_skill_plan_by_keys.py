"""The skill plan from sign-up to its end by keyboard alone; the focus is never lost over it."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect
from sqlmodel import col, select

from learnconnect_app.models import PersonalizedPlan, User
from tests import journeys
from tests.e2e.conftest import App, Learner
from tests.e2e.keys import Keys, arrive, submit, take_the_mouse_away
from tests.e2e.screens import PlanScreen, RegisterScreen, TestScreen
from tests.e2e.stage import PASSWORD
from tests.e2e.test_skill_plan_journey import all_right, every_other

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def keys_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    take_the_mouse_away(monkeypatch)


def register(keys: Keys, learner: Learner) -> None:
    """With a password that is too short at first: that is where the focus is then."""
    form = RegisterScreen(keys.page).open()
    keys.write(form.by("display-name"), "Işıl Güneş")
    keys.write(form.by("email"), learner.email)
    keys.write(form.by("password"), "short")
    keys.use(form.by("submit"))
    form.expect_error(re.compile(".+"), beside="password")
    keys.write(form.by("password"), PASSWORD)
    keys.press("Enter")
    keys.page.wait_for_url("**/home")


def do_the_first_week(keys: Keys, plan: PlanScreen) -> None:
    keys.use(plan.by("start-task"))
    keys.use(plan.by("opened-day").locator("summary"))
    expect(plan.by("opened-day").locator("details .prose")).to_be_visible()
    for number in range(1, 8):
        plan.expect_day(1, number, "unlocked")
        keys.use(plan.by("complete-task"))
        plan.expect_day(1, number, "completed")
        keys.expect_focus()


def let_it_rest_and_go_on(keys: Keys, plan: PlanScreen) -> None:
    keys.use(plan.by("pause-plan"))
    keys.press("Escape")
    expect(plan.by("pause-plan")).to_be_focused()
    keys.press("Enter")
    keys.use(plan.by("confirm-pause"))
    keys.use(plan.by("resume-plan"))
    plan.by("pause-plan").wait_for()
    keys.expect_focus()


def pass_the_other_weeks(app: App, email: str) -> None:
    with app.database.transaction() as session:
        plan = session.exec(
            select(PersonalizedPlan)
            .join(User, col(User.id) == PersonalizedPlan.user_id)
            .where(User.email == email)
        ).one()
        journeys.reach_final(session, plan, now=datetime.now(UTC))


@pytest.mark.timeout(300)
def test_the_skill_plan_is_walked_from_sign_up_to_its_end(app: App, learner: Learner) -> None:
    app.stage.forget_tries()
    page = learner.visit()
    keys, test, plan = Keys(page), TestScreen(page, app.oracle, by_keys=True), PlanScreen(page)

    register(keys, learner)
    keys.use(page.get_by_test_id("personalized-plan"))
    arrive(keys, "**/plan/new")
    keys.choose(page.get_by_test_id("track-python"))
    keys.use(page.get_by_test_id("start-assessment"))
    arrive(keys, "/test/")
    test.by("question").wait_for()
    test.work_through_assessment(every_other)
    submit(keys, test)
    keys.use(test.by("continue"))
    arrive(keys, "**/plan")

    do_the_first_week(keys, plan)
    let_it_rest_and_go_on(keys, plan)
    keys.use(plan.by("weekly-test"))
    arrive(keys, "/test/")
    test.by("question").wait_for()
    test.work_through(all_right, count=24)
    submit(keys, test)
    test.expect_passed(True)
    keys.use(test.by("continue"))
    arrive(keys, "**/plan")
    plan.expect_week(1, "passed")

    pass_the_other_weeks(app, learner.email)
    plan.open()
    keys.use(plan.by("final-test"))
    arrive(keys, "/test/")
    test.by("question").wait_for()
    test.work_through(all_right, count=51)
    submit(keys, test)
    keys.use(test.by("continue"))
    arrive(keys, "**/plan")
    expect(plan.by("congratulations")).to_be_visible()
