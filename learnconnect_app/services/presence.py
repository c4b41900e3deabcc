"""A learner's study days as they stand: recorded ones, and those that are only due to be.

Days are recorded when the learner next does something (`streaks.py`); until then a reader works
out the same kinds without writing. Nothing counts before the first day with work: there is no run
to break. What a day without work was is told by all plans and absences together
(`domain/planned_days.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Row, false, literal, type_coerce, union_all
from sqlalchemy import select as sql_select
from sqlmodel import Session, col

from learnconnect_app.domain.planned_days import PlannedDays
from learnconnect_app.domain.streaks import DayKind, Streak, settled, streak
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import DailyActivity, StreakFreeze, User
from learnconnect_app.services.planned_days import planned_days_of

FREEZE = "freeze"


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
    planned: PlannedDays = field(default_factory=PlannedDays)

    @property
    def streak(self) -> Streak:
        return streak(self.days, self.today)


def presence_of(session: Session, *, user: User, now: datetime) -> Presence:
    """Two queries, and nothing is written."""
    today = study_day(now, user.timezone)
    rows = _days_and_freezes(session, user.id)
    days = [row for row in rows if row.kind != FREEZE]
    freezes = [row for row in rows if row.kind == FREEZE]
    recorded = {row.day: DayKind(row.kind) for row in days}
    held = sum(row.day is None for row in freezes)
    planned = planned_days_of(session, user)
    due = settled(
        recorded,
        min(recorded, default=today),
        today,
        rest=planned.is_rest,
        paused=planned.is_paused,
        vacation=planned.is_away,
        freezes_held=held,
    )
    frozen = [day for day, kind in due.items() if kind is DayKind.FROZEN]
    unseen = [row.day for row in freezes if row.day and not row.is_seen]
    return Presence(
        today=today,
        days=recorded | due,
        unrecorded=due,
        minutes={row.day: row.minutes for row in days if row.kind == DayKind.ACTIVE},
        freezes_held=held - len(frozen),
        unseen_freeze=max([*unseen, *frozen], default=None),
        planned=planned,
    )


def streak_of(session: Session, *, user: User, now: datetime) -> Streak:
    return presence_of(session, user=user, now=now).streak


def _days_and_freezes(session: Session, user_id: UUID) -> list[Row[Any]]:
    """Recorded days with their minutes, and every freeze: its day is empty while it is held."""
    is_no_freeze = type_coerce(false(), Boolean).label("is_seen")
    days: tuple[Any, ...] = (
        DailyActivity.day,
        DailyActivity.kind,
        DailyActivity.minutes,
        is_no_freeze,
    )
    freezes: tuple[Any, ...] = (
        StreakFreeze.used_day,
        literal(FREEZE),
        literal(0),
        StreakFreeze.is_seen,
    )
    both = union_all(
        sql_select(*days).where(col(DailyActivity.user_id) == user_id),
        sql_select(*freezes).where(col(StreakFreeze.user_id) == user_id),
    )
    return list(session.execute(both).all())
