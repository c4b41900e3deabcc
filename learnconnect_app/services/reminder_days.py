"""Reads a learner's study day as the planned reminders ask about it (`domain/reminder_days.py`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select

from learnconnect_app.domain.attempts import ITEM_COUNT, AttemptKind
from learnconnect_app.domain.reminded_days import Day, Ending, Thing, Timed
from learnconnect_app.domain.streaks import DayKind
from learnconnect_app.domain.study_days import ONE_DAY, study_day
from learnconnect_app.locales import message
from learnconnect_app.models import (
    Curriculum,
    DailyTask,
    PersonalizedPlan,
    StudyPlan,
    Topic,
    User,
    WeeklyPlan,
)
from learnconnect_app.services.days import title_of
from learnconnect_app.services.presence import presence_of
from learnconnect_app.services.reminder_history import Told, rest_of, told_before
from learnconnect_app.services.reminder_past import idle_days, is_frozen, week_so_far
from learnconnect_app.services.reminder_rows import Recipient
from learnconnect_app.services.reward_endings import endings_of
from learnconnect_app.services.streaks import settle_days
from learnconnect_app.services.study_todays import OPEN, Placed, sessions_of
from learnconnect_app.services.texts import text_in

MOMENT = timedelta(microseconds=1)
LAST_TESTS = {"final": AttemptKind.FINAL, "retest": AttemptKind.RETEST}
"""Phases of a skill plan in which its test is what is left."""


def day_of(session: Session, recipient: Recipient, now: datetime) -> Day:
    """The study day of ``now``. A freeze for yesterday is used, and told of, by this."""
    user = recipient.user
    presence = presence_of(session, user=user, now=now)
    if DayKind.FROZEN in presence.unrecorded.values():
        presence = settle_days(session, user=user, now=now)
    today, planned = presence.today, presence.planned
    if planned.is_away(today):
        return Day(today, user.timezone, is_away=True)
    placed, exam = _sessions(session, user, today)
    told = told_before(session, user, today)
    return Day(
        day=today,
        zone=user.timezone,
        hours=recipient.hours,
        quiet=recipient.quiet,
        is_first=planned.is_paused(today - ONE_DAY),
        is_back=planned.is_away(today - ONE_DAY),
        is_begun=presence.days.get(today) is DayKind.ACTIVE,
        things=[
            *(_thing(each, exam, user.locale) for each in placed),
            *_skill_things(session, user, today, is_rest=planned.is_rest(today)),
        ],
        timed=_timed(placed, exam, user.locale),
        idle=idle_days(session, user, presence),
        is_frozen=user.is_streak_shown and is_frozen(presence),
        missed_told=max((day for kind, _, day in told if kind == "missed_day"), default=None),
        this_week=week_so_far(presence, today),
        last_week=week_so_far(presence, today - 7 * ONE_DAY),
        rest=rest_of(session, user, today, told) if planned.is_paused(today) else None,
        endings=_endings(session, user, told, now),
    )


def _endings(session: Session, user: User, told: set[Told], now: datetime) -> list[Ending]:
    said = {about for kind, about, _ in told if kind == "reward_ending"}
    return [
        Ending(
            str(each.redemption_id),
            text_in(each.title, user.locale),
            first=study_day(each.since, user.timezone),
            last=study_day(each.until - MOMENT, user.timezone),
        )
        for each in endings_of(session, [user.id], now)
        if str(each.redemption_id) not in said
    ]


# ---- the plans --------------------------------------------------------------------------------


Exam = tuple[StudyPlan, Curriculum]


def _sessions(session: Session, user: User, today: date) -> tuple[list[Placed], Exam | None]:
    """Open sessions of today, and the study plan they are of."""
    found = session.exec(
        select(StudyPlan, Curriculum)
        .join(Curriculum, col(Curriculum.key) == StudyPlan.curriculum_key)
        .where(StudyPlan.user_id == user.id, StudyPlan.status == "active")
    ).first()
    if found is None:
        return [], None
    placed = [
        each
        for each in sessions_of(session, found[0], today)
        if each.row.status in OPEN and each.row.day == today
    ]
    return placed, found


def _title(placed: Placed, exam: Exam | None, locale: str) -> str:
    if placed.topic:
        return text_in(placed.topic.title, locale)
    if placed.row.kind == "practice_test":
        return message(locale, "study.kind.practice_test")
    named = placed.course or (exam[1] if exam else None)
    return placed.row.title or (text_in(named.title, locale) if named else "")


def _thing(placed: Placed, exam: Exam | None, locale: str) -> Thing:
    """What was typed in freely is not written to an address nobody has shown to be theirs."""
    is_own = placed.row.kind == "own"
    title = message(locale, "reminder.own") if is_own else _title(placed, exam, locale)
    return Thing(title, placed.row.minutes)


def _timed(placed: Sequence[Placed], exam: Exam | None, locale: str) -> list[Timed]:
    """Sessions to come whose time the learner chose: by hours of the plan, or by hand."""
    if exam is None:
        return []
    timed = [
        Timed(
            id=str(each.row.id),
            start=each.row.start_minute,
            minutes=each.row.minutes,
            title=_title(each, exam, locale),
            path=f"/lesson/{each.lesson_id}" if each.lesson_id else "",
        )
        for each in placed
        if each.row.start_minute is not None and each.row.status == "planned"
        if each.row.is_pinned or each.row.kind == "own" or exam[0].preferred_hours
    ]
    return sorted(timed, key=lambda session: session.start)


def _skill_things(session: Session, user: User, today: date, *, is_rest: bool) -> list[Thing]:
    """The open day of the skill plan when it is due, or the test that is ready. On a rest day
    what has waited waits on: only a day that was put there counts."""
    due_day = col(DailyTask.due_day)
    is_open: list[ColumnElement[bool]] = [col(DailyTask.id).is_not(None)]
    if not is_rest:
        is_open.append(col(WeeklyPlan.status) == "test_ready")
        is_open.append(col(PersonalizedPlan.phase).in_(LAST_TESTS))
    rows = session.exec(
        select(PersonalizedPlan, WeeklyPlan, DailyTask)
        .join(WeeklyPlan, col(WeeklyPlan.plan_id) == PersonalizedPlan.id)
        .outerjoin(
            DailyTask,
            (col(DailyTask.weekly_plan_id) == WeeklyPlan.id)
            & (col(DailyTask.status) == "unlocked")
            & (due_day == today if is_rest else due_day <= today),
        )
        .where(PersonalizedPlan.user_id == user.id, PersonalizedPlan.status == "active")
        .where(or_(*is_open))
        .order_by(col(WeeklyPlan.week_number))
    ).all()
    if not rows:
        return []
    plan, week, task = rows[0]
    if task:
        return [Thing(title_of(task, _titles(session, task), user.locale), task.minutes)]
    kind = LAST_TESTS.get(plan.phase, AttemptKind.WEEKLY)
    return [_test(user.locale, kind, week.week_number)]


def _titles(session: Session, task: DailyTask) -> dict[str, Mapping[str, str]]:
    rows = session.exec(select(Topic.key, Topic.title).where(col(Topic.key).in_(task.topics)))
    return {row[0]: row[1] for row in rows}


def _test(locale: str, kind: AttemptKind, number: int) -> Thing:
    return Thing(message(locale, f"reminder.test.{kind}", n=number), ITEM_COUNT[kind])
