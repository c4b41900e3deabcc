"""Leaving: an account that is asked to end, is silent for a while, and can be kept.

What ends it: `services/deletions.py`.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from babel.dates import format_datetime
from sqlmodel import Session, col, delete, func, or_, select, update

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.leaving import (
    GRACE,
    LAST_WARNING,
    TOLD_BEFORE,
    LeavingView,
    confirm_leaving,
    leaving_view,
)
from learnconnect_app.domain.study_days import local_time
from learnconnect_app.models import OutboxMessage, ReminderPlanning, User
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.reminder_asks import ask
from learnconnect_app.services.reminders import tell
from learnconnect_app.services.security_notices import RULE
from learnconnect_app.services.sessions import end_other_sessions

LEAVING_PATH = "/leaving"
LEAVING = "leaving"
"""Why a message was cancelled that comes after all when the account is kept."""
WHEN = "d MMMM yyyy, HH:mm"


def leaving_of(session: Session, *, user_id: UUID, now: datetime) -> LeavingView:
    user = get_user(session, user_id)
    return leaving_view(user.deletion_due_at, user.timezone, now)


def request_deletion(
    session: Session, *, user_id: UUID, session_id: UUID, confirmation: str, now: datetime
) -> None:
    """Let the account end after ``GRACE``; the password was asked for before.

    Other browsers are signed out, and nothing more is sent but the two mails that say so. Asked
    again, the day stays. ``DomainError``: confirmation_wrong, or last_operator for whom nobody
    could take over from.
    """
    user = locked_user(session, user_id)
    confirm_leaving(confirmation, user.email)
    refuse_last_operator(session, user)
    if user.deletion_due_at is not None:
        return
    user.deletion_due_at = now + GRACE
    session.add(user)
    session.flush()
    end_other_sessions(session, user_id=user_id, session_id=session_id, now=now)
    _silence(session, user_id)
    _tell(session, user, "leaving", now, now)
    _tell(session, user, LAST_WARNING, now, user.deletion_due_at - TOLD_BEFORE)


def keep_account(session: Session, *, user_id: UUID, now: datetime) -> None:
    """All is as it was. Nothing happens to an account that stays anyway.

    ``DomainError("leaving_over")`` once it is being deleted.
    """
    user = locked_user(session, user_id)
    if user.deletion_due_at is None:
        return
    if user.deletion_due_at <= now:
        raise DomainError("leaving_over")
    user.deletion_due_at = None
    session.add(user)
    session.flush()
    session.exec(
        delete(OutboxMessage).where(
            col(OutboxMessage.user_id) == user_id,
            col(OutboxMessage.kind) == RULE,
            col(OutboxMessage.about).startswith("leaving"),
            col(OutboxMessage.status) == "pending",
        )
    )
    _speak_again(session, user_id, now)
    ask(session, user_id=user_id, now=now)


def refuse_last_operator(session: Session, user: User) -> None:
    """Somebody has to run the place. ``DomainError("last_operator")``."""
    if user.role != "operator":
        return
    staying = select(func.count()).where(
        User.role == "operator", User.id != user.id, col(User.deletion_due_at).is_(None)
    )
    if not session.exec(staying).one():
        raise DomainError("last_operator")


def _silence(session: Session, user_id: UUID) -> None:
    """Nothing that was planned is sent. Calendars elsewhere stay as they are: those of an account
    that ends are not claimed (`services.calendar_sync`)."""
    session.exec(
        update(OutboxMessage)
        .where(
            col(OutboxMessage.user_id) == user_id,
            col(OutboxMessage.status) == "pending",
            col(OutboxMessage.kind) != RULE,
        )
        .values(status="cancelled", error=LEAVING)
    )
    session.exec(delete(ReminderPlanning).where(col(ReminderPlanning.user_id) == user_id))


def _speak_again(session: Session, user_id: UUID, now: datetime) -> None:
    """What is not too late is sent after all: planning would not write it a second time."""
    session.exec(
        update(OutboxMessage)
        .where(
            col(OutboxMessage.user_id) == user_id,
            col(OutboxMessage.status) == "cancelled",
            col(OutboxMessage.error) == LEAVING,
            or_(col(OutboxMessage.due_at) > now, col(OutboxMessage.expires_at) > now),
        )
        .values(status="pending", error="")
    )


def _tell(session: Session, user: User, variant: str, now: datetime, due_at: datetime) -> None:
    assert user.deletion_due_at is not None
    ends = local_time(user.deletion_due_at, user.timezone)
    tell(
        session,
        user=user,
        rule=RULE,
        about=f"{variant}-{int(user.deletion_due_at.timestamp())}",
        values={"when": format_datetime(ends, WHEN, locale=user.locale), "variant": variant},
        path=LEAVING_PATH,
        now=now,
        due_at=due_at,
    )
