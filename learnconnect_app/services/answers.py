"""Answers of a running test, saved one by one as they are chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from learnconnect_app.content.questions import Question
from learnconnect_app.domain.attempts import AttemptKind
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.responses import (
    Response,
    arranged,
    chosen_one,
    chosen_several,
    matched,
    typed,
)
from learnconnect_app.models import Attempt, AttemptItem, ItemVariant
from learnconnect_app.services import adaptive
from learnconnect_app.services.grading import asked_items
from learnconnect_app.services.ownership import own_attempt

GRACE = timedelta(seconds=10)
"""An answer given in the last second may take a while to arrive."""
POSITIONS = range(1000)
"""More than any test has: a larger number is never asked of the database."""


def is_over(attempt: Attempt, now: datetime) -> bool:
    return attempt.status != "running" or now > attempt.deadline_at + GRACE


def show_item(
    session: Session, *, user_id: UUID, attempt_id: UUID, position: int, now: datetime
) -> None:
    """Note that an item came on the screen; of a test that is over nothing is noted any more.

    ``DomainError("bad_answer")`` for a position it does not have.
    """
    attempt = own_attempt(session, user_id, attempt_id, lock=True)
    item, _ = question_at(session, attempt, position)
    if not is_over(attempt, now):
        item.shown_at = now
        session.flush()


def choose_answer(
    session: Session,
    *,
    user_id: UUID,
    attempt_id: UUID,
    position: int,
    response: Response,
    seconds: float,
    now: datetime,
) -> None:
    """Save one answer; its places are those on the screen, ``seconds`` since the item came up
    or was answered last.

    It may be changed until the test is submitted; in an adaptive one, where the next item
    depends on it, only while it is the newest. ``DomainError`` test_over, bad_answer or
    answer_final.
    """
    attempt = _running(session, user_id, attempt_id, now)
    item, question = question_at(session, attempt, position)
    answer = as_kept(question, response, item.order)
    if answer == item.answer:
        return
    is_adaptive = AttemptKind(attempt.kind).is_adaptive
    if is_adaptive and position != _newest_position(session, attempt):
        raise DomainError("answer_final")
    item.seconds += _time_spent(attempt, item, seconds, now)
    item.answer, item.answered_at = answer, now
    session.flush()


def next_adaptive_item(session: Session, *, user_id: UUID, attempt_id: UUID, now: datetime) -> bool:
    """Whether the assessment has an item to answer: the newest one, or else one drawn now."""
    attempt = own_attempt(session, user_id, attempt_id, lock=True)
    if not AttemptKind(attempt.kind).is_adaptive or is_over(attempt, now):
        return False
    asked = asked_items(session, attempt.id)
    if asked and not asked[-1].is_answered:
        return True
    return adaptive.draw_next(session, attempt, asked)


def _running(session: Session, user_id: UUID, attempt_id: UUID, now: datetime) -> Attempt:
    """The attempt, locked so that no one submits it while an answer is saved."""
    attempt = own_attempt(session, user_id, attempt_id, lock=True)
    if is_over(attempt, now):
        raise DomainError("test_over")
    return attempt


def as_kept(question: Question, given: Response, order: Sequence[int]) -> Response | None:
    """The answer as it is kept; None when it was taken back. ``DomainError`` bad_answer."""
    match question.kind:
        case "choice":
            return chosen_one(given, order)
        case "several":
            return chosen_several(given, order)
        case "order":
            return arranged(given, order)
        case "match":
            return matched(given, order)
    return typed(given)


def question_at(session: Session, attempt: Attempt, position: int) -> tuple[AttemptItem, Question]:
    """An item of a test with what it asks. ``DomainError("bad_answer")`` beyond its end."""
    if position not in POSITIONS:
        raise DomainError("bad_answer")
    row = session.exec(
        select(AttemptItem, ItemVariant.question)
        .join(ItemVariant, col(ItemVariant.id) == AttemptItem.variant_id)
        .where(AttemptItem.attempt_id == attempt.id, AttemptItem.position == position)
    ).first()
    if row is None:
        raise DomainError("bad_answer")
    return row[0], Question.model_validate(row[1])


def _newest_position(session: Session, attempt: Attempt) -> int:
    newest = select(func.max(AttemptItem.position)).where(AttemptItem.attempt_id == attempt.id)
    return int(session.exec(newest).one() or 0)


def _time_spent(attempt: Attempt, item: AttemptItem, seconds: float, now: datetime) -> float:
    """Seconds to add: what the browser measured, as far as our own clock allows it."""
    shown = item.shown_at or attempt.started_at
    counted_until = max(shown, item.answered_at or shown)
    return max(0.0, min(seconds, (now - counted_until).total_seconds()))
