"""What `/rewards` and the operator's shop show: flat, frozen, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass, field

ENDLESS = -1
"""In place of a number: there is no limit."""


@dataclass(frozen=True)
class RewardCard:
    """A reward in the shop, as it is for this learner."""

    id: str
    kind: str
    title: str
    text: str
    cost: int
    terms: str
    """Names what it costs and gives as it is shown here."""
    look: str = ""
    """Theme or frame that it is."""
    days: int = 0
    valid_days: int = 0
    """For how long it can be used; 0: as long as one likes."""
    reason: str = ""
    """Why it cannot be redeemed now, as the code of an error; empty when it can."""
    missing: int = 0
    """Points that are missing, when that is the reason."""
    most: int = 0
    """The limit that is reached, when that is the reason."""
    percent: int = 0
    """How much of its cost there is."""
    left: int = ENDLESS
    first_day: str = ""
    """When it can be redeemed, if not yet."""
    last_day: str = ""


@dataclass(frozen=True)
class RedeemedCard:
    """What was redeemed."""

    id: str
    reference: str
    """By which an operator finds it, without knowing whose it is."""
    kind: str
    title: str
    cost: int
    day: str
    state: str
    """usable (a code), running (premium), given (all else), used, over or refunded."""
    code: str = ""
    last_day: str = ""
    """Study day on which it ends; empty: it does not, or it is over."""


@dataclass(frozen=True)
class LookCard:
    """A theme or frame that can be worn."""

    kind: str
    look: str
    is_worn: bool
    is_lent: bool = False
    """By premium, for as long as that lasts."""


@dataclass(frozen=True)
class RewardsView:
    balance: int = 0
    earned: int = 0
    premium_until: str = ""
    """Study day on which premium ends; empty without it."""
    has_streak: bool = True
    most_freezes: int = 0
    offers: tuple[RewardCard, ...] = ()
    next_up: RewardCard = RewardCard("", "", "", "", 0, "")
    """The cheapest one for which points are still missing; without an id when there is none."""
    themes: tuple[LookCard, ...] = ()
    """The usual one and those that can be worn."""
    frames: tuple[LookCard, ...] = ()
    redeemed: tuple[RedeemedCard, ...] = ()


@dataclass(frozen=True)
class OfferRow:
    """A reward as operators see it."""

    id: str
    kind: str
    title: str
    cost: int
    is_offered: bool
    is_over: bool
    left: int
    redeemed: int
    """How often; refunds are not counted."""
    is_pooled: bool


@dataclass(frozen=True)
class OfferForm:
    """The fields of a reward as they stand in its form; a new one has no id."""

    id: str = ""
    kind: str = ""
    given: dict[str, str] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    """Those that were given, the newest."""


@dataclass(frozen=True)
class CodesAdded:
    """``doubles`` were there already, or pasted more than once."""

    added: int = 0
    doubles: int = 0


@dataclass(frozen=True)
class OffersView:
    rows: tuple[OfferRow, ...] = ()
