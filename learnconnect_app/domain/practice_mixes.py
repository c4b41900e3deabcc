"""What the weekly practice test asks: what was studied, most of what counts and fades."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from learnconnect_app.domain.memory import recall

SURE = 0.1
"""Share of its exam weight that a topic known for sure still has: it is asked now and then."""
LEAST_ITEMS, MOST_ITEMS = 5, 60


@dataclass(frozen=True, slots=True)
class StudiedTopic:
    """A topic that was studied so many days ago. Mastery is 0..1, stability in days."""

    key: str
    exam_weight: float
    mastery: float
    stability: float
    days: int


def mix_weights(topics: Iterable[StudiedTopic]) -> dict[str, float]:
    """How much of the test each topic gets: its exam weight times what is left to gain.

    What is left to gain is what is not mastered, or not recalled any more: older and weaker topics
    come more often. A topic that counts for nothing is left out.
    """
    weights = {topic.key: topic.exam_weight * (SURE + _gap(topic)) for topic in topics}
    return {key: weight for key, weight in weights.items() if weight > 0}


def item_count(minutes: int, mean_seconds: float) -> int:
    """How many items of a mean length fit into the minutes; between 5 and 60."""
    fit = int(60 * minutes / mean_seconds) if mean_seconds > 0 else MOST_ITEMS
    return max(LEAST_ITEMS, min(MOST_ITEMS, fit))


def _gap(topic: StudiedTopic) -> float:
    return 1.0 - topic.mastery * recall(max(0, topic.days), topic.stability)
