"""The goal of an active plan is edited: checked, planned again, and taken back with one undo."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.domain.study_limits import check_goal
from learnconnect_app.models import PlanChange, StudyPlan, StudySession, User
from learnconnect_app.services.change_records import Snapshot, record_change, snapshot
from learnconnect_app.services.ownership import locked_user, own_study_plan
from learnconnect_app.services.study_problems import problem_of
from learnconnect_app.services.study_replanning import Start, replan

CODES = {
    "weekday_minutes": "minutes",
    "rest_weekdays": "rest_days",
    "preferred_hours": "hours",
    "exam_day": "exam_day",
    "focus_courses": "focus",
    "excluded_topics": "topics",
}
"""Reasons by what was edited."""


def change_goal(
    session: Session,
    *,
    user_id: UUID,
    plan_id: UUID,
    now: datetime,
    weekday_minutes: Sequence[int] | None = None,
    rest_weekdays: Collection[int] | None = None,
    preferred_hours: Collection[int] | None = None,
    exam_day: date | None = None,
    focus_courses: Collection[str] | None = None,
    excluded_topics: Collection[str] | None = None,
) -> PlanChange | None:
    """Change what is given; the rest stays. None when it is as it was.

    ``DomainError`` as `domain.study_limits.check_goal`, no_lessons, or plan_not_active.
    """
    user = locked_user(session, user_id)
    plan = own_study_plan(session, user_id, plan_id)
    if plan.status != "active":
        raise DomainError("plan_not_active")
    wanted = {
        "weekday_minutes": _listed(weekday_minutes),
        "rest_weekdays": _sorted(rest_weekdays),
        "preferred_hours": _sorted(preferred_hours),
        "exam_day": exam_day,
        "focus_courses": _sorted(focus_courses),
        "excluded_topics": _sorted(excluded_topics),
    }
    before = _edited(plan, wanted)
    if not before:
        return None
    today = study_day(now, user.timezone)
    check_goal(plan.exam_day, plan.weekday_minutes, plan.rest_weekdays, today)
    if not problem_of(session, plan, user, today).lessons:
        raise DomainError("no_lessons", "excluded_topics")
    return _planned_again(session, plan, user, before, now)


def _edited(plan: StudyPlan, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Sets what differs; the values of before."""
    before = {}
    for name, value in wanted.items():
        old = getattr(plan, name)
        if value is not None and value != old:
            before[name] = old
            setattr(plan, name, value)
    return before


def _planned_again(
    session: Session, plan: StudyPlan, user: User, before: Mapping[str, Any], now: datetime
) -> PlanChange:
    settings = {
        "before": {name: _plain(value) for name, value in before.items()},
        "after": {name: _plain(getattr(plan, name)) for name in before},
    }
    reasons = [{"code": CODES[name]} for name in before]
    change = replan(
        session,
        plan,
        user,
        kind="edited",
        reasons=reasons,
        now=now,
        start=Start.TODAY,
        is_search=True,
        before=_freed(session, plan),
        settings=settings,
    )
    return change or record_change(
        session, plan, kind="edited", now=now, reasons=reasons, settings=settings
    )


def _freed(session: Session, plan: StudyPlan) -> dict[UUID, Snapshot]:
    """What was fixed on the exam's day or after it is free; as it was."""
    rows = session.exec(
        select(StudySession).where(
            StudySession.plan_id == plan.id,
            StudySession.status == "planned",
            StudySession.kind != "own",
            col(StudySession.is_pinned).is_(True),
            col(StudySession.day) >= plan.exam_day,
        )
    ).all()
    before = {row.id: snapshot(row) for row in rows}
    for row in rows:
        row.is_pinned = False
    return before


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _listed(values: Sequence[int] | None) -> list[int] | None:
    return None if values is None else list(values)


def _sorted(values: Collection[Any] | None) -> list[Any] | None:
    return None if values is None else sorted(values)
