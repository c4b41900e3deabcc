"""How each way out does, in codes that have words; tests that learners send themselves."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from pydantic import SecretStr
from sqlmodel import Session, col, select

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.integration_views import CHANNEL_CODES, IntegrationsView
from learnconnect_app.domain.ports import CalendarError
from learnconnect_app.locales import keys
from learnconnect_app.models import (
    AuthSession,
    CalendarConnection,
    OutboxMessage,
    PushSubscription,
    User,
)
from learnconnect_app.services import calendar_feeds, integrations
from learnconnect_app.services.calendar_feeds import note_fetched, open_feed
from learnconnect_app.services.channel_trials import send_trial
from learnconnect_app.services.channels import note_failure, note_success, switch_off
from learnconnect_app.services.integrations import integrations_view, switch_channel_on
from learnconnect_app.services.outbox_channels import ERRORS
from learnconnect_app.services.settings_pages import settings_page
from learnconnect_app.services.unsubscribing import UNSUBSCRIBED
from learnconnect_app.settings import Settings
from tests import study_factories as study
from tests.conftest import Counting
from tests.factories import NOW, a_learner

LATER = NOW + timedelta(minutes=1)
SET_UP = Settings(
    env="test",
    public_url="https://learn.example",
    sendgrid_api_key=SecretStr("SG.key"),
    google_client_id="google",
    _env_file=None,
)


@pytest.fixture(autouse=True)
def server(monkeypatch: pytest.MonkeyPatch) -> None:
    """With SendGrid and Google, without Outlook."""
    monkeypatch.setattr(integrations, "settings", lambda: SET_UP)
    monkeypatch.setattr(calendar_feeds, "signing_keys", lambda: [b"k" * 40])


def view_of(session: Session, user: User) -> IntegrationsView:
    session.flush()
    session.expire_all()
    return integrations_view(session, user_id=user.id, now=LATER)


def a_device(session: Session, user: User, number: int = 1) -> PushSubscription:
    signed_in = AuthSession(
        user_id=user.id,
        token_hash=f"{user.id}{number}"[:64],
        created_at=NOW,
        last_seen_at=NOW,
        expires_at=NOW + timedelta(days=1),
    )
    session.add(signed_in)
    session.flush()
    row = PushSubscription(
        user_id=user.id,
        session_id=signed_in.id,
        endpoint=f"https://push.example/{user.id}/{number}",
        p256dh="p",
        auth="a",
        created_at=NOW,
    )
    session.add(row)
    session.flush()
    return row


def a_connection(session: Session, user: User, **values: object) -> CalendarConnection:
    row = CalendarConnection(
        user_id=user.id, provider="google", account="ayse@gmail.com", due_at=NOW, created_at=NOW
    )
    for name, value in values.items():
        setattr(row, name, value)
    session.add(row)
    session.flush()
    return row


def trials_of(session: Session, user_id: UUID) -> list[OutboxMessage]:
    found = select(OutboxMessage).where(
        OutboxMessage.user_id == user_id, OutboxMessage.kind == "test"
    )
    return list(session.exec(found.order_by(col(OutboxMessage.created_at))))


def test_every_code_of_a_channel_has_words() -> None:
    assert {f"channel.{code}" for code in CHANNEL_CODES} <= keys()


def test_whatever_can_go_wrong_is_among_the_codes() -> None:
    calendars = {each.code for each in [CalendarError, *CalendarError.__subclasses__()]}
    assert calendars | set(ERRORS.values()) | {UNSUBSCRIBED} <= set(CHANNEL_CODES)


def test_what_is_not_set_up_on_this_server_says_so(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = a_learner(session)
    view = view_of(session, user)
    assert (view.mail.state, view.mail.account) == ("on", user.email)
    assert (view.push.state, view.google.state, view.outlook.state) == ("none", "none", "unset")
    assert view.feed.address == ""
    bare = Settings(env="test", _env_file=None)
    monkeypatch.setattr(integrations, "settings", lambda: bare)
    assert view_of(session, user).mail.state == "local"
    in_use = bare.model_copy(update={"env": "production"})
    monkeypatch.setattr(integrations, "settings", lambda: in_use)
    assert view_of(session, user).mail.state == "unset"


def test_failure_is_shown_until_something_works_again(session: Session) -> None:
    user = a_learner(session)
    note_success(session, user_id=user.id, channel="mail", now=NOW)
    note_failure(session, user_id=user.id, channel="mail", error="unreachable", now=LATER)
    mail = view_of(session, user).mail
    assert (mail.state, mail.problem) == ("on", "unreachable")
    assert mail.failed_ms - mail.succeeded_ms == 60_000
    note_success(session, user_id=user.id, channel="mail", now=LATER)
    assert view_of(session, user).mail.problem == ""


def test_channel_that_a_bounce_switched_off_is_switched_on_again(session: Session) -> None:
    user, other = a_learner(session), a_learner(session)
    for each in (user, other):
        switch_off(session, user_id=each.id, channel="mail", reason="bounced", now=NOW)
    mail = view_of(session, user).mail
    assert (mail.state, mail.reason, mail.problem) == ("off", "bounced", "")
    with pytest.raises(DomainError) as refused:
        send_trial(session, user_id=user.id, channel="mail", now=NOW)
    assert (refused.value.code, refused.value.field) == ("channel_off", "mail")
    switch_channel_on(session, user_id=user.id, channel="mail", now=LATER)
    assert view_of(session, user).mail.state == "on"
    assert view_of(session, other).mail.state == "off"
    with pytest.raises(DomainError, match="bad_request"):
        switch_channel_on(session, user_id=user.id, channel="google", now=LATER)


@pytest.mark.parametrize(
    ("status", "error", "state", "reason", "problem"),
    [
        ("active", "", "on", "", ""),
        ("active", "calendar_busy", "on", "", "calendar_busy"),
        ("reconnect", "calendar_revoked", "reconnect", "calendar_revoked", ""),
        ("removing", "", "removing", "", ""),
    ],
)
def test_calendar_is_told_by_its_connection(
    session: Session, status: str, error: str, state: str, reason: str, problem: str
) -> None:
    user = a_learner(session)
    a_connection(session, user, status=status, error=error, synced_at=NOW)
    view = view_of(session, user)
    assert (view.google.state, view.google.reason, view.google.problem) == (state, reason, problem)
    assert view.google.account == "ayse@gmail.com"
    assert view.is_waiting == (state == "removing")
    assert view_of(session, a_learner(session)).google.state == "none"


def test_address_whose_key_is_lost_is_told_as_lost_and_not_shown(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = a_learner(session)
    open_feed(session, user_id=user.id, now=NOW)
    monkeypatch.setattr(calendar_feeds, "signing_keys", lambda: [b"another key" * 4])
    feed = view_of(session, user).feed
    assert (feed.address, feed.is_lost) == ("", True)
    open_feed(session, user_id=user.id, now=LATER)
    feed = view_of(session, user).feed
    assert feed.address.startswith("https://learn.example/calendar/")
    assert not feed.is_lost


def test_address_of_the_feed_is_shown_with_its_latest_fetch(session: Session) -> None:
    user = a_learner(session)
    open_feed(session, user_id=user.id, now=NOW)
    note_fetched(session, user_id=user.id, now=LATER)
    feed = view_of(session, user).feed
    assert feed.address.startswith("https://learn.example/calendar/")
    assert feed.fetched_ms - feed.created_ms == 60_000


# ---- tests that are sent ----------------------------------------------------------------------


def test_test_mail_goes_through_the_outbox_once_a_minute(session: Session) -> None:
    user = a_learner(session, locale="tr")
    send_trial(session, user_id=user.id, channel="mail", now=NOW)
    with pytest.raises(DomainError) as refused:
        send_trial(session, user_id=user.id, channel="mail", now=NOW + timedelta(seconds=20))
    assert (refused.value.code, refused.value.field) == ("trial_too_soon", "mail")
    (row,) = trials_of(session, user.id)
    assert (row.channel, row.recipient, row.locale) == ("mail", user.email, "tr")
    assert row.status == "pending"
    send_trial(session, user_id=user.id, channel="mail", now=NOW + timedelta(minutes=2))
    assert len(trials_of(session, user.id)) == 2


def test_test_push_goes_to_each_device_of_ones_own(session: Session) -> None:
    user, other = a_learner(session), a_learner(session)
    with pytest.raises(DomainError) as refused:
        send_trial(session, user_id=user.id, channel="push", now=NOW)
    assert (refused.value.code, refused.value.field) == ("push_no_device", "push")
    devices = {str(a_device(session, user, number).id) for number in (1, 2)}
    a_device(session, other)
    send_trial(session, user_id=user.id, channel="push", now=NOW)
    assert {row.recipient for row in trials_of(session, user.id)} == devices
    assert trials_of(session, other.id) == []


def test_other_channels_have_no_tests(session: Session) -> None:
    user = a_learner(session)
    for channel in ("app", "google", ""):
        with pytest.raises(DomainError, match="bad_request"):
            send_trial(session, user_id=user.id, channel=channel, now=NOW)


@pytest.mark.parametrize(
    ("values", "trial"),
    [
        ({}, "waiting"),
        ({"status": "sending", "attempts": 1}, "waiting"),
        ({"status": "pending", "attempts": 1, "error": "timed out"}, "again"),
        ({"status": "sent"}, "sent"),
        ({"status": "sent", "delivery": "bounced"}, "failed"),
        ({"status": "failed"}, "failed"),
        ({"status": "unknown"}, "failed"),
        ({"status": "pending", "expires_at": NOW}, "failed"),
    ],
)
def test_result_of_the_latest_test_is_told(
    session: Session, values: dict[str, object], trial: str
) -> None:
    user = a_learner(session)
    send_trial(session, user_id=user.id, channel="mail", now=NOW)
    for name, value in values.items():
        setattr(trials_of(session, user.id)[0], name, value)
    view = view_of(session, user)
    assert (view.mail.trial, view.push.trial) == (trial, "")
    assert view.is_waiting == (trial in ("waiting", "again"))


def test_push_that_one_of_several_devices_got_was_sent(session: Session) -> None:
    user = a_learner(session)
    for number in (1, 2):
        a_device(session, user, number)
    send_trial(session, user_id=user.id, channel="push", now=NOW)
    first, second = trials_of(session, user.id)
    first.status, second.status = "cancelled", "sent"
    assert view_of(session, user).push.trial == "sent"


def test_test_of_long_ago_is_not_told_any_more(session: Session) -> None:
    user = a_learner(session)
    send_trial(session, user_id=user.id, channel="mail", now=NOW - timedelta(days=2))
    assert view_of(session, user).mail.trial == ""


def test_settings_are_read_in_twelve_queries_however_much_there_is(
    session: Session, count_queries: Counting
) -> None:
    user = a_learner(session)
    plan = study.a_study_plan(session, user)
    for lesson in study.lessons_of(session)[:10]:
        study.a_session(session, plan, lesson, status="done", ended_at=NOW, percent=100)
    for number in range(3):
        a_device(session, user, number)
    a_connection(session, user)
    open_feed(session, user_id=user.id, now=NOW)
    send_trial(session, user_id=user.id, channel="push", now=NOW)
    with count_queries(session) as queries:
        page = settings_page(session, user_id=user.id, now=NOW)
    assert page.integrations.push.devices == 3
    assert len(queries) <= 12
