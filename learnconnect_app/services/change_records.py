"""Records what was changed in a study plan, so that it can be shown and taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, func, insert, select, update

from learnconnect_app.models import PlanChange, StudyPlan, StudySession
from learnconnect_app.services.reminder_asks import ask

Snapshot = dict[str, Any]
"""Values of a session as a change keeps them."""
FINAL_KINDS = ("activated", "missed")
"""They record what happened and are never taken back."""
STILL_AWAY = "still_away"
"""Reason of a change that the days of an absence without an end have brought."""
KEPT = (
    "day",
    "position",
    "start_minute",
    "kind",
    "topic_key",
    "course_key",
    "title",
    "minutes",
    "part",
    "parts",
    "aimed_minutes",
    "reason",
    "status",
    "is_pinned",
    "notes",
)


def is_final(change: PlanChange) -> bool:
    """Whether it cannot be taken back, because of what happened: a day away has gone by, too."""
    reasons = {each.get("code") for each in change.reasons}
    return change.kind in FINAL_KINDS or STILL_AWAY in reasons


def snapshot(row: StudySession) -> Snapshot:
    """Take one before changing a session by hand, for ``replan`` or ``record_change``."""
    return {**{name: getattr(row, name) for name in KEPT}, "day": row.day.isoformat()}


def values_of(kept: Snapshot) -> dict[str, Any]:
    """Columns of a session out of a snapshot, or a part of one."""
    day = {"day": date.fromisoformat(kept["day"])} if "day" in kept else {}
    return {**kept, **day}


def change_row(session_id: UUID, before: Snapshot | None, after: Snapshot | None) -> dict[str, Any]:
    """Of a session that stays, only what differs is kept."""
    if before is not None and after is not None:
        names = [name for name in after if before[name] != after[name]]
        before = {name: before[name] for name in names}
        after = {name: after[name] for name in names}
    return {"id": str(session_id), "before": before, "after": after}


def record_change(
    session: Session,
    plan: StudyPlan,
    *,
    kind: str,
    now: datetime,
    reasons: Sequence[Mapping[str, Any]] = (),
    rows: Sequence[Mapping[str, Any]] = (),
    summary: Mapping[str, Any] | None = None,
    settings: Mapping[str, Any] | None = None,
    status: str = "applied",
) -> PlanChange:
    """Keep a change of a plan whose learner is locked, under the next number.

    Nothing from before a final one can be taken back: the sessions of these changes are let go.
    """
    if kind in FINAL_KINDS:
        rows = ()
        _forget_rows(session, plan)
    latest = session.exec(
        select(func.max(PlanChange.number)).where(PlanChange.plan_id == plan.id)
    ).one()
    change = PlanChange(
        plan_id=plan.id,
        number=(latest or 0) + 1,
        kind=kind,
        status=status,
        reasons=[dict(each) for each in reasons],
        summary=dict(summary or {}),
        rows=[dict(each) for each in rows],
        settings=dict(settings or {}),
        created_at=now,
    )
    session.add(change)
    session.flush()
    ask(session, user_id=plan.user_id, now=now)
    return change


def _forget_rows(session: Session, plan: StudyPlan) -> None:
    session.exec(
        update(PlanChange)
        .where(col(PlanChange.plan_id) == plan.id, col(PlanChange.status) != "proposed")
        .values(rows=[])
    )


def insert_sessions(session: Session, rows: Sequence[StudySession]) -> None:
    """In one statement; the rows are not attached to the session."""
    if rows:
        statement = insert(StudySession).execution_options(render_nulls=True)
        session.execute(statement, [row.model_dump() for row in rows])
