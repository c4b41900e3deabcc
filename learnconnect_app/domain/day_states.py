"""How today stands and what comes next, whichever plans a learner has.

============  ================================================================================
State         When
============  ================================================================================
away          a vacation or an illness
exam_today    the exam of the study plan is today
running       the clock of a session runs or is paused
exam_near     the exam is tomorrow, and something is open
test          the next thing is a test of the skill plan
ready         something is open today
done          everything of today is done
exam_over     the exam was in the last days and nothing else is open
free          a plan is active and nothing is planned today (a rest day)
assessment    no plan is active and an initial assessment was begun
draft         no plan is active and a goal of a study plan was begun
paused        plans rest and none is active
finished      every skill plan is completed
no_plan       nothing was ever begun
============  ================================================================================
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from learnconnect_app.domain.home_views import NO_TIME, TodayItem

SOON_MINUTES = 15
"""A session that begins within so many minutes is what comes next."""
TESTS = ("weekly", "final", "retest")
CLOCKED = ("running", "paused")


class State(StrEnum):
    AWAY = "away"
    EXAM_TODAY = "exam_today"
    RUNNING = "running"
    EXAM_NEAR = "exam_near"
    TEST = "test"
    READY = "ready"
    DONE = "done"
    EXAM_OVER = "exam_over"
    FREE = "free"
    ASSESSMENT = "assessment"
    DRAFT = "draft"
    PAUSED = "paused"
    FINISHED = "finished"
    NO_PLAN = "no_plan"


@dataclass(frozen=True, slots=True)
class Day:
    """What is known of today."""

    items: Sequence[TodayItem] = ()
    minute: int = 0
    """Of the study day, now."""
    is_away: bool = False
    has_skill_plan: bool = False
    days_to_exam: int | None = None
    """None without a study plan; below 0 in the days after the exam."""
    has_assessment: bool = False
    has_draft: bool = False
    has_paused: bool = False
    has_finished: bool = False

    @property
    def of_today(self) -> list[TodayItem]:
        return [item for item in self.items if not item.is_ahead]


def in_order(items: Sequence[TodayItem]) -> tuple[TodayItem, ...]:
    """What runs first; then what has no time, sessions by their time, and last what is ahead."""
    return tuple(
        sorted(items, key=lambda item: (item.status not in CLOCKED, item.is_ahead, _time(item)))
    )


def next_item(day: Day) -> TodayItem | None:
    """The one thing to do: what runs, a session whose time has come, then the list in its order.

    Of the things without a time a test comes first. What is open ahead of its day comes last.
    """
    open_items = [item for item in in_order(day.items) if item.is_startable]
    return min(open_items, key=lambda item: _urgency(item, day.minute), default=None)


def state_of(day: Day) -> State:
    following = next_item(day)
    if day.is_away and not (following and following.status in CLOCKED):
        return State.AWAY
    if day.days_to_exam == 0:
        return State.EXAM_TODAY
    if following is None or following.is_ahead:
        return _nothing_open(day)
    if following.status in CLOCKED:
        return State.RUNNING
    if day.days_to_exam == 1:
        return State.EXAM_NEAR
    if not day.has_skill_plan and following.kind == "initial" and day.days_to_exam is None:
        return State.ASSESSMENT
    return State.TEST if following.kind in TESTS else State.READY


def _nothing_open(day: Day) -> State:
    if day.of_today:
        return State.DONE
    if day.days_to_exam is not None and day.days_to_exam < 0:
        return State.EXAM_OVER
    if day.has_skill_plan or day.days_to_exam is not None:
        return State.FREE
    found = {
        State.DRAFT: day.has_draft,
        State.PAUSED: day.has_paused,
        State.FINISHED: day.has_finished,
    }
    return next((state for state, is_it in found.items() if is_it), State.NO_PLAN)


def _time(item: TodayItem) -> tuple[bool, int]:
    """Sessions without a time stand after the others."""
    is_session = bool(item.status)
    return is_session and item.start_minute == NO_TIME, item.start_minute


def _urgency(item: TodayItem, minute: int) -> tuple[int, bool]:
    if item.status in CLOCKED:
        return (0 if item.status == "running" else 1), False
    if item.is_ahead:
        return 5, False
    if not item.status:
        return 3, item.kind not in TESTS
    is_due = item.start_minute != NO_TIME and item.start_minute <= minute + SOON_MINUTES
    return (2 if is_due else 4), False
