"""A study plan that is to be made again because of work that arrived late.

That takes a second, so it happens once after many operations and not with each. That it is wanted
is written in the transaction of what wants it: an active plan without a ``planned_day`` is overdue.
It is made by whoever comes first: the request itself, or whatever settles days next, a page or the
scheduler. So it is neither forgotten when a process dies between, nor done twice.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import PlanChange, StudyPlan, User
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.study_plans import active_study_plan
from learnconnect_app.services.study_replanning import Start, replan


def call_for_plan(session: Session, user_id: UUID) -> None:
    """Whatever plan is active is to be made again. The learner is locked by the caller."""
    plan = active_study_plan(session, user_id)
    if plan is not None:
        plan.planned_day = None


def is_overdue(session: Session, *, user_id: UUID, now: datetime) -> bool:
    """Whether the active plan is to be made again. ``now`` changes nothing."""
    found = session.exec(
        select(StudyPlan.id).where(
            StudyPlan.user_id == user_id,
            StudyPlan.status == "active",
            col(StudyPlan.planned_day).is_(None),
        )
    )
    return found.first() is not None


def plan_around(session: Session, *, user_id: UUID, now: datetime) -> PlanChange | None:
    """Make an overdue plan again; the change, or None when there is none."""
    user = locked_user(session, user_id)
    plan = active_study_plan(session, user_id)
    return planned_around(session, plan, user, now) if plan else None


def planned_around(
    session: Session, plan: StudyPlan, user: User, now: datetime
) -> PlanChange | None:
    """As `plan_around`, for the active plan of a learner who is locked."""
    if plan.planned_day is not None:
        return None
    change = replan(
        session,
        plan,
        user,
        kind="adapted",
        reasons=[{"code": "offline"}],
        now=now,
        start=Start.TODAY_NO_LONGER,
    )
    plan.planned_day = plan.planned_day or study_day(now, user.timezone)  # nothing was left to plan
    session.flush()
    return change
