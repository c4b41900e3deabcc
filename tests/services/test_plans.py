"""Days of a plan are done one after the other; a plan rests and is taken up again."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.models import CorrectionPlan, DailyActivity, PersonalizedPlan, PlanPause, User
from learnconnect_app.services.plans import (
    complete_task,
    pause_plan,
    resume_plan,
    start_task,
    switch_plan,
)
from learnconnect_app.services.xp import total_xp
from tests.factories import MONDAY, NOW, a_learner, a_plan, a_running_test, days_of, weeks_of

DAY = timedelta(days=1)
Refused = Callable[..., object]


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def plan(session: Session, user: User) -> PersonalizedPlan:
    return a_plan(session, user)


def complete(session: Session, plan: PersonalizedPlan, index: int, now: datetime = NOW) -> int:
    task = days_of(session, plan)[index]
    return complete_task(session, user_id=plan.user_id, task_id=task.id, now=now)


def refused(code: str, act: Refused, session: Session, **arguments: object) -> None:
    with pytest.raises(DomainError) as refusal:
        act(session, **arguments)
    assert refusal.value.code == code


def test_completing_a_day_opens_the_next_at_once(session: Session, plan: PersonalizedPlan) -> None:
    earned = complete(session, plan, 0)

    first, second, third, *_ = days_of(session, plan)
    assert earned == 15
    assert (first.status, first.completed_day, first.completed_at) == ("completed", MONDAY, NOW)
    assert (second.status, second.unlocked_at, second.due_day) == ("unlocked", NOW, MONDAY + DAY)
    assert (third.status, third.due_day) == ("locked", None)


def test_completing_a_day_again_pays_and_opens_nothing(
    session: Session, plan: PersonalizedPlan
) -> None:
    complete(session, plan, 0)

    assert complete(session, plan, 0, NOW + DAY) == 0
    assert total_xp(session, plan.user_id) == 15
    assert days_of(session, plan)[0].completed_day == MONDAY
    assert [d.status for d in days_of(session, plan)].count("unlocked") == 1


def test_two_tabs_at_the_same_moment_are_paid_once(database: Database) -> None:
    with database.transaction() as session:
        plan = a_plan(session, a_learner(session))
        task = days_of(session, plan)[0]

    def tab(_number: int) -> int:
        with database.transaction() as session:
            return complete_task(session, user_id=plan.user_id, task_id=task.id, now=NOW)

    with ThreadPoolExecutor(4) as tabs:
        assert sorted(tabs.map(tab, range(4))) == [0, 0, 0, 15]
    with database.reading() as session:
        assert [d.status for d in days_of(session, plan)].count("unlocked") == 1


def test_a_locked_day_can_be_neither_started_nor_completed(
    session: Session, plan: PersonalizedPlan
) -> None:
    locked = days_of(session, plan)[1]

    for act in (start_task, complete_task):
        refused("day_locked", act, session, user_id=plan.user_id, task_id=locked.id, now=NOW)
    assert (locked.status, locked.started_at) == ("locked", None)
    assert total_xp(session, plan.user_id) == 0


def test_a_day_of_a_paused_plan_waits(session: Session, plan: PersonalizedPlan) -> None:
    first = days_of(session, plan)[0]
    pause_plan(session, user_id=plan.user_id, plan_id=plan.id, now=NOW)

    for act in (start_task, complete_task):
        refused("plan_paused", act, session, user_id=plan.user_id, task_id=first.id, now=NOW)


def test_what_was_done_is_harmless_to_repeat_even_when_the_plan_is_paused(
    session: Session, plan: PersonalizedPlan
) -> None:
    complete(session, plan, 0)
    pause_plan(session, user_id=plan.user_id, plan_id=plan.id, now=NOW)

    assert complete(session, plan, 0) == 0
    first = days_of(session, plan)[0]
    start_task(session, user_id=plan.user_id, task_id=first.id, now=NOW)
    assert first.started_at is None


def test_the_day_of_someone_else_does_not_exist(session: Session, plan: PersonalizedPlan) -> None:
    first, other = days_of(session, plan)[0], a_learner(session)

    for task_id in (first.id, uuid.uuid4()):
        for act in (start_task, complete_task):
            with pytest.raises(NotFound):
                act(session, user_id=other.id, task_id=task_id, now=NOW)
    assert (first.status, first.started_at) == ("unlocked", None)


def test_the_plan_of_someone_else_does_not_exist(session: Session, plan: PersonalizedPlan) -> None:
    other = a_learner(session)

    for plan_id in (plan.id, uuid.uuid4()):
        for act in (pause_plan, resume_plan, switch_plan):
            with pytest.raises(NotFound):
                act(session, user_id=other.id, plan_id=plan_id, now=NOW)
    assert plan.status == "active"


@pytest.mark.parametrize(
    ("minutes", "earned"),
    [(None, 15), (5, 15), (6, 25), (29, 25), (30, 15), (24 * 60, 15), (-60, 15)],
)
def test_speed_is_paid_between_a_tenth_and_half_of_the_estimate(
    session: Session, plan: PersonalizedPlan, minutes: int | None, earned: int
) -> None:
    first = days_of(session, plan)[0]
    assert first.minutes == 60
    if minutes is not None:
        start_task(session, user_id=plan.user_id, task_id=first.id, now=NOW)

    assert complete(session, plan, 0, NOW + timedelta(minutes=minutes or 0)) == earned


def test_starting_again_keeps_the_first_moment(session: Session, plan: PersonalizedPlan) -> None:
    first = days_of(session, plan)[0]
    for now in (NOW, NOW + DAY):
        start_task(session, user_id=plan.user_id, task_id=first.id, now=now)

    session.refresh(first)
    assert first.started_at == NOW


@pytest.mark.parametrize(
    ("minutes", "counted"), [(None, 60), (20, 20), (45, 45), (3 * 24 * 60, 60), (-60, 0)]
)
def test_minutes_of_a_day_are_those_since_its_start_up_to_the_planned_ones(
    session: Session, plan: PersonalizedPlan, minutes: int | None, counted: int
) -> None:
    first = days_of(session, plan)[0]
    if minutes is not None:
        start_task(session, user_id=plan.user_id, task_id=first.id, now=NOW)
    complete(session, plan, 0, NOW + timedelta(minutes=minutes or 0))

    activity = session.exec(
        select(DailyActivity).where(
            DailyActivity.user_id == plan.user_id, DailyActivity.tasks_completed == 1
        )
    ).one()
    assert activity.minutes == counted


def test_the_next_day_is_due_on_the_next_study_day_that_is_no_rest_day(session: Session) -> None:
    plan = a_plan(session, a_learner(session, rest_weekdays=[1, 2]))
    complete(session, plan, 0)

    assert days_of(session, plan)[1].due_day == date(2026, 3, 5)


def test_work_after_midnight_belongs_to_the_evening_before(
    session: Session, plan: PersonalizedPlan
) -> None:
    complete(session, plan, 0, datetime.fromisoformat("2026-03-04T03:30+03:00"))

    first, second, *_ = days_of(session, plan)
    assert (first.completed_day, second.due_day) == (date(2026, 3, 3), date(2026, 3, 4))


def test_the_last_day_of_a_week_opens_its_test_and_not_the_next_week(
    session: Session, plan: PersonalizedPlan
) -> None:
    for index in range(7):
        complete(session, plan, index)

    assert [week.status for week in weeks_of(session, plan)][:2] == ["test_ready", "locked"]
    assert days_of(session, plan)[7].status == "locked"


def test_the_last_day_of_a_correction_leads_to_the_retest(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    plan.phase = "correction"
    first, second, third, fourth = weeks_of(session, plan)
    first.status = second.status = "passed"
    for week in (third, fourth):
        week.kind = "correction"
    third.status = "in_progress"
    for task in days_of(session, plan)[:14]:
        task.status = "completed"
    opened = days_of(session, plan)[14]
    opened.status, opened.due_day, opened.unlocked_at = "unlocked", MONDAY, NOW
    final = a_running_test(session, user, kind="final", plan=plan)
    session.add(CorrectionPlan(plan_id=plan.id, final_attempt_id=final.id, created_at=NOW))
    session.flush()

    for index in range(14, 21):
        complete(session, plan, index)
    assert (third.status, fourth.status, plan.phase) == ("passed", "in_progress", "correction")
    for index in range(21, 28):
        complete(session, plan, index)
    session.refresh(plan)
    assert (fourth.status, plan.phase) == ("passed", "retest")
    assert session.exec(select(CorrectionPlan)).one().status == "completed"


def test_days_of_rest_move_what_is_open(session: Session, plan: PersonalizedPlan) -> None:
    pause_plan(session, user_id=plan.user_id, plan_id=plan.id, now=NOW)
    resume_plan(session, user_id=plan.user_id, plan_id=plan.id, now=NOW + 10 * DAY)

    session.refresh(plan)
    pause = session.exec(select(PlanPause)).one()
    assert (plan.status, pause.from_day, pause.until_day) == ("active", MONDAY, MONDAY + 10 * DAY)
    assert days_of(session, plan)[0].due_day == MONDAY + 10 * DAY


def test_a_moved_day_is_not_due_on_a_rest_day(session: Session) -> None:
    plan = a_plan(session, a_learner(session, rest_weekdays=[2]))
    pause_plan(session, user_id=plan.user_id, plan_id=plan.id, now=NOW)
    resume_plan(session, user_id=plan.user_id, plan_id=plan.id, now=NOW + 2 * DAY)

    assert days_of(session, plan)[0].due_day == MONDAY + 3 * DAY


def test_a_pause_of_no_day_moves_nothing(session: Session) -> None:
    plan = a_plan(session, a_learner(session, rest_weekdays=[0]))
    pause_plan(session, user_id=plan.user_id, plan_id=plan.id, now=NOW)
    resume_plan(session, user_id=plan.user_id, plan_id=plan.id, now=NOW - DAY)

    pause = session.exec(select(PlanPause)).one()
    assert (pause.from_day, pause.until_day) == (MONDAY, MONDAY)
    assert days_of(session, plan)[0].due_day == MONDAY


def test_pausing_and_resuming_twice_is_harmless(session: Session, plan: PersonalizedPlan) -> None:
    for now in (NOW, NOW + DAY):
        pause_plan(session, user_id=plan.user_id, plan_id=plan.id, now=now)
    for now in (NOW + 2 * DAY, NOW + 3 * DAY):
        resume_plan(session, user_id=plan.user_id, plan_id=plan.id, now=now)

    pause = session.exec(select(PlanPause)).one()
    assert (pause.from_day, pause.until_day) == (MONDAY, MONDAY + 2 * DAY)
    assert days_of(session, plan)[0].due_day == MONDAY + 2 * DAY


def test_a_second_plan_is_resumed_only_by_switching(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    resting = a_plan(session, user, status="paused")
    session.add(PlanPause(plan_id=resting.id, from_day=MONDAY - DAY))

    refused(
        "another_plan_active", resume_plan, session, user_id=user.id, plan_id=resting.id, now=NOW
    )
    assert (plan.status, resting.status) == ("active", "paused")
    for _ in range(2):
        switch_plan(session, user_id=user.id, plan_id=resting.id, now=NOW)
        session.refresh(plan)
        session.refresh(resting)
        assert (plan.status, resting.status) == ("paused", "active")


def test_a_completed_plan_neither_rests_nor_comes_back(session: Session, user: User) -> None:
    done = a_plan(session, user, status="completed", phase="finished")

    for act in (pause_plan, resume_plan, switch_plan):
        refused("plan_completed", act, session, user_id=user.id, plan_id=done.id, now=NOW)
