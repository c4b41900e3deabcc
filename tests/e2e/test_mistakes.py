"""The mistake notebook in the browser: reviewing, looking up, taking out."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, WebSocket, expect

from tests.e2e.conftest import Learner
from tests.e2e.screens import Screen
from tests.e2e.study_stage import TOPIC, StudyStage, answer_somehow
from tests.e2e.test_accessibility import expect_accessible

pytestmark = pytest.mark.browser

LOOKS = [
    {"size": "phone", "language": "tr", "theme": "light"},
    {"size": "desktop", "language": "en", "theme": "dark"},
]


class MistakesScreen(Screen):
    path = "/mistakes"

    def expect_due(self, count: int) -> None:
        expect(self.by("mistakes-due")).to_have_attribute("data-due", str(count))

    def judge(self) -> bool:
        """Answer the question in sight somehow; whether that was right."""
        self.by("question").wait_for()
        answer_somehow(self.page)
        expect(self.by("review-go-on")).to_be_enabled()
        self.by("review-go-on").click()
        self.by("verdict").wait_for()
        return self.by("verdict").get_attribute("data-correct") == "true"


def notebook(learner: Learner, page: Page) -> MistakesScreen:
    screen = MistakesScreen(page).open()
    expect(page.locator("h1")).to_be_visible()
    return screen


def with_mistakes(learner: Learner, language: str = "en", *, days_ago: int = 2) -> None:
    stage = StudyStage(learner.has_account(language=language).app.database, learner.email)
    stage.plan()
    stage.mistakes(days_ago=days_ago)


@pytest.mark.parametrize("look", LOOKS)
def test_what_is_due_is_reviewed_one_by_one(learner: Learner, look: dict[str, str]) -> None:
    with_mistakes(learner, look["language"])
    page = learner.signed_in(**look)
    screen = notebook(learner, page)
    screen.expect_due(6)
    expect_accessible(page)
    screen.by("start-review").click()
    screen.by("question").wait_for()
    expect(screen.by("review-go-on")).to_be_disabled()
    expect_accessible(page)
    for number in range(6):
        screen.judge()
        if number == 0:
            expect_accessible(page)
        screen.by("review-go-on").click()
        if number < 5:
            expect(screen.by("question")).to_have_attribute("data-position", str(number + 1))
    screen.by("round-over").wait_for()
    screen.by("to-notebook").click()
    expect(screen.by("mistakes-calm")).to_be_visible()
    expect_accessible(page)


def test_the_right_answer_reaches_the_browser_only_after_the_own_one(learner: Learner) -> None:
    with_mistakes(learner)
    page, frames = learner.visit(), []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: frames.append(str(payload)))

    page.on("websocket", listen)
    learner.sign_in(page)
    screen = notebook(learner, page)
    screen.by("start-review").click()
    screen.by("question").wait_for()
    assert any('"stem_html' in frame for frame in frames)
    assert not any('"is_right":true' in frame or '"is_right": true' in frame for frame in frames)
    screen.judge()
    assert any('"is_right":true' in frame or '"is_right": true' in frame for frame in frames)


def test_an_answer_is_shown_on_demand_and_a_mistake_is_taken_out_and_put_back(
    learner: Learner,
) -> None:
    with_mistakes(learner)
    page = learner.signed_in()
    screen = notebook(learner, page)
    page.locator(f"[data-testid=mistake-topic][data-topic={TOPIC}]").click()
    expect(screen.by("mistake")).to_have_count(6)
    screen.by("show-answer").first.click()
    expect(screen.by("mistake").first.locator(".prose")).to_be_visible()
    expect_accessible(page)
    screen.by("take-out").first.click()
    expect(screen.by("mistake")).to_have_count(5)
    screen.expect_due(5)
    screen.by("undo").click()
    expect(screen.by("mistake")).to_have_count(6)
    screen.expect_due(6)


def test_another_tab_follows_and_an_answer_counts_once(learner: Learner) -> None:
    with_mistakes(learner)
    first, second = (notebook(learner, learner.signed_in()) for _ in range(2))
    first.by("start-review").click()
    first.judge()
    second.expect_due(5)


def test_nothing_due_says_when_the_next_comes(learner: Learner) -> None:
    with_mistakes(learner, days_ago=0)
    page = learner.signed_in()
    screen = notebook(learner, page)
    expect(screen.by("mistakes-calm")).to_be_visible()
    expect(screen.by("start-review")).to_have_count(0)


def test_an_empty_notebook_is_calm(learner: Learner) -> None:
    page = learner.has_account().signed_in()
    screen = notebook(learner, page)
    expect(screen.by("mistakes-empty")).to_be_visible()
    expect_accessible(page)
