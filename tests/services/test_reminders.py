"""Telling: by which channels, when, once, and in one mail a day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import Session

from learnconnect_app.adapters.tokens import token_hash
from learnconnect_app.domain.reminders import RULES, rule_of
from learnconnect_app.models import ReminderSetting, ReminderSwitch, User
from learnconnect_app.services import accounts, channels, sessions
from learnconnect_app.services.accounts import set_timezone
from learnconnect_app.services.plans import complete_task
from learnconnect_app.services.reminder_digests import IN_DIGEST, SECOND_MAIL
from learnconnect_app.services.reminder_settings import reminder_settings_of
from learnconnect_app.services.reminders import tell
from learnconnect_app.services.streaks import record_activity
from learnconnect_app.services.study_sessions import complete_session
from tests.factories import MONDAY, NOW, a_learner, a_plan, a_study_plan, days_of, noon
from tests.factories import sessions_of as sessions_of_plan
from tests.reminding import a_device, channels_of, hours_of, rows_of

MONTH = {"n": 3, "variant": "week"}
EVENING = NOW + timedelta(hours=11)  # 23:00 in Istanbul


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


class TestChannels:
    def test_row_is_written_for_each_channel_and_device(self, session: Session, user: User) -> None:
        for name in ("phone", "laptop"):
            a_device(session, user, name=name)
        session.add(ReminderSwitch(user_id=user.id, rule="milestone", channel="push", is_on=True))
        session.flush()
        tell(session, user=user, rule="milestone", about="week-3", values=MONTH, now=NOW)
        rows = rows_of(session, user)
        assert channels_of(rows) == {"app": 1, "push": 2}
        assert {row.params["path"] for row in rows} == {"/home"}
        assert {row.locale for row in rows} == {"en"}

    def test_without_a_device_nothing_is_pushed(self, session: Session, user: User) -> None:
        tell(session, user=user, rule="nearly_there", values={"n": 5}, now=NOW)
        assert rows_of(session, user) == []

    def test_told_twice_it_is_written_once(self, session: Session, user: User) -> None:
        for _ in range(2):
            tell(session, user=user, rule="milestone", about="week-3", values=MONTH, now=NOW)
        assert len(rows_of(session, user)) == 1

    def test_switches_and_channels_that_are_off_are_kept_to(
        self, session: Session, user: User
    ) -> None:
        session.add(ReminderSwitch(user_id=user.id, rule="missed_day", channel="app", is_on=False))
        channels.switch_off(session, user_id=user.id, channel="mail", reason="bounced", now=NOW)
        tell(session, user=user, rule="missed_day", now=NOW)
        assert rows_of(session, user) == []

    def test_security_comes_whatever_is_off_and_at_any_hour(
        self, session: Session, user: User
    ) -> None:
        session.add_all(
            ReminderSwitch(user_id=user.id, rule="security", channel=each, is_on=False)
            for each in ("app", "mail")
        )
        channels.switch_off(session, user_id=user.id, channel="mail", reason="complaint", now=NOW)
        tell(session, user=user, rule="security", about="x", values={"when": "now"}, now=EVENING)
        rows = rows_of(session, user)
        assert channels_of(rows) == {"app": 1, "mail": 1}
        assert {row.due_at for row in rows} == {EVENING}

    def test_who_chose_nothing_has_the_defaults(self, session: Session, user: User) -> None:
        settings = reminder_settings_of(session, user.id)
        for rule in RULES:
            on = {each for each in ("app", "mail", "push") if settings.is_on(rule, each)}
            assert on == rule.by_default


class TestHours:
    def test_app_is_told_at_once_and_mail_in_the_morning(
        self, session: Session, user: User
    ) -> None:
        tell(session, user=user, rule="calendar_problem", about="c", now=EVENING)
        assert hours_of(rows_of(session, user)) == ["Mon 23:00", "Tue 08:00"]

    def test_what_would_be_stale_by_the_morning_is_not_written(
        self, session: Session, user: User
    ) -> None:
        a_device(session, user)
        tell(session, user=user, rule="nearly_there", values={"n": 5}, now=EVENING)
        assert rows_of(session, user) == []

    def test_test_that_was_just_seen_is_pushed_at_the_next_good_hour(
        self, session: Session, user: User
    ) -> None:
        a_device(session, user)
        evening = NOW + timedelta(hours=5)  # 17:00: the good hour is near, but not now
        tell(session, user=user, rule="test_unlocked", about="w", now=evening)
        assert hours_of(rows_of(session, user)) == ["Mon 17:00", "Tue 18:00"]


class TestOneMailADay:
    def tell(self, session: Session, user: User, about: str, **hours: float) -> None:
        now = NOW + timedelta(**hours)
        tell(session, user=user, rule="calendar_problem", about=about, now=now)

    def mails(self, session: Session, user: User) -> list[tuple[str, str, str]]:
        rows = [row for row in rows_of(session, user) if row.channel == "mail"]
        return sorted((row.kind, row.status, row.error) for row in rows)

    def test_several_become_parts_of_one(self, session: Session, user: User) -> None:
        for n in range(3):
            self.tell(session, user, str(n), minutes=n)
        assert self.mails(session, user) == [
            *[("calendar_problem", "cancelled", IN_DIGEST)] * 3,
            ("digest", "pending", ""),
        ]
        (digest,) = rows_of(session, user, "digest")
        assert [item["about"] for item in digest.params["items"]] == ["0", "1", "2"]
        assert digest.due_at == NOW

    @pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York"])
    def test_it_keeps_its_hour_on_the_clock_of_another_zone(
        self, session: Session, user: User, zone: str
    ) -> None:
        self.tell(session, user, "first")
        self.tell(session, user, "second")
        (digest,) = rows_of(session, user, "digest")
        hours, lasts = hours_of([digest]), (digest.expires_at or NOW) - digest.due_at
        set_timezone(session, user_id=user.id, timezone=zone, now=NOW)
        (digest,) = rows_of(session, user, "digest")
        assert hours_of([digest], zone) == hours
        assert (digest.expires_at or NOW) - digest.due_at == lasts

    def test_all_that_waits_speaks_the_language_chosen_since(
        self, session: Session, user: User
    ) -> None:
        self.tell(session, user, "first")
        self.tell(session, user, "second")
        tell(session, user=user, rule="milestone", about="week-3", values=MONTH, now=NOW)
        (milestone,) = rows_of(session, user, "milestone")
        milestone.status = "sent"
        session.flush()
        accounts.set_preferences(session, user_id=user.id, locale="tr", now=NOW)
        locales = {(row.kind, row.status): row.locale for row in rows_of(session, user)}
        assert locales.pop(("milestone", "sent")) == "en"
        assert locales.pop(("calendar_problem", "cancelled")) == "en"  # they are in the digest
        assert locales == {("digest", "pending"): "tr", ("calendar_problem", "pending"): "tr"}

    def test_one_that_has_left_stays_as_it_was(self, session: Session, user: User) -> None:
        self.tell(session, user, "first")
        self.tell(session, user, "second")
        (digest,) = rows_of(session, user, "digest")
        digest.status, due = "sent", digest.due_at
        session.flush()
        set_timezone(session, user_id=user.id, timezone="Asia/Tokyo", now=NOW)
        assert [row.due_at for row in rows_of(session, user, "digest")] == [due]

    def test_what_comes_when_it_has_left_waits_for_the_next_day(
        self, session: Session, user: User
    ) -> None:
        self.tell(session, user, "first")
        (mail,) = (row for row in rows_of(session, user) if row.channel == "mail")
        mail.status = "sent"
        session.flush()
        self.tell(session, user, "second", hours=1)
        *_, later = rows_of(session, user)
        assert hours_of([later]) == ["Tue 18:00"]
        assert later.status == "pending"

    def test_what_would_be_stale_then_stays_in_the_app(self, session: Session, user: User) -> None:
        self.tell(session, user, "first")
        rows_of(session, user)[1].status = "sent"
        session.flush()
        tell(session, user=user, rule="missed_day", now=NOW + timedelta(hours=1))
        rows = rows_of(session, user, "missed_day")
        assert [(row.channel, row.error) for row in rows] == [("app", ""), ("mail", SECOND_MAIL)]

    def test_who_wants_each_mail_gets_each(self, session: Session, user: User) -> None:
        session.add(ReminderSetting(user_id=user.id, is_digest=False))
        session.flush()
        for n in range(2):
            self.tell(session, user, str(n))
        assert self.mails(session, user) == [("calendar_problem", "pending", "")] * 2


class TestEvents:
    def test_goal_is_reached_when_the_last_session_is_done(
        self, session: Session, user: User
    ) -> None:
        plan = a_study_plan(session, user)
        today = sessions_of_plan(session, plan, day=MONDAY)
        assert len(today) > 1
        for row in today:
            assert not rows_of(session, user, "goal_reached")
            complete_session(session, user_id=user.id, session_id=row.id, now=NOW)
        assert channels_of(rows_of(session, user, "goal_reached")) == {"app": 1}

    def test_goal_is_not_reached_while_the_other_plan_waits(
        self, session: Session, user: User
    ) -> None:
        skill = a_plan(session, user)
        plan = a_study_plan(session, user)
        for row in sessions_of_plan(session, plan, day=MONDAY):
            complete_session(session, user_id=user.id, session_id=row.id, now=NOW)
        assert not rows_of(session, user, "goal_reached")
        complete_task(session, user_id=user.id, task_id=days_of(session, skill)[0].id, now=NOW)
        assert rows_of(session, user, "goal_reached")

    def test_ten_minutes_are_told_half_an_hour_after_the_last_work_of_the_day(
        self, session: Session, user: User
    ) -> None:
        a_device(session, user)
        plan = a_study_plan(session, user)
        *firsts, last = sessions_of_plan(session, plan, day=MONDAY)
        for row in firsts:
            complete_session(session, user_id=user.id, session_id=row.id, now=NOW)
        percent = 100 - 100 * 8 // last.minutes
        complete_session(session, user_id=user.id, session_id=last.id, percent=percent, now=NOW)
        (nearly,) = rows_of(session, user, "nearly_there")
        assert nearly.due_at == NOW + timedelta(minutes=30)
        assert 0 < nearly.params["n"] <= 10

    def test_last_day_of_a_week_unlocks_its_test(self, session: Session, user: User) -> None:
        plan = a_plan(session, user)
        first_week = [
            day for day in days_of(session, plan)
            if day.weekly_plan_id == days_of(session, plan)[0].weekly_plan_id
        ]  # fmt: skip
        for n, day in enumerate(first_week):
            assert not rows_of(session, user, "test_unlocked")
            now = noon(MONDAY + timedelta(days=n))
            complete_task(session, user_id=user.id, task_id=day.id, now=now)
        (row,) = rows_of(session, user, "test_unlocked")
        assert row.about == str(first_week[0].weekly_plan_id)
        assert (row.params["variant"], row.params["n"]) == ("weekly", 1)

    def test_streak_of_seven_days_is_a_milestone_once_and_only_when_shown(
        self, session: Session
    ) -> None:
        for is_shown in (True, False):
            user = a_learner(session, is_streak_shown=is_shown)
            for n in range(8):
                for _ in range(2):
                    now = noon(MONDAY + timedelta(days=n))
                    record_activity(session, user=user, now=now, minutes=20, tasks=1)
            told = [row.about for row in rows_of(session, user, "milestone")]
            of_streaks = [about for about in told if "streak" in about]  # medals are told beside it
            assert of_streaks == (["streak-7"] if is_shown else [])

    def test_freeze_is_told_the_morning_after(self, session: Session, user: User) -> None:
        a_plan(session, user)
        for n in (*range(7), 8):
            now = noon(MONDAY + timedelta(days=n))
            record_activity(session, user=user, now=now, minutes=20, tasks=1)
        (row,) = rows_of(session, user, "freeze_used")
        assert row.about == str(MONDAY + timedelta(days=7))
        assert row.params["n"] == 7


class TestSecurity:
    def sign_in(self, session: Session, user: User, agent: str, token: str) -> None:
        sessions.open_session(
            session, user_id=user.id, token_hash=token_hash(token), user_agent=agent, now=NOW
        )
        session.flush()

    def test_new_browser_is_told_of_once_and_the_first_one_never(
        self, session: Session, user: User
    ) -> None:
        self.sign_in(session, user, "Phone", "a")
        assert not rows_of(session, user)
        self.sign_in(session, user, "Laptop", "b")
        sessions.close_session(session, token_hash=token_hash("b"), now=NOW)
        self.sign_in(session, user, "Laptop", "c")
        rows = rows_of(session, user, "security")
        assert channels_of(rows) == {"app": 1, "mail": 1}

    def test_new_password_is_told_of_each_time_and_gives_nothing_away(
        self, session: Session, user: User
    ) -> None:
        for n in range(2):
            token = f"secret-{n}"
            accounts.request_reset(
                session, email=user.email, token=token, token_hash=token_hash(token), now=NOW
            )
            accounts.reset_password(
                session, token_hash=token_hash(token), password_hash="new", now=NOW
            )
        rows = rows_of(session, user, "security")
        assert channels_of(rows) == {"app": 2, "mail": 2}
        for row in rows:
            assert "secret" not in str(row.params)
            assert user.email not in str(row.params)
            assert row.params["path"] == "/forgot-password"
            assert rule_of(row.kind).is_about_safety
