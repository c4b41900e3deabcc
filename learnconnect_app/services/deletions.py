"""The end of an account: nothing is left that names the learner, in any table.

Rows of the learner go by their foreign keys. What names them without one (addresses that others
wrote down, messages about them, counted tries) is looked for here; a test fills every table that
there is and looks for the rest.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, cast, or_
from sqlmodel import Session, col, delete, exists, select

from learnconnect_app.domain.reminders import CHANNELS
from learnconnect_app.models import AuthSession, Mentorship, Notification, OutboxMessage, User
from learnconnect_app.services.calendar_connections import end_all
from learnconnect_app.services.leaving import refuse_last_operator
from learnconnect_app.services.rate_limits import forget_tries_of


def accounts_to_delete(session: Session, *, now: datetime) -> Sequence[UUID]:
    """Whose time to think it over has passed."""
    return session.exec(select(User.id).where(col(User.deletion_due_at) <= now)).all()


def delete_account(session: Session, *, user_id: UUID, now: datetime) -> bool:
    """Leave nothing of an account that is due; whether it is gone.

    Nobody is signed in to it any more from the first call on. False while calendars elsewhere are
    still being taken down, or a message is just being sent: to be called again. Any number of
    schedulers may call it at once. ``DomainError("last_operator")``.
    """
    user = _locked_to_delete(session, user_id, now)
    if user is None:
        return False
    refuse_last_operator(session, user)
    session.exec(delete(AuthSession).where(col(AuthSession.user_id) == user_id))
    if not end_all(session, user_id=user_id, now=now) or _is_being_written_to(session, user, now):
        return False
    _forget_traces(session, user)
    session.exec(delete(User).where(col(User.id) == user_id))
    session.expire_all()
    return True


def _locked_to_delete(session: Session, user_id: UUID, now: datetime) -> User | None:
    """None for an account that stays, is gone, or that someone else deletes."""
    return session.exec(
        select(User)
        .where(User.id == user_id, col(User.deletion_due_at) <= now)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    ).first()


def _is_being_written_to(session: Session, user: User, now: datetime) -> bool:
    is_sending = exists().where(
        col(OutboxMessage.user_id) == user.id,
        col(OutboxMessage.status) == "sending",
        col(OutboxMessage.leased_until) > now,
    )
    return bool(session.exec(select(is_sending)).one())


def _forget_traces(session: Session, user: User) -> None:
    """What names the learner and is no row of theirs."""
    to_them = col(OutboxMessage.recipient) == user.email
    message = (OutboxMessage.dedupe_key, OutboxMessage.about, OutboxMessage.params)
    session.exec(delete(OutboxMessage).where(to_them | _names(user, *message)))
    told = (Notification.dedupe_key, Notification.href, Notification.params)
    session.exec(delete(Notification).where(_names(user, *told)))
    session.exec(delete(Mentorship).where(col(Mentorship.email) == user.email))
    channels = (f"{user.id}:{channel}" for channel in CHANNELS)
    forget_tries_of(session, [f"account:{user.email}", str(user.id), *channels])


def _names(user: User, *columns: Any) -> ColumnElement[bool]:
    """Whether any of the columns has their id, or their address as a whole value of JSON."""
    texts = (str(user.id), user.id.hex, json.dumps(user.email))
    return or_(
        *(
            cast(column, String).contains(text, autoescape=True)
            for column in columns
            for text in texts
        )
    )
