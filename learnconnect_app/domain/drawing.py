"""Which items a test asks: balanced over topics, unseen first, as hard as suits the learner.

Topics share the test in proportion to their weights. In each topic the items come in order of
freshness (never seen, then templates seen before, then a template for the second time in this
test), and among equally fresh ones at random; then single items are exchanged for equally fresh
ones of the same topic until the expected score is as near as it gets to the aim. Steering from a
random draw by small exchanges keeps the pool's natural spread of difficulties, and no exchange may
make one difficulty more than half of the test.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from learnconnect_app.domain.abilities import chance
from learnconnect_app.domain.errors import DomainError

EXPECTED_SCORE = 0.75
USES_OF_A_TEMPLATE = 2
PROVEN_SEEDS = range(1, 200)
"""Seeds whose variants the content check proves; 0 stands for an item by hand."""


@dataclass(frozen=True, slots=True)
class PoolItem:
    """An item that may be drawn; ``times_seen`` and ``seen_seeds`` are this learner's."""

    key: str
    topic: str
    difficulty: float
    options: int
    is_template: bool
    times_seen: int
    seen_seeds: frozenset[int] = frozenset()
    is_choice: bool = True
    """Whether one of its options is the answer, as in an exam on paper."""
    may_repeat: bool = False
    """Whether an item by hand may come again, after those never seen."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A question of the test: an item by hand (no seed) or a template's variant for a seed."""

    key: str
    seed: int | None


@dataclass(frozen=True, slots=True)
class _Slot:
    """One use of an item: the second use of a template is another slot."""

    item: PoolItem
    use: int

    @property
    def staleness(self) -> int:
        """0 never seen; 1 seen before; 2 a template for the second time in this test."""
        return 2 if self.use else min(1, self.item.times_seen)


_Value = Callable[[_Slot], float]


def draw(
    rng: Random,
    *,
    pool: Sequence[PoolItem],
    weights: Mapping[str, float],
    count: int,
    theta: Mapping[str, float],
    target_step: int = 0,
    expected: float = EXPECTED_SCORE,
    seeds: Sequence[int] = PROVEN_SEEDS,
) -> list[Drawn]:
    """``count`` questions from the topics with a weight, topics mixed and easier ones first.

    Items by hand that were seen are left out; a template comes at most twice. No seed comes twice
    in a test, nor one the learner saw of that template while others are left. ``theta`` is the
    ability (logits) by topic, 0 where it is missing. The neutral draw aims at the ``expected``
    share of right answers; ``target_step`` raises its mean difficulty by so many steps of the 1-5
    scale, as far as the pool allows. Raises ``not_enough_items``.
    """
    slots = _slots_by_topic(rng, pool, weights)
    quota = shares(rng, weights, {topic: len(each) for topic, each in slots.items()}, count)
    chosen = [slot for topic, each in slots.items() for slot in each[: quota[topic]]]
    free = [slot for topic, each in slots.items() for slot in each[quota[topic] :]]

    def score(slot: _Slot) -> float:
        item = slot.item
        return chance(theta.get(item.topic, 0.0), item.difficulty, item.options)

    _steer(chosen, free, score, expected * count)
    if target_step:
        aim = sum(map(_difficulty, chosen)) + target_step * count
        _steer(chosen, free, _difficulty, aim)
    return _with_seeds(rng, _interleaved(rng, chosen), seeds)


def shares(
    rng: Random, weights: Mapping[str, float], capacity: Mapping[str, int], count: int
) -> dict[str, int]:
    """How many questions each topic gives: largest remainders, chance deciding between equals.

    What a topic lacks goes to the others in proportion. Raises ``not_enough_items``.
    """
    if sum(capacity.values()) < count:
        raise DomainError("not_enough_items")
    open_topics = list(capacity)
    given = dict.fromkeys(capacity, 0)
    while open_topics:
        left = count - sum(given.values())
        fair = _largest_remainders(rng, {topic: weights[topic] for topic in open_topics}, left)
        short = [topic for topic in open_topics if fair[topic] >= capacity[topic]]
        if not short:
            return given | fair
        given |= {topic: capacity[topic] for topic in short}
        open_topics = [topic for topic in open_topics if topic not in short]
    return given


def _largest_remainders(rng: Random, weights: Mapping[str, float], count: int) -> dict[str, int]:
    total = sum(weights.values())
    exact = {topic: count * weight / total for topic, weight in weights.items()}
    given = {topic: int(share) for topic, share in exact.items()}
    order = sorted(exact, key=lambda topic: (given[topic] - exact[topic], rng.random()))
    for topic in order[: count - sum(given.values())]:
        given[topic] += 1
    return given


def _slots_by_topic(
    rng: Random, pool: Sequence[PoolItem], weights: Mapping[str, float]
) -> dict[str, list[_Slot]]:
    """What may be drawn, by topic in the order of the weights, freshest first."""
    by_topic: dict[str, list[_Slot]] = {topic: [] for topic, w in weights.items() if w > 0}
    for item in pool:
        if item.topic in by_topic and _can_come(item):
            uses = USES_OF_A_TEMPLATE if item.is_template else 1
            by_topic[item.topic] += [_Slot(item, use) for use in range(uses)]
    for slots in by_topic.values():
        rng.shuffle(slots)
        slots.sort(key=lambda slot: slot.staleness)
    return by_topic


def _can_come(item: PoolItem) -> bool:
    return item.is_template or item.may_repeat or not item.times_seen


def _difficulty(slot: _Slot) -> float:
    return slot.item.difficulty


def _steer(chosen: list[_Slot], free: list[_Slot], value: _Value, aim: float) -> None:
    """Exchange items until the sum is nearest to ``aim``.

    Items one step harder or easier go first: so the difficulties move together and stay spread.
    """
    gap = aim - sum(map(value, chosen))
    for reach in (1, 4):
        while exchange := _best_exchange(chosen, free, value, gap, reach):
            out, into = exchange
            gap -= value(free[into]) - value(chosen[out])
            chosen[out], free[into] = free[into], chosen[out]


def _best_exchange(
    chosen: Sequence[_Slot], free: Sequence[_Slot], value: _Value, gap: float, reach: int
) -> tuple[int, int] | None:
    """Places of the exchange that leaves the smallest gap, or None when none makes it smaller."""
    count = Counter(round(slot.item.difficulty) for slot in chosen)
    full = {difficulty for difficulty, uses in count.items() if uses >= (len(chosen) + 1) // 2}
    offers: dict[tuple[str, int], list[tuple[int, _Slot]]] = {}
    for into, slot in enumerate(free):
        if round(slot.item.difficulty) not in full:
            offers.setdefault((slot.item.topic, slot.staleness), []).append((into, slot))
    best, smallest = None, abs(gap) - 1e-9
    for out, old in enumerate(chosen):
        for into, new in offers.get((old.item.topic, old.staleness), ()):
            if abs(new.item.difficulty - old.item.difficulty) <= reach:
                left = abs(gap - value(new) + value(old))
                if left < smallest - 1e-12:
                    best, smallest = (out, into), left
    return best


def _interleaved(rng: Random, chosen: Sequence[_Slot]) -> list[_Slot]:
    """Each topic spread evenly over the test from its easiest item on, no topic twice in a row."""
    by_topic: dict[str, list[_Slot]] = {}
    for slot in sorted(chosen, key=lambda slot: (slot.item.difficulty, rng.random())):
        by_topic.setdefault(slot.item.topic, []).append(slot)
    placed = [
        ((place + rng.random()) / len(slots), slot)
        for slots in by_topic.values()
        for place, slot in enumerate(slots)
    ]
    waiting = [slot for _, slot in sorted(placed, key=lambda each: each[0])]
    order: list[_Slot] = []
    while waiting:
        last = order[-1].item.topic if order else None
        other = (place for place, slot in enumerate(waiting) if slot.item.topic != last)
        order.append(waiting.pop(next(other, 0)))
    return order


def _with_seeds(rng: Random, order: Sequence[_Slot], seeds: Sequence[int]) -> list[Drawn]:
    drawn: list[Drawn] = []
    used: set[int] = set()
    for slot in order:
        seed = None
        if slot.item.is_template:
            unused = [each for each in seeds if each not in used] or list(seeds)
            fresh = [each for each in unused if each not in slot.item.seen_seeds]
            seed = rng.choice(fresh or unused)
            used.add(seed)
        drawn.append(Drawn(slot.item.key, seed))
    return drawn
