"""What the scheduler does at each tick, on an installed application, once and twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import SQLModel, func, select

from learnconnect_app import wiring
from learnconnect_app.adapters.database import Database
from learnconnect_app.adapters.tokens import token_hash
from learnconnect_app.models import (
    Attempt,
    AuthSession,
    Heartbeat,
    Notification,
    OutboxMessage,
    PasswordReset,
    PlanChange,
    RateLimit,
    StudyPlan,
    User,
)
from learnconnect_app.scheduler import ticks
from learnconnect_app.scheduler.__main__ import SECONDS_BETWEEN
from learnconnect_app.services import accounts, sessions
from learnconnect_app.services.health import HEARD_WITHIN, is_scheduler_heard
from tests.factories import a_learner, a_running_test, a_study_plan
from tests.running import Clock, Configure
from tests.scheduler.servers import HANG_UP, SendGrid, Smtp

EMAIL = "ayse@example.org"


@pytest.fixture(autouse=True)
def going_on() -> object:
    ticks.stopping.clear()
    yield
    ticks.stopping.clear()


def count(database: Database, table: type[SQLModel]) -> int:
    with database.reading() as session:
        return session.exec(select(func.count()).select_from(table)).one()


def mails(database: Database) -> list[OutboxMessage]:
    with database.reading() as session:
        return list(session.exec(select(OutboxMessage).order_by(OutboxMessage.dedupe_key)))


def statuses(database: Database) -> list[str]:
    return [mail.status for mail in mails(database)]


@pytest.fixture
def asked(installed: Database) -> Callable[[int], None]:
    """``asked(3)``: Ayşe, who has an account, has asked for that many links."""
    with installed.transaction() as session:
        a_learner(session).email = EMAIL

    def ask(times: int = 1) -> None:
        for n in range(times):
            token = f"token-{n}"
            wiring.perform(
                accounts.request_reset, email=EMAIL, token=token, token_hash=token_hash(token)
            )

    return ask


@pytest.fixture
def through_sendgrid(configure: Configure, sendgrid_server: SendGrid) -> SendGrid:
    configure(sendgrid_api_key="SG.key", sendgrid_host=sendgrid_server.url)
    return sendgrid_server


class TestSending:
    def test_mail_goes_out_once(
        self, installed: Database, asked: Callable[[int], None], through_sendgrid: SendGrid
    ) -> None:
        asked(1)
        ticks.send_mails()
        ticks.send_mails()
        ((_, _, body),) = through_sendgrid.requests
        assert body["personalizations"][0]["to"] == [{"email": EMAIL}]
        assert "https://localhost/reset-password/token-0" in body["content"][0]["value"]
        (mail,) = mails(installed)
        assert mail.status == "sent"
        assert "token" not in str(mail.params)

    def test_mail_is_tried_again_after_a_while(
        self,
        installed: Database,
        asked: Callable[[int], None],
        through_sendgrid: SendGrid,
        clock: Clock,
    ) -> None:
        through_sendgrid.statuses = [500, 429, 202]
        asked(1)
        for _ in range(5):
            ticks.send_mails()
            clock.forward(seconds=29)
        assert len(through_sendgrid.requests) == 2
        assert statuses(installed) == ["pending"]
        clock.forward(minutes=2)
        ticks.send_mails()
        assert (len(through_sendgrid.requests), statuses(installed)) == (3, ["sent"])

    def test_one_mail_that_is_refused_does_not_hold_up_the_others(
        self, installed: Database, asked: Callable[[int], None], through_sendgrid: SendGrid
    ) -> None:
        through_sendgrid.statuses = [202, 400, HANG_UP, 500, 202]
        asked(5)
        ticks.send_mails()
        assert sorted(statuses(installed)) == ["failed", "pending", "sending", "sent", "sent"]

    def test_mail_without_an_answer_becomes_unknown_and_is_never_doubled(
        self,
        installed: Database,
        asked: Callable[[int], None],
        through_sendgrid: SendGrid,
        clock: Clock,
    ) -> None:
        through_sendgrid.statuses = [HANG_UP, 202]
        asked(1)
        for _ in range(10):
            ticks.send_mails()
            ticks.tidy()
            clock.forward(minutes=1)
        assert statuses(installed) == ["unknown"]
        assert len(through_sendgrid.requests) == 1

    def test_mails_that_are_left_when_it_stops_are_given_back(
        self, installed: Database, asked: Callable[[int], None], through_sendgrid: SendGrid
    ) -> None:
        asked(3)
        ticks.stopping.set()
        ticks.send_mails()
        assert statuses(installed) == ["pending"] * 3
        assert through_sendgrid.requests == []

    def test_without_a_provider_mails_stay_to_be_seen(
        self, installed: Database, asked: Callable[[int], None]
    ) -> None:
        asked(1)
        ticks.send_mails()
        (mail,) = mails(installed)
        assert (mail.status, mail.params["path"]) == ("sent", "/reset-password/token-0")

    def test_sendgrid_comes_before_smtp(
        self,
        installed: Database,
        asked: Callable[[int], None],
        through_sendgrid: SendGrid,
        smtp_server: Smtp,
        configure: Configure,
    ) -> None:
        configure(smtp_url=f"smtp://127.0.0.1:{smtp_server.port}")
        asked(1)
        ticks.send_mails()
        assert (len(through_sendgrid.requests), len(smtp_server.messages)) == (1, 0)


class TestTidying:
    def test_what_has_expired_goes_and_the_rest_stays(
        self, installed: Database, asked: Callable[[int], None], clock: Clock
    ) -> None:
        asked(1)
        with installed.reading() as session:
            user = session.exec(select(User)).one()
        wiring.perform(sessions.open_session, user_id=user.id, token_hash="a" * 64, user_agent="")
        wiring.perform(accounts.count_try, what="login", email=EMAIL, address="10.0.0.1")

        ticks.tidy()
        assert [count(installed, each) for each in (AuthSession, PasswordReset, RateLimit)] == [
            1,
            1,
            2,
        ]
        clock.forward(hours=2)
        ticks.tidy()
        assert [count(installed, each) for each in (AuthSession, PasswordReset, RateLimit)] == [
            1,
            0,
            0,
        ]
        clock.forward(days=31)
        ticks.tidy()
        assert count(installed, AuthSession) == 0
        assert count(installed, User) == 1

    def test_old_notifications_go_in_a_tick_that_comes_seldom(
        self, installed: Database, clock: Clock
    ) -> None:
        """To find them all of the table is read."""
        with installed.transaction() as session:
            session.add(
                Notification(
                    user_id=a_learner(session).id,
                    kind="test_unlocked",
                    dedupe_key="one",
                    created_at=clock.moment,
                )
            )
        clock.forward(days=91)
        ticks.tidy()
        assert count(installed, Notification) == 1
        ticks.forget_notifications()
        assert count(installed, Notification) == 0
        assert SECONDS_BETWEEN[ticks.forget_notifications] >= 3600


def test_heartbeat_is_one_row_that_moves(installed: Database, clock: Clock) -> None:
    assert not wiring.read(is_scheduler_heard)
    ticks.beat()
    assert wiring.read(is_scheduler_heard)
    clock.forward(minutes=3)
    assert not wiring.read(is_scheduler_heard)
    ticks.beat()
    assert wiring.read(is_scheduler_heard)
    assert count(installed, Heartbeat) == 1


def test_heartbeat_comes_several_times_before_it_is_missed() -> None:
    assert timedelta(seconds=SECONDS_BETWEEN[ticks.beat]) * 3 < HEARD_WITHIN


@pytest.mark.parametrize("tick", list(SECONDS_BETWEEN), ids=lambda tick: tick.__name__)
def test_tick_done_twice_changes_no_more_than_once(
    installed: Database,
    asked: Callable[[int], None],
    through_sendgrid: SendGrid,
    clock: Clock,
    tick: Callable[[], None],
) -> None:
    asked(3)
    clock.forward(minutes=1)
    tick()
    once = _everything(installed)
    tick()
    assert _everything(installed) == once


def _everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.reading() as session:
        return {
            table.name: sorted(map(tuple, session.execute(table.select())), key=repr)
            for table in SQLModel.metadata.sorted_tables
        }


def test_every_tick_is_scheduled() -> None:
    public = {
        value
        for name, value in vars(ticks).items()
        if callable(value)
        and getattr(value, "__module__", "") == ticks.__name__
        and not name.startswith("_")
    }
    assert public == set(SECONDS_BETWEEN)


def test_days_that_ended_are_settled_once(installed: Database, clock: Clock) -> None:
    with installed.transaction() as session:
        plan = a_study_plan(
            session, a_learner(session, now=clock.moment), days=20, now=clock.moment
        )
    clock.forward(days=1)
    for _ in range(2):
        ticks.settle_study_days()

    with installed.reading() as session:
        changes = session.exec(select(PlanChange).where(PlanChange.plan_id == plan.id)).all()
    assert sorted(change.kind for change in changes) == ["activated", "missed"]


def test_one_learner_whose_days_cannot_be_settled_keeps_no_one_waiting(
    installed: Database, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    with installed.transaction() as session:
        plans = [
            a_study_plan(session, a_learner(session, now=clock.moment), days=20, now=clock.moment)
            for _ in range(2)
        ]
        plans[0].price = {"per_minute": "none"}
    clock.forward(days=1)
    ticks.settle_study_days()

    with installed.reading() as session:
        settled = {plan.id: plan.settled_day for plan in session.exec(select(StudyPlan))}
    assert settled[plans[0].id] != settled[plans[1].id]
    assert "not settled" in caplog.text


def test_one_test_that_cannot_be_submitted_keeps_no_other_running(
    installed: Database, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    with installed.transaction() as session:
        broken_id, sound_id = (
            a_running_test(
                session, a_learner(session, now=clock.moment), kind=kind, now=clock.moment
            ).id
            for kind in ("weekly", "initial")  # a weekly test is of a week
        )
    clock.forward(days=1)
    ticks.submit_expired_tests()
    ticks.submit_expired_tests()

    with installed.reading() as session:
        assert session.get_one(Attempt, sound_id).status == "submitted"
        assert session.get_one(Attempt, broken_id).status == "running"
    assert f"{broken_id}" in caplog.text
    assert f"{sound_id}" not in caplog.text
