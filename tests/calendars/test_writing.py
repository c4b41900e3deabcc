"""What is planned here stands there: each session once, at its time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from learnconnect_app.domain.study_days import ONE_DAY
from learnconnect_app.models import CalendarEvent, StudyPlan, User
from tests.calendars.conftest import Ayse
from tests.calendars.serving import Asked
from tests.factories import MONDAY
from tests.study_factories import a_session, lessons_of


def writes_an_event(asked: Asked) -> bool:
    return asked.method in ("POST", "PATCH") and "/events" in asked.path


pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_sessions_stand_in_a_calendar_of_their_own(ayse: Ayse) -> None:
    assert ayse.service.calendar.name == "LearnConnect"
    ayse.assert_in_step()
    event = ayse.shown(ayse.sessions[0].id)
    assert event.starts == datetime(2026, 3, 3, 14, tzinfo=UTC)
    assert (event.minutes, event.zone) == (40, "Europe/Istanbul")
    assert event.title
    assert ayse.connection.error == ""
    assert ayse.connection.synced_at == ayse.clock.moment


def test_plan_of_120_days_goes_in_few_batches(unconnected: Ayse) -> None:
    with unconnected.database.transaction() as session:
        plan = session.get_one(StudyPlan, unconnected.sessions[0].plan_id)
        for days in range(10, 120):
            day = MONDAY + days * ONE_DAY
            for hour in (9, 18):
                a_session(session, plan, lessons_of(session)[0], day=day, start_minute=60 * hour)
    unconnected.connect()
    unconnected.sync(seconds=1)
    unconnected.assert_in_step()
    size = 50 if unconnected.provider == "google" else 20
    assert max(unconnected.service.batches) == size
    assert len(unconnected.service.batches) == -(-226 // size)


def test_nothing_is_written_when_nothing_changed(ayse: Ayse) -> None:
    ayse.service.asked.clear()
    ayse.sync()
    assert ayse.service.asked
    assert not [each for each in ayse.service.asked if writes_an_event(each)]


def test_session_moved_here_moves_its_event_and_adds_none(ayse: Ayse) -> None:
    session = ayse.sessions[0]
    before = ayse.shown(session.id)
    ayse.move(session.id, date(2026, 3, 3), 19 * 60)
    ayse.sync()
    after = ayse.shown(session.id)
    assert after.id == before.id
    assert after.starts == datetime(2026, 3, 3, 16, tzinfo=UTC)
    ayse.assert_in_step()


def test_change_here_is_written_within_five_minutes(ayse: Ayse) -> None:
    began = ayse.clock.moment
    assert ayse.connection.due_at == began + timedelta(minutes=15)
    ayse.clock.forward(minutes=1)
    ayse.move(ayse.sessions[-1].id, date(2026, 3, 13), 18 * 60)
    assert ayse.connection.due_at == began + timedelta(minutes=6)
    ayse.sync(minutes=5)
    ayse.assert_in_step()


def test_session_that_is_gone_takes_its_event_along(ayse: Ayse) -> None:
    with ayse.database.transaction() as session:
        session.delete(ayse.sessions[0])
    ayse.sync()
    assert len(ayse.service.events) == 5
    ayse.assert_in_step()


def test_missed_session_leaves_the_calendar_and_a_done_one_is_marked(ayse: Ayse) -> None:
    missed, done = ayse.sessions[:2]
    with ayse.database.transaction() as session:
        missed.status, done.status = "missed", "done"
        session.add_all([missed, done])
    ayse.sync(days=3)
    assert len(ayse.service.events) == 5
    assert ayse.shown(done.id).title.startswith("✓ ")


def test_what_was_over_before_the_connection_is_not_written(unconnected: Ayse) -> None:
    done = unconnected.sessions[0]
    with unconnected.database.transaction() as session:
        done.status = "done"
        session.add(done)
    unconnected.clock.forward(days=2)
    unconnected.connect()
    unconnected.sync(seconds=1)
    assert done.id not in {row.session_id for row in unconnected.rows(CalendarEvent)}


def test_what_lies_long_past_stays_in_the_learners_calendar(ayse: Ayse) -> None:
    done = ayse.sessions[0]
    with ayse.database.transaction() as session:
        done.status = "done"
        session.add(done)
    ayse.sync(days=1)
    ayse.sync(days=40)
    assert ayse.shown(done.id)


def test_clocks_go_forward_and_the_wall_time_stays(unconnected: Ayse) -> None:
    """In Berlin on 29 March 2026, between 2:00 and 3:00."""
    with unconnected.database.transaction() as session:
        session.get_one(User, unconnected.id).timezone = "Europe/Berlin"
        plan = session.get_one(StudyPlan, unconnected.sessions[0].plan_id)
        for day, minute in ((28, 18 * 60), (28, 26 * 60 + 30), (29, 18 * 60)):
            a_session(session, plan, day=date(2026, 3, day), kind="own", start_minute=minute)
    unconnected.connect()
    unconnected.sync(seconds=1)
    last = unconnected.service.events[-3:]
    assert [each.starts for each in last] == [
        datetime(2026, 3, 28, 17, tzinfo=UTC),
        datetime(2026, 3, 29, 1, 30, tzinfo=UTC),  # 02:30 is left out: an hour later it is
        datetime(2026, 3, 29, 16, tzinfo=UTC),
    ]
    assert {each.minutes for each in last} == {40}
    assert {each.zone for each in last} == {"Europe/Berlin"}


def test_session_without_a_time_takes_the_whole_day(ayse: Ayse) -> None:
    session = ayse.sessions[0]
    with ayse.database.transaction() as writing:
        session.start_minute = None
        writing.add(session)
    ayse.sync()
    assert ayse.shown(session.id).starts == date(2026, 3, 3)
    ayse.sync()
    assert ayse.session(session.id).day == date(2026, 3, 3)
