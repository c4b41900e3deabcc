"""Rewards: what each kind gives, and who may redeem one when.

Every XP earned is a point to spend: balance = XP ledger - points ledger. Spending never touches
XP or level. A kind is declared once, in ``KINDS``:

=============  ==========================  =======================  ==========================
Kind           ``value``                   Own it once              May expire after redeeming
=============  ==========================  =======================  ==========================
code           source, prefix              no                       yes
premium_days   days                        no                       by itself
theme          theme                       yes                      yes
frame          frame                       yes                      yes
streak_freeze  nothing                     no, but room for it      no
=============  ==========================  =======================  ==========================
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from learnconnect_app.domain.errors import DomainError


class Kind(StrEnum):
    CODE = "code"
    PREMIUM_DAYS = "premium_days"
    THEME = "theme"
    FRAME = "frame"
    STREAK_FREEZE = "streak_freeze"


@dataclass(frozen=True, slots=True)
class RewardKind:
    """``asks``: what its ``value`` must hold."""

    asks: tuple[str, ...]
    is_owned: bool = False
    """Whether having it once is having it."""
    can_expire: bool = False
    """Whether a reward of it may say for how many days it can be used."""


KINDS: Mapping[Kind, RewardKind] = MappingProxyType(
    {
        Kind.CODE: RewardKind(("source", "prefix"), can_expire=True),
        Kind.PREMIUM_DAYS: RewardKind(("days",)),
        Kind.THEME: RewardKind(("theme",), is_owned=True, can_expire=True),
        Kind.FRAME: RewardKind(("frame",), is_owned=True, can_expire=True),
        Kind.STREAK_FREEZE: RewardKind(()),
    }
)
POOL, GENERATED = "pool", "generated"
"""Where a code comes from: those that an operator brought, or made up for each redemption."""


@dataclass(frozen=True, slots=True)
class Points:
    """Of one learner: what was ever earned, and spent less what was given back."""

    earned: int = 0
    spent: int = 0

    @property
    def balance(self) -> int:
        return self.earned - self.spent


@dataclass(frozen=True, slots=True)
class Offer:
    """A reward of the shop as far as the rules go. ``left`` None: as many as are asked for."""

    kind: Kind
    cost: int
    left: int | None = None
    per_learner: int | None = None
    is_offered: bool = True
    from_at: datetime | None = None
    until_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a learner stands to an offer."""

    balance: int
    redeemed: int = 0
    """How often they have redeemed it, refunds not counted."""
    is_owned: bool = False
    freezes_held: int = 0
    most_freezes: int = 0


def is_shown(offer: Offer, now: datetime) -> bool:
    """Whether it is in the shop: also before it can be redeemed, not after."""
    return offer.is_offered and (offer.until_at is None or now < offer.until_at)


def refusal(offer: Offer, standing: Standing, now: datetime) -> DomainError | None:
    """Why it cannot be redeemed now, the first reason that nothing can be done about first."""
    if not is_shown(offer, now):
        return DomainError("reward_gone")
    if standing.is_owned and KINDS[offer.kind].is_owned:
        return DomainError("reward_owned")
    if offer.per_learner is not None and standing.redeemed >= offer.per_learner:
        return DomainError("reward_limit", "", n=offer.per_learner)
    if offer.left is not None and offer.left <= 0:
        return DomainError("reward_sold_out")
    if offer.from_at is not None and now < offer.from_at:
        return DomainError("reward_soon")
    if offer.kind is Kind.STREAK_FREEZE and standing.freezes_held >= standing.most_freezes:
        return DomainError("reward_freezes_full", "", n=standing.most_freezes)
    if standing.balance < offer.cost:
        return DomainError("reward_points", "", n=offer.cost - standing.balance)
    return None


def expiry(valid_days: int | None, now: datetime) -> datetime | None:
    """Until when what was redeemed now can be used."""
    return None if valid_days is None else now + timedelta(days=valid_days)


def is_over(expires_at: datetime | None, now: datetime) -> bool:
    return expires_at is not None and expires_at <= now


def can_be_refunded(status: str, expires_at: datetime | None, now: datetime) -> bool:
    """Not what was used, is over or was refunded already.

    A freeze that has covered a day shows only when it is taken back.
    """
    return status == "active" and not is_over(expires_at, now)
