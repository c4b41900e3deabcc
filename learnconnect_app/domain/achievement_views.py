"""What `/achievements` and a celebration show: flat, frozen, in the learner's language."""

from __future__ import annotations

from dataclasses import dataclass, field

from learnconnect_app.domain.goal_rings import GoalRings


@dataclass(frozen=True)
class CelebratedMedal:
    """A medal that was just earned."""

    key: str
    icon: str
    tier: str
    name: str
    text: str
    """What was done for it."""


@dataclass(frozen=True)
class MedalView:
    key: str
    icon: str
    group: str
    name: str
    tier: str = ""
    """The best one that is held; empty without any."""
    day: str = ""
    """Study day on which that was earned."""
    task: str = ""
    """What the next tier asks for; of a complete medal, what the last one did."""
    next_tier: str = ""
    """Empty when there is no more to earn."""
    count: int = 0
    target: int = 0
    """Of the next tier, both in the unit that is said."""
    percent: int = 0
    """Of the way to the next tier."""
    tiers: int = 1
    """How many it has."""
    held: int = 0


@dataclass(frozen=True)
class ChallengeOffer:
    key: str
    target: int
    text: str


@dataclass(frozen=True)
class ChallengeView:
    """The challenge of this week."""

    key: str = ""
    """Empty when none was chosen."""
    text: str = ""
    count: int = 0
    target: int = 0
    percent: int = 0
    is_done: bool = False
    can_change: bool = False


@dataclass(frozen=True)
class AchievementsView:
    medals: tuple[MedalView, ...] = ()
    near: tuple[MedalView, ...] = ()
    """Begun and closest to their next tier."""
    earned: int = 0
    possible: int = 0
    """Tiers."""
    bronze: int = 0
    silver: int = 0
    gold: int = 0
    rings: GoalRings = field(default_factory=GoalRings)
    challenge: ChallengeView = field(default_factory=ChallengeView)
    offers: tuple[ChallengeOffer, ...] = ()
    has_plan: bool = True
    is_behind: bool = False
    """Something was earned that nobody has awarded yet."""
