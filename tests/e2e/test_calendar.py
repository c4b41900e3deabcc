"""The calendar by mouse, finger and keyboard: what a move does, what refuses it, the way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Self

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlmodel import Session, select

from learnconnect_app.domain.study_days import study_day, week_of
from learnconnect_app.locales import message
from learnconnect_app.models import StudyPlan, StudySession, User
from tests.e2e.conftest import Learner
from tests.e2e.line import Line
from tests.e2e.screens import Screen
from tests.e2e.test_accessibility import expect_accessible
from tests.study_factories import a_session, a_study_plan, lessons_of

pytestmark = pytest.mark.browser

FIVE = 17 * 60
TODAY = study_day(datetime.now(UTC), "Europe/Istanbul")
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = week_of(TODAY + timedelta(7))
"""Of next week: all of it is still to come."""


class CalendarScreen(Screen):
    path = "/study"

    def next_week(self) -> Self:
        """From this week, which a page that is opened again comes back to after a moment."""
        expect(self.day(TODAY)).to_be_visible()
        self.by("next").click()
        expect(self.day(MONDAY)).to_be_visible()
        return self

    def day(self, day: date) -> Locator:
        return self.by(f"calendar-day-{day.isoformat()}")

    def session(self, title: str) -> Locator:
        return self.page.locator("[data-testid=session]", has_text=title)

    def expect_on(self, day: date, title: str) -> None:
        card = self.day(day).locator("[data-testid=session]", has_text=title)
        expect(card).to_have_count(1)

    def expect_draggable(self, title: str) -> Locator:
        """What can be dragged is fetched when it may be wanted."""
        body = self.session(title).locator("[role=button]")
        body.hover()
        expect(body).to_have_attribute("aria-roledescription", "movable session")
        return body

    def expect_saved(self, code: str) -> None:
        expect(self.by("undo")).to_be_visible()
        expect(self.page.get_by_text(message("en", f"study.done.{code}"))).to_be_visible()

    def expect_refused(self, text: str) -> None:
        expect(self.by("refused")).to_contain_text(text)

    def hold_over(self, title: str, day: date) -> None:
        """Lift by the mouse, and stay over a day."""
        start = self.expect_draggable(title).bounding_box()
        over = self.day(day).bounding_box()
        assert start
        assert over
        mouse = self.page.mouse
        mouse.move(start["x"] + 40, start["y"] + 20)
        mouse.down()
        mouse.move(start["x"] + 60, start["y"] + 30, steps=3)
        mouse.move(over["x"] + over["width"] / 2, over["y"] + min(200, over["height"] / 2), steps=6)

    def drag(self, title: str, day: date) -> None:
        self.hold_over(title, day)
        expect(self.page.locator(".session-held")).to_be_visible()
        self.page.mouse.up()


def lessons(session: Session, course: str, count: int) -> Sequence[str]:
    return [lesson.topic_key for lesson in lessons_of(session, course)[:count]]


def a_plan(learner: Learner) -> StudyPlan:
    """Two hours a day and free Sundays. Next week: history on Monday, a full Wednesday."""
    learner.has_account()
    with learner.app.database.transaction() as session:
        user = session.exec(select(User).where(User.email == learner.email)).one()
        plan = a_study_plan(
            session,
            user,
            rest_weekdays=[6],
            exam_day=TODAY + timedelta(60),
            now=datetime.now(UTC),
        )
        plan.settled_day = TODAY
        courses = ("tyt-tarih", "tyt-fizik", "tyt-kimya", "tyt-biyoloji")
        history, physics, chemistry, biology = (lessons_of(session, key)[0] for key in courses)
        a_session(session, plan, history, day=MONDAY, start_minute=FIVE)
        a_session(session, plan, physics, day=TUESDAY, start_minute=FIVE)
        a_session(session, plan, chemistry, day=WEDNESDAY, start_minute=FIVE, minutes=60)
        a_session(
            session, plan, biology, day=WEDNESDAY, start_minute=FIVE + 70, minutes=60, position=1
        )
    return plan


@pytest.fixture
def plan(learner: Learner) -> StudyPlan:
    return a_plan(learner)


@pytest.fixture
def screen(learner: Learner, plan: StudyPlan) -> CalendarScreen:
    return CalendarScreen(learner.signed_in()).open().next_week()


HISTORY, PHYSICS = "Tarih", "Fizik"
"""A part of the name of their courses, which stand on the cards."""


def row_of(learner: Learner, course: str) -> StudySession:
    with learner.app.database.reading() as session:
        return session.exec(
            select(StudySession)
            .join(User, User.id == StudySession.user_id)  # type: ignore[arg-type]
            .where(User.email == learner.email, StudySession.course_key == course)
        ).one()


# ---- by mouse ---------------------------------------------------------------------------------


def test_a_session_is_dragged_to_another_day_and_stays_there(
    learner: Learner, screen: CalendarScreen
) -> None:
    screen.hold_over(HISTORY, THURSDAY)
    expect(screen.day(THURSDAY)).to_contain_text("0 → 40 of 120 min")
    screen.page.mouse.up()
    screen.expect_on(THURSDAY, HISTORY)
    screen.expect_saved("moved")
    row = row_of(learner, "tyt-tarih")
    assert (row.day, row.is_pinned) == (THURSDAY, True)
    screen.open().next_week().expect_on(THURSDAY, HISTORY)


def test_a_move_is_taken_back_by_its_button(learner: Learner, screen: CalendarScreen) -> None:
    screen.drag(HISTORY, THURSDAY)
    screen.expect_saved("moved")
    screen.by("undo").click()
    screen.expect_on(MONDAY, HISTORY)
    expect(screen.by("undo")).to_have_count(0)
    assert not row_of(learner, "tyt-tarih").is_pinned


def test_a_move_is_taken_back_by_keys(screen: CalendarScreen) -> None:
    screen.drag(HISTORY, THURSDAY)
    screen.expect_saved("moved")
    screen.page.keyboard.press("Control+z")
    screen.expect_on(MONDAY, HISTORY)


def test_a_full_day_refuses_and_offers_another(screen: CalendarScreen) -> None:
    screen.hold_over(HISTORY, WEDNESDAY)
    expect(screen.day(WEDNESDAY)).to_contain_text("120 → 160 of 120 min")
    screen.page.mouse.up()
    screen.expect_refused("That day would have 160 minutes, and it has room for 120.")
    screen.expect_on(MONDAY, HISTORY)
    screen.by("refused").get_by_role("button", name="Move to").click()
    screen.expect_on(THURSDAY, HISTORY)


def test_a_rest_day_refuses(screen: CalendarScreen) -> None:
    screen.drag(HISTORY, SUNDAY)
    screen.expect_refused("rest day")
    screen.expect_on(MONDAY, HISTORY)


def test_by_the_clock_a_session_changes_its_time(learner: Learner, screen: CalendarScreen) -> None:
    screen.day(MONDAY).get_by_role("button", name="Monday").first.click()
    expect(screen.by("view-day")).to_have_attribute("aria-pressed", "true")
    box = screen.expect_draggable(HISTORY).bounding_box()
    assert box
    mouse = screen.page.mouse
    mouse.move(box["x"] + 200, box["y"] + 10)
    mouse.down()
    mouse.move(box["x"] + 200, box["y"] + 40, steps=5)
    mouse.move(box["x"] + 200, box["y"] + 10 + 62, steps=5)
    expect(screen.session(HISTORY)).to_contain_text("18:00")
    mouse.up()
    screen.expect_saved("moved")
    assert row_of(learner, "tyt-tarih").start_minute == FIVE + 60


# ---- by keyboard and finger --------------------------------------------------------------------


def test_a_session_is_moved_by_keys_alone_and_told(
    learner: Learner, screen: CalendarScreen
) -> None:
    screen.expect_draggable(HISTORY).focus()
    keys, live = screen.page.keyboard, screen.page.locator("[id^=DndLiveRegion]")
    keys.press("Enter")
    expect(live).to_contain_text("Lifted")
    keys.press("ArrowRight")
    expect(live).to_contain_text("80 of 120 min")
    keys.press("ArrowRight")
    expect(live).to_contain_text("160 of 120 min")
    keys.press("ArrowRight")
    expect(live).to_contain_text("40 of 120 min")
    keys.press("Space")
    screen.expect_on(THURSDAY, HISTORY)
    screen.expect_saved("moved")
    assert row_of(learner, "tyt-tarih").day == THURSDAY


def test_by_the_clock_keys_move_by_a_quarter_of_an_hour(
    learner: Learner, screen: CalendarScreen
) -> None:
    screen.day(MONDAY).get_by_role("button", name="Monday").first.click()
    expect(screen.by("view-day")).to_have_attribute("aria-pressed", "true")
    screen.expect_draggable(HISTORY).focus()
    keys, live = screen.page.keyboard, screen.page.locator("[id^=DndLiveRegion]")
    keys.press("Enter")
    expect(live).to_contain_text("Lifted")
    keys.press("ArrowDown")
    expect(live).to_have_text("17:15")
    keys.press("ArrowDown")
    expect(live).to_have_text("17:30")
    keys.press("Enter")
    screen.expect_saved("moved")
    assert row_of(learner, "tyt-tarih").start_minute == FIVE + 30


def test_escape_leaves_a_lifted_session_where_it_was(
    learner: Learner, screen: CalendarScreen
) -> None:
    screen.expect_draggable(HISTORY).focus()
    keys, live = screen.page.keyboard, screen.page.locator("[id^=DndLiveRegion]")
    keys.press("Space")
    expect(live).to_contain_text("Lifted")
    keys.press("ArrowRight")
    expect(live).to_contain_text("80 of 120 min")
    keys.press("Escape")
    expect(live).to_contain_text("stays where it was")
    screen.expect_on(MONDAY, HISTORY)
    assert row_of(learner, "tyt-tarih").version == 1


def test_a_long_press_lifts_a_session_on_a_phone(learner: Learner, plan: StudyPlan) -> None:
    screen = CalendarScreen(learner.signed_in(size="phone")).open().next_week()
    body = screen.expect_draggable(HISTORY)
    screen.day(MONDAY).evaluate("(day) => day.scrollIntoView()")
    start, over = body.bounding_box(), screen.day(TUESDAY).bounding_box()
    assert start
    assert over
    finger = screen.page.context.new_cdp_session(screen.page)

    def touch(kind: str, x: float, y: float) -> None:
        points = [] if kind == "touchEnd" else [{"x": x, "y": y}]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    x, y = start["x"] + 60, start["y"] + 20
    touch("touchStart", x, y)
    expect(screen.page.locator(".session-held")).to_be_visible()
    for share in (0.3, 0.7, 1):
        touch("touchMove", x, y + share * (over["y"] + 60 - y))
    expect(screen.day(TUESDAY)).to_contain_text("40 → 80 of 120 min")
    touch("touchEnd", 0, 0)
    screen.expect_on(TUESDAY, HISTORY)
    screen.expect_saved("moved")


# ---- without dragging --------------------------------------------------------------------------


def test_a_session_tells_why_it_is_there_and_moves_by_a_form(
    learner: Learner, screen: CalendarScreen
) -> None:
    screen.session(HISTORY).get_by_role("button").last.click()
    expect(screen.by("why")).to_contain_text("exam points")
    screen.page.get_by_text("Move to another day or time").click()
    screen.by("move-day").fill(WEDNESDAY.isoformat())
    screen.by("move-submit").click()
    screen.expect_refused("room for 120")
    screen.by("move-day").fill(FRIDAY.isoformat())
    screen.by("move-time").fill("16:15")
    screen.by("move-submit").click()
    screen.expect_on(FRIDAY, HISTORY)
    row = row_of(learner, "tyt-tarih")
    assert (row.day, row.start_minute) == (FRIDAY, 16 * 60 + 15)


def test_an_own_session_is_added_and_taken_away(screen: CalendarScreen) -> None:
    screen.day(FRIDAY).get_by_role("button", name="Add your own session").click()
    screen.by("own-title").fill("Study group")
    screen.by("own-start").fill("15:00")
    screen.by("own-save").click()
    screen.expect_on(FRIDAY, "Study group")
    screen.session("Study group").get_by_role("button").last.click()
    screen.page.get_by_role("button", name="Remove", exact=True).click()
    expect(screen.session("Study group")).to_have_count(0)
    screen.by("undo").click()
    screen.expect_on(FRIDAY, "Study group")


def test_the_second_of_two_tabs_is_told_and_sees_how_it_stands(
    learner: Learner, screen: CalendarScreen
) -> None:
    page = screen.page.context.new_page()
    line = Line(page)
    second = CalendarScreen(page).open().next_week()
    second.expect_draggable(HISTORY)
    line.go_deaf()
    screen.page.bring_to_front()
    screen.drag(HISTORY, THURSDAY)
    screen.expect_saved("moved")
    page.bring_to_front()
    second.drag(HISTORY, FRIDAY)
    line.hear()
    second.expect_refused("changed meanwhile")
    second.expect_on(THURSDAY, HISTORY)
    assert row_of(learner, "tyt-tarih").day == THURSDAY


# ---- views, paper, everyone --------------------------------------------------------------------


def test_month_week_and_day_show_the_same_sessions(screen: CalendarScreen) -> None:
    for mode in ("month", "day", "week"):
        screen.by(f"view-{mode}").click()
        expect(screen.by(f"view-{mode}")).to_have_attribute("aria-pressed", "true")
        screen.by("jump").fill(MONDAY.isoformat())
        expect(screen.day(MONDAY).locator("[data-testid=session]")).to_have_count(1)
    screen.by("go-today").click()
    expect(screen.day(TODAY)).to_be_visible()


def test_on_paper_there_are_boxes_and_no_buttons(screen: CalendarScreen) -> None:
    screen.page.emulate_media(media="print")
    expect(screen.session(HISTORY).locator(".check-box")).to_be_visible()
    for gone in ("next", "view-week", "nav-home", "print"):
        expect(screen.by(gone)).to_be_hidden()
    paper = screen.page.pdf(prefer_css_page_size=True)
    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") <= 1
    screen.page.emulate_media(media="screen")


def test_below_the_calendar_stands_whether_time_suffices(screen: CalendarScreen) -> None:
    screen.by("cushion").scroll_into_view_if_needed()
    expect(screen.by("cushion")).to_contain_text("hours")
    screen.by("left-out").locator("summary").click()
    expect(screen.by("left-out").get_by_role("listitem").first).to_be_visible()


def test_a_busy_time_shows_on_its_day_and_can_be_taken_away(screen: CalendarScreen) -> None:
    screen.by("busy-times").locator("summary").click()
    screen.by("busy-title").fill("Basketball")
    screen.by("busy-add").click()
    expect(screen.by("busy-time")).to_contain_text("Basketball")
    screen.by("busy-time").get_by_role("button").click()
    expect(screen.by("busy-time")).to_have_count(0)
    screen.by("undo").click()
    expect(screen.by("busy-time")).to_contain_text("Basketball")


def test_a_plan_rests_and_goes_on(learner: Learner, screen: CalendarScreen) -> None:
    screen.by("away").locator("summary").click()
    screen.by("pause-study").click()
    screen.by("resume-study").click()
    expect(screen.by("resume-study")).to_have_count(0)
    expect(screen.by("cushion")).to_be_visible()


@pytest.mark.parametrize("mode", ["week", "month", "day"])
def test_a_calendar_is_accessible(screen: CalendarScreen, mode: str) -> None:
    screen.by(f"view-{mode}").click()
    expect(screen.by(f"view-{mode}")).to_have_attribute("aria-pressed", "true")
    screen.by("cushion").wait_for()
    expect_accessible(screen.page)


def test_an_open_session_is_accessible(screen: CalendarScreen) -> None:
    screen.session(PHYSICS).get_by_role("button").last.click()
    screen.by("why").wait_for()
    expect_accessible(screen.page)


def test_without_a_plan_the_calendar_invites_to_a_goal(learner: Learner) -> None:
    page: Page = learner.has_account().signed_in()
    screen = CalendarScreen(page).open()
    expect(screen.by("study-plan-start")).to_have_attribute("href", "/study/new")
    expect_accessible(page)
