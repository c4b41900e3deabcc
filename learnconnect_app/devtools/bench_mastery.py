"""`python -m learnconnect_app.devtools.bench_mastery [--log PATH]`: the learning model, measured.

How well the next answer is predicted for learners the models were not fitted on, beside Bayesian
knowledge tracing, PFA and Elo fitted in the same run. Without a log: simulated learners of three
laws of forgetting (seeds that the shipped weights were not fitted on), the shipped weights. With a
log (CSV ``learner,topic,item,correct,at``; answers in order; open answers are assumed): the
weights are fitted anew on its training learners. Exits 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from learnconnect_app.devtools.fit_mastery import Items, chances, fitted, replay
from learnconnect_app.devtools.mastery_baselines import (
    knowledge_tracing,
    performance_factors,
    plain_elo,
)
from learnconnect_app.devtools.simulated_learners import START, Log, Row, World, log
from learnconnect_app.domain.abilities import AVERAGE_DIFFICULTY, Floats
from learnconnect_app.domain.mastery import (
    FEATURES,
    LOOSE_FEATURES,
    LearnerState,
    TopicState,
    after_answer,
    predicted_correct,
    topic_mastery,
)
from learnconnect_app.domain.mastery_weights import WEIGHTS

Flags = NDArray[np.bool_]
TRAINING_SHARE = 0.7
LARGEST_ECE = 0.03
LONGEST_UPDATE_MS = 1.0
SIMULATED_LEARNERS = 200


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--log", type=Path, help="CSV: learner,topic,item,correct,at")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if arguments.log:
        misses = [*compare(read(arguments.log), str(arguments.log), arguments.seed, is_real=True)]
    else:
        misses = []
        for law in ("power", "exponential", "none"):
            simulated = log(World(forgetting=law), learners=SIMULATED_LEARNERS, seed=7)
            misses += compare(simulated, f"simulated, forgetting: {law}", arguments.seed)
    misses += time_of_update()
    print(
        "\n".join(["", *(f"MISSED: {miss}" for miss in misses)] if misses else ["", "all bars met"])
    )
    return 1 if misses else 0


def read(path: Path) -> Log:
    """A log in order; times may be missing, answers are then taken to be a minute apart."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = [
            Row(
                each["learner"],
                each["topic"],
                each["item"],
                AVERAGE_DIFFICULTY,
                0,
                float(each["correct"]) >= 0.5,
                datetime.fromisoformat(each["at"]) if each.get("at") else START,
            )
            for each in csv.DictReader(file)
        ]
    return Log(rows, {})


def compare(log: Log, name: str, seed: int, *, is_real: bool = False) -> Iterator[str]:
    """Prints the table of a log; yields the bars that were missed."""
    log, is_training = split(log, seed)
    test = ~is_training
    right = np.array([row.is_correct for row in log.rows], dtype=np.float64)
    seen = replay(log, Items.UNKNOWN if is_real else Items.LEARNED)
    if is_real:
        weights = fitted(seen.rows(is_training), FEATURES + LOOSE_FEATURES)
    else:
        weights = np.array([WEIGHTS.get(each, 0.0) for each in FEATURES + LOOSE_FEATURES])
    models = {
        "BKT": knowledge_tracing(log.rows, is_training),
        "PFA": performance_factors(log.rows, is_training, with_difficulty=False),
        "plain Elo": plain_elo(log.rows, is_training),
    }
    if not is_real:
        models["PFA with difficulty"] = performance_factors(
            log.rows, is_training, with_difficulty=True
        )
    extra = {"ratings alone": chances(seen, 0 * weights), "online model": chances(seen, weights)}
    learners = {row.learner for row in log.rows}
    print(f"\n{name}: {len(log.rows)} answers of {len(learners)} learners, {test.sum()} tested")
    print(f"{'model':<22}{'AUC':>8}{'ECE':>8}{'log loss':>10}")
    for each, predicted in (models | extra).items():
        figures = [measure(right[test], predicted[test]) for measure in (auc, ece, loss)]
        print("{:<22}{:>8.4f}{:>8.4f}{:>10.4f}".format(each, *figures))
    if not is_real:
        against_truth([row for row, is_tested in zip(log.rows, test, strict=True) if is_tested])
    tested = {each: predicted[test] for each, predicted in models.items()}
    yield from judged(name, right[test], extra["online model"][test], tested)


def judged(name: str, right: Floats, online: Floats, others: dict[str, Floats]) -> Iterator[str]:
    best = max(auc(right, each) for each in others.values())
    print(f"bar: AUC above {best:.4f}; ECE at most {LARGEST_ECE}")
    if auc(right, online) <= best:
        yield f"{name}: AUC {auc(right, online):.4f}"
    if ece(right, online) > LARGEST_ECE:
        yield f"{name}: ECE {ece(right, online):.4f}"


def against_truth(rows: Sequence[Row]) -> None:
    """Prints how far mastery, as the product keeps it, is from what was true, by answers seen."""
    learners: dict[str, LearnerState] = {}
    topics: dict[tuple[str, str], TopicState] = {}
    errors: dict[str, list[float]] = {"0": [], "1-2": [], "3-5": [], "6-10": [], "over 10": []}
    for row in rows:
        key = (row.learner, row.topic)
        learner, topic = learners.get(row.learner, LearnerState()), topics.get(key, TopicState())
        band = next(
            band
            for most, band in zip((0, 2, 5, 10, 999), errors, strict=True)
            if topic.answers <= most
        )
        errors[band].append(topic_mastery(learner, topic, row.at) - row.mastery)
        learners[row.learner], topics[key] = after_answer(
            learner,
            topic,
            difficulty=row.difficulty,
            options=row.options,
            is_correct=row.is_correct,
            at=row.at,
        )
    print("mastery against the truth, by answers in the topic (root mean square, mean):")
    for band, each in errors.items():
        print(f"  {band:<8}{np.sqrt(np.mean(np.square(each))):.3f} {np.mean(each):+.3f}")


def split(log: Log, seed: int) -> tuple[Log, Flags]:
    """Training learners first, then those to be tested; and which answers are for training."""
    learners = sorted({row.learner for row in log.rows})
    order = np.random.default_rng(seed).permutation(len(learners))
    training = {learners[n] for n in order[: int(TRAINING_SHARE * len(learners))]}
    rows = sorted(log.rows, key=lambda row: row.learner not in training)
    return log._replace(rows=rows), np.array([row.learner in training for row in rows])


def auc(right: Floats, chances: Floats) -> float:
    """Chance that a right answer was held likelier than a wrong one; ties count half."""
    _, place, count = np.unique(chances, return_inverse=True, return_counts=True)
    rank = (np.cumsum(count) - (count - 1) / 2)[place]
    positive = right.sum()
    above = rank[right > 0].sum() - positive * (positive + 1) / 2
    return float(above / (positive * (len(right) - positive)))


def ece(right: Floats, chances: Floats) -> float:
    """Expected calibration error: mean distance of chance and share right over ten equal bins."""
    bins = np.minimum((chances * 10).astype(int), 9)
    gap = np.bincount(bins, right - chances, 10)
    return float(np.abs(gap).sum() / len(right))


def loss(right: Floats, chances: Floats) -> float:
    likely = np.where(right > 0, chances, 1 - chances)
    return float(-np.log(np.maximum(likely, 1e-9)).mean())


def time_of_update() -> Iterator[str]:
    """Prediction, update and mastery of one answer, mean of 5,000."""
    learner, topic = LearnerState(), TopicState()
    began = time.perf_counter()
    for n in range(5000):
        predicted_correct(learner, topic, difficulty=3, options=4, at=START)
        learner, topic = after_answer(
            learner, topic, difficulty=3, options=4, is_correct=n % 4 > 0, at=START
        )
        topic_mastery(learner, topic, START)
    took = (time.perf_counter() - began) / 5
    print(f"\nan update: {took:.4f} ms (bar: under {LONGEST_UPDATE_MS} ms)")
    if took >= LONGEST_UPDATE_MS:
        yield f"update {took:.4f} ms"


if __name__ == "__main__":
    sys.exit(main())
