"""Sessions of the learner's own: a title and a time, beside what is planned.

They take no minutes of the plan; planning puts nothing else at their time.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.study_day_orders import DAY_BEGINS, DAY_ENDS
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.domain.study_moves import refuse_closed
from learnconnect_app.models import StudyPlan, StudySession, User
from learnconnect_app.services.change_records import change_row, record_change, snapshot
from learnconnect_app.services.ownership import locked_user, own_session
from learnconnect_app.services.study_plans import active_study_plan
from learnconnect_app.services.study_rooms import rooms_of

LEAST_MINUTES, MOST_MINUTES = 5, 8 * 60
LONGEST_TITLE = 120


def add_own_session(
    session: Session,
    *,
    user_id: UUID,
    title: str,
    day: date,
    start: int,
    minutes: int,
    now: datetime,
) -> UUID:
    """Put a session of the learner's own on a day; the change's id.

    ``DomainError`` own_title, own_time, move_past, move_busy or move_overlap; ``NotFound`` without
    an active plan.
    """
    user, plan = _locked(session, user_id)
    row = StudySession(
        plan_id=plan.id,
        user_id=user_id,
        kind="own",
        title=_checked_title(title),
        day=day,
        start_minute=start,
        minutes=minutes,
        position=_position(session, plan, day),
        is_pinned=True,
    )
    _refuse_time(session, user, plan, row, now)
    session.add(row)
    session.flush()
    change = record_change(
        session,
        plan,
        kind="added",
        now=now,
        reasons=[{"code": "own_added", "title": row.title}],
        rows=[change_row(row.id, None, snapshot(row))],
        summary={"moved": 0, "added": 1, "dropped": 0, "dropped_topics": []},
    )
    return change.id


def change_own_session(
    session: Session,
    *,
    user_id: UUID,
    session_id: UUID,
    title: str,
    day: date,
    start: int,
    minutes: int,
    version: int,
    now: datetime,
) -> UUID:
    """Change title, day, time or length; its change. ``DomainError`` also changed_meanwhile."""
    user, plan = _locked(session, user_id)
    row = own_session(session, user_id, session_id).session
    if row.kind != "own" or row.plan_id != plan.id:
        raise NotFound
    if row.version != version or row.status != "planned":
        raise DomainError("changed_meanwhile")
    before = snapshot(row)
    row.title, row.day, row.start_minute = _checked_title(title), day, start
    row.minutes, row.version = minutes, row.version + 1
    _refuse_time(session, user, plan, row, now)
    change = record_change(
        session,
        plan,
        kind="edited",
        now=now,
        reasons=[{"code": "own_changed", "title": row.title}],
        rows=[change_row(row.id, before, snapshot(row))],
    )
    return change.id


def _locked(session: Session, user_id: UUID) -> tuple[User, StudyPlan]:
    user = locked_user(session, user_id)
    plan = active_study_plan(session, user_id)
    if plan is None:
        raise NotFound
    return user, plan


def _checked_title(title: str) -> str:
    kept = title.strip()
    if not 0 < len(kept) <= LONGEST_TITLE:
        raise DomainError("own_title", most=LONGEST_TITLE)
    return kept


def _position(session: Session, plan: StudyPlan, day: date) -> int:
    latest = session.exec(
        select(func.max(StudySession.position)).where(
            StudySession.plan_id == plan.id, col(StudySession.day) == day
        )
    ).one()
    return 0 if latest is None else latest + 1


def _refuse_time(
    session: Session, user: User, plan: StudyPlan, row: StudySession, now: datetime
) -> None:
    start = row.start_minute
    assert start is not None
    end = start + row.minutes
    if (
        not LEAST_MINUTES <= row.minutes <= MOST_MINUTES
        or not DAY_BEGINS <= start < end <= DAY_ENDS
    ):
        raise DomainError("own_time")
    room = rooms_of(session, plan, user, study_day(now, user.timezone)).on(row.day)
    refuse_closed(room, is_own=True)
    if any(start < busy_end and busy_start < end for busy_start, busy_end in room.busy):
        raise DomainError("move_busy")
    others = session.exec(
        select(StudySession.start_minute, StudySession.minutes).where(
            StudySession.plan_id == plan.id,
            col(StudySession.day) == row.day,
            col(StudySession.id) != row.id,
            col(StudySession.start_minute).is_not(None),
            col(StudySession.status) != "missed",
        )
    )
    if any(start < other + length and other < end for other, length in others if other is not None):
        raise DomainError("move_overlap")
