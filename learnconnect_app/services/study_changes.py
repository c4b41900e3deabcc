"""Changes of a study plan are shown and taken back.

Only the newest can be taken back, and only while its sessions are as it left them. What happened
cannot: a plan once begun, a day that was missed, days away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import defer
from sqlmodel import Session, col, delete, select, update

from learnconnect_app.domain.change_views import ChangeReason, ChangeView
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import Course, PlanChange, StudyPlan, StudySession, Topic
from learnconnect_app.services.absences import away_without_end
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.change_records import (
    change_row,
    insert_sessions,
    is_final,
    record_change,
    snapshot,
    values_of,
)
from learnconnect_app.services.change_settings import is_over, restore_settings
from learnconnect_app.services.ownership import locked_user, own_study_plan
from learnconnect_app.services.reminder_asks import ask
from learnconnect_app.services.texts import text_in

__all__ = ["change_row", "changes_view", "own_change", "record_change", "snapshot", "undo_change"]

SHOWN = 20


def undo_change(session: Session, *, user_id: UUID, change_id: UUID, now: datetime) -> None:
    """Take back the newest change: its sessions and settings are again as they were.

    Taking it back twice changes nothing. ``DomainError`` change_final for what cannot be taken
    back, change_overtaken when the plan went on since.
    """
    user = locked_user(session, user_id)
    change, plan = own_change(session, user_id, change_id)
    if change.status == "undone":
        return
    if is_final(change) or change.status != "applied" or plan.status != "active":
        raise DomainError("change_final")
    today = study_day(now, user.timezone)
    found = _rows_of(session, change)
    before = change.settings.get("before", {})
    is_newest = _newest(session, plan.id) == change.id
    if not is_newest or is_over(before, today) or not _is_as_left(change, found, today):
        raise DomainError("change_overtaken")
    if "absence" not in before and _is_away_by_now(session, user_id, change, found, today):
        raise DomainError("change_overtaken")
    _restore_sessions(session, plan, change.rows, found)
    restore_settings(session, plan, user, before, today)
    change.status, change.decided_at = "undone", now
    session.flush()
    ask(session, user_id=user_id, now=now)


def changes_view(
    session: Session, *, user_id: UUID, plan_id: UUID, now: datetime
) -> tuple[ChangeView, ...]:
    """The latest changes, newest first. ``now`` changes nothing: every reader is given it."""
    plan = own_study_plan(session, user_id, plan_id)
    locale = get_user(session, user_id).locale
    changes = session.exec(
        select(PlanChange)
        .where(PlanChange.plan_id == plan.id)
        .order_by(col(PlanChange.number).desc())
        .limit(SHOWN)
        .options(defer(PlanChange.rows))  # type: ignore[arg-type]
    ).all()
    titles = _titles(session, changes, locale)
    newest = next((each.id for each in changes if each.status == "applied"), None)
    return tuple(_view(each, titles, can_undo=each.id == newest) for each in changes)


def own_change(session: Session, user_id: UUID, change_id: UUID) -> tuple[PlanChange, StudyPlan]:
    """A change with its plan; ``NotFound`` when it is someone else's."""
    row = session.exec(
        select(PlanChange, StudyPlan)
        .join(StudyPlan, col(StudyPlan.id) == PlanChange.plan_id)
        .where(PlanChange.id == change_id, StudyPlan.user_id == user_id)
        .execution_options(populate_existing=True)
    ).first()
    if row is None:
        raise NotFound
    return row


def _newest(session: Session, plan_id: UUID) -> UUID | None:
    return session.exec(
        select(PlanChange.id)
        .where(PlanChange.plan_id == plan_id, PlanChange.status == "applied")
        .order_by(col(PlanChange.number).desc())
    ).first()


def _rows_of(session: Session, change: PlanChange) -> dict[str, StudySession]:
    """The sessions of a change that are there, by id as the change has it."""
    ids = [UUID(row["id"]) for row in change.rows]
    statement = select(StudySession).where(col(StudySession.id).in_(ids))
    rows = session.exec(statement.execution_options(populate_existing=True))
    return {str(row.id): row for row in rows}


def _is_as_left(change: PlanChange, found: Mapping[str, StudySession], today: date) -> bool:
    """Whether every session is as the change left it, and none would come back into the past."""
    for row in change.rows:
        here, before, after = found.get(row["id"]), row["before"] or {}, row["after"]
        if (here is None) != (after is None):
            return False
        if "day" in before and date.fromisoformat(before["day"]) < today:
            return False
        if here is not None and not _is_as(here, after):
            return False
    return True


def _is_away_by_now(
    session: Session,
    user_id: UUID,
    change: PlanChange,
    found: Mapping[str, StudySession],
    today: date,
) -> bool:
    """Whether a session would come back to a day that an absence without an end has reached."""
    away = away_without_end(session, user_id, today)
    if away is None:
        return False
    until = away.planned_until(today)
    return any(
        away.first <= date.fromisoformat(before["day"]) < until
        and (before.get("kind") or found[row["id"]].kind) != "own"
        for row in change.rows
        if "day" in (before := row["before"] or {})
    )


def _is_as(row: StudySession, after: Mapping[str, Any]) -> bool:
    """A session that was begun or done since is not, unless only its place in the day changed."""
    if row.status != after.get("status", "planned") and not after.keys() <= {"position"}:
        return False
    here = snapshot(row)
    return all(here[name] == value for name, value in after.items())


def _restore_sessions(
    session: Session,
    plan: StudyPlan,
    rows: Sequence[Mapping[str, Any]],
    found: Mapping[str, StudySession],
) -> None:
    added = [UUID(row["id"]) for row in rows if row["before"] is None]
    session.exec(delete(StudySession).where(col(StudySession.id).in_(added)))
    gone = [
        StudySession(
            id=UUID(row["id"]), plan_id=plan.id, user_id=plan.user_id, **values_of(row["before"])
        )
        for row in rows
        if row["before"] and row["after"] is None
    ]
    insert_sessions(session, gone)
    changed = [
        {
            "id": UUID(row["id"]),
            "version": found[row["id"]].version + 1,
            **values_of(row["before"]),
        }
        for row in rows
        if row["before"] and row["after"]
    ]
    if changed:
        session.execute(update(StudySession), changed)
    session.expire_all()


# ---- how a change is shown -------------------------------------------------------------------


def _titles(session: Session, changes: Sequence[PlanChange], locale: str) -> dict[str, str]:
    """Of the courses and topics that are named."""
    keys = {key for each in changes for key in each.summary.get("dropped_topics", ())}
    reasons = [reason for each in changes for reason in each.reasons]
    keys |= {reason.get("topic", "") for reason in reasons}
    courses = {reason.get("course", "") for reason in reasons}
    found = {
        **dict(session.exec(select(Topic.key, Topic.title).where(col(Topic.key).in_(keys))).all()),
        **dict(
            session.exec(select(Course.key, Course.title).where(col(Course.key).in_(courses))).all()
        ),
    }
    return {key: text_in(title, locale) for key, title in found.items()}


def _view(change: PlanChange, titles: Mapping[str, str], *, can_undo: bool) -> ChangeView:
    summary = change.summary
    return ChangeView(
        id=str(change.id),
        number=change.number,
        kind=change.kind,
        status=change.status,
        at=change.created_at.isoformat(),
        reasons=tuple(_reason(each, titles) for each in change.reasons),
        moved=summary.get("moved", 0),
        added=summary.get("added", 0),
        removed=summary.get("dropped", 0),
        dropped_topics=tuple(titles.get(key, key) for key in summary.get("dropped_topics", ())),
        can_undo=can_undo and not is_final(change),
    )


def _reason(kept: Mapping[str, Any], titles: Mapping[str, str]) -> ChangeReason:
    key = kept.get("course") or kept.get("topic") or ""
    return ChangeReason(
        code=kept.get("code", ""),
        name=titles.get(key, kept.get("title") or key),
        percent=round(kept.get("percent", 0)),
        before=kept.get("from", 0.0),
        after=kept.get("to", 0.0),
        number=kept.get("number", 0),
    )
