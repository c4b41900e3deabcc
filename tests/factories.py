"""Learners and plans for tests, straight into the tables.

Services make plans out of assessments; a test that only needs a plan of a certain shape starts
from here.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session, col, select

from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import (
    Attempt,
    Course,
    DailyTask,
    Lesson,
    PersonalizedPlan,
    PlanPause,
    StudyPlan,
    StudySession,
    User,
    WeeklyPlan,
)
from learnconnect_app.services.study_plans import activate
from tests.exams import EXAM, SCORE, a_small_exam

MONDAY = date(2026, 3, 2)
"""The study day on which most tests begin."""


def noon(day: date) -> datetime:
    """Midday in Istanbul, where factory learners live."""
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


NOW = noon(MONDAY)


def a_learner(
    session: Session,
    *,
    name: str = "Ayşe Işık",
    locale: str = "en",
    timezone: str = "Europe/Istanbul",
    rest_weekdays: Sequence[int] = (),
    is_streak_shown: bool = True,
    role: str = "learner",
    is_confirmed: bool = True,
    now: datetime = NOW,
) -> User:
    user = User(
        email=f"{uuid.uuid4().hex}@example.org",
        password_hash="not a hash",
        display_name=name,
        locale=locale,
        timezone=timezone,
        rest_weekdays=list(rest_weekdays),
        is_streak_shown=is_streak_shown,
        role=role,
        email_confirmed_at=now if is_confirmed else None,
        created_at=now,
    )
    session.add(user)
    session.flush()
    return user


def a_plan(
    session: Session,
    user: User,
    *,
    curriculum: str = "python",
    status: str = "active",
    phase: str = "weeks",
    now: datetime = NOW,
    first_due: date = MONDAY,
) -> PersonalizedPlan:
    """All courses of the curriculum as weeks, a topic a day, the first day of the first open."""
    plan = PersonalizedPlan(
        user_id=user.id, curriculum_key=curriculum, status=status, phase=phase, created_at=now
    )
    session.add(plan)
    session.flush()
    courses = session.exec(
        select(Course).where(Course.curriculum_key == curriculum).order_by(Course.position)  # type: ignore[arg-type]
    ).all()
    for number, course in enumerate(courses, start=1):
        a_week(session, plan, course.key, number=number)
    session.flush()
    first = days_of(session, plan)[0]
    first.status, first.due_day, first.unlocked_at = "unlocked", first_due, now
    session.flush()
    return plan


def a_week(session: Session, plan: PersonalizedPlan, course_key: str, *, number: int) -> WeeklyPlan:
    week = WeeklyPlan(
        plan_id=plan.id,
        week_number=number,
        course_key=course_key,
        status="in_progress" if number == 1 else "locked",
    )
    lessons = session.exec(
        select(Lesson).where(Lesson.course_key == course_key).order_by(Lesson.position)  # type: ignore[arg-type]
    ).all()
    session.add(week)
    session.flush()
    session.add_all(
        DailyTask(weekly_plan_id=week.id, day_number=day, topics=[lesson.topic_key], minutes=60)
        for day, lesson in enumerate(lessons, start=1)
    )
    return week


def weeks_of(session: Session, plan: PersonalizedPlan) -> Sequence[WeeklyPlan]:
    found = select(WeeklyPlan).where(WeeklyPlan.plan_id == plan.id)
    return sorted(session.exec(found), key=lambda week: week.week_number)


def days_of(session: Session, plan: PersonalizedPlan) -> Sequence[DailyTask]:
    """The plan's days in the order they are opened."""
    found = [
        (week.week_number, task)
        for week in weeks_of(session, plan)
        for task in session.exec(select(DailyTask).where(DailyTask.weekly_plan_id == week.id))
    ]
    return [task for _, task in sorted(found, key=lambda row: (row[0], row[1].day_number))]


def a_day_done(session: Session, plan: PersonalizedPlan, *, now: datetime, day: date) -> DailyTask:
    """Complete the open day as of ``day`` and open the next one for the day after."""
    days = days_of(session, plan)
    index = next(n for n, task in enumerate(days) if task.status == "unlocked")
    task, following = days[index], days[index + 1]
    task.status, task.completed_at, task.completed_day = "completed", now, day
    following.status, following.unlocked_at = "unlocked", now
    following.due_day = day + timedelta(days=1)
    session.flush()
    return task


def a_pause(
    session: Session, plan: PersonalizedPlan, from_day: date, until_day: date | None = None
) -> PlanPause:
    pause = PlanPause(plan_id=plan.id, from_day=from_day, until_day=until_day)
    session.add(pause)
    session.flush()
    return pause


def a_running_test(
    session: Session,
    user: User,
    *,
    kind: str = "initial",
    curriculum: str = "python",
    plan: PersonalizedPlan | None = None,
    week: WeeklyPlan | None = None,
    now: datetime = NOW,
) -> Attempt:
    attempt = Attempt(
        user_id=user.id,
        curriculum_key=curriculum,
        kind=kind,
        plan_id=plan.id if plan else None,
        weekly_plan_id=week.id if week else None,
        started_at=now,
        deadline_at=now + timedelta(hours=1),
    )
    session.add(attempt)
    session.flush()
    return attempt


def a_study_draft(
    session: Session,
    user: User,
    *,
    curriculum: str = "yks",
    score: str = "say",
    step: str = "exam",
    now: datetime = NOW,
    **values: object,
) -> StudyPlan:
    """What the goal wizard has so far; ``values`` are columns of the plan."""
    plan = StudyPlan(
        user_id=user.id,
        curriculum_key=curriculum,
        score_key=score,
        step=step,
        created_at=now,
        **values,
    )
    session.add(plan)
    session.flush()
    return plan


def a_study_plan(
    session: Session,
    user: User,
    *,
    curriculum: str = EXAM,
    score: str = SCORE,
    days: int = 60,
    weekday_minutes: Sequence[int] = (60,) * 7,
    rest_weekdays: Sequence[int] = (6,),
    preferred_hours: Sequence[int] = (17, 18, 19),
    level: str = "beginner",
    is_active: bool = True,
    now: datetime = NOW,
) -> StudyPlan:
    """A plan for an exam in ``days`` days, with its sessions; of a small exam unless another is
    named. ``is_active=False``: a draft, without any."""
    if curriculum == EXAM:
        a_small_exam(session)
    plan = StudyPlan(
        user_id=user.id,
        curriculum_key=curriculum,
        score_key=score,
        exam_day=study_day(now, user.timezone) + timedelta(days=days),
        weekday_minutes=list(weekday_minutes),
        rest_weekdays=list(rest_weekdays),
        preferred_hours=list(preferred_hours),
        level=level,
        created_at=now,
    )
    session.add(plan)
    session.flush()
    if is_active:
        activate(session, user_id=user.id, now=now)
    return plan


def sessions_of(
    session: Session, plan: StudyPlan, *, day: date | None = None, status: str | None = None
) -> Sequence[StudySession]:
    """In the order of study, as they stand in the database."""
    found = select(StudySession).where(StudySession.plan_id == plan.id)
    if day is not None:
        found = found.where(StudySession.day == day)
    if status is not None:
        found = found.where(StudySession.status == status)
    order = col(StudySession.day), col(StudySession.position)
    return session.exec(found.order_by(*order).execution_options(populate_existing=True)).all()
