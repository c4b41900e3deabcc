"""Rewards and points for tests, straight into the tables."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, func, select

from learnconnect_app.models import PointsEntry, Redemption, Reward, RewardCode, User, XPReward
from learnconnect_app.services.reward_stocks import terms_of
from learnconnect_app.services.rewards import redeem
from tests.factories import MONDAY, NOW

VALUES: dict[str, dict[str, Any]] = {
    "code": {"source": "pool", "prefix": ""},
    "premium_days": {"days": 7},
    "theme": {"theme": "ocean"},
    "frame": {"frame": "gold"},
    "streak_freeze": {},
}


def a_reward(session: Session, kind: str = "theme", *, cost: int = 100, **columns: Any) -> Reward:
    """Offered without limits unless said otherwise."""
    usual: dict[str, Any] = {
        "key": uuid.uuid4().hex,
        "title": {"en": f"A {kind}", "tr": f"Bir {kind}"},
        "description": {"en": "Nice", "tr": "Hoş"},
        "value": VALUES[kind],
    }
    reward = Reward(kind=kind, cost=cost, created_at=NOW, **(usual | columns))
    session.add(reward)
    session.flush()
    return reward


def with_codes(session: Session, reward: Reward, *codes: str) -> None:
    session.add_all(RewardCode(reward_id=reward.id, code=code, created_at=NOW) for code in codes)
    session.flush()


def with_points(session: Session, user: User, amount: int) -> User:
    """XP of some kind: each is a point."""
    session.add(
        XPReward(
            user_id=user.id,
            reward_type="weekly_test",
            object_id=uuid.uuid4().hex,
            amount=amount,
            day=MONDAY,
            created_at=NOW,
        )
    )
    session.flush()
    return user


def redeemed(session: Session, user: User, reward: Reward, *, now: datetime = NOW) -> Redemption:
    """The reward, redeemed as it is redeemed on the page."""
    asked = {"reward_id": reward.id, "request_id": uuid.uuid4(), "terms": terms_of(reward)}
    found = redeem(session, user_id=user.id, **asked, now=now)
    return session.get_one(Redemption, found)


def ledger_of(session: Session, user_id: UUID) -> int:
    total = session.exec(
        select(func.coalesce(func.sum(PointsEntry.amount), 0)).where(PointsEntry.user_id == user_id)
    ).one()
    return int(total)
