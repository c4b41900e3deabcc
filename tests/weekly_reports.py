"""Weeks of study for reports, straight into the tables."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session

from learnconnect_app.models import DailyActivity, StudyPlan, User, WeeklyReport
from learnconnect_app.services.weekly_reports import report_for
from tests import study_factories
from tests.factories import MONDAY, a_learner, noon

DAY = timedelta(days=1)
WEEK = 7 * DAY
NEXT_MONDAY = MONDAY + WEEK
EIGHT = datetime(2026, 3, 9, 5, tzinfo=UTC)
"""Monday 08:00 in Istanbul, a week after ``MONDAY``."""


def worked(session: Session, user: User, day: date, minutes: int = 60) -> None:
    session.add(
        DailyActivity(user_id=user.id, day=day, kind="active", minutes=minutes, tasks_completed=1)
    )
    session.flush()


def a_week_done(
    session: Session, user: User, plan: StudyPlan, *, monday: date = MONDAY, missed: tuple[int, ...]
) -> None:
    """Two sessions of 40 minutes on each weekday; on the missed ones nothing was done."""
    lessons = study_factories.lessons_of(session)
    for number in range(7):
        day = monday + number * DAY
        is_done = number not in missed
        for position in range(2):
            study_factories.a_session(
                session,
                plan,
                lessons[position],
                day=day,
                position=position,
                status="done" if is_done else "missed",
                percent=100 if is_done else 0,
                done_day=day if is_done else None,
                started_at=noon(day) if is_done else None,
                ended_at=noon(day) + timedelta(minutes=40) if is_done else None,
                mood="focused" if is_done else "",
            )
        if is_done:
            worked(session, user, day, 80)


def a_learner_with_weeks(
    session: Session, *, weeks: int = 3, missed: tuple[int, ...] = (2,)
) -> User:
    """An exam plan that begins with ``weeks`` weeks before ``NEXT_MONDAY``."""
    begin = NEXT_MONDAY - weeks * WEEK
    user = a_learner(session, now=noon(begin))
    plan = study_factories.a_study_plan(session, user, now=noon(begin))
    plan.settled_day = plan.adapted_day = NEXT_MONDAY
    plan.preferred_hours = [18, 19, 20]
    for number in range(weeks):
        a_week_done(session, user, plan, monday=begin + number * WEEK, missed=missed)
    return user


def the_report(session: Session, user: User, now: datetime = EIGHT) -> WeeklyReport:
    report = report_for(session, user_id=user.id, now=now)
    assert report is not None
    return report
