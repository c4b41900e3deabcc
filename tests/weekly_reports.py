"""Weeks of study for reports, straight into the tables."""

from __future__ import annotations

from datetime import date, timedelta

from sqlmodel import Session

from learnconnect_app.models import DailyActivity, StudyPlan, User
from tests import study_factories
from tests.factories import MONDAY, noon

DAY = timedelta(days=1)


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
