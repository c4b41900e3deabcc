"""What a learner does with our events in a calendar elsewhere is done here, by our rules."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from learnconnect_app.locales import message
from learnconnect_app.models import PlanChange
from learnconnect_app.services.study_changes import undo_change
from tests.calendars.conftest import Ayse
from tests.calendars.graph_server import Graph

SATURDAY_AT_TEN = datetime(2026, 3, 14, 7, tzinfo=UTC)
"""In Istanbul; the week after the sessions."""


pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def first_kind(ayse: Ayse, kind: str) -> None:
    session = ayse.sessions[0]
    session.kind, session.topic_key, session.title = kind, None, "Kütüphane"
    with ayse.database.transaction() as writing:
        writing.add(session)


def test_event_moved_there_moves_its_session_and_pins_it(ayse: Ayse) -> None:
    last = ayse.sessions[-1]
    event = ayse.shown(last.id)
    ayse.service.move(event.id, SATURDAY_AT_TEN)
    ayse.sync()
    moved = ayse.session(last.id)
    assert (moved.day, moved.start_minute) == (date(2026, 3, 14), 10 * 60)
    assert moved.is_pinned
    assert ayse.shown(last.id).id == event.id
    ayse.assert_in_step()
    assert ayse.told() == []


def test_move_there_can_be_taken_back_here(ayse: Ayse) -> None:
    last = ayse.sessions[-1]
    ayse.service.move(ayse.shown(last.id).id, SATURDAY_AT_TEN)
    ayse.sync()
    (change,) = ayse.rows(PlanChange)
    ayse.change(undo_change, change_id=change.id)
    ayse.sync()
    assert ayse.session(last.id).day == last.day
    ayse.assert_in_step()


def test_hour_after_midnight_is_late_on_the_evening_before(ayse: Ayse) -> None:
    last = ayse.sessions[-1]
    ayse.service.move(ayse.shown(last.id).id, datetime(2026, 3, 14, 22, 30, tzinfo=UTC))
    ayse.sync()
    moved = ayse.session(last.id)
    assert (moved.day, moved.start_minute) == (date(2026, 3, 14), 25 * 60 + 30)
    ayse.assert_in_step()


def test_odd_minute_goes_to_the_nearest_quarter(ayse: Ayse) -> None:
    last = ayse.sessions[-1]
    ayse.service.move(ayse.shown(last.id).id, SATURDAY_AT_TEN + timedelta(minutes=8))
    ayse.sync()
    assert ayse.session(last.id).start_minute == 10 * 60 + 15
    ayse.assert_in_step()


def test_event_made_a_whole_day_leaves_the_time_to_the_plan(ayse: Ayse) -> None:
    last = ayse.sessions[-1]
    ayse.service.move(ayse.shown(last.id).id, "2026-03-14")
    ayse.sync()
    moved = ayse.session(last.id)
    assert moved.day == date(2026, 3, 14)
    assert moved.start_minute is not None
    ayse.assert_in_step()


def test_move_that_the_plan_refuses_is_put_back_and_explained(ayse: Ayse) -> None:
    session = ayse.sessions[0]
    event = ayse.shown(session.id)
    ayse.service.move(event.id, datetime(2026, 3, 1, 9, tzinfo=UTC))
    ayse.sync()
    assert ayse.session(session.id).day == session.day
    assert ayse.shown(session.id) == event
    (told,) = ayse.told()
    assert told["calendar"] == message("en", f"reminder.calendar.{ayse.provider}")
    assert told["session"] in event.title
    assert told["reason"] == "That day has passed. Choose today or a later day."
    ayse.sync()
    assert ayse.shown(session.id) == event


def test_event_deleted_there_takes_its_session_off_that_day(ayse: Ayse) -> None:
    last = ayse.sessions[-1]
    ayse.service.delete(ayse.shown(last.id).id)
    ayse.sync()
    assert ayse.session(last.id).day > last.day
    assert ayse.told() == []
    ayse.assert_in_step()


@pytest.mark.parametrize("reading", ["changes", "everything"])
def test_event_dragged_to_another_calendar_is_taken_as_deleted(ayse: Ayse, reading: str) -> None:
    if not isinstance(ayse.service, Graph):
        pytest.skip("Google tells it as deleted by itself")
    last = ayse.sessions[-1]
    dragged = ayse.shown(last.id).id
    ayse.service.move_away(dragged)
    ayse.service.oldest_token = 10**6 if reading == "everything" else 0
    ayse.sync()
    assert ayse.session(last.id).day > last.day
    assert ayse.shown(last.id).id != dragged
    assert list(ayse.service.elsewhere.events) == [dragged]
    ayse.assert_in_step()


def test_own_session_deleted_there_is_removed(ayse: Ayse) -> None:
    first_kind(ayse, "own")
    own = ayse.sessions[0]
    ayse.service.delete(ayse.shown(own.id).id)
    ayse.sync()
    assert own.id not in {each.id for each in ayse.sessions}
    ayse.assert_in_step()


def test_running_session_deleted_there_comes_back(ayse: Ayse) -> None:
    running = ayse.sessions[0]
    running.status = "running"
    with ayse.database.transaction() as session:
        session.add(running)
    gone = ayse.shown(running.id).id
    ayse.service.delete(gone)
    ayse.sync()
    assert ayse.shown(running.id).id != gone
    assert len(ayse.told()) == 1
    ayse.assert_in_step()


def test_forgotten_sync_token_means_reading_everything(ayse: Ayse) -> None:
    moved, deleted = ayse.sessions[-1], ayse.sessions[-2]
    ayse.service.move(ayse.shown(moved.id).id, SATURDAY_AT_TEN)
    ayse.service.delete(ayse.shown(deleted.id).id)
    ayse.service.oldest_token = 10**6
    ayse.sync()
    assert ayse.session(moved.id).day == date(2026, 3, 14)
    assert ayse.session(deleted.id).day > deleted.day
    ayse.assert_in_step()
