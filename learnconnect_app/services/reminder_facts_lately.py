"""Reads what happened to learners lately, of many at once: days, freezes, reports, calendars,
rewards."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.models import (
    CalendarConnection,
    DailyActivity,
    LearnerGoal,
    StreakFreeze,
    WeeklyReport,
)
from learnconnect_app.services.reminder_facts import Facts
from learnconnect_app.services.reward_endings import endings_of

RECENT = timedelta(days=21)
"""Longer ago than a message that is still fresh can speak of."""

ByUser = dict[UUID, Facts]


def read_freezes(session: Session, facts: ByUser, now: datetime) -> None:
    freezes = select(StreakFreeze.user_id, col(StreakFreeze.used_day), StreakFreeze.is_seen).where(
        col(StreakFreeze.user_id).in_(facts), col(StreakFreeze.used_day) >= _recent(now)
    )
    for user_id, used_day, is_seen in session.exec(freezes):
        facts[user_id].frozen_days[str(used_day)] = is_seen


def read_reports(session: Session, facts: ByUser, now: datetime) -> None:
    read = select(WeeklyReport.user_id, col(WeeklyReport.week)).where(
        col(WeeklyReport.user_id).in_(facts),
        col(WeeklyReport.week) >= _recent(now),
        col(WeeklyReport.opened_at).is_not(None),
    )
    for user_id, week in session.exec(read):
        facts[user_id].reports_read.add(week.isoformat())


def _recent(now: datetime) -> date:
    return (now - RECENT).date()


def read_activity(session: Session, facts: ByUser, _now: datetime) -> None:
    active = select(DailyActivity).where(
        col(DailyActivity.user_id).in_(facts),
        DailyActivity.kind == "active",
        col(DailyActivity.day).in_({each.day for each in facts.values()}),
    )
    for row in session.exec(active):
        each = facts[row.user_id]
        if row.day == each.day:
            each.is_begun, each.minutes_today = True, row.minutes


def read_own_goals(session: Session, facts: ByUser, _now: datetime) -> None:
    set_by_them = select(LearnerGoal.user_id, LearnerGoal.minutes_a_day).where(
        col(LearnerGoal.user_id).in_(facts), col(LearnerGoal.minutes_a_day).is_not(None)
    )
    for user_id, minutes in session.exec(set_by_them):
        facts[user_id].own_goal = minutes or 0


def read_calendars(session: Session, facts: ByUser, _now: datetime) -> None:
    broken = select(CalendarConnection.user_id, CalendarConnection.id).where(
        col(CalendarConnection.user_id).in_(facts), CalendarConnection.status == "reconnect"
    )
    for user_id, connection_id in session.exec(broken):
        facts[user_id].broken_calendars.add(str(connection_id))


def read_rewards(session: Session, facts: ByUser, now: datetime) -> None:
    for each in endings_of(session, facts, now):
        facts[each.user_id].rewards_ending.add(str(each.redemption_id))
