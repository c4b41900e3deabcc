"""The weekly report in the browser: reading it, turning back, taking a suggestion over and back."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import select

from learnconnect_app.domain.study_days import study_day, week_of
from learnconnect_app.models import StudyPlan, User
from learnconnect_app.services.weekly_reports import make_report
from tests.e2e.conftest import Learner
from tests.e2e.screens import HomeScreen, Screen
from tests.e2e.study_stage import now
from tests.e2e.test_accessibility import expect_accessible
from tests.factories import noon
from tests.study_factories import a_study_plan
from tests.weekly_reports import a_week_done

pytestmark = pytest.mark.browser

ZONE = "Europe/Istanbul"
WEEKS = 3
IDLE = (2,)
LOOKS = [
    {"size": "phone", "language": "tr", "theme": "light"},
    {"size": "desktop", "language": "en", "theme": "dark"},
]


class ReportsScreen(Screen):
    path = "/reports"

    def expect_report(self, state: str) -> None:
        expect(self.by("report")).to_have_attribute("data-state", state)

    def expect_offer(self, state: str) -> None:
        expect(self.by("suggestion").first).to_have_attribute("data-state", state)


def with_reports(learner: Learner, language: str = "en") -> None:
    """Weeks of study with an idle Wednesday, and the report of each."""
    learner.has_account(language=language)
    this_monday = week_of(study_day(now(), ZONE))[0]
    begin = this_monday - timedelta(weeks=WEEKS)
    with learner.app.database.transaction() as session:
        user = session.exec(select(User).where(User.email == learner.email)).one()
        plan = a_study_plan(
            session, user, exam_day=this_monday + timedelta(days=200), now=noon(begin)
        )
        plan.settled_day = plan.adapted_day = study_day(now(), ZONE)
        for number in range(WEEKS):
            monday = begin + timedelta(weeks=number)
            a_week_done(session, user, plan, monday=monday, missed=IDLE)
            morning = datetime.combine(monday, datetime.min.time(), ZoneInfo(ZONE))
            make_report(session, user_id=user.id, now=morning + timedelta(days=7, hours=8))


def rest_days(learner: Learner) -> list[int]:
    with learner.app.database.reading() as session:
        found = select(StudyPlan.rest_weekdays).join(User).where(User.email == learner.email)
        return session.exec(found).one()


@pytest.mark.parametrize("look", LOOKS)
def test_a_report_is_read_and_a_suggestion_taken_over_and_back(
    learner: Learner, look: dict[str, str]
) -> None:
    with_reports(learner, look["language"])
    page = learner.signed_in(**look)
    home = HomeScreen(page).open()
    expect(home.by("to-report")).to_have_attribute("data-new", "true")
    home.by("to-report").click()
    screen = ReportsScreen(page)
    screen.expect_report("told")
    expect(screen.by("headline")).to_have_attribute("data-code", "steady")
    expect(screen.by("report-figures")).to_have_attribute("data-minutes", "480")
    expect(screen.by("report-bar")).to_have_count(7)
    expect(screen.by("score-part")).to_have_count(4)
    expect_accessible(page)

    screen.expect_offer("open")
    screen.by("apply-suggestion").first.click()
    screen.expect_offer("applied")
    assert rest_days(learner) == list(IDLE)
    expect(screen.by("undo-suggestion")).to_be_focused()
    expect_accessible(page)
    page.keyboard.press("Enter")
    screen.expect_offer("open")
    assert rest_days(learner) == []

    home.open()
    expect(home.by("to-report")).to_have_attribute("data-new", "false")


def test_other_weeks_and_months_are_a_click_away(learner: Learner) -> None:
    with_reports(learner)
    screen = ReportsScreen(learner.signed_in()).open()
    latest = screen.by("report").get_attribute("data-first")
    screen.by("report-later").click()
    screen.expect_report("running")
    expect(screen.by("report-later")).to_be_disabled()
    expect(screen.by("suggestion")).to_have_count(0)
    screen.by("report-earlier").click()
    expect(screen.by("report")).to_have_attribute("data-first", latest or "")
    screen.by("earlier-report").last.click()
    expect(screen.by("headline")).to_have_attribute("data-code", "begun")
    expect(screen.by("report-earlier")).to_be_disabled()
    screen.by("show-month").click()
    expect(screen.by("show-month")).to_have_attribute("aria-pressed", "true")
    expect(screen.by("motivation-score")).to_have_count(0)
    expect_accessible(screen.page)


LOOKED = """(state) => {
  const visibilityState = { get: () => state, configurable: true };
  Object.defineProperties(document, { visibilityState });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_a_report_in_a_tab_out_of_sight_is_not_read_before_somebody_looks(
    learner: Learner,
) -> None:
    with_reports(learner)
    page = learner.signed_in()
    home = HomeScreen(page.context.new_page())
    page.add_init_script(f"({LOOKED})('hidden')")
    screen = ReportsScreen(page).open()
    screen.expect_report("told")
    home.open()
    expect(home.by("to-report")).to_have_attribute("data-new", "true")
    page.evaluate(LOOKED, "visible")
    screen.by("report-later").click()  # handled after it was noted
    screen.expect_report("running")
    home.open()
    expect(home.by("to-report")).to_have_attribute("data-new", "false")


def printed(page: Page) -> bool:
    page.evaluate("() => { window.print = () => { window.wasPrinted = true } }")
    page.get_by_test_id("print").click()
    return bool(page.evaluate("window.wasPrinted"))


def test_a_report_can_be_printed(learner: Learner) -> None:
    with_reports(learner)
    page = ReportsScreen(learner.signed_in()).open().page
    assert printed(page)
    page.emulate_media(media="print")
    expect(page.get_by_test_id("headline")).to_be_visible()
    expect(page.get_by_test_id("apply-suggestion").first).to_be_hidden()


@pytest.mark.parametrize("look", LOOKS)
def test_without_a_plan_there_is_a_kind_word(learner: Learner, look: dict[str, str]) -> None:
    page = learner.has_account(language=look["language"]).signed_in(**look)
    screen = ReportsScreen(page).open()
    expect(screen.by("reports-empty").locator("a[href='/home']")).to_be_visible()
    expect_accessible(page)


def test_before_the_first_report_there_is_the_week_that_runs(learner: Learner) -> None:
    learner.has_account()
    with learner.app.database.transaction() as session:
        user = session.exec(select(User).where(User.email == learner.email)).one()
        a_study_plan(session, user, exam_day=now().date() + timedelta(days=90), now=now())
    screen = ReportsScreen(learner.signed_in()).open()
    screen.expect_report("running")
    expect(screen.by("first-note")).to_be_visible()
    expect(screen.by("headline")).to_have_attribute("data-code", "fresh")
    expect_accessible(screen.page)
