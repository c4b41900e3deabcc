"""Signed-in browsers: a session is known by the SHA-256 of its token."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult
from sqlmodel import Session, col, delete, select, update

from learnconnect_app.domain.accounts import SESSION_LENGTH
from learnconnect_app.domain.devices import BrowserView, device_name
from learnconnect_app.domain.errors import NotFound
from learnconnect_app.models import AuthSession, PushSubscription, User
from learnconnect_app.services.security_notices import tell_of_device

SEEN_EVERY = timedelta(minutes=10)


@dataclass(frozen=True)
class Caller:
    """Who calls, as every handler and route knows them."""

    user_id: UUID
    role: str
    locale: str
    timezone: str
    session_id: UUID


def open_session(
    session: Session,
    *,
    user_id: UUID,
    token_hash: str,
    user_agent: str,
    before: str = "",
    now: datetime,
) -> UUID | None:
    """A sign-in. ``before``: the hash of the token that its browser had until now. Whose sign-in
    it ended, if that was another learner's: their pushes do not ring here any more.

    Of the same learner the pushes of this browser go over to it; pages that are open still live
    by the earlier one, which therefore stays until it expires.
    """
    tell_of_device(session, user_id, user_agent[:300], now)
    opened = AuthSession(
        user_id=user_id,
        token_hash=token_hash,
        user_agent=user_agent[:300],
        created_at=now,
        last_seen_at=now,
        expires_at=now + SESSION_LENGTH,
    )
    session.add(opened)
    session.flush()
    earlier = find_caller(session, token_hash=before, now=now) if before else None
    if earlier is None:
        return None
    if earlier.user_id != user_id:
        close_session(session, token_hash=before, now=now)
        return earlier.user_id
    session.exec(
        update(PushSubscription)
        .where(col(PushSubscription.session_id) == earlier.session_id)
        .values(session_id=opened.id)
    )
    return None


def find_caller(session: Session, *, token_hash: str, now: datetime) -> Caller | None:
    """The signed-in person, or nobody. One query; signing out is felt at once."""
    columns = (User.id, User.role, User.locale, User.timezone, AuthSession.id)
    row = session.exec(
        select(*columns)  # type: ignore[call-overload]  # typed for up to four columns
        .join(AuthSession, col(AuthSession.user_id) == User.id)
        .where(AuthSession.token_hash == token_hash, col(AuthSession.expires_at) > now)
    ).first()
    return Caller(*row) if row else None


def touch(session: Session, *, session_id: UUID, now: datetime) -> None:
    """Keep a session that is used alive; at most one write in ten minutes."""
    session.exec(
        update(AuthSession)
        .where(col(AuthSession.id) == session_id, col(AuthSession.last_seen_at) < now - SEEN_EVERY)
        .values(last_seen_at=now, expires_at=now + SESSION_LENGTH)
    )


def close_session(session: Session, *, token_hash: str, now: datetime) -> None:
    session.exec(delete(AuthSession).where(col(AuthSession.token_hash) == token_hash))


def forget_expired(session: Session, *, now: datetime) -> None:
    session.exec(delete(AuthSession).where(col(AuthSession.expires_at) < now))


# ---- the learner's own list ------------------------------------------------------------------


def signed_in_browsers(
    session: Session, *, user_id: UUID, session_id: UUID, now: datetime
) -> tuple[BrowserView, ...]:
    """The browser that asks first, then those used last. One query."""
    rows = session.exec(
        select(AuthSession)
        .where(AuthSession.user_id == user_id, col(AuthSession.expires_at) > now)
        .order_by((col(AuthSession.id) == session_id).desc(), col(AuthSession.last_seen_at).desc())
    )
    return tuple(
        BrowserView(
            id=str(row.id),
            name=device_name(row.user_agent),
            since_ms=int(row.created_at.timestamp() * 1000),
            seen_ms=int(row.last_seen_at.timestamp() * 1000),
            is_here=row.id == session_id,
        )
        for row in rows
    )


def end_session(session: Session, *, user_id: UUID, ended_id: UUID, now: datetime) -> None:
    """Sign one of the learner's browsers out; pushes to it end with it.

    ``NotFound`` for one that is another's, or is signed out already.
    """
    ended = session.exec(
        delete(AuthSession).where(
            col(AuthSession.id) == ended_id, col(AuthSession.user_id) == user_id
        )
    )
    if not cast(CursorResult[Any], ended).rowcount:
        raise NotFound


def end_other_sessions(session: Session, *, user_id: UUID, session_id: UUID, now: datetime) -> None:
    """Sign every browser out but this one; pushes to them end too."""
    session.exec(
        delete(AuthSession).where(
            col(AuthSession.user_id) == user_id, col(AuthSession.id) != session_id
        )
    )
