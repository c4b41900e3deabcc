"""A running test outlives reloads, lost connections, other devices, wrong clocks and its time."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Learner
from tests.e2e.line import Line
from tests.e2e.screens import TestScreen

pytestmark = pytest.mark.browser


@pytest.fixture
def attempt(learner: Learner) -> str:
    """A running weekly test of 30 questions."""
    return learner.has_account().app.stage.weekly_test(learner.email)


def opened(page: Page, learner: Learner, attempt: str) -> TestScreen:
    return TestScreen(page, learner.app.oracle).go_to(attempt)


def expect_kept(learner: Learner, attempt: str, answers: dict[int, int]) -> None:
    assert learner.app.oracle.answers(attempt) == answers


def test_a_reload_keeps_the_answers_and_the_remaining_time(learner: Learner, attempt: str) -> None:
    page = learner.signed_in()
    test = opened(page, learner, attempt)
    test.choose(2)
    test.expect_answered(1)
    test.go_on()
    test.choose(0)
    test.expect_answered(2)
    page.reload()
    test.expect_answered(2)
    test.expect_seconds_left()
    test.expect_position(1)
    test.expect_chosen(0)
    test.by("previous").click()
    test.expect_chosen(2)
    expect_kept(learner, attempt, {0: 2, 1: 0})


def test_an_answer_given_while_the_line_is_cut_arrives_when_it_is_back(
    learner: Learner, attempt: str
) -> None:
    learner.expects("ERR_INTERNET_DISCONNECTED")
    page = learner.signed_in()
    line = Line(page)
    test = opened(page, learner, attempt)
    test.choose(1)
    test.expect_answered(1)
    line.cut()
    test.choose(3)
    expect(test.by("not-saved")).to_be_visible()
    expect(test.by("reconnecting")).to_be_visible()
    expect_kept(learner, attempt, {0: 1})
    line.mend()
    test.expect_saved()
    expect(test.by("not-saved")).to_have_count(0)
    expect(test.by("reconnecting")).to_have_count(0)
    test.expect_chosen(3)
    expect_kept(learner, attempt, {0: 3})


def test_an_answer_sent_into_a_dead_line_is_marked_and_sent_again(
    learner: Learner, attempt: str
) -> None:
    page = learner.signed_in()
    line = Line(page)
    test = opened(page, learner, attempt)
    line.go_dead()
    test.choose(2)
    expect(test.by("not-saved")).to_be_visible()
    test.choose(0)  # minds may change meanwhile
    line.mend()
    test.expect_saved()
    expect(test.by("not-saved")).to_have_count(0)
    test.expect_answered(1)
    test.expect_chosen(0)
    expect_kept(learner, attempt, {0: 0})
    page.reload()
    test.expect_answered(1)
    expect(test.by("not-saved")).to_have_count(0)


def test_an_unsaved_answer_outlives_a_reload(learner: Learner, attempt: str) -> None:
    page = learner.signed_in()
    line = Line(page)
    test = opened(page, learner, attempt)
    line.go_dead()
    test.choose(2)
    expect(test.by("not-saved")).to_be_visible()
    line.mend()
    page.reload()
    test.expect_saved()
    test.expect_answered(1)
    expect(test.by("not-saved")).to_have_count(0)
    expect_kept(learner, attempt, {0: 2})


def test_submitting_takes_unsaved_answers_along(learner: Learner, attempt: str) -> None:
    page = learner.signed_in()
    line = Line(page)
    test = opened(page, learner, attempt)
    line.lose("test_state.answer")
    test.answer(right=True)
    expect(test.by("not-saved")).to_be_visible()
    expect_kept(learner, attempt, {})
    test.finish()
    assert test.score == 3  # one of thirty
    expect(test.by("lost-answers")).to_have_count(0)


def test_a_submission_into_a_dead_line_can_be_made_again(learner: Learner, attempt: str) -> None:
    page = learner.signed_in()
    line = Line(page)
    test = opened(page, learner, attempt)
    line.go_dead()
    test.answer(right=True)
    test.by("submit-test").click()
    test.by("confirm-submit").click()
    line.mend()
    test.expect_saved()
    test.finish()  # the first click was lost with the line, in sight of all
    assert test.score == 3  # one of thirty
    expect(test.by("lost-answers")).to_have_count(0)


def test_answers_that_never_arrived_are_named_on_the_result(learner: Learner, attempt: str) -> None:
    page = learner.signed_in()
    line = Line(page)
    test = opened(page, learner, attempt)
    line.go_dead()
    test.answer(right=True)
    expect(test.by("not-saved")).to_be_visible()
    learner.app.stage.leave(attempt, seconds=-60)
    line.mend()
    test.expect_result()
    assert test.score == 0
    expect(test.by("lost-answers")).to_contain_text("1")


def test_another_device_goes_on_with_the_same_attempt(learner: Learner, attempt: str) -> None:
    desk = opened(learner.signed_in(), learner, attempt)
    desk.choose(1)
    desk.expect_answered(1)
    phone = opened(learner.signed_in(size="phone", language="tr"), learner, attempt)
    phone.expect_answered(1)
    phone.expect_position(1)
    for test in (phone, desk):
        test.expect_seconds_left()
    phone.choose(2)
    phone.expect_answered(2)
    desk.expect_answered(2)
    desk.go_on()
    desk.expect_chosen(2)
    expect_kept(learner, attempt, {0: 1, 1: 2})


def test_submitting_in_two_tabs_counts_once(learner: Learner, attempt: str) -> None:
    page = learner.signed_in()
    pages = (page, page.context.new_page())
    lines = [Line(each) for each in pages]
    tabs = [opened(each, learner, attempt) for each in pages]
    for line in lines:  # neither hears of the other
        line.go_deaf()
    for test in tabs:
        test.by("submit-test").click()
        test.by("confirm-submit").evaluate("(button) => { button.click(); button.click(); }")
    for line in lines:
        line.hear()
    for test in tabs:
        test.expect_result()
        expect(test.by("form-error")).to_have_count(0)
    kinds = [each.kind for each in learner.app.oracle.attempts(learner.email)]
    assert kinds == ["initial", "weekly"]
    assert learner.app.oracle.failures(learner.email) == 1


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_browser_whose_clock_is_wrong_shows_the_right_time(
    learner: Learner, attempt: str, hours: int
) -> None:
    page = learner.signed_in()
    shift = f"{{const now = Date.now; Date.now = () => now() + {hours * 3_600_000};}}"
    page.add_init_script(shift)
    learner.app.stage.leave(attempt, seconds=600)
    test = opened(page, learner, attempt)
    test.expect_seconds_left()
    test.choose(1)
    test.expect_answered(1)


def test_when_the_time_is_up_what_was_answered_counts(learner: Learner, attempt: str) -> None:
    page = learner.signed_in()
    test = opened(page, learner, attempt)
    test.answer(right=True)
    test.expect_answered(1)
    learner.app.stage.leave(attempt, seconds=3)
    page.reload()
    test.expect_result()
    test.expect_passed(False)
    assert test.score == 3
    submitted = learner.app.oracle.attempt(attempt)
    assert submitted.submitted_at
    assert submitted.submitted_at <= submitted.deadline_at


def test_an_answer_after_the_time_is_up_shows_the_result(learner: Learner, attempt: str) -> None:
    test = opened(learner.signed_in(), learner, attempt)
    learner.app.stage.leave(attempt, seconds=-60)
    test.by("option-1").click()
    test.expect_result()
    assert test.score == 0
    expect_kept(learner, attempt, {})
