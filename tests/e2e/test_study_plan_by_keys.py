"""The study plan from a goal to a mistake looked at again, by keyboard alone, on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.conftest import App, Learner
from tests.e2e.keys import Keys, arrive, submit, take_the_mouse_away
from tests.e2e.nights import let_days_pass
from tests.e2e.screens import HomeScreen, TestScreen
from tests.e2e.test_study_plan_journey import DAY, WEEKDAYS, ZONE, Calendar, Learning, today

pytestmark = pytest.mark.browser

PLANNED_WITHIN = 30_000
"""Milliseconds, on a busy machine."""


@pytest.fixture(autouse=True)
def keys_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    take_the_mouse_away(monkeypatch)


def set_a_goal(keys: Keys) -> None:
    """Every step of the wizard, one of them with a mistake."""
    by = keys.page.get_by_test_id
    title = keys.page.locator("#step-title")
    keys.choose(by("exam-driving-theory"))
    keys.use(by("next"))
    by("exam-date").wait_for()
    expect(title).to_be_focused()
    keys.write(by("exam-date"), f"{today() - DAY:%d%m%Y}")
    keys.use(by("next"))
    expect(by("form-error")).to_be_visible()
    expect(by("exam-date")).to_be_focused()
    keys.write(by("exam-date"), f"{today() + 90 * DAY:%d%m%Y}")
    keys.use(by("next"))
    by("minutes-mon").wait_for()
    expect(title).to_be_focused()
    for weekday in WEEKDAYS:
        keys.write(by(f"minutes-{weekday}"), "120")
    keys.use(by("next"))
    by("level-beginner").wait_for()
    keys.choose(by("level-intermediate"))
    keys.use(by("next"))
    keys.use(by("rate-myself"))
    third = keys.page.locator('[data-testid^="rating-"][data-testid$="-3"]')
    third.first.wait_for()
    for rating in third.all():
        keys.choose(rating)
    keys.use(by("generate-plan"))
    by("suggestion").wait_for(timeout=PLANNED_WITHIN)
    expect(by("suggestion")).to_have_attribute("data-updating", "false", timeout=PLANNED_WITHIN)
    keys.expect_focus()
    keys.use(by("activate-plan"))
    arrive(keys, r"/study/?$")


def body_of(card: Locator) -> Locator:
    return card.get_by_role("button").first


def move_a_session(keys: Keys, calendar: Calendar, learning: Learning) -> None:
    """To the next day, told on the way; and back by the key for that."""
    week = today() + (7 - today().weekday()) * DAY
    keys.use(calendar.by("next"))
    expect(calendar.day(week)).to_be_visible()
    session = learning.movable(week)
    card, live = calendar.card(str(session.id)), keys.page.locator("[id^=DndLiveRegion]")
    keys.tab_to(body_of(card))
    expect(body_of(card)).to_have_attribute("aria-roledescription", re.compile(".+"))
    keys.press("Enter")
    expect(live).not_to_be_empty()
    lifted = live.inner_text()
    keys.press("ArrowRight")
    expect(live).not_to_have_text(lifted)
    keys.press("Enter")
    asked = calendar.by("make-room")
    expect(calendar.by("undo").or_(asked).first).to_be_visible()
    if asked.is_visible():
        expect(calendar.by("refused")).to_be_focused()
        keys.press("Tab")
        while not asked.evaluate("(asked) => asked === document.activeElement"):
            keys.press("Tab")  # over the nearest day that has room
        keys.press("Enter")
    calendar.expect_on(str(session.id), session.day + DAY)
    keys.expect_focus()
    expect(calendar.by("undo")).to_be_visible()
    keys.press("Control+z")
    calendar.expect_on(str(session.id), session.day)
    keys.expect_focus()

    # what can be done with it opens over the calendar, and closes to where it was opened
    menu = card.get_by_role("button").last
    keys.use(menu)
    sheet = keys.page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    expect(sheet).to_have_accessible_name(re.compile(".+"))
    keys.press("Escape")
    expect(sheet).to_be_hidden()
    expect(menu).to_be_focused()


def add_an_own_session(keys: Keys, calendar: Calendar) -> None:
    keys.use(calendar.page.locator(".day-add").first)
    sheet = keys.page.get_by_role("dialog")
    expect(sheet).to_have_accessible_name(re.compile(".+"))
    keys.write(calendar.by("own-title"), "Çalışma grubu")
    keys.write(calendar.by("own-start"), "0715")
    keys.press("ArrowUp")  # in the morning, before all others, also by a clock of twelve hours
    keys.use(calendar.by("own-save"))
    expect(sheet).to_be_hidden()
    expect(calendar.page.locator("[data-testid=session]", has_text="Çalışma grubu")).to_be_visible()
    keys.expect_focus()
    for view in ("month", "day", "week"):
        keys.use(calendar.by(f"view-{view}"))
        expect(calendar.by(f"view-{view}")).to_have_attribute("aria-pressed", "true")


def study_a_lesson(keys: Keys) -> None:
    home = HomeScreen(keys.page)
    keys.use(home.by("nav-home"))
    arrive(keys, "**/home")
    keys.use(home.by("continue-today"))
    arrive(keys, "/lesson/")
    keys.use(home.by("start-session"))
    expect(home.by("session-clock")).to_have_attribute("data-running", "true")
    keys.write(home.by("notes"), "Önce güvenlik")
    expect(home.by("notes-state")).to_have_attribute("data-saved", "true")
    keys.choose(home.by("mood-focused"))
    keys.use(home.by("complete-session"))
    home.by("finished").wait_for()
    keys.expect_focus()


def answer(keys: Keys) -> None:
    """The question in sight somehow, whatever its kind."""
    page = keys.page
    kind = page.get_by_test_id("question").get_attribute("data-kind")
    if kind in ("choice", "several"):
        keys.press("1")
    elif kind == "order":
        keys.use(page.get_by_test_id("keep-order"))
    elif kind == "match":
        for partner in page.locator("[data-testid^=match-]").all():
            keys.tab_to(partner)
            keys.press("ArrowDown")
    else:
        keys.write(page.get_by_test_id("answer"), "3")


def take_the_quiz(keys: Keys, app: App, learning: Learning) -> None:
    page = keys.page
    keys.use(page.get_by_test_id("module-quiz").get_by_role("button"))
    arrive(keys, "/test/")
    test = TestScreen(page, app.oracle, by_keys=True)
    test.by("question").wait_for()
    count = len(learning.questions(test.attempt_id))
    for position in range(count):
        answer(keys)
        test.expect_answered(position + 1)
        if position + 1 < count:
            keys.use(test.by("next"))
            test.expect_position(position + 1)
            expect(page.locator("#stem")).to_be_focused()
    submit(keys, test)
    review = test.by("review-item").first
    was_open = review.locator(".prose").is_visible()  # as what was wrong is
    keys.use(review.locator("summary"))
    expect(review.locator(".prose")).to_be_visible(visible=not was_open)


def look_at_a_mistake_again(keys: Keys, app: App, learner: Learner) -> None:
    """Some days later, from the place behind the dock's last button."""
    let_days_pass(app.database, learner.email, days=3)
    by = keys.page.get_by_test_id
    keys.use(by("nav-more"))
    expect(by("nav-progress")).to_be_visible()
    keys.press("Escape")
    expect(by("nav-progress")).to_be_hidden()
    expect(by("nav-more")).to_be_focused()
    keys.press("Enter")
    keys.use(by("nav-progress"))
    arrive(keys, "**/progress")
    keys.use(by("nav-mistakes"))
    arrive(keys, "**/mistakes")
    keys.use(by("start-review"))
    by("question").wait_for()
    keys.expect_focus()
    answer(keys)
    keys.use(by("review-go-on"))
    by("verdict").wait_for()
    keys.use(by("review-go-on"))
    expect(by("question").or_(by("round-over")).first).to_be_visible()
    keys.expect_focus()
    keys.use(by("end-review").or_(by("to-notebook")).first)
    by("review-round").wait_for(state="detached")
    keys.expect_focus()


@pytest.mark.timeout(300)
def test_the_study_plan_is_walked_from_a_goal_to_a_mistake(app: App, learner: Learner) -> None:
    learner.has_account(language="tr", timezone=ZONE)
    page = learner.signed_in(size="phone", language="tr")
    keys, learning = Keys(page), Learning(app, learner.email)
    HomeScreen(page).open()
    keys.use(page.get_by_test_id("study-plan-start"))
    arrive(keys, "**/study/new")
    set_a_goal(keys)
    calendar = Calendar(page)
    expect(calendar.day(today())).to_be_visible()
    move_a_session(keys, calendar, learning)
    add_an_own_session(keys, calendar)
    study_a_lesson(keys)
    take_the_quiz(keys, app, learning)
    look_at_a_mistake_again(keys, app, learner)
