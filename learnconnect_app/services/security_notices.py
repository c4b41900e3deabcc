"""Tells a learner what concerns the safety of the account. No address and no token is in it."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from uuid import UUID

from babel.dates import format_datetime
from sqlmodel import Session, col, select

from learnconnect_app.domain.study_days import local_time
from learnconnect_app.models import AuthSession, OutboxMessage, User
from learnconnect_app.services.reminders import tell

RULE = "security"
WHERE_A_PASSWORD_IS_SET = "/forgot-password"
ADDRESS_VARIANTS = {"address_asked": WHERE_A_PASSWORD_IS_SET, "address": "/settings#account"}
"""What is told of another address, to the one that is left, and where each leads."""
WHEN = "d MMMM, HH:mm"


def tell_of_password(session: Session, user_id: UUID, about: str, now: datetime) -> None:
    """It was changed; ``about`` names the change."""
    _tell(session, user_id, "password", about, now)


def tell_of_address(session: Session, user_id: UUID, what: str, now: datetime) -> None:
    """To the address that the learner still has; ``what``: of ``ADDRESS_VARIANTS``."""
    about = f"{what}-{int(now.timestamp())}"
    _tell(session, user_id, what, about, now, path=ADDRESS_VARIANTS[what])


def tell_of_device(session: Session, user_id: UUID, user_agent: str, now: datetime) -> None:
    """A sign-in, before its session is written: of a browser that is not known, while another one
    is signed in. Once for a browser, however often it signs in and out."""
    known = session.exec(
        select(AuthSession.user_agent).where(
            AuthSession.user_id == user_id, col(AuthSession.expires_at) > now
        )
    ).all()
    if not known or user_agent in known:
        return
    about = f"device-{sha256(user_agent.encode()).hexdigest()[:16]}"
    if not _is_told(session, user_id, about):
        _tell(session, user_id, "device", about, now)


def _is_told(session: Session, user_id: UUID, about: str) -> bool:
    told = select(OutboxMessage.id).where(
        OutboxMessage.user_id == user_id,
        OutboxMessage.kind == RULE,
        OutboxMessage.about == about,
    )
    return session.exec(told.limit(1)).first() is not None


def _tell(
    session: Session,
    user_id: UUID,
    what: str,
    about: str,
    now: datetime,
    *,
    path: str = WHERE_A_PASSWORD_IS_SET,
) -> None:
    user = session.get_one(User, user_id)
    when = format_datetime(local_time(now, user.timezone), WHEN, locale=user.locale)
    tell(
        session,
        user=user,
        rule=RULE,
        about=about,
        values={"when": when, "variant": what},
        path=path,
        now=now,
    )
