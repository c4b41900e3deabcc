"""Grades the answers of a test, and keeps and reads back its result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.content.questions import Question
from learnconnect_app.domain.attempts import (
    CourseResult,
    GradedAnswer,
    Result,
    TopicResult,
    summarise,
)
from learnconnect_app.domain.responses import (
    Response,
    is_complete,
    is_same_number,
    is_same_output,
    is_same_text,
)
from learnconnect_app.models import AttemptItem, ItemVariant


class AskedItem(NamedTuple):
    """An item of a test with the question that it shows."""

    item: AttemptItem
    item_key: str
    question: Question

    @property
    def is_answered(self) -> bool:
        return is_complete(self.item.answer)

    @property
    def is_right(self) -> bool:
        """Unanswered is wrong."""
        return self.is_answered and is_right(self.question, self.item.answer)


def is_right(question: Question, answer: Response) -> bool:
    """Whether an answer, as it is kept, is the right one."""
    options = question.options
    match question.kind, answer:
        case "choice", int(chosen):
            return options[chosen].correct
        case "several", list(chosen):
            return chosen == [place for place, option in enumerate(options) if option.correct]
        case "order" | "match", list(places):
            return places == list(range(len(places)))
        case "number", str(text) if question.number:
            return is_same_number(text, question.number.value, question.number.tolerance)
        case "text", str(text):
            return is_same_text(text, question.accept)
        case "output", str(text):
            return is_same_output(text, question.accept)
    return False


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
        is_answered=is_complete(item.answer),
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
