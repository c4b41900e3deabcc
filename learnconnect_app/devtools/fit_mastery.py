"""`python -m learnconnect_app.devtools.fit_mastery`: fits the logistic layer, writes its weights.

600 simulated learners (seeds 101-106) of six worlds, three for each of two laws of forgetting and
half of them assessed first, are replayed through the ratings, items being as hard as their authors
say. The weights of the layer are then the ridge maximum of the likelihood of all their answers,
given the guessing of each item, by Newton steps with the expected information. The signs of
``SIGNS`` are imposed (a weight that would break its sign is put to zero and the others are fitted
again), so that a right answer does not lower mastery nor a wrong one raise it. The bench uses other
seeds.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import numpy as np

from learnconnect_app.devtools.simulated_learners import Log, Row, World, log
from learnconnect_app.domain import mastery_weights
from learnconnect_app.domain.abilities import Floats, difficulty_logit, guessing, logistic_of
from learnconnect_app.domain.mastery import (
    FEATURES,
    HALF_PRACTISED,
    LOOSE_FEATURES,
    ItemState,
    LearnerState,
    TopicState,
    after_answer,
    features,
    from_assessment,
    item_after_answer,
    learner_from_assessment,
    loose_features,
)
from learnconnect_app.domain.ratings import ability, item_moved, rating, variance_of

RIDGE = 3.0
SIGNS = {
    "proven": 1,
    "practised:rating": 1,
    "practised:share": 1,
    "recent": 1,
    "right_run": 1,
    "surprise_same": 1,
    "surprise_other": 1,
    "slow_surprise": 1,
    "learner_surprise": 1,
}
WORLDS = [
    (World(forgetting=law, lesson_gain=gain, ability_mean=mean, share_assessed=0.5), seed)
    for seed, (law, gain, mean) in enumerate(
        [
            (law, gain, mean)
            for law in ("power", "exponential")
            for gain, mean in ((1.3, -1.0), (1.8, -1.5), (0.7, 0.0))
        ],
        start=101,
    )
]


_Part = tuple[str, ...]


class Items(StrEnum):
    """What is known of the difficulty of an item."""

    AUTHORED = "authored"
    LEARNED = "learned"
    """The author's, corrected by the answers."""
    UNKNOWN = "unknown"
    """Learned from nothing, with that of its topic and how practice changes it."""


class Replay(NamedTuple):
    """Each answer of a log as the model saw it before it was given."""

    rating: Floats
    """Logit of knowing, by the ratings alone."""
    features: Floats
    guess: Floats
    is_correct: Floats

    def rows(self, choice: slice | Floats) -> Replay:
        return Replay(*(values[choice] for values in self))


def replay(log: Log, items: Items = Items.LEARNED) -> Replay:
    """Runs the ratings over a log, learners, topics and items learning from each answer."""
    book = _Book(log, items)
    ratings, values = [], np.empty((len(log.rows), len(FEATURES + LOOSE_FEATURES)), np.float32)
    for place, row in enumerate(log.rows):
        logit, seen = book.see(row)
        ratings.append(logit)
        values[place] = seen
    guess = np.array([guessing(row.options) for row in log.rows])
    right = np.array([row.is_correct for row in log.rows], dtype=np.float64)
    return Replay(np.array(ratings), values.astype(np.float64), guess, right)


class _Book:
    """The states of all learners, topics and items while a log is replayed."""

    def __init__(self, log: Log, known: Items) -> None:
        self.known = known
        self.learners: dict[str, LearnerState] = {}
        self.topics: dict[tuple[str, str], TopicState] = {}
        self.items: dict[_Part, ItemState] = {}
        for key, found in log.assessed.items():
            mean, covariance = found.mean.tolist(), found.covariance.tolist()
            learner = self.learners[key] = learner_from_assessment(mean, covariance)
            for n in range(len(mean)):
                state = from_assessment(mean[n], covariance[n][n], learner)
                self.topics[key, f"t{n}"] = state

    def see(self, row: Row) -> tuple[float, Sequence[float]]:
        """The rating and the features before an answer; then everything learns from it."""
        learner = self.learners.get(row.learner, LearnerState())
        topic = self.topics.get((row.learner, row.topic), TopicState())
        item = self.item_of(row)
        logit = rating(learner, topic, row.at, item.difficulty, item.variance)
        seen = features(learner, topic, logit)
        seen += loose_features(learner, topic, logit, row.at)
        self.teach(row, item, learner, topic)
        self.learners[row.learner], self.topics[row.learner, row.topic] = after_answer(
            learner,
            topic,
            difficulty=item.difficulty,
            options=row.options,
            is_correct=row.is_correct,
            at=row.at,
            difficulty_variance=item.variance,
        )
        return logit, seen

    def item_of(self, row: Row) -> ItemState:
        """The item as one; where nothing is known beforehand it is the sum of its parts."""
        if self.known is not Items.UNKNOWN:
            return self.items.get(("item", row.topic, row.item), ItemState(row.difficulty))
        parts = self.parts(row)
        return ItemState(
            sum(share * part.difficulty for part, share in parts.values()),
            sum(share**2 * part.variance for part, share in parts.values()),
        )

    def parts(self, row: Row) -> dict[_Part, tuple[ItemState, float]]:
        """Level of the topic, offset of the item, and what practice of the topic takes off."""
        answers = self.topics.get((row.learner, row.topic), TopicState()).answers
        practised = answers / (answers + HALF_PRACTISED)
        level, growth = ("level", row.topic), ("growth", row.topic)
        item = ("item", row.topic, row.item)
        return {
            level: (self.items.get(level, ItemState(variance=1.0)), 1.0),
            item: (self.items.get(item, ItemState(0.0)), 1.0),
            growth: (self.items.get(growth, ItemState(0.0, variance=0.5)), -practised),
        }

    def teach(self, row: Row, item: ItemState, learner: LearnerState, topic: TopicState) -> None:
        if self.known is Items.LEARNED:
            self.items["item", row.topic, row.item] = item_after_answer(
                item, learner, topic, options=row.options, is_correct=row.is_correct, at=row.at
            )
        elif self.known is Items.UNKNOWN:
            self.teach_parts(row, item, learner, topic)

    def teach_parts(
        self, row: Row, item: ItemState, learner: LearnerState, topic: TopicState
    ) -> None:
        """The parts of an item share what the answer says, by their variances."""
        new = item_moved(
            item,
            away=ability(learner, topic, row.at) - difficulty_logit(item.difficulty),
            variance=variance_of(learner, topic),
            options=row.options,
            is_correct=row.is_correct,
        )
        step, certainty = new.difficulty - item.difficulty, item.variance - new.variance
        for key, (part, share) in self.parts(row).items():
            own = share * part.variance / item.variance
            self.items[key] = ItemState(
                part.difficulty + own * step, part.variance - own**2 * certainty
            )


def chances(seen: Replay, weights: Floats) -> Floats:
    """Chance of a right answer by ratings and layer."""
    knows = logistic_of(seen.rating + seen.features @ weights)
    return seen.guess + (1 - seen.guess) * knows


def fitted(seen: Replay, free: Iterable[str], signs: Mapping[str, int] | None = None) -> Floats:
    """Weights of all features, zero for those that are not ``free``."""
    names = FEATURES + LOOSE_FEATURES
    open_ones = [names.index(name) for name in free]
    while True:
        weights = np.zeros(len(names))
        weights[open_ones] = _maximum(seen, open_ones)
        broken = [i for i in open_ones if weights[i] * (signs or {}).get(names[i], 0) < 0]
        if not broken:
            return weights
        open_ones = [i for i in open_ones if i not in broken]


def _maximum(seen: Replay, columns: Sequence[int]) -> Floats:
    """Fisher scoring of the ridge likelihood over these columns."""
    design = seen.features[:, columns]
    scale = design.std(axis=0) + 1e-6
    design = design / scale
    weights = np.zeros(len(columns))
    for _ in range(15):
        knows = logistic_of(seen.rating + design @ weights)
        right = seen.guess + (1 - seen.guess) * knows
        slope = (1 - seen.guess) * knows * (1 - knows) / np.maximum(right * (1 - right), 1e-9)
        score = design.T @ (slope * (seen.is_correct - right)) - RIDGE * weights
        information = (design.T * (slope**2 * right * (1 - right))) @ design
        step = np.linalg.solve(information + RIDGE * np.eye(len(columns)), score)
        weights = weights + step
        if np.abs(step).max() < 1e-5:
            break
    found: Floats = weights / scale
    return found


def main() -> int:
    seen = [replay(log(world, learners=100, seed=seed), Items.AUTHORED) for world, seed in WORLDS]
    together = Replay(*(np.concatenate(parts) for parts in zip(*seen, strict=True)))
    weights = dict(zip(FEATURES, fitted(together, FEATURES, SIGNS).tolist(), strict=False))
    path = Path(str(mastery_weights.__file__))
    head = path.read_text(encoding="utf-8").partition("WEIGHTS:")[0]
    lines = "".join(f'    "{name}": {weight:.4f},\n' for name, weight in weights.items())
    path.write_text(f"{head}WEIGHTS: Final[dict[str, float]] = {{\n{lines}}}\n", encoding="utf-8")
    print(f"{len(together.rating)} answers; {path}:\n{lines}", end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
