"""Study plans of a certain shape for tests of quizzes, mocks and mistakes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlmodel import Session

from learnconnect_app.models import LessonProgress, StudyPlan, StudySession, User
from tests.factories import MONDAY, NOW


def a_study_plan(
    session: Session,
    user: User,
    *,
    curriculum: str = "yks",
    score: str = "say",
    status: str = "active",
    now: datetime = NOW,
) -> StudyPlan:
    plan = StudyPlan(
        user_id=user.id,
        curriculum_key=curriculum,
        score_key=score,
        status=status,
        exam_day=now.date() + timedelta(days=100),
        weekday_minutes=[120] * 7,
        created_at=now,
        activated_at=now,
    )
    session.add(plan)
    session.flush()
    return plan


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
