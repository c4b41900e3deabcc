"""Outlook gives a calendar another id at times: it is still ours, and not deleted."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from learnconnect_app.domain.study_days import ONE_DAY
from learnconnect_app.models import CalendarConnection, StudyPlan
from learnconnect_app.services.calendar_connections import disconnect
from tests.calendars.conftest import Ayse
from tests.calendars.graph_server import Graph
from tests.calendars.serving import Asked, Calendar, Failure, Told
from tests.factories import MONDAY
from tests.study_factories import a_session

pytestmark = [
    pytest.mark.parametrize("database", ["sqlite"], indirect=True),
    pytest.mark.parametrize("service", ["outlook"], indirect=True),
]


@pytest.fixture
def graph_of(ayse: Ayse) -> Graph:
    assert isinstance(ayse.service, Graph)
    return ayse.service


def test_calendar_whose_id_changed_is_gone_on_with(ayse: Ayse, graph_of: Graph) -> None:
    ids = {each.id for each in graph_of.events}
    graph_of.change_id()
    ayse.move(ayse.sessions[-1].id, date(2026, 3, 13), 18 * 60)
    ayse.sync()
    assert (ayse.connection.status, ayse.connection.error) == ("active", "")
    assert ayse.connection.calendar_id == graph_of.calendar.id
    assert {each.id for each in graph_of.events} == ids
    assert ayse.told("calendar_problem") == []
    ayse.assert_in_step()


def test_what_was_done_there_meanwhile_is_done_here(ayse: Ayse, graph_of: Graph) -> None:
    moved, deleted = ayse.sessions[-1], ayse.sessions[-2]
    graph_of.move(ayse.shown(moved.id).id, datetime.fromisoformat("2026-03-14T10:00+03:00"))
    graph_of.delete(ayse.shown(deleted.id).id)
    graph_of.change_id()
    ayse.sync()
    assert ayse.session(moved.id).day == date(2026, 3, 14)
    assert ayse.session(deleted.id).day > deleted.day
    ayse.assert_in_step()


def test_id_that_changes_while_it_is_written_leaves_no_double(ayse: Ayse, graph_of: Graph) -> None:
    def change(asked: Asked) -> bool:
        if asked.method == "PATCH" and not changed:
            changed.append(asked)
            graph_of.change_id()
        return False

    changed: list[Asked] = []
    graph_of.failures.append(Failure(Told(200), change))
    ayse.move(ayse.sessions[-1].id, date(2026, 3, 13), 18 * 60)
    ayse.sync()
    ayse.sync()
    assert changed
    assert ayse.connection.calendar_id == graph_of.calendar.id
    ayse.assert_in_step()


def test_removal_takes_down_a_calendar_whose_id_changed(ayse: Ayse, graph_of: Graph) -> None:
    graph_of.change_id()
    ayse.change(disconnect, provider="outlook", keeps_events=False)
    ayse.sync(seconds=1)
    assert graph_of.calendars == {}
    assert ayse.rows(CalendarConnection) == []


@pytest.mark.parametrize("is_ending", [False, True])
def test_calendar_of_our_name_with_events_of_others_is_not_taken_for_it(
    ayse: Ayse, graph_of: Graph, is_ending: bool
) -> None:
    """As one that the learner kept of an earlier connection."""
    kept = graph_of.calendar
    for event in kept.events.values():
        event["singleValueExtendedProperties"][0]["value"] = "of an earlier one"
    graph_of.change_id()
    if is_ending:
        ayse.change(disconnect, provider="outlook", keeps_events=False)
    ayse.sync()
    assert list(graph_of.calendars) == [kept.id]
    if is_ending:
        assert ayse.rows(CalendarConnection) == []
    else:
        assert (ayse.connection.status, ayse.connection.error) == ("reconnect", "calendar_gone")


def test_calendar_that_is_looked_for_while_outlook_is_busy_is_not_gone(
    ayse: Ayse, graph_of: Graph
) -> None:
    graph_of.change_id()
    is_a_search = lambda asked: "$filter" in asked.query  # noqa: E731
    too_fast = Failure(Told(429, {"error": {"code": "ApplicationThrottled"}}), is_a_search, times=9)
    graph_of.failures.append(too_fast)
    ayse.sync()
    assert (ayse.connection.status, ayse.connection.error) == ("active", "calendar_busy")
    ayse.sync(minutes=1)
    assert ayse.connection.error == ""
    ayse.assert_in_step()


def test_calendar_that_is_listed_and_not_found_is_not_gone(ayse: Ayse, graph_of: Graph) -> None:
    unknown = Told(404, {"error": {"code": "ErrorItemNotFound"}})
    is_a_reading = lambda asked: asked.path.endswith("/delta")  # noqa: E731
    graph_of.failures.append(Failure(unknown, is_a_reading, times=2))
    ayse.sync()
    assert (ayse.connection.status, ayse.connection.error) == ("active", "calendar_unreachable")
    ayse.sync(minutes=1)
    assert ayse.connection.error == ""
    ayse.assert_in_step()


def test_any_event_of_ours_that_is_left_is_enough(ayse: Ayse, graph_of: Graph) -> None:
    """Of more than fit into one batch, and in a calendar that is not the first of our name."""
    with ayse.database.transaction() as session:
        plan = session.get_one(StudyPlan, ayse.sessions[0].plan_id)
        for days in range(20, 60):
            day = MONDAY + days * ONE_DAY
            a_session(session, plan, day=day, kind="own", title="Spor", start_minute=600)
    ayse.sync()
    ours = graph_of.calendar
    ours.name = "LearnConnect 2"
    for event in graph_of.events[:-1]:
        graph_of.delete(event.id)
    graph_of.change_id()
    kept = Calendar("kept", "LearnConnect")
    graph_of.calendars = {kept.id: kept, **graph_of.calendars}
    ayse.change(disconnect, provider="outlook", keeps_events=False)
    ayse.sync(seconds=1)
    assert list(graph_of.calendars) == [kept.id]
    assert ayse.rows(CalendarConnection) == []
