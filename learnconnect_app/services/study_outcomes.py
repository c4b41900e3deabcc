"""What a submitted test of a study plan leads to: what is believed of its topics, its session."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, select

from learnconnect_app.domain.attempts import AttemptKind
from learnconnect_app.models import Attempt, PlanChange
from learnconnect_app.services.grading import AskedItem
from learnconnect_app.services.lesson_progress import note_answers
from learnconnect_app.services.mocks import note_nets
from learnconnect_app.services.practice_tests import finish_session


def follow_study_test(
    session: Session,
    attempt: Attempt,
    asked: Sequence[AskedItem],
    now: datetime,
) -> None:
    """Let the consequences follow of a quiz, practice, practice test or mock just graded."""
    answered = [each for each in asked if each.is_answered]
    note_answers(session, user_id=attempt.user_id, counts=_counts(answered), now=now)
    if attempt.kind == AttemptKind.MOCK:
        note_nets(attempt, asked)
    if attempt.kind == AttemptKind.PRACTICE_TEST:
        finish_session(session, attempt, answered, now)
    _name_change(session, attempt, now)


def _name_change(session: Session, attempt: Attempt, now: datetime) -> None:
    """The answers may have given courses more or less time: the result says so."""
    change_id = session.exec(
        select(PlanChange.id).where(
            PlanChange.plan_id == attempt.study_plan_id,
            PlanChange.kind == "adapted",
            PlanChange.created_at == now,
        )
    ).first()
    if change_id is not None:
        attempt.result = {**attempt.result, "change": str(change_id)}


def _counts(answered: Sequence[AskedItem]) -> dict[str, tuple[int, int]]:
    """Right and all answers by topic."""
    counts: dict[str, tuple[int, int]] = {}
    for each in answered:
        right, total = counts.get(each.item.topic_key, (0, 0))
        counts[each.item.topic_key] = (right + each.is_right, total + 1)
    return counts
