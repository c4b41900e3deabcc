"""Lets study days pass: everything dated of a learner's study plan moves back, which is the same.

The minutes of all weekdays must be alike, for the days of the week move with it.
"""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session, SQLModel, col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import (
    Attempt,
    DailyActivity,
    LessonProgress,
    Mistake,
    StudyPlan,
    StudySession,
    User,
)

DATED: dict[type[SQLModel], tuple[str, ...]] = {
    StudyPlan: ("exam_day", "planned_day", "settled_day", "adapted_day", "activated_at"),
    StudySession: ("day", "done_day", "started_at", "ended_at"),
    LessonProgress: ("studied_day", "not_before"),
    DailyActivity: ("day",),
    Mistake: ("reviewed_day", "due_day"),
    Attempt: ("started_at", "deadline_at", "submitted_at"),
}


def let_days_pass(database: Database, email: str, days: int = 1) -> None:
    """What was planned for the day after so many is planned for today now."""
    with database.transaction() as session:
        user = session.exec(select(User).where(User.email == email)).one()
        for table, columns in DATED.items():
            _move_back(session, table, columns, user, timedelta(days=days))


def _move_back(
    session: Session,
    table: type[SQLModel],
    columns: tuple[str, ...],
    user: User,
    by: timedelta,
) -> None:
    """The earliest first, each written before the next: a day holds one row of some tables."""
    rows = session.exec(
        select(table)
        .where(col(table.user_id) == user.id)  # type: ignore[attr-defined]
        .order_by(col(getattr(table, columns[0])))
    ).all()
    for row in rows:
        for name in columns:
            if (value := getattr(row, name)) is not None:
                setattr(row, name, value - by)
        if table is DailyActivity:
            session.flush()
    session.flush()
