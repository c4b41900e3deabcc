"""A running test, one question at a time, without any right answer or explanation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.attempts import AttemptKind
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.responses import is_complete
from learnconnect_app.domain.views import QuestionView, SectionStart, TestView
from learnconnect_app.models import (
    Attempt,
    AttemptItem,
    Course,
    Curriculum,
    Module,
    Topic,
    WeeklyPlan,
)
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.adaptive import map_for
from learnconnect_app.services.answers import question_at
from learnconnect_app.services.mocks import section_starts, titles_of
from learnconnect_app.services.ownership import own_attempt
from learnconnect_app.services.rendering import question_view
from learnconnect_app.services.texts import text_in


def test_view(
    session: Session, *, user_id: UUID, attempt_id: UUID, position: int | None, now: datetime
) -> TestView:
    """A question of a running test; without ``position`` the first one that is unanswered.

    ``DomainError`` test_over once it is submitted, bad_answer for a position it does not have.
    A test whose time is over is still shown, with no seconds left, so that it can be submitted.
    """
    attempt = own_attempt(session, user_id, attempt_id)
    if attempt.status != "running":
        raise DomainError("test_over")
    locale = get_user(session, user_id).locale
    answered = _answered(session, attempt)
    if position is None:
        position = answered.index(False) if False in answered else len(answered) - 1
    question = _question(session, attempt, position, locale)
    is_adaptive = AttemptKind(attempt.kind).is_adaptive
    sections = _sections(session, attempt, locale)
    first, last = _in_sight(sections, position, len(answered))
    limits = map_for(session, attempt).limits if is_adaptive else None
    return TestView(
        attempt_id=str(attempt.id),
        kind=attempt.kind,
        title=title_of_test(session, attempt, locale),
        number=attempt.number,
        is_adaptive=is_adaptive,
        count=limits.most if limits else len(answered),
        fewest=limits.fewest if limits else len(answered),
        answered=answered,
        question=question,
        sections=sections,
        first=first,
        last=last,
        deadline_ms=int(attempt.deadline_at.timestamp() * 1000),
        seconds_left=max(0, int((attempt.deadline_at - now).total_seconds())),
    )


def title_of_test(session: Session, attempt: Attempt, locale: str) -> str:
    """What a test is about: a block, a module, a topic, a sitting, or else the whole track."""
    if attempt.test_key:
        curriculum = session.get_one(Curriculum, attempt.curriculum_key)
        return text_in(titles_of(curriculum).get(attempt.test_key, ""), locale)
    title = select(Curriculum.title).where(Curriculum.key == attempt.curriculum_key)
    if attempt.weekly_plan_id is not None:
        title = (
            select(Course.title)
            .join(WeeklyPlan, col(WeeklyPlan.course_key) == Course.key)
            .where(WeeklyPlan.id == attempt.weekly_plan_id)
        )
    elif attempt.module_key is not None:
        title = select(Module.title).where(Module.key == attempt.module_key)
    elif attempt.topic_key is not None:
        title = select(Topic.title).where(Topic.key == attempt.topic_key)
    return text_in(session.exec(title).first() or "", locale)


def _sections(session: Session, attempt: Attempt, locale: str) -> tuple[SectionStart, ...]:
    if attempt.kind != AttemptKind.MOCK:
        return ()
    titles = titles_of(session.get_one(Curriculum, attempt.curriculum_key))
    return tuple(
        SectionStart(text_in(titles[key], locale), first)
        for first, key in section_starts(attempt).items()
    )


def _in_sight(sections: Sequence[SectionStart], position: int, count: int) -> tuple[int, int]:
    """First and last position of the section that a position is in."""
    starts = [0, *(section.first for section in sections), count]
    first = max(start for start in starts if start <= position)
    return first, min((start for start in starts if start > position), default=count) - 1


def _answered(session: Session, attempt: Attempt) -> tuple[bool, ...]:
    answers = session.exec(
        select(AttemptItem.answer)
        .where(AttemptItem.attempt_id == attempt.id)
        .order_by(col(AttemptItem.position))
    )
    return tuple(is_complete(answer) for answer in answers)


def _question(session: Session, attempt: Attempt, position: int, locale: str) -> QuestionView:
    item, question = question_at(session, attempt, position)
    return question_view(item, question, locale)
