"""What the learning model is measured against: Bayesian knowledge tracing, PFA and plain Elo.

Each is fitted on the answers of the training learners and predicts every next answer of the others,
learner by learner and in order of time.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from learnconnect_app.devtools.simulated_learners import Row
from learnconnect_app.domain.abilities import Floats, difficulty_logit, guessing, logistic

Ints = NDArray[np.int64]
MOST_GUESS, MOST_SLIP = 0.5, 0.4
"""Bounds of knowledge tracing, without which knowing and not knowing can trade places."""


class _Sequences:
    """The answers of each learner in each topic as padded rows, longest first."""

    def __init__(self, rows: Sequence[Row]) -> None:
        places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, row in enumerate(rows):
            places[row.learner, row.topic].append(place)
        keys = sorted(places, key=lambda key: -len(places[key]))
        topics = sorted({row.topic for row in rows})
        number = {topic: n for n, topic in enumerate(topics)}
        self.topics = len(topics)
        self.topic: Ints = np.array([number[topic] for _, topic in keys])
        self.length: Ints = np.array([len(places[key]) for key in keys])
        self.place: Ints = np.full((len(keys), self.length[0]), -1)
        for n, key in enumerate(keys):
            self.place[n, : self.length[n]] = places[key]
        right = np.array([row.is_correct for row in rows], dtype=np.int64)
        self.right: Ints = np.where(self.place >= 0, right[self.place], 0)

    def active(self, step: int) -> int:
        """How many sequences are longer than ``step``: the first so many."""
        return int(np.searchsorted(-self.length, -step, side="left"))


def knowledge_tracing(rows: Sequence[Row], is_training: NDArray[np.bool_]) -> Floats:
    """Chances by BKT (Corbett & Anderson 1995): for each topic known at first, learned at each
    step, guess and slip; 40 rounds of expectation-maximisation from two starts."""
    seqs = _Sequences(rows)
    training = is_training[seqs.place[:, 0]]
    best, best_fit = None, np.full(seqs.topics, -np.inf)
    for start in ((0.3, 0.1, 0.25, 0.1), (0.6, 0.2, 0.2, 0.2)):
        tracer = np.tile(np.array(start)[:, None], (1, seqs.topics))
        for _ in range(40):
            tracer, fit = _improved(seqs, training, tracer)
        best = tracer if best is None else np.where(fit > best_fit, tracer, best)
        best_fit = np.maximum(fit, best_fit)
    assert best is not None
    chances = np.zeros(len(rows))
    _, predicted, _ = _forward(seqs, best)
    for step, each in enumerate(predicted):
        chances[seqs.place[: len(each), step]] = each
    return chances


def _forward(seqs: _Sequences, tracer: Floats) -> tuple[list[Floats], list[Floats], list[Floats]]:
    """Before each step: chance that the topic is known, that the answer is right, and of what
    was answered."""
    first, learn, guess, slip = (row[seqs.topic] for row in tracer)
    known, right, seen = [], [], []
    belief = first
    for step in range(seqs.place.shape[1]):
        n = seqs.active(step)
        belief, g, s = belief[:n], guess[:n], slip[:n]
        is_right = seqs.right[:n, step] == 1
        chance_right = belief * (1 - s) + (1 - belief) * g
        likelihood = np.where(is_right, chance_right, 1 - chance_right)
        known.append(belief)
        right.append(chance_right)
        seen.append(likelihood)
        belief = np.minimum(1.0, belief * np.where(is_right, 1 - s, s) / likelihood)
        belief = belief + (1 - belief) * learn[:n]
    return known, right, seen


def _improved(
    seqs: _Sequences, training: NDArray[np.bool_], tracer: Floats
) -> tuple[Floats, Floats]:
    """One round of expectation-maximisation, and the log likelihood before it, by topic."""
    _, learn, guess, slip = (row[seqs.topic] for row in tracer)
    known, _, seen = _forward(seqs, tracer)
    sums = np.zeros((8, seqs.topics))
    later = np.ones((2, len(seqs.topic)))
    fit = np.zeros(seqs.topics)
    for step in reversed(range(len(known))):
        n = len(known[step])
        weight, topic = training[:n].astype(float), seqs.topic[:n]
        is_right = seqs.right[:n, step] == 1
        knows, not_yet = known[step], 1 - known[step]
        if_known = np.where(is_right, 1 - slip[:n], slip[:n])
        if_not = np.where(is_right, guess[:n], 1 - guess[:n])
        future = later[:, :n]
        stays = not_yet * if_not * (1 - learn[:n]) * future[0]
        learns = not_yet * if_not * learn[:n] * future[1]
        had = knows * if_known * future[1]
        total = stays + learns + had
        stays, learns, had = (weight * part / total for part in (stays, learns, had))
        unknown = stays + learns
        goes_on = seqs.length[:n] > step + 1
        parts = (
            had if step == 0 else 0 * had,
            weight if step == 0 else 0 * weight,
            learns * goes_on,
            unknown * goes_on,
            unknown * is_right,
            unknown,
            had * ~is_right,
            had,
        )
        for row, part in enumerate(parts):
            sums[row] += np.bincount(topic, part, seqs.topics)
        fit += np.bincount(topic, weight * np.log(seen[step]), seqs.topics)
        new = later.copy()
        new[0, :n] = if_not * ((1 - learn[:n]) * future[0] + learn[:n] * future[1])
        new[1, :n] = if_known * future[1]
        later = new / new.sum(axis=0)
    shares = (sums[0::2] + 0.5) / (sums[1::2] + 2.0)
    limits = np.array([0.99, 0.99, MOST_GUESS, MOST_SLIP])[:, None]
    return np.clip(shares, 0.001, limits), fit


def performance_factors(
    rows: Sequence[Row], is_training: NDArray[np.bool_], *, with_difficulty: bool
) -> Floats:
    """Chances by PFA (Pavlik, Cen & Koedinger 2009): for each topic a logistic regression on the
    counts of right and wrong answers so far, and if asked for on the author's difficulty."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    design = np.ones((len(rows), 4))
    for place, row in enumerate(rows):
        count = counts[row.learner, row.topic]
        design[place, 1:] = (*count, row.difficulty if with_difficulty else 0.0)
        count[not row.is_correct] += 1
    right = np.array([row.is_correct for row in rows], dtype=np.float64)
    topics = np.array([row.topic for row in rows])
    chances = np.zeros(len(rows))
    for topic in np.unique(topics):
        own = topics == topic
        train = own & is_training
        weights = _regression(design[train], right[train])
        chances[own] = 1 / (1 + np.exp(-design[own] @ weights))
    return chances


def _regression(design: Floats, right: Floats) -> Floats:
    weights = np.zeros(design.shape[1])
    for _ in range(20):
        chances = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        information = (design.T * (chances * (1 - chances))) @ design
        information += 0.1 * np.eye(len(weights))
        score = design.T @ (right - chances) - 0.1 * weights
        weights = weights + np.linalg.solve(information, score)
    return weights


def plain_elo(rows: Sequence[Row], is_training: NDArray[np.bool_]) -> Floats:
    """Chances by Elo with learner, topic and item terms (Pelánek 2016): step a / (1 + b n) after n
    answers, a and b being the best of twelve pairs on the training learners."""
    right = np.array([row.is_correct for row in rows])

    def surprise(chances: Floats) -> float:
        likely = np.where(right, chances, 1 - chances)[is_training]
        return float(-np.log(np.maximum(likely, 1e-9)).mean())

    pairs = itertools.product((0.2, 0.4, 0.8), (0.02, 0.05, 0.1, 0.2))
    return min((_elo(rows, a, b) for a, b in pairs), key=surprise)


def _elo(rows: Sequence[Row], a: float, b: float) -> Floats:
    ratings: dict[tuple[str, ...], float] = defaultdict(float)
    answers: dict[tuple[str, ...], int] = defaultdict(int)
    chances = np.zeros(len(rows))
    for place, row in enumerate(rows):
        terms = (("l", row.learner), ("t", row.learner, row.topic), ("i", row.topic, row.item))
        level = ratings[terms[0]] + ratings[terms[1]] - ratings[terms[2]]
        guess = guessing(row.options)
        chance = guess + (1 - guess) * logistic(level - difficulty_logit(row.difficulty))
        chances[place] = chance
        for term, sign in zip(terms, (1, 1, -1), strict=True):
            step = a / (1 + b * answers[term])
            ratings[term] += sign * step * (row.is_correct - chance)
            answers[term] += 1
    return chances
