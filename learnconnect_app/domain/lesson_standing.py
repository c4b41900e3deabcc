"""Where a learner stands in a topic, as a word and a share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from learnconnect_app.domain.memory import recall

WORDS = ((0.4, "weak"), (0.65, "growing"), (0.85, "solid"))
"""Below each share; from the last on ``strong``."""


@dataclass(frozen=True, slots=True)
class Standing:
    word: str = "new"
    """new, begun, weak, growing, solid or strong"""
    percent: int = 0


def known_now(mastery: float, recalled: float | None) -> float:
    """What is known (0..1): mastery, less what has faded; ``None``: there is nothing to recall."""
    return mastery if recalled is None else mastery * recalled


def standing_of(
    mastery: float, stability: float, studied_day: date | None, today: date, *, is_begun: bool
) -> Standing:
    """What is known now: mastery times what is still recalled since it was studied.

    ``is_begun``: a first session was studied and more are to come. Without any study the share is
    that of what was measured or assumed.
    """
    kept = 1.0
    if studied_day is not None and studied_day < today:
        kept = recall(float((today - studied_day).days), stability)
    share = mastery * kept
    word = next((word for limit, word in WORDS if share < limit), "strong")
    if is_begun and share < WORDS[0][0]:
        word = "begun"
    return Standing(word, round(100 * share))
