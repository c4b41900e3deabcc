"""Plans a study plan again and writes what that changes: the one place where sessions are planned.

What the learner put somewhere, what was begun, and what is past stay as they are. Planning again
without news changes nothing, and then nothing is written.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import case
from sqlmodel import Session, col, func, select

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.study_adaptation import WORTH_MOVING, adherence, likely_problem
from learnconnect_app.domain.study_days import ONE_DAY, local_time, study_day
from learnconnect_app.domain.study_planning import plan as best_plan
from learnconnect_app.domain.study_planning import plan_again
from learnconnect_app.domain.study_problems import Plan, Price, Problem
from learnconnect_app.models import PlanChange, StudyPlan, StudySession, User
from learnconnect_app.services.change_records import Snapshot, record_change
from learnconnect_app.services.replanning_tasks import Start, Task
from learnconnect_app.services.session_writes import Writing, insert_planned
from learnconnect_app.services.study_layouts import lay_out
from learnconnect_app.services.study_problems import ENDED, is_fixed, study_of

__all__ = ["Start", "gain_without_pins", "plan_anew", "replan"]

UNTOUCHED: Mapping[UUID, Snapshot | None] = {}


def replan(
    session: Session,
    plan: StudyPlan,
    user: User,
    *,
    kind: str,
    reasons: Sequence[Mapping[str, Any]],
    now: datetime,
    start: Start = Start.TOMORROW,
    is_search: bool = False,
    before: Mapping[UUID, Snapshot | None] = UNTOUCHED,
    settings: Mapping[str, Any] | None = None,
    pool: Collection[str] = (),
) -> PlanChange | None:
    """Plan what is ahead again, from today's state; the change, or None when there is none.

    The learner is locked by the caller. The price of a minute stays, unless ``is_search`` finds
    one that is worth the change.

    ``before``: sessions that the caller has changed, added (None) or deleted already, as they were
    (`change_records.snapshot`); they and ``settings`` ({before, after}) become part of the change.
    ``pool``: topics of missed sessions, named in the summary when they are dropped.
    """
    session.flush()
    today = study_day(now, user.timezone)
    if plan.status != "active" or plan.exam_day is None or plan.exam_day <= today:
        return None
    study = study_of(session, plan, user, today)
    minute = _minute(now, user, today)
    task = Task.of(study, start, minute)
    made = _best(session, task.problem, plan, today) if is_search else _made(task.problem, plan)
    layout = lay_out(
        study,
        made.sessions,
        first=task.first,
        earliest=minute,
        parts_done=task.parts_done,
    )
    written = Writing(session, study, before).write(task.movable, layout)
    settings = _with_price(plan, made, settings)
    plan.planned_day = task.first
    session.flush()
    if not written.rows and not settings:
        return None
    return record_change(
        session,
        plan,
        kind=kind,
        now=now,
        reasons=reasons,
        rows=written.rows,
        summary=written.summary(made, pool),
        settings=settings,
    )


def plan_anew(session: Session, plan: StudyPlan, user: User, *, now: datetime) -> PlanChange:
    """The first plan of what was just activated, written in one bulk insert.

    ``DomainError("no_lessons")`` when nothing is left to study.
    """
    today = study_day(now, user.timezone)
    study = study_of(session, plan, user, today)
    if not study.problem.lessons:
        raise DomainError("no_lessons", "excluded_topics")
    minute = _minute(now, user, today)
    made = best_plan(Task.of(study, Start.TODAY, minute).problem)
    plan.price, plan.planned_day = asdict(made.price), today
    layout = lay_out(study, made.sessions, first=today, earliest=minute)
    insert_planned(session, study, layout.planned)
    summary = {"moved": 0, "added": len(layout.planned), "dropped": 0, "dropped_topics": []}
    return record_change(session, plan, kind="activated", now=now, summary=summary)


class PinGain(NamedTuple):
    """What a plan would gain if the learner's pins were free."""

    points: float
    rows: list[dict[str, Any]]
    """As ``PlanChange.rows``: where the fixed sessions would go, by day; None: nowhere."""


def gain_without_pins(
    session: Session, plan: StudyPlan, user: User, now: datetime
) -> PinGain | None:
    """None when nothing ahead is fixed."""
    today = study_day(now, user.timezone)
    if plan.status != "active" or plan.exam_day is None or plan.exam_day <= today + ONE_DAY:
        return None
    study = study_of(session, plan, user, today)
    task = Task.of(study, Start.TOMORROW, _minute(now, user, today))
    fixed = [row for row in study.sessions if row.day >= task.first and is_fixed(row)]
    if not fixed:
        return None
    kept = _made(task.problem, plan)
    free = _made(replace(task.problem, pins=()), plan)
    days = {(each.lesson, each.kind.value): each.day for each in reversed(free.sessions)}
    rows = []
    for row in fixed:
        day = days.get((row.topic_key or "", row.kind))
        after = None if day is None else {"day": (task.first + day * ONE_DAY).isoformat()}
        rows.append({"id": str(row.id), "before": {"day": row.day.isoformat()}, "after": after})
    return PinGain(free.expected_points - kept.expected_points, rows)


def _made(problem: Problem, plan: StudyPlan) -> Plan:
    return plan_again(problem, Price(**plan.price)) if plan.price else best_plan(problem)


def _best(session: Session, problem: Problem, plan: StudyPlan, today: date) -> Plan:
    """At the best price for the minutes that will likely be studied, if it is worth the change.

    It is looked for anew: the old one may lie behind a hollow after a change of the goal.
    """
    if not plan.price:
        return best_plan(problem)
    likely = likely_problem(problem, _adherence(session, plan, today))
    price = Price(**plan.price)
    best = best_plan(likely)
    if best.expected_points - plan_again(likely, price).expected_points >= WORTH_MOVING:
        price = best.price
    return plan_again(problem, price)


def _adherence(session: Session, plan: StudyPlan, today: date) -> float:
    studied = case((col(StudySession.status) == "missed", 0), else_=col(StudySession.minutes))
    planned, done, days = session.exec(
        select(
            func.coalesce(func.sum(col(StudySession.minutes)), 0),
            func.coalesce(func.sum(studied), 0),
            func.count(col(StudySession.day).distinct()),
        ).where(
            StudySession.plan_id == plan.id,
            StudySession.kind != "own",
            col(StudySession.day) < today,
            col(StudySession.status).in_(ENDED),
        )
    ).one()
    return adherence(planned, done, days)


def _with_price(
    plan: StudyPlan, made: Plan, settings: Mapping[str, Any] | None
) -> Mapping[str, Any] | None:
    """A new price becomes part of the change, so that taking it back restores the old one."""
    old, new = plan.price, asdict(made.price)
    if old == new:
        return settings
    plan.price = new
    settings = settings or {"before": {}, "after": {}}
    return {
        "before": {**settings["before"], "price": old},
        "after": {**settings["after"], "price": new},
    }


def _minute(now: datetime, user: User, today: date) -> int:
    """Of the study day, so up to 28 x 60."""
    local = local_time(now, user.timezone)
    return (local.date() - today).days * 24 * 60 + local.hour * 60 + local.minute
