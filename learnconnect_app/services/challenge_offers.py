"""Reads a learner's pace and week, and what challenges fit them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, and_, func, not_
from sqlalchemy import select as sql_select
from sqlmodel import Session, col

from learnconnect_app.domain.challenges import Challenge, Pace, ThisWeek, offers
from learnconnect_app.domain.streaks import DayKind
from learnconnect_app.domain.study_days import ONE_DAY, week_of
from learnconnect_app.models import DailyActivity, Mistake, StudySession, User
from learnconnect_app.services.learner_goals import Aims, aims_of
from learnconnect_app.services.presence import Presence, presence_of

REMEMBERED = 28 * ONE_DAY


def offers_of(session: Session, user: User, now: datetime) -> tuple[Challenge, ...]:
    presence = presence_of(session, user=user, now=now)
    aims = aims_of(session, user.id, now)
    return offers_from(session, user, presence, aims)


def offers_from(
    session: Session, user: User, presence: Presence, aims: Aims
) -> tuple[Challenge, ...]:
    """Two queries."""
    today = presence.today
    monday = week_of(today)[0]
    rows = _days(session, user.id, monday - REMEMBERED)
    pace = _pace([row for row in rows if row.day < monday])
    done = {
        "days": sum(row.kind == DayKind.ACTIVE for row in rows if row.day >= monday),
        "minutes": sum(row.minutes for row in rows if row.day >= monday),
        "sessions": sum(row.tasks_completed for row in rows if row.day >= monday),
        "tests": sum(row.tests_submitted for row in rows if row.day >= monday),
    }
    due, right, notes = _counts(session, user.id, today, monday)
    week = ThisWeek(
        done=done | {"mistakes": right, "notes": notes},
        days_left=_days_left(presence),
        asked_minutes=sum(aims.asked),
        due_mistakes=due,
        has_sessions=aims.has_sessions,
    )
    return offers(pace, week)


def _days(session: Session, user_id: UUID, since: date) -> Sequence[Row[Any]]:
    columns: tuple[Any, ...] = (
        DailyActivity.day,
        DailyActivity.kind,
        DailyActivity.minutes,
        DailyActivity.tasks_completed,
        DailyActivity.tests_submitted,
    )
    return session.execute(
        sql_select(*columns).where(
            col(DailyActivity.user_id) == user_id, col(DailyActivity.day) >= since
        )
    ).all()


def _pace(rows: Sequence[Row[Any]]) -> Pace:
    active = [row for row in rows if row.kind == DayKind.ACTIVE]
    weeks = len({week_of(row.day)[0] for row in active})
    if not weeks:
        return Pace()
    return Pace(
        days=len(active) / weeks,
        minutes=sum(row.minutes for row in active) / weeks,
        sessions=sum(row.tasks_completed for row in active) / weeks,
        tests=sum(row.tests_submitted for row in active) / weeks,
    )


def _days_left(presence: Presence) -> int:
    """Days of this week on which something is expected, or may be, without a plan."""
    today, planned = presence.today, presence.planned
    to_come = [day for day in week_of(today) if day >= today]
    return sum(
        not planned.is_rest(day)
        and not planned.is_away(day)
        and presence.days.get(day) is not DayKind.ACTIVE
        for day in to_come
    )


def _counts(session: Session, user_id: UUID, today: date, monday: date) -> tuple[int, int, int]:
    """Mistakes that are due, those answered right this week, and sessions with a note.

    No mistake is in both: one that was right this week and is due again counts no second time.
    """
    mine = col(Mistake.user_id) == user_id
    is_counted = and_(col(Mistake.reviewed_day) >= monday, col(Mistake.times_right) > 0)
    is_due = and_(col(Mistake.status) == "open", col(Mistake.due_day) <= today)

    def count(*conditions: Any) -> Any:
        return sql_select(func.count()).where(*conditions).scalar_subquery()

    row = session.execute(
        sql_select(
            count(mine, is_due, not_(is_counted)),
            count(mine, is_counted),
            count(
                col(StudySession.user_id) == user_id,
                col(StudySession.done_day) >= monday,
                col(StudySession.notes) != "",
            ),
        )
    ).one()
    return row[0], row[1], row[2]
