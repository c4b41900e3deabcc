"""Adaptive assessments: which item comes next, worked out anew from the answers so far.

The initial assessment asks about all topics of a track and ends when it knows enough. A placement
asks about the topics that count for a score of an exam, each as much as it counts, and of each
course as many items as the exam's blueprint says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
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
from learnconnect_app.domain.attempts import AttemptKind
from learnconnect_app.domain.exams import assessment_blueprint, course_weights
from learnconnect_app.domain.placement_beliefs import posterior_at_once
from learnconnect_app.models import Attempt, Course, Curriculum, Lesson, StudyPlan
from learnconnect_app.services.content import variant_of
from learnconnect_app.services.draws import PROVEN_SEEDS, attempt_item, times_seen
from learnconnect_app.services.exams import exam_of
from learnconnect_app.services.grading import AskedItem
from learnconnect_app.services.items import LiveItem, live_items
from learnconnect_app.services.upserts import insert_once

LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Map:
    """The topics an assessment is about in their order, each with its course."""

    topics: tuple[str, ...]
    courses: tuple[str, ...]
    weights: tuple[float, ...] | None = None
    """How much each topic counts; None: all the same."""
    quotas: Mapping[str, int] = field(default_factory=dict)
    """Items to ask of each course; empty: as the answers lead."""

    @property
    def limits(self) -> Limits:
        if not self.quotas:
            return LIMITS
        items = sum(self.quotas.values())
        return Limits(items, items)

    @property
    def course_numbers(self) -> list[int]:
        numbers = {course: number for number, course in enumerate(dict.fromkeys(self.courses))}
        return [numbers[course] for course in self.courses]

    @property
    def course_of(self) -> dict[str, str]:
        return dict(zip(self.topics, self.courses, strict=True))

    @property
    def numbers(self) -> dict[str, int]:
        return {topic: number for number, topic in enumerate(self.topics)}

    def open_topics(self, asked: Sequence[AskedItem]) -> tuple[str, ...]:
        """Topics of the courses that are not asked about enough yet."""
        if not self.quotas:
            return self.topics
        counts = Counter(each.item.course_key for each in asked)
        return tuple(
            topic
            for topic, course in zip(self.topics, self.courses, strict=True)
            if counts[course] < self.quotas.get(course, 0)
        )


def map_for(session: Session, attempt: Attempt) -> Map:
    """What an adaptive test asks about.

    A placement follows the score of its plan; what it began with, once that is about another exam.
    """
    if attempt.kind == AttemptKind.PLACEMENT:
        plan = session.exec(select(StudyPlan).where(StudyPlan.id == attempt.study_plan_id)).one()
        score = plan.score_key if plan.curriculum_key == attempt.curriculum_key else ""
        return map_of_score(session, attempt.curriculum_key, score or attempt.result["score"])
    return map_of(session, attempt.curriculum_key)


def map_of(session: Session, curriculum_key: str) -> Map:
    """All topics of a curriculum."""
    rows = _lessons(session, curriculum_key)
    return Map(tuple(topic for topic, _, _ in rows), tuple(course for _, course, _ in rows))


def map_of_score(session: Session, curriculum_key: str, score_key: str) -> Map:
    """The topics that count for a score, each by its share of the score; ``KeyError`` for none."""
    exam = exam_of(session.get(Curriculum, curriculum_key))
    percent = course_weights(exam, score_key)
    rows = [row for row in _lessons(session, curriculum_key) if row[1] in percent]
    items: Counter[str] = Counter()
    for _, course, expected in rows:
        items[course] += expected  # type: ignore[assignment]
    return Map(
        tuple(topic for topic, _, _ in rows),
        tuple(course for _, course, _ in rows),
        tuple(percent[course] * expected / items[course] for _, course, expected in rows),
        {key: n for key, n in assessment_blueprint(exam, score_key).items() if items[key]},
    )


def _lessons(session: Session, curriculum_key: str) -> list[tuple[str, str, float]]:
    """Topic, course and expected items of the exam, in the order of the curriculum."""
    rows = session.exec(
        select(Lesson.topic_key, Course.key, Lesson.exam_items)
        .join(Course, col(Course.key) == Lesson.course_key)
        .where(Course.curriculum_key == curriculum_key)
        .order_by(col(Course.position), col(Lesson.position))
    )
    return [(topic, course, expected or 1.0) for topic, course, expected in rows]


def belief_after(topics: Map, asked: Sequence[AskedItem]) -> Posterior:
    """What the answers tell of all topics; an item left unanswered is wrong."""
    numbers = topics.numbers
    answers = [
        Answer(
            numbers[each.item.topic_key],
            each.item.difficulty,
            each.item.possible_answers,
            each.is_right,
        )
        for each in asked
        if each.item.topic_key in numbers
    ]
    believed = posterior_at_once if topics.quotas else posterior_after
    return believed(topics.course_numbers, answers, topics.weights)


def draw_next(session: Session, attempt: Attempt, asked: Sequence[AskedItem]) -> bool:
    """Add the most telling item to an assessment; False when it is over."""
    topics = map_for(session, attempt)
    rng, numbers = Random(f"{attempt.id}:{len(asked)}"), topics.numbers
    items = _items_left(session, attempt, topics.open_topics(asked), asked)
    candidates = [
        Candidate(key, numbers[each.item.topic_key], each.difficulty, each.item.possible_answers)
        for key, each in items.items()
    ]
    asked_topics = [n for each in asked if (n := numbers.get(each.item.topic_key)) is not None]
    belief = belief_after(topics, asked)
    chosen = next_candidate(belief, asked_topics, candidates, topics.limits)
    if chosen is None:
        return False
    live = items[chosen.item]
    variant = variant_of(session, live.item, rng.randrange(PROVEN_SEEDS), library())
    insert_once(session, attempt_item(attempt, len(asked), live, variant, topics.course_of))
    return True


def _items_left(
    session: Session, attempt: Attempt, topics: Sequence[str], asked: Sequence[AskedItem]
) -> dict[str, LiveItem]:
    """Items not asked yet, in an order of the attempt's own, those new to the learner first."""
    used = {each.item_key for each in asked}
    seen = times_seen(session, attempt)
    items = live_items(session, topics)
    left = [key for key in items if key not in used]
    Random(f"{attempt.id}:items").shuffle(left)
    return {key: items[key] for key in sorted(left, key=lambda key: seen.get(key, 0))}
