"""How a channel is emptied: by many threads, each message once, whatever the provider does."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from learnconnect_app import wiring
from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.outbox import LEASE
from learnconnect_app.domain.ports import GoneError, SendError, SendUnknownError
from learnconnect_app.models import OutboxMessage
from learnconnect_app.scheduler import sending
from learnconnect_app.scheduler.sending import SENDERS, Sending
from learnconnect_app.services import outbox_results
from learnconnect_app.services.outbox_claims import Claimed
from learnconnect_app.services.outbox_results import Outcome, Result
from tests.running import Clock
from tests.scheduler.test_outbox import a_mail


@pytest.fixture
def stopping() -> threading.Event:
    return threading.Event()


@pytest.fixture
def due(installed: Database) -> Callable[[int], list[UUID]]:
    """``due(3)``: so many mails are due."""

    def make(count: int) -> list[UUID]:
        with installed.transaction() as session:
            return [a_mail(session) for _ in range(count)]

    return make


Due = Callable[[int], list[UUID]]


def sent(claimed: Claimed) -> Result:
    return Result(claimed, Outcome.SENT)


def statuses(database: Database) -> list[str]:
    with database.reading() as session:
        return sorted(session.exec(select(OutboxMessage.status)))


def test_each_is_sent_once_and_many_at_a_time(
    installed: Database, due: Due, stopping: threading.Event
) -> None:
    mails, delivered = due(100), []
    together = threading.Barrier(SENDERS, timeout=20)

    def deliver(claimed: Claimed) -> Result:
        delivered.append(claimed.row.id)
        if len(delivered) <= SENDERS:
            together.wait()  # breaks unless all threads are at it
        return sent(claimed)

    Sending("mail", deliver, stopping).run()
    assert sorted(delivered) == sorted(mails)
    assert statuses(installed) == ["sent"] * 100


def test_failure_nobody_foresaw_is_logged_and_stops_no_other(
    installed: Database, due: Due, stopping: threading.Event, caplog: pytest.LogCaptureFixture
) -> None:
    broken = due(5)[2]

    def deliver(claimed: Claimed) -> Result:
        if claimed.row.id == broken:
            raise RuntimeError("nobody foresaw this")
        return sent(claimed)

    Sending("mail", deliver, stopping).run()
    assert statuses(installed) == ["sending"] + ["sent"] * 4
    assert str(broken) in caplog.text


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (SendError("busy", is_final=False), "pending"),
        (SendError("no such address", is_final=True), "failed"),
        (SendUnknownError("no answer"), "sending"),
        (GoneError("410"), "cancelled"),
    ],
)
def test_what_a_provider_says_decides(
    installed: Database, due: Due, stopping: threading.Event, error: SendError, status: str
) -> None:
    due(1)

    def deliver(claimed: Claimed) -> Result:
        claimed.row.recipient = str(claimed.row.id)  # as of a push
        raise error

    Sending("mail", deliver, stopping).run()
    assert statuses(installed) == [status]


def test_nothing_is_begun_in_the_second_half_of_its_lease(
    installed: Database,
    due: Due,
    stopping: threading.Event,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Or a provider that hangs would eat the lease of those that wait behind it."""
    monkeypatch.setattr(sending, "SENDERS", 1)
    due(5)
    left = []

    def deliver(claimed: Claimed) -> Result:
        left.append(claimed.leased_until - wiring.now())
        clock.forward(seconds=25)
        return sent(claimed)

    Sending("mail", deliver, stopping).run()
    assert min(left) >= LEASE / 2
    assert statuses(installed) == ["sent"] * 5


def test_sender_that_wakes_up_late_begins_nothing(
    installed: Database, due: Due, stopping: threading.Event, clock: Clock
) -> None:
    due(1)
    delivered = []

    class Frozen(Sending):
        def _tried(self, claimed: Claimed) -> Result | None:
            if not delivered and claimed.leased_until == clock.moment + LEASE:
                clock.forward(minutes=10)
                wiring.perform(outbox_results.mark_unknown)
                stopping.set()
            return super()._tried(claimed)

    def deliver(claimed: Claimed) -> Result:
        delivered.append(claimed)
        return sent(claimed)

    Frozen("mail", deliver, stopping).run()
    assert delivered == []
    assert statuses(installed) == ["failed"], "its link was forgotten meanwhile"


def test_when_it_is_told_to_stop_what_is_under_way_ends_and_the_rest_is_given_back(
    installed: Database, due: Due, stopping: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "SENDERS", 2)
    due(40)

    def deliver(claimed: Claimed) -> Result:
        stopping.set()
        return sent(claimed)

    Sending("mail", deliver, stopping).run()
    counts = {status: statuses(installed).count(status) for status in statuses(installed)}
    assert counts["sent"] in (1, 2)
    assert counts["sent"] + counts["pending"] == 40


def test_what_was_sent_is_recorded_however_often_the_database_refuses(
    installed: Database, due: Due, stopping: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "SECONDS_BETWEEN_TRIES", 0)
    due(3)
    refusals = iter([True, True])
    usual = outbox_results.record

    def record(*arguments: object, **named: object) -> None:
        if next(refusals, False):
            raise OperationalError("", {}, Exception("the disk is full"))
        usual(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(sending, "record", record)
    Sending("mail", sent, stopping).run()
    assert statuses(installed) == ["sent"] * 3


def test_channel_whose_provider_hangs_holds_up_no_other(
    installed: Database, due: Due, stopping: threading.Event
) -> None:
    due(40)
    is_up_again = threading.Event()

    def hangs(claimed: Claimed) -> Result:
        is_up_again.wait(20)
        return sent(claimed)

    mails = threading.Thread(target=Sending("mail", hangs, stopping).run)
    mails.start()
    try:
        with installed.transaction() as session:
            a_mail(session, channel="push", recipient="")  # of nobody: it is cancelled
        begun = time.monotonic()
        Sending("push", sent, stopping).run()
        assert timedelta(seconds=time.monotonic() - begun) < timedelta(seconds=10)
        assert statuses(installed).count("cancelled") == 1
    finally:
        is_up_again.set()
        mails.join()
    assert statuses(installed).count("sent") == 40
