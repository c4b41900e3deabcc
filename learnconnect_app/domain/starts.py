"""The guided start: seven steps from a plan to the first work, and how each is known to be done.

A step is done when the learner's own data show it. Only where nothing could show it, the learner
says so; and every step may be skipped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

DONE, SKIPPED, OPEN = "done", "skipped", "open"
FINISHED = "finished"
"""In the place of a step: all were decided, and that was celebrated; or it was put away."""


@dataclass(frozen=True)
class Step:
    key: str
    href: str
    is_by_hand: bool = False
    """The learner may say that it is done: knowing where help is leaves no trace."""


STEPS: tuple[Step, ...] = (
    # a plan is active
    Step("goal", "/study/new"),
    # a session was moved or added, a busy time noted, or a calendar elsewhere follows
    Step("calendar", "/study"),
    # this or another device may ring, or hours of reminders were chosen
    Step("tools", "/settings#reminders"),
    # a resource or a lesson was judged, or a day of the skill plan opened
    Step("resources", "/home"),
    # how one feels was noted, or somebody may look at the progress
    Step("support", "/wellbeing", is_by_hand=True),
    # a goal or a challenge was chosen
    Step("milestones", "/achievements"),
    # something was studied
    Step("launch", "/home"),
)
KEYS = tuple(step.key for step in STEPS)


@dataclass(frozen=True)
class StepView:
    key: str
    number: int
    status: str
    """done, skipped or open"""
    href: str
    is_by_hand: bool
    is_next: bool
    """The first that is open."""


@dataclass(frozen=True)
class StartView:
    steps: tuple[StepView, ...] = ()
    done: int = 0
    decided: int = 0
    """Done or skipped."""
    total: int = len(STEPS)
    percent: int = 0
    """Of the steps that are decided."""
    is_over: bool = False
    """Every step is decided."""
    is_put_away: bool = False


def newly_done(facts: Mapping[str, bool], kept: Mapping[str, str]) -> list[str]:
    """Steps that the data show as done and that are not kept as such; a skipped one too."""
    return [key for key in KEYS if facts.get(key) and kept.get(key) != DONE]


def start_view(
    facts: Mapping[str, bool], kept: Mapping[str, str], places: Mapping[str, str]
) -> StartView:
    """``kept``: status by step as it was written; ``places``: where a step leads, if elsewhere
    than usual."""
    status = {key: DONE if facts.get(key) else kept.get(key, OPEN) for key in KEYS}
    following = next((key for key in KEYS if status[key] == OPEN), "")
    steps = tuple(
        StepView(
            key=step.key,
            number=number,
            status=status[step.key],
            href=places.get(step.key, step.href),
            is_by_hand=step.is_by_hand,
            is_next=step.key == following,
        )
        for number, step in enumerate(STEPS, start=1)
    )
    decided = sum(step.status != OPEN for step in steps)
    return StartView(
        steps=steps,
        done=sum(step.status == DONE for step in steps),
        decided=decided,
        percent=round(100 * decided / len(STEPS)),
        is_over=decided == len(STEPS),
        is_put_away=kept.get(FINISHED) == SKIPPED,
    )
