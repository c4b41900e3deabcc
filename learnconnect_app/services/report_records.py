"""Reads a learner's days over both plans: what was planned, what was done, tests and answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import select as sql_select
from sqlmodel import Session, col, or_, select

from learnconnect_app.domain.motivation_score import USUAL_WEEKS
from learnconnect_app.domain.report_figures import DayFigures, Totals, totals_of
from learnconnect_app.domain.streaks import DayKind
from learnconnect_app.domain.study_days import ONE_DAY
from learnconnect_app.models import (
    DailyTask,
    PersonalizedPlan,
    StudyPlan,
    StudySession,
    User,
    WeeklyPlan,
)
from learnconnect_app.services.presence import Presence, presence_of
from learnconnect_app.services.report_tests import Tests, tests_of

FINISHED = ("done", "partly")
PASSED_BY = (*FINISHED, "missed")
OPEN = ("planned", "running", "paused")
WEEK = 7 * ONE_DAY


class Span(NamedTuple):
    first: date
    last: date

    @property
    def days(self) -> list[date]:
        return [self.first + n * ONE_DAY for n in range((self.last - self.first).days + 1)]

    def holds(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last


def month_of(day: date) -> Span:
    first = day.replace(day=1)
    following = (first + 31 * ONE_DAY).replace(day=1)
    return Span(first, following - ONE_DAY)


def span_before(span: Span) -> Span:
    """The week before a week, the calendar month before a month."""
    if len(span.days) > WEEK.days:
        return month_of(span.first - ONE_DAY)
    return Span(span.first - WEEK, span.first - ONE_DAY)


class Task(NamedTuple):
    """A day of a skill plan."""

    minutes: int
    due: date | None
    done: date | None
    course: str | None
    started_at: datetime | None
    completed_at: datetime | None

    @property
    def worked(self) -> int:
        """Minutes from Start on, at most the planned ones, as `services.plans` counts them."""
        if self.started_at is None or self.completed_at is None:
            return self.minutes
        elapsed = (self.completed_at - self.started_at).total_seconds()
        return max(0, min(self.minutes, round(elapsed / 60)))


@dataclass(frozen=True, slots=True)
class Records:
    """Everything of a learner's days from ``since`` on that a report counts."""

    user: User
    presence: Presence
    since: date
    sessions: Sequence[tuple[StudySession, str]]
    """With the state of their plan."""
    tasks: Sequence[Task]
    tests: Tests

    def days(self, span: Span) -> tuple[DayFigures, ...]:
        planned, asked = self._planned(span)
        covered, finished = self._covered(span)
        return tuple(
            DayFigures(
                day,
                kind=self._kind(day),
                minutes=self.presence.minutes.get(day, 0),
                planned=planned[day],
                covered=covered[day],
                sessions=finished[day],
                planned_sessions=asked[day],
            )
            for day in span.days
        )

    def weeks_before(self, first: date) -> list[Totals]:
        """The learner's latest weeks, latest first."""
        mondays = (first - n * WEEK for n in range(1, USUAL_WEEKS + 1))
        return [totals_of(self.days(Span(day, day + WEEK - ONE_DAY))) for day in mondays]

    def finished_in(self, span: Span) -> list[StudySession]:
        return [row for row, _ in self.sessions if row.status in FINISHED and span.holds(_on(row))]

    def minutes_by_course(self, span: Span) -> Counter[str]:
        found: Counter[str] = Counter()
        for row in self.finished_in(span):
            if row.course_key:
                found[row.course_key] += minutes_of(row)
        for task in self.tasks:
            if task.course and span.holds(task.done):
                found[task.course] += task.worked
        return found

    def _kind(self, day: date) -> str:
        """Before the first day with work none is recorded; but it may have been a day off."""
        planned, kind = self.presence.planned, self.presence.days.get(day)
        if kind is None and day <= self.presence.today:
            if planned.is_away(day):
                return DayKind.VACATION
            has_begun = any(plan.first <= day for plan in planned.plans)
            return DayKind.PAUSED if has_begun and planned.is_paused(day) else ""
        return kind or ""

    def _is_off(self, day: date) -> bool:
        planned = self.presence.planned
        return planned.is_away(day) or planned.is_paused(day)

    def _planned(self, span: Span) -> tuple[Counter[date], Counter[date]]:
        minutes: Counter[date] = Counter()
        asked: Counter[date] = Counter()
        for day, each in self._asked(span):
            if not self._is_off(day):
                minutes[day] += each
                asked[day] += 1
        return minutes, asked

    def _asked(self, span: Span) -> Iterable[tuple[date, int]]:
        today = self.presence.today
        for row, plan_status in self.sessions:
            is_ahead = row.day >= today and row.status in OPEN and plan_status == "active"
            if span.holds(row.day) and row.kind != "own" and (is_ahead or row.status in PASSED_BY):
                yield row.day, row.minutes
        for task in self.tasks:
            for day in span.days:
                if self._is_asked(task, day):
                    yield day, task.minutes

    def _is_asked(self, task: Task, day: date) -> bool:
        """A skill plan asks for a day's work each day: for the open one until it is done."""
        if task.due is None or not task.due <= day <= (task.done or max(task.due, self._today)):
            return False
        return task.due == day or day.weekday() not in self.user.rest_weekdays

    @property
    def _today(self) -> date:
        return self.presence.today

    def _covered(self, span: Span) -> tuple[Counter[date], Counter[date]]:
        minutes: Counter[date] = Counter()
        finished: Counter[date] = Counter()
        for row in self.finished_in(span):
            if row.kind != "own":
                minutes[_on(row)] += round(row.minutes * row.percent / 100)
                finished[_on(row)] += 1
        for task in self.tasks:
            if task.done and span.holds(task.done):
                minutes[task.done] += task.minutes
                finished[task.done] += 1
        return minutes, finished


def records_of(session: Session, user: User, *, since: date, until: date, now: datetime) -> Records:
    """Six queries; nothing is written."""
    return Records(
        user=user,
        presence=presence_of(session, user=user, now=now),
        since=since,
        sessions=_sessions(session, user, Span(since, until)),
        tasks=_tasks(session, user, Span(since, until)),
        tests=tests_of(session, user, since, until),
    )


def _sessions(session: Session, user: User, span: Span) -> Sequence[tuple[StudySession, str]]:
    rows = session.exec(
        select(StudySession, StudyPlan.status)
        .join(StudyPlan, col(StudyPlan.id) == StudySession.plan_id)
        .where(
            StudySession.user_id == user.id,
            or_(
                col(StudySession.day).between(*span),
                col(StudySession.done_day).between(*span),
            ),
        )
    )
    return list(rows)


def _tasks(session: Session, user: User, span: Span) -> list[Task]:
    """Days of skill plans that were done in the span, or were open in it."""
    is_open = (col(DailyTask.status) == "unlocked") & (col(PersonalizedPlan.status) == "active")
    columns: tuple[Any, ...] = (
        DailyTask.minutes,
        DailyTask.due_day,
        DailyTask.completed_day,
        WeeklyPlan.course_key,
        DailyTask.started_at,
        DailyTask.completed_at,
    )
    rows = session.execute(
        sql_select(*columns)
        .join(WeeklyPlan, col(WeeklyPlan.id) == DailyTask.weekly_plan_id)
        .join(PersonalizedPlan, col(PersonalizedPlan.id) == WeeklyPlan.plan_id)
        .where(
            col(PersonalizedPlan.user_id) == user.id,
            or_(is_open, col(DailyTask.completed_day) >= span.first),
        )
    )
    return [Task(*row) for row in rows]


def _on(row: StudySession) -> date:
    return row.done_day or row.day


def minutes_of(row: StudySession) -> int:
    """Minutes by its clock; of one that was finished by a test, the planned ones."""
    if row.undo is not None:
        return int(row.undo["minutes"])
    return round(row.minutes * row.percent / 100)
