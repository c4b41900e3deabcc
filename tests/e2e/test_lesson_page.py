"""A lesson in a browser: its clock on every device, its end, and what the learner makes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import select

from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import StudySession, User
from tests.e2e.conftest import App, Learner
from tests.e2e.screens import Screen
from tests.e2e.test_accessibility import expect_accessible
from tests.study_factories import a_session, a_study_plan, lessons_of

pytestmark = pytest.mark.browser

ZONE = "Europe/Istanbul"


class LessonScreen(Screen):
    def __init__(self, page: Page, lesson_id: UUID) -> None:
        super().__init__(page)
        self.path = f"/lesson/{lesson_id}"

    def open(self) -> Self:
        super().open()
        self.by("session-card").wait_for()
        return self

    def reload(self) -> Self:
        self.page.reload()
        self.expect_ready()
        return self

    def start(self) -> None:
        self.by("start-session").click()
        self.expect_clock(is_running=True)

    def pause(self) -> None:
        self.by("pause-session").click()
        self.expect_clock(is_running=False)

    def complete(self) -> None:
        self.by("complete-session").click()
        self.by("finished").wait_for()

    def expect_seconds(self, seconds: int) -> None:
        """So many, or up to a minute more: a reloaded page first tells what it was told last."""
        self.page.wait_for_function(
            """(least) => {
              const clock = document.querySelector("[data-testid=session-clock]");
              return clock && clock.dataset.seconds >= least && clock.dataset.seconds < least + 60;
            }""",
            arg=seconds,
        )

    def expect_clock(self, *, is_running: bool) -> None:
        running = str(is_running).lower()
        expect(self.by("session-clock")).to_have_attribute("data-running", running)

    def expect_notes_saved(self) -> None:
        expect(self.by("notes-state")).to_have_attribute("data-saved", "true")


@dataclass
class Today:
    """Two sessions of today, of 40 and of 10 minutes."""

    app: App
    email: str
    lessons: list[UUID]
    sessions: list[UUID]

    def row(self, number: int = 0) -> StudySession:
        with self.app.database.reading() as session:
            return session.get_one(StudySession, self.sessions[number])

    def change(self, number: int = 0, **values: object) -> None:
        with self.app.database.transaction() as session:
            row = session.get_one(StudySession, self.sessions[number])
            for name, value in values.items():
                setattr(row, name, value)


@pytest.fixture
def today(app: App, learner: Learner) -> Today:
    learner.has_account()
    now = datetime.now(UTC)
    with app.database.transaction() as session:
        user = session.exec(select(User).where(User.email == learner.email)).one()
        day = study_day(now, ZONE)
        exam_day = day + timedelta(days=120)
        plan = a_study_plan(session, user, exam_day=exam_day, now=now)
        lessons = list(lessons_of(session)[1:3])
        rows = [
            a_session(session, plan, lesson, day=day, position=number, minutes=minutes)
            for number, (lesson, minutes) in enumerate(zip(lessons, (40, 10), strict=True))
        ]
        a_session(session, plan, lessons[0], day=day + timedelta(days=5), kind="review", minutes=15)
        return Today(app, learner.email, [x.id for x in lessons], [x.id for x in rows])


@pytest.mark.parametrize(("size", "language"), [("phone", "tr"), ("desktop", "en")])
def test_a_session_from_start_to_finish_on_two_devices(
    learner: Learner, today: Today, size: str, language: str
) -> None:
    here = LessonScreen(learner.signed_in(size=size, language=language), today.lessons[0]).open()
    expect(here.by("why")).to_be_visible()
    here.start()
    today.change(spent_seconds=600)  # ten minutes ago
    here.reload().expect_clock(is_running=True)
    here.expect_seconds(600)

    there = LessonScreen(learner.signed_in(), today.lessons[0]).open()
    there.expect_clock(is_running=True)
    there.expect_seconds(600)
    there.pause()
    here.expect_clock(is_running=False)
    assert today.row().spent_seconds >= 600
    here.start()
    there.expect_clock(is_running=True)

    here.complete()
    expect(there.by("finished")).to_be_visible()
    expect(here.by("goal-news")).to_have_attribute("data-news", "nearly")
    expect(here.by("goal-news")).to_contain_text("10")
    here.expect_xp(5)
    there.expect_xp(5)
    assert today.app.oracle.xp(learner.email) == 5

    here.by("reopen-session").click()
    here.expect_clock(is_running=False)
    there.expect_clock(is_running=False)
    here.complete()
    here.expect_xp(5)

    here.by("next-session").click()
    here.page.wait_for_url(f"**/lesson/{today.lessons[1]}")
    expect(here.by("session-card")).to_have_attribute("data-status", "planned")
    here.complete()
    expect(here.by("goal-news")).to_have_attribute("data-news", "reached")
    here.expect_xp(5 + 5 + 15)
    paid = today.app.oracle.paid
    assert paid(learner.email, "study_session") == 2
    assert paid(learner.email, "daily_goal") == 1


def test_starting_a_second_session_pauses_the_first_and_says_so(
    learner: Learner, today: Today
) -> None:
    page = learner.signed_in()
    LessonScreen(page, today.lessons[0]).open().start()
    second = LessonScreen(page, today.lessons[1]).open()
    second.start()
    expect(second.by("session-card").get_by_role("status").first).not_to_be_empty()
    assert [today.row(number).status for number in (0, 1)] == ["paused", "running"]


def test_a_forgotten_clock_says_so(learner: Learner, today: Today) -> None:
    long_ago = datetime.now(UTC) - timedelta(hours=5)
    today.change(status="running", running_since=long_ago, started_at=long_ago)
    screen = LessonScreen(learner.signed_in(), today.lessons[0]).open()
    expect(screen.by("forgotten")).to_be_visible()
    screen.expect_seconds(3 * 40 * 60)


def test_a_part_is_counted_as_a_part(learner: Learner, today: Today) -> None:
    screen = LessonScreen(learner.signed_in(), today.lessons[0]).open()
    screen.by("partly").click()
    screen.by("percent").focus()
    screen.page.keyboard.press("ArrowLeft")
    screen.by("complete-partly").click()
    screen.by("finished").wait_for()
    assert (today.row().status, today.row().percent) == ("partly", 40)
    screen.expect_xp(0)


def test_notes_mood_and_stars_are_kept_as_they_are_given(learner: Learner, today: Today) -> None:
    page = learner.signed_in()
    screen = LessonScreen(page, today.lessons[0]).open()
    screen.by("notes").fill("Kalan her zaman bölenden küçüktür")
    screen.expect_notes_saved()
    screen.by("mood-focused").click()
    expect(screen.by("mood-focused").get_by_role("radio")).to_be_checked()
    screen.by("rate-3").get_by_role("radio").focus()
    page.keyboard.press("ArrowRight")
    expect(screen.by("rate-4").get_by_role("radio")).to_be_checked()
    expect(screen.by("comment")).to_be_visible()

    screen.reload()
    expect(screen.by("notes")).to_have_value("Kalan her zaman bölenden küçüktür")
    expect(screen.by("mood-focused").get_by_role("radio")).to_be_checked()
    expect(screen.by("rate-4").get_by_role("radio")).to_be_checked()
    assert (today.row().mood, today.row().status) == ("focused", "planned")


def test_notes_typed_without_a_connection_arrive_when_it_is_back(
    learner: Learner, today: Today
) -> None:
    learner.expects("ERR_INTERNET_DISCONNECTED|WebSocket")
    page = learner.signed_in()
    screen = LessonScreen(page, today.lessons[0]).open()
    page.context.set_offline(True)
    screen.by("notes").fill("bağlantısız yazıldı")
    expect(screen.by("notes-state")).to_have_attribute("data-saved", "false")
    page.context.set_offline(False)
    screen.expect_notes_saved()
    assert today.row().notes == "bağlantısız yazıldı"


def test_notes_that_are_too_long_stay_and_say_so(learner: Learner, today: Today) -> None:
    screen = LessonScreen(learner.signed_in(), today.lessons[0]).open()
    screen.by("notes").fill("x" * 4001)
    expect(screen.by("form-error")).to_be_visible()
    expect(screen.by("notes")).to_have_attribute("aria-invalid", "true")
    screen.by("notes").fill("kısa")
    screen.expect_notes_saved()
    expect(screen.by("form-error")).to_have_count(0)


def test_resources_open_elsewhere_and_take_a_vote(learner: Learner, today: Today) -> None:
    screen = LessonScreen(learner.signed_in(), today.lessons[0]).open()
    first = screen.by("resource").first
    expect(first).to_have_attribute("data-kind", "video")
    expect(first).to_have_attribute("target", "_blank")
    yes = screen.by("helped-yes").first
    yes.click()
    expect(screen.page.locator("[data-testid=helped-yes][aria-pressed=true]")).to_have_count(1)


def test_practice_and_the_module_quiz_lead_to_a_test(learner: Learner, today: Today) -> None:
    page = learner.signed_in()
    screen = LessonScreen(page, today.lessons[0]).open()
    screen.by("practise").click()
    page.wait_for_url(re.compile("/test/"))
    screen.open()
    screen.by("module-quiz").get_by_role("button").click()
    page.wait_for_url(re.compile("/test/"))
    screen.open()
    expect(screen.by("module-quiz")).to_have_attribute("data-state", "running")


def test_a_lesson_that_does_not_exist_says_so(learner: Learner) -> None:
    page = learner.has_account().signed_in()
    for address in (str(uuid4()), "nonsense"):
        page.goto(f"/lesson/{address}")
        expect(page.locator("main a[href='/home']")).to_be_visible()


def test_without_a_plan_the_material_is_there_and_a_plan_is_offered(
    app: App, learner: Learner
) -> None:
    with app.database.reading() as session:
        lesson_id = lessons_of(session)[0].id
    screen = LessonScreen(learner.has_account().signed_in(), lesson_id).open()
    expect(screen.by("session-card").locator("a[href='/study/new']")).to_be_visible()
    expect(screen.by("resource").first).to_be_visible()
    expect(screen.by("start-session")).to_have_count(0)
    expect_accessible(screen.page)


def test_a_lesson_is_accessible_while_it_is_studied_and_after(
    learner: Learner, today: Today
) -> None:
    screen = LessonScreen(learner.signed_in(), today.lessons[0]).open()
    screen.start()
    for details in ("why", "summary"):
        screen.by(details).locator("summary").click()
    screen.by("partly").click()
    screen.by("rate-2").click()
    expect(screen.by("comment")).to_be_visible()
    expect_accessible(screen.page)
    screen.complete()
    expect_accessible(screen.page)
