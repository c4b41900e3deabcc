"""Entries of a learner's calendars elsewhere: what stands there, and what does not."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session

from learnconnect_app.domain.calendar_entries import Entry, session_uid
from learnconnect_app.models import ReminderSwitch, User
from learnconnect_app.services.calendar_entries import Entries, calendar_entries
from learnconnect_app.services.plans import pause_plan
from learnconnect_app.services.study_plans import pause_study_plan
from tests import study_factories as study
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_day_done, a_learner, a_plan, days_of, noon

HERE = "https://learn.example"
TUESDAY = MONDAY + timedelta(days=1)


def entries_of(session: Session, user: User, now: datetime = NOW) -> Entries:
    session.flush()
    return calendar_entries(session, user_id=user.id, public_url=HERE + "/", now=now)


def sessions_in(found: Entries) -> list[Entry]:
    return [entry for entry in found.entries if entry.kind == "session"]


@pytest.mark.parametrize(
    ("locale", "title", "about"),
    [
        ("en", "Review: {topic} (1/2)", "{course} · Review · 40 min\nYou still recall about 81%"),
        ("tr", "Tekrar: {topic} (1/2)", "{course} · Tekrar · 40 dk\n"),
    ],
)
def test_session_is_told_in_the_learners_language_with_its_reason_and_its_page(
    session: Session, locale: str, title: str, about: str
) -> None:
    user = a_learner(session, locale=locale)
    plan = study.a_study_plan(session, user)
    lesson = study.lessons_of(session)[0]
    row = study.a_session(session, plan, lesson, kind="review", parts=2, start_minute=18 * 60)
    row.reason = {"why": "due", "number": 80.6, "topic": ""}
    (entry,) = sessions_in(entries_of(session, user))
    assert entry.uid == session_uid(row.id)
    topic = entry.title.removeprefix("Review: ").removeprefix("Tekrar: ").removesuffix(" (1/2)")
    assert topic
    assert entry.title == title.format(topic=topic)
    course = entry.text.partition(" · ")[0]
    assert entry.text.startswith(about.format(course=course))
    assert entry.link == f"{HERE}/lesson/{lesson.id}"
    assert (entry.alarm_minutes, entry.sequence, entry.is_done) == (15, 0, False)


def test_moved_session_keeps_its_name_and_rises(session: Session) -> None:
    user = a_learner(session)
    plan = study.a_study_plan(session, user)
    row = study.a_session(session, plan, study.lessons_of(session)[0], start_minute=18 * 60)
    (before,) = sessions_in(entries_of(session, user))
    row.day, row.version = TUESDAY, row.version + 1
    (after,) = sessions_in(entries_of(session, user))
    assert after.uid == before.uid
    assert after.sequence == before.sequence + 1
    assert after.fingerprint != before.fingerprint


def test_what_was_done_lately_stays_and_what_was_missed_is_not_held_up(session: Session) -> None:
    user = a_learner(session)
    plan = study.a_study_plan(session, user)
    lessons = study.lessons_of(session)
    yesterday = MONDAY - timedelta(days=1)
    for lesson, status, day in zip(
        lessons[:5],
        ("done", "missed", "planned", "partly", "done"),
        (yesterday, yesterday, yesterday, yesterday, MONDAY - timedelta(days=31)),
        strict=True,
    ):
        study.a_session(session, plan, lesson, status=status, day=day)
    found = sessions_in(entries_of(session, user))
    assert len(found) == 2
    assert all(entry.is_done and entry.title.startswith("✓ ") for entry in found)
    assert all(entry.alarm_minutes is None for entry in found)


def test_resting_plan_shows_no_session_ahead_but_its_exam(session: Session) -> None:
    user = a_learner(session)
    plan = study.a_study_plan(session, user)
    study.a_session(session, plan, study.lessons_of(session)[0], day=TUESDAY)
    pause_study_plan(session, user_id=user.id, plan_id=plan.id, now=NOW)
    assert [entry.kind for entry in entries_of(session, user).entries] == ["exam"]


def test_exam_is_a_whole_day_without_an_alarm(session: Session) -> None:
    user = a_learner(session)
    study.a_study_plan(session, user, exam_day=date(2026, 6, 20))
    (entry,) = entries_of(session, user).entries
    assert entry.is_all_day
    assert (entry.starts, entry.ends) == (date(2026, 6, 20), date(2026, 6, 21))
    assert entry.alarm_minutes is None
    assert entry.title.startswith("Exam: ")


def test_only_the_open_day_of_the_skill_plan_is_told_and_a_late_one_stands_on_today(
    session: Session,
) -> None:
    user = a_learner(session)
    plan = a_plan(session, user)
    (first,) = entries_of(session, user).entries
    assert (first.kind, first.starts) == ("task", MONDAY)
    done = a_day_done(session, plan, now=NOW, day=MONDAY)
    late = entries_of(session, user, noon(MONDAY + timedelta(days=4))).entries
    assert [(entry.starts, entry.is_done) for entry in late] == [
        (MONDAY, True),
        (MONDAY + timedelta(days=4), False),
    ]
    assert str(done.id) in late[0].uid
    locked = {str(task.id) for task in days_of(session, plan) if task.status == "locked"}
    assert not any(entry.uid.removeprefix("task-")[:36] in locked for entry in late)
    pause_plan(session, user_id=user.id, plan_id=plan.id, now=NOW)
    assert all(entry.is_done for entry in entries_of(session, user).entries)


def test_finished_day_of_the_skill_plan_rises_however_late_it_was(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan(session, user)
    late = entries_of(session, user, noon(MONDAY + timedelta(days=9))).entries[0]
    a_day_done(session, plan, now=NOW, day=MONDAY)
    done = entries_of(session, user, noon(MONDAY + timedelta(days=9))).entries[0]
    assert done.uid == late.uid
    assert done.sequence > late.sequence


def test_no_alarm_where_the_reminder_of_a_session_is_switched_off(session: Session) -> None:
    user = a_learner(session)
    plan = study.a_study_plan(session, user)
    study.a_session(session, plan, study.lessons_of(session)[0], start_minute=18 * 60)
    session.add(ReminderSwitch(user_id=user.id, rule="session_soon", channel="push", is_on=False))
    (entry,) = sessions_in(entries_of(session, user))
    assert entry.alarm_minutes is None


def test_learner_is_told_of_themselves_alone(session: Session) -> None:
    user, other = a_learner(session), a_learner(session)
    for each in (user, other):
        plan = study.a_study_plan(session, each)
        study.a_session(session, plan, study.lessons_of(session)[0])
        a_plan(session, each)
    own = {entry.uid for entry in entries_of(session, user).entries}
    others = {entry.uid for entry in entries_of(session, other).entries}
    assert len(own) == len(others) == 3
    assert not own & others


def test_queries_do_not_grow_with_the_plan(session: Session, count_queries: Counting) -> None:
    user = a_learner(session)
    plan = study.a_study_plan(session, user)
    a_plan(session, user)
    for number, lesson in enumerate(study.lessons_of(session)[:20]):
        study.a_session(session, plan, lesson, day=MONDAY + timedelta(days=number))
    with count_queries(session) as queries:
        found = entries_of(session, user)
    assert len(found.entries) == 22
    assert len(queries) == 7
