"""How rows of sessions change: only while they have the status a change is made from.

The database decides between two tabs and a double click (a conditional UPDATE); every change counts
the version up.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, func, select, update

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.session_clock import Clock
from learnconnect_app.models import StudyPlan, StudySession

BEGUN = ("running", "paused")
OPEN, FINISHED = ("planned", *BEGUN), ("done", "partly")
MOODS = ("excited", "focused", "tired", "demotivated")


def clock_of(row: StudySession) -> Clock:
    return Clock(row.minutes, row.spent_seconds, row.running_since)


def refuse_unless_studied(plan: StudyPlan) -> None:
    """``DomainError`` plan_paused or plan_not_active."""
    if plan.status == "paused":
        raise DomainError("plan_paused")
    if plan.status != "active":
        raise DomainError("plan_not_active")


def refuse_unknown(code: str, known: tuple[str, ...]) -> None:
    """``DomainError("bad_request")`` for a code that is neither empty nor known."""
    if code and code not in known:
        raise DomainError("bad_request")


def change(session: Session, row: StudySession, while_: tuple[str, ...], **values: Any) -> bool:
    """Change the row while it has one of the statuses; whether this call did."""
    changed = session.exec(
        update(StudySession)
        .where(col(StudySession.id) == row.id, col(StudySession.status).in_(while_))
        .values(version=StudySession.version + 1, **values)
        .execution_options(synchronize_session=False)
    )
    session.refresh(row)
    return changed.rowcount == 1


def bring_to(session: Session, row: StudySession, day: date) -> None:
    """Put a session of a later day at the end of this one, where it stays."""
    if row.day <= day:
        return
    position = next_position(session, row.plan_id, day)
    change(session, row, OPEN, day=day, position=position, start_minute=None, is_pinned=True)


def next_position(session: Session, plan_id: UUID, day: date) -> int:
    last = session.exec(
        select(func.max(StudySession.position)).where(
            StudySession.plan_id == plan_id, StudySession.day == day
        )
    ).one()
    return 0 if last is None else last + 1


def pause(session: Session, row: StudySession, now: datetime) -> None:
    """Stop its clock, if it runs."""
    spent = clock_of(row).stopped(now).spent_seconds
    change(session, row, ("running",), status="paused", spent_seconds=spent, running_since=None)


def pause_running(session: Session, user_id: UUID, now: datetime) -> UUID | None:
    """Stop the clock of a locked user; the session that ran, if one did."""
    row = session.exec(
        select(StudySession)
        .where(StudySession.user_id == user_id, StudySession.status == "running")
        .execution_options(populate_existing=True)
    ).first()
    if row is None:
        return None
    pause(session, row, now)
    return row.id
