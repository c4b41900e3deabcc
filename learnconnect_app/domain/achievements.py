"""Medals, one declaration each: what they count, from how much on, and what can change it.

A tier that was reached stays, whatever the count does later. None asks for nights, for days
without rest or for more than a plan does: early and late hours end where sleep begins, and a week
with a day of rest counts for itself. What no one can do yet (kudos of others) is not declared.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Tier = Literal["bronze", "silver", "gold"]
TIERS: tuple[Tier, ...] = ("bronze", "silver", "gold")
GROUPS = ("time", "rhythm", "path", "knowledge")

EARLY = (5, 8)
"""Hours of the learner's clock, the second not included: a morning."""
LATE = (21, 23)
"""An evening that leaves the night alone."""


class Fact(StrEnum):
    """A number that is read of a learner; it is what a medal counts."""

    MINUTES = "minutes"
    """Studied in all."""
    DAYS = "days"
    """With something finished."""
    STREAK = "streak"
    """The longest one."""
    BALANCED_WEEKS = "balanced_weeks"
    RETURNS = "returns"
    """After a week or more away."""
    MORNINGS = "mornings"
    EVENINGS = "evenings"
    CHALLENGES = "challenges"
    PLANS = "plans"
    """Begun."""
    WEEKS = "weeks"
    """Passed, of skill plans."""
    HALF_PLANS = "half_plans"
    """Worked through by half."""
    PLANS_FINISHED = "plans_finished"
    RESUME_GAIN = "resume_gain"
    """Percent by which a resume is stronger after a plan than before it."""
    MODULES = "modules"
    """All of whose topics are mastered."""
    PERFECT_TESTS = "perfect_tests"
    COMEBACKS = "comebacks"
    """Weeks and modules whose test was failed first and passed later."""
    MISTAKES = "mistakes"
    """Answered right until they need not come back."""
    REVIEWS = "reviews"
    """Sessions of review done."""
    PRACTICE_TESTS = "practice_tests"
    MOCKS = "mocks"


class Event(StrEnum):
    """What happened; only medals that it can change are looked at."""

    WORKED = "worked"
    """A session, a day, a test or a review was finished."""
    TESTED = "tested"
    """A test was submitted."""
    CORRECTED = "corrected"
    """A mistake was answered again."""
    BEGUN = "begun"
    """A plan was made."""
    ENDED = "ended"
    """A plan was finished."""
    CHALLENGED = "challenged"
    """A challenge of the week was completed."""
    SCORED = "scored"
    """A resume was scored."""


@dataclass(frozen=True, slots=True)
class Medal:
    key: str
    fact: Fact
    targets: tuple[int, ...]
    """From how much on each tier is earned, bronze first."""
    group: str
    icon: str
    on: frozenset[Event]
    hours: tuple[int, int] | None = None
    """Only what happens in these hours of the learner's clock can change it."""
    is_of_streak: bool = False
    """Not there for whoever has switched streaks off."""
    is_told: bool = True
    """Whether a notification tells of it; the others have a milestone of their own."""
    unit: int = 1
    """What is counted, divided by this, is what is said: minutes as hours."""

    def reached(self, count: int) -> tuple[Tier, ...]:
        """The tiers that a count has reached, bronze first."""
        return tuple(
            tier for tier, target in zip(TIERS, self.targets, strict=False) if count >= target
        )

    def target(self, tier: Tier) -> int:
        """ValueError for a tier that this medal does not have."""
        return dict(zip(TIERS, self.targets, strict=False))[tier]

    def following(self, held: Collection[str]) -> Tier | None:
        """The first tier that is not held; None when all are."""
        named = TIERS[: len(self.targets)]
        return next((tier for tier in named if tier not in held), None)


def _medal(
    key: str,
    fact: Fact,
    targets: tuple[int, ...],
    group: str,
    icon: str,
    on: str,
    **more: bool | int | tuple[int, int],
) -> Medal:
    events = frozenset(map(Event, on.split()))
    return Medal(key, fact, targets, group, icon, events, **more)  # type: ignore[arg-type]


HOUR = 60
MEDALS: tuple[Medal, ...] = (
    # ---- time
    _medal("first_hour", Fact.MINUTES, (HOUR,), "time", "clock", "worked"),
    _medal(
        "hours",
        Fact.MINUTES,
        (10 * HOUR, 50 * HOUR, 100 * HOUR),
        "time",
        "hourglass",
        "worked",
        unit=HOUR,
    ),
    _medal("days", Fact.DAYS, (5, 25, 100), "time", "calendar", "worked"),
    # ---- rhythm
    _medal(
        "streak",
        Fact.STREAK,
        (7, 30, 100),
        "rhythm",
        "flame",
        "worked",
        is_of_streak=True,
        is_told=False,
    ),
    # three days of study or more and a day of rest or vacation in one week
    _medal("balance", Fact.BALANCED_WEEKS, (1, 4, 12), "rhythm", "leaf", "worked"),
    _medal("welcome_back", Fact.RETURNS, (1,), "rhythm", "sprout", "worked"),
    _medal("early_bird", Fact.MORNINGS, (1, 5, 15), "rhythm", "sunrise", "worked", hours=EARLY),
    # once and no more: an evening may be a good hour, and sleep is a better one
    _medal("night_owl", Fact.EVENINGS, (1,), "rhythm", "moon", "worked", hours=LATE),
    _medal("challenges", Fact.CHALLENGES, (1, 4, 12), "rhythm", "target", "challenged"),
    # ---- path
    _medal("first_plan", Fact.PLANS, (1,), "path", "flag", "begun"),
    _medal("first_week", Fact.WEEKS, (1,), "path", "footprints", "tested", is_told=False),
    # a skill plan has three or four weeks: each of them brings something
    _medal("weeks", Fact.WEEKS, (2, 3, 4), "path", "layers", "tested", is_told=False),
    _medal("half_plan", Fact.HALF_PLANS, (1,), "path", "mountain", "worked"),
    _medal(
        "plan_finished",
        Fact.PLANS_FINISHED,
        (1, 2, 4),
        "path",
        "summit",
        "ended",
        is_told=False,
    ),
    _medal("resume", Fact.RESUME_GAIN, (25, 50, 100), "path", "page", "scored"),
    # ---- knowledge
    _medal("module", Fact.MODULES, (1, 5, 15), "knowledge", "blocks", "tested corrected"),
    _medal("perfect_test", Fact.PERFECT_TESTS, (1, 5, 15), "knowledge", "star", "tested"),
    _medal("comeback", Fact.COMEBACKS, (1, 3, 8), "knowledge", "return", "tested"),
    _medal("mistakes", Fact.MISTAKES, (10, 50, 200), "knowledge", "bulb", "tested corrected"),
    _medal("reviews", Fact.REVIEWS, (10, 50, 200), "knowledge", "repeat", "worked"),
    _medal("practice_tests", Fact.PRACTICE_TESTS, (1, 10, 30), "knowledge", "pencil", "tested"),
    _medal("mocks", Fact.MOCKS, (1, 3, 10), "knowledge", "landmark", "tested"),
)
KEYS = tuple(medal.key for medal in MEDALS)

_BY_KEY = {medal.key: medal for medal in MEDALS}


def medal_of(key: str) -> Medal | None:
    """None for one that is not declared any more."""
    return _BY_KEY.get(key)


def shown(*, is_streak_shown: bool) -> tuple[Medal, ...]:
    """Those that this learner can see and earn."""
    return tuple(medal for medal in MEDALS if is_streak_shown or not medal.is_of_streak)


def changed_by(
    event: Event, hour: int, held: Mapping[str, Collection[str]], *, is_streak_shown: bool
) -> tuple[Medal, ...]:
    """Medals that an event at this hour of the learner's clock can still change."""
    return tuple(
        medal
        for medal in shown(is_streak_shown=is_streak_shown)
        if event in medal.on
        and (medal.hours is None or medal.hours[0] <= hour < medal.hours[1])
        and medal.following(held.get(medal.key, ())) is not None
    )
