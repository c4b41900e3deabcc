"""The study plan from a goal to a plan that adapted, walked in a browser.

A week passes: a day is missed, a quiz fails, a session is dragged to another day by hand and by
keys. Days pass by moving everything dated back (`nights.py`).
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Self
from uuid import UUID

import pytest
from playwright.sync_api import CDPSession, Locator, Page, expect
from sqlmodel import col, select

from learnconnect_app.devtools.answering import response_to
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import (
    PlanChange,
    StudyPlan,
    StudySession,
    Topic,
    User,
)
from learnconnect_app.services.answers import choose_answer
from learnconnect_app.services.grading import AskedItem, asked_items
from tests.e2e.conftest import App, Learner
from tests.e2e.nights import let_days_pass
from tests.e2e.screens import HomeScreen, Screen, TestScreen

pytestmark = pytest.mark.browser

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = timedelta(days=1)


def morning_zone(now: datetime) -> str:
    """Where it is after 09:00, whenever the test runs: late in the evening a day has no time left
    for sessions. In these names the sign is that of the way to Greenwich."""
    offset = (9 - now.hour + 12) % 24 - 12
    return f"Etc/GMT{-offset:+}"


ZONE = morning_zone(datetime.now(UTC))


def today() -> date:
    return study_day(datetime.now(UTC), ZONE)


class GoalScreen(Screen):
    path = "/study/new"

    def walk(self, *, exam_day: date) -> None:
        """Through the wizard with a self-rating, to the calendar."""
        self.by("exam-yks").click()
        self.by("score-say").click()
        self.by("next").click()
        self.by("exam-date").fill(exam_day.isoformat())
        self.by("next").click()
        for weekday in WEEKDAYS:
            self.by(f"minutes-{weekday}").fill("120")
        for resting in self.page.locator("[name^=rest_]:checked").all():
            resting.press("Space")
        self.by("next").click()
        self.by("level-intermediate").click()
        self.by("next").click()
        self.by("rate-myself").click()
        ratings = self.page.locator('[data-testid^="rating-"][data-testid$="-3"]')
        ratings.first.wait_for()
        for rating in ratings.all():
            rating.click()
        self.by("generate-plan").click()
        self.by("activate-plan").click()
        self.page.wait_for_url("**/study")


class Calendar(Screen):
    path = "/study"

    def open(self) -> Self:
        """A page that is opened again shows for a moment what it showed last, then this week."""
        super().open()
        expect(self.day(today())).to_be_visible()
        return self

    def day(self, day: date) -> Locator:
        return self.by(f"calendar-day-{day.isoformat()}")

    def card(self, session_id: str) -> Locator:
        return self.page.locator(f'[data-session-id="{session_id}"]')

    def expect_on(self, session_id: str, day: date) -> None:
        expect(self.day(day).locator(f'[data-session-id="{session_id}"]')).to_be_visible()

    def show(self, view: str) -> None:
        self.by(f"view-{view}").click()


class Learning:
    """What the database knows of the learner's plan."""

    def __init__(self, app: App, email: str) -> None:
        self.app, self.email = app, email

    def sessions(self, day: date, *statuses: str) -> list[StudySession]:
        with self.app.database.reading() as session:
            found = (
                select(StudySession)
                .join(User, col(User.id) == StudySession.user_id)
                .where(User.email == self.email, StudySession.day == day)
                .where(col(StudySession.status).in_(statuses or ("planned",)))
                .order_by(col(StudySession.position))
            )
            return list(session.exec(found))

    def changes(self) -> list[str]:
        """Kinds of the changes of the plan, the latest last."""
        with self.app.database.reading() as session:
            found = (
                select(PlanChange.kind)
                .join(StudyPlan, col(StudyPlan.id) == PlanChange.plan_id)
                .join(User, col(User.id) == StudyPlan.user_id)
                .where(User.email == self.email)
                .order_by(col(PlanChange.number))
            )
            return list(session.exec(found))

    def movable(self, week: date, *, but: str = "") -> StudySession:
        """The first new lesson from a Monday to its Friday that may go a day on: nothing of that
        day or the next builds on it or is a part of it."""
        with self.app.database.reading() as session:
            requires = dict(session.exec(select(Topic.key, Topic.requires)).all())
        for day in (week + number * DAY for number in range(5)):
            near = [*self.sessions(day), *self.sessions(day + DAY)]
            topics = [row.topic_key for row in near if row.topic_key]
            needed = {key for topic in topics for key in requires[topic]}
            for row in (row for row in self.sessions(day) if row.kind == "new"):
                is_alone = topics.count(row.topic_key or "") == 1 and row.topic_key not in needed
                if is_alone and str(row.id) != but:
                    return row
        raise AssertionError("every session of the week is held where it is")

    def row(self, session_id: str) -> StudySession:
        with self.app.database.reading() as session:
            return session.get_one(StudySession, UUID(session_id))

    def questions(self, attempt_id: str) -> list[AskedItem]:
        """In their order."""
        with self.app.database.reading() as session:
            return list(asked_items(session, UUID(attempt_id)))

    def answer_elsewhere(self, asked: AskedItem) -> None:
        """Wrong, on another device: for the kinds of questions that are not tapped."""
        item = asked.item
        with self.app.database.transaction() as session:
            user = session.exec(select(User).where(User.email == self.email)).one()
            choose_answer(
                session,
                user_id=user.id,
                attempt_id=item.attempt_id,
                position=item.position,
                response=response_to(asked.question, item.order, is_right=False),
                seconds=20,
                now=datetime.now(UTC),
            )


def study(page: Page, learning: Learning, count: int = 99) -> None:
    """The first sessions of today, from Home; a page that is opened again first tells what it
    was told last."""
    home = HomeScreen(page)
    done = page.locator('[data-testid="today-item"][data-done="true"]')
    before = len(learning.sessions(today(), "done"))
    for number in range(min(count, len(learning.sessions(today())))):
        home.open()
        expect(done).to_have_count(before + number)
        home.by("continue-today").click()
        page.wait_for_url(re.compile("/lesson/"))
        home.by("start-session").click()
        expect(home.by("session-clock")).to_have_attribute("data-running", "true")
        home.by("complete-session").click()
        home.by("finished").wait_for()
    home.open()


def fail_the_quiz(page: Page, app: App, learning: Learning) -> None:
    """Of the module of the lesson done first today: every answer is wrong."""
    home = HomeScreen(page).open()
    home.page.locator('[data-testid="today-item"][data-done="true"]').first.click()
    page.wait_for_url(re.compile("/lesson/"))
    page.get_by_test_id("module-quiz").get_by_role("button").click()
    page.wait_for_url(re.compile("/test/"))
    test = TestScreen(page, app.oracle)
    test.by("question").wait_for()
    questions = learning.questions(test.attempt_id)
    for position, asked in enumerate(questions):
        test.expect_position(position)
        if asked.question.kind == "choice":
            test.answer(False)
            test.expect_saved()
        else:
            learning.answer_elsewhere(asked)
        if position + 1 < len(questions):
            test.go_on()
    test.finish()
    test.expect_passed(False)


def expect_draggable(card: Locator) -> Locator:
    """What can be dragged is fetched when it may be wanted, and the card is then another one."""
    body = card.get_by_role("button").first
    body.hover()
    expect(body).to_have_attribute("aria-roledescription", re.compile("."))
    return body


def drag_by_mouse(page: Page, card: Locator, target: Locator) -> None:
    """Straight to the column of the other day, until that says it would take it."""
    expect_draggable(card)
    start, end = card.bounding_box(), target.bounding_box()
    assert start
    assert end
    x, y = start["x"] + start["width"] / 2, start["y"] + 20
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 12, y, steps=4)
    page.wait_for_selector('[data-testid="session"].session-lifted')
    page.mouse.move(end["x"] + end["width"] / 2, y, steps=12)
    expect(target).to_have_class(re.compile("is-target"))
    page.mouse.up()


def drag_by_touch(page: Page, card: Locator, target: Locator) -> None:
    """A long press, then a way: both days must be in sight."""
    client: CDPSession = page.context.new_cdp_session(page)
    expect_draggable(card)
    start, end = card.bounding_box(), target.bounding_box()
    assert start
    assert end
    x, y = start["x"] + 60, start["y"] + 20
    to_x, to_y = end["x"] + 60, end["y"] + 24

    def touch(kind: str, *points: tuple[float, float]) -> None:
        where = [{"x": px, "y": py} for px, py in points]
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": where})

    touch("touchStart", (x, y))
    page.wait_for_selector('[data-testid="session"].session-lifted')
    for step in range(1, 13):
        touch("touchMove", (x + (to_x - x) * step / 12, y + (to_y - y) * step / 12))
    expect(target).to_have_class(re.compile("is-target"))
    touch("touchEnd")


def drag_by_keys(page: Page, card: Locator, key: str) -> None:
    expect_draggable(card).focus()
    page.keyboard.press("Space")
    page.wait_for_selector('[data-testid="session"].session-lifted')
    page.keyboard.press(key)
    page.keyboard.press("Space")


def expect_moved(calendar: Calendar, session: StudySession, to: date) -> None:
    """Once the server has answered; a day that is full asks before others make room."""
    undo, asked = calendar.by("undo"), calendar.by("make-room")
    expect(undo.or_(asked).first).to_be_visible()
    if asked.is_visible():
        asked.click()
        expect(undo).to_be_visible()
    calendar.expect_on(str(session.id), to)


@pytest.mark.parametrize(("size", "language"), [("phone", "tr"), ("desktop", "en")])
@pytest.mark.timeout(600)
def test_a_week_with_a_missed_day_a_failed_quiz_and_a_dragged_session_adapts_the_plan(
    app: App, learner: Learner, size: str, language: str
) -> None:
    learner.has_account(language=language, timezone=ZONE)
    page = learner.signed_in(size=size, language=language)
    learning = Learning(app, learner.email)
    home, calendar = HomeScreen(page), Calendar(page)

    # a goal, a self-rating, a plan
    home.open()
    home.by("study-plan-start").click()
    page.wait_for_url("**/study/new")
    GoalScreen(page).walk(exam_day=today() + 90 * DAY)
    assert learning.changes() == ["activated"]
    home.open()
    expect(home.by("hero")).to_have_attribute("data-state", "ready")
    expect(home.by("exam-countdown")).to_have_attribute("data-days", "90")
    planned = learning.sessions(today())
    expect(home.by("today-item")).to_have_count(len(planned))

    # the first day is done
    study(page, learning)
    expect(home.by("hero")).to_have_attribute("data-state", "done")
    home.expect_xp(app.oracle.xp(learner.email))
    assert app.oracle.paid(learner.email, "study_session") == len(planned)
    assert app.oracle.paid(learner.email, "daily_goal") == 1

    # the second is missed: nothing of it comes on the third
    let_days_pass(app.database, learner.email)
    missed = {row.topic_key for row in learning.sessions(today())}
    assert missed
    let_days_pass(app.database, learner.email)
    home.open()
    expect(home.by("exam-countdown")).to_have_attribute("data-days", "88")
    expect(home.by("hero")).to_have_attribute("data-state", "ready")
    assert learning.changes()[1:2] == ["missed"]
    now_planned = learning.sessions(today())
    assert not missed & {row.topic_key for row in now_planned}
    assert sum(row.minutes for row in now_planned) <= 120
    expect(home.by("today-item")).to_have_count(len(now_planned))

    # a lesson is done and the quiz of its module fails
    study(page, learning, count=1)
    fail_the_quiz(page, app, learning)
    assert "adapted" in learning.changes()

    # next week a session goes to another day: by hand, and another one by keys and back again
    calendar.open()
    calendar.by("next").click()
    week = today() + (7 - today().weekday()) * DAY
    moved = learning.movable(week)
    first = moved.day
    expect(calendar.day(first)).to_be_visible()
    drag = drag_by_touch if size == "phone" else drag_by_mouse
    drag(page, calendar.card(str(moved.id)), calendar.day(first + DAY))
    expect_moved(calendar, moved, first + DAY)
    assert learning.changes()[-1] == "moved"
    calendar.open()
    calendar.by("next").click()
    calendar.expect_on(str(moved.id), first + DAY)
    second = learning.movable(week, but=str(moved.id))
    drag_by_keys(page, calendar.card(str(second.id)), "ArrowRight")
    expect_moved(calendar, second, second.day + DAY)
    calendar.by("undo").click()
    calendar.expect_on(str(second.id), second.day)

    # after a week the plan adapts again, and the session that was put somewhere stays there
    let_days_pass(app.database, learner.email, days=5)
    home.open()
    expect(home.by("exam-countdown")).to_have_attribute("data-days", "83")
    assert learning.changes().count("missed") == 2
    pinned = learning.row(str(moved.id))
    assert pinned.is_pinned
    assert pinned.day == first - 4 * DAY
    calendar.open()
    expect(calendar.by("change").first).to_be_attached()
