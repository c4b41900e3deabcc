"""The points of a learner: what the XP ledger has brought, less what the points ledger spent."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, select

from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.rewards import Points
from learnconnect_app.models import PointsEntry, Redemption, User
from learnconnect_app.services.upserts import insert_once
from learnconnect_app.services.xp import sum_of_ledger

SPENT, GIVEN_BACK = "redeem", "refund"


def points_of(session: Session, user_id: UUID) -> Points:
    """One query. ``NotFound`` without an account."""
    ledger = (
        select(func.coalesce(func.sum(PointsEntry.amount), 0))
        .where(PointsEntry.user_id == User.id)
        .correlate(User)
        .scalar_subquery()
    )
    row = session.exec(select(sum_of_ledger(), ledger).where(User.id == user_id)).first()
    if row is None:
        raise NotFound
    return Points(earned=int(row[0]), spent=-int(row[1]))


def spend(session: Session, redemption: Redemption, now: datetime) -> bool:
    """Whether this call was the one that paid for it."""
    return _enter(session, redemption, SPENT, -redemption.cost, now)


def give_back(session: Session, redemption: Redemption, now: datetime) -> bool:
    """Whether this call was the one that gave its points back."""
    return _enter(session, redemption, GIVEN_BACK, redemption.cost, now)


def _enter(session: Session, of: Redemption, entry_type: str, amount: int, now: datetime) -> bool:
    return insert_once(
        session,
        PointsEntry(
            user_id=of.user_id,
            entry_type=entry_type,
            object_id=str(of.id),
            amount=amount,
            created_at=now,
        ),
    )
