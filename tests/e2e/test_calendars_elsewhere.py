"""A calendar elsewhere from its connection to its end, in a browser, with the real scheduler.

Google's and Microsoft's services run on loopback, their pages for consent too.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import col, select, update

from learnconnect_app.models import CalendarConnection, CalendarEvent, StudyPlan, StudySession
from tests.calendars import google_server, graph_server
from tests.calendars.certificates import self_signed, server_side, trusting
from tests.calendars.google_server import Google
from tests.calendars.graph_server import Graph
from tests.e2e.conftest import App, Learner, running
from tests.e2e.test_accessibility import expect_accessible
from tests.e2e.test_calendar import (
    FRIDAY,
    HISTORY,
    MONDAY,
    THURSDAY,
    CalendarScreen,
    a_plan,
    row_of,
)
from tests.e2e.test_settings_reminders import Settings

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]  # the build is part of the first

PATIENCE = 60
"""Seconds; the scheduler looks every fifteen."""
THEMES = {"google": "light", "outlook": "dark"}


@dataclass(frozen=True)
class Services:
    google: Google
    outlook: Graph
    environment: dict[str, str]


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    certificate = self_signed(tmp_path_factory.mktemp("tls"))
    with google_server.google() as google, graph_server.graph(server_side(certificate)) as graph:
        settings = google_server.settings_for(google) | graph_server.settings_for(graph)
        environment = {f"LEARNCONNECT_{name.upper()}": value for name, value in settings.items()}
        environment |= trusting(certificate) | {"OAUTHLIB_INSECURE_TRANSPORT": "1"}
        yield Services(google, graph, environment)


@pytest.fixture(scope="module")
def app(app: App, services: Services, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """Another one on the same build, that knows both services."""
    with running(tmp_path_factory.mktemp("app"), **services.environment) as started:
        yield started


@dataclass
class Journey:
    """A learner with a plan, in front of the settings, and the service to be connected."""

    provider: str
    service: Google | Graph
    learner: Learner
    plan: StudyPlan
    page: Page

    @property
    def settings(self) -> Settings:
        return Settings(self.page)

    def expect_state(self, state: str) -> None:
        way = self.settings.by(f"way-{self.provider}")
        expect(way).to_have_attribute("data-state", state, timeout=PATIENCE * 1000)

    def is_due(self) -> None:
        """A quarter of an hour has passed."""
        with self.learner.app.database.transaction() as session:
            mine = col(CalendarConnection.user_id) == self.plan.user_id
            session.exec(update(CalendarConnection).where(mine).values(due_at=datetime.now(UTC)))

    def status(self) -> str:
        with self.learner.app.database.reading() as session:
            mine = CalendarConnection.user_id == self.plan.user_id
            return session.exec(select(CalendarConnection.status).where(mine)).one()

    def wait_for(self, is_it: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not is_it():
            assert time.monotonic() < end, what
            self.page.wait_for_timeout(200)

    def session(self) -> StudySession:
        return row_of(self.learner, "tyt-tarih")

    def event_id(self) -> str:
        with self.learner.app.database.reading() as session:
            of = select(CalendarEvent.event_id).where(CalendarEvent.session_id == self.session().id)
            return session.exec(of).one()

    def is_written(self) -> bool:
        """All four sessions are there, and known here by the names that they have there."""
        there = {each.id for each in self.service.events} if self.service.calendars else set()
        return len(there) == 4 and self.event_id() in there

    def starts(self) -> datetime:
        """When the session begins there, on the learner's clock."""
        event = next(each for each in self.service.events if each.id == self.event_id())
        assert isinstance(event.starts, datetime)
        return event.starts.astimezone(ZoneInfo("Europe/Istanbul"))


@pytest.fixture(params=THEMES)
def journey(request: pytest.FixtureRequest, learner: Learner, services: Services) -> Journey:
    plan = a_plan(learner)
    page = learner.signed_in(theme=THEMES[request.param], trusts_all=True)
    service = services.google if request.param == "google" else services.outlook
    service.calendars.clear()
    return Journey(request.param, service, learner, plan, page)


def test_from_connecting_to_the_end(journey: Journey) -> None:
    page, service, settings = journey.page, journey.service, journey.settings
    settings.open_connections()
    journey.expect_state("none")
    settings.by(f"connect-{journey.provider}").click()
    page.locator("#allow").click()  # on the page of the provider
    settings.expect_ready()
    expect(settings.by("arrived")).to_have_attribute("data-result", "connected")
    journey.expect_state("on")

    journey.wait_for(journey.is_written, "written")
    assert journey.starts().date() == MONDAY
    assert service.calendar.name == "LearnConnect"
    settings.open_connections()
    expect(settings.by(f"way-{journey.provider}").locator("time")).to_be_visible()
    expect_accessible(page)

    ten = datetime.combine(THURSDAY, datetime.min.time(), ZoneInfo("Europe/Istanbul"))
    service.move(journey.event_id(), ten + timedelta(hours=10))
    journey.is_due()
    journey.wait_for(lambda: journey.session().day == THURSDAY, "moved there")
    assert (journey.session().start_minute, journey.session().is_pinned) == (600, True)
    screen = CalendarScreen(page).open().next_week()
    screen.expect_on(THURSDAY, HISTORY)

    screen.session(HISTORY).get_by_role("button").last.click()
    page.get_by_text("Move to another day or time").click()
    screen.by("move-day").fill(FRIDAY.isoformat())
    screen.by("move-time").fill("16:15")
    screen.by("move-submit").click()
    screen.expect_on(FRIDAY, HISTORY)
    journey.is_due()
    journey.wait_for(lambda: journey.starts().date() == FRIDAY, "moved here")
    assert (journey.starts().hour, journey.starts().minute) == (16, 15)

    settings.open_connections()
    settings.by(f"disconnect-{journey.provider}-open").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    expect_accessible(page)
    settings.by(f"disconnect-{journey.provider}-remove").click()
    journey.expect_state("none")  # by itself
    assert service.calendars == {}
    if isinstance(service, Google):
        assert service.refresh_tokens == set()
    with journey.learner.app.database.reading() as session:
        mine = select(CalendarConnection).where(CalendarConnection.user_id == journey.plan.user_id)
        assert session.exec(mine).all() == []


def test_access_that_was_taken_away_asks_to_be_connected_again(journey: Journey) -> None:
    settings, service = journey.settings, journey.service
    settings.open_connections()
    settings.by(f"connect-{journey.provider}").click()
    journey.page.locator("#allow").click()
    settings.expect_ready()
    journey.wait_for(lambda: bool(service.calendars), "connected")
    service.refresh_tokens.clear()
    service.access_tokens.clear()
    journey.is_due()
    journey.wait_for(lambda: journey.status() == "reconnect", "noticed")
    settings.open_connections()
    journey.expect_state("reconnect")
    expect(settings.by(f"way-{journey.provider}").get_by_test_id("trouble")).to_be_visible()
    expect_accessible(journey.page)
    settings.by(f"connect-{journey.provider}").click()
    journey.page.locator("#allow").click()
    settings.expect_ready()
    journey.expect_state("on")
