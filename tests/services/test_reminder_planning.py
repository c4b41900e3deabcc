"""Planning a learner's study day: what is written, moved, and left alone."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from sqlmodel import Session, func, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import (
    OutboxMessage,
    PersonalizedPlan,
    ReminderPlanning,
    StudyPlan,
    User,
)
from learnconnect_app.services import reminder_planning
from learnconnect_app.services.absences import begin_absence
from learnconnect_app.services.accounts import Profile, create_account, set_locale, set_timezone
from learnconnect_app.services.plans import pause_plan
from learnconnect_app.services.reminder_planning import ask, plan_due
from learnconnect_app.services.study_moves import move_session
from learnconnect_app.services.study_plans import pause_study_plan
from learnconnect_app.services.study_sessions import complete_session
from learnconnect_app.services.study_settling import settle_study_days
from tests.conftest import Counting
from tests.factories import (
    MONDAY,
    NOW,
    a_learner,
    a_plan,
    a_study_plan,
    noon,
    sessions_of,
)
from tests.reminding import a_device, hours_of, planned, rows_of, verdict_on

DAWN = NOW - timedelta(hours=7, minutes=55)  # 04:05 in Istanbul
DAY = timedelta(days=1)


def planned_rows(session: Session, user: User) -> list[OutboxMessage]:
    """What was planned for the day: the medal for a first plan is told beside it."""
    return [row for row in rows_of(session, user) if row.kind != "milestone"]


def due(session: Session) -> list[ReminderPlanning]:
    return list(session.exec(select(ReminderPlanning)))


class TestWhen:
    def test_new_learner_is_planned_and_then_at_each_rollover(self, session: Session) -> None:
        profile = Profile("a@example.org", "Ayşe", "tr", "Europe/Istanbul", None)
        create_account(session, profile=profile, password_hash="none", now=NOW)
        assert plan_due(session, now=NOW) == 1
        assert plan_due(session, now=NOW) == 0
        session.expire_all()
        (row,) = due(session)
        assert row.planned_day == MONDAY
        assert row.due_at == DAWN + DAY - timedelta(minutes=5)
        assert plan_due(session, now=row.due_at) == 1

    def test_whoever_cannot_be_planned_holds_up_nobody_and_is_tried_again(
        self, session: Session, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        broken, sound = a_learner(session), a_learner(session)
        for user in (broken, sound):
            ask(session, user_id=user.id, now=NOW)
        real = reminder_planning.day_of

        def fails(session: Session, recipient: object, now: object) -> object:
            if recipient.user.id == broken.id:  # type: ignore[attr-defined]
                raise ValueError("broken")
            return real(session, recipient, now)  # type: ignore[arg-type]

        monkeypatch.setattr(reminder_planning, "day_of", fails)
        assert plan_due(session, now=NOW) == 2
        session.expire_all()
        again = {row.user_id: row for row in due(session)}
        assert again[broken.id].due_at == NOW + timedelta(hours=1)
        assert again[sound.id].planned_day == MONDAY
        assert str(broken.id) in caplog.text

    def test_four_schedulers_at_once_write_everything_once(self, database: Database) -> None:
        with database.transaction() as session:
            users = [a_learner(session) for _ in range(12)]
            for user in users:
                a_plan(session, user, now=NOW - DAY)
                a_device(session, user)
                ask(session, user_id=user.id, now=DAWN)
        start = threading.Barrier(4)
        counts: list[int] = []

        def schedule() -> None:
            start.wait()
            for _ in range(12):
                with database.transaction() as session:
                    counts.append(plan_due(session, most=3, now=DAWN))

        threads = [threading.Thread(target=schedule) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with database.reading() as session:
            rows = session.exec(select(func.count()).select_from(OutboxMessage)).one()
        assert sum(counts) == rows == len(users)


class TestWhat:
    def test_day_of_a_study_plan(self, session: Session) -> None:
        user = a_learner(session)
        a_device(session, user)
        a_study_plan(session, user, now=NOW - DAY)
        planned(session, user, DAWN)
        pushes = planned_rows(session, user)
        assert [row.kind for row in pushes] == ["day_ready", "session_soon"]
        assert hours_of(pushes) == ["Mon 08:00", "Mon 16:45"]
        assert all(verdict_on(session, row) == "send" for row in pushes)

    def test_day_of_a_skill_plan_comes_when_its_learner_usually_begins(
        self, session: Session
    ) -> None:
        user = a_learner(session)
        a_device(session, user)
        a_plan(session, user, now=NOW - DAY)
        planned(session, user, DAWN)
        (row,) = planned_rows(session, user)
        assert (row.kind, hours_of([row])) == ("day_ready", ["Mon 18:00"])

    def test_times_that_nobody_chose_are_not_relied_on(self, session: Session) -> None:
        user = a_learner(session)
        a_device(session, user)
        a_study_plan(session, user, now=NOW - DAY, preferred_hours=())
        planned(session, user, DAWN)
        assert [row.kind for row in planned_rows(session, user)] == ["day_ready"]

    def test_number_of_queries_is_small_and_does_not_grow_with_the_plan(
        self, session: Session, count_queries: Counting
    ) -> None:
        counts = []
        for days in (20, 120):
            user = a_learner(session)
            a_device(session, user)
            a_plan(session, user, now=NOW - DAY)
            a_study_plan(session, user, now=NOW - DAY, days=days)
            user_id = user.id
            with count_queries(session) as queries:
                assert plan_due(session, now=DAWN + 2 * DAY) == 1
            counts.append(len(queries))
            assert rows_of(session, session.get_one(User, user_id))
        assert counts[0] == counts[1] <= 22

    def test_planned_twice_it_is_written_once(self, session: Session) -> None:
        user = a_learner(session)
        a_device(session, user)
        a_study_plan(session, user, now=NOW - DAY)
        for _ in range(3):
            planned(session, user, DAWN)
        assert len(planned_rows(session, user)) == 2

    def test_plan_that_was_just_made_is_not_announced(self, session: Session) -> None:
        user = a_learner(session)
        a_device(session, user)
        a_study_plan(session, user, now=NOW)
        assert plan_due(session, now=NOW) == 1  # activating asks
        assert [row.kind for row in planned_rows(session, user)] == ["session_soon"]

    def test_session_that_moves_takes_its_reminder_along(self, session: Session) -> None:
        user = a_learner(session)
        a_device(session, user)
        plan = a_study_plan(session, user, now=NOW - DAY)
        planned(session, user, DAWN)
        first, *others = sessions_of(session, plan, day=MONDAY)
        for row in others:
            session.delete(row)
        move_session(
            session,
            user_id=user.id,
            session_id=first.id,
            day=MONDAY,
            start=20 * 60,
            version=first.version,
            now=NOW,
        )
        (before,) = rows_of(session, user, "session_soon")
        assert verdict_on(session, before) == "cancelled"
        assert plan_due(session, now=NOW) == 1
        (after,) = rows_of(session, user, "session_soon")
        assert hours_of([after]) == ["Mon 19:45"]
        assert verdict_on(session, after) == "send"

    def test_session_that_moves_to_where_its_reminder_is_past_is_named_by_its_new_hour(
        self, session: Session
    ) -> None:
        user = a_learner(session)
        a_device(session, user)
        plan = a_study_plan(session, user, now=NOW - DAY)
        first, *others = sessions_of(session, plan, day=MONDAY)
        for row in others:
            session.delete(row)
        first.start_minute = 20 * 60
        planned(session, user, DAWN)
        first.start_minute = 19 * 60 + 50
        planned(session, user, NOW + timedelta(hours=7, minutes=40))  # 19:40
        (row,) = rows_of(session, user, "session_soon")
        assert (row.params["time"], hours_of([row])) == ("19:50", ["Mon 19:45"])
        assert verdict_on(session, row) == "send"

    def test_what_is_past_is_not_told_of_a_session_that_was_put_there(
        self, session: Session
    ) -> None:
        user = a_learner(session)
        a_device(session, user)
        plan = a_study_plan(session, user, now=NOW - DAY)
        for row in sessions_of(session, plan, day=MONDAY):
            row.start_minute = None
        planned(session, user, DAWN)
        sessions_of(session, plan, day=MONDAY)[0].start_minute = 19 * 60 + 50
        planned(session, user, NOW + timedelta(hours=7, minutes=40))
        assert not rows_of(session, user, "session_soon")

    def test_missed_day_is_spoken_of_once_for_several_in_a_row(self, session: Session) -> None:
        user = a_learner(session)
        plan = a_study_plan(session, user, now=NOW)
        for row in sessions_of(session, plan, day=MONDAY):
            complete_session(session, user_id=user.id, session_id=row.id, now=NOW)
        for n in range(1, 6):
            now = DAWN + n * DAY
            settle_study_days(session, user_id=user.id, now=now)
            planned(session, user, now)
        rows = rows_of(session, user, "missed_day")
        assert hours_of(rows) == ["Wed 18:00"] * 2  # Tuesday was missed: app and mail

    def test_plan_never_begun_is_missed_but_not_on_its_first_day(self, session: Session) -> None:
        user = a_learner(session)
        a_study_plan(session, user, now=noon(MONDAY))
        for n in range(1, 4):
            planned(session, user, DAWN + n * DAY)
        assert hours_of(rows_of(session, user, "missed_day")) == ["Wed 18:00"] * 2


class TestSilence:
    def test_absence_silences_everything(self, session: Session) -> None:
        user = a_learner(session)
        a_device(session, user)
        a_study_plan(session, user, now=NOW - DAY)
        planned(session, user, DAWN)
        begin_absence(
            session,
            user_id=user.id,
            kind="illness",
            from_day=MONDAY,
            until_day=MONDAY + 5 * DAY,
            now=DAWN,
        )
        assert {verdict_on(session, row) for row in planned_rows(session, user)} == {"cancelled"}
        before = len(planned_rows(session, user))
        for n in range(5):
            planned(session, user, DAWN + n * DAY)
        assert len(planned_rows(session, user)) == before

    def test_rest_is_spoken_of_after_7_days_and_after_21_and_never_again(
        self, session: Session
    ) -> None:
        user = a_learner(session)
        plan: StudyPlan | PersonalizedPlan = a_study_plan(session, user, now=NOW)
        pause_study_plan(session, user_id=user.id, plan_id=plan.id, now=NOW)
        for n in range(60):
            planned(session, user, DAWN + n * DAY)
            for row in planned_rows(session, user):
                row.status = "sent"
        rows = [row for row in planned_rows(session, user) if row.channel == "mail"]
        assert {row.kind for row in rows} == {"paused_long"}
        assert [(row.due_at - NOW).days for row in rows] == [7, 21]
        assert [row.params["variant"] for row in rows] == ["", "last"]

    def test_rest_of_one_plan_is_not_spoken_of_while_another_is_active(
        self, session: Session
    ) -> None:
        user = a_learner(session)
        a_study_plan(session, user, now=NOW)
        skill = a_plan(session, user)
        pause_plan(session, user_id=user.id, plan_id=skill.id, now=NOW)
        for n in range(10):
            planned(session, user, DAWN + n * DAY)
        assert not rows_of(session, user, "paused_long")


class TestTravel:
    @pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati", "Asia/Tokyo"])
    def test_no_rule_comes_twice_for_a_local_date_wherever_its_learner_flies(
        self, session: Session, zone: str
    ) -> None:
        user = a_learner(session)
        a_device(session, user)
        a_study_plan(session, user, now=NOW - 2 * DAY)
        for n in range(4):
            now = NOW + n * DAY - timedelta(hours=7)
            planned(session, user, now)
            to = zone if n % 2 == 0 else "Europe/Istanbul"
            set_timezone(session, user_id=user.id, timezone=to, now=now + timedelta(hours=6))
            session.refresh(user)
            planned(session, user, now + timedelta(hours=6))
        rows = rows_of(session, user, "day_ready")
        dates = [row.dedupe_key.rsplit(":", 1)[1] for row in rows]
        assert len(dates) == len(set(dates))
        assert rows

    def test_what_is_pending_goes_by_the_new_clock(self, session: Session) -> None:
        user = a_learner(session)
        a_device(session, user)
        a_plan(session, user, now=NOW - DAY)
        planned(session, user, DAWN)
        set_timezone(session, user_id=user.id, timezone="Europe/Berlin", now=NOW)
        session.refresh(user)
        assert plan_due(session, now=NOW) == 1
        assert hours_of(planned_rows(session, user), "Europe/Berlin") == ["Mon 18:00"]

    def test_what_is_pending_comes_in_the_language_chosen_since(self, session: Session) -> None:
        user = a_learner(session, locale="en")
        a_device(session, user)
        a_plan(session, user, now=NOW - DAY)
        planned(session, user, DAWN)
        set_locale(session, user_id=user.id, locale="tr", now=NOW)
        session.refresh(user)
        assert plan_due(session, now=NOW) == 1
        (row,) = planned_rows(session, user)
        assert (row.locale, row.params["duration"]) == ("tr", "1 sa")
