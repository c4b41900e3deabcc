"""Which steps of a long way are worth a word: few, so that each is."""

from __future__ import annotations

from learnconnect_app.domain.xp import level

STREAKS = frozenset({7, 30, 100, 200, 365})
FIRST_LEVEL, EACH_LEVEL = 5, 10


def streak_reached(run: int) -> bool:
    """7, 30, 100, 200 and 365 days, and each year after."""
    return run in STREAKS or (run > 0 and run % 365 == 0)


def level_crossed(before: int, after: int) -> int:
    """The highest round level that a total of XP came to by growing; 0 for none.

    Level 5, and each tenth: the others come every few days.
    """
    crossed = range(level(before).number + 1, level(after).number + 1)
    return max((n for n in crossed if n == FIRST_LEVEL or n % EACH_LEVEL == 0), default=0)
