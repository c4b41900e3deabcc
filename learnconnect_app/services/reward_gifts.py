"""What a redemption gives, and takes back when it is refunded: one declaration a kind.

Everything is written in the transaction that pays for it. A look needs no giving: to own one is to
have redeemed it (`services/looks.py`); it is put on at once.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from types import MappingProxyType

from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select, update

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.looks import LookKind
from learnconnect_app.domain.premium import extended, most_freezes, shortened
from learnconnect_app.domain.rewards import POOL, Kind, expiry
from learnconnect_app.models import Redemption, Reward, RewardCode, User
from learnconnect_app.services.looks import put_on
from learnconnect_app.services.streaks import add_redeemed_freeze, take_redeemed_freeze
from learnconnect_app.services.upserts import insert_once

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without those that are taken for each other."""


@dataclass(frozen=True, slots=True)
class Giving:
    """One redemption on its way."""

    session: Session
    user: User
    reward: Reward
    redemption: Redemption
    now: datetime


@dataclass(frozen=True, slots=True)
class Gift:
    give: Callable[[Giving], None]
    take_back: Callable[[Giving], None]


def _nothing(_: Giving) -> None:
    """A code that was seen cannot be unseen: it stays taken, and the operator ends it elsewhere.
    A look is gone with its redemption."""


# ---- codes ------------------------------------------------------------------------------------


def _give_code(giving: Giving) -> None:
    reward, redemption = giving.reward, giving.redemption
    is_pooled = reward.value["source"] == POOL
    redemption.code = _pooled_code(giving) if is_pooled else _generated_code(giving)
    redemption.expires_at = expiry(reward.valid_days, giving.now)


def _pooled_code(giving: Giving) -> str:
    """The next one that nobody has, nor is just being given."""
    free = (
        sql_select(col(RewardCode.id))
        .where(col(RewardCode.reward_id) == giving.reward.id, ~col(RewardCode.is_taken))
        .order_by(col(RewardCode.created_at), col(RewardCode.id))
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )
    code = giving.session.execute(
        update(RewardCode)
        .where(col(RewardCode.id) == free, ~col(RewardCode.is_taken))
        .values(is_taken=True, redemption_id=giving.redemption.id)
        .returning(col(RewardCode.code))
        .execution_options(synchronize_session=False)
    ).scalar()
    if code is None:
        raise DomainError("reward_sold_out")
    return str(code)


def _generated_code(giving: Giving) -> str:
    """Kept among the codes of its reward, which are unique."""
    while True:
        row = RewardCode(
            reward_id=giving.reward.id,
            code=_new_code(giving.reward.value["prefix"]),
            redemption_id=giving.redemption.id,
            is_taken=True,
            created_at=giving.now,
        )
        if insert_once(giving.session, row):
            return row.code


def _new_code(prefix: str) -> str:
    parts = ("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
    return "-".join([*([prefix] if prefix else []), *parts])


# ---- premium, looks, freezes ------------------------------------------------------------------


def _give_premium(giving: Giving) -> None:
    until = extended(giving.user.premium_until, giving.reward.value["days"], giving.now)
    giving.user.premium_until = giving.redemption.expires_at = until


def _take_premium(giving: Giving) -> None:
    """What was redeemed after it begins, and so ends, as many days earlier."""
    days = giving.redemption.value["days"]
    giving.user.premium_until = shortened(giving.user.premium_until, days, giving.now)
    later = giving.session.exec(
        select(Redemption)
        .join(Reward, col(Reward.id) == Redemption.reward_id)
        .where(
            Redemption.user_id == giving.user.id,
            Redemption.status == "active",
            Reward.kind == Kind.PREMIUM_DAYS,
            col(Redemption.expires_at) > giving.redemption.expires_at,
        )
    )
    for each in later:
        each.expires_at = shortened(each.expires_at, days, giving.now)


def _give_look(kind: LookKind, giving: Giving) -> None:
    giving.redemption.expires_at = expiry(giving.reward.valid_days, giving.now)
    put_on(giving.session, giving.user.id, kind, giving.reward.value[kind.value])


def _give_freeze(giving: Giving) -> None:
    redemption_id = giving.redemption.id
    if not add_redeemed_freeze(
        giving.session, user=giving.user, redemption_id=redemption_id, now=giving.now
    ):
        most = most_freezes(giving.user.premium_until, giving.now)
        raise DomainError("reward_freezes_full", "", n=most)


def _take_freeze(giving: Giving) -> None:
    if not take_redeemed_freeze(giving.session, redemption_id=giving.redemption.id):
        raise DomainError("refund_used", "reference")


GIFTS: Mapping[Kind, Gift] = MappingProxyType(
    {
        Kind.CODE: Gift(_give_code, _nothing),
        Kind.PREMIUM_DAYS: Gift(_give_premium, _take_premium),
        Kind.THEME: Gift(partial(_give_look, LookKind.THEME), _nothing),
        Kind.FRAME: Gift(partial(_give_look, LookKind.FRAME), _nothing),
        Kind.STREAK_FREEZE: Gift(_give_freeze, _take_freeze),
    }
)
