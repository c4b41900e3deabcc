"""How far plans are: what cards and lists of plans show."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import case, func
from sqlmodel import Session, col, select

from learnconnect_app.domain.views import PlanSummary
from learnconnect_app.models import Curriculum, DailyTask, PersonalizedPlan, WeeklyPlan
from learnconnect_app.services.texts import text_in


class SummarisedPlan(NamedTuple):
    plan: PersonalizedPlan
    summary: PlanSummary


class _WeekCount(NamedTuple):
    number: int
    status: str
    days: int
    done: int


def summarised_plans(session: Session, user_id: UUID, locale: str) -> list[SummarisedPlan]:
    """All plans of a learner, the newest first. Two queries."""
    weeks = _weeks_by_plan(session, user_id)
    rows = session.exec(
        select(PersonalizedPlan, Curriculum)
        .join(Curriculum, col(Curriculum.key) == PersonalizedPlan.curriculum_key)
        .where(PersonalizedPlan.user_id == user_id)
        .order_by(col(PersonalizedPlan.created_at).desc(), col(PersonalizedPlan.id))
    )
    return [
        SummarisedPlan(plan, _summary(plan, curriculum, weeks[plan.id], locale))
        for plan, curriculum in rows
    ]


def _weeks_by_plan(session: Session, user_id: UUID) -> dict[UUID, list[_WeekCount]]:
    is_done = case((col(DailyTask.status) == "completed", 1), else_=0)
    rows = session.exec(
        select(WeeklyPlan, func.count(col(DailyTask.id)), func.sum(is_done))
        .join(PersonalizedPlan, col(PersonalizedPlan.id) == WeeklyPlan.plan_id)
        .join(DailyTask, col(DailyTask.weekly_plan_id) == WeeklyPlan.id)
        .where(PersonalizedPlan.user_id == user_id)
        .group_by(col(WeeklyPlan.id))
        .order_by(col(WeeklyPlan.week_number))
    )
    found: dict[UUID, list[_WeekCount]] = defaultdict(list)
    for week, days, done in rows:
        found[week.plan_id].append(
            _WeekCount(week.week_number, week.status, int(days), int(done or 0))
        )
    return found


def _summary(
    plan: PersonalizedPlan, curriculum: Curriculum, weeks: list[_WeekCount], locale: str
) -> PlanSummary:
    days, done = sum(week.days for week in weeks), sum(week.done for week in weeks)
    ahead = [week.number for week in weeks if week.status != "passed"]
    return PlanSummary(
        id=str(plan.id),
        curriculum_key=plan.curriculum_key,
        title=text_in(curriculum.title, locale),
        icon=curriculum.icon,
        status=plan.status,
        phase=plan.phase,
        week=ahead[0] if ahead else len(weeks),
        weeks=len(weeks),
        days_done=done,
        days_total=days,
        percent=100 * done // days if days else 0,
    )
