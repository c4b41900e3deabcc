"""Sessions are started, paused, completed once, and taken back exactly."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.daily_goals import GoalNews
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.models import DailyActivity, LessonProgress, StudyPlan, StudySession, User
from learnconnect_app.services.progress_snapshots import progress_snapshot
from learnconnect_app.services.study_sessions import (
    Completion,
    complete_session,
    pause_session,
    reopen_session,
    save_mood,
    save_notes,
    start_session,
)
from learnconnect_app.services.xp import total_xp
from tests.factories import MONDAY, NOW, a_learner
from tests.study_factories import a_session, a_study_plan, lessons_of

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
YESTERDAY = MONDAY - DAY
ACTS = (start_session, pause_session, complete_session, reopen_session)


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def plan(session: Session, user: User) -> StudyPlan:
    return a_study_plan(session, user)


@pytest.fixture
def row(session: Session, plan: StudyPlan) -> StudySession:
    """A session of today."""
    return a_session(session, plan, lessons_of(session)[0])


def refused(code: str, act: Callable[..., object], session: Session, **arguments: object) -> None:
    with pytest.raises(DomainError) as refusal:
        act(session, **arguments)
    assert refusal.value.code == code


def own(row: StudySession) -> dict[str, uuid.UUID]:
    return {"user_id": row.user_id, "session_id": row.id}


def activity(session: Session, user: User, day: date = MONDAY) -> tuple[int, int]:
    """Minutes and tasks of a study day."""
    found = session.exec(
        select(DailyActivity.minutes, DailyActivity.tasks_completed).where(
            DailyActivity.user_id == user.id, DailyActivity.day == day
        )
    ).one()
    return found[0], found[1]


# ---- the clock --------------------------------------------------------------------------------


def test_a_session_is_started_paused_and_resumed(session: Session, row: StudySession) -> None:
    start_session(session, **own(row), now=NOW)
    assert (row.status, row.running_since, row.started_at) == ("running", NOW, NOW)
    pause_session(session, **own(row), now=NOW + 10 * MINUTE)
    assert (row.status, row.running_since, row.spent_seconds) == ("paused", None, 600)
    start_session(session, **own(row), now=NOW + 60 * MINUTE)
    assert (row.status, row.spent_seconds, row.started_at) == ("running", 600, NOW)
    pause_session(session, **own(row), now=NOW + 65 * MINUTE)
    assert row.spent_seconds == 900


def test_a_double_click_neither_restarts_nor_pauses_twice(
    session: Session, row: StudySession
) -> None:
    for now in (NOW, NOW + 5 * MINUTE):
        start_session(session, **own(row), now=now)
    for now in (NOW + 10 * MINUTE, NOW + 50 * MINUTE):
        pause_session(session, **own(row), now=now)
    assert row.spent_seconds == 600


def test_one_clock_runs_at_a_time(session: Session, plan: StudyPlan, row: StudySession) -> None:
    other = a_session(session, plan, lessons_of(session)[1], position=1)
    assert start_session(session, **own(row), now=NOW) is None
    assert start_session(session, **own(other), now=NOW + 5 * MINUTE) == row.id
    session.refresh(row)
    assert (row.status, row.spent_seconds, other.status) == ("paused", 300, "running")


def test_two_devices_start_different_sessions_and_one_runs(database: Database) -> None:
    with database.transaction() as session:
        plan = a_study_plan(session, a_learner(session))
        rows = [a_session(session, plan, lesson) for lesson in lessons_of(session)[:4]]

    def device(row: StudySession) -> None:
        with database.transaction() as session:
            start_session(session, **own(row), now=NOW)

    with ThreadPoolExecutor(4) as devices:
        list(devices.map(device, rows))
    with database.reading() as session:
        statuses = session.exec(select(StudySession.status)).all()
    assert sorted(statuses) == ["paused", "paused", "paused", "running"]


def test_a_forgotten_clock_counts_three_times_the_plan(
    session: Session, user: User, row: StudySession
) -> None:
    start_session(session, **own(row), now=NOW)
    assert complete_session(session, **own(row), now=NOW + timedelta(hours=9)).minutes == 120
    assert activity(session, user) == (120, 1)


def test_a_session_begun_before_the_day_rolled_over_is_finished_after_it(
    session: Session, user: User, plan: StudyPlan
) -> None:
    """23:50 to 04:10 on the learner's clock, with a pause."""
    row = a_session(session, plan, lessons_of(session)[0])
    start_session(session, **own(row), now=NOW + timedelta(hours=11, minutes=50))
    pause_session(session, **own(row), now=NOW + timedelta(hours=12, minutes=10))
    complete_session(session, **own(row), now=NOW + timedelta(hours=16, minutes=10))
    assert (row.done_day, row.spent_seconds) == (MONDAY + DAY, 20 * 60)
    assert activity(session, user, MONDAY + DAY) == (20, 1)


# ---- completing -------------------------------------------------------------------------------


def test_completing_pays_and_teaches(session: Session, user: User, row: StudySession) -> None:
    done = complete_session(session, **own(row), mood="focused", now=NOW)

    assert done == Completion(xp=5 + 15, minutes=40, news=GoalNews.REACHED, minutes_left=0)
    assert (row.status, row.percent, row.mood, row.done_day) == ("done", 100, "focused", MONDAY)
    assert total_xp(session, user.id) == 20
    progress = session.get_one(LessonProgress, (user.id, row.topic_key))
    assert progress.mastery > 0
    assert activity(session, user) == (40, 1)


def test_completing_again_brings_nothing(session: Session, user: User, row: StudySession) -> None:
    complete_session(session, **own(row), now=NOW)
    before = progress_snapshot(session, user.id, row.topic_key or "")
    assert complete_session(session, **own(row), percent=50, now=NOW + DAY) == Completion()
    assert (row.percent, row.done_day) == (100, MONDAY)
    assert progress_snapshot(session, user.id, row.topic_key or "") == before


def test_four_clicks_at_the_same_moment_count_once(database: Database) -> None:
    with database.transaction() as session:
        plan = a_study_plan(session, a_learner(session))
        row = a_session(session, plan, lessons_of(session)[0])

    def click(_number: int) -> int:
        with database.transaction() as session:
            return complete_session(session, **own(row), now=NOW).xp

    with ThreadPoolExecutor(4) as clicks:
        assert sorted(clicks.map(click, range(4))) == [0, 0, 0, 20]
    with database.reading() as session:
        assert total_xp(session, plan.user_id) == 20
        activity_row = session.exec(select(DailyActivity)).one()
        assert (activity_row.minutes, activity_row.tasks_completed) == (40, 1)


def test_a_session_done_in_part_counts_as_activity_without_xp(
    session: Session, user: User, row: StudySession
) -> None:
    done = complete_session(session, **own(row), percent=50, now=NOW)
    assert (row.status, done.xp, done.minutes, done.minutes_left) == ("partly", 0, 20, 20)
    assert activity(session, user) == (20, 1)


def test_the_days_goal_is_paid_once_when_everything_is_done(
    session: Session, user: User, plan: StudyPlan, row: StudySession
) -> None:
    other = a_session(session, plan, lessons_of(session)[1], position=1, minutes=10)
    a_session(session, plan, kind="own", position=2, title="Deneme çözümü")
    first = complete_session(session, **own(row), now=NOW)
    assert (first.xp, first.news, first.minutes_left) == (5, GoalNews.NEARLY, 10)
    second = complete_session(session, **own(other), now=NOW)
    assert (second.xp, second.news) == (20, GoalNews.REACHED)

    reopen_session(session, **own(other), now=NOW)
    assert complete_session(session, **own(other), now=NOW).xp == 0
    extra = a_session(session, plan, lessons_of(session)[2], position=3)
    assert complete_session(session, **own(extra), now=NOW).xp == 5
    assert total_xp(session, user.id) == 30


def test_the_learners_own_entries_pay_nothing_and_count_as_activity(
    session: Session, user: User, plan: StudyPlan
) -> None:
    entry = a_session(session, plan, kind="own", title="Deneme çözümü", minutes=30)
    assert complete_session(session, **own(entry), now=NOW) == Completion(0, 30, GoalNews.NONE, 0)
    assert activity(session, user) == (30, 1)


def test_a_session_of_a_later_day_moves_to_today_when_it_is_studied(
    session: Session, plan: StudyPlan, row: StudySession
) -> None:
    lessons = lessons_of(session)
    started = a_session(session, plan, lessons[1], day=MONDAY + 3 * DAY)
    done = a_session(session, plan, lessons[2], day=MONDAY + 4 * DAY)
    start_session(session, **own(started), now=NOW)
    complete_session(session, **own(done), now=NOW)
    assert (started.day, started.position, started.is_pinned) == (MONDAY, 1, True)
    assert (done.day, done.position, done.status) == (MONDAY, 2, "done")


def test_a_missed_session_stays_missed(session: Session, plan: StudyPlan) -> None:
    lessons = lessons_of(session)
    missed = a_session(session, plan, lessons[0], day=YESTERDAY, status="missed")
    passed = a_session(session, plan, lessons[1], day=YESTERDAY)
    for row in (missed, passed):
        for act in (start_session, complete_session):
            refused("session_missed", act, session, **own(row), now=NOW)


@pytest.mark.parametrize(
    ("status", "code"), [("paused", "plan_paused"), ("replaced", "plan_not_active")]
)
def test_a_plan_that_rests_or_is_over_is_not_studied(
    session: Session, user: User, status: str, code: str
) -> None:
    row = a_session(session, a_study_plan(session, user, status=status), lessons_of(session)[0])
    for act in (start_session, complete_session):
        refused(code, act, session, **own(row), now=NOW)
    assert row.status == "planned"


def test_odd_values_are_refused_and_change_nothing(session: Session, row: StudySession) -> None:
    for odd in ({"percent": 0}, {"percent": 101}, {"mood": "angry"}, {"recall": "perfect"}):
        refused("bad_request", complete_session, session, **own(row), **odd, now=NOW)
    refused("session_changed", complete_session, session, **own(row), version=7, now=NOW)
    assert row.status == "planned"


# ---- taking back ------------------------------------------------------------------------------


def test_taking_back_restores_what_was_believed_exactly(
    session: Session, user: User, plan: StudyPlan, row: StudySession
) -> None:
    topic = row.topic_key or ""
    progress = LessonProgress(
        user_id=user.id,
        topic_key=topic,
        mastery=1 / 3,
        stability=12.345678901234567,
        difficulty=4.2,
        studied_day=MONDAY - 9 * DAY,
        done_minutes=25,
        aimed_minutes=65,
        not_before=MONDAY,
        updated_at=NOW - 9 * DAY,
    )
    session.add(progress)
    session.flush()
    before = progress.model_dump()
    start_session(session, **own(row), now=NOW)
    complete_session(session, **own(row), recall="good", now=NOW + 30 * MINUTE)
    session.refresh(progress)
    assert progress.model_dump() != before

    reopen_session(session, **own(row), now=NOW + 31 * MINUTE)
    session.refresh(progress)
    assert progress.model_dump() == before
    assert (row.status, row.spent_seconds, row.percent) == ("paused", 1800, 0)
    assert (row.recall, row.done_day, row.ended_at, row.undo) == ("", None, None, None)
    assert activity(session, user) == (0, 0)


def test_taking_back_the_first_session_of_a_topic_forgets_it(
    session: Session, user: User, row: StudySession
) -> None:
    complete_session(session, **own(row), now=NOW)
    reopen_session(session, **own(row), now=NOW)
    assert progress_snapshot(session, user.id, row.topic_key or "") is None
    assert row.status == "planned"


def test_taking_back_keeps_the_xp_and_does_not_pay_it_again(
    session: Session, user: User, row: StudySession
) -> None:
    for _ in range(3):
        complete_session(session, **own(row), now=NOW)
        reopen_session(session, **own(row), now=NOW)
    assert total_xp(session, user.id) == 20
    assert complete_session(session, **own(row), now=NOW).xp == 0
    assert activity(session, user) == (40, 1)


def test_taking_back_twice_is_harmless(session: Session, row: StudySession) -> None:
    complete_session(session, **own(row), now=NOW)
    for _ in range(2):
        reopen_session(session, **own(row), now=NOW)
    assert row.status == "planned"


def test_what_was_built_upon_is_not_taken_back(
    session: Session, plan: StudyPlan, row: StudySession
) -> None:
    lesson = lessons_of(session)[0]
    later = a_session(session, plan, lesson, position=1, kind="review", minutes=15)
    complete_session(session, **own(row), now=NOW)
    complete_session(session, **own(later), recall="easy", now=NOW + MINUTE)
    refused("session_built_upon", reopen_session, session, **own(row), now=NOW + 2 * MINUTE)
    reopen_session(session, **own(later), now=NOW + 3 * MINUTE)
    reopen_session(session, **own(row), now=NOW + 4 * MINUTE)


def test_another_days_session_is_not_taken_back(session: Session, row: StudySession) -> None:
    complete_session(session, **own(row), now=NOW)
    refused("session_closed", reopen_session, session, **own(row), now=NOW + DAY)


# ---- notes and mood ---------------------------------------------------------------------------


def test_notes_and_mood_are_kept_at_any_time(session: Session, row: StudySession) -> None:
    save_notes(session, **own(row), notes="Kalan her zaman bölenden küçük", now=NOW)
    complete_session(session, **own(row), now=NOW)
    save_mood(session, **own(row), mood="tired", now=NOW)
    assert (row.notes, row.mood) == ("Kalan her zaman bölenden küçük", "tired")


def test_notes_that_are_too_long_are_refused_beside_their_field(
    session: Session, row: StudySession
) -> None:
    with pytest.raises(DomainError) as refusal:
        save_notes(session, **own(row), notes="x" * 4001, now=NOW)
    assert (refusal.value.code, refusal.value.field) == ("notes_long", "notes")
    assert row.notes == ""


def test_the_session_of_someone_else_does_not_exist(session: Session, row: StudySession) -> None:
    other = a_learner(session)
    for session_id in (row.id, uuid.uuid4()):
        mine = {"user_id": other.id, "session_id": session_id, "now": NOW}
        for act in ACTS:
            with pytest.raises(NotFound):
                act(session, **mine)
        with pytest.raises(NotFound):
            save_notes(session, **mine, notes="x")
        with pytest.raises(NotFound):
            save_mood(session, **mine, mood="tired")
    assert (row.status, row.notes, row.mood) == ("planned", "", "")
