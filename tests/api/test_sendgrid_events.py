"""What SendGrid tells of mails is heard when it is signed, and once."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import ChannelState, OutboxMessage, User
from learnconnect_app.services import mail_events
from tests.api.conftest import Browser
from tests.factories import a_learner
from tests.running import START, Clock, Configure
from tests.scheduler.test_outbox import a_mail

WHERE = "/webhooks/sendgrid"
KEY = ec.generate_private_key(ec.SECP256R1())


def public(key: ec.EllipticCurvePrivateKey) -> str:
    """As SendGrid shows it: Base64 of the public key, without the lines around."""
    der = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return base64.b64encode(der).decode()


@pytest.fixture(autouse=True)
def with_a_key(installed: Database, configure: Configure, browser: Browser) -> None:
    configure(sendgrid_webhook_key=public(KEY))


def signed(body: bytes, stamp: str, key: ec.EllipticCurvePrivateKey = KEY) -> dict[str, str]:
    signature = key.sign(stamp.encode() + body, ec.ECDSA(hashes.SHA256()))
    return {
        "X-Twilio-Email-Event-Webhook-Signature": base64.b64encode(signature).decode(),
        "X-Twilio-Email-Event-Webhook-Timestamp": stamp,
        "content-type": "application/json",
    }


Tell = Callable[..., httpx.Response]


@pytest.fixture
def tell(browser: Browser, clock: Clock) -> Tell:
    """Posts events as SendGrid does."""

    def post(*events: dict[str, Any]) -> httpx.Response:
        body = json.dumps(events).encode()
        headers = signed(body, str(int(clock.moment.timestamp())))
        return browser.post(WHERE, content=body, headers=headers)

    return post


@pytest.fixture
def mail(installed: Database) -> UUID:
    """Nobody knows whether it was sent."""
    with installed.transaction() as session:
        user = a_learner(session)
        return a_mail(
            session, user_id=user.id, recipient=user.email, kind="missed_day", status="unknown"
        )


def event(mail: UUID, what: str, **more: Any) -> dict[str, Any]:
    """As in SendGrid's documentation."""
    return {
        "email": "ayse@example.org",
        "timestamp": int(START.timestamp()),
        "smtp-id": "<14c5d75ce93.dfd.64b469@ismtpd-555>",
        "event": what,
        "category": ["missed_day"],
        "sg_event_id": uuid4().hex,
        "sg_message_id": "14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0",
        "outbox_id": str(mail),
        **more,
    }


def row(database: Database, mail: UUID) -> OutboxMessage:
    with database.reading() as session:
        return session.get_one(OutboxMessage, mail)


def state(database: Database, mail: UUID) -> ChannelState | None:
    with database.reading() as session:
        return session.get(ChannelState, (row(database, mail).user_id, "mail"))


# ---- who is heard ---------------------------------------------------------------------------


def test_what_is_signed_is_heard(tell: Tell, mail: UUID) -> None:
    assert tell(event(mail, "processed")).status_code == 204


def test_without_a_key_there_is_no_such_route(tell: Tell, mail: UUID, configure: Configure) -> None:
    configure(sendgrid_webhook_key="")
    assert tell(event(mail, "processed")).status_code == 404


@pytest.mark.parametrize("minutes", [-11, 11])
def test_what_was_not_signed_just_now_is_refused(
    browser: Browser, installed: Database, mail: UUID, minutes: int
) -> None:
    body = json.dumps([event(mail, "delivered")]).encode()
    stamp = str(int((START + timedelta(minutes=minutes)).timestamp()))
    assert browser.post(WHERE, content=body, headers=signed(body, stamp)).status_code == 403
    assert row(installed, mail).status == "unknown"


def test_what_another_key_has_signed_is_refused(browser: Browser, mail: UUID) -> None:
    body, stamp = b"[]", str(int(START.timestamp()))
    other = ec.generate_private_key(ec.SECP256R1())
    assert browser.post(WHERE, content=body, headers=signed(body, stamp, other)).status_code == 403


def test_body_that_was_changed_is_refused(browser: Browser) -> None:
    headers = signed(b"[]", str(int(START.timestamp())))
    assert browser.post(WHERE, content=b"[ ]", headers=headers).status_code == 403


@pytest.mark.parametrize(
    "wrong",
    [
        {"X-Twilio-Email-Event-Webhook-Signature": "no signature"},
        {"X-Twilio-Email-Event-Webhook-Signature": ""},
        {"X-Twilio-Email-Event-Webhook-Timestamp": "now"},
        {"X-Twilio-Email-Event-Webhook-Timestamp": "9" * 40},
        {"X-Twilio-Email-Event-Webhook-Timestamp": ""},
    ],
)
def test_headers_that_are_none_are_refused(browser: Browser, wrong: dict[str, str]) -> None:
    headers = signed(b"[]", str(int(START.timestamp()))) | wrong
    assert browser.post(WHERE, content=b"[]", headers=headers).status_code == 403


@pytest.mark.parametrize("body", [b"{}", b"[", b'"x"', b"\xff"])
def test_body_that_is_no_list_of_events_is_refused(browser: Browser, body: bytes) -> None:
    headers = signed(body, str(int(START.timestamp())))
    assert browser.post(WHERE, content=body, headers=headers).status_code in (403, 422)


def test_events_of_other_mails_are_passed_over(tell: Tell, installed: Database, mail: UUID) -> None:
    events = (
        event(uuid4(), "delivered"),
        event(mail, "delivered", outbox_id="of another application"),
        event(mail, "open"),
        event(mail, "group_unsubscribe"),
    )
    assert tell(*events, {"event": "delivered"}).status_code == 204
    assert row(installed, mail).status == "unknown"


# ---- what follows ---------------------------------------------------------------------------


@pytest.mark.parametrize(("what", "delivery"), [("processed", ""), ("delivered", "delivered")])
def test_mail_that_the_provider_took_was_sent(
    tell: Tell, installed: Database, mail: UUID, what: str, delivery: str
) -> None:
    tell(event(mail, what))
    kept = row(installed, mail)
    assert (kept.status, kept.sent_at, kept.delivery) == ("sent", START, delivery)


def test_mail_that_waits_at_the_other_side_is_not_lost_yet(
    tell: Tell, installed: Database, mail: UUID
) -> None:
    tell(event(mail, "deferred", response="450 too busy"))
    assert (row(installed, mail).status, row(installed, mail).delivery) == ("sent", "deferred")
    tell(event(mail, "delivered"))
    assert row(installed, mail).delivery == "delivered"


@pytest.mark.parametrize(
    ("told", "delivery", "status", "reason"),
    [
        ({"event": "bounce", "reason": "500 unknown recipient"}, "bounced", "failed", "bounced"),
        ({"event": "dropped", "reason": "Bounced Address"}, "dropped", "failed", "bounced"),
        ({"event": "dropped", "reason": "Invalid"}, "dropped", "failed", "bounced"),
        (
            {"event": "dropped", "reason": "Spam Reporting Address"},
            "dropped",
            "failed",
            "complained",
        ),
        ({"event": "spamreport"}, "complained", "sent", "complained"),
    ],
)
def test_bounces_and_complaints_switch_mail_off(
    tell: Tell,
    installed: Database,
    mail: UUID,
    told: dict[str, str],
    delivery: str,
    status: str,
    reason: str,
) -> None:
    tell(event(mail, "processed"), event(mail, told.pop("event"), **told))
    kept, channel = row(installed, mail), state(installed, mail)
    assert (kept.delivery, kept.status) == (delivery, status)
    assert channel is not None
    assert (channel.is_off, channel.reason, channel.failed_at) == (True, reason, START)


@pytest.mark.parametrize(
    "told",
    [
        {"event": "bounce", "type": "blocked", "reason": "554 your network is listed"},
        {"event": "dropped", "reason": "Recipient List over Package Quota"},
    ],
)
def test_refusal_that_is_not_about_the_address_leaves_mail_on(
    tell: Tell, installed: Database, mail: UUID, told: dict[str, str]
) -> None:
    tell(event(mail, told.pop("event"), **told))
    channel = state(installed, mail)
    assert row(installed, mail).status == "failed"
    assert channel is not None
    assert (channel.is_off, channel.error) == (False, "refused")


def test_bounce_of_an_address_they_no_longer_have_switches_nothing_off(
    tell: Tell, installed: Database, mail: UUID
) -> None:
    with installed.transaction() as session:
        user = session.get_one(User, row(installed, mail).user_id)
        user.email = "new@example.org"
    tell(event(mail, "bounce"))
    assert row(installed, mail).delivery == "bounced"
    assert state(installed, mail) is None


def test_channels_are_locked_in_one_order_whatever_that_of_the_events(
    tell: Tell, installed: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted: list[UUID] = []
    with installed.transaction() as session:
        users = sorted((a_learner(session) for _ in range(3)), key=lambda user: user.id)
        mails = [
            a_mail(session, user_id=user.id, recipient=user.email, kind="missed_day")
            for user in reversed(users)
        ]
        in_order = [user.id for user in users]
    monkeypatch.setattr(mail_events, "switch_off", lambda *_, user_id, **__: noted.append(user_id))
    tell(*(event(mail, "bounce") for mail in mails))
    assert noted == in_order


def test_same_events_again_and_in_another_order_change_nothing(
    tell: Tell, installed: Database, mail: UUID, clock: Clock
) -> None:
    events = [event(mail, "processed"), event(mail, "delivered"), event(mail, "bounce")]
    tell(*events)
    with installed.transaction() as session:
        channel = session.get_one(ChannelState, (row(installed, mail).user_id, "mail"))
        channel.is_off = False  # the learner has mended it
    clock.forward(minutes=5)
    before = row(installed, mail)
    tell(*events)
    tell(*reversed(events))
    assert row(installed, mail) == before
    channel = state(installed, mail)  # type: ignore[assignment]
    assert not channel.is_off


def test_mail_of_accounts_is_no_learners_yet(tell: Tell, installed: Database) -> None:
    with installed.transaction() as session:
        mail = a_mail(session, status="sending")
    tell(event(mail, "bounce"))
    kept = row(installed, mail)
    assert (kept.status, kept.params) == ("failed", {"name": "Ayşe"})
