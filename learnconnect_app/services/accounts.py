"""Accounts: register, sign in, forgotten password, preferences.

Passwords are hashed and verified by functions handed in, since that takes long enough to be done
outside a transaction: see ``api/auth.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult
from sqlmodel import Session, col, delete, or_, select, update

from learnconnect_app.domain.accounts import (
    RESET_LENGTH,
    Profile,
    checked_locale,
    checked_timezone,
    profile_checks,
)
from learnconnect_app.domain.errors import DomainError, NotFound, checked_together
from learnconnect_app.models import AuthSession, OutboxMessage, PasswordReset, User
from learnconnect_app.services.address_changes import forget_asked_address
from learnconnect_app.services.confirmation_mails import send_link
from learnconnect_app.services.confirmations import note_confirmed
from learnconnect_app.services.rate_limits import is_allowed, take_back
from learnconnect_app.services.reminder_asks import ask
from learnconnect_app.services.reminder_digests import keep_local_hour
from learnconnect_app.services.reminder_rows import speak
from learnconnect_app.services.security_notices import tell_of_password
from learnconnect_app.services.upserts import insert_once

TRIES, TRIES_WITHIN = 10, timedelta(minutes=5)
FROM_ONE_ADDRESS = {"register": 60}
"""A class that signs up together comes from one address."""


@dataclass(frozen=True)
class Credentials:
    """What verifying a password needs; nobody's when the address is unknown."""

    user_id: UUID | None
    password_hash: str | None


def check_profile(
    *,
    email: str,
    display_name: str,
    locale: str,
    timezone: str,
    birth_year: int | None,
    now: datetime,
) -> Profile:
    """The details in the form they are kept in. ``DomainError`` with every field that is wrong."""
    given = {
        "email": email,
        "display_name": display_name,
        "locale": locale,
        "timezone": timezone,
        "birth_year": birth_year,
    }
    checks = profile_checks(now.year)
    return Profile(**checked_together({name: partial(checks[name], given[name]) for name in given}))


def create_account(
    session: Session, *, profile: Profile, password_hash: str, now: datetime
) -> UUID:
    """A new learner, who is sent a link to confirm the address.

    Raises ``DomainError("email_taken")`` when the address has an account.
    """
    user = User(
        email=profile.email,
        password_hash=password_hash,
        display_name=profile.display_name,
        locale=profile.locale,
        timezone=profile.timezone,
        birth_year=profile.birth_year,
        created_at=now,
    )
    if not insert_once(session, user):
        raise DomainError("email_taken", "email")
    send_link(session, user, now=now)
    ask(session, user_id=user.id, now=now)
    return user.id


def count_try(session: Session, *, what: str, email: str, address: str, now: datetime) -> None:
    """Count a try against the account and the address. ``DomainError("too_many_tries")``."""
    limits = {f"account:{email}": TRIES, f"address:{address}": FROM_ONE_ADDRESS.get(what, TRIES)}
    allowed = [
        is_allowed(session, name=what, of=of, most=most, within=TRIES_WITHIN, now=now)
        for of, most in limits.items()
    ]
    if not all(allowed):
        raise DomainError("too_many_tries", "", minutes=int(TRIES_WITHIN.total_seconds() // 60))


def forgive_try(session: Session, *, what: str, email: str, address: str, now: datetime) -> None:
    """A try that succeeded does not count: people who know their password are never locked out."""
    for of in (f"account:{email}", f"address:{address}"):
        take_back(session, name=what, of=of, within=TRIES_WITHIN, now=now)


def find_credentials(session: Session, *, email: str, now: datetime) -> Credentials:
    """An account that is being deleted is nobody's any more."""
    is_there = or_(col(User.deletion_due_at).is_(None), col(User.deletion_due_at) > now)
    found = session.exec(
        select(User.id, User.password_hash).where(User.email == email, is_there)
    ).first()
    return Credentials(*found) if found else Credentials(None, None)


def request_reset(
    session: Session, *, email: str, token: str, token_hash: str, now: datetime
) -> None:
    """Mail a link that sets a new password. Silent for an unknown address."""
    user = session.exec(select(User).where(User.email == email)).first()
    if user is None:
        return
    session.add(
        PasswordReset(
            user_id=user.id, token_hash=token_hash, created_at=now, expires_at=now + RESET_LENGTH
        )
    )
    session.add(
        OutboxMessage(
            user_id=user.id,
            channel="mail",
            kind="password_reset",
            recipient=user.email,
            locale=user.locale,
            params={"name": user.display_name, "path": f"/reset-password/{token}"},
            dedupe_key=_reset_key(token_hash),
            due_at=now,
            created_at=now,
        )
    )


def is_reset_open(session: Session, *, token_hash: str, now: datetime) -> bool:
    return _open_reset(session, token_hash, now) is not None


def reset_password(session: Session, *, token_hash: str, password_hash: str, now: datetime) -> UUID:
    """Set the password, once, and sign every browser out; whose it is. Who has the link has the
    mailbox too: the address it was sent to is confirmed.

    Raises ``DomainError("reset_expired")``.
    """
    reset = _open_reset(session, token_hash, now)
    if reset is None or not _use(session, reset, now):
        raise DomainError("reset_expired")
    session.exec(
        update(User).where(col(User.id) == reset.user_id).values(password_hash=password_hash)
    )
    session.exec(delete(AuthSession).where(col(AuthSession.user_id) == reset.user_id))
    forget_asked_address(session, user_id=reset.user_id)
    email = _sent_to(session, token_hash)
    note_confirmed(session, user_id=reset.user_id, email=email, now=now)
    tell_of_password(session, reset.user_id, f"reset-{reset.id}", now)
    return reset.user_id


def _reset_key(token_hash: str) -> str:
    return f"password_reset:{token_hash}"


def _sent_to(session: Session, token_hash: str) -> str:
    """The address a link was mailed to: the learner may have another by now."""
    mail = select(OutboxMessage.recipient).where(OutboxMessage.dedupe_key == _reset_key(token_hash))
    return session.exec(mail).first() or ""


def _use(session: Session, reset: PasswordReset, now: datetime) -> bool:
    """Close the reset and every other one of the account; whether this call was the one."""
    unused = col(PasswordReset.used_at).is_(None)
    closing = update(PasswordReset).values(used_at=now)
    used = session.exec(closing.where(col(PasswordReset.id) == reset.id, unused))
    session.exec(closing.where(col(PasswordReset.user_id) == reset.user_id, unused))
    return cast(CursorResult[Any], used).rowcount == 1


def forget_expired_resets(session: Session, *, now: datetime) -> None:
    session.exec(delete(PasswordReset).where(col(PasswordReset.expires_at) < now))


def _open_reset(session: Session, token_hash: str, now: datetime) -> PasswordReset | None:
    return session.exec(
        select(PasswordReset).where(
            PasswordReset.token_hash == token_hash,
            col(PasswordReset.used_at).is_(None),
            col(PasswordReset.expires_at) > now,
        )
    ).first()


def set_preferences(
    session: Session,
    *,
    user_id: UUID,
    locale: str | None = None,
    timezone: str | None = None,
    now: datetime,
) -> None:
    """Set what is given, or nothing when any of it is wrong."""
    wanted = {
        "locale": locale if locale is None else checked_locale(locale),
        "timezone": timezone if timezone is None else checked_timezone(timezone),
    }
    given = {name: value for name, value in wanted.items() if value is not None}
    if given:
        _set(session, user_id, given, now)


def set_locale(session: Session, *, user_id: UUID, locale: str, now: datetime) -> None:
    _set(session, user_id, {"locale": checked_locale(locale)}, now)


def set_timezone(session: Session, *, user_id: UUID, timezone: str, now: datetime) -> None:
    _set(session, user_id, {"timezone": checked_timezone(timezone)}, now)


def _set(session: Session, user_id: UUID, values: Mapping[str, str], now: datetime) -> None:
    if "timezone" in values:
        keep_local_hour(session, get_user(session, user_id), values["timezone"])
    session.exec(update(User).where(col(User.id) == user_id).values(**values))
    if "locale" in values:
        speak(session, user_id, values["locale"])
    ask(session, user_id=user_id, now=now)


def get_user(session: Session, user_id: UUID) -> User:
    user = session.get(User, user_id)
    if user is None:
        raise NotFound
    return user
