"""Times of the learner's own in which no session is placed: each week, or once.

Each change plans what is ahead again, around them, and can be taken back with that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, func, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.study_day_orders import DAY_BEGINS, DAY_ENDS
from learnconnect_app.models import BusyTime, User
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.study_plans import active_study_plan
from learnconnect_app.services.study_replanning import Start, replan

LONGEST_TITLE = 80
MOST = 60
"""Busy times a learner may have."""


@dataclass(frozen=True, slots=True)
class When:
    """A weekday (Monday is 0) or a day, from and until minutes after its midnight."""

    weekday: int | None
    day: date | None
    start: int
    end: int


def add_busy_time(
    session: Session, *, user_id: UUID, title: str, when: When, now: datetime
) -> UUID:
    """Keep a time free of sessions; its id. ``DomainError`` busy_title, busy_time, busy_many."""
    user = locked_user(session, user_id)
    count = select(func.count()).select_from(BusyTime).where(BusyTime.user_id == user_id)
    if session.exec(count).one() >= MOST:
        raise DomainError("busy_many", most=MOST)
    row = BusyTime(user_id=user_id, title="", start_minute=0, end_minute=1)
    _set(row, title, when)
    session.add(row)
    _plan_around(session, user, now, before=_none(row), after=_kept(row))
    return row.id


def change_busy_time(
    session: Session, *, user_id: UUID, busy_id: UUID, title: str, when: When, now: datetime
) -> None:
    """Errors as for a new one; ``NotFound`` for what is another's."""
    user = locked_user(session, user_id)
    row = _own(session, user_id, busy_id)
    before = _kept(row)
    _set(row, title, when)
    _plan_around(session, user, now, before=before, after=_kept(row))


def remove_busy_time(
    session: Session, *, user_id: UUID, busy_id: UUID, now: datetime
) -> tuple[str, When]:
    """What it was, so that it can be put back by adding it again."""
    user = locked_user(session, user_id)
    row = _own(session, user_id, busy_id)
    was = When(row.weekday, row.day, row.start_minute, row.end_minute)
    session.delete(row)
    _plan_around(session, user, now, before=_kept(row), after=_none(row))
    return row.title, was


def _own(session: Session, user_id: UUID, busy_id: UUID) -> BusyTime:
    row = session.get(BusyTime, busy_id)
    if row is None or row.user_id != user_id:
        raise NotFound
    return row


def _set(row: BusyTime, title: str, when: When) -> None:
    kept = title.strip()
    if not 0 < len(kept) <= LONGEST_TITLE:
        raise DomainError("busy_title", "busy_title", most=LONGEST_TITLE)
    is_one = (when.weekday is None) != (when.day is None)
    is_weekday = when.weekday is None or 0 <= when.weekday <= 6
    if not is_one or not is_weekday or not DAY_BEGINS <= when.start < when.end <= DAY_ENDS:
        raise DomainError("busy_time", "busy_end")
    row.title, row.weekday, row.day = kept, when.weekday, when.day
    row.start_minute, row.end_minute = when.start, when.end


def _kept(row: BusyTime) -> dict[str, Any]:
    """As a change keeps it (`change_settings`)."""
    return row.model_dump(mode="json", exclude={"user_id"})


def _none(row: BusyTime) -> dict[str, Any]:
    """There is no such time."""
    return {"id": str(row.id)}


def _plan_around(
    session: Session, user: User, now: datetime, *, before: dict[str, Any], after: dict[str, Any]
) -> None:
    session.flush()
    plan = active_study_plan(session, user.id)
    if plan is not None:
        reasons = [{"code": "busy"}]
        replan(
            session,
            plan,
            user,
            kind="edited",
            reasons=reasons,
            now=now,
            start=Start.TODAY,
            settings={"before": {"busy": before}, "after": {"busy": after}},
        )
