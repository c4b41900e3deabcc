"""How a study plan adapts to success: minutes of a course, by the answers in it.

Under 60% right, what is left of the course gets half as much time again; over 80%, a fifth less;
always between half and twice the author's minutes. Fewer than 5 answers say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from learnconnect_app.domain.study_beliefs import HIGH_SUCCESS, LOW_SUCCESS
from learnconnect_app.domain.study_problems import LEAST_MULTIPLIER, MOST_MULTIPLIER, Problem

FEWEST_ANSWERS = 5
HARDER, EASIER = 1.5, 0.8
ADAPTED_EVERY = 7
"""Days from one search for a better plan to the next."""
BELIEVED_DAYS = 7
"""Days without a miss that are believed before anything was seen."""
WORTH_MOVING = 0.25
"""Points (of 100) that a plan in another order must bring to be worth the change."""
WORTH_ASKING = 0.5
"""Points that moving what the learner fixed must bring to be proposed."""


@dataclass(frozen=True, slots=True)
class Adaptation:
    """Of a course."""

    course: str
    code: str
    """harder or easier"""
    percent: int
    """Of the answers that were right."""
    before: float
    after: float


def adapted(course: str, multiplier: float, right: int, total: int) -> Adaptation | None:
    """What answers since the last adaptation change; None when they change nothing."""
    if total < FEWEST_ANSWERS:
        return None
    share = right / total
    if LOW_SUCCESS <= share <= HIGH_SUCCESS:
        return None
    code, factor = ("harder", HARDER) if share < LOW_SUCCESS else ("easier", EASIER)
    after = round(min(MOST_MULTIPLIER, max(LEAST_MULTIPLIER, multiplier * factor)), 2)
    if after == multiplier:
        return None
    return Adaptation(course, code, round(100 * share), multiplier, after)


def with_adaptations(
    multipliers: Mapping[str, float], adaptations: Iterable[Adaptation]
) -> dict[str, float]:
    return {**multipliers, **{each.course: each.after for each in adaptations}}


def is_due(adapted_day: date | None, today: date) -> bool:
    """Whether the weekly adaptation is due."""
    return adapted_day is None or (today - adapted_day).days >= ADAPTED_EVERY


def adherence(planned: int, studied: int, days: int) -> float:
    """Share (0..1) of the minutes to come that will likely be studied, by ``days`` that passed."""
    if planned <= 0 or days <= 0:
        return 1.0
    believed = BELIEVED_DAYS * planned / days
    return min(1.0, (believed + studied) / (believed + planned))


def likely_problem(problem: Problem, kept: float) -> Problem:
    """The problem with as many minutes as will likely be studied, in steps of five."""
    if kept >= 1.0:
        return problem
    days = [replace(day, minutes=5 * round(kept * day.minutes / 5)) for day in problem.days]
    return replace(problem, days=days)
