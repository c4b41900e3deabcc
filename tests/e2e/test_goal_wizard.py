"""The goal wizard in a browser: from an exam to an active plan, left and resumed on the way."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import select

from learnconnect_app.domain.study_days import study_day
from learnconnect_app.locales import message
from learnconnect_app.models import StudyPlan, User
from learnconnect_app.services.answers import next_adaptive_item
from tests.e2e.conftest import App, Learner
from tests.e2e.screens import Screen, TestScreen
from tests.e2e.test_accessibility import expect_accessible
from tests.journeys import answer, items_of

pytestmark = pytest.mark.browser

TODAY = study_day(datetime.now(UTC), "Europe/Istanbul")
EXAM_DAY = (TODAY + timedelta(150)).isoformat()
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PLANNED_WITHIN = 30_000  # milliseconds, on a busy machine


class GoalScreen(Screen):
    path = "/study/new"

    def on(self) -> None:
        self.by("next").click()

    def expect_step(self, number: int) -> None:
        here = self.page.locator("nav [aria-current=step]")
        expect(here).to_have_count(1)
        expect(
            self.page.locator("nav ol > li").nth(number - 1).locator("button")
        ).to_have_attribute("aria-current", "step")

    def choose_exam(self, exam: str = "yks", score: str = "tyt") -> None:
        self.by(f"exam-{exam}").click()
        self.by(f"score-{score}").click()
        self.on()
        self.by("exam-date").wait_for()

    def set_day(self, day: str = EXAM_DAY) -> None:
        self.by("exam-date").fill(day)
        self.on()

    def set_minutes(self, minutes: str) -> None:
        for day in WEEKDAYS:
            self.by(f"minutes-{day}").fill(minutes)
        self.on()

    def choose_level(self, level: str = "beginner") -> None:
        self.by(f"level-{level}").click()
        self.on()
        self.by("generate-plan").wait_for()

    def walk_to_assessment(self, minutes: str = "45") -> None:
        self.choose_exam()
        self.set_day()
        self.set_minutes(minutes)
        self.choose_level()

    def mark(self, number: int) -> None:
        self.page.locator("nav ol > li").nth(number - 1).locator("button").click()
        self.expect_step(number)

    def expect_week(self, wednesday: str, thursday: str, *, rest: int = 2) -> None:
        expect(self.by("minutes-wed")).to_have_value(wednesday)
        expect(self.by("minutes-thu")).to_have_value(thursday)
        expect(self.page.locator("input[name^=rest_]:checked")).to_have_count(rest)

    def expect_plan(self) -> tuple[int, int]:
        """Topics that fit, and all that are wanted."""
        suggestion = self.by("suggestion")
        suggestion.wait_for(timeout=PLANNED_WITHIN)
        expect(suggestion).to_have_attribute("data-updating", "false", timeout=PLANNED_WITHIN)
        planned, topics = (
            suggestion.get_attribute(f"data-{name}") for name in ("planned", "topics")
        )
        return int(planned or 0), int(topics or 0)


def study_plans(app: App, learner: Learner) -> list[str]:
    with app.database.reading() as session:
        plans = select(StudyPlan.status).join(User).where(User.email == learner.email)
        return sorted(session.exec(plans))


def error(code: str, language: str) -> str:
    return message(language, f"error.{code}")


@pytest.mark.parametrize(("size", "language"), [("phone", "tr"), ("desktop", "en")])
@pytest.mark.timeout(600)
def test_from_an_exam_to_an_active_plan(
    app: App, learner: Learner, size: str, language: str
) -> None:
    learner.has_account(language=language)
    page = learner.signed_in(size=size, language=language)
    goal = GoalScreen(page).open()

    goal.by("exam-yks").click()
    goal.by("score-tyt").wait_for()
    goal.on()
    expect(goal.by("form-error")).to_have_text(error("choose_one", language))
    goal.choose_exam()
    goal.set_day((TODAY + timedelta(1)).isoformat())
    expect(goal.by("form-error")).to_have_text(error("exam_past", language))
    expect(goal.by("exam-date")).to_be_focused()
    goal.set_day()
    goal.set_minutes("0")
    expect(goal.by("form-error")).to_have_text(error("minutes_none", language))
    goal.set_minutes("45")
    goal.by("level-beginner").wait_for()

    # left here, and taken up on another device
    other = GoalScreen(learner.signed_in(size=size, language=language)).open()
    other.expect_step(4)
    other.choose_level()
    if size == "phone":
        rate_every_subject(other)
    else:
        take_the_test(app, other)
    planned, topics = other.expect_plan()
    assert 0 < planned < topics

    # a subject is taken out, and what is left has more room
    other.by("want-tyt-din").click()
    expect(other.by("suggestion")).to_have_attribute(
        "data-topics", str(topics - 6), timeout=PLANNED_WITHIN
    )
    other.expect_plan()
    other.by("course-tyt-matematik").click()
    expect(other.page.locator("[data-testid^=want-tyt-mat-]")).to_have_count(25)
    expect(other.by("cushion")).to_be_visible()
    expect(other.by("left-out")).to_be_visible()

    other.by("activate-plan").click()
    other.page.wait_for_url(re.compile(r"/study/?$"))
    assert study_plans(app, learner) == ["active"]


def rate_every_subject(goal: GoalScreen) -> None:
    goal.by("rate-myself").click()
    rows = goal.page.locator("[data-testid^=rating-]")
    subjects = {
        (each.get_attribute("data-testid") or "").removeprefix("rating-").rpartition("-")[0]
        for each in rows.all()
    }
    for subject in subjects:
        goal.by(f"rating-{subject}-2").click()
    goal.by("generate-plan").click()


def take_the_test(app: App, goal: GoalScreen) -> None:
    """Begun and submitted on the screen; its questions, of every kind, are answered between."""
    goal.by("start-assessment").click()
    goal.page.wait_for_url(re.compile(r"/test/"))
    test = TestScreen(goal.page, app.oracle)
    goal.by("question").wait_for()
    attempt = app.oracle.attempt(test.attempt_id)
    now = datetime.now(UTC)
    with app.database.transaction() as session:
        while next_adaptive_item(session, user_id=attempt.user_id, attempt_id=attempt.id, now=now):
            item = items_of(session, attempt.id)[-1]
            answer(session, attempt.user_id, item, right=item.position % 3 == 0, now=now)
    goal.page.reload()
    expect(goal.by("answered-count")).to_have_attribute("data-answered", "40")
    goal.on()
    test.finish()
    goal.by("continue").click()
    goal.page.wait_for_url("**/study/new")


def test_an_option_is_one_click_and_makes_room(learner: Learner) -> None:
    goal = GoalScreen(learner.has_account().signed_in()).open()
    goal.walk_to_assessment(minutes="30")
    goal.by("generate-plan").click()
    before, _ = goal.expect_plan()

    goal.by("option-more_minutes").click(timeout=PLANNED_WITHIN)
    expect(goal.by("suggestion")).not_to_have_attribute(
        "data-planned", str(before), timeout=PLANNED_WITHIN
    )
    after, _ = goal.expect_plan()
    assert after > before


def test_an_active_plan_is_replaced_only_after_a_word(app: App, learner: Learner) -> None:
    page = learner.has_account().signed_in()
    goal = GoalScreen(page)
    for expected in (["active"], ["active", "replaced"]):
        goal.open()
        goal.walk_to_assessment()
        goal.by("generate-plan").click()
        goal.expect_plan()
        goal.by("activate-plan").click()
        if "replaced" in expected:
            assert study_plans(app, learner) == ["active", "draft"]
            goal.by("confirm-activate").click()
        page.wait_for_url(re.compile(r"/study/?$"))
        assert study_plans(app, learner) == expected


def test_a_draft_is_thrown_away_after_a_question(app: App, learner: Learner) -> None:
    goal = GoalScreen(learner.has_account().signed_in()).open()
    goal.choose_exam()
    goal.by("discard-draft").click()
    goal.page.keyboard.press("Escape")
    assert study_plans(app, learner) == ["draft"]
    goal.by("discard-draft").click()
    goal.by("confirm-discard").click()
    goal.expect_step(1)
    assert study_plans(app, learner) == []


def test_going_back_keeps_what_was_entered(learner: Learner) -> None:
    goal = GoalScreen(learner.has_account().signed_in()).open()
    goal.choose_exam()
    goal.set_day()
    rest = goal.page.locator("input[name^=rest_]:checked")
    expect(rest).to_have_attribute("name", "rest_sun")
    goal.by("minutes-wed").fill("75")
    goal.by("previous").click()
    expect(goal.by("exam-date")).to_have_value(EXAM_DAY)
    goal.on()
    expect(goal.by("minutes-wed")).to_have_value("75")
    expect(rest).to_have_attribute("name", "rest_sun")


def test_a_step_that_is_left_by_a_mark_is_kept(learner: Learner) -> None:
    goal = GoalScreen(learner.has_account().signed_in()).open()
    goal.choose_exam()
    goal.set_day()
    goal.by("minutes-wed").fill("75")
    goal.mark(2)
    goal.open()  # what this page remembered is gone
    goal.on()
    goal.expect_week("75", "90", rest=1)


def test_what_the_draft_did_not_take_is_there_on_coming_back(learner: Learner) -> None:
    goal = GoalScreen(learner.has_account().signed_in()).open()
    goal.choose_exam()
    goal.set_day()
    goal.by("minutes-wed").fill("75")
    goal.by("minutes-thu").fill("much")
    goal.page.locator("label", has=goal.page.locator("[name=rest_sat]")).click()
    goal.by("previous").click()
    expect(goal.by("exam-date")).to_have_value(EXAM_DAY)
    goal.on()
    goal.expect_week("75", "much")
    goal.mark(2)
    goal.mark(3)
    goal.expect_week("75", "much")
    goal.by("minutes-thu").fill("30")
    goal.on()
    goal.by("level-beginner").wait_for()
    goal.by("discard-draft").click()
    goal.by("confirm-discard").click()
    goal.expect_step(1)
    goal.choose_exam()
    goal.set_day()
    goal.expect_week("90", "90", rest=1)


def test_the_wizard_is_walked_by_keyboard(learner: Learner) -> None:
    goal = GoalScreen(learner.has_account().signed_in()).open()
    keys = goal.page.keyboard
    goal.page.locator("input[name=exam][value=yks]").focus()
    keys.press("Space")
    goal.by("score-tyt").wait_for()
    goal.page.locator("input[name=score]").first.focus()
    keys.press("Space")
    keys.press("Enter")
    expect(goal.page.locator("#step-title")).to_be_focused()
    goal.by("exam-date").fill(EXAM_DAY)
    keys.press("Enter")
    goal.by("minutes-mon").wait_for()
    goal.by("minutes-mon").fill("30")
    keys.press("Enter")
    goal.by("level-beginner").wait_for()


@pytest.mark.timeout(600)
def test_every_step_is_accessible(learner: Learner) -> None:
    page = learner.has_account().signed_in()
    goal = GoalScreen(page).open()
    goal.by("exam-yks").click()
    goal.by("score-tyt").wait_for()
    expect_accessible_at(page, "exam-yks")
    goal.choose_exam()
    goal.set_day("")
    expect_accessible_at(page, "form-error")
    goal.set_day()
    goal.by("minutes-mon").fill("2000")
    goal.on()
    expect_accessible_at(page, "form-error")
    goal.set_minutes("45")
    expect_accessible_at(page, "level-beginner")
    goal.choose_level()
    goal.by("rate-myself").click()
    expect_accessible_at(page, "generate-plan")
    goal.by("generate-plan").click()
    goal.expect_plan()
    goal.by("course-tyt-matematik").click()
    goal.by("left-out").locator("summary").click()
    goal.by("option-more_minutes").wait_for(timeout=PLANNED_WITHIN)
    expect_accessible_at(page, "activate-plan")


def expect_accessible_at(page: Page, testid: str) -> None:
    page.get_by_test_id(testid).first.wait_for()
    expect_accessible(page)
