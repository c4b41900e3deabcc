"""Who wins when an event changed there and its session here, and what is left alone."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from learnconnect_app.domain.calendar_sync import MOST_TAKEN_OUT
from learnconnect_app.domain.study_days import ONE_DAY
from learnconnect_app.models import PlanChange, StudyPlan, StudySession
from learnconnect_app.services.own_sessions import change_own_session
from learnconnect_app.services.study_changes import undo_change
from tests.calendars.conftest import Ayse
from tests.factories import MONDAY
from tests.study_factories import a_session

SATURDAY_AT_TEN = datetime(2026, 3, 14, 7, tzinfo=UTC)
"""In Istanbul; the week after the sessions."""


pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.mark.parametrize("how", ["move", "delete"])
def test_event_of_a_finished_session_is_the_learners(ayse: Ayse, how: str) -> None:
    done = ayse.sessions[0]
    done.status = "done"
    with ayse.database.transaction() as session:
        session.add(done)
    ayse.sync()
    event = ayse.shown(done.id)
    if how == "move":
        ayse.service.move(event.id, SATURDAY_AT_TEN)
    else:
        ayse.service.delete(event.id)
    ayse.sync()
    ayse.sync()
    there = {each.id: each.starts for each in ayse.service.events}
    assert there.get(event.id) == (SATURDAY_AT_TEN if how == "move" else None)
    assert ayse.session(done.id).day == done.day
    assert ayse.told() == []


def test_many_deleted_at_once_were_an_accident(ayse: Ayse) -> None:
    with ayse.database.transaction() as session:
        plan = session.get_one(StudyPlan, ayse.sessions[0].plan_id)
        for days in range(10, 20):
            day = MONDAY + days * ONE_DAY
            a_session(session, plan, day=day, kind="own", title="Spor", start_minute=600)
    ayse.sync()
    for each in ayse.service.events:
        ayse.service.delete(each.id)
    ayse.sync()
    assert len(ayse.sessions) == 16
    (told,) = ayse.told()
    assert "16" in told["reason"]
    ayse.assert_in_step()


def test_clearing_away_what_is_finished_is_no_accident(ayse: Ayse) -> None:
    """Also early, when its event would otherwise be made again."""
    upcoming, ended = ayse.sessions[-1], many_more(ayse)
    finish(ayse, ended)
    for session_id in (upcoming.id, *ended):
        ayse.service.delete(ayse.shown(session_id).id)
    ayse.sync()
    ayse.sync()
    assert ayse.told() == []
    assert ayse.session(upcoming.id).day > upcoming.day
    assert len(ayse.service.events) == len(ayse.sessions) - len(ended)


def test_what_is_finished_stays_away_when_the_rest_was_an_accident(ayse: Ayse) -> None:
    ended = [ayse.sessions[0].id]
    many_more(ayse)
    finish(ayse, ended)
    for each in ayse.service.events:
        ayse.service.delete(each.id)
    ayse.sync()
    ayse.sync()
    (told,) = ayse.told()
    assert str(len(ayse.sessions) - 1) in told["reason"]
    assert len(ayse.service.events) == len(ayse.sessions) - 1


def many_more(ayse: Ayse) -> list[UUID]:
    with ayse.database.transaction() as session:
        plan = session.get_one(StudyPlan, ayse.sessions[0].plan_id)
        day = MONDAY + 2 * ONE_DAY
        starts = (7 * 60 + 60 * hour for hour in range(MOST_TAKEN_OUT + 1))
        made = [a_session(session, plan, day=day, kind="own", start_minute=at).id for at in starts]
    ayse.sync()
    return made


def finish(ayse: Ayse, ids: list[UUID]) -> None:
    with ayse.database.transaction() as session:
        for session_id in ids:
            session.get_one(StudySession, session_id).status = "done"
    ayse.sync()


def test_foreign_events_are_never_touched(ayse: Ayse) -> None:
    foreign = ayse.service.add_foreign(datetime(2026, 3, 3, 14, tzinfo=UTC))
    ayse.service.oldest_token = 10**6  # all is read again
    ayse.sync()
    ayse.service.move(foreign, SATURDAY_AT_TEN)
    ayse.sync()
    after = ayse.service.calendar.events[foreign]
    assert after.get("summary", after.get("subject")) == "Dentist"
    ayse.service.delete(foreign)
    ayse.sync()
    ayse.assert_in_step()


def test_colour_chosen_there_is_no_move(ayse: Ayse) -> None:
    session = ayse.sessions[0]
    ayse.service.recolour(ayse.shown(session.id).id)
    ayse.sync()
    assert ayse.session(session.id) == session
    ayse.service.asked.clear()
    ayse.sync()
    assert not [each for each in ayse.service.asked if each.method == "PATCH"]


def test_our_own_writing_is_no_move(ayse: Ayse) -> None:
    version = ayse.sessions[-1].version
    for _ in range(3):
        ayse.sync()
    assert ayse.sessions[-1].version == version


# ---- both changed ----------------------------------------------------------------------------


def move_here(ayse: Ayse) -> None:
    ayse.move(ayse.sessions[-1].id, date(2026, 3, 13), 18 * 60)


def test_moved_here_after_there_stays_here(ayse: Ayse) -> None:
    last = ayse.sessions[-1]
    ayse.service.move(ayse.shown(last.id).id, SATURDAY_AT_TEN)
    ayse.clock.forward(minutes=2)
    move_here(ayse)
    ayse.sync()
    assert ayse.session(last.id).day == date(2026, 3, 13)
    ayse.assert_in_step()


def test_moved_there_after_here_goes_there(ayse: Ayse) -> None:
    last = ayse.sessions[-1]
    move_here(ayse)
    ayse.clock.forward(minutes=2)
    ayse.service.now = ayse.clock.moment
    ayse.service.move(ayse.shown(last.id).id, SATURDAY_AT_TEN)
    ayse.sync()
    assert ayse.session(last.id).day == date(2026, 3, 14)
    ayse.assert_in_step()


def test_own_session_edited_here_after_it_was_moved_there_stays_here(ayse: Ayse) -> None:
    own = an_own_session(ayse)
    ayse.service.move(ayse.shown(own.id).id, SATURDAY_AT_TEN)
    ayse.clock.forward(minutes=2)
    edit(ayse, own.id, start=20 * 60)
    ayse.sync()
    after = ayse.session(own.id)
    assert (after.day, after.start_minute) == (own.day, 20 * 60)
    ayse.assert_in_step()


def test_new_title_is_no_decision_about_a_place(ayse: Ayse) -> None:
    own = an_own_session(ayse)
    edit(ayse, own.id, start=20 * 60)
    ayse.clock.forward(minutes=2)
    ayse.service.now = ayse.clock.moment
    ayse.service.move(ayse.shown(own.id).id, SATURDAY_AT_TEN)
    ayse.clock.forward(minutes=2)
    edit(ayse, own.id, title="Koro", start=20 * 60)
    ayse.sync()
    assert ayse.session(own.id).day == date(2026, 3, 14)
    ayse.assert_in_step()


def an_own_session(ayse: Ayse) -> StudySession:
    own = ayse.sessions[-1]
    own.kind, own.topic_key, own.title, own.is_pinned = "own", None, "Spor", True
    with ayse.database.transaction() as session:
        session.add(own)
    ayse.sync()
    return ayse.session(own.id)


def edit(ayse: Ayse, session_id: UUID, *, start: int, title: str = "Spor") -> None:
    row = ayse.session(session_id)
    where = {"day": row.day, "start": start, "minutes": row.minutes, "version": row.version}
    ayse.change(change_own_session, session_id=session_id, title=title, **where)


def test_move_taken_back_here_after_another_there_is_taken_back(ayse: Ayse) -> None:
    last = ayse.sessions[-1]
    move_here(ayse)
    ayse.sync()
    ayse.service.move(ayse.shown(last.id).id, SATURDAY_AT_TEN)
    ayse.clock.forward(minutes=2)
    (change,) = ayse.rows(PlanChange)
    ayse.change(undo_change, change_id=change.id)
    ayse.sync()
    after = ayse.session(last.id)
    assert (after.day, after.start_minute) == (last.day, last.start_minute)
    ayse.assert_in_step()


def test_moved_there_after_a_move_was_taken_back_here_goes_there(ayse: Ayse) -> None:
    last = ayse.sessions[-1]
    move_here(ayse)
    ayse.sync()
    (change,) = ayse.rows(PlanChange)
    ayse.change(undo_change, change_id=change.id)
    ayse.clock.forward(minutes=2)
    ayse.service.now = ayse.clock.moment
    ayse.service.move(ayse.shown(last.id).id, SATURDAY_AT_TEN)
    ayse.sync()
    assert ayse.session(last.id).day == date(2026, 3, 14)
    ayse.assert_in_step()


def test_planning_again_is_no_decision_of_the_learner(ayse: Ayse) -> None:
    last = ayse.sessions[-1]
    ayse.service.move(ayse.shown(last.id).id, SATURDAY_AT_TEN)
    ayse.clock.forward(minutes=2)
    last.day += ONE_DAY
    with ayse.database.transaction() as session:
        session.add(last)
    ayse.sync()
    assert ayse.session(last.id).day == date(2026, 3, 14)
    ayse.assert_in_step()


def test_deleted_there_after_it_was_moved_here_comes_back_at_its_new_place(ayse: Ayse) -> None:
    last = ayse.sessions[-1]
    event = ayse.shown(last.id)
    move_here(ayse)
    ayse.service.delete(event.id)
    ayse.sync()
    assert ayse.session(last.id).day == date(2026, 3, 13)
    ayse.assert_in_step()


# ---- reading anew ----------------------------------------------------------------------------


@pytest.mark.parametrize("reading", ["changes", "everything"])
def test_event_moved_years_ahead_is_moved_and_not_deleted(ayse: Ayse, reading: str) -> None:
    """Out of the span that Outlook tells changes of; the exam is before it, so it comes back."""
    last = ayse.sessions[-1]
    event = ayse.shown(last.id)
    ayse.service.move(event.id, datetime(2031, 1, 1, 9, tzinfo=UTC))
    ayse.service.oldest_token = 10**6 if reading == "everything" else 0
    ayse.sync()
    assert ayse.session(last.id).day == last.day
    assert ayse.shown(last.id) == event
    assert len(ayse.told()) == 1


def test_changes_come_in_pages(ayse: Ayse) -> None:
    ayse.service.page = 2
    ayse.service.oldest_token = 10**6
    last = ayse.sessions[-1]
    ayse.service.move(ayse.shown(last.id).id, SATURDAY_AT_TEN)
    ayse.sync()
    assert ayse.session(last.id).day == date(2026, 3, 14)
    ayse.assert_in_step()
