"""How each channel of a learner does: what worked last, what failed, and what was switched off.

Channels are those of the outbox (mail, push) and the calendars elsewhere (google, outlook, ics).
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import SelectBase, literal
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select, update

from learnconnect_app.models import ChannelState, User
from learnconnect_app.models.base import UtcDateTime
from learnconnect_app.services.upserts import insert_once, upsert_selected


def channel_states(session: Session, *, user_id: UUID) -> dict[str, ChannelState]:
    """By channel; those that were never used are missing."""
    rows = session.exec(select(ChannelState).where(ChannelState.user_id == user_id))
    return {row.channel: row for row in rows}


def is_switched_off(session: Session, *, user_id: UUID, channel: str) -> bool:
    row = session.get(ChannelState, (user_id, channel))
    return row is not None and row.is_off


def note_success(session: Session, *, user_id: UUID, channel: str, now: datetime) -> None:
    _set(session, user_id, channel, succeeded_at=now, error="")


def note_failure(
    session: Session, *, user_id: UUID, channel: str, error: str, now: datetime
) -> None:
    """``error``: a code of the catalogs (``channel.<code>``), never a provider's words."""
    _set(session, user_id, channel, failed_at=now, error=error)


def note_results(
    session: Session, *, channel: str, user_ids: Collection[UUID], error: str, now: datetime
) -> None:
    """The same for many learners at once. ``error``: as above; empty when it succeeded."""
    found: SelectBase = (
        sql_select(
            col(User.id).label("user_id"),
            literal(channel).label("channel"),
            literal(False).label("is_off"),
            literal("").label("reason"),
            literal(error).label("error"),
            literal(now, UtcDateTime).label("failed_at" if error else "succeeded_at"),
        )
        .where(col(User.id).in_(user_ids))
        .order_by(col(User.id))  # in one order, so that no two wait for each other
    )
    upsert_selected(
        session, ChannelState, found, by=["user_id", "channel"], keep=["is_off", "reason"]
    )


def switch_off(
    session: Session, *, user_id: UUID, channel: str, reason: str, now: datetime
) -> None:
    """Until the learner switches it on again. ``reason``: a code of the catalogs."""
    _set(session, user_id, channel, is_off=True, reason=reason, failed_at=now)


def switch_on(session: Session, *, user_id: UUID, channel: str, now: datetime) -> None:
    _set(session, user_id, channel, is_off=False, reason="", error="")


def _set(session: Session, user_id: UUID, channel: str, **values: object) -> None:
    insert_once(session, ChannelState(user_id=user_id, channel=channel))
    session.exec(
        update(ChannelState)
        .where(col(ChannelState.user_id) == user_id, col(ChannelState.channel) == channel)
        .values(**values)
    )
