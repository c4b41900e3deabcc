"""What providers answer when too much is asked for, or nothing is allowed any more."""

from __future__ import annotations

import pytest

from learnconnect_app.domain.calendar_sync import FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS
from tests.calendars import google_server, graph_server
from tests.calendars.conftest import Ayse
from tests.calendars.serving import Asked, Failure, Told
from tests.calendars.test_mishaps import busy

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

GOOGLE_LIMITS = [
    (403, "rateLimitExceeded"),
    (403, "userRateLimitExceeded"),
    (403, "quotaExceeded"),
    (429, "rateLimitExceeded"),
]
GRAPH_LIMITS = [(429, "ApplicationThrottled"), (503, "ErrorServerBusy"), (504, "GatewayTimeout")]
LIMITS = [
    *(("google", google_server.error(*each, "Slow down.")) for each in GOOGLE_LIMITS),
    *(("outlook", graph_server.error(*each, "Slow down.")) for each in GRAPH_LIMITS),
]
REFUSALS = [
    ("google", google_server.error(403, "insufficientPermissions", "No.", domain="global")),
    ("outlook", graph_server.error(403, "ErrorAccessDenied", "No.")),
]


def names(value: object) -> str:
    if isinstance(value, Told):
        error = value.body["error"]
        return f"{value.status}-{error.get('errors', [{}])[0].get('reason') or error['code']}"
    return str(value)


def is_a_reading(asked: Asked) -> bool:
    return asked.method == "GET" and "calendars/" in asked.path


def is_a_batch(asked: Asked) -> bool:
    return "batch" in asked.path


def waiting(ayse: Ayse) -> float:
    return (ayse.connection.due_at - ayse.clock.moment).total_seconds()


@pytest.mark.parametrize(("service", "told"), LIMITS, indirect=["service"], ids=names)
def test_each_limit_is_heeded_and_nothing_is_lost(ayse: Ayse, told: Told) -> None:
    last = ayse.sessions[-1]
    before = ayse.shown(last.id).title
    ayse.title(last.id, "Another title")
    ayse.service.failures.append(Failure(told, is_a_reading))
    ayse.sync()
    assert (ayse.connection.status, ayse.connection.error) == ("active", "calendar_busy")
    assert 30 <= waiting(ayse) <= 45
    assert ayse.shown(last.id).title == before
    ayse.sync(minutes=1)
    assert ayse.connection.error == ""
    assert ayse.shown(last.id).title != before
    ayse.assert_in_step()


def test_whole_batch_that_came_too_early_is_sent_again(unconnected: Ayse) -> None:
    unconnected.connect()
    unconnected.service.failures.append(Failure(busy(unconnected, 90), is_a_batch))
    unconnected.sync(seconds=1)
    assert unconnected.service.events == []
    assert unconnected.connection.error == "calendar_busy"
    assert waiting(unconnected) >= 90
    unconnected.sync(minutes=3)
    unconnected.assert_in_step()


def test_waits_double_up_to_an_hour(ayse: Ayse) -> None:
    ayse.service.failures.append(Failure(busy(ayse, 0), is_a_reading, times=10))
    waits = []
    for _ in range(10):
        ayse.sync(hours=2)
        waits.append(waiting(ayse))
    expected = [min(30 * 2.0**tries, LONGEST_WAIT_SECONDS) for tries in range(10)]
    assert all(least <= wait <= 1.5 * least for least, wait in zip(expected, waits, strict=True))
    ayse.sync(hours=2)
    assert (ayse.connection.attempts, ayse.connection.error) == (0, "")


@pytest.mark.parametrize("how", ["written", "deleted"])
def test_round_that_gets_something_done_does_not_wait_longer(ayse: Ayse, how: str) -> None:
    """A long plan whose provider takes a few events at a time, and refuses the rest for now."""
    changes: list[Asked] = []

    def is_too_much(asked: Asked) -> bool:
        is_change = asked.method in ("PATCH", "DELETE")
        changes.extend([asked] if is_change else [])
        return is_change and len(changes) > 2

    ayse.service.failures.append(Failure(busy(ayse, 0), is_too_much, times=10**6))
    if how == "written":
        for each in ayse.sessions:
            ayse.title(each.id, "Another title")
    else:
        with ayse.database.transaction() as session:
            for each in ayse.sessions:
                session.delete(each)
    waits = []
    while not waits or ayse.connection.attempts:
        changes.clear()
        ayse.sync(hours=1)
        waits.append(waiting(ayse))
    assert len(waits) == 3
    assert max(waits[:-1]) <= 1.5 * FIRST_WAIT_SECONDS


@pytest.mark.parametrize(("service", "told"), REFUSALS, indirect=["service"], ids=names)
def test_leave_that_was_withdrawn_asks_to_be_connected_again(ayse: Ayse, told: Told) -> None:
    ayse.service.failures.append(Failure(told, is_a_reading))
    ayse.sync()
    assert (ayse.connection.status, ayse.connection.error) == ("reconnect", "calendar_revoked")
    assert len(ayse.told("calendar_problem")) == 1
    assert len(ayse.sessions) == 6


def test_reading_that_expires_half_way_begins_anew(ayse: Ayse) -> None:
    """The token is good for the first page, and forgotten before the second."""
    ayse.service.page = 1
    for each in ayse.sessions[-2:]:
        ayse.service.recolour(ayse.shown(each.id).id)
    last = ayse.sessions[-1]
    pages = []

    def forget(asked: Asked) -> bool:
        if is_a_reading(asked):
            pages.append(asked)
            ayse.service.oldest_token = 10**6 if len(pages) == 2 else 0
        return False

    ayse.service.failures.append(Failure(Told(200), forget))
    ayse.service.delete(ayse.shown(last.id).id)
    ayse.sync()
    assert len(pages) > 6
    assert ayse.session(last.id).day > last.day
    ayse.assert_in_step()
