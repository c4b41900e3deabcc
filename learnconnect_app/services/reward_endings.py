"""What learners have redeemed and can use until some day, and nothing of the same kind longer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select as sql_select
from sqlmodel import Session, col, or_

from learnconnect_app.domain.rewards import Kind
from learnconnect_app.models import Redemption, Reward, User

ENDLESS = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class RewardEnding:
    user_id: UUID
    redemption_id: UUID
    title: Mapping[str, Any]
    """{en, tr}"""
    since: datetime
    until: datetime


def endings_of(
    session: Session, user_ids: Collection[UUID], now: datetime
) -> Collection[RewardEnding]:
    """In one query. A premium that was extended, or a look that was redeemed again, ends once."""
    found: tuple[Any, ...] = (Redemption, Reward.title, Reward.kind, User.premium_until)
    rows = session.execute(
        sql_select(*found)
        .join(Reward, col(Reward.id) == Redemption.reward_id)
        .join(User, col(User.id) == Redemption.user_id)
        .where(
            col(Redemption.user_id).in_(user_ids),
            col(Redemption.status) == "active",
            or_(col(Redemption.expires_at).is_(None), col(Redemption.expires_at) > now),
        )
    )
    last: dict[tuple[object, ...], RewardEnding] = {}
    for redemption, title, kind, premium_until in rows:
        until = redemption.expires_at or ENDLESS
        if kind == Kind.PREMIUM_DAYS:  # some of it may have been given back
            until = premium_until or now
        ending = RewardEnding(
            redemption.user_id, redemption.id, title, redemption.created_at, until
        )
        what = _what(redemption, kind)
        last[what] = max(last.get(what, ending), ending, key=lambda each: (each.until, each.since))
    return [each for each in last.values() if now < each.until < ENDLESS]


def _what(redemption: Redemption, kind: str) -> tuple[object, ...]:
    """Codes are each their own; of all else having it longer is having it."""
    own = redemption.id if kind == Kind.CODE else redemption.value.get(kind)
    return redemption.user_id, kind, own
