"""Mail goes to those who said that the address is theirs; everything else comes as ever."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from learnconnect_app.domain.accounts import CONFIRMATION_LENGTH
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.models import EmailConfirmation, OutboxMessage, User
from learnconnect_app.services import accounts
from learnconnect_app.services.channel_trials import send_trial
from learnconnect_app.services.channels import switch_off
from learnconnect_app.services.confirmation_mails import KIND, send_link
from learnconnect_app.services.confirmations import (
    confirm_address,
    confirmation_of,
    forget_expired,
    send_link_again,
)
from learnconnect_app.services.integrations import integrations_view
from learnconnect_app.services.outbox_claims import claim_due
from learnconnect_app.services.reminder_wants import UNCONFIRMED
from learnconnect_app.services.reminders import tell
from tests.factories import NOW, a_learner
from tests.reminding import a_device, rows_of, verdict_on

SECOND = timedelta(seconds=1)


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session, is_confirmed=False)


def newest_link(session: Session, user: User) -> str:
    """What the database knows of the token in the newest mail."""
    session.flush()
    token = rows_of(session, user, KIND)[-1].params["path"].rpartition("/")[2]
    return hashlib.sha256(token.encode()).hexdigest()


def is_confirmed(session: Session, user: User) -> bool:
    session.flush()
    session.refresh(user)
    return user.email_confirmed_at is not None


def test_who_registers_is_sent_one_link(session: Session) -> None:
    profile = accounts.check_profile(
        email="ayse@example.org",
        display_name="Ayşe",
        locale="tr",
        timezone="Europe/Istanbul",
        birth_year=None,
        now=NOW,
    )
    id_ = accounts.create_account(session, profile=profile, password_hash="none", now=NOW)
    user = session.get_one(User, id_)
    (mail,) = rows_of(session, user)
    assert (mail.kind, mail.recipient, mail.locale) == (KIND, "ayse@example.org", "tr")
    assert "Ayşe" not in str(mail.params), "it may go to a stranger"
    assert not is_confirmed(session, user)


def test_link_confirms_the_address_once_and_then_says_so(session: Session, user: User) -> None:
    send_link(session, user, now=NOW)
    link = newest_link(session, user)
    assert not confirmation_of(session, token_hash=link, now=NOW).is_confirmed
    assert not is_confirmed(session, user), "looking changes nothing"
    assert confirm_address(session, token_hash=link, now=NOW) == user.id
    assert is_confirmed(session, user)
    assert confirm_address(session, token_hash=link, now=NOW + SECOND) == user.id
    assert confirmation_of(session, token_hash=link, now=NOW).is_confirmed
    used = session.exec(select(EmailConfirmation.used_at)).one()
    assert used == NOW


def test_used_link_confirms_no_address_that_was_unconfirmed_since(
    session: Session, user: User
) -> None:
    send_link(session, user, now=NOW)
    link = newest_link(session, user)
    confirm_address(session, token_hash=link, now=NOW)
    session.refresh(user)
    user.email_confirmed_at = None
    session.flush()
    with pytest.raises(NotFound):
        confirm_address(session, token_hash=link, now=NOW)


def test_link_is_good_for_three_days(session: Session, user: User) -> None:
    send_link(session, user, now=NOW)
    link = newest_link(session, user)
    with pytest.raises(NotFound):
        confirm_address(session, token_hash=link, now=NOW + CONFIRMATION_LENGTH)
    with pytest.raises(NotFound):
        confirm_address(session, token_hash="never was", now=NOW)
    forget_expired(session, now=NOW + CONFIRMATION_LENGTH + SECOND)
    assert session.exec(select(EmailConfirmation)).all() == []


def test_link_of_one_learner_confirms_nobody_else(session: Session, user: User) -> None:
    other = a_learner(session, is_confirmed=False)
    send_link(session, user, now=NOW)
    confirm_address(session, token_hash=newest_link(session, user), now=NOW)
    assert is_confirmed(session, user)
    assert not is_confirmed(session, other)


def test_link_can_be_had_again_three_times_an_hour(session: Session, user: User) -> None:
    for _ in range(3):
        send_link_again(session, user_id=user.id, now=NOW)
    with pytest.raises(DomainError, match="too_many_tries"):
        send_link_again(session, user_id=user.id, now=NOW)
    assert len(rows_of(session, user, KIND)) == 3
    send_link_again(session, user_id=user.id, now=NOW + timedelta(hours=2))
    assert len(rows_of(session, user, KIND)) == 4


def test_no_link_for_who_has_confirmed_or_whose_mail_came_back(
    session: Session, user: User
) -> None:
    switch_off(session, user_id=user.id, channel="mail", reason="bounced", now=NOW)
    with pytest.raises(DomainError, match="channel_off"):
        send_link_again(session, user_id=user.id, now=NOW)
    confirmed = a_learner(session)
    send_link_again(session, user_id=confirmed.id, now=NOW)
    assert rows_of(session, user) + rows_of(session, confirmed) == []


def test_new_password_from_a_mail_confirms_the_address_it_was_sent_to(
    session: Session, user: User
) -> None:
    accounts.request_reset(session, email=user.email, token="t", token_hash="h", now=NOW)
    session.flush()
    accounts.reset_password(session, token_hash="h", password_hash="new", now=NOW)
    assert is_confirmed(session, user)


def test_new_password_confirms_no_later_address(session: Session, user: User) -> None:
    accounts.request_reset(session, email=user.email, token="t", token_hash="h", now=NOW)
    user.email = "another@example.org"
    session.flush()
    accounts.reset_password(session, token_hash="h", password_hash="new", now=NOW)
    assert not is_confirmed(session, user)


def test_mail_is_cancelled_with_its_reason_and_the_app_and_devices_get_theirs(
    session: Session, user: User
) -> None:
    a_device(session, user)
    tell(session, user=user, rule="calendar_problem", about="x", values={}, now=NOW)
    rows = {row.channel: row for row in rows_of(session, user)}
    assert "mail" in rows, "it may be confirmed until it is due"
    assert verdict_on(session, rows["mail"]) == "cancelled"
    assert rows["mail"].error == UNCONFIRMED
    others = [row for channel, row in rows.items() if channel != "mail"]
    assert others
    assert UNCONFIRMED not in {row.error for row in others}


def test_mail_that_was_due_to_an_earlier_address_is_not_sent(session: Session) -> None:
    user = a_learner(session)
    tell(session, user=user, rule="weekly_report", values={}, now=NOW)
    user.email = "another@example.org"
    session.flush()
    (mail,) = [row for row in rows_of(session, user) if row.channel == "mail"]
    verdict_on(session, mail)
    assert mail.error == UNCONFIRMED


def test_links_and_security_are_sent_to_whoever(session: Session, user: User) -> None:
    send_link(session, user, now=NOW)
    accounts.request_reset(session, email=user.email, token="t", token_hash="h", now=NOW)
    tell(session, user=user, rule="security", values={}, now=NOW)
    session.flush()
    claimed = claim_due(session, channel="mail", most=10, now=NOW)
    kinds = {each.row.kind for each in claimed.messages}
    assert kinds == {KIND, "password_reset", "security"}


def test_settings_say_it_and_no_trial_is_sent(session: Session, user: User) -> None:
    view = integrations_view(session, user_id=user.id, now=NOW).mail
    assert (view.state, view.reason) == ("unconfirmed", "unconfirmed")
    with pytest.raises(DomainError, match="address_unconfirmed"):
        send_trial(session, user_id=user.id, channel="mail", now=NOW)
    assert session.exec(select(OutboxMessage)).all() == []
