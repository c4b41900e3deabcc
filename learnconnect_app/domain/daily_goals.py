"""How far a study day's plan is, and the two moments worth a word: ten minutes left, and reached.

Minutes are the planned ones: who is quicker reaches the goal with fewer on the clock. A learner's
own goal counts minutes of work instead.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

NEARLY_MINUTES = 10


class GoalNews(StrEnum):
    """What a finished session changed for the day."""

    NONE = ""
    NEARLY = "nearly"
    """No more than ten minutes are left."""
    REACHED = "reached"


@dataclass(frozen=True, slots=True)
class DaySession:
    """A session planned for the day."""

    minutes: int
    status: str
    percent: int = 0

    @property
    def minutes_left(self) -> int:
        if self.status == "done":
            return 0
        return self.minutes - self.minutes * self.percent // 100


def minutes_left(sessions: Collection[DaySession]) -> int:
    return sum(each.minutes_left for each in sessions)


def is_reached(sessions: Collection[DaySession]) -> bool:
    """Whether all of a day's plan is done; a day without a plan has no goal."""
    return bool(sessions) and all(each.status == "done" for each in sessions)


def goal_news(left_before: int, left_after: int) -> GoalNews:
    """Said at the session that crosses a line, so once each."""
    if left_before > 0 == left_after:
        return GoalNews.REACHED
    if left_before > NEARLY_MINUTES >= left_after > 0:
        return GoalNews.NEARLY
    return GoalNews.NONE


def news_with_own_goal(of_plan: GoalNews, own: GoalNews) -> GoalNews:
    """Whichever is reached first, the plan or a goal of one's own, reaches the day; of what is
    nearly done only the own goal is told."""
    return of_plan if of_plan is GoalNews.REACHED else own
