"""What the app tells a learner: written by the outbox, read in the notification centre."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from uuid import UUID

from sqlalchemy import ScalarSelect
from sqlmodel import Session, col, delete, func, select, update

from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.notification_views import (
    NotificationDay,
    NotificationRow,
    NotificationsView,
)
from learnconnect_app.domain.outbox import APP, PUSH
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import Notification, OutboxMessage, User
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.reminder_words import words_of
from learnconnect_app.services.upserts import insert_new

log = logging.getLogger(__name__)

KEPT = timedelta(days=90)
FORGOTTEN_AT_ONCE = 5000
MOST = 50
CANNOT_BE_WORDED = (KeyError, IndexError, ValueError)
"""What wording raises for a rule, or a value, that a catalog does not have any more."""


# ---- telling --------------------------------------------------------------------------------


def insert(session: Session, rows: Sequence[OutboxMessage], *, now: datetime) -> int:
    """Tell what rows of the channel ``app`` say, each once; how many were new.

    The words are chosen when they are read: a learner may change the language.
    """
    told = [_notification(row, row.user_id, now) for row in rows if row.user_id is not None]
    return len(insert_new(session, told))


def _notification(row: OutboxMessage, user_id: UUID, now: datetime) -> Notification:
    return Notification(
        user_id=user_id,
        kind=row.kind,
        params={name: value for name, value in row.params.items() if name != "path"},
        href=str(row.params.get("path", "")),
        dedupe_key=row.dedupe_key,
        created_at=now,
    )


def tidy(session: Session, *, now: datetime) -> bool:
    """Forget what was told long ago: so many at once. Whether there may be more.

    It reads all of the table, so it is to be done seldom.
    """
    old = select(Notification.id).where(col(Notification.created_at) < now - KEPT)
    gone = session.exec(
        delete(Notification).where(col(Notification.id).in_(old.limit(FORGOTTEN_AT_ONCE)))
    )
    return gone.rowcount == FORGOTTEN_AT_ONCE


def told_since(
    session: Session, *, user_ids: Collection[UUID], since: datetime, now: datetime
) -> list[tuple[UUID, UUID]]:
    """Notifications of these learners since then: each with its learner. One query."""
    found = select(Notification.id, Notification.user_id).where(
        col(Notification.user_id).in_(user_ids), col(Notification.created_at) >= since
    )
    return [(notification, user) for notification, user in session.exec(found)]


# ---- reading --------------------------------------------------------------------------------


def count_of_unread() -> ScalarSelect[int]:
    """Unread ones of the ``User`` row of the query it is put into."""
    unread = select(func.count()).where(
        Notification.user_id == User.id, col(Notification.read_at).is_(None)
    )
    return unread.correlate(User).scalar_subquery()


def notifications_view(session: Session, *, user_id: UUID, now: datetime) -> NotificationsView:
    """The newest by study day. Three queries."""
    user = get_user(session, user_id)
    newest = (
        select(Notification)
        .where(Notification.user_id == user_id)
        .order_by(col(Notification.created_at).desc(), col(Notification.id))
        .limit(MOST)
    )
    unread = session.exec(select(count_of_unread()).where(User.id == user_id)).one()
    return NotificationsView(tuple(_days(user, session.exec(newest).all(), now)), int(unread))


def _days(user: User, rows: Sequence[Notification], now: datetime) -> Iterator[NotificationDay]:
    today = study_day(now, user.timezone)
    names = {today: "today", today - timedelta(days=1): "yesterday"}

    def day_of(row: Notification) -> date:
        return study_day(row.created_at, user.timezone)

    for day, of_day in groupby(rows, day_of):
        shown = tuple(view for row in of_day if (view := _row(row, user.locale)))
        if shown:
            yield NotificationDay(str(day), names.get(day, ""), shown)


def _row(row: Notification, locale: str) -> NotificationRow | None:
    try:
        words = words_of(row.kind, locale, row.params)
    except CANNOT_BE_WORDED as error:
        log.error("notification %s (%s) cannot be worded: %r", row.id, row.kind, error)
        return None
    return NotificationRow(
        id=str(row.id),
        kind=row.kind,
        title=words.title,
        text=words.text,
        href=row.href or "/home",
        at_ms=int(row.created_at.timestamp() * 1000),
        is_unread=row.read_at is None,
    )


def mark_read(session: Session, *, user_id: UUID, notification_id: UUID, now: datetime) -> None:
    """Raises ``NotFound`` for one that is not the learner's."""
    row = session.get(Notification, notification_id)
    if row is None or row.user_id != user_id:
        raise NotFound
    row.read_at = row.read_at or now


def mark_told_by_push(session: Session, *, user_id: UUID, message_id: UUID, now: datetime) -> None:
    """Whoever pressed a push has read what the app tells of the same. ``message_id``: of the push
    in the outbox; of one that is gone, is another's or has no twin, nothing is known."""
    push = session.get(OutboxMessage, message_id)
    if push is None or push.user_id != user_id or push.channel != PUSH:
        return
    twin = push.dedupe_key.replace(f":{PUSH}:{push.recipient}:", f":{APP}:", 1)
    session.exec(
        update(Notification)
        .where(
            col(Notification.user_id) == user_id,
            col(Notification.dedupe_key) == twin,
            col(Notification.read_at).is_(None),
        )
        .values(read_at=now)
    )


def mark_all_read(session: Session, *, user_id: UUID, now: datetime) -> None:
    session.exec(
        update(Notification)
        .where(col(Notification.user_id) == user_id, col(Notification.read_at).is_(None))
        .values(read_at=now)
    )
