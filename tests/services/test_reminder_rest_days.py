"""Reminders around days of rest."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session, select

from learnconnect_app.domain.reminded_days import Day
from learnconnect_app.domain.study_days import local_time
from learnconnect_app.models import DailyActivity, StreakFreeze, StudyPlan, User
from learnconnect_app.services.reminder_days import day_of
from learnconnect_app.services.reminder_rows import recipient_of
from tests.factories import (
    MONDAY,
    a_learner,
    a_plan,
    a_study_plan,
    days_of,
    noon,
    sessions_of,
    weeks_of,
)
from tests.reminding import a_device, planned, rows_of

DAY = timedelta(days=1)
FRIDAY, SATURDAY, SUNDAY = (MONDAY + n * DAY for n in (4, 5, 6))


def dawn(day: date) -> datetime:
    return noon(day) - timedelta(hours=7, minutes=55)


def a_day(session: Session, user: User, day: date) -> Day:
    return day_of(session, recipient_of(session, user, dawn(day)), dawn(day))


def test_a_day_that_a_freeze_covered_is_not_called_missed_after_a_day_of_rest(
    session: Session,
) -> None:
    user = a_learner(session, rest_weekdays=[6])
    a_plan(session, user, now=noon(MONDAY))
    for n in range(5):
        day = MONDAY + n * DAY
        session.add(DailyActivity(user_id=user.id, day=day, kind="active", minutes=20))
    session.add(DailyActivity(user_id=user.id, day=SATURDAY, kind="frozen"))
    session.add(
        StreakFreeze(user_id=user.id, earned_day=FRIDAY, used_day=SATURDAY, created_at=noon(SUNDAY))
    )
    session.flush()
    after = a_day(session, user, SUNDAY + DAY)
    assert (after.idle, after.is_frozen) == (1, True)
    planned(session, user, dawn(SUNDAY + DAY))
    assert not rows_of(session, user, "missed_day")


def test_what_has_waited_is_not_called_for_on_a_day_of_rest(session: Session) -> None:
    user = a_learner(session, rest_weekdays=[6])
    plan = a_plan(session, user, now=noon(MONDAY))
    assert not a_day(session, user, SUNDAY).things
    assert a_day(session, user, SUNDAY + DAY).things
    weeks_of(session, plan)[0].status = "test_ready"
    session.flush()
    assert not a_day(session, user, SUNDAY).things
    assert a_day(session, user, SUNDAY + DAY).things


def test_what_was_put_on_a_day_of_rest_is_called_for(session: Session) -> None:
    user = a_learner(session, rest_weekdays=[6])
    a_plan(session, user, now=noon(MONDAY), first_due=SUNDAY)
    assert len(a_day(session, user, SUNDAY).things) == 1


def test_who_stays_away_is_called_once_after_7_days_and_once_after_14(session: Session) -> None:
    user = a_learner(session, rest_weekdays=[6], now=noon(FRIDAY))
    a_device(session, user)
    a_plan(session, user, now=noon(FRIDAY), first_due=FRIDAY)
    for n in range(1, 30):
        planned(session, user, dawn(FRIDAY + n * DAY))
    calls = [row for row in rows_of(session, user) if row.params.get("variant") == "back"]
    days = [local_time(row.due_at, user.timezone).date() for row in calls]
    assert days == [date(2026, 3, 16), date(2026, 3, 24)]  # both after a Sunday, and on none


class TestDaysWithNothingPlanned:
    @pytest.fixture
    def user(self, session: Session) -> User:
        """Who worked on Saturday, and whose study plan has nothing on Sunday but is no rest."""
        user = a_learner(session)
        plan = a_study_plan(session, user, rest_weekdays=(), now=noon(MONDAY))
        for row in sessions_of(session, plan, day=SUNDAY):
            row.day, row.start_minute = SUNDAY + DAY, None
        session.add(DailyActivity(user_id=user.id, day=SATURDAY, kind="active", minutes=20))
        session.flush()
        return user

    def idle(self, session: Session, user: User) -> int:
        return a_day(session, user, SUNDAY + DAY).idle

    def test_is_not_missed(self, session: Session, user: User) -> None:
        assert self.idle(session, user) == 0
        planned(session, user, dawn(SUNDAY + DAY))
        assert not rows_of(session, user, "missed_day")

    def test_is_missed_with_a_session_that_was_left(self, session: Session, user: User) -> None:
        (plan,) = session.exec(select(StudyPlan))
        row, other = sessions_of(session, plan, day=SUNDAY + DAY)[:2]
        row.day, row.status = SUNDAY, "missed"
        other.day, other.status, other.done_day = SUNDAY, "done", SATURDAY
        assert self.idle(session, user) == 1
        row.kind = "own"
        assert self.idle(session, user) == 0

    def test_is_missed_with_a_day_of_the_skill_plan_that_was_due(
        self, session: Session, user: User
    ) -> None:
        skill = a_plan(session, user, now=noon(MONDAY), first_due=SUNDAY + DAY)
        assert self.idle(session, user) == 0
        first = days_of(session, skill)[0]
        first.due_day = SATURDAY
        assert self.idle(session, user) == 1
        first.status, first.completed_day = "completed", SUNDAY + DAY
        assert self.idle(session, user) == 1

    def test_is_missed_while_a_test_waits(self, session: Session, user: User) -> None:
        skill = a_plan(session, user, now=noon(MONDAY))
        days_of(session, skill)[0].status = "completed"
        weeks_of(session, skill)[0].status = "test_ready"
        assert self.idle(session, user) == 1
