"""Puts settings back that a change of a study plan kept: values of the plan, and rows beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.models import Absence, BusyTime, StudyPlan, User
from learnconnect_app.services.absences import bring_due_day_back, move_due_day

ABSENCE, BUSY = "absence", "busy"
"""Names in ``PlanChange.settings`` of a row of `Absence` or `BusyTime`; other names are columns of
the plan."""


def is_over(before: Mapping[str, Any], today: date) -> bool:
    """Whether these settings cannot come back: their exam has come."""
    return "exam_day" in before and date.fromisoformat(before["exam_day"]) <= today


def restore_settings(
    session: Session, plan: StudyPlan, user: User, before: Mapping[str, Any], today: date
) -> None:
    for name, value in before.items():
        if name == ABSENCE:
            _restore_absence(session, user, value, today)
        elif name == BUSY:
            _restore_busy_time(session, user, value)
        elif name == "exam_day":
            plan.exam_day = date.fromisoformat(value)
        else:
            setattr(plan, name, value)


def _restore_busy_time(session: Session, user: User, kept: Mapping[str, Any]) -> None:
    """``kept`` has the row's id, and its other values if there was one."""
    row = session.get(BusyTime, UUID(kept["id"]))
    if "title" not in kept:
        if row is not None:
            session.delete(row)
        return
    day = date.fromisoformat(kept["day"]) if kept["day"] else None
    values = {**kept, "id": UUID(kept["id"]), "day": day, "user_id": user.id}
    session.merge(BusyTime(**values))


def _restore_absence(session: Session, user: User, kept: Mapping[str, Any], today: date) -> None:
    """``kept`` has the row's id, and its other values if there was one. The skill plan follows."""
    row = session.get(Absence, UUID(kept["id"]))
    if "from_day" not in kept:
        if row is not None:
            session.delete(row)
            session.flush()
            bring_due_day_back(session, user, row.from_day, row.until_day, today)
        return
    first = date.fromisoformat(kept["from_day"])
    until = date.fromisoformat(kept["until_day"]) if kept["until_day"] else None
    if row is None:
        made = datetime.fromisoformat(kept["created_at"])
        row = Absence(
            id=UUID(kept["id"]),
            user_id=user.id,
            kind=kept["kind"],
            from_day=first,
            created_at=made,
        )
        session.add(row)
    row.until_day = until
    if until is not None:
        move_due_day(session, user, first, until)
