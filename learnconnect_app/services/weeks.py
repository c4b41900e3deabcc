"""Opens what comes next: days one after the other, then the test, then the next week.

Every step is one conditional UPDATE, so whoever comes second finds nothing left to open.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select, update

from learnconnect_app.domain.study_days import next_planned_day, study_day
from learnconnect_app.models import (
    CorrectionPlan,
    DailyTask,
    PersonalizedPlan,
    User,
    WeeklyPlan,
)
from learnconnect_app.services.ownership import OwnDay
from learnconnect_app.services.reminders import tell


def next_due_day(user: User, now: datetime) -> date:
    """When a day that opens now is due: on the next planned study day of the learner."""
    return next_planned_day(study_day(now, user.timezone), user.rest_weekdays)


def open_next_day(session: Session, week_id: UUID, *, due: date, now: datetime) -> bool:
    """Open the first locked day of the week; False when none is left."""
    task_id = session.exec(
        select(DailyTask.id)
        .where(DailyTask.weekly_plan_id == week_id, DailyTask.status == "locked")
        .order_by(col(DailyTask.day_number))
        .limit(1)
    ).first()
    opened = session.exec(
        update(DailyTask)
        .where(col(DailyTask.id) == task_id, col(DailyTask.status) == "locked")
        .values(status="unlocked", due_day=due, unlocked_at=now)
    )
    return opened.rowcount == 1


def open_next_week(session: Session, plan_id: UUID, *, due: date, now: datetime) -> bool:
    """Open the first locked week of the plan with its first day; False when none is left."""
    week_id = session.exec(
        select(WeeklyPlan.id)
        .where(WeeklyPlan.plan_id == plan_id, WeeklyPlan.status == "locked")
        .order_by(col(WeeklyPlan.week_number))
        .limit(1)
    ).first()
    if week_id is None or not set_week(session, week_id, "locked", "in_progress"):
        return False
    return open_next_day(session, week_id, due=due, now=now)


def set_week(session: Session, week_id: UUID, before: str, after: str, **values: object) -> bool:
    """Move a week from one status to another; False when it was not in the first."""
    moved = session.exec(
        update(WeeklyPlan)
        .where(col(WeeklyPlan.id) == week_id, col(WeeklyPlan.status) == before)
        .values(status=after, **values)
    )
    return moved.rowcount == 1


def tell_of_test(
    session: Session, user: User, kind: str, about: UUID, now: datetime, **values: int
) -> None:
    """A test can be taken: of the week ``about``, or the last one of the plan ``about``."""
    tell(
        session,
        user=user,
        rule="test_unlocked",
        about=str(about),
        values={**values, "variant": kind},
        now=now,
    )


def set_phase(session: Session, plan_id: UUID, phase: str) -> None:
    session.exec(
        update(PersonalizedPlan).where(col(PersonalizedPlan.id) == plan_id).values(phase=phase)
    )


def open_what_follows(session: Session, day: OwnDay, user: User, now: datetime) -> None:
    """After a day is done: the next day; after a week's last day its test, or what comes next."""
    due = next_due_day(user, now)
    if open_next_day(session, day.week.id, due=due, now=now):
        return
    if day.week.kind == "skill":
        if set_week(session, day.week.id, "in_progress", "test_ready"):
            tell_of_test(session, user, "weekly", day.week.id, now, n=day.week.week_number)
        return
    set_week(session, day.week.id, "in_progress", "passed", passed_at=now)
    if not open_next_week(session, day.plan.id, due=due, now=now):
        _end_correction(session, day.plan.id)
        tell_of_test(session, user, "retest", day.plan.id, now)


def _end_correction(session: Session, plan_id: UUID) -> None:
    set_phase(session, plan_id, "retest")
    session.exec(
        update(CorrectionPlan)
        .where(col(CorrectionPlan.plan_id) == plan_id)
        .values(status="completed")
    )
