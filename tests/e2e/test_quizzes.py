"""Quizzes and mock exams in the browser: what a result leads to, and a whole sitting."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import App, Learner
from tests.e2e.screens import TestScreen
from tests.e2e.study_stage import EXAM, SCORE, StudyStage, answer_somehow
from tests.e2e.test_accessibility import expect_accessible

pytestmark = pytest.mark.browser

PHONE = {"size": "phone", "language": "tr", "theme": "light"}
DESKTOP = {"size": "desktop", "language": "en", "theme": "dark"}
ITEMS = 50


def staged(learner: Learner, language: str, **plan: str) -> StudyStage:
    learner.has_account(language=language)
    stage = StudyStage(learner.app.database, learner.email)
    stage.plan(**plan)
    return stage


@pytest.mark.parametrize("look", [PHONE, DESKTOP])
def test_a_failed_quiz_leads_to_another_explanation_and_to_practice(
    app: App, learner: Learner, look: dict[str, str]
) -> None:
    stage = staged(learner, look["language"])
    attempt = stage.quiz()
    page = learner.signed_in(**look)
    test = TestScreen(page, app.oracle).go_to(attempt)
    answer_somehow(page)
    test.finish()
    test.expect_passed(False)
    test.by("continue").click()
    expect(test.by("explanation")).to_be_in_viewport()
    assert test.by("help").count() == 2
    first = test.by("help").first.get_by_test_id("resource").first
    expect(first).to_have_attribute("target", "_blank")
    expect_accessible(page)
    test.by("practise").click()
    page.wait_for_url(lambda url: attempt not in url and "/test/" in url)
    expect(test.by("question")).to_be_visible()
    expect(test.by("answered-count")).to_have_attribute("data-answered", "0")


def test_a_passed_quiz_leads_on(app: App, learner: Learner) -> None:
    stage = staged(learner, "en")
    attempt = stage.quiz()
    stage.submitted(attempt, right=8)
    page = learner.signed_in()
    page.goto(f"/test/{attempt}")
    test = TestScreen(page, app.oracle)
    test.expect_passed(True)
    assert test.score == 100
    test.by("continue").click()
    page.wait_for_url(re.compile("/study"))


@pytest.mark.parametrize("look", [PHONE, DESKTOP])
def test_a_mock_exam_is_taken_with_blanks_and_told_in_nets(
    app: App, learner: Learner, look: dict[str, str]
) -> None:
    stage = staged(learner, look["language"], curriculum=EXAM, score=SCORE)
    attempt = stage.mock()
    page = learner.signed_in(**look)
    test = TestScreen(page, app.oracle).go_to(attempt)
    expect(test.by("section")).to_have_count(4)
    for position in range(4):
        test.answer(position < 3)
        test.expect_answered(position + 1)
        test.go_on()
    test.by("previous").click()
    test.by("clear-answer").click()
    test.expect_answered(3)
    expect(test.by("clear-answer")).to_have_count(0)
    test.by("section").nth(2).click()
    test.expect_position(35)
    expect_accessible(page)
    test.finish()
    expect(test.by("nets")).to_be_visible()
    expect(test.by("score-range")).to_be_visible()
    assert test.score == 6
    expect(test.by("review-item")).to_have_count(ITEMS)
    expect_accessible(page)


def test_two_tabs_submit_a_mock_once(app: App, learner: Learner) -> None:
    attempt = staged(learner, "en", curriculum=EXAM, score=SCORE).mock()
    pages = [learner.signed_in(), learner.signed_in()]
    tests = [TestScreen(page, app.oracle).go_to(attempt) for page in pages]
    tests[0].answer(right=True)
    tests[0].expect_saved()
    for test in tests:
        test.by("submit-test").click()
    tests[0].by("confirm-submit").click()
    for test in tests:
        test.expect_result()
        assert test.score == 2


def test_an_expired_quiz_is_submitted_by_itself(app: App, learner: Learner) -> None:
    attempt = staged(learner, "en").quiz()
    app.stage.leave(attempt, seconds=4)
    page = learner.signed_in()
    TestScreen(page, app.oracle).go_to(attempt)
    expect(page.get_by_test_id("passed")).to_have_attribute("data-passed", "false", timeout=20_000)


def test_the_quiz_of_another_learner_does_not_exist(
    app: App, learners: object, learner: Learner
) -> None:
    assert callable(learners)
    attempt = staged(learner, "en").quiz()
    page = learners().has_account().signed_in()
    page.goto(f"/test/{attempt}")
    expect(page.locator("main a[href='/home']")).to_be_visible()
    expect(page.get_by_test_id("question")).to_have_count(0)
