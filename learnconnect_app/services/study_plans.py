"""A study plan begins, rests, and ends."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select, update

from learnconnect_app.domain.achievements import Event
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.domain.study_limits import check_goal
from learnconnect_app.models import PlanChange, StudyPause, StudyPlan, StudySession, User
from learnconnect_app.services.achievements import award_due
from learnconnect_app.services.change_records import Snapshot, snapshot
from learnconnect_app.services.ownership import locked_user, own_study_plan
from learnconnect_app.services.reminder_asks import ask
from learnconnect_app.services.session_rows import pause_running
from learnconnect_app.services.study_replanning import Start, plan_anew, replan


def active_study_plan(session: Session, user_id: UUID) -> StudyPlan | None:
    return _plan_that_is(session, user_id, "active")


def draft_of(session: Session, user_id: UUID) -> StudyPlan | None:
    """What the goal wizard has so far."""
    return _plan_that_is(session, user_id, "draft")


def _plan_that_is(session: Session, user_id: UUID, status: str) -> StudyPlan | None:
    return session.exec(
        select(StudyPlan).where(StudyPlan.user_id == user_id, StudyPlan.status == status)
    ).first()


def activate(session: Session, *, user_id: UUID, now: datetime) -> UUID:
    """The draft becomes the active plan, with its sessions; an active one of before is replaced.

    ``NotFound`` without a draft; ``DomainError`` no_lessons, or as `study_limits.check_goal`.
    """
    user = locked_user(session, user_id)
    plan = draft_of(session, user_id)
    if plan is None:
        raise NotFound
    today = study_day(now, user.timezone)
    check_goal(plan.exam_day, plan.weekday_minutes, plan.rest_weekdays, today)
    pause_running(session, user_id, now)
    _replace_active(session, user_id, now)
    plan.status, plan.activated_at, plan.settled_day = "active", now, today
    plan.adapted_day = today
    session.flush()
    plan_anew(session, plan, user, now=now)
    award_due(session, user_id=user_id, event=Event.BEGUN, now=now)
    session.flush()
    return plan.id


def _replace_active(session: Session, user_id: UUID, now: datetime) -> None:
    session.exec(
        update(StudyPlan)
        .where(col(StudyPlan.user_id) == user_id, col(StudyPlan.status) == "active")
        .values(status="replaced", completed_at=now)
    )


def pause_study_plan(session: Session, *, user_id: UUID, plan_id: UUID, now: datetime) -> None:
    """Let a plan rest; nothing of it is lost. ``DomainError("plan_completed")``."""
    user = locked_user(session, user_id)
    plan = _unfinished(session, user_id, plan_id)
    if _set_status(session, plan, "active", "paused"):
        pause_running(session, user_id, now)
        session.add(StudyPause(plan_id=plan.id, from_day=study_day(now, user.timezone)))
        session.flush()
        ask(session, user_id=user_id, now=now)


def resume_study_plan(
    session: Session, *, user_id: UUID, plan_id: UUID, now: datetime
) -> PlanChange | None:
    """Take a paused plan up again: what lay in the days of rest is planned from today on.

    A plan whose exam has come meanwhile is completed. ``DomainError`` another_plan_active or
    plan_completed.
    """
    user = locked_user(session, user_id)
    plan = _unfinished(session, user_id, plan_id)
    if plan.status == "active":
        return None
    if active_study_plan(session, user_id) is not None:
        raise DomainError("another_plan_active")
    today = study_day(now, user.timezone)
    _set_status(session, plan, "paused", "active")
    before = _take_back(session, plan, today, rest=_end_rest(session, plan, today))
    plan.settled_day = today
    ask(session, user_id=user_id, now=now)
    if plan.exam_day and plan.exam_day <= today:
        finish(session, user, plan, now)
        return None
    return replan(
        session,
        plan,
        user,
        kind="resumed",
        reasons=[{"code": "resumed"}],
        now=now,
        start=Start.TODAY,
        before=before,
        is_search=True,
    )


def _take_back(
    session: Session, plan: StudyPlan, today: date, rest: StudyPause | None
) -> dict[UUID, Snapshot]:
    """Sessions of the days of rest go, as nothing was expected then; those before were missed."""
    rows = session.exec(
        select(StudySession).where(
            StudySession.plan_id == plan.id,
            col(StudySession.status).in_(("planned", "paused")),
            col(StudySession.day) < today,
        )
    ).all()
    gone: dict[UUID, Snapshot] = {}
    for row in rows:
        is_of_rest = rest is not None and row.day >= rest.from_day and row.kind != "own"
        if row.status == "paused" or not is_of_rest:
            row.status, row.version = "missed", row.version + 1
        else:
            gone[row.id] = snapshot(row)
            session.delete(row)
    session.flush()
    return gone


def finish_study_plan(session: Session, *, user_id: UUID, plan_id: UUID, now: datetime) -> None:
    """The learner ends the plan. One that has ended stays as it is."""
    user = locked_user(session, user_id)
    plan = own_study_plan(session, user_id, plan_id)
    if plan.status in ("active", "paused"):
        finish(session, user, plan, now)


def finish(session: Session, user: User, plan: StudyPlan, now: datetime) -> None:
    """End a plan of a locked user, and its rest."""
    plan.status, plan.completed_at = "completed", now
    pause_running(session, user.id, now)
    _end_rest(session, plan, study_day(now, user.timezone))
    award_due(session, user_id=user.id, event=Event.ENDED, now=now)
    session.flush()


def _unfinished(session: Session, user_id: UUID, plan_id: UUID) -> StudyPlan:
    plan = own_study_plan(session, user_id, plan_id)
    if plan.status not in ("active", "paused"):
        raise DomainError("plan_completed")
    return plan


def _set_status(session: Session, plan: StudyPlan, before: str, after: str) -> bool:
    changed = session.exec(
        update(StudyPlan)
        .where(col(StudyPlan.id) == plan.id, col(StudyPlan.status) == before)
        .values(status=after)
    )
    session.refresh(plan)
    return changed.rowcount == 1


def _end_rest(session: Session, plan: StudyPlan, today: date) -> StudyPause | None:
    rest = session.exec(
        select(StudyPause).where(StudyPause.plan_id == plan.id, col(StudyPause.until_day).is_(None))
    ).first()
    if rest is not None:
        # a clock that went back must not make a rest end before it began
        rest.until_day = max(rest.from_day, today)
    return rest
