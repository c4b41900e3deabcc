"""The XP ledger: pay an event once, and say what has been earned."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ScalarSelect, func
from sqlmodel import Session, select

from learnconnect_app.domain.xp import AMOUNT, XPType
from learnconnect_app.models import User, XPReward
from learnconnect_app.services.milestones import tell_of_level
from learnconnect_app.services.upserts import insert_once


def award(
    session: Session,
    *,
    user_id: UUID,
    reward_type: XPType,
    object_id: str,
    day: date,
    now: datetime,
) -> int:
    """XP paid now: the amount of the type, or 0 when this object has been paid before."""
    row = XPReward(
        user_id=user_id,
        reward_type=reward_type,
        object_id=object_id,
        amount=AMOUNT[reward_type],
        day=day,
        created_at=now,
    )
    if not insert_once(session, row):
        return 0
    total = total_xp(session, user_id)
    tell_of_level(session, user_id, total - row.amount, total, now)
    return row.amount


def total_xp(session: Session, user_id: UUID) -> int:
    """The sum of the learner's ledger."""
    total = session.exec(select(sum_of_ledger()).where(User.id == user_id)).first()
    return int(total or 0)


def sum_of_ledger() -> ScalarSelect[int]:
    """Total XP of the ``User`` row of the query it is put into."""
    paid = func.coalesce(func.sum(XPReward.amount), 0)
    return select(paid).where(XPReward.user_id == User.id).correlate(User).scalar_subquery()
