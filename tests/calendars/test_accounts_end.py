"""Whoever deletes their account leaves nothing in a calendar elsewhere, and is not kept for it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import col, delete

from learnconnect_app import wiring
from learnconnect_app.domain.outbox import CALENDAR_LEFT
from learnconnect_app.models import CalendarConnection, CalendarEvent, OAuthRequest, User
from learnconnect_app.scheduler.calendar_sync import sync_due
from learnconnect_app.services.calendar_connections import LONGEST_END, end_all, note_request
from learnconnect_app.services.dead_letters import dead_letters_view
from tests.calendars.conftest import Ayse
from tests.calendars.google_server import Google
from tests.calendars.serving import Failure, Told
from tests.factories import a_learner

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def is_ended(ayse: Ayse) -> bool:
    return bool(wiring.perform(end_all, user_id=ayse.id))


def is_due_to_go(ayse: Ayse) -> None:
    with ayse.database.transaction() as session:
        session.get_one(User, ayse.id).deletion_due_at = ayse.clock.moment


def breaks(ayse: Ayse) -> None:
    """From now on nobody gets anything there."""
    ayse.service.failures.append(Failure(Told(503), lambda _: True, times=10**6))


def left_behind(ayse: Ayse) -> list[tuple[str, str, int]]:
    """What an operator finds."""
    with ayse.database.transaction() as session:
        operator = a_learner(session, role="operator").id
        view = dead_letters_view(session, user_id=operator, now=ayse.clock.moment)
        return [(each.kind, each.error, each.attempts) for each in view.rows]


def test_calendar_and_access_go_before_the_account_does(ayse: Ayse) -> None:
    is_due_to_go(ayse)
    assert not is_ended(ayse)
    assert not is_ended(ayse)  # asked again meanwhile: nothing begins anew
    ayse.sync(seconds=1)
    assert ayse.service.calendars == {}
    if isinstance(ayse.service, Google):
        assert ayse.service.refresh_tokens == set()
    assert is_ended(ayse)
    assert left_behind(ayse) == []


def test_account_without_a_connection_goes_at_once(unconnected: Ayse) -> None:
    values = {"provider": unconnected.provider, "state_hash": "h", "kept": "v"}
    unconnected.change(note_request, **values)
    assert is_ended(unconnected)
    assert unconnected.rows(OAuthRequest) == []


def test_connection_whose_access_was_taken_away_holds_up_nothing(ayse: Ayse) -> None:
    ayse.service.refresh_tokens.clear()
    ayse.sync()
    assert ayse.connection.status == "reconnect"
    assert not is_ended(ayse)
    ayse.sync(seconds=1)
    assert is_ended(ayse)
    assert left_behind(ayse) == [(CALENDAR_LEFT, f"{ayse.provider}: calendar_revoked", 1)]


def test_unreachable_provider_is_tried_for_a_day_and_then_let_go(ayse: Ayse) -> None:
    is_due_to_go(ayse)
    assert not is_ended(ayse)
    breaks(ayse)
    began, tries = ayse.clock.moment, 0
    while ayse.rows(CalendarConnection):
        assert not is_ended(ayse)
        ayse.clock.moment = ayse.connection.due_at
        sync_due()
        tries += 1
    assert tries == 25
    assert timedelta(hours=12) < ayse.clock.moment - began < timedelta(hours=36)
    assert is_ended(ayse)
    ((kind, error, attempts),) = left_behind(ayse)
    assert (kind, error, attempts) == (CALENDAR_LEFT, f"{ayse.provider}: calendar_unreachable", 25)


def test_no_account_waits_longer_than_two_days_whatever_happens(ayse: Ayse) -> None:
    """Also when no scheduler gets to it, or each one dies of it."""
    is_due_to_go(ayse)
    assert not is_ended(ayse)
    ayse.clock.forward(seconds=LONGEST_END.total_seconds() - 1)
    assert not is_ended(ayse)
    ayse.clock.forward(seconds=1)
    assert is_ended(ayse)
    assert ayse.rows(CalendarConnection) == []
    assert [kind for kind, _, _ in left_behind(ayse)] == [CALENDAR_LEFT]


def test_what_operators_find_outlives_the_account_and_names_nobody(ayse: Ayse) -> None:
    is_due_to_go(ayse)
    ayse.clock.forward(seconds=LONGEST_END.total_seconds())
    assert is_ended(ayse)
    with ayse.database.transaction() as session:
        session.exec(delete(User).where(col(User.id) == ayse.id))
    assert ayse.rows(CalendarEvent) == []
    ((_, error, _),) = left_behind(ayse)
    assert error == ayse.provider
