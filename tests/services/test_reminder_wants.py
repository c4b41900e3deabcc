"""Whether a message is still wanted when it is due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from learnconnect_app.models import (
    CalendarConnection,
    OutboxMessage,
    ReminderSetting,
    ReminderSwitch,
    StreakFreeze,
    StudyPlan,
    StudySession,
    User,
    WeeklyReport,
)
from learnconnect_app.services import channels
from learnconnect_app.services.absences import begin_absence
from learnconnect_app.services.plans import finish, pause_plan
from learnconnect_app.services.reminder_wants import wanted
from learnconnect_app.services.reminders import tell
from learnconnect_app.services.study_plans import (
    finish_study_plan,
    pause_study_plan,
    resume_study_plan,
)
from learnconnect_app.services.study_sessions import (
    complete_session,
    reopen_session,
    start_session,
)
from tests.conftest import Counting
from tests.factories import (
    MONDAY,
    NOW,
    a_learner,
    a_plan,
    a_running_test,
    a_study_plan,
    sessions_of,
    weeks_of,
)
from tests.reminding import a_device, rows_of, verdict_on

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


class Learner:
    """With a study plan made yesterday, a phone, and nothing done today."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.user: User = a_learner(session)
        self.device = a_device(session, self.user)
        self.plan: StudyPlan = a_study_plan(session, self.user, now=NOW - DAY)

    def told(self, rule: str, about: str = "", channel: str = "app", **more: Any) -> OutboxMessage:
        """Written by every channel; the row of one of them."""
        for each in ("app", "mail", "push"):
            if self.session.get(ReminderSwitch, (self.user.id, rule, each)) is None:
                self.session.add(
                    ReminderSwitch(user_id=self.user.id, rule=rule, channel=each, is_on=True)
                )
        self.session.flush()
        tell(self.session, user=self.user, rule=rule, about=about, now=NOW, **more)
        return next(
            row
            for row in rows_of(self.session, self.user, rule)
            if row.channel == channel and row.about == about
        )

    def verdict(self, row: OutboxMessage, **after: float) -> str:
        return verdict_on(self.session, row, after=timedelta(**after))

    def works(self) -> None:
        first = sessions_of(self.session, self.plan, day=MONDAY)[0]
        complete_session(self.session, user_id=self.user.id, session_id=first.id, now=NOW)

    def starts(self) -> None:
        first = sessions_of(self.session, self.plan, day=MONDAY)[0]
        start_session(self.session, user_id=self.user.id, session_id=first.id, now=NOW)

    def rests(self) -> None:
        pause_study_plan(self.session, user_id=self.user.id, plan_id=self.plan.id, now=NOW)

    def goes_away(self) -> None:
        begin_absence(
            self.session,
            user_id=self.user.id,
            kind="vacation",
            from_day=MONDAY,
            until_day=None,
            now=NOW,
        )


@pytest.fixture
def learner(session: Session) -> Learner:
    return Learner(session)


ALWAYS = ("goal_reached", "milestone")
OF_A_PLAN = ("day_ready", "missed_day", "week_progress")


@pytest.mark.parametrize("happens", [Learner.rests, Learner.goes_away])
def test_rest_and_absence_silence_all_but_security(
    learner: Learner, happens: Callable[[Learner], None]
) -> None:
    rows = [learner.told(rule) for rule in (*ALWAYS, *OF_A_PLAN, "weekly_report")]
    security = learner.told("security", values={"when": "now"})
    assert {learner.verdict(row) for row in rows} == {"send"}
    happens(learner)
    assert {learner.verdict(row) for row in rows} == {"cancelled"}
    assert learner.verdict(security) == "send"


EARNED = ("goal_reached", "milestone", "weekly_report")


def test_who_finishes_a_plan_does_not_rest_because_an_earlier_one_does(learner: Learner) -> None:
    other = a_plan(learner.session, learner.user, now=NOW - 30 * DAY)
    named = {"user_id": learner.user.id, "now": NOW - 2 * DAY}
    pause_plan(learner.session, plan_id=other.id, **named)
    finish_study_plan(learner.session, user_id=learner.user.id, plan_id=learner.plan.id, now=NOW)
    assert [learner.verdict(learner.told(rule)) for rule in EARNED] == ["send"] * 3
    assert {learner.verdict(learner.told(rule)) for rule in OF_A_PLAN} == {"cancelled"}
    rest = learner.told("paused_long", str(other.id))
    assert learner.verdict(rest) == "send"
    learner.goes_away()
    assert {learner.verdict(learner.told(rule)) for rule in EARNED} == {"cancelled"}


def test_who_pauses_a_plan_after_another_one_was_finished_rests(learner: Learner) -> None:
    other = a_plan(learner.session, learner.user, now=NOW - 30 * DAY)
    finish(learner.session, learner.user, other, NOW - 2 * DAY)
    learner.rests()
    assert {learner.verdict(learner.told(rule)) for rule in EARNED} == {"cancelled"}


@pytest.mark.parametrize("happens", [Learner.works, Learner.starts])
def test_what_calls_to_work_is_not_sent_to_who_works(
    learner: Learner, happens: Callable[[Learner], None]
) -> None:
    calls = [learner.told("day_ready"), learner.told("missed_day")]
    progress = learner.told("week_progress")
    happens(learner)
    assert {learner.verdict(row) for row in calls} == {"cancelled"}
    assert learner.verdict(progress) == "send"


def test_what_comes_too_late_is_not_sent(learner: Learner) -> None:
    row = learner.told("day_ready")
    assert learner.verdict(row, hours=3, minutes=59) == "send"
    assert learner.verdict(row, hours=4) == "expired"


def nearly_done(learner: Learner) -> tuple[StudySession, OutboxMessage]:
    """All of the day but eight minutes of its last session, and the reminder of them."""
    *firsts, last = sessions_of(learner.session, learner.plan, day=MONDAY)
    named = {"user_id": learner.user.id, "now": NOW}
    for row in firsts:
        complete_session(learner.session, session_id=row.id, **named)
    percent = 100 - 100 * 8 // last.minutes
    complete_session(learner.session, session_id=last.id, percent=percent, **named)
    (nearly,) = rows_of(learner.session, learner.user, "nearly_there")
    return last, nearly


def test_ten_minutes_are_not_told_when_they_are_done(learner: Learner) -> None:
    last, nearly = nearly_done(learner)
    assert learner.verdict(nearly) == "send"
    session = learner.session.get_one(type(last), last.id)
    session.percent, session.status = 100, "done"
    assert learner.verdict(nearly) == "cancelled"


def test_ten_minutes_wait_for_who_is_at_work_again(learner: Learner) -> None:
    last, nearly = nearly_done(learner)
    due = nearly.due_at
    named = {"user_id": learner.user.id, "session_id": last.id}
    reopen_session(learner.session, **named, now=due - 10 * MINUTE)
    start_session(learner.session, **named, now=due - 10 * MINUTE)
    assert learner.verdict(nearly) == "later"
    assert nearly.due_at == due + 20 * MINUTE
    stopped = due + 10 * MINUTE
    percent = 100 - 100 * 7 // last.minutes
    complete_session(learner.session, **named, percent=percent, now=stopped)
    (nearly,) = rows_of(learner.session, learner.user, "nearly_there")
    assert (nearly.due_at, nearly.params["n"]) == (stopped + 30 * MINUTE, 7)
    assert learner.verdict(nearly) == "send"


def test_test_is_not_called_to_when_it_is_taken_or_closed(learner: Learner) -> None:
    session = learner.session
    plan = a_plan(session, learner.user)
    week = weeks_of(session, plan)[0]
    week.status = "test_ready"
    row = learner.told("test_unlocked", str(week.id))
    assert learner.verdict(row) == "send"
    running = a_running_test(session, learner.user, kind="weekly", plan=plan, week=week)
    assert learner.verdict(row) == "cancelled"
    running.status, week.status = "submitted", "passed"
    assert learner.verdict(row) == "cancelled"


def test_rest_is_not_spoken_of_when_it_is_over(learner: Learner) -> None:
    learner.rests()
    row = learner.told("paused_long", str(learner.plan.id))
    assert learner.verdict(row) == "send"
    resume_study_plan(learner.session, user_id=learner.user.id, plan_id=learner.plan.id, now=NOW)
    assert learner.verdict(row) == "cancelled"


def test_freeze_is_not_told_when_it_was_shown_or_given_back(learner: Learner) -> None:
    day = MONDAY - DAY
    freeze = StreakFreeze(
        user_id=learner.user.id, earned_day=day - DAY, used_day=day, created_at=NOW
    )
    learner.session.add(freeze)
    row = learner.told("freeze_used", day.isoformat())
    assert learner.verdict(row) == "send"
    freeze.is_seen = True
    assert learner.verdict(row) == "cancelled"
    freeze.is_seen, freeze.used_day = False, None
    assert learner.verdict(row) == "cancelled"


def test_calendar_that_works_again_is_not_complained_of(learner: Learner) -> None:
    connection = CalendarConnection(
        user_id=learner.user.id, provider="google", status="reconnect", due_at=NOW, created_at=NOW
    )
    learner.session.add(connection)
    learner.session.flush()
    row = learner.told("calendar_problem", str(connection.id))
    assert learner.verdict(row) == "send"
    connection.status = "active"
    assert learner.verdict(row) == "cancelled"


def test_report_that_was_read_is_not_announced(learner: Learner) -> None:
    week = MONDAY - 7 * DAY
    report = WeeklyReport(user_id=learner.user.id, week=week, created_at=NOW)
    learner.session.add(report)
    row = learner.told("weekly_report", week.isoformat())
    assert learner.verdict(row) == "send"
    report.opened_at = NOW
    assert learner.verdict(row) == "cancelled"


class TestChannels:
    def test_switched_off_since(self, learner: Learner) -> None:
        row = learner.told("milestone", channel="mail")
        switch = learner.session.get_one(ReminderSwitch, (learner.user.id, "milestone", "mail"))
        switch.is_on = False
        assert learner.verdict(row) == "cancelled"

    def test_bounced_since(self, learner: Learner) -> None:
        row = learner.told("milestone", channel="mail")
        channels.switch_off(
            learner.session, user_id=learner.user.id, channel="mail", reason="bounced", now=NOW
        )
        assert learner.verdict(row) == "cancelled"

    def test_device_that_is_gone(self, learner: Learner) -> None:
        row = learner.told("milestone", channel="push")
        learner.session.delete(learner.device)
        assert learner.verdict(row) == "cancelled"


class TestDisturbing:
    def test_what_is_late_waits_for_the_end_of_the_quiet_hours(self, learner: Learner) -> None:
        row = learner.told("weekly_report", channel="push")
        assert learner.verdict(row, hours=11) == "later"  # 23:00
        assert row.due_at == NOW + timedelta(hours=20)  # 08:00

    def test_and_is_dropped_when_that_is_too_late(self, learner: Learner) -> None:
        row = learner.told("goal_reached", channel="push")
        row.expires_at = NOW + timedelta(hours=12)
        assert learner.verdict(row, hours=11) == "expired"

    def test_nothing_rings_in_the_middle_of_a_session(self, learner: Learner) -> None:
        row = learner.told("milestone", channel="push")
        learner.starts()
        assert learner.verdict(row) == "later"
        assert row.due_at == NOW + timedelta(minutes=20)

    def test_what_is_left_of_the_day_waits_for_it_in_the_app_too(self, learner: Learner) -> None:
        row = learner.told("nearly_there", values={"n": 8})
        learner.starts()
        assert learner.verdict(row) == "later"

    def test_a_forgotten_clock_is_no_session(self, learner: Learner) -> None:
        learner.starts()
        row = learner.told("milestone", channel="push")
        minutes = sessions_of(learner.session, learner.plan, day=MONDAY)[0].minutes
        assert learner.verdict(row, minutes=3 * minutes) == "later"
        row.due_at = NOW
        assert learner.verdict(row, minutes=3 * minutes + 1) == "send"

    def test_two_pushes_are_an_hour_apart(self, learner: Learner) -> None:
        first = learner.told("milestone", "a", channel="push")
        second = learner.told("milestone", "b", channel="push")
        first.status, first.sent_at = "sent", NOW
        assert learner.verdict(second, minutes=5) == "later"
        assert second.due_at == NOW + timedelta(hours=1)


class TestCap:
    def pushes(self, learner: Learner, count: int) -> list[OutboxMessage]:
        rows = [learner.told("milestone", str(n), channel="push") for n in range(count)]
        for n, row in enumerate(rows):
            row.due_at = NOW + n * timedelta(minutes=61)
        return rows

    def sent(self, learner: Learner, rows: list[OutboxMessage]) -> int:
        for row in rows:
            if learner.verdict(row) == "send":
                row.status, row.sent_at = "sent", row.due_at
            else:
                row.status = "cancelled"
        return sum(row.status == "sent" for row in rows)

    @pytest.mark.parametrize(("most", "expected"), [(None, 3), (1, 1), (0, 0), (10, 5)])
    def test_no_more_are_sent_than_the_learner_wants(
        self, learner: Learner, most: int | None, expected: int
    ) -> None:
        if most is not None:
            learner.session.add(ReminderSetting(user_id=learner.user.id, pushes_a_day=most))
        assert self.sent(learner, self.pushes(learner, 5)) == expected

    def test_all_devices_together_are_one_push(self, learner: Learner) -> None:
        for n in range(4):
            a_device(learner.session, learner.user, name=f"other-{n}")
        learner.told("milestone", "a", channel="push")
        rows = [
            row for row in rows_of(learner.session, learner.user, "milestone")
            if row.channel == "push"
        ]  # fmt: skip
        assert len(rows) == 5
        assert set(wanted(learner.session, rows, NOW).values()) == {"send"}

    def test_what_matters_more_later_today_keeps_its_place(self, learner: Learner) -> None:
        learner.session.add(ReminderSetting(user_id=learner.user.id, pushes_a_day=1))
        progress = learner.told("week_progress", channel="push")
        learner.told("milestone", "a", channel="push")
        assert learner.verdict(progress) == "cancelled"


def test_parts_of_a_digest_that_are_not_wanted_are_left_out(learner: Learner) -> None:
    learner.told("milestone", "a", channel="mail")
    learner.told("missed_day", channel="mail")
    (digest,) = rows_of(learner.session, learner.user, "digest")
    assert learner.verdict(digest) == "send"
    assert len(digest.params["items"]) == 2
    learner.works()
    assert learner.verdict(digest) == "send"
    assert [item["kind"] for item in digest.params["items"]] == ["milestone"]
    learner.goes_away()
    assert learner.verdict(digest) == "cancelled"


def test_number_of_queries_does_not_grow(session: Session, count_queries: Counting) -> None:
    counts = []
    for learners in (1, 6):
        for _ in range(learners):
            learner = Learner(session)
            for rule in ("milestone", "day_ready", "test_unlocked"):
                learner.told(rule)
        rows = session.exec(select(OutboxMessage)).all()
        with count_queries(session) as queries:
            rows = session.exec(select(OutboxMessage)).all()
            wanted(session, rows, NOW)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 18
