"""The signed-in learner over HTTP: who they are, today, language and place."""

from __future__ import annotations

import pytest
from sqlmodel import select

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import User
from tests.api.conftest import Browser, NewBrowser
from tests.factories import MONDAY, a_study_plan, sessions_of
from tests.running import Clock
from tests.study_factories import a_session

ME = "/api/v1/me"


def place_of(database: Database, email: str = "ayse@example.org") -> tuple[str, str]:
    with database.reading() as session:
        user = session.exec(select(User).where(User.email == email)).one()
        return user.locale, user.timezone


def test_visitor_is_told_nothing(browser: Browser) -> None:
    for path in (ME, "/api/v1/today"):
        assert browser.get(path).status_code == 401
    assert browser.patch(ME, json={"locale": "tr"}).status_code == 401


def test_learner_is_told_of_themselves_alone(browser: Browser, new_browser: NewBrowser) -> None:
    browser.register()
    other = new_browser()
    other.register(email="ali@example.org", display_name="Ali")
    assert browser.get(ME).json()["display_name"] == "Ayşe Işık"
    assert other.get(ME).json()["display_name"] == "Ali"


def test_a_client_learns_whose_account_it_is(browser: Browser) -> None:
    made = browser.register(timezone="Asia/Tokyo").json()["user_id"]
    told = browser.get(ME).json()
    assert (told["id"], told["email"]) == (made, "ayse@example.org")
    assert (told["timezone"], told["locale"]) == ("Asia/Tokyo", "en")


def test_today_of_a_learner_without_a_plan_is_empty(browser: Browser) -> None:
    browser.register()
    assert browser.get("/api/v1/today").json()["items"] == []


@pytest.mark.parametrize(("locale", "title"), [("en", "Practice test"), ("tr", "Deneme testi")])
def test_a_practice_test_is_called_by_its_kind(
    browser: Browser, installed: Database, clock: Clock, locale: str, title: str
) -> None:
    browser.register(locale=locale)
    with installed.transaction() as session:
        user = session.exec(select(User)).one()
        plan = a_study_plan(session, user, now=clock.moment)
        for row in sessions_of(session, plan, day=MONDAY):
            session.delete(row)
        a_session(session, plan, kind="practice_test", day=MONDAY)
    item = browser.get("/api/v1/today").json()["items"][0]
    assert (item["kind"], item["title"]) == ("practice_test", title)


def test_language_and_place_are_kept_for_the_caller_alone(
    browser: Browser, new_browser: NewBrowser, installed: Database
) -> None:
    new_browser().register(email="ali@example.org")
    browser.register()
    answer = browser.patch(ME, json={"locale": "tr", "timezone": "Asia/Tokyo"})
    assert answer.status_code == 204
    assert place_of(installed) == ("tr", "Asia/Tokyo")
    assert place_of(installed, "ali@example.org") == ("en", "Europe/Istanbul")


@pytest.mark.parametrize("given", [{}, {"locale": None}, {"locale": None, "timezone": None}])
def test_what_is_not_given_stays(
    browser: Browser, installed: Database, given: dict[str, None]
) -> None:
    browser.register()
    assert browser.patch(ME, json=given).status_code == 204
    assert place_of(installed) == ("en", "Europe/Istanbul")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"locale": "tr", "timezone": "Mars/Phobos"}, "timezone"),
        ({"locale": "tr", "timezone": ""}, "timezone"),
        ({"locale": "de", "timezone": "Asia/Tokyo"}, "locale"),
        ({"locale": "", "timezone": "Asia/Tokyo"}, "locale"),
        ({"locale": "tr", "role": "operator"}, "role"),
        ({"timezone": "x" * 65}, "timezone"),
    ],
)
def test_wrong_preference_changes_none(
    browser: Browser, installed: Database, given: dict[str, str], field: str
) -> None:
    browser.register()
    answer = browser.patch(ME, json=given)
    assert answer.status_code == 422
    assert list(answer.json()["fields"]) == [field]
    assert place_of(installed) == ("en", "Europe/Istanbul")
