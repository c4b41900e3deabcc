"""The motivation score of a week: how well plan and week fitted together, 0-100 with its parts.

It is no grade of a person. It says how a week went that had been planned, in parts that can be
looked at one by one; `docs/decisions/0014-weekly-report.md` says why it is made like this.

===========  ======  ====================================================================
Part         Weight  Share, 0..1
===========  ======  ====================================================================
consistency      40  days with work, of the days on which something was planned
completion       30  planned minutes that were done, of the planned minutes
trend            20  minutes for a planned day, of the learner's own usual ones
mood             10  mean mood of the sessions that were given one
===========  ======  ====================================================================

A share is at most 1: more than was planned, or than is usual, is no better than enough. The score
is the mean of the shares that are known, by weight, so what is not known counts neither for nor
against. Days of rest, vacation, illness and pause are not planned days: they can only raise it.
Fewer than two planned days tell too little, and there is no score.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from learnconnect_app.domain.report_figures import MotivationScore, Part, Totals

WEIGHTS = {"consistency": 40, "completion": 30, "trend": 20, "mood": 10}
MOODS = {"excited": 1.0, "focused": 1.0, "tired": 0.6, "demotivated": 0.3}
FEWEST_DAYS = 2
"""Planned days of a week that can be judged."""
FEWEST_MOODS = 3
USUAL_WEEKS = 4
"""The learner's latest weeks that say what is usual."""


def motivation_score(
    week: Totals, earlier: Sequence[Totals] = (), moods: Sequence[str] = ()
) -> MotivationScore | None:
    """None for a week with too few planned days. ``earlier``: the weeks before, latest first."""
    if week.planned_days < FEWEST_DAYS:
        return None
    found = {
        "consistency": (min(week.worked_days, week.planned_days), week.planned_days),
        "completion": (min(week.covered, week.planned), week.planned),
        "trend": (round(_rate(week)), usual_minutes(earlier)),
    }
    shares = {name: (min(1.0, done / of), done, of) for name, (done, of) in found.items() if of > 0}
    known = [MOODS[mood] for mood in moods if mood in MOODS]
    if len(known) >= FEWEST_MOODS:
        mean = sum(known) / len(known)
        shares["mood"] = (mean, round(100 * mean), len(known))
    total = sum(WEIGHTS[name] for name in shares)
    value = 100 * sum(WEIGHTS[name] * share for name, (share, _, _) in shares.items()) / total
    parts = (
        Part(name, share, round(100 * WEIGHTS[name] / total), done, of)
        for name, (share, done, of) in shares.items()
    )
    return MotivationScore(round(value), tuple(parts))


def usual_minutes(earlier: Sequence[Totals]) -> int:
    """Minutes for a planned day in the middle one of the latest weeks; 0 when none can be judged.

    The middle one, so that one marathon does not make all that follows look small.
    """
    rates = [_rate(week) for week in earlier if week.planned_days >= FEWEST_DAYS]
    return round(median(rates[:USUAL_WEEKS])) if rates else 0


def _rate(week: Totals) -> float:
    return week.minutes / week.planned_days
