"""A learner's study days as they stand: recorded ones, and those that are only due to be.

Days are recorded when the learner next does something (`streaks.py`); until then a reader works
out the same kinds without writing. Nothing counts before the first day with work: there is no run
to break. A day on which no plan was active (all paused or completed, or none made yet) is a pause.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.streaks import DayKind, Streak, settled, streak
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import DailyActivity, PersonalizedPlan, PlanPause, StreakFreeze, User


@dataclass(frozen=True, slots=True)
class Presence:
    """Study days up to today, each with its kind, whether or not that is recorded yet."""

    today: date
    days: dict[date, DayKind]
    unrecorded: dict[date, DayKind]
    minutes: dict[date, int]
    """Of the days on which something was finished."""
    freezes_held: int
    unseen_freeze: date | None
    """The latest day that a freeze covered without the learner having been told."""

    @property
    def streak(self) -> Streak:
        return streak(self.days, self.today)


def presence_of(session: Session, *, user: User, now: datetime) -> Presence:
    """Three queries, and nothing is written."""
    today = study_day(now, user.timezone)
    recorded, minutes = _recorded(session, user.id)
    freezes = _freezes(session, user.id)
    held = sum(used_day is None for used_day, _ in freezes)
    due = settled(
        recorded,
        min(recorded, default=today),
        today,
        rest_weekdays=user.rest_weekdays,
        paused=_paused(session, user),
        freezes_held=held,
    )
    frozen = [day for day, kind in due.items() if kind is DayKind.FROZEN]
    unseen = [day for day, is_seen in freezes if day and not is_seen]
    return Presence(
        today=today,
        days=recorded | due,
        unrecorded=due,
        minutes=minutes,
        freezes_held=held - len(frozen),
        unseen_freeze=max([*unseen, *frozen], default=None),
    )


def streak_of(session: Session, *, user: User, now: datetime) -> Streak:
    return presence_of(session, user=user, now=now).streak


def _recorded(session: Session, user_id: UUID) -> tuple[dict[date, DayKind], dict[date, int]]:
    """Kinds of the recorded days, and minutes of the active ones."""
    rows = session.exec(
        select(col(DailyActivity.day), col(DailyActivity.kind), col(DailyActivity.minutes)).where(
            DailyActivity.user_id == user_id
        )
    ).all()
    kinds = {day: DayKind(kind) for day, kind, _ in rows}
    return kinds, {day: spent for day, kind, spent in rows if kind == DayKind.ACTIVE}


def _freezes(session: Session, user_id: UUID) -> list[tuple[date | None, bool]]:
    """Day used (none while held) and whether it was seen, of every freeze."""
    columns = select(col(StreakFreeze.used_day), col(StreakFreeze.is_seen))
    return list(session.exec(columns.where(StreakFreeze.user_id == user_id)))


def _paused(session: Session, user: User) -> Callable[[date], bool]:
    """Whether no plan was active on a study day.

    A plan is active from the day it was made to the day it was completed, less its pauses.
    """
    lives: dict[UUID, tuple[date, date]] = {}
    pauses: defaultdict[UUID, list[tuple[date, date]]] = defaultdict(list)
    for plan, pause in _plans_and_pauses(session, user.id):
        last = study_day(plan.completed_at, user.timezone) if plan.completed_at else date.max
        lives[plan.id] = study_day(plan.created_at, user.timezone), last
        if pause:
            pauses[plan.id].append((pause.from_day, pause.until_day or date.max))

    def is_active(plan_id: UUID, day: date) -> bool:
        first, last = lives[plan_id]
        is_paused = any(start <= day < end for start, end in pauses[plan_id])
        return first <= day <= last and not is_paused

    return lambda day: not any(is_active(plan_id, day) for plan_id in lives)


def _plans_and_pauses(
    session: Session, user_id: UUID
) -> list[tuple[PersonalizedPlan, PlanPause | None]]:
    """Each plan with each of its pauses, or with none."""
    return list(
        session.exec(
            select(PersonalizedPlan, PlanPause)
            .outerjoin(PlanPause, col(PlanPause.plan_id) == PersonalizedPlan.id)
            .where(PersonalizedPlan.user_id == user_id)
        )
    )
