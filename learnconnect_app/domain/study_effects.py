"""What a session is believed to do to a lesson, and how long sessions are.

Learning: of what is not mastered a share exp(-LEARNING x minutes / the lesson's minutes) remains,
so that the whole lesson takes a beginner to 85%. How much of a lesson is studied is chosen (half,
three quarters or all of what is missing). A review restores recall and strengthens memory as FSRS
says; *deepen* adds a quarter of the lesson to it. These rates are assumptions until real learners
have been seen.
"""

from __future__ import annotations

import math

import numpy as np

from learnconnect_app.domain.memory import (
    FIRST_STABILITY,
    Floats,
    after_success,
    blended,
    recall,
)
from learnconnect_app.domain.study_problems import (
    LONGEST_SESSION,
    SHORTEST_REVIEW,
    SHORTEST_SESSION,
)

TARGET_MASTERY = 0.85
LEARNING = -math.log(1.0 - TARGET_MASTERY)
DEPTHS = (0.5, 0.75, 1.0)
DEEPENINGS = 3
"""Times a lesson may be deepened."""
SEEN_MASTERY = 0.05
"""Below it there is nothing to review."""
NOTHING_KNOWN = 0.01


def review_minutes(minutes: Floats) -> Floats:
    """A fifth of the lesson, in steps of 5 minutes."""
    return np.clip(_in_fives(0.2 * minutes), SHORTEST_REVIEW, LONGEST_SESSION - 5)


def deepening_minutes(minutes: Floats) -> Floats:
    """A review and a quarter of the lesson, never longer than a session."""
    whole = review_minutes(minutes) + np.maximum(5, _in_fives(0.25 * minutes))
    return np.minimum(whole, LONGEST_SESSION)


def minutes_to_learn(mastery: Floats, minutes: Floats, depth: float) -> Floats:
    """Minutes of ``depth`` of what is missing to the target; 0 when nothing is."""
    missing = np.log(np.maximum((1.0 - mastery) / (1.0 - TARGET_MASTERY), 1.0)) / LEARNING
    needed = np.maximum(SHORTEST_SESSION, _in_fives(minutes * missing * depth))
    return np.where(mastery >= TARGET_MASTERY, 0.0, needed)


def whole_minutes(mastery: float, minutes: float) -> float:
    """`minutes_to_learn` of one lesson in full."""
    if mastery >= TARGET_MASTERY:
        return 0.0
    missing = math.log((1.0 - mastery) / (1.0 - TARGET_MASTERY)) / LEARNING
    return max(float(SHORTEST_SESSION), 5.0 * round(minutes * missing / 5.0))


def mastery_after(mastery: Floats, studied: Floats, minutes: Floats) -> Floats:
    return 1.0 - (1.0 - mastery) * np.exp(-LEARNING * studied / minutes)


def stability_after_learning(
    mastery: Floats, new_mastery: Floats, stability: Floats, days: Floats, difficulty: Floats
) -> Floats:
    """What was known is reviewed, the rest is new; weighted by their shares."""
    reviewed = after_success(stability, difficulty, recall(days, stability))
    share = np.where(mastery <= NOTHING_KNOWN, 0.0, mastery / np.maximum(new_mastery, 1e-6))
    return blended(share, reviewed)


def learned(
    mastery: float, stability: float, days: float, studied: float, minutes: float, difficulty: float
) -> tuple[float, float]:
    """Mastery and stability after the last part of a lesson of ``studied`` minutes in all."""
    new = 1.0 - (1.0 - mastery) * math.exp(-LEARNING * studied / minutes)
    if mastery <= NOTHING_KNOWN:
        return new, FIRST_STABILITY
    return new, _mixed(mastery / new, reviewed(stability, days, difficulty))


def reviewed(stability: float, days: float, difficulty: float) -> float:
    """Stability after a review; none the same day."""
    if days <= 0:
        return stability
    return float(after_success(stability, difficulty, recall(days, stability)))


def deepened(
    mastery: float, stability: float, days: float, extra: float, minutes: float, difficulty: float
) -> tuple[float, float]:
    """Mastery and stability after a review and ``extra`` minutes of the lesson."""
    new = 1.0 - (1.0 - mastery) * math.exp(-LEARNING * extra / minutes)
    return new, _mixed(mastery / new, reviewed(stability, days, difficulty))


def _mixed(share: float, stability: float) -> float:
    return math.exp((1 - share) * math.log(FIRST_STABILITY) + share * math.log(stability))


def _in_fives(minutes: Floats) -> Floats:
    return 5.0 * np.round(minutes / 5.0)
