"""A learner who is signed in shows their password again, and sets another one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult
from sqlmodel import Session, col, update

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.models import PasswordReset, User
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.address_changes import forget_asked_address
from learnconnect_app.services.security_notices import tell_of_password
from learnconnect_app.services.sessions import end_other_sessions


@dataclass(frozen=True)
class OwnCredentials:
    email: str
    password_hash: str


def own_credentials(session: Session, *, user_id: UUID, now: datetime) -> OwnCredentials:
    user = get_user(session, user_id)
    return OwnCredentials(user.email, user.password_hash)


def change_password(
    session: Session,
    *,
    user_id: UUID,
    session_id: UUID,
    before: str,
    password_hash: str,
    now: datetime,
) -> None:
    """Set another password; other browsers are signed out, links to set one are void, and so is
    the wish for another address.

    ``before``: the hash that the current password was verified against. Raises
    ``DomainError("wrong_password", "current_password")`` when it was replaced since.
    """
    changed = session.exec(
        update(User)
        .where(col(User.id) == user_id, col(User.password_hash) == before)
        .values(password_hash=password_hash)
    )
    if cast(CursorResult[Any], changed).rowcount != 1:
        raise DomainError("wrong_password", "current_password")
    end_other_sessions(session, user_id=user_id, session_id=session_id, now=now)
    session.exec(
        update(PasswordReset)
        .where(col(PasswordReset.user_id) == user_id, col(PasswordReset.used_at).is_(None))
        .values(used_at=now)
    )
    forget_asked_address(session, user_id=user_id)
    tell_of_password(session, user_id, f"change-{int(now.timestamp())}", now)
