"""Messages are claimed, sent once, tried again, given up; never silently lost or doubled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.outbox import KNOWN_WITHIN, LEASE, MOST_ATTEMPTS
from learnconnect_app.models import (
    ChannelState,
    Notification,
    OutboxMessage,
    PushSubscription,
    ReminderSwitch,
)
from learnconnect_app.services import outbox_claims
from learnconnect_app.services.channels import switch_off
from learnconnect_app.services.outbox_claims import Claimed, claim_due, tell_due
from learnconnect_app.services.outbox_results import (
    Outcome,
    Result,
    forget_settled,
    let_pushes_rest,
    mark_unknown,
    record,
)
from tests.conftest import Counting
from tests.factories import a_learner
from tests.running import START

SECOND = timedelta(seconds=1)


def a_mail(session: Session, *, due_at: datetime = START, **traits: object) -> UUID:
    mail = OutboxMessage(
        channel="mail",
        kind="password_reset",
        recipient="ayse@example.org",
        locale="tr",
        params={"name": "Ayşe", "path": "/reset-password/the-token"},
        dedupe_key=uuid4().hex,
        due_at=due_at,
        created_at=START,
    )
    mail.sqlmodel_update(traits)
    session.add(mail)
    session.flush()
    return mail.id


def a_reminder(session: Session, **traits: object) -> UUID:
    """A push of a rule that nothing ends, to a browser of its learner, who wants it; unless
    ``traits`` say otherwise."""
    user = a_learner(session)
    session.add(ReminderSwitch(user_id=user.id, rule="milestone", channel="push", is_on=True))
    device = PushSubscription(
        user_id=user.id,
        endpoint=f"https://push.example/{uuid4()}",
        p256dh="key",
        auth="auth",
        created_at=START,
    )
    session.add(device)
    session.flush()
    usual = {
        "user_id": user.id,
        "channel": "push",
        "kind": "milestone",
        "recipient": str(device.id),
        "params": {"path": "/home"},
    }
    return a_mail(session, **{**usual, **traits})


def claim(
    session: Session, now: datetime = START, most: int = 50, channel: str = "mail"
) -> Sequence[Claimed]:
    claimed = claim_due(session, channel=channel, most=most, now=now).messages
    session.flush()
    return claimed


def row(session: Session, message_id: UUID) -> OutboxMessage:
    session.flush()
    session.expire_all()
    return session.get_one(OutboxMessage, message_id)


def kept(session: Session, claimed: Claimed) -> OutboxMessage:
    """What is in the table now, while what was claimed stays as it was: as in a thread."""
    return session.exec(
        select(OutboxMessage)
        .where(OutboxMessage.id == claimed.row.id)
        .execution_options(populate_existing=True)
    ).one()


def ids(claimed: Iterable[Claimed]) -> list[UUID]:
    return [each.row.id for each in claimed]


def say(
    session: Session, claimed: Claimed, outcome: Outcome, now: datetime = START, **more: object
) -> None:
    record(session, results=[Result(claimed, outcome, **more)], now=now)  # type: ignore[arg-type]


def apart(session: Session, claimed: Sequence[Claimed]) -> Sequence[Claimed]:
    """As a sender has them: out of the session."""
    for each in claimed:
        session.expunge(each.row)
    return claimed


# ---- claims ---------------------------------------------------------------------------------


def test_due_mail_is_claimed_once(session: Session) -> None:
    mail = a_mail(session)
    assert ids(claim(session)) == [mail]
    assert claim(session) == ()
    kept = row(session, mail)
    assert (kept.status, kept.attempts, kept.leased_until) == ("sending", 1, START + LEASE)


def test_mail_is_not_claimed_before_it_is_due(session: Session) -> None:
    mail = a_mail(session, due_at=START + SECOND)
    assert claim(session) == ()
    assert ids(claim(session, START + SECOND)) == [mail]


def test_what_waits_longest_goes_first(session: Session) -> None:
    mails = [a_mail(session, due_at=START - n * SECOND) for n in range(4)]
    assert ids(claim(session, most=3)) == [mails[3], mails[2], mails[1]]


def test_each_channel_is_claimed_for_itself(session: Session) -> None:
    mail, push = a_mail(session), a_reminder(session)
    assert ids(claim(session)) == [mail]
    (claimed,) = claim(session, channel="push")
    assert claimed.row.id == push
    assert claimed.subscription is not None
    assert str(claimed.subscription.id) == claimed.row.recipient


@pytest.mark.parametrize("status", ["sending", "sent", "failed", "unknown", "cancelled", "expired"])
def test_only_pending_mails_are_claimed(session: Session, status: str) -> None:
    a_mail(session, status=status)
    assert claim(session) == ()


def test_what_comes_too_late_expires(session: Session) -> None:
    late = a_mail(session, expires_at=START)
    just = a_mail(session, expires_at=START + SECOND)
    claims = claim_due(session, channel="mail", most=9, now=START)
    assert (ids(claims.messages), claims.taken) == ([just], 2)
    assert (row(session, late).status, row(session, late).attempts) == ("expired", 0)


def test_push_to_a_browser_that_was_removed_is_cancelled(session: Session) -> None:
    push = a_reminder(session, recipient=str(uuid4()))
    assert claim(session, channel="push") == ()
    assert row(session, push).status == "cancelled"


class TestAskingTheRules:
    """What a rule no longer wants is not sent. (What each wants: `test_reminder_wants.py`.)"""

    @pytest.fixture
    def verdicts(self, monkeypatch: pytest.MonkeyPatch) -> dict[UUID, str]:
        verdicts: dict[UUID, str] = {}

        def wanted(
            session: Session, rows: Sequence[OutboxMessage], now: datetime
        ) -> dict[UUID, str]:
            if any(verdicts.get(each.id) == "breaks" for each in rows):
                raise RuntimeError("a rule that breaks")
            assert {each.status for each in rows} == {"pending"}
            return {each.id: verdicts.get(each.id, "send") for each in rows}

        monkeypatch.setattr(outbox_claims, "wanted", wanted)
        return verdicts

    @pytest.mark.parametrize("verdict", ["cancelled", "expired"])
    def test_what_is_unwanted_is_set_aside(
        self, session: Session, verdicts: dict[UUID, str], verdict: str
    ) -> None:
        unwanted, other = a_reminder(session), a_reminder(session)
        verdicts[unwanted] = verdict
        assert ids(claim(session, channel="push")) == [other]
        assert row(session, unwanted).status == verdict

    def test_what_is_to_come_later_waits(self, session: Session, verdicts: dict[UUID, str]) -> None:
        later = a_reminder(session)
        verdicts[later] = "later"
        assert claim(session, channel="push") == ()
        kept = row(session, later)
        assert kept.status == "pending"
        assert kept.due_at > START, "or it would be asked about again at once, for ever"

    def test_one_that_cannot_be_judged_fails_alone(
        self, session: Session, verdicts: dict[UUID, str]
    ) -> None:
        broken, other = a_reminder(session), a_reminder(session)
        verdicts[broken] = "breaks"
        assert ids(claim(session, channel="push")) == [other]
        assert (row(session, broken).status, row(session, broken).error) == (
            "failed",
            "cannot be judged",
        )

    def test_mails_of_accounts_are_no_business_of_the_rules(
        self, session: Session, verdicts: dict[UUID, str]
    ) -> None:
        mail = a_mail(session)
        verdicts[mail] = "breaks"
        assert ids(claim(session)) == [mail]


def test_several_senders_share_the_mails_without_a_double(database: Database) -> None:
    with database.transaction() as session:
        mails = {a_mail(session) for _ in range(60)}

    def send_some(_: int) -> list[UUID]:
        mine: list[UUID] = []
        while True:
            with database.transaction() as session:
                claimed = claim_due(session, channel="mail", most=4, now=START).messages
            if not claimed:
                return mine
            mine += ids(claimed)

    with ThreadPoolExecutor(4) as threads:
        claimed = [each for mine in threads.map(send_some, range(4)) for each in mine]
    assert len(claimed) == 60
    assert set(claimed) == mails
    with database.reading() as session:
        assert set(session.exec(select(col(OutboxMessage.attempts)))) == {1}


def test_claim_takes_few_queries_however_many_are_due(
    session: Session, count_queries: Counting
) -> None:
    for _ in range(12):
        a_reminder(session)
    with count_queries(session) as queries:
        assert len(claim(session, channel="push", most=2)) == 2
    few = len(queries)
    with count_queries(session) as queries:
        assert len(claim(session, channel="push", most=10)) == 10
    assert len(queries) == few


# ---- in the app -----------------------------------------------------------------------------


def test_what_is_due_in_the_app_is_told_once(session: Session) -> None:
    told = a_reminder(session, channel="app", recipient="")
    later = a_reminder(session, channel="app", recipient="", due_at=START + SECOND)
    assert tell_due(session, now=START) == 1
    assert tell_due(session, now=START) == 0
    (notification,) = session.exec(select(Notification)).all()
    kept = row(session, told)
    assert (kept.status, kept.sent_at) == ("sent", START)
    assert (notification.user_id, notification.kind) == (kept.user_id, "milestone")
    assert (notification.href, notification.created_at) == ("/home", START)
    assert row(session, later).status == "pending"


def test_what_comes_too_late_is_not_told(session: Session) -> None:
    late = a_reminder(session, channel="app", recipient="", expires_at=START - SECOND)
    assert tell_due(session, now=START) == 1
    assert row(session, late).status == "expired"
    assert session.exec(select(Notification)).all() == []


# ---- results --------------------------------------------------------------------------------


def test_sent_mail_forgets_what_opened_something(session: Session) -> None:
    mail = a_mail(session, error="before")
    (claimed,) = apart(session, claim(session))
    say(session, claimed, Outcome.SENT)
    kept = row(session, mail)
    assert (kept.status, kept.sent_at, kept.error) == ("sent", START, "")
    assert kept.params == {"name": "Ayşe"}


def test_mail_of_the_outbox_page_keeps_its_link(session: Session) -> None:
    mail = a_mail(session)
    (claimed,) = claim(session)
    say(session, claimed, Outcome.SENT, keeps_secrets=True)
    assert row(session, mail).params["path"] == "/reset-password/the-token"


def test_reminder_keeps_its_link_which_opens_nothing(session: Session) -> None:
    push = a_reminder(session)
    (claimed,) = claim(session, channel="push")
    say(session, claimed, Outcome.SENT)
    assert row(session, push).params == {"path": "/home"}


def test_failed_mail_is_tried_later_each_time_and_then_given_up(session: Session) -> None:
    mail, now, waits = a_mail(session), START, []
    for _ in range(MOST_ATTEMPTS):
        (claimed,) = claim(session, now)
        say(session, claimed, Outcome.AGAIN, now, reason="busy")
        waits.append(row(session, mail).due_at - now)
        now = max(now, row(session, mail).due_at)
    assert waits[:3] == [timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=8)]
    assert waits[:-1] == sorted(waits[:-1])
    kept = row(session, mail)
    assert (kept.status, kept.attempts, kept.error) == ("failed", MOST_ATTEMPTS, "busy")
    assert claim(session, now + timedelta(days=1)) == ()
    assert "path" not in kept.params


def test_provider_that_asks_to_be_left_alone_is(session: Session) -> None:
    mail = a_mail(session)
    (claimed,) = claim(session)
    say(session, claimed, Outcome.AGAIN, after_seconds=3600)
    assert row(session, mail).due_at == START + timedelta(hours=1)


def test_mail_that_nobody_takes_is_given_up_at_once(session: Session) -> None:
    mail = a_mail(session)
    (claimed,) = claim(session)
    say(session, claimed, Outcome.FAILED, reason="x" * 900)
    kept = row(session, mail)
    assert (kept.status, len(kept.error)) == ("failed", 300)
    assert "path" not in kept.params


def test_mail_that_was_not_begun_is_due_as_before(session: Session) -> None:
    mails = [a_mail(session), a_mail(session)]
    claimed = {each.row.id: each for each in claim(session)}
    say(session, claimed[mails[0]], Outcome.UNTOUCHED)
    kept = row(session, mails[0])
    assert (kept.status, kept.attempts, kept.leased_until) == ("pending", 0, None)
    assert row(session, mails[1]).status == "sending"
    assert ids(claim(session)) == [mails[0]]


def test_many_results_are_few_queries(session: Session, count_queries: Counting) -> None:
    for _ in range(12):
        a_reminder(session)
    claimed = apart(session, claim(session, channel="push"))
    few, many = claimed[:2], claimed[2:]
    with count_queries(session) as queries:
        record(session, results=[Result(each, Outcome.SENT) for each in few], now=START)
    count = len(queries)
    with count_queries(session) as queries:
        record(session, results=[Result(each, Outcome.SENT) for each in many], now=START)
    assert len(queries) == count


def test_result_of_a_mail_that_is_gone_does_nothing(session: Session) -> None:
    a_mail(session)
    (claimed,) = apart(session, claim(session))
    session.delete(session.get_one(OutboxMessage, claimed.row.id))
    session.flush()
    for outcome in Outcome:
        say(session, claimed, outcome)
    assert not session.exec(select(OutboxMessage)).all()


# ---- senders that die or freeze -------------------------------------------------------------


def test_mail_whose_sender_died_becomes_unknown_and_is_not_sent_again(session: Session) -> None:
    mail = a_mail(session)
    claim(session)
    assert mark_unknown(session, now=START + LEASE) == 0
    assert mark_unknown(session, now=START + LEASE + SECOND) == 1
    assert mark_unknown(session, now=START + LEASE + SECOND) == 0
    kept = row(session, mail)
    assert kept.status == "unknown"
    assert "path" not in kept.params
    assert claim(session, START + timedelta(days=1)) == ()


def test_lease_from_before_the_clock_was_set_back_ends_too(session: Session) -> None:
    a_mail(session)
    claim(session)
    assert mark_unknown(session, now=START - LEASE / 2) == 0
    assert mark_unknown(session, now=START - timedelta(hours=1)) == 1


def frozen(session: Session, **traits: object) -> Claimed:
    """A claim whose sender comes to itself after its lease."""
    a_reminder(session, **traits)
    (claimed,) = apart(session, claim(session, channel="push"))
    mark_unknown(session, now=START + LEASE + SECOND)
    session.flush()
    return claimed


def test_sender_that_comes_late_still_says_that_it_was_sent(session: Session) -> None:
    claimed = frozen(session)
    say(session, claimed, Outcome.SENT)
    assert kept(session, claimed).status == "sent"


@pytest.mark.parametrize("outcome", [Outcome.AGAIN, Outcome.UNTOUCHED])
def test_what_a_late_sender_knows_not_to_have_sent_is_sent_by_another(
    session: Session, outcome: Outcome
) -> None:
    claimed = frozen(session)
    say(session, claimed, outcome)
    assert kept(session, claimed).status == "pending"


@pytest.mark.parametrize("outcome", [Outcome.AGAIN, Outcome.UNTOUCHED])
def test_late_word_brings_no_mail_back_whose_link_is_forgotten(
    session: Session, outcome: Outcome
) -> None:
    a_mail(session)
    (claimed,) = apart(session, claim(session))
    mark_unknown(session, now=START + LEASE + SECOND)
    session.flush()
    say(session, claimed, outcome)
    assert kept(session, claimed).status == "failed"


@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("status", ["sending", "pending"])
def test_late_word_does_not_touch_a_later_claim(
    session: Session, outcome: Outcome, status: str
) -> None:
    claimed = frozen(session)
    now_with_another = kept(session, claimed)
    now_with_another.sqlmodel_update({"status": status, "attempts": claimed.attempts + 1})
    session.flush()
    say(session, claimed, outcome)
    after = kept(session, claimed)
    assert (after.status, after.attempts) == (status, claimed.attempts + 1)


@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("known", ["sent", "failed"])
def test_late_word_changes_nothing_that_is_known(
    session: Session, outcome: Outcome, known: str
) -> None:
    claimed = frozen(session)
    kept(session, claimed).status = known
    session.flush()
    say(session, claimed, outcome)
    assert kept(session, claimed).status == known


def test_late_sent_spares_the_second_message_that_was_asked_for(session: Session) -> None:
    claimed = frozen(session)
    kept(session, claimed).status = "pending"
    session.flush()
    say(session, claimed, Outcome.SENT)
    assert kept(session, claimed).status == "sent"


def test_push_that_nobody_can_tell_of_rests_after_half_an_hour(session: Session) -> None:
    claimed = frozen(session)
    mail = a_mail(session, status="unknown", leased_until=START)
    ends = claimed.leased_until + KNOWN_WITHIN
    assert let_pushes_rest(session, now=ends - SECOND) == 0
    assert let_pushes_rest(session, now=ends) == 1
    assert kept(session, claimed).status == "expired"
    assert row(session, mail).status == "unknown"


def test_what_was_settled_long_ago_is_forgotten(session: Session) -> None:
    old = START - timedelta(days=91)
    a_mail(session, due_at=old, status="sent")
    kept = [a_mail(session, due_at=old, status="unknown"), a_mail(session, status="sent")]
    forget_settled(session, now=START)
    assert set(session.exec(select(OutboxMessage.id))) == set(kept)


# ---- how channels do ------------------------------------------------------------------------


def state(session: Session, claimed: Claimed) -> ChannelState:
    assert claimed.row.user_id is not None
    key = (claimed.row.user_id, claimed.row.channel)
    return session.get_one(ChannelState, key, populate_existing=True)


@pytest.fixture
def push(session: Session) -> Claimed:
    a_reminder(session)
    (claimed,) = apart(session, claim(session, channel="push"))
    return claimed


def device(session: Session, claimed: Claimed) -> PushSubscription | None:
    session.expire_all()
    return session.get(PushSubscription, UUID(claimed.row.recipient))


def test_success_is_noted_of_the_channel_and_the_device(session: Session, push: Claimed) -> None:
    say(session, push, Outcome.SENT)
    noted, used = state(session, push), device(session, push)
    assert (noted.succeeded_at, noted.failed_at, noted.error) == (START, None, "")
    assert used is not None
    assert (used.succeeded_at, used.failures) == (START, 0)


@pytest.mark.parametrize(
    ("outcome", "error"), [(Outcome.AGAIN, "unreachable"), (Outcome.FAILED, "refused")]
)
def test_failure_is_noted_in_a_word_of_ours(
    session: Session, push: Claimed, outcome: Outcome, error: str
) -> None:
    say(session, push, outcome, reason="500 from push.example")
    noted, used = state(session, push), device(session, push)
    assert (noted.succeeded_at, noted.failed_at, noted.error) == (None, START, error)
    assert used is not None
    assert used.failures == 1


def test_channel_that_is_switched_off_stays_off(session: Session, push: Claimed) -> None:
    assert push.row.user_id is not None
    switch_off(session, user_id=push.row.user_id, channel="push", reason="complained", now=START)
    say(session, push, Outcome.SENT)
    noted = state(session, push)
    assert (noted.is_off, noted.reason, noted.succeeded_at) == (True, "complained", START)


def test_browser_that_is_gone_is_forgotten(session: Session, push: Claimed) -> None:
    say(session, push, Outcome.GONE, reason="410")
    assert device(session, push) is None
    assert kept(session, push).status == "cancelled"
    assert session.exec(select(ChannelState)).all() == []


def test_browser_that_renewed_its_address_meanwhile_is_kept(
    session: Session, push: Claimed
) -> None:
    used = device(session, push)
    assert used is not None
    push = replace(push, subscription=PushSubscription(**used.model_dump()))
    used.endpoint = "https://push.example/renewed"
    session.flush()
    say(session, push, Outcome.GONE, reason="410")
    renewed = device(session, push)
    assert renewed is not None
    assert renewed.endpoint == "https://push.example/renewed"
