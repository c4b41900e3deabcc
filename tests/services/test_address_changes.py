"""Another address replaces the old one once its owner has said so; the old one is told."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.adapters.tokens import token_hash
from learnconnect_app.domain.accounts import CONFIRMATION_LENGTH
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.models import AuthSession, EmailConfirmation, OutboxMessage, User
from learnconnect_app.services import accounts
from learnconnect_app.services.address_changes import (
    MOST_ASKED,
    ask_for_address,
    cancel_address,
)
from learnconnect_app.services.channels import is_switched_off, switch_off
from learnconnect_app.services.confirmation_mails import CHANGE, asking_browser, send_link
from learnconnect_app.services.confirmations import confirm_address, confirmation_of
from learnconnect_app.services.leaving import request_deletion
from learnconnect_app.services.own_passwords import change_password
from learnconnect_app.services.preferences import settings_view
from learnconnect_app.services.reminders import tell
from tests.factories import NOW, a_learner
from tests.reminding import rows_of, verdict_on

NEW = "ayse.yeni@example.org"
LATER = timedelta(minutes=5)


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


def a_browser(session: Session, user: User) -> UUID:
    row = AuthSession(
        user_id=user.id,
        token_hash=uuid4().hex,
        user_agent="",
        created_at=NOW,
        last_seen_at=NOW,
        expires_at=NOW + timedelta(days=30),
    )
    session.add(row)
    session.flush()
    return row.id


def wish(session: Session, user: User, email: str = NEW, **other: object) -> str:
    """The token that was mailed to the new address."""
    values = {"session_id": uuid4(), "before": user.password_hash, "now": NOW} | other
    ask_for_address(session, user_id=user.id, email=email, **values)  # type: ignore[arg-type]
    session.flush()
    path = rows_of(session, user, CHANGE)[-1].params["path"]
    return str(path).rpartition("/")[2]


def follow(session: Session, token: str) -> None:
    confirm_address(
        session, token_hash=token_hash(token), session_id=asking_browser(token), now=NOW + LATER
    )
    session.flush()


def pending(session: Session, user: User) -> str:
    return settings_view(session, user_id=user.id, now=NOW).asked_email


def address(session: Session, user: User) -> str:
    session.refresh(user)
    return user.email


def test_new_address_replaces_the_old_one_when_its_link_is_followed(
    session: Session, user: User
) -> None:
    old = user.email
    token = wish(session, user, f"  {NEW.upper()} ")
    assert (address(session, user), pending(session, user)) == (old, NEW)
    link = confirmation_of(session, token_hash=token_hash(token), now=NOW)
    assert (link.email, link.is_change, link.is_confirmed) == (NEW, True, False)
    assert address(session, user) == old, "looking changes nothing"
    follow(session, token)
    assert (address(session, user), pending(session, user)) == (NEW, "")
    assert user.email_confirmed_at == NOW + LATER
    follow(session, token)  # again: it is done
    assert confirmation_of(session, token_hash=token_hash(token), now=NOW).is_confirmed


def test_old_address_is_told_when_it_is_asked_and_when_it_is_done(
    session: Session, user: User
) -> None:
    old = user.email
    follow(session, wish(session, user))
    told = [row for row in rows_of(session, user, "security") if row.channel == "mail"]
    assert [(row.recipient, row.params["variant"]) for row in told] == [
        (old, "address_asked"),
        (old, "address"),
    ]
    assert not any(NEW in str(row.params) for row in told)
    assert [verdict_on(session, row) for row in told] == ["send", "send"]


def test_only_the_asking_browser_stays_signed_in(session: Session, user: User) -> None:
    here, _ = a_browser(session, user), a_browser(session, user)
    token = wish(session, user, session_id=here)
    signed_in = select(AuthSession.id).where(AuthSession.user_id == user.id)
    assert len(session.exec(signed_in).all()) == 2
    follow(session, token)
    assert session.exec(signed_in).all() == [here]


def test_taken_address_is_promised_like_any_other_and_not_given(
    session: Session, user: User
) -> None:
    other, old = a_learner(session), user.email
    token = wish(session, user, other.email)
    assert pending(session, user) == other.email
    with pytest.raises(DomainError, match="email_taken"):
        follow(session, token)
    assert (address(session, user), address(session, other)) == (old, other.email)


def test_two_who_were_promised_an_address_do_not_both_get_it(database: Database) -> None:
    with database.transaction() as session:
        both = [a_learner(session) for _ in range(2)]
        tokens = [wish(session, each) for each in both]
    with database.transaction() as session:
        follow(session, tokens[0])
    with database.transaction() as session, pytest.raises(DomainError, match="email_taken"):
        follow(session, tokens[1])


def test_cancelled_wish_and_earlier_one_open_nothing(session: Session, user: User) -> None:
    first, second = wish(session, user, "first@example.org"), wish(session, user)
    with pytest.raises(NotFound):
        follow(session, first)
    cancel_address(session, user_id=user.id, now=NOW)
    assert pending(session, user) == ""
    with pytest.raises(NotFound):
        follow(session, second)


def test_wish_lasts_as_long_as_its_link(session: Session, user: User) -> None:
    token = wish(session, user)
    later = NOW + CONFIRMATION_LENGTH
    assert settings_view(session, user_id=user.id, now=later).asked_email == ""
    with pytest.raises(NotFound):
        confirmation_of(session, token_hash=token_hash(token), now=later)


def test_link_to_the_old_address_confirms_nothing_afterwards(session: Session) -> None:
    user = a_learner(session, is_confirmed=False)
    send_link(session, user, now=NOW)
    session.flush()
    to_old = rows_of(session, user)[-1].params["path"].rpartition("/")[2]
    assert pending(session, user) == "", "a link to one's own address is no wish"
    follow(session, wish(session, user))
    with pytest.raises(NotFound):
        follow(session, to_old)
    assert address(session, user) == NEW


def test_own_address_a_bad_one_and_a_replaced_password_are_refused(
    session: Session, user: User
) -> None:
    for email, before, code, field in (
        (user.email.upper(), user.password_hash, "same_email", "email"),
        ("not an address", user.password_hash, "bad_email", "email"),
        (NEW, "an older hash", "wrong_password", "current_password"),
    ):
        with pytest.raises(DomainError, match=code) as refused:
            wish(session, user, email, before=before)
        assert refused.value.field == field
    assert rows_of(session, user) == []


def test_asked_a_few_times_an_hour(session: Session, user: User) -> None:
    for number in range(MOST_ASKED):
        wish(session, user, f"{number}@example.org")
    with pytest.raises(DomainError, match="too_many_tries"):
        wish(session, user)
    assert pending(session, user) == f"{MOST_ASKED - 1}@example.org"
    wish(session, user, now=NOW + timedelta(hours=2))


def test_another_password_ends_the_wish(session: Session, user: User) -> None:
    wish(session, user)
    change_password(
        session,
        user_id=user.id,
        session_id=uuid4(),
        before=user.password_hash,
        password_hash="another",
        now=NOW,
    )
    assert pending(session, user) == ""
    session.refresh(user)
    wish(session, user)
    accounts.request_reset(session, email=user.email, token="t", token_hash="h", now=NOW)
    session.flush()
    accounts.reset_password(session, token_hash="h", password_hash="third", now=NOW)
    assert pending(session, user) == ""


def test_links_that_set_a_password_and_went_to_the_old_address_are_void(
    session: Session, user: User
) -> None:
    accounts.request_reset(session, email=user.email, token="t", token_hash="h", now=NOW)
    follow(session, wish(session, user))
    assert not accounts.is_reset_open(session, token_hash="h", now=NOW)


def test_reminders_that_wait_go_to_the_new_address(session: Session, user: User) -> None:
    tell(session, user=user, rule="calendar_problem", about="x", values={}, now=NOW)
    switch_off(session, user_id=user.id, channel="mail", reason="bounced", now=NOW)
    follow(session, wish(session, user))
    waiting = [row for row in rows_of(session, user, "calendar_problem") if row.channel == "mail"]
    assert [row.recipient for row in waiting] == [NEW]
    assert not is_switched_off(session, user_id=user.id, channel="mail"), "that was the old one"


def test_last_warning_before_the_account_ends_goes_to_the_new_address(
    session: Session, user: User
) -> None:
    """What was said when it was asked stays with the address of that day."""
    old, browser = user.email, a_browser(session, user)
    request_deletion(session, user_id=user.id, session_id=browser, confirmation=old, now=NOW)
    follow(session, wish(session, user))
    told = [row for row in rows_of(session, user, "security") if row.channel == "mail"]
    recipients = {row.params["variant"]: row.recipient for row in told}
    assert recipients == {
        "leaving": old,
        "leaving_today": NEW,
        "address_asked": old,
        "address": old,
    }


def test_who_wants_no_mail_gets_none_at_the_new_address(session: Session, user: User) -> None:
    switch_off(session, user_id=user.id, channel="mail", reason="unsubscribed", now=NOW)
    follow(session, wish(session, user))
    assert is_switched_off(session, user_id=user.id, channel="mail")


def test_wish_of_one_learner_is_nobody_elses(session: Session, user: User) -> None:
    other = a_learner(session)
    token = wish(session, user)
    cancel_address(session, user_id=other.id, now=NOW)
    assert (pending(session, user), pending(session, other)) == (NEW, "")
    follow(session, token)
    assert address(session, other) != NEW
    assert session.exec(select(EmailConfirmation.user_id)).all() == [user.id]
    links = select(OutboxMessage.user_id).where(OutboxMessage.kind == CHANGE)
    assert session.exec(links).all() == [user.id]
