"""A connection that ends: by the learner, with or without its events; by itself; or by surprise."""

from __future__ import annotations

from datetime import date

import pytest

from learnconnect_app import wiring
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.outbox import CALENDAR_LEFT
from learnconnect_app.locales import message
from learnconnect_app.models import CalendarConnection, CalendarEvent, ChannelState
from learnconnect_app.services import calendar_sync
from learnconnect_app.services.calendar_connections import connections_of, disconnect
from tests.calendars.conftest import Ayse
from tests.calendars.google_server import Google
from tests.calendars.serving import Asked, Failure, Told
from tests.calendars.test_accounts_end import left_behind
from tests.running import Configure

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def end(ayse: Ayse, *, keeps_events: bool) -> None:
    ayse.change(disconnect, provider=ayse.provider, keeps_events=keeps_events)


def state(ayse: Ayse) -> ChannelState:
    (row,) = [each for each in ayse.rows(ChannelState) if each.channel == ayse.provider]
    return row


def test_disconnecting_removes_everything_there_and_here(ayse: Ayse) -> None:
    end(ayse, keeps_events=False)
    ayse.sync(seconds=1)
    assert ayse.service.calendars == {}
    assert ayse.rows(CalendarConnection) == []
    assert ayse.rows(CalendarEvent) == []
    if isinstance(ayse.service, Google):
        assert ayse.service.refresh_tokens == set()


def test_disconnecting_can_leave_the_events_to_the_learner(ayse: Ayse) -> None:
    end(ayse, keeps_events=True)
    assert ayse.rows(CalendarEvent) == []
    ayse.sync(seconds=1)
    assert len(ayse.service.events) == 6
    assert ayse.rows(CalendarConnection) == []
    if isinstance(ayse.service, Google):
        assert ayse.service.refresh_tokens == set()


def test_new_connection_does_not_touch_what_the_learner_kept(ayse: Ayse) -> None:
    kept = ayse.service.calendar
    end(ayse, keeps_events=True)
    ayse.sync(seconds=1)
    ayse.connect("refresh-2")
    ayse.sync(seconds=1)
    assert len(ayse.service.calendars) == 2
    ayse.service.calendars.pop(kept.id)
    ayse.assert_in_step()


def test_connection_cannot_be_made_while_the_last_one_is_taken_down(ayse: Ayse) -> None:
    end(ayse, keeps_events=False)
    with pytest.raises(DomainError, match="calendar_removing"):
        ayse.connect()


def test_what_is_not_connected_cannot_be_disconnected(unconnected: Ayse) -> None:
    with pytest.raises(NotFound):
        end(unconnected, keeps_events=True)


def test_removal_waits_for_a_provider_that_is_down(ayse: Ayse) -> None:
    ayse.service.failures.append(Failure(Told(503), lambda asked: asked.method == "DELETE"))
    end(ayse, keeps_events=False)
    ayse.sync(seconds=1)
    assert len(ayse.service.calendars) == 1
    assert wiring.read(connections_of, user_id=ayse.id)[ayse.provider].status == "removing"
    ayse.sync(minutes=2)
    assert ayse.service.calendars == {}
    assert ayse.rows(CalendarConnection) == []


def is_revoking(asked: Asked) -> bool:
    return asked.path == "/revoke"


@pytest.mark.parametrize("status", [429, 503])
def test_access_that_could_not_be_given_back_is_given_back_later(ayse: Ayse, status: int) -> None:
    if not isinstance(ayse.service, Google):
        pytest.skip("Microsoft has no way to give it back")
    ayse.service.failures.append(Failure(Told(status), is_revoking))
    end(ayse, keeps_events=True)
    ayse.sync(seconds=1)
    assert ayse.service.refresh_tokens
    assert ayse.connection.status == "removing"
    ayse.sync(minutes=2)
    assert ayse.service.refresh_tokens == set()
    assert ayse.rows(CalendarConnection) == []


def test_access_is_given_back_at_last_though_the_calendar_could_not_be_removed(
    ayse: Ayse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendar_sync, "MOST_REMOVALS", 1)
    is_removing = lambda asked: asked.method == "DELETE"  # noqa: E731
    ayse.service.failures.append(Failure(Told(503), is_removing, times=2))
    end(ayse, keeps_events=False)
    ayse.sync(seconds=1)
    assert ayse.service.refresh_tokens
    ayse.sync(minutes=2)
    assert len(ayse.service.calendars) == 1
    assert ayse.rows(CalendarConnection) == []
    if isinstance(ayse.service, Google):
        assert ayse.service.refresh_tokens == set()


@pytest.mark.parametrize("is_refused", [False, True])
def test_access_that_another_learner_shares_is_given_back_by_the_last_of_them(
    ayse: Ayse, second: Ayse, monkeypatch: pytest.MonkeyPatch, is_refused: bool
) -> None:
    """Giving it back ends all access to the account, also when it is the last thing tried."""
    if not isinstance(ayse.service, Google):
        pytest.skip("Microsoft has no way to give it back")
    second.connect("refresh-2")
    second.sync(seconds=1)
    if is_refused:
        monkeypatch.setattr(calendar_sync, "MOST_REMOVALS", 0)
        ayse.service.failures.append(Failure(Told(503), lambda asked: asked.method == "DELETE"))
    end(ayse, keeps_events=False)
    ayse.sync(seconds=1)
    assert [row.user_id for row in ayse.rows(CalendarConnection)] == [second.id]
    second.sync()
    assert (second.connection.status, second.connection.error) == ("active", "")
    end(second, keeps_events=False)
    second.sync(seconds=1)
    assert ayse.service.refresh_tokens == set()
    assert ayse.rows(CalendarConnection) == []


def test_learners_of_one_account_have_a_calendar_each(ayse: Ayse, second: Ayse) -> None:
    """Also while that of the first is empty: it is theirs, and goes with them."""
    with ayse.database.transaction() as session:
        for each in ayse.sessions:
            session.delete(each)
    ayse.sync()
    assert ayse.service.events == []
    second.connect("refresh-2")
    second.sync(seconds=1)
    assert ayse.connection.calendar_id != second.connection.calendar_id
    assert len(ayse.service.calendars) == 2
    end(second, keeps_events=False)
    second.sync(seconds=1)
    assert list(ayse.service.calendars) == [ayse.connection.calendar_id]


def test_access_to_an_unnamed_account_is_kept_while_it_may_be_anothers(
    ayse: Ayse, second: Ayse
) -> None:
    if not isinstance(ayse.service, Google):
        pytest.skip("Microsoft has no way to give it back")
    end(ayse, keeps_events=False)
    with ayse.database.transaction() as session:
        session.get_one(CalendarConnection, ayse.connection.id).account = ""
    second.connect("refresh-2")
    ayse.sync(seconds=1)
    assert [row.user_id for row in ayse.rows(CalendarConnection)] == [second.id]
    second.sync()
    assert second.connection.status == "active"
    with ayse.database.transaction() as session:
        session.get_one(CalendarConnection, second.connection.id).account = ""
    end(second, keeps_events=False)
    second.sync(seconds=1)
    assert ayse.service.refresh_tokens == set()


@pytest.mark.parametrize("keeps_events", [False, True])
def test_removal_that_is_refused_for_good_ends_and_operators_find_what_stayed(
    ayse: Ayse, keeps_events: bool
) -> None:
    """Not a calendar that was left to the learner."""
    end(ayse, keeps_events=keeps_events)
    ayse.service.refresh_tokens.clear()
    ayse.sync(seconds=1)
    assert ayse.rows(CalendarConnection) == []
    stayed = [] if keeps_events else [(CALENDAR_LEFT, f"{ayse.provider}: calendar_revoked", 1)]
    assert left_behind(ayse) == stayed


def test_revoked_access_is_told_once_and_tried_no_more(ayse: Ayse) -> None:
    ayse.service.refresh_tokens.clear()
    ayse.sync()
    assert (ayse.connection.status, ayse.connection.error) == ("reconnect", "calendar_revoked")
    assert (state(ayse).is_off, state(ayse).reason) == (True, "calendar_revoked")
    (told,) = ayse.told("calendar_problem")
    assert told["calendar"] == message("en", f"reminder.calendar.{ayse.provider}")
    ayse.service.asked.clear()
    ayse.sync(days=1)
    assert ayse.service.asked == []


def test_access_taken_away_between_two_requests_is_noticed(ayse: Ayse) -> None:
    def is_reading(asked: Asked) -> bool:
        if asked.method == "GET" and "calendars/" in asked.path:
            ayse.service.access_tokens.clear()
            ayse.service.refresh_tokens.clear()
        return False

    ayse.service.failures.append(Failure(Told(200), is_reading))
    ayse.sync()
    assert ayse.connection.status == "reconnect"


def test_reconnecting_goes_on_with_the_same_events(ayse: Ayse) -> None:
    ids = {each.id for each in ayse.service.events}
    ayse.service.refresh_tokens.clear()
    ayse.sync()
    ayse.move(ayse.sessions[-1].id, date(2026, 3, 13), 18 * 60)
    ayse.connect("refresh-2")
    ayse.sync(seconds=1)
    assert {each.id for each in ayse.service.events} == ids
    assert not state(ayse).is_off
    ayse.assert_in_step()


def test_another_account_does_not_take_the_place_of_the_connected_one(ayse: Ayse) -> None:
    with pytest.raises(DomainError, match="calendar_connected") as refused:
        ayse.connect("refresh-2", account="zeynep@there.example")
    assert refused.value.params == {"account": "ayse@there.example"}
    assert ayse.connection.account == "ayse@there.example"
    ayse.service.refresh_tokens.clear()
    ayse.sync()
    with pytest.raises(DomainError, match="calendar_connected"):
        ayse.connect("refresh-2", account="zeynep@there.example")
    assert ayse.connection.status == "reconnect"


def test_another_account_gets_a_calendar_of_its_own_once_the_first_is_gone(ayse: Ayse) -> None:
    ayse.service.calendars.clear()
    ayse.sync()
    ayse.connect("refresh-2", account="zeynep@there.example")
    ayse.sync(seconds=1)
    assert ayse.connection.account == "zeynep@there.example"
    ayse.assert_in_step()


def test_calendar_deleted_there_ends_the_connection_and_no_session(ayse: Ayse) -> None:
    ayse.service.calendars.clear()
    ayse.sync()
    assert (ayse.connection.status, ayse.connection.error) == ("reconnect", "calendar_gone")
    assert len(ayse.sessions) == 6
    ayse.connect("refresh-2")
    ayse.sync(seconds=1)
    ayse.assert_in_step()


def test_secret_key_can_change_while_the_old_one_is_known(ayse: Ayse, configure: Configure) -> None:
    configure(secret_key="n" * 40, secret_keys_before=f"{'o' * 40} {'k' * 40}")
    ayse.sync()
    configure(secret_keys_before="")
    ayse.sync()
    assert (ayse.connection.status, ayse.connection.error) == ("active", "")


def test_connection_whose_key_is_lost_is_to_be_made_again(ayse: Ayse, configure: Configure) -> None:
    configure(secret_key="n" * 40)
    ayse.sync()
    assert (ayse.connection.status, ayse.connection.error) == ("reconnect", "calendar_revoked")


def test_calendar_that_is_no_longer_configured_waits(ayse: Ayse, configure: Configure) -> None:
    configure(google_client_id="", microsoft_client_id="")
    ayse.sync()
    assert (ayse.connection.status, ayse.connection.error) == ("active", "calendar_off")


def test_learner_who_disconnects_while_it_is_written_has_the_last_word(ayse: Ayse) -> None:
    def end_it(asked: Asked) -> bool:
        if "batch" in asked.path and ayse.connection.status == "active":
            end(ayse, keeps_events=False)
        return False

    ayse.service.failures.append(Failure(Told(200), end_it))
    ayse.move(ayse.sessions[-1].id, date(2026, 3, 13), 18 * 60)
    ayse.sync()
    assert ayse.service.calendars == {}
    assert ayse.rows(CalendarConnection) == []
