"""Mails are claimed, sent once, tried again, given up; and never silently lost or doubled."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import OutboxMessage
from learnconnect_app.services import outbox
from learnconnect_app.services.outbox import LEASE, MOST_ATTEMPTS, Claimed
from tests.running import START

SITE = "https://learn.example"
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


def claim(session: Session, now: datetime = START, most: int = 50) -> list[Claimed]:
    claimed = outbox.claim_due(session, public_url=SITE, most=most, now=now)
    session.flush()
    return claimed


def row(session: Session, message_id: UUID) -> OutboxMessage:
    session.flush()
    session.expire_all()
    return session.get_one(OutboxMessage, message_id)


def ids(claimed: Iterable[Claimed]) -> list[UUID]:
    return [each.id for each in claimed]


def test_due_mail_is_claimed_once(session: Session) -> None:
    mail = a_mail(session)
    assert ids(claim(session)) == [mail]
    assert claim(session) == []
    kept = row(session, mail)
    assert (kept.status, kept.attempts, kept.leased_until) == ("sending", 1, START + LEASE)


def test_claimed_mail_is_worded_in_the_language_of_its_reader(session: Session) -> None:
    a_mail(session)
    (claimed,) = claim(session)
    assert claimed.mail.recipient == "ayse@example.org"
    assert claimed.mail.text.startswith("Merhaba Ayşe")
    assert f"{SITE}/reset-password/the-token" in claimed.mail.text
    assert f'href="{SITE}/reset-password/the-token"' in claimed.mail.html


def test_names_in_a_mail_are_text(session: Session) -> None:
    a_mail(session, params={"name": "<img src=x onerror=alert(1)>{locale}", "path": '/"><b>'})
    (claimed,) = claim(session)
    assert "<img" not in claimed.mail.html
    assert "<b>" not in claimed.mail.html
    assert "<img src=x onerror=alert(1)>{locale}" in claimed.mail.text


def test_mail_is_not_claimed_before_it_is_due(session: Session) -> None:
    mail = a_mail(session, due_at=START + SECOND)
    assert claim(session) == []
    assert ids(claim(session, START + SECOND)) == [mail]


def test_what_waits_longest_goes_first(session: Session) -> None:
    mails = [a_mail(session, due_at=START - n * SECOND) for n in range(4)]
    assert ids(claim(session, most=3)) == [mails[3], mails[2], mails[1]]


def test_message_of_another_channel_is_no_mail(session: Session) -> None:
    a_mail(session, channel="push")
    assert claim(session) == []


@pytest.mark.parametrize("status", ["sending", "sent", "failed", "unknown"])
def test_only_pending_mails_are_claimed(session: Session, status: str) -> None:
    a_mail(session, status=status)
    assert claim(session) == []


@pytest.mark.parametrize("wrong", [{"kind": "of_a_later_version"}, {"params": {"nom": "Ayşe"}}])
def test_mail_that_cannot_be_worded_fails_alone(session: Session, wrong: dict[str, object]) -> None:
    broken, mail = a_mail(session, due_at=START - SECOND, **wrong), a_mail(session)
    assert ids(claim(session)) == [mail]
    assert row(session, broken).status == "failed"
    assert "cannot be worded" in row(session, broken).error


def test_sent_mail_forgets_what_opened_something(session: Session) -> None:
    mail = a_mail(session, error="before")
    claim(session)
    outbox.mark_sent(session, message_id=mail, forget_secrets=True, now=START)
    kept = row(session, mail)
    assert (kept.status, kept.sent_at, kept.error) == ("sent", START, "")
    assert kept.params == {"name": "Ayşe"}


def test_mail_of_the_outbox_page_keeps_its_link(session: Session) -> None:
    mail = a_mail(session)
    claim(session)
    outbox.mark_sent(session, message_id=mail, forget_secrets=False, now=START)
    assert row(session, mail).params["path"] == "/reset-password/the-token"


def test_failed_mail_is_tried_later_each_time_and_then_given_up(session: Session) -> None:
    mail, now, waits = a_mail(session), START, []
    for _ in range(MOST_ATTEMPTS):
        assert ids(claim(session, now)) == [mail]
        outbox.mark_failed(session, message_id=mail, reason="busy", is_final=False, now=now)
        waits.append(row(session, mail).due_at - now)
        now = row(session, mail).due_at
    assert waits == sorted(waits)
    assert waits[:3] == [timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=8)]
    kept = row(session, mail)
    assert (kept.status, kept.attempts, kept.error) == ("failed", MOST_ATTEMPTS, "busy")
    assert claim(session, now + timedelta(days=1)) == []
    assert "path" not in kept.params


def test_mail_that_nobody_takes_is_given_up_at_once(session: Session) -> None:
    mail = a_mail(session)
    claim(session)
    outbox.mark_failed(session, message_id=mail, reason="x" * 900, is_final=True, now=START)
    kept = row(session, mail)
    assert (kept.status, len(kept.error)) == ("failed", 300)
    assert "path" not in kept.params


def test_mail_whose_sender_died_becomes_unknown_and_is_not_sent_again(session: Session) -> None:
    mail = a_mail(session)
    claim(session)
    assert outbox.mark_unknown(session, now=START + LEASE) == 0
    assert outbox.mark_unknown(session, now=START + LEASE + SECOND) == 1
    assert outbox.mark_unknown(session, now=START + LEASE + SECOND) == 0
    kept = row(session, mail)
    assert kept.status == "unknown"
    assert "path" not in kept.params
    assert claim(session, START + timedelta(days=1)) == []


def test_sender_that_comes_late_still_says_what_became_of_it(session: Session) -> None:
    mail = a_mail(session)
    claim(session)
    outbox.mark_unknown(session, now=START + timedelta(hours=1))
    outbox.mark_sent(session, message_id=mail, forget_secrets=True, now=START)
    assert row(session, mail).status == "sent"


def test_released_mail_is_due_as_before(session: Session) -> None:
    mails = [a_mail(session), a_mail(session)]
    claim(session)
    outbox.release(session, message_ids=[mails[0]], now=START)
    kept = row(session, mails[0])
    assert (kept.status, kept.attempts, kept.leased_until) == ("pending", 0, None)
    assert row(session, mails[1]).status == "sending"
    assert ids(claim(session)) == [mails[0]]


def test_what_was_sent_is_not_released(session: Session) -> None:
    mail = a_mail(session)
    claim(session)
    outbox.mark_sent(session, message_id=mail, forget_secrets=True, now=START)
    session.flush()
    outbox.release(session, message_ids=[mail], now=START)
    assert row(session, mail).status == "sent"


def test_mark_of_a_mail_that_is_gone_does_nothing(session: Session) -> None:
    outbox.mark_sent(session, message_id=uuid4(), forget_secrets=True, now=START)
    outbox.mark_failed(session, message_id=uuid4(), reason="", is_final=True, now=START)
    assert not session.exec(select(OutboxMessage)).all()


def test_several_senders_share_the_mails_without_a_double(database: Database) -> None:
    with database.transaction() as session:
        mails = {a_mail(session) for _ in range(60)}

    def send_some(_: int) -> list[UUID]:
        mine: list[UUID] = []
        while True:
            with database.transaction() as session:
                claimed = ids(outbox.claim_due(session, public_url=SITE, most=4, now=START))
            if not claimed:
                return mine
            mine += claimed

    with ThreadPoolExecutor(4) as threads:
        claimed = [each for mine in threads.map(send_some, range(4)) for each in mine]
    assert len(claimed) == 60
    assert set(claimed) == mails
    with database.reading() as session:
        assert set(session.exec(select(col(OutboxMessage.attempts)))) == {1}
