"""Reads what is asked before due messages are sent, of many learners at once: a fixed number of
queries, whatever their number, and only what their rules look at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, case
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, or_, select

from learnconnect_app.domain.reminders import PUSH_ORDER, End
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import (
    Absence,
    Attempt,
    ChannelState,
    DailyTask,
    OutboxMessage,
    PersonalizedPlan,
    PlanPause,
    PushSubscription,
    StudyPause,
    StudyPlan,
    StudySession,
    User,
    WeeklyPlan,
)
from learnconnect_app.services.reminder_facts import Facts
from learnconnect_app.services.reminder_facts_lately import (
    ByUser,
    read_activity,
    read_calendars,
    read_freezes,
    read_own_goals,
    read_reports,
    read_rewards,
)
from learnconnect_app.services.reminder_settings import reminder_settings_by_user

AT_A_TASK = timedelta(hours=1)
"""So long after it was started somebody may still sit at a day of the skill plan."""
MOST_APART = timedelta(days=2)
"""A study day of any zone lies within so much of a moment in it."""
LEFT = ("pending", "sending", "sent", "unknown")

_OF_A_USER: tuple[Any, ...] = (
    *(User.id, User.timezone, User.is_streak_shown),
    col(User.deletion_due_at).is_not(None),
    case((col(User.email_confirmed_at).is_not(None), col(User.email)), else_=""),
)


def facts_of(
    session: Session,
    user_ids: Collection[UUID],
    now: datetime,
    *,
    ends: Collection[End] = tuple(End),
    has_pushes: bool = True,
) -> dict[UUID, Facts]:
    """What those ``ends`` look at, and pushes if there are any."""
    settings = reminder_settings_by_user(session, user_ids)
    users = sql_select(*_OF_A_USER).where(col(User.id).in_(user_ids))
    facts = {
        id_: Facts(zone, is_shown, is_leaving, to, now, study_day(now, zone), settings[id_])
        for id_, zone, is_shown, is_leaving, to in session.execute(users)
    }
    looked_at = [
        read
        for read, looked_at_by in _READ_FOR.items()
        if not looked_at_by.isdisjoint(ends) or (has_pushes and read in _READ_FOR_PUSHES)
    ]
    for read in (_absences, _plans, _channels, *looked_at):
        read(session, facts, now)
    return facts


def _absences(session: Session, facts: ByUser, _now: datetime) -> None:
    for row in session.exec(select(Absence).where(col(Absence.user_id).in_(facts))):
        each = facts[row.user_id]
        if row.from_day <= each.day and (row.until_day is None or each.day < row.until_day):
            each.is_away = True


def _plans(session: Session, facts: ByUser, _now: datetime) -> None:
    for row in session.execute(_plans_of(facts, StudyPlan, StudyPause)):
        _note_plan(facts[row.user_id], row)
    for row in session.execute(_plans_of(facts, PersonalizedPlan, PlanPause)):
        each = facts[row.user_id]
        _note_plan(each, row)
        if row.status == "active":
            each.phases[row.id] = row.phase
            each.has_task |= row.phase in ("final", "retest")


def _plans_of(facts: ByUser, plan: Any, pause: Any) -> Select[Any]:
    """Plans that run, rest (since when) or were finished."""
    phase = [plan.phase] if plan is PersonalizedPlan else []
    columns: tuple[Any, ...] = plan.user_id, plan.id, plan.status, plan.completed_at, pause.from_day
    return (
        sql_select(*columns, *phase)
        .outerjoin(pause, (col(pause.plan_id) == plan.id) & col(pause.until_day).is_(None))
        .where(
            col(plan.user_id).in_(facts),
            col(plan.status).in_(("active", "paused", "completed")),
        )
    )


def _note_plan(facts: Facts, row: Row[Any]) -> None:
    if row.status == "active":
        facts.active_plans.add(row.id)
    elif row.status == "paused":
        facts.paused_plans.add(row.id)
        facts.rest_began = max(facts.rest_began, row.from_day or date.min)
    elif row.completed_at:
        day = study_day(row.completed_at, facts.timezone)
        facts.finished_on = max(facts.finished_on or day, day)


def _sessions(session: Session, facts: ByUser, _now: datetime) -> None:
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


def _running_tests(session: Session, facts: ByUser, _now: datetime) -> None:
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


def _channels(session: Session, facts: ByUser, _now: datetime) -> None:
    off = select(ChannelState.user_id, ChannelState.channel).where(
        col(ChannelState.user_id).in_(facts), col(ChannelState.is_off).is_(True)
    )
    for user_id, channel in session.exec(off):
        facts[user_id].channels_off.add(channel)


def _devices(session: Session, facts: ByUser, _now: datetime) -> None:
    devices = select(PushSubscription.user_id, PushSubscription.id).where(
        col(PushSubscription.user_id).in_(facts)
    )
    for user_id, device in session.exec(devices):
        facts[user_id].devices.add(str(device))


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
        if study_day(row.sent_at or row.due_at, each.timezone) == each.day:
            each.pushes.append(row)


_Read = Callable[[Session, ByUser, datetime], None]
_AT_WORK = {End.BEGUN, End.NOT_NEARLY}
_READ_FOR: Mapping[_Read, AbstractSet[End]] = {
    _sessions: _AT_WORK | {End.DONE, End.MOVED},
    _weeks: _AT_WORK | {End.DONE, End.TAKEN},
    _running_tests: _AT_WORK | {End.TAKEN},
    read_activity: {End.BEGUN, End.NOT_NEARLY},
    read_own_goals: {End.NOT_NEARLY},
    read_freezes: {End.GIVEN_BACK},
    read_reports: {End.OPENED},
    read_calendars: {End.MENDED},
    read_rewards: {End.LASTS},
    _devices: set(),
    _pushes: set(),
}
"""Which ends of a reminder look at what is read."""
_READ_FOR_PUSHES = (_sessions, _weeks, _running_tests, read_activity, _devices, _pushes)
"""None rings in the middle of work, or beside others; and others may have lost their reason."""
