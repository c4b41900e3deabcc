"""Minutes a learner wants to reach, or what their plans ask for without that."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Integer, ScalarSelect, and_, cast, func
from sqlalchemy import select as sql_select
from sqlmodel import Session, col

from learnconnect_app.domain.goal_rings import (
    NOTHING,
    GoalRings,
    Week,
    asked_by_plans,
    check_goals,
    rings,
)
from learnconnect_app.domain.study_days import week_of
from learnconnect_app.models import (
    DailyActivity,
    DailyTask,
    LearnerGoal,
    PersonalizedPlan,
    StudyPlan,
    User,
    WeeklyPlan,
)
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.presence import Presence
from learnconnect_app.services.upserts import upsert_all


class Aims(NamedTuple):
    """What a learner aims at in a week."""

    goal: LearnerGoal | None
    asked: Week
    """By their plans."""
    has_sessions: bool
    """Whether a study plan is active."""


NO_AIMS = Aims(None, NOTHING, False)


class OwnDay(NamedTuple):
    """A learner's own goal of a day, and what is done of it."""

    goal: int
    minutes: int

    @property
    def left(self) -> int:
        return max(0, self.goal - self.minutes)


def set_goals(
    session: Session,
    *,
    user_id: UUID,
    minutes_a_day: int | None,
    minutes_a_week: int | None,
    now: datetime,
) -> None:
    """Keep both goals; None: as the plans have it. ``DomainError`` as `goal_rings.check_goals`."""
    check_goals(minutes_a_day, minutes_a_week)
    locked_user(session, user_id)
    row = LearnerGoal(
        user_id=user_id,
        minutes_a_day=minutes_a_day,
        minutes_a_week=minutes_a_week,
        updated_at=now,
    )
    upsert_all(session, [row], by=["user_id"])


def minutes_of_a_task() -> ScalarSelect[int]:
    """Mean minutes of a day of the active skill plan of the ``User`` row of the query."""
    return (
        sql_select(cast(func.avg(DailyTask.minutes), Integer))
        .join(WeeklyPlan, col(WeeklyPlan.id) == DailyTask.weekly_plan_id)
        .join(PersonalizedPlan, col(PersonalizedPlan.id) == WeeklyPlan.plan_id)
        .where(
            col(PersonalizedPlan.user_id) == User.id,
            col(PersonalizedPlan.status) == "active",
        )
        .correlate(User)
        .scalar_subquery()
    )


def aims_of(session: Session, user_id: UUID, now: datetime) -> Aims:
    """One query."""
    is_active = and_(col(StudyPlan.user_id) == User.id, col(StudyPlan.status) == "active")
    columns: tuple[Any, ...] = (User, LearnerGoal, StudyPlan, minutes_of_a_task())
    user, goal, plan, task_minutes = session.execute(
        sql_select(*columns)
        .outerjoin(LearnerGoal, col(LearnerGoal.user_id) == User.id)
        .outerjoin(StudyPlan, is_active)
        .where(col(User.id) == user_id)
    ).one()
    return aims_from(user, goal, plan, task_minutes)


def aims_from(
    user: User, goal: LearnerGoal | None, plan: StudyPlan | None, task_minutes: int | None
) -> Aims:
    asked = asked_by_plans(
        plan.weekday_minutes if plan else (),
        plan.rest_weekdays if plan else (),
        task_minutes or 0,
        user.rest_weekdays,
    )
    return Aims(goal, asked, plan is not None)


def rings_of(presence: Presence, aims: Aims) -> GoalRings:
    today, goal, planned = presence.today, aims.goal, presence.planned
    return rings(
        aims.asked,
        goal.minutes_a_day if goal else None,
        goal.minutes_a_week if goal else None,
        today=today,
        minutes=presence.minutes,
        is_off=planned.is_rest(today) or planned.is_away(today),
        away=[day for day in week_of(today) if planned.is_away(day)],
    )


def own_day(session: Session, user_id: UUID, day: date) -> OwnDay | None:
    """Of a study day, as it stands in the database; None without a goal of their own. One query."""
    is_of_day = and_(
        col(DailyActivity.user_id) == LearnerGoal.user_id, col(DailyActivity.day) == day
    )
    columns: tuple[Any, ...] = (LearnerGoal.minutes_a_day, DailyActivity.minutes)
    row = session.execute(
        sql_select(*columns)
        .select_from(LearnerGoal)
        .outerjoin(DailyActivity, is_of_day)
        .where(col(LearnerGoal.user_id) == user_id, col(LearnerGoal.minutes_a_day).is_not(None))
    ).first()
    return OwnDay(row[0], row[1] or 0) if row else None
