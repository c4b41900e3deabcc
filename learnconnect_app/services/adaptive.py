"""The initial assessment: which item comes next, worked out anew from the answers so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from sqlmodel import Session, col, select

from learnconnect_app.content.library import library
from learnconnect_app.domain.assessments import (
    Answer,
    Candidate,
    Limits,
    Posterior,
    next_candidate,
    posterior_after,
)
from learnconnect_app.models import Attempt, Course, Lesson
from learnconnect_app.services.content import variant_of
from learnconnect_app.services.draws import PROVEN_SEEDS, attempt_item, times_seen
from learnconnect_app.services.grading import AskedItem
from learnconnect_app.services.items import LiveItem, live_items
from learnconnect_app.services.upserts import insert_once

LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Map:
    """The topics of a curriculum in its order, each with its course."""

    topics: tuple[str, ...]
    courses: tuple[str, ...]

    @property
    def course_numbers(self) -> list[int]:
        return [self.courses.index(course) for course in self.courses]

    @property
    def course_of(self) -> dict[str, str]:
        return dict(zip(self.topics, self.courses, strict=True))

    def number_of(self, topic: str) -> int:
        return self.topics.index(topic)


def map_of(session: Session, curriculum_key: str) -> Map:
    rows = session.exec(
        select(Lesson.topic_key, Course.key)
        .join(Course, col(Course.key) == Lesson.course_key)
        .where(Course.curriculum_key == curriculum_key)
        .order_by(col(Course.position), col(Lesson.position))
    ).all()
    return Map(tuple(topic for topic, _ in rows), tuple(course for _, course in rows))


def belief_after(topics: Map, asked: Sequence[AskedItem]) -> Posterior:
    """What the answers tell of all topics; an item left unanswered is wrong."""
    answers = [
        Answer(
            topics.number_of(each.item.topic_key),
            each.item.difficulty,
            each.item.possible_answers,
            each.is_right,
        )
        for each in asked
    ]
    return posterior_after(topics.course_numbers, answers)


def draw_next(session: Session, attempt: Attempt, asked: Sequence[AskedItem]) -> bool:
    """Add the most telling item to an assessment; False when it is over."""
    topics = map_of(session, attempt.curriculum_key)
    rng = Random(f"{attempt.id}:{len(asked)}")
    items = _items_left(session, attempt, topics, asked)
    candidates = [
        Candidate(
            key,
            topics.number_of(each.item.topic_key),
            each.difficulty,
            each.item.possible_answers,
        )
        for key, each in items.items()
    ]
    asked_topics = [topics.number_of(each.item.topic_key) for each in asked]
    chosen = next_candidate(belief_after(topics, asked), asked_topics, candidates, LIMITS)
    if chosen is None:
        return False
    live = items[chosen.item]
    variant = variant_of(session, live.item, rng.randrange(PROVEN_SEEDS), library())
    insert_once(session, attempt_item(attempt, len(asked), live, variant, topics.course_of))
    return True


def _items_left(
    session: Session, attempt: Attempt, topics: Map, asked: Sequence[AskedItem]
) -> dict[str, LiveItem]:
    """Items not asked yet, in an order of the attempt's own, those new to the learner first."""
    used = {each.item_key for each in asked}
    seen = times_seen(session, attempt)
    items = live_items(session, topics.topics)
    left = [key for key in items if key not in used]
    Random(f"{attempt.id}:items").shuffle(left)
    return {key: items[key] for key in sorted(left, key=lambda key: seen.get(key, 0))}
