"""What Settings shows of reminders, and how their kinds are grouped there in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("today", ("day_ready", "session_soon", "nearly_there", "goal_reached")),
    ("progress", ("week_progress", "weekly_report", "milestone", "test_unlocked")),
    ("break", ("missed_day", "paused_long", "freeze_used")),
    (
        "account",
        ("reward_ending", "mentorship_ended", "calendar_problem", "session_put_back", "security"),
    ),
)
"""Every rule of `domain.reminders` in one of them."""
MOST_HOURS, MOST_PUSHES = 3, 10
"""Of hours that are chosen, and of pushes a day."""


@dataclass(frozen=True)
class RuleView:
    key: str
    possible: tuple[str, ...]
    """Channels that can be chosen: app, mail, push."""
    chosen: tuple[str, ...]
    """Those by which it comes."""
    is_fixed: bool
    """It cannot be switched off."""


@dataclass(frozen=True)
class RuleGroupView:
    key: str
    rules: tuple[RuleView, ...]


@dataclass(frozen=True)
class RemindersView:
    quiet_from: str = ""
    """HH:MM, as time fields have it."""
    quiet_until: str = ""
    is_learned: bool = True
    """The hours are those of the learner's own work, and not chosen."""
    hours: tuple[int, ...] = ()
    """The chosen ones."""
    best_hours: str = ""
    """Those that would be, or are, learned: "18:00, 19:00"."""
    is_known: bool = False
    """Whether enough was done to learn hours from it."""
    pushes_a_day: int = 3
    is_digest: bool = True
    groups: tuple[RuleGroupView, ...] = ()
    rests_at: str = ""
    """Where all can be paused for a while: the study plan, else the skill plan; empty without."""


def clock_text(minute: int) -> str:
    """Minutes after midnight as HH:MM."""
    return f"{minute // 60:02}:{minute % 60:02}"


def hours_text(hours: Sequence[int]) -> str:
    return ", ".join(clock_text(hour * 60) for hour in sorted(hours))
