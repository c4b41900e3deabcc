"""The screens as a learner uses them: one small class each."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Self

from playwright.sync_api import Locator, Page, expect

from tests.e2e.oracle import Oracle

Judge = Callable[[int], bool]
"""Whether the question at a position (counted over the test) is to be answered right."""


class Screen:
    """What is on every signed-in page: level bar, navigation, language, theme, sign out."""

    path = ""

    def __init__(self, page: Page) -> None:
        self.page = page

    def by(self, testid: str) -> Locator:
        return self.page.get_by_test_id(testid)

    def tap(self, testid: str) -> None:
        """At its place, whether it is ready for it or not."""
        box = self.by(testid).bounding_box()
        assert box
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def open(self) -> Self:
        """Go there; the page's data have come once the level is known."""
        self.page.goto(self.path)
        self.expect_ready()
        return self

    def expect_ready(self) -> None:
        expect(self.page.locator("main [aria-busy=true]")).to_have_count(0)
        expect(self.by("level")).to_have_attribute("data-level", re.compile(r"[1-9]"))

    def expect_xp(self, xp: int) -> None:
        expect(self.by("xp-total")).to_have_attribute("data-xp", str(xp))


class HomeScreen(Screen):
    path = "/home"

    def begin_skill_plan(self) -> None:
        self.by("personalized-plan").click()
        self.page.wait_for_url("**/plan/new")


class TracksScreen(Screen):
    path = "/plan/new"

    def choose(self, track: str) -> None:
        self.by(f"track-{track}").click()
        self.by("start-assessment").click()
        self.page.wait_for_url(re.compile(r"/test/"))
        self.by("question").wait_for()


class SettingsScreen(Screen):
    path = "/settings"


class TestScreen(Screen):
    """A running test, and the result that takes its place."""

    __test__ = False

    def __init__(self, page: Page, oracle: Oracle, *, by_keys: bool = False) -> None:
        super().__init__(page)
        self.oracle, self.by_keys = oracle, by_keys

    def go_to(self, attempt_id: str) -> TestScreen:
        self.page.goto(f"/test/{attempt_id}")
        self.by("question").wait_for()
        return self

    @property
    def attempt_id(self) -> str:
        expect(self.page).to_have_url(re.compile(r"/test/[0-9a-f-]{36}"))
        return self.page.url.rstrip("/").rpartition("/")[2]

    @property
    def position(self) -> int:
        return int(self.by("question").get_attribute("data-position") or 0)

    def expect_seconds_left(self) -> None:
        """What the server's clock leaves until the deadline; a reloaded page first tells what it
        was told last."""
        deadline = self.oracle.attempt(self.attempt_id).deadline_at.timestamp()
        began = self.page.evaluate("performance.now()")
        self.page.wait_for_function(
            """([left, began]) => {
              const shown = document.querySelector("[data-testid=time-left]")?.dataset.seconds;
              return Math.abs(shown - left + (performance.now() - began) / 1000) <= 3;
            }""",
            arg=[deadline - time.time(), began],
        )

    def expect_position(self, position: int) -> None:
        expect(self.by("question")).to_have_attribute("data-position", str(position))

    def choose(self, place: int) -> None:
        if self.by_keys:
            self.page.keyboard.press(str(place + 1))
        else:
            self.by(f"option-{place}").click()
        self.expect_chosen(place)

    def expect_chosen(self, place: int) -> None:
        expect(self.by(f"option-{place}")).to_have_attribute("data-chosen", "true")

    def answer(self, right: bool) -> None:
        place = self.oracle.right_option(self.attempt_id, self.position)
        self.choose(place if right else (place + 1) % 4)

    def expect_saved(self) -> None:
        """Nothing waits in this tab any more for the server to confirm it."""
        self.page.wait_for_function(
            """() => Object.keys(JSON.parse(sessionStorage.getItem("unsaved-answers")) ?? {})
              .length === 0"""
        )

    def expect_answered(self, count: int) -> None:
        expect(self.by("answered-count")).to_have_attribute("data-answered", str(count))

    def go_on(self) -> None:
        before = self.position
        self._next()
        self.expect_position(before + 1)

    def _next(self) -> None:
        if self.by_keys:
            self.page.keyboard.press("ArrowRight")
        else:
            self.by("next").click()

    def work_through(self, is_right: Judge, *, count: int) -> None:
        """Answer from the question in sight to the last of ``count``."""
        for position in range(self.position, count):
            self.answer(is_right(position))
            self.expect_answered(position + 1)
            if position + 1 < count:
                self.go_on()

    def work_through_assessment(self, is_right: Judge) -> int:
        """Answer until there is no further question; how many there were."""
        for position in range(60):
            self.expect_position(position)
            self.answer(is_right(position))
            self.expect_answered(position + 1)
            self._next()
            over = self.by("submit-test").or_(
                self.page.locator(f'[data-testid="question"][data-position="{position + 1}"]')
            )
            over.first.wait_for()
            if self.by("submit-test").is_visible():
                return position + 1
        raise AssertionError("the assessment did not end")

    def finish(self) -> None:
        self.by("submit-test").click()
        self.by("confirm-submit").click()
        self.expect_result()

    def expect_result(self) -> None:
        self.by("passed").wait_for()

    def expect_passed(self, is_passed: bool) -> None:
        expect(self.by("passed")).to_have_attribute("data-passed", str(is_passed).lower())

    @property
    def score(self) -> int:
        return int(self.by("score").inner_text())

    def follow_result(self) -> None:
        self.by("continue").click()
        self.page.wait_for_url("**/plan")


class PlanScreen(Screen):
    path = "/plan"

    def day(self, week: int, day: int) -> Locator:
        return self.by(f"day-{week}-{day}")

    def expect_day(self, week: int, day: int, status: str) -> None:
        expect(self.day(week, day)).to_have_attribute("data-status", status)

    def expect_week(self, week: int, status: str) -> None:
        expect(self.page.locator(f"[data-week='{week}']")).to_have_attribute("data-status", status)

    def open_day(self, week: int, day: int) -> None:
        self.day(week, day).get_by_role("button").click()
        expect(self.by("opened-day")).to_have_attribute("data-day", str(day))

    def complete(self) -> None:
        self.by("complete-task").click()

    def complete_days(self, week: int, days: range) -> None:
        for number in days:
            self.expect_day(week, number, "unlocked")
            self.complete()
            self.expect_day(week, number, "completed")

    def pause(self) -> None:
        self.by("pause-plan").click()
        self.by("confirm-pause").click()
        self.by("resume-plan").wait_for()

    def begin_weekly_test(self) -> None:
        self._begin("weekly-test")

    def begin_final(self) -> None:
        self._begin("final-test")

    def _begin(self, gate: str) -> None:
        self.by(gate).click()
        self.page.wait_for_url(re.compile(r"/test/"))
        self.by("question").wait_for()


class FormScreen(Screen):
    """A page with a form for anyone."""

    def expect_ready(self) -> None:
        expect(self.by("submit")).to_be_enabled()

    def fill(self, **fields: str) -> Self:
        for name, value in fields.items():
            self.by(name.replace("_", "-")).fill(value)
        return self

    def submit(self, **fields: str) -> None:
        self.fill(**fields)
        self.by("submit").click()

    def expect_error(self, text: str | re.Pattern[str], *, beside: str = "") -> None:
        """A sentence; ``beside`` a field, which then is marked and named by it."""
        expect(self.by("form-error")).to_have_text(text)
        if beside:
            field = self.by(beside)
            expect(field).to_have_attribute("aria-invalid", "true")
            expect(field).to_have_accessible_description(text)
            expect(field).to_be_focused()


class RegisterScreen(FormScreen):
    path = "/register"


class LoginScreen(FormScreen):
    path = "/login"


class ForgotScreen(FormScreen):
    path = "/forgot-password"


class ResetScreen(FormScreen):
    """Opened by the link in a mail."""
