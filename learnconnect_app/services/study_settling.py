"""Settles passed study days: what was not studied goes back to the pool, and the plan goes on.

Nothing of a missed day is put on the next one, and no day gets longer by it. However long a learner
was away, it is one change. A practice test that was missed is simply gone. An overdue plan
(`overdue_plans.py`) is made on the same occasion.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel import Session, col, or_, select

from learnconnect_app.domain.study_adaptation import is_due
from learnconnect_app.domain.study_days import ONE_DAY, study_day
from learnconnect_app.models import PlanChange, StudyPlan, StudySession, User
from learnconnect_app.services.absences import away_without_end, unpinned, unpinned_reasons
from learnconnect_app.services.change_records import STILL_AWAY
from learnconnect_app.services.lesson_progress import note_missed
from learnconnect_app.services.overdue_plans import planned_around
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.study_adaptation import adapt_weekly
from learnconnect_app.services.study_plans import active_study_plan, finish
from learnconnect_app.services.study_replanning import Start, replan

STILL_AT_IT = timedelta(hours=4)
"""A clock started so lately may run past the end of the study day."""
AHEAD_OF_UTC = timedelta(hours=14)
OPEN = ("planned", "running", "paused")


def settle_study_days(session: Session, *, user_id: UUID, now: datetime) -> PlanChange | None:
    """Settle the days up to yesterday and adapt weekly; the change for what was missed, if any.

    Cheap when there is nothing to do (one query), and repeating it changes nothing. A plan whose
    exam has come is completed.
    """
    if not _is_due(session, user_id, now):
        return None
    user = locked_user(session, user_id)
    plan = active_study_plan(session, user_id)
    if plan is None:
        return None
    change = _settle(session, plan, user, now)
    return change or planned_around(session, plan, user, now)


def _settle(session: Session, plan: StudyPlan, user: User, now: datetime) -> PlanChange | None:
    today = study_day(now, user.timezone)
    if plan.settled_day and plan.settled_day >= today:
        return None
    passed = _passed(session, plan, today, since=plan.settled_day or today)
    if any(_is_at_it(row, now) for row in passed):
        return None
    missed = [row for row in passed if row.status in OPEN]
    for row in missed:
        row.status, row.running_since, row.version = "missed", None, row.version + 1
    plan.settled_day = today
    session.flush()
    if plan.exam_day and plan.exam_day <= today:
        finish(session, user, plan, now)
        return None
    change = _planned_again(session, plan, user, passed, missed, now)
    if is_due(plan.adapted_day, today):
        adapt_weekly(session, plan, user, now=now)
    return change


def learners_to_settle(session: Session, *, now: datetime) -> list[UUID]:
    """Whose days are to be settled, at 04:00 on their own clock, or whose plan is overdue.

    All of them: with a limit, learners who must be waited for could hold up the others.
    """
    latest = (now + AHEAD_OF_UTC).date()
    rows = session.exec(
        select(
            col(StudyPlan.user_id),
            col(StudyPlan.planned_day),
            col(StudyPlan.settled_day),
            col(User.timezone),
        )
        .join(User, col(User.id) == StudyPlan.user_id)
        .where(
            StudyPlan.status == "active",
            col(User.deletion_due_at).is_(None),
            or_(
                col(StudyPlan.planned_day).is_(None),
                col(StudyPlan.settled_day).is_(None),
                col(StudyPlan.settled_day) < latest,
            ),
        )
    )
    return [
        user_id
        for user_id, planned, settled, zone in rows
        if _waits(planned, settled, study_day(now, zone))
    ]


def _is_due(session: Session, user_id: UUID, now: datetime) -> bool:
    row = session.exec(
        select(
            col(StudyPlan.user_id),
            col(StudyPlan.planned_day),
            col(StudyPlan.settled_day),
            col(User.timezone),
        )
        .join(User, col(User.id) == StudyPlan.user_id)
        .where(StudyPlan.user_id == user_id, StudyPlan.status == "active")
    ).first()
    return row is not None and _waits(row[1], row[2], study_day(now, row[3]))


def _waits(planned: date | None, settled: date | None, today: date) -> bool:
    """Whether a plan is overdue, or has days to settle."""
    return planned is None or settled is None or settled < today


def _passed(session: Session, plan: StudyPlan, today: date, since: date) -> Sequence[StudySession]:
    """Sessions of passed days that are still open, and all of the days not settled yet."""
    return session.exec(
        select(StudySession)
        .where(
            StudySession.plan_id == plan.id,
            col(StudySession.day) < today,
            or_(col(StudySession.day) >= since, col(StudySession.status).in_(OPEN)),
        )
        .execution_options(populate_existing=True)
    ).all()


def _is_at_it(row: StudySession, now: datetime) -> bool:
    return row.running_since is not None and now - row.running_since < STILL_AT_IT


class _Missed(NamedTuple):
    topics: set[str]
    days: set[date]
    sessions: int


def _planned_again(
    session: Session,
    plan: StudyPlan,
    user: User,
    passed: Sequence[StudySession],
    rows: Sequence[StudySession],
    now: datetime,
) -> PlanChange | None:
    today = study_day(now, user.timezone)
    planned = [row for row in rows if row.kind != "own"]
    topics = {row.topic_key for row in planned if row.topic_key}
    yesterday = {row.topic_key for row in planned if row.topic_key and row.day == today - ONE_DAY}
    if yesterday:
        until = today + ONE_DAY
        note_missed(session, plan=plan, user=user, topics=yesterday, until=until, now=now)
    partly = [row for row in passed if row.status == "partly"]
    away = away_without_end(session, user.id, today)
    if not planned and not partly and not away:
        return None
    kind, reasons = (
        ("missed", _reasons(planned))
        if planned
        else ("adapted", _others(partly, is_away=bool(away)))
    )
    before = unpinned(session, plan, away, today) if away else {}
    return replan(
        session,
        plan,
        user,
        kind=kind,
        reasons=[*reasons, *unpinned_reasons(before)],
        now=now,
        start=Start.TODAY_NO_LONGER,
        before=before,
        pool=topics,
    )


def _reasons(missed: Sequence[StudySession]) -> list[dict[str, Any]]:
    """``missed_day`` or ``missed_days``, with the number of days; ``number`` of sessions first."""
    days = len({row.day for row in missed})
    code = "missed_day" if days == 1 else "missed_days"
    return [{"code": code, "number": days, "sessions": len(missed)}]


def _others(partly: Sequence[StudySession], *, is_away: bool) -> list[dict[str, Any]]:
    reasons = [{"code": "partly", "topic": row.topic_key or ""} for row in partly[:3]]
    return [*reasons, {"code": STILL_AWAY}] if is_away else reasons
