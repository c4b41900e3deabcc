"""How ready a learner is, from the final score, the weekly tests and how the plan was kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, or_, select

from learnconnect_app.domain.attempts import AttemptKind, percent
from learnconnect_app.domain.plans import adherence
from learnconnect_app.domain.readiness import readiness
from learnconnect_app.models import Attempt, DailyTask, PersonalizedPlan, WeeklyPlan


@dataclass(frozen=True, slots=True)
class ReadinessParts:
    """Readiness and what it is made of, all 0..100."""

    readiness: float
    weekly_mean: float
    adherence: float

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def readiness_of(
    session: Session, plan: PersonalizedPlan, final_percent: float, today: date
) -> ReadinessParts:
    """Readiness with this score of the final or the re-test."""
    weekly = _passed_weekly_percents(session, plan.id)
    kept = adherence(_days_due(session, plan.id, today))
    return ReadinessParts(
        readiness=readiness(final_percent, weekly, kept),
        weekly_mean=sum(weekly) / len(weekly) if weekly else 0.0,
        adherence=kept,
    )


def _passed_weekly_percents(session: Session, plan_id: UUID) -> list[float]:
    rows = session.exec(
        select(Attempt.correct, Attempt.total).where(
            Attempt.plan_id == plan_id,
            Attempt.kind == AttemptKind.WEEKLY,
            col(Attempt.is_passed).is_(True),
        )
    )
    return [percent(correct or 0, total or 0) for correct, total in rows]


def _days_due(session: Session, plan_id: UUID, today: date) -> list[tuple[date, date | None]]:
    """(due, done) of the days that are done or should be by now."""
    rows = session.exec(
        select(col(DailyTask.due_day), col(DailyTask.completed_day))
        .join(WeeklyPlan, col(WeeklyPlan.id) == DailyTask.weekly_plan_id)
        .where(
            WeeklyPlan.plan_id == plan_id,
            or_(col(DailyTask.completed_day).is_not(None), col(DailyTask.due_day) < today),
        )
    )
    return [(due, done) for due, done in rows if due is not None]
