"""Mocks that can be taken and those that were: for the card, and for the line of nets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.exams import ExamTest, Section
from learnconnect_app.domain.mock_views import MockBar, MockChoice, MocksView
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import Attempt, Curriculum, User
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.exams import exam_of
from learnconnect_app.services.mocks import (
    part_scores,
    sections_that_count,
    titles_of,
)
from learnconnect_app.services.study_tests import tested_plan
from learnconnect_app.services.texts import text_in

MOST_BARS = 8


def mocks_view(session: Session, *, user_id: UUID, now: datetime) -> MocksView:
    """Sittings that count for the learner's score, and the latest mocks; empty without a plan that
    is active. Five queries. ``now`` changes nothing: every reader is given it."""
    try:
        plan = tested_plan(session, user_id)
    except (NotFound, DomainError):
        return MocksView()
    user = get_user(session, user_id)
    curriculum = session.get_one(Curriculum, plan.curriculum_key)
    exam = exam_of(curriculum)
    running = _running(session, user_id, curriculum.key)
    choices = (
        _choice(curriculum, sitting, sections_that_count(exam, sitting, plan.score_key), user)
        for sitting in exam.tests
    )
    return MocksView(
        choices=tuple(
            _with_running(each, running) for each in choices if each is not None and each.item_count
        ),
        history=history(curriculum, submitted_mocks(session, user_id, curriculum.key), user),
    )


def submitted_mocks(
    session: Session, user_id: UUID, curriculum_key: str, *, until: datetime | None = None
) -> Sequence[Attempt]:
    """The latest first, up to a moment if one is given."""
    wanted = select(Attempt).where(
        Attempt.user_id == user_id,
        Attempt.curriculum_key == curriculum_key,
        Attempt.kind == "mock",
        Attempt.status == "submitted",
    )
    if until is not None:
        wanted = wanted.where(col(Attempt.submitted_at) <= until)
    return session.exec(wanted.order_by(col(Attempt.submitted_at).desc()).limit(MOST_BARS)).all()


def history(curriculum: Curriculum, mocks: Sequence[Attempt], user: User) -> tuple[MockBar, ...]:
    """A bar a mock, oldest first."""
    titles = titles_of(curriculum)
    exam = exam_of(curriculum)
    bars = []
    for mock in reversed(mocks):
        net = sum(part.net(exam.wrong_for_a_right) for part in part_scores(mock))
        total = mock.total or 1
        bars.append(
            MockBar(
                attempt_id=str(mock.id),
                title=text_in(titles.get(mock.test_key, ""), user.locale),
                day=study_day(mock.submitted_at or mock.deadline_at, user.timezone).isoformat(),
                net=round(net, 2),
                item_count=total,
                percent=max(0, round(100 * net / total)),
            )
        )
    return tuple(bars)


def _choice(
    curriculum: Curriculum, sitting: ExamTest, own: Sequence[Section], user: User
) -> MockChoice | None:
    """None for a sitting of which nothing counts for the learner's score."""
    if not own:
        return None
    titles = titles_of(curriculum)
    there = [section for section in sitting.sections if section.courses]
    own_there = [section for section in own if section.courses]

    def named(sections: Sequence[Section]) -> tuple[str, ...]:
        return tuple(text_in(titles[section.key], user.locale) for section in sections)

    return MockChoice(
        test_key=sitting.key,
        title=text_in(titles[sitting.key], user.locale),
        item_count=sum(section.items for section in there),
        minutes=sitting.minutes,
        sections=named(there),
        own_sections=named(own_there) if len(own_there) < len(there) else (),
        own_item_count=sum(section.items for section in own_there),
        missing=named([section for section in sitting.sections if not section.courses]),
    )


def _with_running(choice: MockChoice, running: Attempt | None) -> MockChoice:
    is_it = running is not None and running.test_key == choice.test_key
    return replace(choice, running_id=str(running.id)) if running and is_it else choice


def _running(session: Session, user_id: UUID, curriculum_key: str) -> Attempt | None:
    return session.exec(
        select(Attempt).where(
            Attempt.user_id == user_id,
            Attempt.curriculum_key == curriculum_key,
            Attempt.kind == "mock",
            Attempt.status == "running",
        )
    ).first()
