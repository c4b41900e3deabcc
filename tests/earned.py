"""Learners who have done so and so much, straight into the tables: what medals count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.achievements import Fact
from learnconnect_app.domain.resume_scores import RUBRIC
from learnconnect_app.domain.study_days import week_of
from learnconnect_app.models import (
    Attempt,
    Challenge,
    DailyActivity,
    DailyTask,
    Item,
    ItemVariant,
    Lesson,
    Mistake,
    Module,
    PersonalizedPlan,
    ResumeImpact,
    StudyPlan,
    StudySession,
    TopicMastery,
    User,
)
from tests import study_factories
from tests.exams import EXAM, a_small_exam
from tests.factories import MONDAY, NOW, a_plan, days_of, noon, weeks_of

DAY = timedelta(days=1)
LONG_AGO = MONDAY - 400 * DAY


def a_day(session: Session, user: User, n: int, *, kind: str = "active", minutes: int = 0) -> None:
    """The n-th day since ``LONG_AGO``, a Monday but one."""
    session.add(DailyActivity(user_id=user.id, day=LONG_AGO + n * DAY, kind=kind, minutes=minutes))


def _minutes(session: Session, user: User, count: int) -> None:
    a_day(session, user, 0, minutes=count)


def _days(session: Session, user: User, count: int) -> None:
    for n in range(count):
        a_day(session, user, 2 * n)


def _streak(session: Session, user: User, count: int) -> None:
    for n in range(count):
        a_day(session, user, n)


def _balanced_weeks(session: Session, user: User, count: int) -> None:
    first = (week_of(LONG_AGO)[0] - LONG_AGO).days
    for week in range(count):
        for day, kind in ((0, "active"), (1, "active"), (2, "active"), (6, "rest")):
            a_day(session, user, first + 7 * week + day, kind=kind)


def _returns(session: Session, user: User, count: int) -> None:
    for n in range(count + 1):
        a_day(session, user, 10 * n)


def _mornings(session: Session, user: User, count: int) -> None:
    _sessions_at(session, user, count, hour=-6)


def _evenings(session: Session, user: User, count: int) -> None:
    _sessions_at(session, user, count, hour=9.5)


def _sessions_at(session: Session, user: User, count: int, hour: float) -> None:
    """On so many days, so many hours from noon in Istanbul."""
    plan = _study_plan(session, user)
    for n in range(count):
        day = MONDAY - n * DAY
        study_factories.a_session(
            session,
            plan,
            day=day,
            kind="own",
            status="done",
            percent=100,
            ended_at=noon(day) + timedelta(hours=hour),
        )


def _study_plan(session: Session, user: User) -> StudyPlan:
    a_small_exam(session)
    plan = study_factories.a_study_plan(session, user)
    plan.curriculum_key = EXAM
    session.flush()
    return plan


def _challenges(session: Session, user: User, count: int) -> None:
    monday = week_of(MONDAY)[0]
    for n in range(1, count + 1):
        session.add(
            Challenge(
                user_id=user.id,
                week=monday - 7 * n * DAY,
                key="days",
                target=2,
                chosen_at=NOW,
                completed_at=NOW,
            )
        )


def _plans(session: Session, user: User, count: int) -> None:
    assert count == 1
    a_plan(session, user)


def _weeks(session: Session, user: User, count: int) -> None:
    for week in weeks_of(session, a_plan(session, user))[:count]:
        week.status = "passed"


def _half_plans(session: Session, user: User, count: int) -> None:
    assert count == 1
    days = days_of(session, a_plan(session, user))
    for task in days[: (len(days) + 1) // 2]:
        task.status = "completed"


def _plans_finished(session: Session, user: User, count: int) -> None:
    session.add_all(
        PersonalizedPlan(
            user_id=user.id, curriculum_key="python", status="completed", created_at=NOW
        )
        for _ in range(count)
    )


def _resume_gain(session: Session, user: User, count: int) -> None:
    for stage, score, at in (
        ("before", 40.0, NOW - DAY),
        ("after", 40.0 * (100 + count) / 100, NOW),
    ):
        session.add(
            ResumeImpact(
                user_id=user.id,
                curriculum_key="python",
                stage=stage,
                language="en",
                score=score,
                rubric=RUBRIC,
                words=200,
                created_at=at,
            )
        )


def _modules(session: Session, user: User, count: int) -> None:
    modules = _module_keys(session, count)
    topics = session.exec(
        select(Lesson.topic_key).where(col(Lesson.module_key).in_(modules)).distinct()
    )
    session.add_all(
        TopicMastery(user_id=user.id, topic_key=key, answers=5, mastery=0.9, updated_at=NOW)
        for key in topics
    )


def _module_keys(session: Session, count: int) -> list[str]:
    """Of the exam that is built in."""
    keys = session.exec(select(Module.key).order_by(col(Module.key)).limit(count)).all()
    assert len(keys) == count
    return list(keys)


def a_test(
    session: Session, user: User, kind: str, *, right: int, total: int, **values: object
) -> None:
    at: datetime = values.pop("at", NOW)  # type: ignore[assignment]
    session.add(
        Attempt(
            user_id=user.id,
            curriculum_key="yks",
            kind=kind,
            status="submitted",
            started_at=at,
            deadline_at=at + timedelta(hours=1),
            submitted_at=at,
            correct=right,
            total=total,
            **values,
        )
    )


def _perfect_tests(session: Session, user: User, count: int) -> None:
    for _ in range(count):
        a_test(session, user, "quiz", right=5, total=5, is_passed=True)


def _comebacks(session: Session, user: User, count: int) -> None:
    for key in _module_keys(session, count):
        for right, at in ((1, NOW - DAY), (4, NOW)):
            a_test(
                session,
                user,
                "quiz",
                right=right,
                total=5,
                is_passed=right == 4,
                module_key=key,
                at=at,
            )


def _mistakes(session: Session, user: User, count: int) -> None:
    items = session.exec(select(Item).order_by(col(Item.key)).limit(count)).all()
    variant = ItemVariant(item_key=items[0].key, version=9, seed=user.id.int % 10**6, question={})
    session.add(variant)
    session.flush()
    session.add_all(
        Mistake(
            user_id=user.id,
            item_key=item.key,
            topic_key=item.topic_key,
            variant_id=variant.id,
            times_right=2,
            stability=30,
            difficulty=5,
            reviewed_day=MONDAY,
            due_day=MONDAY + 30 * DAY,
            status="learned",
            created_at=NOW,
        )
        for item in items
    )


def _reviews(session: Session, user: User, count: int) -> None:
    plan = _study_plan(session, user)
    session.add_all(
        StudySession(
            plan_id=plan.id,
            user_id=user.id,
            day=MONDAY - DAY,
            position=n,
            kind="review",
            minutes=20,
            status="done",
            percent=100,
        )
        for n in range(count)
    )


def _tests_of(kind: str) -> Callable[[Session, User, int], None]:
    def make(session: Session, user: User, count: int) -> None:
        for _ in range(count):
            a_test(session, user, kind, right=3, total=20)

    return make


EARN: Mapping[Fact, Callable[[Session, User, int], None]] = {
    Fact.MINUTES: _minutes,
    Fact.DAYS: _days,
    Fact.STREAK: _streak,
    Fact.BALANCED_WEEKS: _balanced_weeks,
    Fact.RETURNS: _returns,
    Fact.MORNINGS: _mornings,
    Fact.EVENINGS: _evenings,
    Fact.CHALLENGES: _challenges,
    Fact.PLANS: _plans,
    Fact.WEEKS: _weeks,
    Fact.HALF_PLANS: _half_plans,
    Fact.PLANS_FINISHED: _plans_finished,
    Fact.RESUME_GAIN: _resume_gain,
    Fact.MODULES: _modules,
    Fact.PERFECT_TESTS: _perfect_tests,
    Fact.COMEBACKS: _comebacks,
    Fact.MISTAKES: _mistakes,
    Fact.REVIEWS: _reviews,
    Fact.PRACTICE_TESTS: _tests_of("practice_test"),
    Fact.MOCKS: _tests_of("mock"),
}
"""How a count of each fact comes about."""


def open_task(session: Session, user_id: UUID) -> DailyTask:
    """The day of the learner's skill plan that is open."""
    plan = session.exec(select(PersonalizedPlan).where(PersonalizedPlan.user_id == user_id)).one()
    return next(task for task in days_of(session, plan) if task.status == "unlocked")
