"""What was studied, and sessions of tests, for tests of quizzes, mocks and mistakes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session

from learnconnect_app.models import LessonProgress, StudyPlan, StudySession, User
from tests.factories import MONDAY, NOW


def a_study_session(
    session: Session,
    plan: StudyPlan,
    *,
    kind: str = "practice_test",
    minutes: int = 40,
    day: date = MONDAY,
    topic: str | None = None,
    status: str = "planned",
) -> StudySession:
    row = StudySession(
        plan_id=plan.id,
        user_id=plan.user_id,
        day=day,
        position=0,
        kind=kind,
        topic_key=topic,
        minutes=minutes,
        status=status,
    )
    session.add(row)
    session.flush()
    return row


def studied(
    session: Session,
    user: User,
    topics: Iterable[str],
    *,
    day: date = MONDAY,
    mastery: float = 0.7,
    stability: float = 10,
) -> None:
    session.add_all(
        LessonProgress(
            user_id=user.id,
            topic_key=topic,
            mastery=mastery,
            stability=stability,
            studied_day=day,
            learned_depth=1,
            updated_at=NOW,
        )
        for topic in topics
    )
    session.flush()
