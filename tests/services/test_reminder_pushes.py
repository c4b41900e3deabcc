"""Pushes of a day beside each other: which count, and which go at once."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import Session

from learnconnect_app.models import (
    OutboxMessage,
    ReminderSetting,
    ReminderSwitch,
    StreakFreeze,
    StudySession,
    User,
    WeeklyReport,
)
from learnconnect_app.services.push_subscriptions import forget
from learnconnect_app.services.reminder_facts_reading import facts_of
from learnconnect_app.services.reminder_wants import wanted
from learnconnect_app.services.reminders import tell
from learnconnect_app.services.streaks import record_activity
from learnconnect_app.services.study_sessions import complete_session
from tests.factories import MONDAY, NOW, a_learner, a_study_plan
from tests.reminding import a_device, planned, rows_of, verdict_on

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@pytest.fixture
def user(session: Session) -> User:
    user = a_learner(session)
    a_device(session, user)
    a_study_plan(session, user, now=NOW - DAY)
    return user


def pushed(session: Session, user: User, rule: str, about: str = "") -> list[OutboxMessage]:
    """Written for each device."""
    if session.get(ReminderSwitch, (user.id, rule, "push")) is None:
        session.add(ReminderSwitch(user_id=user.id, rule=rule, channel="push", is_on=True))
    session.flush()
    tell(session, user=user, rule=rule, about=about, now=NOW)
    rows = rows_of(session, user, rule)
    return [row for row in rows if row.channel == "push" and row.about == about]


def test_a_trial_push_is_none_of_the_day(session: Session, user: User) -> None:
    (row,) = pushed(session, user, "milestone")
    trial = OutboxMessage(
        user_id=user.id,
        channel="push",
        kind="test",
        recipient=row.recipient,
        locale="en",
        params={},
        dedupe_key="trial",
        status="sent",
        due_at=NOW,
        sent_at=NOW,
        created_at=NOW,
    )
    session.add(trial)
    assert verdict_on(session, row, after=timedelta(minutes=5)) == "send"


def test_of_those_due_together_the_first_goes_and_the_others_wait(
    session: Session, user: User
) -> None:
    a_device(session, user, name="tablet")
    progress = pushed(session, user, "week_progress")
    milestone = pushed(session, user, "milestone", "a")
    verdicts = wanted(session, [*progress, *milestone], NOW)
    assert [verdicts[row.id] for row in milestone] == ["send"] * 2
    assert [verdicts[row.id] for row in progress] == ["later"] * 2
    assert {row.due_at for row in progress} == {NOW + HOUR}


def test_what_waits_too_long_for_another_is_dropped(session: Session, user: User) -> None:
    (progress,) = pushed(session, user, "week_progress")
    (milestone,) = pushed(session, user, "milestone")
    progress.expires_at = NOW + HOUR
    verdicts = wanted(session, [progress, milestone], NOW)
    assert (verdicts[milestone.id], verdicts[progress.id]) == ("send", "expired")


def test_learners_do_not_wait_for_each_other(session: Session, user: User) -> None:
    other = a_learner(session)
    a_device(session, other)
    a_study_plan(session, other, now=NOW - DAY)
    rows = [*pushed(session, user, "milestone"), *pushed(session, other, "week_progress")]
    assert set(wanted(session, rows, NOW).values()) == {"send"}


def test_reports_and_freezes_of_long_ago_are_not_read(session: Session, user: User) -> None:
    recent, old = MONDAY - 7 * DAY, MONDAY - 28 * DAY
    for day in (recent, old):
        session.add(WeeklyReport(user_id=user.id, week=day, created_at=NOW, opened_at=NOW))
        session.add(
            StreakFreeze(user_id=user.id, earned_day=day - DAY, used_day=day, created_at=NOW)
        )
    session.flush()
    facts = facts_of(session, [user.id], NOW)[user.id]
    assert facts.reports_read == {recent.isoformat()}
    assert facts.frozen_days == {recent.isoformat(): False}


class TestPlaces:
    """Of a day with room for one push, the session's at 16:45 if it comes."""

    @pytest.fixture
    def soon(self, session: Session, user: User) -> OutboxMessage:
        session.add(ReminderSetting(user_id=user.id, pushes_a_day=1))
        planned(session, user, NOW - HOUR)
        (ready,) = rows_of(session, user, "day_ready")
        ready.status = "cancelled"
        (row,) = rows_of(session, user, "session_soon")
        return row

    def verdict(self, session: Session, user: User) -> str:
        """On what comes after a session that is near."""
        (progress,) = pushed(session, user, "week_progress")
        return verdict_on(session, progress)

    def test_what_is_due_later_keeps_its_place(
        self, session: Session, user: User, soon: OutboxMessage
    ) -> None:
        assert self.verdict(session, user) == "cancelled"

    def test_a_session_that_is_done_keeps_none(
        self, session: Session, user: User, soon: OutboxMessage
    ) -> None:
        named = {"user_id": user.id, "session_id": UUID(soon.about)}
        complete_session(session, **named, now=NOW - HOUR)
        assert self.verdict(session, user) == "send"
        assert soon.status == "pending"  # until it is due: only then it is certain

    def test_a_session_that_is_put_on_another_day_keeps_none(
        self, session: Session, user: User, soon: OutboxMessage
    ) -> None:
        session.get_one(StudySession, UUID(soon.about)).day = MONDAY + DAY
        assert self.verdict(session, user) == "send"

    def test_a_device_that_is_gone_keeps_none(
        self, session: Session, user: User, soon: OutboxMessage
    ) -> None:
        forget(session, subscription_id=UUID(soon.recipient), now=NOW)
        a_device(session, user, name="new")
        assert self.verdict(session, user) == "send"

    def test_the_plan_of_a_day_that_was_begun_keeps_none(
        self, session: Session, user: User
    ) -> None:
        session.add(ReminderSetting(user_id=user.id, pushes_a_day=1))
        (ready,) = pushed(session, user, "day_ready")
        ready.due_at = NOW + 6 * HOUR
        assert self.verdict(session, user) == "cancelled"
        record_activity(session, user=user, now=NOW, minutes=20, tasks=1)
        assert self.verdict(session, user) == "send"
