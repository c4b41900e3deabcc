"""Simulated learners and the log of their answers, for fitting and measuring the learning model.

A learner has an ability in each topic of a track (correlated over topics), a rate of learning and
a rate of forgetting. Some begin with the initial assessment. On each day that is kept there is a
lesson on the next topic (which raises what is known of it), practice of that topic and a mixed
review of earlier ones; each week ends with a test of 30 items. Knowledge fades between meetings by
the law of the ``World``, less after each spaced meeting; answering an item, and reading why,
teaches a little too. Days differ in form, right answers slip, wrong ones are guessed. Items are
harder or easier, and sharper or blunter, than their author says.

The model under test assumes less than this and partly something else (its abilities do not fade by
any law, items are equally sharp, there are no slips and no form of the day), so that it is not
measured against itself. All randomness comes from the seed.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import numpy as np

from learnconnect_app.domain.abilities import LOGITS_A_STEP, Floats, chance, guessing, logistic
from learnconnect_app.domain.assessments import (
    Candidate,
    Posterior,
    next_candidate,
    prior,
    updated,
)

START = datetime(2025, 1, 6, 17, tzinfo=UTC)
FORGETTING: dict[str, Callable[[float, float], float]] = {
    "power": lambda days, stability: (1 + 0.234 * days / stability) ** -0.5,
    "exponential": lambda days, stability: math.exp(-0.105 * days / stability),
    "none": lambda days, stability: 1.0,
}
"""Share of a lesson's gain that is left after some days: 90% at one stability, in days."""


class Row(NamedTuple):
    """One answer of a log."""

    learner: str
    topic: str
    item: str
    difficulty: float
    options: int
    is_correct: bool
    at: datetime
    mastery: float = math.nan
    """The truth at this moment, where it is known: chance to know an average item and show it."""


class Log(NamedTuple):
    """The answers of all learners in order of time, and what an assessment found of some."""

    rows: list[Row]
    assessed: dict[str, Posterior]


@dataclass(frozen=True, slots=True)
class World:
    """What is true of learners, items and memory. Deviations in logits, stability in days."""

    forgetting: str = "power"
    courses: int = 4
    topics_a_course: int = 7
    items_a_topic: int = 12
    options: int = 4
    ability_mean: float = -1.0
    ability_deviation: float = 1.2
    same_course: float = 0.8
    other_course: float = 0.5
    item_noise: float = 0.4
    sharpness_noise: float = 0.2
    lesson_gain: float = 1.3
    answer_gain: float = 0.12
    stability: float = 1.5
    days_kept: float = 0.8
    form_of_day: float = 0.3
    slip: float = 0.03
    share_assessed: float = 0.0

    @property
    def topics(self) -> int:
        return self.courses * self.topics_a_course

    @property
    def course_of(self) -> list[int]:
        """The course of each topic."""
        return [topic // self.topics_a_course for topic in range(self.topics)]


class SimulatedItem(NamedTuple):
    key: str
    topic: int
    difficulty: int
    """As its author says."""
    true_difficulty: float
    sharpness: float


@dataclass(slots=True)
class _Memory:
    """What a learner knows of one topic: what was there before, and what was gained since."""

    ability: float
    stability: float
    gain: float = 0.0
    met_day: float = 0.0


@dataclass(slots=True)
class _Learner:
    key: str
    memory: list[_Memory]
    pace: float
    keeps: float
    form: float = 0.0
    rows: list[Row] = field(default_factory=list)


def log(world: World, *, learners: int, seed: int) -> Log:
    """All answers of these learners."""
    school = _School(world, np.random.default_rng(seed))
    rows: list[Row] = []
    assessed: dict[str, Posterior] = {}
    for number in range(learners):
        learner = school.new_learner(f"l{number}")
        if school.rng.random() < world.share_assessed:
            assessed[learner.key] = school.assess(learner)
        school.teach(learner)
        rows += learner.rows
    return Log(sorted(rows, key=lambda row: row.at), assessed)


def abilities(world: World, rng: np.random.Generator) -> Floats:
    """True abilities (logits) of a new learner in all topics."""
    course = np.array(world.course_of)
    same = np.where(course[:, None] == course[None, :], world.same_course, world.other_course)
    np.fill_diagonal(same, 1.0)
    draw: Floats = np.linalg.cholesky(same) @ rng.normal(size=world.topics)
    return world.ability_mean + world.ability_deviation * draw


@dataclass(slots=True)
class _School:
    """A world with its items, where learners are taught and tested."""

    world: World
    rng: np.random.Generator
    bank: list[list[SimulatedItem]] = field(init=False)

    def __post_init__(self) -> None:
        each = range(self.world.items_a_topic)
        self.bank = [[self.new_item(topic, n) for n in each] for topic in range(self.world.topics)]

    def new_item(self, topic: int, number: int) -> SimulatedItem:
        difficulty = number % 5 + 1
        truly = difficulty + self.rng.normal(0, self.world.item_noise) / LOGITS_A_STEP
        sharpness = math.exp(self.rng.normal(0, self.world.sharpness_noise))
        return SimulatedItem(f"t{topic}-i{number}", topic, difficulty, truly, sharpness)

    def new_learner(self, key: str) -> _Learner:
        stability = self.world.stability * math.exp(self.rng.normal(0, 0.5))
        memory = [_Memory(float(theta), stability) for theta in abilities(self.world, self.rng)]
        pace = math.exp(self.rng.normal(0, 0.35))
        return _Learner(
            key, memory, pace, min(1.0, self.world.days_kept + self.rng.normal(0, 0.12))
        )

    def answers(self, item: SimulatedItem, theta: float) -> bool:
        """Whether someone of this ability answers right."""
        right = chance(theta, item.true_difficulty, self.world.options, item.sharpness)
        return bool(self.rng.random() < right * (1 - self.world.slip))

    def assess(self, learner: _Learner) -> Posterior:
        """What the initial assessment finds."""
        belief, asked = prior(self.world.course_of), list[int]()
        items = {item.key: item for topic in self.bank for item in topic}
        while chosen := next_candidate(belief, asked, [*map(self.candidate, items.values())]):
            item = items.pop(chosen.item)
            is_correct = self.answers(item, learner.memory[item.topic].ability)
            belief = updated(belief, item.topic, item.difficulty, chosen.options, is_correct)
            asked.append(item.topic)
        return belief

    def candidate(self, item: SimulatedItem) -> Candidate:
        return Candidate(item.key, item.topic, item.difficulty, self.world.options)

    def teach(self, learner: _Learner) -> None:
        """A topic a day that is kept, and a test of 30 items after the last of each course."""
        day = topic = 0
        while topic < self.world.topics and day < 3 * self.world.topics:
            day += 1
            if self.rng.random() > learner.keeps:
                continue
            learner.form = self.rng.normal(0, self.world.form_of_day)
            self.study(learner, topic, day)
            topic += 1
            if topic % self.world.topics_a_course == 0:
                week = np.repeat(range(topic - self.world.topics_a_course, topic), 5)
                self.practise(learner, self.rng.permutation(week)[:30].tolist(), day + 0.1)

    def study(self, learner: _Learner, topic: int, day: float) -> None:
        """A lesson, practice of its topic, and a review of topics met earlier."""
        memory = learner.memory[topic]
        memory.gain += self.world.lesson_gain * learner.pace * self.rng.uniform(0.3, 1.7)
        memory.met_day = day
        self.practise(learner, [topic] * int(self.rng.integers(3, 9)), day)
        if topic:
            earlier = self.rng.integers(0, topic, size=self.rng.integers(2, 8))
            self.practise(learner, earlier.tolist(), day + 0.05)

    def practise(self, learner: _Learner, topics: list[int], day: float) -> None:
        """One item of each of these topics, a minute each; it is a meeting with the topic too."""
        for minute, topic in enumerate(topics):
            memory, moment = learner.memory[topic], day + minute / 1440
            item = self.bank[topic][self.rng.integers(self.world.items_a_topic)]
            left = FORGETTING[self.world.forgetting](
                max(0.0, moment - memory.met_day), memory.stability
            )
            theta = memory.ability + memory.gain * left
            is_correct = self.answers(item, theta + learner.form)
            learner.rows.append(self.row(learner, item, is_correct, moment, theta))
            memory.stability *= 1 + 1.5 * (1 - left) + (0.02 if is_correct else 0.0)
            memory.gain = memory.gain * (0.5 + 0.5 * left) + self.world.answer_gain * learner.pace
            memory.met_day = moment

    def row(
        self, learner: _Learner, item: SimulatedItem, is_correct: bool, day: float, theta: float
    ) -> Row:
        guess = guessing(self.world.options)
        shown = (guess + (1 - guess) * logistic(theta)) * (1 - self.world.slip)
        mastery, at = (shown - guess) / (1 - guess), START + timedelta(days=day)
        facts = (item.key, item.difficulty, self.world.options, is_correct, at, mastery)
        return Row(learner.key, f"t{item.topic}", *facts)
