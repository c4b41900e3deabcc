"""How ready a learner is at the end of a skill plan, and what is recommended.

Readiness weighs the whole way; the recommendation looks at the latest final or re-test only.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

CORRECTION_PERCENT = 70
JOB_READY_PERCENT = 80
TRAINING_PERCENT = 60


class Career(StrEnum):
    """The recommendation for the role."""

    JOB_READY = "job_ready"
    NEEDS_TRAINING = "needs_training"
    NOT_SUITABLE = "not_suitable"


def readiness(final_percent: float, weekly_percents: Sequence[float], adherence: float) -> float:
    """70% final score, 20% mean of the passed weekly scores, 10% adherence; all are 0..100.

    Without any weekly score that part counts as 0.
    """
    weekly = sum(weekly_percents) / len(weekly_percents) if weekly_percents else 0.0
    return (70 * final_percent + 20 * weekly + 10 * adherence) / 100


def needs_correction(final_percent: float) -> bool:
    """Whether a two-week correction plan follows: at 70% or less, so exactly 70 needs one."""
    return final_percent <= CORRECTION_PERCENT


def career(percent: float) -> Career:
    """The recommendation for a final or re-test score 0..100: from 80 ready, from 60 training."""
    if percent >= JOB_READY_PERCENT:
        return Career.JOB_READY
    return Career.NEEDS_TRAINING if percent >= TRAINING_PERCENT else Career.NOT_SUITABLE
