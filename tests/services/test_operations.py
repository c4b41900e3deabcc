"""Each rule of conflicts, on the real services: what counts, what does not, and what is told."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from sqlmodel import Session, col, delete, select

from learnconnect_app.devtools.answering import response_to
from learnconnect_app.domain.offline_rules import BY_NAME, MOST_DAYS, NOTES_BETWEEN, RULES
from learnconnect_app.locales import LOCALES, message
from learnconnect_app.models import (
    DailyActivity,
    Mistake,
    Operation,
    PersonalizedPlan,
    StreakFreeze,
    StudyPlan,
    StudySession,
    User,
)
from learnconnect_app.services.mistake_reviews import asked_again, stamp_of
from learnconnect_app.services.mistakes import take_out
from learnconnect_app.services.operations import broken
from learnconnect_app.services.plans import complete_task, pause_plan
from learnconnect_app.services.quizzes import start_practice
from learnconnect_app.services.streaks import settle_days, streak_of
from learnconnect_app.services.study_plans import finish, pause_study_plan
from learnconnect_app.services.study_sessions import (
    complete_session,
    pause_session,
    save_notes,
    start_session,
)
from learnconnect_app.services.study_settling import settle_study_days
from learnconnect_app.services.xp import total_xp
from tests.factories import MONDAY, NOW, a_learner, a_plan, days_of, noon
from tests.journeys import take_test
from tests.offline import DAY, HOUR, Device, kinds_of_days, ledger, proven, queued, sent
from tests.study_factories import a_session, a_study_plan, lessons_of

LATER = NOW + 3 * HOUR
TOMORROW = NOW + DAY
MATHS = "tyt-mat-temel-kavramlar"


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def plan(session: Session, user: User) -> PersonalizedPlan:
    return a_plan(session, user)


@pytest.fixture
def study(session: Session, user: User) -> StudyPlan:
    return a_study_plan(session, user)


@pytest.fixture
def row(session: Session, study: StudyPlan) -> StudySession:
    """A session of today."""
    return a_session(session, study, lessons_of(session)[0])


def activity(session: Session, user: User, day: date = MONDAY) -> tuple[int, int]:
    """Minutes and tasks of a study day."""
    found = session.exec(
        select(DailyActivity.minutes, DailyActivity.tasks_completed).where(
            DailyActivity.user_id == user.id, DailyActivity.day == day
        )
    ).one()
    return found[0], found[1]


def dropped(session: Session, row: StudySession) -> dict[str, object]:
    """What a device knows of a session that the plan no longer has."""
    known = proven(row)
    session.exec(delete(StudySession).where(col(StudySession.id) == row.id))
    session.expunge(row)
    return known


def again(session: Session, row: StudySession) -> StudySession:
    found = session.get(StudySession, row.id, populate_existing=True)
    assert found is not None
    return found


# ---- what is simply applied ----------------------------------------------------------------------


def test_a_day_done_without_a_connection_counts_as_one_done_with_it(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    device, first = Device(user), days_of(session, plan)[0]
    device.does("start_task", NOW, task_id=first.id)
    device.does("complete_task", NOW + timedelta(minutes=25), task_id=first.id)
    started, done = device.sends(session, LATER)
    assert (started.status, done.status, done.message) == ("applied", "applied", "")
    assert done.values == {"day": "2026-03-02", "xp": 25}  # 10 of them for being quick
    assert [task.status for task in days_of(session, plan)][:2] == ["completed", "unlocked"]
    assert activity(session, user) == (25, 1)


def test_a_session_counts_the_seconds_its_device_timed(
    session: Session, user: User, row: StudySession
) -> None:
    answer = sent(
        session, user, "complete_session", NOW, LATER, seconds=1500, mood="focused", **proven(row)
    )
    assert (answer.status, answer.values) == (
        "applied",
        {"day": "2026-03-02", "xp": 20, "minutes": 25},
    )
    row = again(session, row)
    assert (row.status, row.spent_seconds, row.mood, row.done_day) == (
        "done",
        1500,
        "focused",
        MONDAY,
    )
    assert row.ended_at == NOW


def test_a_clock_that_ran_on_at_the_server_ends_when_the_device_says(
    session: Session, user: User, row: StudySession
) -> None:
    start_session(session, user_id=user.id, session_id=row.id, now=NOW)
    sent(session, user, "complete_session", NOW + HOUR, LATER, seconds=1800, **proven(row))
    assert again(session, row).spent_seconds == 1800


def test_minutes_worked_on_another_device_are_not_forgotten(
    session: Session, user: User, row: StudySession
) -> None:
    """Forty at the phone; the tablet, which heard of none of them, timed five."""
    start_session(session, user_id=user.id, session_id=row.id, now=NOW)
    pause_session(session, user_id=user.id, session_id=row.id, now=NOW + timedelta(minutes=40))
    answer = sent(session, user, "complete_session", NOW + HOUR, LATER, seconds=300, **proven(row))
    assert (answer.values["minutes"], again(session, row).spent_seconds) == (40, 2400)
    assert activity(session, user) == (40, 1)


def test_seconds_nobody_believes_count_three_times_the_plan(
    session: Session, user: User, row: StudySession
) -> None:
    sent(session, user, "complete_session", NOW, LATER, seconds=500_000, **proven(row))
    assert activity(session, user) == (3 * row.minutes, 1)


def test_a_pause_keeps_the_time_and_the_session_open(
    session: Session, user: User, row: StudySession
) -> None:
    answer = sent(session, user, "pause_session", NOW, LATER, seconds=700, **proven(row))
    row = again(session, row)
    assert (answer.status, row.status, row.spent_seconds) == ("applied", "paused", 700)
    start_session(session, user_id=user.id, session_id=row.id, now=LATER)
    sent(session, user, "pause_session", NOW + HOUR, LATER, seconds=900, **proven(row))
    row = again(session, row)  # begun anew since, so it runs on
    assert (row.status, row.spent_seconds) == ("running", 900)


def test_a_pause_of_a_missed_session_keeps_its_time_and_counts_for_nothing(
    session: Session, user: User, row: StudySession
) -> None:
    """Begun in the evening and left: its day was settled before the pause arrived."""
    settle_study_days(session, user_id=user.id, now=TOMORROW)
    planned = session.get_one(StudyPlan, row.plan_id).planned_day
    answer = sent(session, user, "pause_session", NOW, TOMORROW, seconds=1500, **proven(row))
    assert (answer.status, answer.message) == ("applied", "")
    row = again(session, row)
    assert (row.status, row.spent_seconds) == ("missed", 1500)
    assert planned is not None
    assert session.get_one(StudyPlan, row.plan_id).planned_day == planned
    assert (kinds_of_days(session, user), ledger(session, user)) == ({}, [])


def test_a_pause_of_a_moved_session_keeps_its_time_where_the_plan_has_it(
    session: Session, user: User, row: StudySession
) -> None:
    row.day = MONDAY + 3 * DAY
    session.flush()
    answer = sent(session, user, "pause_session", NOW, TOMORROW, seconds=1500, **proven(row))
    assert (answer.status, answer.message) == ("applied", "")
    row = again(session, row)
    assert (row.day, row.spent_seconds, row.done_day) == (MONDAY + 3 * DAY, 1500, None)


def test_a_pause_of_today_brings_a_moved_session_to_today(
    session: Session, user: User, row: StudySession
) -> None:
    row.day = MONDAY + 3 * DAY
    session.flush()
    answer = sent(session, user, "pause_session", NOW, LATER, seconds=700, **proven(row))
    assert (answer.status, answer.message) == ("applied", "")
    row = again(session, row)
    assert (row.day, row.status, row.spent_seconds) == (MONDAY, "paused", 700)


def test_notes_and_moods_are_kept(session: Session, user: User, row: StudySession) -> None:
    notes = sent(session, user, "save_notes", NOW, LATER, notes="limit", **proven(row))
    mood = sent(session, user, "save_mood", NOW, LATER, session_id=row.id, mood="tired")
    row = again(session, row)
    assert (notes.status, mood.status) == ("applied", "applied")
    assert (row.notes, row.mood) == ("limit", "tired")


# ---- done elsewhere ------------------------------------------------------------------------------


def test_done_already_counts_a_task_once(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    first = days_of(session, plan)[0]
    complete_task(session, user_id=user.id, task_id=first.id, now=NOW)
    before = ledger(session, user)
    answer = sent(session, user, "complete_task", NOW - HOUR, LATER, task_id=first.id)
    assert (answer.status, answer.code) == ("settled", "done_already")
    assert answer.values == {"day": "2026-03-02", "xp": 0}
    start = sent(session, user, "start_task", NOW - HOUR, LATER, task_id=first.id)
    assert start.code == "done_already"
    assert ledger(session, user) == before
    assert activity(session, user)[1] == 1


def test_done_already_counts_a_session_once(
    session: Session, user: User, row: StudySession
) -> None:
    complete_session(session, user_id=user.id, session_id=row.id, percent=50, now=NOW)
    before = ledger(session, user), activity(session, user)
    answer = sent(session, user, "complete_session", NOW, LATER, **proven(row))
    pause = sent(session, user, "pause_session", NOW, LATER, seconds=900, **proven(row))
    assert [answer.code, pause.code] == ["done_already"] * 2
    assert (ledger(session, user), activity(session, user)) == before
    assert again(session, row).percent == 50


@pytest.fixture
def mistakes(session: Session, user: User, study: StudyPlan) -> Sequence[Mistake]:
    """Due tomorrow."""
    attempt_id = start_practice(session, user_id=user.id, topic_key=MATHS, now=NOW)
    take_test(session, user.id, attempt_id, right=0, now=NOW)
    return session.exec(
        select(Mistake).where(Mistake.user_id == user.id).order_by(col(Mistake.id))
    ).all()


def answered(session: Session, row: Mistake, *, right: bool) -> dict[str, object]:
    shown = asked_again(session, row)
    return {
        "mistake_id": row.id,
        "stamp": stamp_of(session, row),
        "response": response_to(shown.question, shown.order, is_right=right),
    }


def test_a_review_is_judged_and_makes_the_day_it_was_done_on(
    session: Session, user: User, mistakes: Sequence[Mistake]
) -> None:
    right, wrong = (answered(session, mistakes[n], right=n == 0) for n in (0, 1))
    at, now = TOMORROW, TOMORROW + 2 * DAY
    answers = [sent(session, user, "answer_mistake", at, now, **each) for each in (right, wrong)]
    assert [each.values["is_right"] for each in answers] == [True, False]
    assert [each.codes for each in answers] == [["day_rolled_over"]] * 2
    assert kinds_of_days(session, user)["2026-03-03"] == "active"
    assert mistakes[0].reviewed_day == MONDAY + DAY


def test_answered_already_changes_nothing(
    session: Session, user: User, mistakes: Sequence[Mistake]
) -> None:
    first, second = (answered(session, mistakes[n], right=True) for n in (0, 1))
    sent(session, user, "answer_mistake", TOMORROW, TOMORROW, **first)
    stability = mistakes[0].stability
    take_out(session, user_id=user.id, mistake_id=mistakes[1].id, now=TOMORROW)
    for each in (first, second):
        answer = sent(session, user, "answer_mistake", TOMORROW, TOMORROW + HOUR, **each)
        assert (answer.status, answer.code) == ("settled", "answered_already")
    assert mistakes[0].stability == stability


def test_answered_already_is_said_of_a_question_that_was_asked_anew_since(
    session: Session, user: User, mistakes: Sequence[Mistake]
) -> None:
    old = answered(session, mistakes[0], right=True)
    wrong = answered(session, mistakes[0], right=False)
    sent(session, user, "answer_mistake", TOMORROW, TOMORROW, **wrong)
    now = TOMORROW + 4 * DAY
    assert mistakes[0].due_day <= now.date()
    assert sent(session, user, "answer_mistake", now, now, **old).code == "answered_already"


# ---- the plan has changed ------------------------------------------------------------------------


def test_session_dropped_comes_back_done_and_is_paid_once(
    session: Session, user: User, study: StudyPlan, row: StudySession
) -> None:
    known = proven(row)
    session.exec(delete(StudySession).where(col(StudySession.id) == row.id))
    session.expunge(row)
    first = sent(session, user, "complete_session", NOW, LATER, seconds=2400, **known)
    assert (first.status, first.code, first.values["minutes"]) == ("settled", "session_dropped", 40)
    assert study.planned_day is None
    here = session.get_one(StudySession, known["session_id"])
    assert (here.status, here.day, here.plan_id, here.topic_key) == (
        "done",
        MONDAY,
        study.id,
        lessons_of(session)[0].topic_key,
    )
    before = ledger(session, user), activity(session, user)
    second = sent(session, user, "complete_session", NOW, LATER, seconds=2400, **known)
    assert second.code == "done_already"
    assert (ledger(session, user), activity(session, user)) == before


def test_session_dropped_comes_back_with_its_time_when_it_was_paused_today(
    session: Session, user: User, study: StudyPlan, row: StudySession
) -> None:
    known = dropped(session, row)
    answer = sent(session, user, "pause_session", NOW, LATER, seconds=700, **known)
    assert (answer.status, answer.codes) == ("settled", ["session_dropped"])
    here = session.get_one(StudySession, known["session_id"])
    assert (here.status, here.day, here.spent_seconds) == ("paused", MONDAY, 700)
    assert study.planned_day is None  # the plan goes around it


def test_pause_dropped_puts_nothing_on_a_day_that_is_over(
    session: Session, user: User, study: StudyPlan, row: StudySession
) -> None:
    known, planned = dropped(session, row), study.planned_day
    answer = sent(session, user, "pause_session", NOW, TOMORROW, seconds=700, **known)
    assert (answer.status, answer.codes) == ("settled", ["pause_dropped"])
    assert session.get(StudySession, known["session_id"]) is None
    assert study.planned_day == planned
    unproven = {**known, "proof": ""}
    answer = sent(session, user, "pause_session", NOW, TOMORROW, seconds=700, **unproven)
    assert (answer.status, answer.code) == ("refused", "not_found")
    done = sent(session, user, "complete_session", NOW, TOMORROW, seconds=700, **known)
    assert done.codes == ["session_dropped", "day_rolled_over"]


def test_session_dropped_needs_the_proof_its_owner_was_given(
    session: Session, user: User, row: StudySession
) -> None:
    stranger, known = a_learner(session), proven(row)
    session.exec(delete(StudySession).where(col(StudySession.id) == row.id))
    session.expunge(row)
    for learner, proof in (
        (user, ""),
        (user, "A" + known["proof"][1:]),
        (stranger, known["proof"]),
    ):
        operation = {"session_id": known["session_id"], "proof": proof}
        answer = sent(session, learner, "complete_session", NOW, LATER, **operation)
        assert (answer.status, answer.code) == ("refused", "not_found")
    assert total_xp(session, user.id) == total_xp(session, stranger.id) == 0


def test_session_missed_is_done_after_all_on_its_day(
    session: Session, user: User, row: StudySession
) -> None:
    settle_study_days(session, user_id=user.id, now=TOMORROW)
    assert again(session, row).status == "missed"
    answer = sent(session, user, "complete_session", NOW, TOMORROW, **proven(row))
    assert (answer.code, answer.codes) == ("session_missed", ["session_missed", "day_rolled_over"])
    assert session.get_one(StudyPlan, row.plan_id).planned_day is None
    row = again(session, row)
    assert (row.status, row.day, row.done_day) == ("done", MONDAY, MONDAY)
    assert ("daily_goal", "2026-03-02", 15) in ledger(session, user)


def test_session_moved_counts_on_the_day_it_was_done(
    session: Session, user: User, row: StudySession
) -> None:
    row.day = MONDAY + 3 * DAY
    session.flush()
    answer = sent(session, user, "complete_session", NOW, LATER, **proven(row))
    assert (answer.code, answer.values["planned"]) == ("session_moved", "2026-03-05")
    assert "March 5" in answer.message
    row = again(session, row)
    assert (row.status, row.day, row.done_day) == ("done", MONDAY, MONDAY)


def test_plan_resting_does_not_refuse_what_was_done(
    session: Session, user: User, plan: PersonalizedPlan, study: StudyPlan, row: StudySession
) -> None:
    first = days_of(session, plan)[0]
    pause_plan(session, user_id=user.id, plan_id=plan.id, now=LATER)
    pause_study_plan(session, user_id=user.id, plan_id=study.id, now=LATER)
    task = sent(session, user, "complete_task", NOW, LATER, task_id=first.id)
    done = sent(session, user, "complete_session", NOW, LATER, **proven(row))
    assert [task.code, done.code] == ["plan_resting"] * 2
    assert (task.values["xp"], done.values["xp"]) == (15, 20)
    session.expire_all()
    assert (plan.status, study.status) == ("paused", "paused")
    assert [task.status for task in days_of(session, plan)][:2] == ["completed", "unlocked"]


def test_plan_over_does_not_refuse_what_was_done(
    session: Session, user: User, study: StudyPlan, row: StudySession
) -> None:
    finish(session, user, study, LATER)
    answer = sent(session, user, "complete_session", NOW, LATER, **proven(row))
    assert (answer.code, answer.values["xp"]) == ("plan_over", 20)
    assert study.status == "completed"


# ---- the day is over -----------------------------------------------------------------------------


def test_day_rolled_over_counts_for_the_day_it_was_done_on(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    first = days_of(session, plan)[0]
    answer = sent(session, user, "complete_task", NOW, TOMORROW, task_id=first.id)
    assert (answer.code, answer.values) == ("day_rolled_over", {"day": "2026-03-02", "xp": 15})
    assert kinds_of_days(session, user) == {"2026-03-02": "active"}
    done, opened = days_of(session, plan)[:2]
    assert (done.completed_day, opened.due_day) == (MONDAY, MONDAY + 2 * DAY)
    paid = complete_task(session, user_id=user.id, task_id=opened.id, now=TOMORROW)
    assert paid == 20  # the second day of a run


def worked(session: Session, user: User, plan: PersonalizedPlan, days: int) -> None:
    """A day of the plan on each of these study days, from Monday on."""
    for number in range(days):
        task = days_of(session, plan)[number]
        now = noon(MONDAY + number * DAY)
        complete_task(session, user_id=user.id, task_id=task.id, now=now)


def test_day_made_active_joins_the_runs_on_both_sides(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    worked(session, user, plan, 2)
    tasks = days_of(session, plan)
    friday = noon(MONDAY + 4 * DAY)
    device = Device(user)
    device.does("complete_task", noon(MONDAY + 2 * DAY), task_id=tasks[2].id)
    settle_days(session, user=user, now=noon(MONDAY + 3 * DAY))
    assert kinds_of_days(session, user)["2026-03-04"] == "missed"
    answer = device.sends(session, noon(MONDAY + 3 * DAY))[0]
    assert (answer.status, answer.code) == ("settled", "day_made_active")
    assert "March 4" in answer.message
    complete_task(session, user_id=user.id, task_id=days_of(session, plan)[3].id, now=friday - DAY)
    assert streak_of(session, user=user, now=friday - HOUR).current == 4


def test_freeze_returned_covers_a_later_day_that_had_none(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    worked(session, user, plan, 7)  # earns a freeze
    late, now = noon(MONDAY + 7 * DAY), noon(MONDAY + 9 * DAY)
    settle_days(session, user=user, now=now)
    assert list(kinds_of_days(session, user).values())[-2:] == ["frozen", "missed"]
    plan_days = a_plan(session, user, status="paused", curriculum="javascript", now=late - HOUR)
    task = days_of(session, plan_days)[0]
    answer = sent(session, user, "complete_task", late, now, task_id=task.id)
    assert (answer.code, answer.codes) == ("plan_resting", ["plan_resting", "freeze_returned"])
    assert list(kinds_of_days(session, user).values())[-2:] == ["active", "frozen"]
    freeze = session.exec(select(StreakFreeze).where(StreakFreeze.user_id == user.id)).one()
    session.refresh(freeze)
    assert freeze.used_day == MONDAY + 8 * DAY
    assert streak_of(session, user=user, now=now).current == 8


# ---- notes ---------------------------------------------------------------------------------------


def test_notes_joined_keep_both(session: Session, user: User, row: StudySession) -> None:
    save_notes(session, user_id=user.id, session_id=row.id, notes="from the phone", now=NOW)
    first = sent(session, user, "save_notes", NOW, LATER, notes="from the train", **proven(row))
    assert (first.status, first.code) == ("settled", "notes_joined")
    both = f"from the phone{NOTES_BETWEEN}from the train"
    assert again(session, row).notes == both == first.values["notes"]
    more = {"notes": "from the train, longer", "was": "from the train"}
    sent(session, user, "save_notes", NOW, LATER, **more, **proven(row))
    assert again(session, row).notes == both + ", longer"


def test_notes_moved_go_to_a_session_of_the_same_topic(
    session: Session, user: User, study: StudyPlan, row: StudySession
) -> None:
    lesson, known = lessons_of(session)[0], proven(row)
    review = a_session(session, study, lesson, kind="review", day=MONDAY + 2 * DAY, notes="before")
    session.exec(delete(StudySession).where(col(StudySession.id) == row.id))
    session.expunge(row)
    answer = sent(session, user, "save_notes", NOW, LATER, notes="mine", **known)
    assert (answer.status, answer.codes) == ("settled", ["notes_moved"])
    assert again(session, review).notes == f"before{NOTES_BETWEEN}mine"


def test_notes_long_leave_what_is_kept(session: Session, user: User, row: StudySession) -> None:
    save_notes(session, user_id=user.id, session_id=row.id, notes="a" * 3000, now=NOW)
    answer = sent(session, user, "save_notes", NOW, LATER, notes="b" * 3000, **proven(row))
    assert (answer.status, answer.code, answer.values) == ("refused", "notes_long", {"most": 4000})
    assert again(session, row).notes == "a" * 3000


# ---- clocks --------------------------------------------------------------------------------------


def test_clock_ahead_is_corrected_by_what_the_device_says_it_is(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    device, first = Device(user), days_of(session, plan)[0]
    device.does("complete_task", NOW + DAY, task_id=first.id)
    answer = device.sends(session, LATER, sent_at=LATER + DAY)[0]
    assert (answer.status, answer.code) == ("settled", "clock_ahead")
    assert days_of(session, plan)[0].completed_at == NOW


def test_clock_ahead_never_counts_later_than_the_arrival(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    first = days_of(session, plan)[0]
    answer = sent(session, user, "complete_task", NOW + 5 * DAY, LATER, task_id=first.id)
    assert answer.code == "clock_ahead"
    assert days_of(session, plan)[0].completed_at == LATER
    assert session.exec(select(Operation.done_at)).one() == LATER


def test_clock_behind_is_corrected_by_what_the_device_says_it_is(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    device, first = Device(user), days_of(session, plan)[0]
    device.does("complete_task", NOW - 5 * DAY, task_id=first.id)
    answer = device.sends(session, LATER, sent_at=LATER - 5 * DAY)[0]
    assert (answer.code, answer.values["day"]) == ("clock_behind", "2026-03-02")
    assert days_of(session, plan)[0].completed_at == NOW


def test_clock_behind_counts_from_when_the_day_was_opened(
    session: Session, user: User, plan: PersonalizedPlan, row: StudySession
) -> None:
    first = days_of(session, plan)[0]
    task = sent(session, user, "complete_task", NOW - 2 * DAY, LATER, task_id=first.id)
    done = sent(session, user, "complete_session", NOW - 2 * DAY, LATER, **proven(row))
    assert [task.codes, done.codes] == [["clock_behind"]] * 2
    assert kinds_of_days(session, user) == {"2026-03-02": "active"}


# ---- what is refused -----------------------------------------------------------------------------


def test_operation_too_old_is_refused_and_told(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    first = days_of(session, plan)[0]
    limit = NOW + timedelta(days=MOST_DAYS)
    late = sent(session, user, "complete_task", NOW, limit + timedelta(seconds=1), task_id=first.id)
    assert (late.status, late.code, late.keep) == ("refused", "operation_too_old", False)
    assert str(MOST_DAYS) in late.message
    assert days_of(session, plan)[0].status == "unlocked"
    in_time = sent(session, user, "complete_task", NOW, limit, task_id=first.id)
    assert in_time.status == "settled"


def test_day_locked_stays_locked(session: Session, user: User, plan: PersonalizedPlan) -> None:
    second = days_of(session, plan)[1]
    for kind in ("start_task", "complete_task"):
        answer = sent(session, user, kind, NOW, LATER, task_id=second.id)
        assert (answer.status, answer.code) == ("refused", "day_locked")
    assert ledger(session, user) == []


def test_not_found_is_all_that_is_said_of_somebody_elses(
    session: Session,
    user: User,
    plan: PersonalizedPlan,
    row: StudySession,
    mistakes: Sequence[Mistake],
) -> None:
    stranger = a_learner(session)
    task = days_of(session, plan)[0]
    for mine in (True, False):
        known = {"session_id": row.id if mine else uuid.uuid4()}
        task_id = task.id if mine else uuid.uuid4()
        mistake = mistakes[0].id if mine else uuid.uuid4()
        review = {"mistake_id": mistake, "stamp": stamp_of(session, mistakes[0]), "response": 0}
        answers = [
            sent(session, stranger, "start_task", NOW, LATER, task_id=task_id),
            sent(session, stranger, "complete_task", NOW, LATER, task_id=task_id),
            sent(session, stranger, "pause_session", NOW, LATER, **known),
            sent(session, stranger, "complete_session", NOW, LATER, **known),
            sent(session, stranger, "save_notes", NOW, LATER, notes="x", **known),
            sent(session, stranger, "save_mood", NOW, LATER, mood="tired", **known),
            sent(session, stranger, "answer_mistake", TOMORROW, TOMORROW, **review),
        ]
        assert {(each.status, each.code) for each in answers} == {("refused", "not_found")}
    assert kinds_of_days(session, stranger) == {}
    assert (task.status, again(session, row).status) == ("unlocked", "planned")


def test_bad_answer_leaves_the_question_due(
    session: Session, user: User, mistakes: Sequence[Mistake]
) -> None:
    wrong = answered(session, mistakes[0], right=True) | {"response": [99, 98]}
    answer = sent(session, user, "answer_mistake", TOMORROW, TOMORROW, **wrong)
    assert (answer.status, answer.code) == ("refused", "bad_answer")
    assert mistakes[0].due_day == MONDAY + DAY


def test_bad_request_changes_nothing(session: Session, user: User, row: StudySession) -> None:
    answer = sent(session, user, "complete_session", NOW, LATER, recall="?", **proven(row))
    assert (answer.status, answer.code) == ("refused", "bad_request")
    assert again(session, row).status == "planned"


def test_operation_changed_is_refused_and_the_first_stands(
    session: Session, user: User, row: StudySession
) -> None:
    device = Device(user)
    first = device.does("save_notes", NOW, notes="first", **proven(row))
    device.sends(session, LATER)
    changed = queued(user, "save_notes", NOW, notes="second", **proven(row))
    device.queue = [
        type(first)(
            first.id, *(getattr(changed, n) for n in ("for_user", "type", "done_at", "content"))
        )
    ]
    answer = device.sends(session, LATER)[0]
    assert (answer.status, answer.code) == ("refused", "operation_changed")
    assert again(session, row).notes == "first"


def test_other_account_keeps_it_for_its_owner(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    other, first = a_learner(session), days_of(session, plan)[0]
    device = Device(user)
    device.does("complete_task", NOW, task_id=first.id)
    wrong = Device(other, device.queue).sends(session, LATER)[0]
    assert (wrong.status, wrong.code, wrong.keep) == ("refused", "other_account", True)
    assert session.exec(select(Operation)).all() == []
    assert device.sends(session, LATER)[0].status == "applied"


def test_unexpected_is_kept_by_the_device(session: Session, user: User) -> None:
    answer = broken(session, user_id=user.id, operation_id=user.id, incident="abc", now=NOW)
    assert (answer.status, answer.code, answer.keep) == ("refused", "unexpected", True)
    assert "abc" in answer.message


# ---- the list ------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_a_test_that_bears_its_name(rule) -> None:  # type: ignore[no-untyped-def]
    assert any(name.startswith(f"test_{rule.name}_") for name in globals())


@pytest.mark.parametrize("locale", LOCALES)
def test_every_rule_has_a_sentence(locale: str) -> None:
    values = {"day": "x", "planned": "x", "days": 7, "most": 4000, "incident": "x"}
    for rule in BY_NAME.values():
        assert message(locale, rule.sentence, **values)
