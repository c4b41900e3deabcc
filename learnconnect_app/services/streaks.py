"""Records study days: what was done in them, what kind they were, and what a run of them earns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from uuid import UUID

from sqlmodel import Session, col, delete, select, update

from learnconnect_app.domain.achievements import Event
from learnconnect_app.domain.premium import most_freezes
from learnconnect_app.domain.streaks import (
    DayKind,
    earns_consistency_xp,
    earns_freeze,
    earns_streak_xp,
    run_length_on,
)
from learnconnect_app.domain.study_days import ONE_DAY
from learnconnect_app.domain.xp import XPType
from learnconnect_app.models import DailyActivity, StreakFreeze, User
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.achievements import award_due
from learnconnect_app.services.daily_news import tell_of_own_goal
from learnconnect_app.services.milestones import tell_of_streak
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.presence import Presence, presence_of, streak_of
from learnconnect_app.services.reminders import tell
from learnconnect_app.services.upserts import insert_new, insert_once, upsert_sum
from learnconnect_app.services.xp import award

__all__ = [
    "acknowledge_freezes",
    "add_redeemed_freeze",
    "earn_freeze",
    "first_of_run",
    "give_freeze_back",
    "record_activity",
    "settle_days",
    "streak_of",
    "take_redeemed_freeze",
    "use_freezes",
]


def settle_days(
    session: Session, *, user: User, now: datetime, at: datetime | None = None
) -> Presence:
    """Record the kinds of all days up to yesterday that have none. Repeating it changes nothing.

    ``at``: only up to the eve of that moment's study day.
    """
    locked_user(session, user.id)  # or two tabs could spend one freeze
    presence = presence_of(session, user=user, now=at or now)
    rows = [
        DailyActivity(user_id=user.id, day=day, kind=kind)
        for day, kind in presence.unrecorded.items()
    ]
    insert_new(session, rows)
    frozen = [row.day for row in rows if row.kind == DayKind.FROZEN]
    use_freezes(session, user, frozen, presence, now)
    return presence


def record_activity(
    session: Session,
    *,
    user: User,
    at: datetime | None = None,
    now: datetime,
    minutes: int = 0,
    tasks: int = 0,
    tests: int = 0,
) -> int:
    """Something was finished, so today counts. XP paid now for the run it is part of.

    ``at``: when it was finished, if that was earlier today.
    """
    presence = settle_days(session, user=user, now=now)
    day = presence.today
    if presence.days.get(day) is DayKind.FROZEN:
        give_freeze_back(session, user, day, presence.freezes_held, now)
    upsert_sum(
        session,
        DailyActivity,
        {"user_id": user.id, "day": day},
        {"tasks_completed": tasks, "tests_submitted": tests, "minutes": minutes},
        also={"kind": DayKind.ACTIVE},
    )
    days = presence.days | {day: DayKind.ACTIVE}
    earn_freeze(session, user.id, days, day, now)
    if presence.days.get(day) is not DayKind.ACTIVE:
        tell_of_streak(session, user, run_length_on(days, day), now)
    if minutes:
        tell_of_own_goal(session, user, day, minutes, now)
    award_due(session, user_id=user.id, event=Event.WORKED, at=at, now=now)
    return _pay(session, user.id, days, day, now)


def acknowledge_freezes(session: Session, *, user: User, now: datetime) -> None:
    """The learner has been told which days freezes covered, one settled only now included."""
    settle_days(session, user=user, now=now)
    session.exec(
        update(StreakFreeze)
        .where(col(StreakFreeze.user_id) == user.id, col(StreakFreeze.used_day).is_not(None))
        .values(is_seen=True)
    )


def _pay(
    session: Session, user_id: UUID, days: Mapping[date, DayKind], day: date, now: datetime
) -> int:
    """What the day earns by its place in the run, each once."""
    pay = partial(award, session, user_id=user_id, day=day, now=now)
    run, paid = run_length_on(days, day), 0
    if earns_streak_xp(run):
        paid += pay(reward_type=XPType.STREAK, object_id=day.isoformat())
    if earns_consistency_xp(run):
        name = f"{first_of_run(days, day)}+{run}"
        paid += pay(reward_type=XPType.CONSISTENCY, object_id=name)
    return paid


def first_of_run(days: Mapping[date, DayKind], day: date) -> date:
    """Names a run, so that a day filled in later does not earn the same 7 days again."""
    first = day
    while days.get(day, DayKind.MISSED) is not DayKind.MISSED:
        first = day if days[day] is DayKind.ACTIVE else first
        day -= ONE_DAY
    return first


def earn_freeze(
    session: Session, user_id: UUID, days: Mapping[date, DayKind], day: date, now: datetime
) -> bool:
    """Whether the day earned a freeze that is kept."""
    if not earns_freeze(run_length_on(days, day)):
        return False
    most = most_freezes(get_user(session, user_id).premium_until, now)
    if len(_held(session, user_id)) >= most:
        return False
    return insert_once(session, StreakFreeze(user_id=user_id, earned_day=day, created_at=now))


def add_redeemed_freeze(
    session: Session, *, user: User, redemption_id: UUID, now: datetime
) -> bool:
    """Whether there is room for a freeze that was paid for; then it is held.

    It covers days from now on: what was missed before is settled first.
    """
    settle_days(session, user=user, now=now)
    if len(_held(session, user.id)) >= most_freezes(user.premium_until, now):
        return False
    row = StreakFreeze(user_id=user.id, redemption_id=redemption_id, created_at=now)
    return insert_once(session, row)


def take_redeemed_freeze(session: Session, *, redemption_id: UUID) -> bool:
    """Whether the freeze was still held, and is no more."""
    taken = session.exec(
        delete(StreakFreeze).where(
            col(StreakFreeze.redemption_id) == redemption_id,
            col(StreakFreeze.used_day).is_(None),
        )
    )
    return bool(taken.rowcount == 1)


def use_freezes(
    session: Session, user: User, days: Sequence[date], presence: Presence, now: datetime
) -> None:
    """The oldest freezes for the days, of which there are never more than are held."""
    if not days:
        return
    for freeze_id, day in zip(_held(session, user.id), days, strict=False):
        session.exec(
            update(StreakFreeze).where(col(StreakFreeze.id) == freeze_id).values(used_day=day)
        )
    if user.is_streak_shown:
        last, values = days[-1].isoformat(), {"n": presence.streak.current}
        tell(session, user=user, rule="freeze_used", about=last, values=values, now=now)


def give_freeze_back(session: Session, user: User, day: date, held: int, now: datetime) -> None:
    """The day was not missed after all. An earned freeze for which there is no room is not kept;
    one that was redeemed always is."""
    is_it = (col(StreakFreeze.user_id) == user.id, col(StreakFreeze.used_day) == day)
    if held >= most_freezes(user.premium_until, now):
        session.exec(delete(StreakFreeze).where(*is_it, col(StreakFreeze.redemption_id).is_(None)))
    session.exec(update(StreakFreeze).where(*is_it).values(used_day=None, is_seen=False))


def _held(session: Session, user_id: UUID) -> Sequence[UUID]:
    """Freezes to be used, earned ones first, oldest first."""
    return session.exec(
        select(StreakFreeze.id)
        .where(StreakFreeze.user_id == user_id, col(StreakFreeze.used_day).is_(None))
        .order_by(
            col(StreakFreeze.redemption_id).is_not(None),
            col(StreakFreeze.earned_day),
            col(StreakFreeze.created_at),
        )
    ).all()
