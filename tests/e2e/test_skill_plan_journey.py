"""The skill plan from sign-up to the career recommendation, walked in a browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import App, Learner
from tests.e2e.screens import HomeScreen, PlanScreen, RegisterScreen, TestScreen, TracksScreen
from tests.e2e.stage import PASSWORD

pytestmark = pytest.mark.browser


def all_right(_position: int) -> bool:
    return True


def every_other(position: int) -> bool:
    return position % 2 == 0


@pytest.mark.parametrize(("size", "language"), [("phone", "tr"), ("desktop", "en")])
@pytest.mark.timeout(600)
def test_four_weeks_with_a_failed_week_and_a_correction_lead_to_a_recommendation(
    app: App, learner: Learner, size: str, language: str
) -> None:
    """Questions that are left out count as wrong, so tests are answered as far as they must be."""
    app.stage.forget_tries()
    page = learner.visit(size=size, language=language)
    test = TestScreen(page, app.oracle, by_keys=size == "desktop")
    plan = PlanScreen(page)

    RegisterScreen(page).open().submit(
        display_name="Işıl Güneş", email=learner.email, password=PASSWORD
    )
    page.wait_for_url("**/home")
    expect(page.locator("html")).to_have_attribute("lang", language)
    HomeScreen(page).begin_skill_plan()
    TracksScreen(page).choose("python")
    asked = test.work_through_assessment(every_other)
    assert 28 <= asked <= 40
    test.finish()
    test.follow_result()
    plan.expect_day(1, 1, "unlocked")
    plan.expect_day(1, 2, "locked")

    # week 1: a failure at 50%, extra days, a re-test with other questions, the recovery award
    plan.complete_days(1, range(1, 8))
    plan.expect_xp(app.oracle.xp(learner.email))
    assert app.oracle.xp(learner.email) >= 7 * 15
    plan.begin_weekly_test()
    failed = test.attempt_id
    test.work_through(every_other, count=30)
    test.finish()
    test.expect_passed(False)
    assert test.score == 50
    expect(test.by("severity")).to_have_attribute("data-severity", "medium")
    test.follow_result()
    expect(page.get_by_test_id("extra-day")).to_have_count(3)
    plan.complete_days(1, range(8, 11))
    before = app.oracle.xp(learner.email)
    plan.begin_weekly_test()
    assert not app.oracle.items_of(failed) & app.oracle.items_of(test.attempt_id)
    test.work_through(all_right, count=24)
    test.finish()
    test.expect_passed(True)
    assert test.score == 80
    after = app.oracle.xp(learner.email)
    test.expect_xp(after)
    assert after - before >= 300 + 25
    assert app.oracle.paid(learner.email, "recovery") == 1
    test.follow_result()

    plan.expect_week(1, "passed")
    weeks = page.locator("[data-week]").count()
    assert weeks in (3, 4)
    for week in range(2, weeks + 1):
        plan.complete_days(week, range(1, 8))
        plan.begin_weekly_test()
        test.work_through(all_right, count=21)
        test.finish()
        test.expect_passed(True)
        test.follow_result()

    # the final at 65%: two more weeks, then the re-test at 85%
    plan.begin_final()
    test.work_through(all_right, count=39)
    test.finish()
    assert test.score == 65
    expect(test.by("career-recommendation")).to_have_attribute("data-career", "needs_training")
    test.follow_result()
    page.get_by_test_id("correction-plan").first.wait_for()
    plan.complete_days(weeks + 1, range(1, 8))
    plan.complete_days(weeks + 2, range(1, 8))
    plan.begin_final()
    test.work_through(all_right, count=51)
    test.finish()
    assert test.score == 85
    expect(test.by("career-recommendation")).to_have_attribute("data-career", "job_ready")
    test.follow_result()
    expect(page.get_by_test_id("congratulations")).to_be_visible()
    plan.expect_xp(app.oracle.xp(learner.email))
    assert app.oracle.paid(learner.email, "weekly_test") == weeks
    assert app.oracle.paid(learner.email, "daily_task") == weeks * 7 + 3 + 14
