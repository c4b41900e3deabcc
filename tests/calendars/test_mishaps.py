"""Each session has one event, whatever breaks off, fails, or is done by two at once."""

from __future__ import annotations

import threading
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from learnconnect_app import wiring
from learnconnect_app.domain.ports import CalendarProvider
from learnconnect_app.models import CalendarEvent, ChannelState
from learnconnect_app.scheduler.calendar_sync import sync_due
from learnconnect_app.services import calendar_sync
from tests.calendars import google_server, graph_server
from tests.calendars.conftest import Ayse
from tests.calendars.google_server import Google
from tests.calendars.serving import HANG_UP, Asked, Failure, Told


def makes_an_event(asked: Asked) -> bool:
    return asked.method == "POST" and asked.path.endswith("/events")


def busy(ayse: Ayse, seconds: int) -> Told:
    module = google_server if isinstance(ayse.service, Google) else graph_server
    return module.busy(seconds)


def test_crash_between_making_and_recording_leaves_no_double(
    unconnected: Ayse, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object, **__: object) -> None:
        raise SystemExit

    unconnected.connect()
    with monkeypatch.context() as dying:
        dying.setattr(calendar_sync, "record_written", die)
        with pytest.raises(SystemExit):
            unconnected.sync(seconds=1)
    made = {each.id for each in unconnected.service.events}
    assert len(made) == 6
    unconnected.sync(minutes=20)
    assert {each.id for each in unconnected.service.events} == made
    unconnected.assert_in_step()


def test_session_that_moved_after_such_a_crash_is_still_one_event(
    unconnected: Ayse, monkeypatch: pytest.MonkeyPatch
) -> None:
    unconnected.connect()
    unconnected.service.failures.append(Failure(Told(HANG_UP), _is_a_batch, after=True))
    unconnected.sync(seconds=1)
    assert len(unconnected.service.events) == 6
    unconnected.move(unconnected.sessions[0].id, date(2026, 3, 3), 19 * 60)
    with unconnected.database.transaction() as session:
        session.delete(unconnected.sessions[5])
    unconnected.sync()
    assert len(unconnected.service.events) == 5
    unconnected.assert_in_step()


def _is_a_batch(asked: Asked) -> bool:
    return "batch" in asked.path


def test_two_schedulers_at_once_do_it_once(unconnected: Ayse) -> None:
    unconnected.connect()
    unconnected.clock.forward(seconds=1)
    threads = [threading.Thread(target=sync_due) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(unconnected.service.calendars) == 1
    made = [each for each in unconnected.service.asked if makes_an_event(each)]
    assert len(made) == 6
    unconnected.assert_in_step()


def test_scheduler_that_lost_its_lease_records_nothing(
    unconnected: Ayse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It slept past its lease while it wrote; another one has done it all meanwhile."""
    unconnected.connect()
    provider = type(_provider(unconnected))
    write, slept = provider.write, []

    def sleep(*arguments: Any) -> Any:
        answers = write(*arguments)
        if not slept:
            slept.append(answers)
            unconnected.sync(minutes=20)
        return answers

    monkeypatch.setattr(provider, "write", sleep)
    unconnected.sync(seconds=1)
    assert slept
    unconnected.assert_in_step()
    assert unconnected.connection.leased_until is None


def _provider(ayse: Ayse) -> CalendarProvider:
    provider = wiring.calendar_provider(ayse.provider, ayse.connection.secret)
    assert provider is not None
    with closing(provider):
        return provider


def test_what_is_done_there_is_done_here_on_either_database(ayse: Ayse) -> None:
    refused, deleted, moved = ayse.sessions[0], ayse.sessions[-2], ayse.sessions[-1]
    ayse.service.move(ayse.shown(refused.id).id, datetime(2026, 3, 1, 9, tzinfo=UTC))
    ayse.service.delete(ayse.shown(deleted.id).id)
    ayse.service.move(ayse.shown(moved.id).id, datetime(2026, 3, 14, 7, tzinfo=UTC))
    ayse.sync()
    assert ayse.session(refused.id).day == refused.day
    assert ayse.session(deleted.id).day > deleted.day
    assert ayse.session(moved.id).day == date(2026, 3, 14)
    assert len(ayse.told()) == 1
    ayse.assert_in_step()


def test_some_of_a_batch_fail_and_are_done_later(unconnected: Ayse) -> None:
    unconnected.connect()
    failure = Failure(busy(unconnected, 7), makes_an_event, times=2)
    unconnected.service.failures.append(failure)
    unconnected.sync(seconds=1)
    assert len(unconnected.service.events) == 4
    row = unconnected.connection
    assert (row.attempts, row.error) == (1, "calendar_busy")
    waiting = (row.due_at - unconnected.clock.moment).total_seconds()
    assert 30 <= waiting <= 45
    unconnected.sync(minutes=1)
    unconnected.assert_in_step()
    assert (unconnected.connection.attempts, unconnected.connection.error) == (0, "")


def test_busy_provider_is_left_alone_as_long_as_it_asks(ayse: Ayse) -> None:
    ayse.service.failures.append(Failure(busy(ayse, 600), _is_a_reading))
    ayse.sync()
    assert ayse.connection.error == "calendar_busy"
    assert ayse.connection.due_at >= ayse.clock.moment + timedelta(seconds=600)


def _is_a_reading(asked: Asked) -> bool:
    return asked.method == "GET" and "calendars/" in asked.path


def test_provider_that_is_down_is_asked_less_and_less_often(ayse: Ayse) -> None:
    ayse.service.failures.append(Failure(Told(503), lambda asked: asked.method == "GET", times=4))
    waits = []
    for _ in range(4):
        ayse.sync(hours=1)
        waits.append((ayse.connection.due_at - ayse.clock.moment).total_seconds())
    assert waits == sorted(waits)
    assert 240 <= waits[3] <= 360
    ayse.sync(hours=1)
    assert ayse.connection.attempts == 0


def test_event_that_vanished_while_its_session_moved_is_made_again(ayse: Ayse) -> None:
    session = ayse.sessions[0]
    ayse.move(session.id, date(2026, 3, 3), 19 * 60)
    gone = ayse.shown(session.id).id

    def vanish(asked: Asked) -> bool:
        is_update = asked.method == "PATCH"
        if is_update and gone in {each.id for each in ayse.service.events}:
            ayse.service.delete(gone)
        return False

    ayse.service.failures.append(Failure(Told(200), vanish))
    ayse.sync()
    ayse.sync()
    assert ayse.shown(session.id).id != gone
    assert ayse.session(session.id).start_minute == 19 * 60
    ayse.assert_in_step()


def test_event_found_gone_while_it_is_written_is_taken_as_deleted(ayse: Ayse) -> None:
    """Also when its calendar has forgotten what changed, and all is read anew."""
    last = ayse.sessions[-1]
    gone = ayse.shown(last.id).id
    ayse.title(last.id, "Another title")

    def vanish(asked: Asked) -> bool:
        if asked.method == "PATCH" and gone in {each.id for each in ayse.service.events}:
            ayse.service.delete(gone)
        return False

    ayse.service.failures.append(Failure(Told(200), vanish))
    ayse.sync()
    assert gone in {row.event_id for row in ayse.rows(CalendarEvent)}
    ayse.service.oldest_token = 10**6
    ayse.sync()
    assert ayse.session(last.id).day > last.day
    ayse.assert_in_step()


def test_change_that_is_refused_is_told(unconnected: Ayse) -> None:
    unconnected.connect()
    failure = Failure(Told(400, {"error": {"code": 400}}), makes_an_event, times=2)
    unconnected.service.failures.append(failure)
    unconnected.sync(seconds=1)
    assert len(unconnected.service.events) == 4
    row = unconnected.connection
    assert (row.status, row.error, row.attempts) == ("active", "calendar_refused", 0)
    (state,) = unconnected.rows(ChannelState)
    assert (state.error, state.succeeded_at) == ("calendar_refused", None)
    unconnected.sync()
    unconnected.assert_in_step()
    (state,) = unconnected.rows(ChannelState)
    assert (unconnected.connection.error, state.error) == ("", "")


def test_event_touched_there_meanwhile_is_read_before_it_is_written(ayse: Ayse) -> None:
    session = ayse.sessions[0]
    ayse.move(session.id, date(2026, 3, 3), 19 * 60)
    event = ayse.shown(session.id)
    touched = []

    def touch(asked: Asked) -> bool:
        if asked.method == "PATCH" and not touched:
            touched.append(asked)
            ayse.service.recolour(event.id)
        return False

    ayse.service.failures.append(Failure(Told(200), touch))
    ayse.sync()
    assert ayse.shown(session.id).starts == event.starts
    ayse.sync(minutes=2)
    assert ayse.shown(session.id).starts == datetime(2026, 3, 3, 16, tzinfo=UTC)
