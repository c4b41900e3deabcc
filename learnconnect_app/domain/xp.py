"""What earns XP, how much, and which level a total is.

The ledger pays a type once for an object (see ``XPReward``); when it is earned is decided here and
in ``streaks``.

==============  ====  ==========================================  ==========
Type              XP  Earned by                                   Once per
==============  ====  ==========================================  ==========
daily_task        15  a day of a skill plan done                  task
weekly_test      300  a weekly test passed                        week
study_session      5  a session of a study plan done              session
daily_goal        15  the whole plan of a study day done          study day
streak             5  a study day that continues a run            study day
recovery          25  passing a weekly test failed before         week
speed             10  a task done fast, and not absurdly fast     task
consistency       20  each full 7 days of a streak                7 days
==============  ====  ==========================================  ==========
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType


class XPType(StrEnum):
    """What XP is paid for."""

    DAILY_TASK = "daily_task"
    WEEKLY_TEST = "weekly_test"
    STUDY_SESSION = "study_session"
    DAILY_GOAL = "daily_goal"
    STREAK = "streak"
    RECOVERY = "recovery"
    SPEED = "speed"
    CONSISTENCY = "consistency"


AMOUNT: Mapping[XPType, int] = MappingProxyType(
    {
        XPType.DAILY_TASK: 15,
        XPType.WEEKLY_TEST: 300,
        XPType.STUDY_SESSION: 5,
        XPType.DAILY_GOAL: 15,
        XPType.STREAK: 5,
        XPType.RECOVERY: 25,
        XPType.SPEED: 10,
        XPType.CONSISTENCY: 20,
    }
)

LEVEL_SIZE = 100


@dataclass(frozen=True, slots=True)
class Level:
    """A level and its bar: ``into`` of ``size`` XP are filled."""

    number: int
    into: int
    size: int


def level(total: int) -> Level:
    """The level of a total of XP: 1 + total // 100. Raises ValueError below zero."""
    if total < 0:
        raise ValueError("a ledger that only grows has no negative total")
    return Level(1 + total // LEVEL_SIZE, total % LEVEL_SIZE, LEVEL_SIZE)


def is_speedy(elapsed: timedelta | None, estimate_minutes: int) -> bool:
    """Whether a task was done in under 50% of its estimate and not under 10% of it.

    Under 10% nobody has worked through it. ``None``: it was never started, so nothing is known.
    """
    if elapsed is None:
        return False
    estimate = timedelta(minutes=estimate_minutes)
    return 2 * elapsed < estimate <= 10 * elapsed
