"""What premium switches on, and how long it lasts: the one place that says so.

Learning is the same for everybody. Premium lends what is pleasant: nothing that a learner has
today needs it, and what was earned while it lasted stays when it ends.

======  =======================================================================
Perk    While premium lasts
======  =======================================================================
looks   every theme and every frame can be worn without having been redeemed
freeze  one more streak freeze can be held (three in place of two)
======  =======================================================================
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from learnconnect_app.domain.streaks import MOST_FREEZES


class Perk(StrEnum):
    LOOKS = "looks"
    FREEZE = "freeze"


PERKS: frozenset[Perk] = frozenset(Perk)
"""All of them come with every day of premium."""


def perks(until: datetime | None, now: datetime) -> frozenset[Perk]:
    """What is switched on at ``now``; at the moment ``until`` it is over."""
    return PERKS if until is not None and now < until else frozenset()


def most_freezes(until: datetime | None, now: datetime) -> int:
    """How many streak freezes can be held. More that are held already stay."""
    return MOST_FREEZES + (Perk.FREEZE in perks(until, now))


def extended(until: datetime | None, days: int, now: datetime) -> datetime:
    """Its new end: days are added to what is left, or begin now."""
    return max(until or now, now) + timedelta(days=days)


def shortened(until: datetime | None, days: int, now: datetime) -> datetime | None:
    """Its end once that many days are taken back; None when nothing of it is left."""
    left = (until or now) - timedelta(days=days)
    return left if left > now else None
