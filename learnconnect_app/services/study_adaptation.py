"""Adapts a study plan to what the learner's answers show: after a quiz, and each week.

What the learner fixed never moves by itself: a better plan without these pins is proposed, and the
learner decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, func, select, update

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.study_adaptation import (
    WORTH_ASKING,
    Adaptation,
    adapted,
    with_adaptations,
)
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import Attempt, AttemptItem, PlanChange, StudyPlan, StudySession, User
from learnconnect_app.services.change_records import record_change, snapshot
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.study_changes import own_change
from learnconnect_app.services.study_replanning import gain_without_pins, replan

COUNTED = ("quiz", "practice", "practice_test", "mock")
"""Kinds of tests whose answers adapt the plan."""


def adapt(
    session: Session,
    plan: StudyPlan,
    user: User,
    now: datetime,
    *,
    forgotten: Collection[str] = (),
) -> PlanChange | None:
    """Give courses more or less time when their answers cross a limit.

    Topics found ``forgotten`` are planned anew. None when there is neither.
    """
    adaptations = _adaptations(session, plan)
    if not adaptations and not forgotten:
        return None
    others = [{"code": "forgotten", "topic": topic} for topic in sorted(forgotten)]
    return _apply(session, plan, user, adaptations, now, others=others)


def adapt_weekly(
    session: Session, plan: StudyPlan, user: User, *, now: datetime
) -> PlanChange | None:
    """As ``adapt``, and in the best order that can be found; proposes to move what was fixed."""
    plan.adapted_day = study_day(now, user.timezone)
    found = _adaptations(session, plan)
    others = [] if found else [{"code": "weekly"}]
    change = _apply(session, plan, user, found, now, others=others, is_search=True)
    _propose(session, plan, user, now)
    return change


def decide_change(
    session: Session, *, user_id: UUID, change_id: UUID, accept: bool, now: datetime
) -> PlanChange | None:
    """Answer a proposal: accepted, what was fixed is free and the plan is made again as of now.

    The change that this makes; None when nothing changes. ``DomainError("change_decided")`` for
    what is no open proposal.
    """
    user = locked_user(session, user_id)
    change, plan = own_change(session, user_id, change_id)
    if change.status != "proposed" or plan.status != "active":
        raise DomainError("change_decided")
    if not accept:
        change.status, change.decided_at = "declined", now
        session.flush()
        return None
    reasons = list(change.reasons)
    session.delete(change)  # the change that follows says it all
    session.flush()
    today = study_day(now, user.timezone)
    rows = session.exec(
        select(StudySession).where(
            StudySession.plan_id == plan.id,
            StudySession.status == "planned",
            StudySession.kind != "own",
            col(StudySession.is_pinned).is_(True),
            col(StudySession.day) > today,
        )
    ).all()
    before = {row.id: snapshot(row) for row in rows}
    for row in rows:
        row.is_pinned = False
    return replan(
        session,
        plan,
        user,
        kind="adapted",
        reasons=reasons,
        now=now,
        is_search=True,
        before=before,
    )


def _apply(
    session: Session,
    plan: StudyPlan,
    user: User,
    adaptations: Sequence[Adaptation],
    now: datetime,
    *,
    others: Sequence[Mapping[str, Any]],
    is_search: bool = False,
) -> PlanChange | None:
    settings = None
    if adaptations:
        before = dict(plan.multipliers)
        plan.multipliers = with_adaptations(before, adaptations)
        settings = {
            "before": {"multipliers": before},
            "after": {"multipliers": plan.multipliers},
        }
    return replan(
        session,
        plan,
        user,
        kind="adapted",
        reasons=[*map(_reason, adaptations), *others],
        now=now,
        is_search=is_search,
        settings=settings,
    )


def _reason(each: Adaptation) -> dict[str, Any]:
    return {
        "code": each.code,
        "course": each.course,
        "percent": each.percent,
        "from": each.before,
        "to": each.after,
    }


def _adaptations(session: Session, plan: StudyPlan) -> list[Adaptation]:
    """By the answers of each course since it was adapted last."""
    since = _last_adapted(session, plan)
    rows = session.exec(
        select(
            AttemptItem.course_key,
            Attempt.submitted_at,
            func.count(col(AttemptItem.id)),
            func.count(col(AttemptItem.id)).filter(col(AttemptItem.is_correct).is_(True)),
        )
        .join(Attempt, col(Attempt.id) == AttemptItem.attempt_id)
        .where(
            Attempt.study_plan_id == plan.id,
            Attempt.status == "submitted",
            col(Attempt.kind).in_(COUNTED),
            col(AttemptItem.answered_at).is_not(None),
        )
        .group_by(col(AttemptItem.course_key), col(Attempt.submitted_at))
    )
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for course, submitted, answers, correct in rows:
        if course not in since or (submitted and submitted > since[course]):
            total[course] += answers
            right[course] += correct
    found = (
        adapted(course, plan.multipliers.get(course, 1.0), right[course], total[course])
        for course in sorted(total)
    )
    return [each for each in found if each is not None]


def _last_adapted(session: Session, plan: StudyPlan) -> dict[str, datetime]:
    """When each course got more or less time last, whether or not that was taken back."""
    rows = session.exec(
        select(PlanChange.created_at, PlanChange.reasons)
        .where(PlanChange.plan_id == plan.id, PlanChange.kind == "adapted")
        .order_by(col(PlanChange.number))
    )
    return {
        reason["course"]: created
        for created, reasons in rows
        for reason in reasons
        if reason.get("course")
    }


def _propose(session: Session, plan: StudyPlan, user: User, now: datetime) -> None:
    """One open proposal at most: a newer one takes the place of an older one."""
    gain = gain_without_pins(session, plan, user, now)
    session.exec(
        update(PlanChange)
        .where(col(PlanChange.plan_id) == plan.id, col(PlanChange.status) == "proposed")
        .values(status="declined", decided_at=now)
    )
    if gain is not None and gain.points >= WORTH_ASKING:
        record_change(
            session,
            plan,
            kind="adapted",
            status="proposed",
            now=now,
            reasons=[{"code": "pins", "number": len(gain.rows), "to": round(gain.points, 1)}],
            rows=gain.rows,
            summary={"moved": len(gain.rows)},
        )
