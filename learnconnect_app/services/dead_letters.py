"""What a provider would not take, or never answered for: seen and settled by operators."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import Session, col, func, select, update

from learnconnect_app.domain.dead_letters import DeadLetter, DeadLettersView, age
from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.outbox import (
    CHANNELS,
    HARMLESS,
    KNOWN_WITHIN,
    PUSH,
    opens_something,
)
from learnconnect_app.models import OutboxMessage
from learnconnect_app.services.operators import operator_only

MOST_ROWS = 50
SHOWN_FOR = timedelta(days=14)


def dead_letters_view(session: Session, *, user_id: UUID, now: datetime) -> DeadLettersView:
    """``NotFound`` for anyone but an operator. Three queries.

    Not shown: bounces, which their learners are told of; and pushes that nobody knows of, which
    settle by themselves.
    """
    operator_only(session, user_id)
    is_dead = _is_dead(now)
    counted = session.exec(
        select(OutboxMessage.status, func.count())
        .where(is_dead)
        .group_by(col(OutboxMessage.status))
    )
    counts = dict(counted.all())
    rows = session.exec(
        select(OutboxMessage)
        .where(is_dead)
        .order_by(col(OutboxMessage.due_at).desc(), col(OutboxMessage.id))
        .limit(MOST_ROWS)
    )
    return DeadLettersView(
        unknown=counts.get("unknown", 0),
        failed=counts.get("failed", 0),
        rows=tuple(_shown(row, now) for row in rows),
    )


def send_again(session: Session, *, user_id: UUID, message_id: UUID, now: datetime) -> None:
    """Try a message once more, now: unless its rule no longer wants it.

    ``NotFound`` for anyone but an operator, and for a message that is settled or lost its link.
    """
    whole = col(OutboxMessage.kind).in_(HARMLESS)
    new = {"status": "pending", "due_at": now, "expires_at": None, "error": "", "delivery": ""}
    _settle(session, user_id, message_id, whole, new)


def note_arrived(session: Session, *, user_id: UUID, message_id: UUID, now: datetime) -> None:
    """It came, or there is no need of it any more. ``NotFound`` as above."""
    is_any = col(OutboxMessage.channel).in_(CHANNELS)
    _settle(session, user_id, message_id, is_any, {"status": "sent", "sent_at": now, "error": ""})


def _settle(
    session: Session,
    user_id: UUID,
    message_id: UUID,
    condition: ColumnElement[bool],
    values: dict[str, Any],
) -> None:
    """The first of two operators decides."""
    operator_only(session, user_id)
    done = session.execute(
        update(OutboxMessage)
        .where(
            col(OutboxMessage.id) == message_id,
            col(OutboxMessage.status).in_(("unknown", "failed")),
            condition,
        )
        .values(**values)
        .returning(col(OutboxMessage.id)),
        execution_options={"synchronize_session": False},
    )
    if done.first() is None:
        raise NotFound


def _is_dead(now: datetime) -> ColumnElement[bool]:
    status, channel = col(OutboxMessage.status), col(OutboxMessage.channel)
    is_unknown = and_(
        channel != PUSH,
        status == "unknown",
        col(OutboxMessage.leased_until) <= now - KNOWN_WITHIN,
    )
    is_given_up = and_(
        status == "failed",
        col(OutboxMessage.delivery) == "",
        col(OutboxMessage.due_at) > now - SHOWN_FOR,
    )
    return and_(channel.in_(CHANNELS), or_(is_unknown, is_given_up))


def _shown(row: OutboxMessage, now: datetime) -> DeadLetter:
    count, unit = age(now - row.due_at)
    return DeadLetter(
        id=str(row.id),
        kind=row.kind,
        channel=row.channel,
        status=row.status,
        age=count,
        age_unit=unit,
        attempts=row.attempts,
        error=row.error,
        can_be_sent_again=not opens_something(row.kind),
    )
