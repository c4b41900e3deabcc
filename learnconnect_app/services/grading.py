"""Grades the answers of a test, and keeps and reads back its result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.content.schema import Question
from learnconnect_app.domain.attempts import (
    CourseResult,
    GradedAnswer,
    Result,
    TopicResult,
    summarise,
)
from learnconnect_app.models import AttemptItem, ItemVariant


class AskedItem(NamedTuple):
    """An item of a test with the question that it shows."""

    item: AttemptItem
    item_key: str
    question: Question

    @property
    def is_right(self) -> bool:
        """Unanswered is wrong."""
        choice = self.item.choice
        return choice is not None and self.question.options[choice].correct


def asked_items(session: Session, attempt_id: UUID) -> list[AskedItem]:
    """The items of a test in the order they are shown. One query."""
    rows = session.exec(
        select(AttemptItem, ItemVariant.item_key, ItemVariant.question)
        .join(ItemVariant, col(ItemVariant.id) == AttemptItem.variant_id)
        .where(AttemptItem.attempt_id == attempt_id)
        .order_by(col(AttemptItem.position))
    )
    return [AskedItem(item, key, Question.model_validate(shown)) for item, key, shown in rows]


def grade(asked: Sequence[AskedItem]) -> Result:
    """Mark each item right or wrong, and sum the test up."""
    for each in asked:
        each.item.is_correct = each.is_right
    return summarise([_graded(each.item) for each in asked])


def _graded(item: AttemptItem) -> GradedAnswer:
    return GradedAnswer(
        topic=item.topic_key,
        course=item.course_key,
        is_correct=bool(item.is_correct),
        seconds=item.seconds,
        expected_seconds=item.expected_seconds,
        difficulty=item.difficulty,
        is_answered=item.choice is not None,
    )


def result_to_json(result: Result) -> dict[str, Any]:
    return asdict(result)


def result_from_json(kept: Mapping[Any, Any]) -> Result:
    return Result(
        correct=kept["correct"],
        total=kept["total"],
        topics=tuple(TopicResult(**topic) for topic in kept["topics"]),
        courses=tuple(CourseResult(**course) for course in kept["courses"]),
        speed=kept["speed"],
        consistency=kept["consistency"],
        weak_topics=tuple(kept["weak_topics"]),
    )
