"""Takes over what a report suggests, once, and takes that back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, or_, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.report_suggestions import Suggestion, fits, goal_of
from learnconnect_app.models import PlanChange, StudyPlan, WeeklyReport
from learnconnect_app.services.goal_changes import change_goal
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.report_own_changes import (
    Before,
    change_own,
    is_in_force,
    restore_own,
)
from learnconnect_app.services.report_standings import Settings, settings_of
from learnconnect_app.services.study_changes import undo_change

Kept = dict[str, Any]
"""{code, values, applied_at, change, before}: ``change`` is the id of what it changed in the study
plan, ``before`` holds the learner's own settings as they were."""


def apply_suggestion(
    session: Session, *, user_id: UUID, report_id: UUID, code: str, now: datetime
) -> None:
    """Make the change; once, whoever clicks how often. Plan and settings change in one transaction.

    ``NotFound``; ``DomainError("suggestion_outdated")`` when the plan is no longer as it was then,
    or another report has come; else as `services.goal_changes`.
    """
    locked_user(session, user_id)  # of two clicks, the second finds it applied
    report, kept = _own(session, user_id, report_id, code)
    settings = settings_of(session, user_id)
    undone = undone_changes(session, settings.plan, [report])
    if is_applied(kept, settings, undone):
        return
    suggestion = Suggestion(code, kept["values"])
    if not fits(suggestion, settings.standing) or not _is_latest(session, report):
        raise DomainError("suggestion_outdated")
    before = change_own(session, settings, suggestion, before_of(kept), now)
    change = _change_plan(session, settings, suggestion, now)
    done = {"applied_at": now.isoformat(), "change": str(change or ""), "before": before}
    _keep(session, report, code, done)


def take_back(
    session: Session, *, user_id: UUID, report_id: UUID, code: str, now: datetime
) -> None:
    """Undo a suggestion that was taken over; what is not applied stays as it is, and so does what
    the learner chose since.

    ``NotFound``; ``DomainError`` as `services.study_changes.undo_change`.
    """
    locked_user(session, user_id)
    report, kept = _own(session, user_id, report_id, code)
    if not kept["applied_at"]:
        return
    if kept.get("change"):
        undo_change(session, user_id=user_id, change_id=UUID(kept["change"]), now=now)
    settings, suggestion = settings_of(session, user_id), Suggestion(code, kept["values"])
    restore_own(session, settings, suggestion, before_of(kept), now)
    _keep(session, report, code, {"applied_at": None, "change": "", "before": {}})


def undone_changes(
    session: Session, plan: StudyPlan | None, reports: Collection[WeeklyReport]
) -> dict[str, bool]:
    """Changes that suggestions made in the active plan: whether each was taken back since. The
    newest change of the plan is there too, as it is the one that can be. One query."""
    ids = [UUID(kept["change"]) for each in reports for kept in each.suggestions if _change(kept)]
    newest = (
        select(PlanChange.id)
        .where(
            PlanChange.plan_id == (plan.id if plan else None),
            PlanChange.status == "applied",
        )
        .order_by(col(PlanChange.number).desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = session.exec(
        select(PlanChange.id, PlanChange.status)
        .where(or_(col(PlanChange.id).in_(ids), col(PlanChange.id) == newest))
        .order_by(col(PlanChange.created_at), col(PlanChange.number))
    )
    return {str(id_): status == "undone" for id_, status in rows}


def is_applied(kept: Kept, settings: Settings, undone: dict[str, bool]) -> bool:
    """Whether it is in force: a change that was taken back in the calendar can be made again, and
    so can one of the learner's own settings that were changed since."""
    if not kept["applied_at"] or is_undone(kept, undone):
        return False
    return bool(_change(kept)) or owns(kept, settings) or not before_of(kept)


def is_undone(kept: Kept, undone: dict[str, bool]) -> bool:
    """Whether what it changed in the plan was taken back in the calendar."""
    return undone.get(_change(kept), False)


def owns(kept: Kept, settings: Settings) -> bool:
    """Whether the learner's own settings have what it changed in them."""
    before = before_of(kept)
    suggestion = Suggestion(kept["code"], kept["values"])
    return bool(before) and is_in_force(settings, suggestion, before)


def before_of(kept: Kept) -> Before:
    return kept.get("before") or {}


def _change(kept: Kept) -> str:
    return str(kept.get("change") or "")


def _own(session: Session, user_id: UUID, report_id: UUID, code: str) -> tuple[WeeklyReport, Kept]:
    report = session.exec(
        select(WeeklyReport)
        .where(WeeklyReport.id == report_id, WeeklyReport.user_id == user_id)
        .execution_options(populate_existing=True)
    ).first()
    kept = (
        next((each for each in report.suggestions if each["code"] == code), None)
        if report
        else None
    )
    if report is None or kept is None:
        raise NotFound
    return report, kept


def _is_latest(session: Session, report: WeeklyReport) -> bool:
    newer = select(WeeklyReport.id).where(
        WeeklyReport.user_id == report.user_id, WeeklyReport.week > report.week
    )
    return session.exec(newer).first() is None


def _change_plan(
    session: Session, settings: Settings, suggestion: Suggestion, now: datetime
) -> UUID | None:
    if settings.plan is None or suggestion.code == "reminder_hours":
        return None
    goal = goal_of(suggestion, settings.standing)
    change = change_goal(
        session, user_id=settings.user.id, plan_id=settings.plan.id, now=now, **goal
    )
    return change.id if change else None


def _keep(session: Session, report: WeeklyReport, code: str, done: Kept) -> None:
    report.suggestions = [
        {**each, **done} if each["code"] == code else each for each in report.suggestions
    ]
    session.add(report)
    session.flush()
