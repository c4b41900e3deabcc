"""The mistake notebook: what goes in, what is taken out, and what each answer changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select, update

from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.mistakes import Memory, after_answer, first_wrong
from learnconnect_app.domain.responses import Response
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import Mistake, User
from learnconnect_app.services.grading import AskedItem
from learnconnect_app.services.ownership import locked_user


def note_mistakes(
    session: Session, *, user: User, asked: Sequence[AskedItem], now: datetime
) -> None:
    """Keep the wrong answers of a graded test; a right one of a kept item counts as a review.

    What was left out is no mistake. The learner is to be locked before.
    """
    answered = [each for each in asked if each.is_answered]
    day = study_day(now, user.timezone)
    rows = _kept(session, user.id, {each.item_key for each in answered})
    for each in answered:
        row = rows.get(each.item_key)
        if row is not None:
            note_answer(row, each.is_right, day)
        elif not each.is_right:
            row = rows[each.item_key] = _new(user.id, each, day, now)
            session.add(row)
        if row is not None and not each.is_right:
            row.variant_id, row.answer = each.item.variant_id, each.item.answer
            row.attempt_item_id = each.item.id
    session.flush()


def note_answer(row: Mistake, is_right: bool, day: date) -> None:
    """What another answer on a study day changes in a mistake."""
    keep_memory(row, after_answer(memory_of(row), is_right, day))


def memory_of(row: Mistake) -> Memory:
    return Memory(
        stability=row.stability,
        difficulty=row.difficulty,
        reviewed_day=row.reviewed_day,
        due_day=row.due_day,
        times_wrong=row.times_wrong,
        times_right=row.times_right,
        is_learned=row.status == "learned",
    )


def keep_memory(row: Mistake, memory: Memory) -> None:
    row.stability, row.difficulty = memory.stability, memory.difficulty
    row.reviewed_day, row.due_day = memory.reviewed_day, memory.due_day
    row.times_wrong, row.times_right = memory.times_wrong, memory.times_right
    row.status = "learned" if memory.is_learned else "open"


def keep_wrong_answer(row: Mistake, variant_id: UUID, answer: Response) -> None:
    """The answer of a review, which is part of no test."""
    row.variant_id, row.answer, row.attempt_item_id = variant_id, answer, None


def take_out(session: Session, *, user_id: UUID, mistake_id: UUID, now: datetime) -> None:
    """The learner knows it now: it does not come back until it is wrong again. ``NotFound``."""
    _set_status(session, user_id, mistake_id, "learned")


def put_back(session: Session, *, user_id: UUID, mistake_id: UUID, now: datetime) -> None:
    """Undo of ``take_out``: it comes back on the day it would have. ``NotFound``."""
    _set_status(session, user_id, mistake_id, "open")


def own_mistake(session: Session, user_id: UUID, mistake_id: UUID) -> Mistake:
    """As it stands in the database now. ``NotFound``."""
    row = session.exec(
        select(Mistake)
        .where(Mistake.id == mistake_id, Mistake.user_id == user_id)
        .execution_options(populate_existing=True)
    ).first()
    if row is None:
        raise NotFound
    return row


def _set_status(session: Session, user_id: UUID, mistake_id: UUID, status: str) -> None:
    locked_user(session, user_id)
    changed = session.exec(
        update(Mistake)
        .where(col(Mistake.id) == mistake_id, col(Mistake.user_id) == user_id)
        .values(status=status)
    )
    if changed.rowcount != 1:
        raise NotFound


def _kept(session: Session, user_id: UUID, item_keys: set[str]) -> dict[str, Mistake]:
    rows = session.exec(
        select(Mistake)
        .where(Mistake.user_id == user_id, col(Mistake.item_key).in_(item_keys))
        .execution_options(populate_existing=True)
    )
    return {row.item_key: row for row in rows}


def _new(user_id: UUID, asked: AskedItem, day: date, now: datetime) -> Mistake:
    memory = first_wrong(day)
    return Mistake(
        user_id=user_id,
        item_key=asked.item_key,
        topic_key=asked.item.topic_key,
        variant_id=asked.item.variant_id,
        stability=memory.stability,
        difficulty=memory.difficulty,
        reviewed_day=memory.reviewed_day,
        due_day=memory.due_day,
        created_at=now,
    )
