"""How many of a reward are left: its own number, or the codes of its pool that nobody has."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from sqlalchemy import ScalarSelect, func
from sqlalchemy import select as sql_select
from sqlmodel import col, select

from learnconnect_app.domain.rewards import POOL, Kind, Offer
from learnconnect_app.models import Reward, RewardCode


def count_of_codes() -> ScalarSelect[int]:
    """Free codes of the ``Reward`` row of the query it is put into."""
    return (
        sql_select(func.count())
        .where(col(RewardCode.reward_id) == Reward.id, ~col(RewardCode.is_taken))
        .correlate(Reward)
        .scalar_subquery()
    )


def with_codes_left() -> Any:
    """Rewards, each with its free codes."""
    return select(Reward, count_of_codes())


def left_of(reward: Reward, codes_left: int) -> int | None:
    return codes_left if is_pooled(reward) else reward.stock


def is_pooled(reward: Reward) -> bool:
    return bool(reward.value.get("source") == POOL)


def terms_of(reward: Reward) -> str:
    """Names what it costs and what it gives: another one once either has changed."""
    return sha256(json.dumps([reward.cost, reward.value], sort_keys=True).encode()).hexdigest()[:16]


def offer_of(reward: Reward, codes_left: int) -> Offer:
    return Offer(
        kind=Kind(reward.kind),
        cost=reward.cost,
        left=left_of(reward, codes_left),
        per_learner=reward.per_learner,
        is_offered=reward.is_offered,
        from_at=reward.from_at,
        until_at=reward.until_at,
    )
