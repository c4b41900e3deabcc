"""Brings the rewards that a shop begins with into it, once each.

The key decides: a reward that is there, changed by an operator or no longer offered, stays as it
is. So a text that is mended in the content reaches only shops that do not have it yet.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session

from learnconnect_app.content.rewards import StartingReward
from learnconnect_app.domain.reward_forms import checked_value
from learnconnect_app.domain.rewards import Kind
from learnconnect_app.models import Reward
from learnconnect_app.services.upserts import insert_new


def load_rewards(session: Session, rewards: Iterable[StartingReward], *, now: datetime) -> int:
    """How many were new. ``DomainError`` for a value that is not what its kind asks for."""
    return len(insert_new(session, [_row(each, now) for each in rewards]))


def _row(each: StartingReward, now: datetime) -> Reward:
    return Reward(
        key=each.key,
        kind=each.kind,
        title=each.title.model_dump(),
        description=each.description.model_dump(),
        cost=each.cost,
        value=checked_value(Kind(each.kind), each.value),
        created_at=now,
    )
