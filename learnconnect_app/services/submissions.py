"""Submits tests, once: grades them, keeps the result, pays, and lets the consequences follow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select, update

from learnconnect_app.domain.achievements import Event
from learnconnect_app.domain.attempts import (
    STUDY_TESTS,
    AttemptKind,
    Result,
    is_passed,
    pass_percent,
)
from learnconnect_app.domain.readiness import needs_correction
from learnconnect_app.models import Attempt, User
from learnconnect_app.services import items, mastery, streaks
from learnconnect_app.services.achievements import award_due
from learnconnect_app.services.answers import GRACE
from learnconnect_app.services.grading import AskedItem, asked_items, grade, result_to_json
from learnconnect_app.services.mistakes import note_mistakes
from learnconnect_app.services.outcomes import follow
from learnconnect_app.services.ownership import locked_user, own_attempt
from learnconnect_app.services.study_outcomes import follow_study_test

UNJUDGED = frozenset({AttemptKind.PRACTICE, AttemptKind.PRACTICE_TEST, AttemptKind.MOCK})
MOST_AT_ONCE = 100
"""Expired tests submitted at a tick."""


def submit_attempt(session: Session, *, user_id: UUID, attempt_id: UUID, now: datetime) -> None:
    """Submit a test. Whoever comes second, or again, changes nothing.

    A test whose time is over counts as work of its deadline, whenever it is found; what it leads
    to begins when it is found.
    """
    user = locked_user(session, user_id)
    attempt = own_attempt(session, user_id, attempt_id, lock=True)
    moment = min(now, attempt.deadline_at)
    if not _close(session, attempt, moment):
        return
    asked = asked_items(session, attempt.id)
    result = grade(asked)
    _keep(attempt, result)
    session.flush()
    answered = [each for each in asked if each.is_answered]
    _learn(session, user, attempt, asked, moment)
    _count_activity(session, user, attempt, answered, moment)
    if attempt.kind in STUDY_TESTS:
        follow_study_test(session, attempt, asked, now)
    else:
        follow(session, user, attempt, answered, result, now)
    award_due(session, user_id=user_id, event=Event.TESTED, now=now)
    session.flush()


def expired_tests(session: Session, *, now: datetime) -> list[tuple[UUID, UUID]]:
    """Running tests whose time is over, the oldest first: each with its learner before it."""
    rows = session.exec(
        select(Attempt.user_id, Attempt.id)
        .where(Attempt.status == "running", Attempt.deadline_at < now - GRACE)
        .order_by(col(Attempt.deadline_at))
        .limit(MOST_AT_ONCE)
    )
    return [(user_id, attempt_id) for user_id, attempt_id in rows]


def _close(session: Session, attempt: Attempt, now: datetime) -> bool:
    """The one conditional UPDATE that decides who submits."""
    closed = session.exec(
        update(Attempt)
        .where(col(Attempt.id) == attempt.id, col(Attempt.status) == "running")
        .values(status="submitted", submitted_at=now)
    )
    return closed.rowcount == 1


def _keep(attempt: Attempt, result: Result) -> None:
    attempt.correct, attempt.total = result.correct, result.total
    attempt.is_passed = _is_passed(attempt, result)
    attempt.result = {**attempt.result, **result_to_json(result)}


def _is_passed(attempt: Attempt, result: Result) -> bool | None:
    """What only measures is not passed or failed; a final is passed when no correction follows."""
    kind = AttemptKind(attempt.kind)
    if kind.is_adaptive or kind in UNJUDGED:
        return None
    if kind == AttemptKind.FINAL:
        return not needs_correction(result.percent)
    return is_passed(result.correct, result.total, pass_percent(kind))


def _learn(
    session: Session, user: User, attempt: Attempt, asked: Sequence[AskedItem], now: datetime
) -> None:
    """What was left out says more of the time than of the topic: only answers are learned from."""
    topics = {each.item.topic_key for each in asked}
    ability = mastery.theta_by_topic(session, user_id=attempt.user_id, topic_keys=topics, now=now)
    items.count_answers(session, asked, ability)
    if AttemptKind(attempt.kind).is_adaptive:  # it seeds mastery as a whole
        return
    note_mistakes(session, user=user, asked=asked, now=now)
    answers = [
        mastery.AnsweredItem(
            each.item.topic_key,
            each.item.difficulty,
            each.item.possible_answers,
            each.is_right,
        )
        for each in asked
        if each.is_answered
    ]
    mastery.record_answers(session, user_id=attempt.user_id, answers=answers, now=now)


def _count_activity(
    session: Session, user: User, attempt: Attempt, answered: Sequence[AskedItem], now: datetime
) -> None:
    """A test in which nothing was answered was opened, not worked on: it makes no study day.

    The minutes of a practice test are those of its session, which counts them itself.
    """
    if answered:
        is_session = attempt.kind == AttemptKind.PRACTICE_TEST
        minutes = 0 if is_session else round(sum(each.item.seconds for each in answered) / 60)
        streaks.record_activity(session, user=user, now=now, minutes=minutes, tests=1)
