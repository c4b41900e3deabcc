"""An installed application, a learner with a plan, and both calendar services on loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from google.auth import _exponential_backoff
from sqlmodel import col, select

from learnconnect_app import wiring
from learnconnect_app.adapters import database as engines
from learnconnect_app.adapters.database import Database
from learnconnect_app.adapters.secrets import sealed
from learnconnect_app.domain.calendar_entries import times_of
from learnconnect_app.domain.calendar_sync import moment_of
from learnconnect_app.domain.study_days import ONE_DAY
from learnconnect_app.models import (
    CalendarConnection,
    CalendarEvent,
    OutboxMessage,
    StudySession,
)
from learnconnect_app.scheduler.calendar_sync import sync_due
from learnconnect_app.services.calendar_connections import connect
from learnconnect_app.services.study_moves import move_session
from tests.calendars import google_server, graph_server
from tests.calendars.certificates import self_signed, server_side, trusting
from tests.calendars.google_server import Google
from tests.calendars.graph_server import Graph
from tests.calendars.serving import Shown
from tests.factories import MONDAY, a_learner
from tests.running import Clock, Configure, clock, configure, installed
from tests.study_factories import a_session, a_study_plan, lessons_of

__all__ = ["clock", "configure", "installed"]

ZONE = "Europe/Istanbul"
DAYS = 6
"""From Tuesday on, a session each, at 17:00."""


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return self_signed(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def google(configure: Configure, monkeypatch: pytest.MonkeyPatch) -> Iterator[Google]:
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")  # it is on loopback
    at_once = SimpleNamespace(sleep=lambda seconds: None)
    monkeypatch.setattr(_exponential_backoff, "time", at_once)  # between its own tries of a token
    with google_server.google() as service:
        configure(**google_server.settings_for(service))
        yield service


@pytest.fixture
def graph(
    configure: Configure, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Graph]:
    for name, value in trusting(certificate).items():
        monkeypatch.setenv(name, value)
    with graph_server.graph(server_side(certificate)) as service:
        configure(**graph_server.settings_for(service))
        yield service


@pytest.fixture(params=["google", "outlook"])
def service(request: pytest.FixtureRequest) -> Google | Graph:
    """Either of both: what is true of one is true of the other."""
    name = {"google": "google", "outlook": "graph"}[request.param]
    found: Google | Graph = request.getfixturevalue(name)
    return found


@pytest.fixture
def app(database: Database, configure: Configure, clock: Clock) -> Iterator[Database]:
    """The application on a database of the test's own, of either kind."""
    configure(database_url=database.url, secret_key="k" * 40)
    yield database
    engines.database().dispose()


@dataclass
class Ayse:
    """A learner with a study plan, connected to a calendar elsewhere."""

    database: Database
    service: Google | Graph
    clock: Clock
    id: UUID

    def sync(self, **later: float) -> None:
        """A tick of the scheduler, when the connection is due again."""
        self.clock.forward(**(later or {"minutes": 16}))
        self.service.now = self.clock.moment
        sync_due()

    def connect(self, refresh: str = "refresh-1", account: str = "ayse@there.example") -> None:
        self.service.refresh_tokens.add(refresh)
        wiring.perform(
            connect,
            user_id=self.id,
            provider=self.provider,
            account=account,
            secret=sealed(refresh),
        )

    @property
    def provider(self) -> str:
        return "google" if isinstance(self.service, Google) else "outlook"

    @property
    def connection(self) -> CalendarConnection:
        (row,) = [each for each in self.rows(CalendarConnection) if each.user_id == self.id]
        return row

    def rows(self, model: type[Any]) -> list[Any]:
        with self.database.reading() as session:
            return list(session.exec(select(model)))

    @property
    def sessions(self) -> list[StudySession]:
        """What is planned, in its order."""
        with self.database.reading() as session:
            wanted = select(StudySession).where(
                StudySession.user_id == self.id, StudySession.status != "missed"
            )
            order = col(StudySession.day), col(StudySession.position)
            return list(session.exec(wanted.order_by(*order)))

    def session(self, session_id: UUID) -> StudySession:
        return next(each for each in self.sessions if each.id == session_id)

    def shown(self, session_id: UUID) -> Shown:
        """The one event that stands for a session."""
        (row,) = [each for each in self.rows(CalendarEvent) if each.session_id == session_id]
        return next(each for each in self.service.events if each.id == row.event_id)

    def told(self, rule: str = "session_put_back") -> list[dict[str, Any]]:
        found = [each for each in self.rows(OutboxMessage) if each.kind == rule]
        return [each.params for each in found if each.channel == "app"]

    def change(self, service: Callable[..., Any], **arguments: Any) -> Any:
        """What the learner does here."""
        return wiring.perform(service, user_id=self.id, **arguments)

    def move(self, session_id: UUID, day: date, start: int) -> None:
        """By hand, here."""
        version = self.session(session_id).version
        self.change(move_session, session_id=session_id, day=day, start=start, version=version)

    def title(self, session_id: UUID, title: str) -> None:
        """Make it one of the learner's own words, so that its event is written again."""
        session = self.session(session_id)
        session.parts, session.title = session.parts + 1, title
        with self.database.transaction() as writing:
            writing.add(session)

    def assert_in_step(self) -> None:
        """What is there is what is here: each session once, at its time, and nothing else."""
        planned = [
            times_of(each.day, each.start_minute, each.minutes, ZONE)[0] for each in self.sessions
        ]
        assert [moment_of(each.starts) for each in self.service.events] == sorted(
            map(moment_of, planned)
        )
        assert len(self.rows(CalendarEvent)) == len(planned)


@pytest.fixture
def unconnected(app: Database, service: Google | Graph, clock: Clock) -> Ayse:
    return _with_a_plan(app, service, clock)


@pytest.fixture
def second(ayse: Ayse) -> Ayse:
    """Another learner, of the same account elsewhere; not connected yet."""
    return _with_a_plan(ayse.database, ayse.service, ayse.clock)


def _with_a_plan(app: Database, service: Google | Graph, clock: Clock) -> Ayse:
    with app.transaction() as session:
        user = a_learner(session, timezone=ZONE, now=clock.moment)
        plan = a_study_plan(session, user, now=clock.moment)
        for days, lesson in enumerate(lessons_of(session)[:DAYS]):
            day = MONDAY + (1 + days) * ONE_DAY
            a_session(session, plan, lesson, day=day, start_minute=17 * 60)
    return Ayse(app, service, clock, user.id)


@pytest.fixture
def ayse(unconnected: Ayse) -> Ayse:
    """Connected, and everything written."""
    unconnected.connect()
    unconnected.sync(seconds=1)
    return unconnected
