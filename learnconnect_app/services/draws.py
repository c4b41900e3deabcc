"""Draws the items of a test for one learner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from sqlalchemy import func
from sqlmodel import Session, col, select

from learnconnect_app.content.library import library
from learnconnect_app.content.questions import Question
from learnconnect_app.domain.drawing import USES_OF_A_TEMPLATE, Drawn, PoolItem, draw
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.models import Attempt, AttemptItem, ItemVariant
from learnconnect_app.services.content import variants_of
from learnconnect_app.services.items import LiveItem, live_items
from learnconnect_app.services.mastery import theta_by_topic

PROVEN_SEEDS = 200
"""The content check proves the variants of seeds 0..199; no other is ever shown."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a test asks about: weight and course of each topic, and how many items."""

    weights: Mapping[str, float]
    courses: Mapping[str, str]
    count: int
    least: int | None = None
    """As many items as there are will do, if they are so many; None: ``count`` or nothing."""
    options: int | None = None
    """Only choices with so many options, as an exam asks them; None: questions of any kind."""


def draw_items(
    session: Session, attempt: Attempt, wanted: Asked, now: datetime
) -> list[AttemptItem]:
    """The items of a new test, which are not in the database yet; as hard as suits the learner.

    ``DomainError("not_enough_items")`` when the content has too few of them, seen or not.
    """
    items = live_items(session, wanted.weights)
    pool = _pool(session, attempt, items.values())
    theta = theta_by_topic(
        session, user_id=attempt.user_id, topic_keys=list(wanted.weights), now=now
    )
    drawn = [(each, wanted) for each in _draw(attempt, "draw", pool, wanted, theta)]
    return _as_items(session, attempt, items, drawn)


def draw_parts(
    session: Session, attempt: Attempt, parts: Sequence[Asked]
) -> list[list[AttemptItem]]:
    """As ``draw_items``, part after part, and equally hard for everyone: as an exam is.

    No item by hand comes twice, even where parts share a topic.
    """
    items = live_items(session, {topic for part in parts for topic in part.weights})
    pool = _pool(session, attempt, items.values())
    drawn: list[tuple[Drawn, Asked]] = []
    for number, part in enumerate(parts):
        chosen = _draw(attempt, f"part {number}", pool, part, {})
        drawn += [(each, part) for each in chosen]
        used = {each.key for each in chosen if each.seed is None}
        pool = [item for item in pool if item.key not in used]
    rows = iter(_as_items(session, attempt, items, drawn))
    return [[next(rows) for _, of in drawn if of is part] for part in parts]


def _as_items(
    session: Session,
    attempt: Attempt,
    items: Mapping[str, LiveItem],
    drawn: Sequence[tuple[Drawn, Asked]],
) -> list[AttemptItem]:
    seeded = _with_new_variants(session, attempt, [each for each, _ in drawn])
    variants = variants_of(session, [(items[key].item, seed) for key, seed in seeded], library())
    return [
        attempt_item(attempt, position, items[key], variant, part.courses)
        for position, ((key, _), variant, (_, part)) in enumerate(
            zip(seeded, variants, drawn, strict=True)
        )
    ]


def attempt_item(
    attempt: Attempt,
    position: int,
    live: LiveItem,
    variant: ItemVariant,
    courses: Mapping[str, str],
) -> AttemptItem:
    """An item at its place in a test, its options in an order of the attempt's own."""
    question = Question.model_validate(variant.question)
    rng = Random(f"{attempt.id}:{position}:options")
    topic = live.item.topic_key
    return AttemptItem(
        attempt_id=attempt.id,
        position=position,
        variant_id=variant.id,
        topic_key=topic,
        course_key=courses[topic],
        difficulty=live.difficulty,
        expected_seconds=live.seconds,
        order=shuffled(rng, len(question.choices)),
        possible_answers=question.possible_answers,
    )


def shuffled(rng: Random, count: int) -> list[int]:
    """Never as the author has it: lines to be ordered must not be in order already."""
    order = list(range(count))
    while count > 1 and order == sorted(order):
        rng.shuffle(order)
    return order


def times_seen(session: Session, attempt: Attempt) -> dict[str, int]:
    """How often the learner was asked each item in other tests, in any variant."""
    rows = session.exec(
        select(ItemVariant.item_key, func.count())
        .join(AttemptItem, col(AttemptItem.variant_id) == ItemVariant.id)
        .join(Attempt, col(Attempt.id) == AttemptItem.attempt_id)
        .where(Attempt.user_id == attempt.user_id, Attempt.id != attempt.id)
        .group_by(col(ItemVariant.item_key))
    )
    return {key: int(times) for key, times in rows}


def _pool(session: Session, attempt: Attempt, items: Iterable[LiveItem]) -> list[PoolItem]:
    seen = times_seen(session, attempt)
    return [
        PoolItem(
            key=live.item.key,
            topic=live.item.topic_key,
            difficulty=live.difficulty,
            options=live.item.possible_answers,
            is_template=live.item.is_template,
            times_seen=seen.get(live.item.key, 0),
            is_choice=live.item.kind == "choice",
        )
        for live in items
    ]


def _draw(
    attempt: Attempt,
    name: str,
    pool: Sequence[PoolItem],
    wanted: Asked,
    theta: Mapping[str, float],
) -> list[Drawn]:
    """Unseen items; when they run out, those that were seen least often come after them."""
    fit = [item for item in pool if _is_fit(item, wanted)]
    count = _count(fit, wanted)
    for forgotten in range(max((item.times_seen for item in fit), default=0) + 1):
        open_again = [replace(item, may_repeat=item.times_seen <= forgotten) for item in fit]
        try:
            return draw(
                Random(f"{attempt.id}:{name}"),
                pool=open_again,
                weights=wanted.weights,
                count=count,
                theta=theta,
                target_step=attempt.target_step,
            )
        except DomainError:
            continue
    raise DomainError("not_enough_items")


def _is_fit(item: PoolItem, wanted: Asked) -> bool:
    if item.topic not in wanted.weights:
        return False
    return wanted.options is None or (item.is_choice and item.options == wanted.options)


def _count(fit: Sequence[PoolItem], wanted: Asked) -> int:
    """How many items are asked, if fewer than wanted will do."""
    if wanted.least is None:
        return wanted.count
    there = sum(USES_OF_A_TEMPLATE if item.is_template else 1 for item in fit)
    return max(wanted.least, min(wanted.count, there))


def _with_new_variants(
    session: Session, attempt: Attempt, drawn: Sequence[Drawn]
) -> list[tuple[str, int]]:
    """(item, seed) pairs; a template gets a question that the learner has not seen yet."""
    templates = {each.key for each in drawn if each.seed is not None}
    met = _questions_met(session, attempt, templates)
    return [
        (each.key, 0 if each.seed is None else _new_seed(each, met[each.key])) for each in drawn
    ]


def _new_seed(drawn: Drawn, met: set[str]) -> int:
    """A proven seed whose question is new, or any when all were met; it counts as met then."""
    seeds = Random(f"{drawn.key}:{drawn.seed}").sample(range(PROVEN_SEEDS), PROVEN_SEEDS)
    template = library().templates[drawn.key]
    asked = ((seed, template.variant(seed).identity) for seed in seeds)
    seed, identity = next((each for each in asked if each[1] not in met), (seeds[0], ""))
    met.add(identity)
    return seed


def _questions_met(
    session: Session, attempt: Attempt, templates: Collection[str]
) -> dict[str, set[str]]:
    """What the learner saw of each template."""
    rows = session.exec(
        select(ItemVariant.item_key, ItemVariant.question)
        .join(AttemptItem, col(AttemptItem.variant_id) == ItemVariant.id)
        .join(Attempt, col(Attempt.id) == AttemptItem.attempt_id)
        .where(Attempt.user_id == attempt.user_id, col(ItemVariant.item_key).in_(templates))
    )
    met: dict[str, set[str]] = defaultdict(set)
    for key, question in rows:
        met[key].add(Question.model_validate(question).identity)
    return met
