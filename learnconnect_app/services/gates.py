"""How each test on the path of a plan stands, for the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.attempts import ITEM_COUNT, AttemptKind
from learnconnect_app.domain.views import GateView
from learnconnect_app.models import Attempt, PersonalizedPlan, WeeklyPlan
from learnconnect_app.services.scores import score_of


def attempts_of(session: Session, plan_id: UUID) -> list[Attempt]:
    """The tests of a plan, oldest first. One query."""
    return list(
        session.exec(
            select(Attempt)
            .where(Attempt.plan_id == plan_id)
            .order_by(col(Attempt.started_at), col(Attempt.number))
        )
    )


def week_gate(week: WeeklyPlan, attempts: Sequence[Attempt]) -> GateView | None:
    """The test of a week; a correction week has none."""
    if week.kind != "skill":
        return None
    mine = [attempt for attempt in attempts if attempt.weekly_plan_id == week.id]
    status = {"test_ready": "ready", "passed": "passed"}.get(week.status, "locked")
    if status == "locked" and week.failed_attempts:
        status = "failed"
    return _gate(AttemptKind.WEEKLY, week.id, status, mine)


def final_gate(plan: PersonalizedPlan, attempts: Sequence[Attempt]) -> GateView:
    return _last_gate(AttemptKind.FINAL, plan, attempts)


def retest_gate(plan: PersonalizedPlan, attempts: Sequence[Attempt]) -> GateView | None:
    """Only on the path of a plan that needs a correction."""
    is_on_path = any(a.kind == AttemptKind.RETEST for a in attempts)
    if not is_on_path and plan.phase not in ("correction", "retest"):
        return None
    return _last_gate(AttemptKind.RETEST, plan, attempts)


def _last_gate(kind: AttemptKind, plan: PersonalizedPlan, attempts: Sequence[Attempt]) -> GateView:
    mine = [attempt for attempt in attempts if attempt.kind == kind]
    done = [attempt for attempt in mine if attempt.status == "submitted"]
    if done:
        return _gate(kind, plan.id, "passed" if done[-1].is_passed else "failed", mine)
    return _gate(kind, plan.id, "ready" if plan.phase == kind else "locked", mine)


def _gate(kind: AttemptKind, target: UUID, status: str, attempts: Sequence[Attempt]) -> GateView:
    running = next((each for each in attempts if each.status == "running"), None)
    done = [each for each in attempts if each.status == "submitted"]
    last = done[-1] if done else None
    return GateView(
        kind=kind,
        status="running" if running else status,
        id=str(target),
        number=running.number if running else _next_number(status, done),
        attempt_id=str(running.id) if running else "",
        last_attempt_id=str(last.id) if last else "",
        last_score=score_of(last) if last else -1,
        item_count=ITEM_COUNT[kind],
    )


def _next_number(status: str, done: Sequence[Attempt]) -> int:
    """Which try it is; of a gate that is behind the learner, the one that opened it."""
    return max(1, len(done)) if status == "passed" else len(done) + 1
