"""How far plans are: what cards and lists of plans show."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import case, func, select
from sqlmodel import Session, col

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
    """All plans of a learner, the newest first. One query."""
    is_done = case((col(DailyTask.status) == "completed", 1), else_=0)
    counts = func.count(col(DailyTask.id)), func.sum(is_done)
    columns: tuple[Any, ...] = (PersonalizedPlan, Curriculum, WeeklyPlan, *counts)
    rows = session.execute(
        select(*columns)
        .join(Curriculum, col(Curriculum.key) == PersonalizedPlan.curriculum_key)
        .join(WeeklyPlan, col(WeeklyPlan.plan_id) == PersonalizedPlan.id)
        .join(DailyTask, col(DailyTask.weekly_plan_id) == WeeklyPlan.id)
        .where(col(PersonalizedPlan.user_id) == user_id)
        .group_by(col(PersonalizedPlan.id), col(Curriculum.key), col(WeeklyPlan.id))
        .order_by(
            col(PersonalizedPlan.created_at).desc(),
            col(PersonalizedPlan.id),
            col(WeeklyPlan.week_number),
        )
    )
    weeks: defaultdict[UUID, list[_WeekCount]] = defaultdict(list)
    plans: dict[UUID, tuple[PersonalizedPlan, Curriculum]] = {}
    for plan, curriculum, week, days, done in rows:
        plans[plan.id] = plan, curriculum
        weeks[plan.id].append(_WeekCount(week.week_number, week.status, int(days), int(done or 0)))
    return [
        SummarisedPlan(plan, _summary(plan, curriculum, weeks[plan.id], locale))
        for plan, curriculum in plans.values()
    ]


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
