"""Work of a past study day that arrives late: the day becomes active, and what follows is judged
again, so that the streak is as if the work had arrived in time.

A freeze that covered the day is given back. Days after it that had been recorded as missed, because
the run was broken or no freeze was left, are covered by the freezes that are free now.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from uuid import UUID

from sqlmodel import Session, col, func, select, update

from learnconnect_app.domain.achievements import Event
from learnconnect_app.domain.streaks import (
    RUN_WEEK,
    DayKind,
    earns_consistency_xp,
    earns_freeze,
    earns_streak_xp,
    run_length_on,
)
from learnconnect_app.domain.study_days import ONE_DAY, study_day
from learnconnect_app.domain.xp import XPType
from learnconnect_app.models import DailyActivity, StreakFreeze, User, XPReward
from learnconnect_app.services.achievements import award_due
from learnconnect_app.services.presence import presence_of
from learnconnect_app.services.streaks import (
    earn_freeze,
    first_of_run,
    give_freeze_back,
    record_activity,
    settle_days,
    use_freezes,
)
from learnconnect_app.services.upserts import upsert_sum
from learnconnect_app.services.xp import award


def record_work(
    session: Session,
    *,
    user: User,
    at: datetime,
    now: datetime,
    minutes: int = 0,
    tasks: int = 0,
) -> int:
    """Something was finished at a moment of today or of a day before. XP paid now for the run."""
    day, today = study_day(at, user.timezone), study_day(now, user.timezone)
    if day >= today:
        return record_activity(session, user=user, at=at, now=now, minutes=minutes, tasks=tasks)
    before = settle_days(session, user=user, now=now, at=at)
    if before.days.get(day) is DayKind.FROZEN:
        give_freeze_back(session, user, day, before.freezes_held, now)
    upsert_sum(
        session,
        DailyActivity,
        {"user_id": user.id, "day": day},
        {"tasks_completed": tasks, "minutes": minutes},
        also={"kind": DayKind.ACTIVE},
    )
    paid = _go_through(session, user, day, now)
    award_due(session, user_id=user.id, event=Event.WORKED, at=at, now=now)
    return paid


def _go_through(session: Session, user: User, day: date, now: datetime) -> int:
    """The run goes on through the day: what follows from that, until nothing more does."""
    paid = 0
    while True:
        is_covered = _judge_again(session, user, day, now)
        days = settle_days(session, user=user, now=now).days
        if _earn_freezes(session, user.id, days, day, now) or is_covered:
            continue
        for active in _active_from(days, day):
            paid += _pay(session, user.id, days, active, now)
        return paid


def _active_from(days: Mapping[date, DayKind], day: date) -> list[date]:
    return sorted(each for each in days if each >= day and days[each] is DayKind.ACTIVE)


def _judge_again(session: Session, user: User, day: date, now: datetime) -> bool:
    """Cover days after ``day`` that are recorded as missed, each by a freeze of before it."""
    presence = presence_of(session, user=user, now=now)
    missed = {
        each
        for each, kind in presence.days.items()
        if each > day and kind is DayKind.MISSED and each not in presence.unrecorded
    }
    free, days, covered = _free(session, user.id) if missed else [], dict(presence.days), []
    for each in sorted(missed):
        if free and free[0] < each and run_length_on(days, each - ONE_DAY):
            days[each] = DayKind.FROZEN
            covered.append(each)
            free.pop(0)
    if covered:
        session.exec(
            update(DailyActivity)
            .where(col(DailyActivity.user_id) == user.id, col(DailyActivity.day).in_(covered))
            .values(kind=DayKind.FROZEN)
        )
        use_freezes(session, user, covered, presence, now)
    return bool(covered)


def _free(session: Session, user_id: UUID) -> list[date]:
    """When the freezes that are held were earned, oldest first. Redeemed ones are for days
    to come."""
    held = select(col(StreakFreeze.earned_day)).where(
        StreakFreeze.user_id == user_id, col(StreakFreeze.used_day).is_(None)
    )
    return sorted(day for day in session.exec(held) if day is not None)


def _earn_freezes(
    session: Session, user_id: UUID, days: Mapping[date, DayKind], day: date, now: datetime
) -> bool:
    """Each full week of a run earns one: whether one is earned now."""
    is_earned = False
    for active in _active_from(days, day):
        run = run_length_on(days, active)
        if not earns_freeze(run):
            continue
        earned = select(func.count()).where(
            StreakFreeze.user_id == user_id,
            col(StreakFreeze.earned_day).between(*_span_of_run(days, active)),
        )
        if session.exec(earned).one() < run // RUN_WEEK:
            is_earned |= earn_freeze(session, user_id, days, active, now)
    return is_earned


def _pay(
    session: Session, user_id: UUID, days: Mapping[date, DayKind], day: date, now: datetime
) -> int:
    """What an active day earns by its place in the run; each full week of it once, although days
    that are filled in later give a run another beginning."""
    pay = partial(award, session, user_id=user_id, day=day, now=now)
    run, (first, last), paid = run_length_on(days, day), _span_of_run(days, day), 0
    if earns_streak_xp(run):
        paid += pay(reward_type=XPType.STREAK, object_id=day.isoformat())
    if earns_consistency_xp(run) and _weeks_paid(session, user_id, first, last) < run // RUN_WEEK:
        paid += pay(reward_type=XPType.CONSISTENCY, object_id=f"{first}+{run}")
    return paid


def _span_of_run(days: Mapping[date, DayKind], day: date) -> tuple[date, date]:
    """The first day of the run that an active day is part of, and its last."""
    last = day
    while days.get(last + ONE_DAY, DayKind.MISSED) is not DayKind.MISSED:
        last += ONE_DAY
    return first_of_run(days, day), last


def _weeks_paid(session: Session, user_id: UUID, first: date, last: date) -> int:
    paid = select(func.count()).where(
        XPReward.user_id == user_id,
        XPReward.reward_type == XPType.CONSISTENCY,
        col(XPReward.day).between(first, last),
    )
    return session.exec(paid).one()
