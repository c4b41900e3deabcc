"""`/api/v1/progress/*.csv`: the caller's own numbers as files, and nobody else's."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.progress_views import FIGURES
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import Course, User
from tests import study_factories as study
from tests.api.conftest import NewBrowser
from tests.running import Clock
from tests.weekly_reports import worked

MINUTES = "/api/v1/progress/minutes.csv"
DAY = timedelta(days=1)


def with_minutes(database: Database, clock: Clock) -> None:
    """75 minutes of Ayşe's today, in a plan."""
    with database.transaction() as session:
        user = session.exec(select(User).where(User.email == "ayse@example.org")).one()
        today = study_day(clock.moment, user.timezone)
        study.a_study_plan(session, user, exam_day=today + 90 * DAY, now=clock.moment)
        worked(session, user, today, 75)


def test_numbers_come_as_a_file(new_browser: NewBrowser, installed: Database, clock: Clock) -> None:
    browser = new_browser()
    browser.register()
    with_minutes(installed, clock)
    answer = browser.get(MINUTES, params={"range": "weeks"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert 'filename="learnconnect-minutes.csv"' in answer.headers["content-disposition"]
    lines = answer.text.removeprefix("\ufeff").splitlines()
    assert lines[0] == "day,tests (minutes)"
    assert lines[-1].endswith(",75")


@pytest.mark.parametrize("figure", FIGURES)
def test_every_figure_can_be_had(
    figure: str, new_browser: NewBrowser, installed: Database, clock: Clock
) -> None:
    browser = new_browser()
    browser.register()
    with_minutes(installed, clock)
    assert browser.get(f"/api/v1/progress/{figure}.csv").status_code == 200


def test_a_visitor_gets_none(new_browser: NewBrowser) -> None:
    assert new_browser().get(MINUTES).status_code == 401


def test_another_learner_gets_their_own(
    new_browser: NewBrowser, installed: Database, clock: Clock
) -> None:
    new_browser().register()
    with_minutes(installed, clock)
    other = new_browser("10.0.0.9")
    other.register(email="can@example.org", display_name="Can")
    lines = other.get(MINUTES).text.splitlines()
    assert len(lines) == 1


@pytest.mark.parametrize("path", ["secrets.csv", "minutes.csv?range=century", "minutes.csv?range="])
def test_what_is_no_figure_is_refused(path: str, new_browser: NewBrowser) -> None:
    browser = new_browser()
    browser.register()
    answer = browser.get(f"/api/v1/progress/{path}")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_name_that_looks_like_a_formula_is_only_shown(
    new_browser: NewBrowser, installed: Database, clock: Clock
) -> None:
    browser = new_browser()
    browser.register()
    with_minutes(installed, clock)
    with installed.transaction() as session:
        course = session.get_one(Course, study.COURSE)
        course.title = {"tr": '=HYPERLINK("evil")'}
    assert "'=HYPERLINK" in browser.get("/api/v1/progress/mastery.csv").text
