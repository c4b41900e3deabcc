"""Reads what is asked before due messages are sent, of many learners at once: a fixed number of
queries, whatever their number."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select as sql_select
from sqlmodel import Session, col, or_, select

from learnconnect_app.domain.reminders import PUSH_ORDER
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import (
    Absence,
    Attempt,
    CalendarConnection,
    ChannelState,
    DailyActivity,
    DailyTask,
    OutboxMessage,
    PersonalizedPlan,
    PushSubscription,
    StreakFreeze,
    StudyPlan,
    StudySession,
    User,
    WeeklyPlan,
    WeeklyReport,
)
from learnconnect_app.services.reminder_facts import Facts
from learnconnect_app.services.reminder_settings import reminder_settings_by_user

AT_A_TASK = timedelta(hours=1)
"""So long after it was started somebody may still sit at a day of the skill plan."""
MOST_APART = timedelta(days=2)
"""A study day of any zone lies within so much of a moment in it."""
RECENT = timedelta(days=21)
"""Longer ago than a message that is still fresh can speak of."""
LEFT = ("pending", "sending", "sent", "unknown")

ByUser = dict[UUID, Facts]


def facts_of(session: Session, user_ids: Collection[UUID], now: datetime) -> dict[UUID, Facts]:
    """In a fixed number of queries, whatever the number of learners."""
    settings = reminder_settings_by_user(session, user_ids)
    users = session.exec(select(User).where(col(User.id).in_(user_ids)))
    facts = {
        user.id: Facts(user, now, study_day(now, user.timezone), settings[user.id])
        for user in users
    }
    for read in (
        _absences,
        _plans,
        _sessions,
        _running_tests,
        _channels,
        _activity,
        _calendars,
    ):
        read(session, facts)
    _freezes_and_reports(session, facts, (now - RECENT).date())
    _weeks(session, facts, now)
    _pushes(session, facts, now)
    return facts


def _absences(session: Session, facts: ByUser) -> None:
    for row in session.exec(select(Absence).where(col(Absence.user_id).in_(facts))):
        each = facts[row.user_id]
        if row.from_day <= each.day and (row.until_day is None or each.day < row.until_day):
            each.is_away = True


def _plans(session: Session, facts: ByUser) -> None:
    study = select(StudyPlan.user_id, StudyPlan.id, StudyPlan.status).where(
        col(StudyPlan.user_id).in_(facts), col(StudyPlan.status).in_(("active", "paused"))
    )
    skill = select(
        PersonalizedPlan.user_id,
        PersonalizedPlan.id,
        PersonalizedPlan.status,
        PersonalizedPlan.phase,
    ).where(
        col(PersonalizedPlan.user_id).in_(facts),
        col(PersonalizedPlan.status).in_(("active", "paused")),
    )
    for user_id, plan_id, status in session.exec(study):
        _note_plan(facts[user_id], plan_id, status)
    for user_id, plan_id, status, phase in session.exec(skill):
        _note_plan(facts[user_id], plan_id, status)
        if status == "active":
            facts[user_id].phases[plan_id] = phase
            facts[user_id].has_task |= phase in ("final", "retest")


def _note_plan(facts: Facts, plan_id: UUID, status: str) -> None:
    (facts.active_plans if status == "active" else facts.paused_plans).add(plan_id)


def _sessions(session: Session, facts: ByUser) -> None:
    days = {each.day for each in facts.values()}
    rows = session.exec(
        select(StudySession)
        .join(StudyPlan, col(StudyPlan.id) == StudySession.plan_id)
        .where(
            col(StudySession.user_id).in_(facts),
            StudyPlan.status == "active",
            or_(col(StudySession.day).in_(days), StudySession.status == "running"),
        )
        .execution_options(populate_existing=True)
    )
    for row in rows:
        facts[row.user_id].sessions.append(row)


def _weeks(session: Session, facts: ByUser, now: datetime) -> None:
    columns: tuple[Any, ...] = (
        PersonalizedPlan.user_id,
        WeeklyPlan.id,
        WeeklyPlan.status,
        DailyTask.due_day,
        DailyTask.started_at,
    )
    rows = session.execute(
        sql_select(*columns)
        .join(WeeklyPlan, col(WeeklyPlan.plan_id) == PersonalizedPlan.id)
        .outerjoin(
            DailyTask,
            (col(DailyTask.weekly_plan_id) == WeeklyPlan.id)
            & (col(DailyTask.status) == "unlocked"),
        )
        .where(
            col(PersonalizedPlan.user_id).in_(facts),
            col(PersonalizedPlan.status) == "active",
            col(WeeklyPlan.status).in_(("in_progress", "test_ready")),
        )
    )
    for user_id, week_id, status, due_day, started in rows:
        each = facts[user_id]
        each.is_at_task |= started is not None and now - started < AT_A_TASK
        each.has_task |= status == "test_ready" or bool(due_day and due_day <= each.day)
        if status == "test_ready":
            each.tests_ready.add(week_id)


def _running_tests(session: Session, facts: ByUser) -> None:
    rows = session.exec(
        select(Attempt.user_id, Attempt.plan_id).where(
            col(Attempt.user_id).in_(facts),
            Attempt.status == "running",
        )
    )
    for user_id, plan_id in rows:
        facts[user_id].is_at_test = True
        if plan_id:
            facts[user_id].tests_running.add(plan_id)


def _channels(session: Session, facts: ByUser) -> None:
    off = select(ChannelState.user_id, ChannelState.channel).where(
        col(ChannelState.user_id).in_(facts), col(ChannelState.is_off).is_(True)
    )
    for user_id, channel in session.exec(off):
        facts[user_id].channels_off.add(channel)
    devices = select(PushSubscription.user_id, PushSubscription.id).where(
        col(PushSubscription.user_id).in_(facts)
    )
    for user_id, device in session.exec(devices):
        facts[user_id].devices.add(str(device))


def _freezes_and_reports(session: Session, facts: ByUser, since: date) -> None:
    freezes = select(StreakFreeze.user_id, col(StreakFreeze.used_day), StreakFreeze.is_seen).where(
        col(StreakFreeze.user_id).in_(facts), col(StreakFreeze.used_day) >= since
    )
    for user_id, used_day, is_seen in session.exec(freezes):
        facts[user_id].frozen_days[str(used_day)] = is_seen
    read = select(WeeklyReport.user_id, col(WeeklyReport.week)).where(
        col(WeeklyReport.user_id).in_(facts),
        col(WeeklyReport.week) >= since,
        col(WeeklyReport.opened_at).is_not(None),
    )
    for user_id, week in session.exec(read):
        facts[user_id].reports_read.add(week.isoformat())


def _activity(session: Session, facts: ByUser) -> None:
    active = select(DailyActivity).where(
        col(DailyActivity.user_id).in_(facts),
        DailyActivity.kind == "active",
        col(DailyActivity.day).in_({each.day for each in facts.values()}),
    )
    for day in session.exec(active):
        facts[day.user_id].is_begun |= day.day == facts[day.user_id].day


def _calendars(session: Session, facts: ByUser) -> None:
    broken = select(CalendarConnection.user_id, CalendarConnection.id).where(
        col(CalendarConnection.user_id).in_(facts), CalendarConnection.status == "reconnect"
    )
    for user_id, connection_id in session.exec(broken):
        facts[user_id].broken_calendars.add(str(connection_id))


def _pushes(session: Session, facts: ByUser, now: datetime) -> None:
    rows: Sequence[OutboxMessage] = session.exec(
        select(OutboxMessage).where(
            col(OutboxMessage.user_id).in_(facts),
            OutboxMessage.channel == "push",
            col(OutboxMessage.kind).in_(PUSH_ORDER),  # a trial push is none of the day's
            col(OutboxMessage.status).in_(LEFT),
            col(OutboxMessage.due_at).between(now - MOST_APART, now + MOST_APART),
        )
    ).all()
    for row in rows:
        assert row.user_id
        each = facts[row.user_id]
        if study_day(row.sent_at or row.due_at, each.user.timezone) == each.day:
            each.pushes.append(row)
