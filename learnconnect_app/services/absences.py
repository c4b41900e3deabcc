"""Vacation and illness: one switch, from a day on, with or without an end.

Nothing is expected on these days of any plan. Sessions on them go back to the pool; what the
learner had fixed there is free again, and the change names it. Days of the skill plan that fall
into it become due after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, or_, select

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.shared_days import Away
from learnconnect_app.domain.study_days import ONE_DAY, next_planned_day, study_day
from learnconnect_app.models import (
    Absence,
    DailyTask,
    PersonalizedPlan,
    PlanChange,
    StudyPlan,
    StudySession,
    User,
    WeeklyPlan,
)
from learnconnect_app.services.change_records import Snapshot, snapshot
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.reminder_asks import ask
from learnconnect_app.services.study_plans import active_study_plan
from learnconnect_app.services.study_replanning import Start, replan

KINDS = ("vacation", "illness")


def absence_of(session: Session, user_id: UUID, today: date) -> Absence | None:
    """The one that lasts, or the next one that is to come."""
    return session.exec(
        select(Absence)
        .where(
            Absence.user_id == user_id,
            or_(col(Absence.until_day).is_(None), col(Absence.until_day) > today),
        )
        .order_by(col(Absence.from_day))
    ).first()


def away_without_end(session: Session, user_id: UUID, today: date) -> Away | None:
    absence = absence_of(session, user_id, today)
    if absence is None or absence.until_day is not None or absence.from_day > today:
        return None
    return Away(absence.from_day)


def begin_absence(
    session: Session,
    *,
    user_id: UUID,
    kind: str,
    from_day: date,
    until_day: date | None,
    now: datetime,
) -> PlanChange | None:
    """Be away from a day on; ``until_day`` is the first day back, None: until ``end_absence``.

    The change of the study plan, None without one. ``DomainError`` absence_past, absence_order,
    absence_already or bad_request.
    """
    user = locked_user(session, user_id)
    today = study_day(now, user.timezone)
    _refuse_wrong(kind, from_day, until_day, today)
    if absence_of(session, user_id, today) is not None:
        raise DomainError("absence_already", "from_day")
    absence = Absence(
        user_id=user_id, kind=kind, from_day=from_day, until_day=until_day, created_at=now
    )
    session.add(absence)
    session.flush()
    ask(session, user_id=user_id, now=now)
    if until_day is not None:
        move_due_day(session, user, from_day, until_day)
    settings = {"before": {"absence": _none(absence)}, "after": {"absence": _kept(absence)}}
    plan = active_study_plan(session, user_id)
    if plan is None:
        return None
    before = unpinned(session, plan, Away(from_day, until_day), today)
    start = Start.TODAY if from_day == today else Start.TOMORROW
    return replan(
        session,
        plan,
        user,
        kind="vacation",
        reasons=[{"code": kind}, *unpinned_reasons(before)],
        now=now,
        start=start,
        before=before,
        settings=settings,
        is_search=True,
    )


def end_absence(session: Session, *, user_id: UUID, now: datetime) -> PlanChange | None:
    """Be back today, or not go at all. Nothing happens when the learner is not away."""
    user = locked_user(session, user_id)
    today = study_day(now, user.timezone)
    absence = absence_of(session, user_id, today)
    if absence is None:
        return None
    before = _kept(absence)
    until = absence.until_day
    if absence.from_day >= today:
        after = _none(absence)
        session.delete(absence)
    else:
        absence.until_day = today
        after = _kept(absence)
    session.flush()
    bring_due_day_back(session, user, absence.from_day, until, today)
    ask(session, user_id=user_id, now=now)
    plan = active_study_plan(session, user_id)
    if plan is None:
        return None
    settings = {"before": {"absence": before}, "after": {"absence": after}}
    return replan(
        session,
        plan,
        user,
        kind="back",
        reasons=[{"code": "back"}],
        now=now,
        start=Start.TODAY,
        settings=settings,
        is_search=True,
    )


def _refuse_wrong(kind: str, from_day: date, until_day: date | None, today: date) -> None:
    if kind not in KINDS:
        raise DomainError("bad_request")
    if from_day < today:
        raise DomainError("absence_past", "from_day")
    if until_day is not None and until_day <= from_day:
        raise DomainError("absence_order", "until_day")


def _kept(absence: Absence) -> dict[str, Any]:
    until = absence.until_day
    return {
        "id": str(absence.id),
        "kind": absence.kind,
        "from_day": absence.from_day.isoformat(),
        "until_day": until.isoformat() if until else None,
        "created_at": absence.created_at.isoformat(),
    }


def _none(absence: Absence) -> dict[str, Any]:
    """There is no such absence."""
    return {"id": str(absence.id)}


def unpinned(session: Session, plan: StudyPlan, away: Away, today: date) -> dict[UUID, Snapshot]:
    """Frees what the learner had fixed on these days; as it was."""
    rows = session.exec(
        select(StudySession)
        .where(
            StudySession.plan_id == plan.id,
            StudySession.status == "planned",
            StudySession.kind != "own",
            col(StudySession.is_pinned).is_(True),
            col(StudySession.day) >= away.first,
            col(StudySession.day) < away.planned_until(today),
        )
        .execution_options(populate_existing=True)
    ).all()
    before = {row.id: snapshot(row) for row in rows}
    for row in rows:
        row.is_pinned = False
    return before


def unpinned_reasons(before: Mapping[UUID, Snapshot]) -> list[dict[str, Any]]:
    return [{"code": "unpinned", "topic": was["topic_key"] or ""} for was in before.values()]


# ---- the skill plan --------------------------------------------------------------------------


def _open_task(session: Session, user_id: UUID) -> DailyTask | None:
    return session.exec(
        select(DailyTask)
        .join(WeeklyPlan, col(WeeklyPlan.id) == DailyTask.weekly_plan_id)
        .join(PersonalizedPlan, col(PersonalizedPlan.id) == WeeklyPlan.plan_id)
        .where(PersonalizedPlan.user_id == user_id, PersonalizedPlan.status == "active")
        .where(DailyTask.status == "unlocked")
    ).first()


def _first_after(user: User, day: date) -> date:
    """The first planned study day from ``day`` on."""
    return next_planned_day(day - ONE_DAY, user.rest_weekdays)


def move_due_day(session: Session, user: User, from_day: date, until_day: date) -> None:
    """What is due in the absence is due after it."""
    task = _open_task(session, user.id)
    if task is not None and task.due_day and from_day <= task.due_day < until_day:
        task.due_day = _first_after(user, until_day)


def bring_due_day_back(
    session: Session, user: User, from_day: date, until_day: date | None, today: date
) -> None:
    """What was due in the absence, or was moved behind its end, is due from today on."""
    task = _open_task(session, user.id)
    if task is None or task.due_day is None:
        return
    was_moved = until_day is not None and task.due_day == _first_after(user, until_day)
    if was_moved or from_day <= task.due_day < today:
        task.due_day = _first_after(user, today)
