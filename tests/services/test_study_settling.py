"""Days that passed are settled: missed sessions go back to the pool, and no day gets longer."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import LessonProgress, PlanChange, StudyPlan, StudySession, User
from learnconnect_app.services.study_plans import finish_study_plan, pause_study_plan
from learnconnect_app.services.study_settling import learners_to_settle, settle_study_days
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner, a_study_plan, sessions_of

DAY = timedelta(days=1)


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def plan(session: Session, user: User) -> StudyPlan:
    return a_study_plan(session, user, weekday_minutes=[80] * 7)


def minutes_on(session: Session, plan: StudyPlan, day: date) -> int:
    return sum(each.minutes for each in sessions_of(session, plan, day=day, status="planned"))


def settle(session: Session, user: User, days: int) -> PlanChange | None:
    return settle_study_days(session, user_id=user.id, now=NOW + days * DAY)


def test_a_missed_day_goes_back_to_the_pool(session: Session, user: User, plan: StudyPlan) -> None:
    first = sessions_of(session, plan, day=MONDAY)
    topics = {each.topic_key for each in first}

    change = settle(session, user, 1)

    assert change is not None
    assert (change.kind, change.status) == ("missed", "applied")
    assert change.reasons == [{"code": "missed_day", "number": 1, "sessions": len(first)}]
    assert {each.status for each in sessions_of(session, plan, day=MONDAY)} == {"missed"}
    today = {each.topic_key for each in sessions_of(session, plan, day=MONDAY + DAY)}
    ahead = {each.topic_key for each in sessions_of(session, plan, status="planned")}
    assert not topics & today
    assert topics <= ahead
    assert plan.settled_day == MONDAY + DAY


def test_a_missed_day_makes_no_day_longer(session: Session, user: User, plan: StudyPlan) -> None:
    planned = minutes_on(session, plan, MONDAY + DAY)
    settle(session, user, 1)

    assert minutes_on(session, plan, MONDAY + DAY) <= planned
    totals: Counter[date] = Counter()
    for each in sessions_of(session, plan, status="planned"):
        totals[each.day] += each.minutes
    assert max(totals.values()) <= 80


def test_settling_again_changes_nothing(session: Session, user: User, plan: StudyPlan) -> None:
    settle(session, user, 1)
    changes = len(session.exec(select(PlanChange)).all())

    assert settle(session, user, 1) is None
    assert len(session.exec(select(PlanChange)).all()) == changes


def test_two_weeks_away_are_one_change(session: Session, user: User, plan: StudyPlan) -> None:
    change = settle(session, user, 14)

    assert change is not None
    assert change.reasons[0]["code"] == "missed_days"
    assert change.reasons[0]["number"] == 12
    missed = session.exec(select(PlanChange).where(PlanChange.kind == "missed")).all()
    assert len(missed) == 1
    assert not [
        each
        for each in sessions_of(session, plan, status="planned")
        if each.day < MONDAY + 14 * DAY
    ]


def test_a_missed_practice_test_is_gone(session: Session, user: User, plan: StudyPlan) -> None:
    test = next(each for each in sessions_of(session, plan) if each.kind == "practice_test")
    days = (test.day - MONDAY).days
    settle(session, user, days)
    settle(session, user, days + 1)

    week = test.day.isocalendar().week
    left = list(sessions_of(session, plan, status="planned"))
    tests = [each.day for each in left if each.kind == "practice_test"]
    assert week not in {day.isocalendar().week for day in tests}


def test_what_was_done_in_part_is_finished_later(
    session: Session, user: User, plan: StudyPlan
) -> None:
    for row in sessions_of(session, plan, day=MONDAY):
        row.status, row.percent, row.done_day = "partly", 50, MONDAY
        session.add(
            LessonProgress(
                user_id=user.id,
                topic_key=row.topic_key or "",
                stability=60.0,
                studied_day=None,
                done_minutes=row.minutes // 2,
                aimed_minutes=row.aimed_minutes,
                updated_at=NOW,
            )
        )
    session.flush()
    change = settle(session, user, 1)

    assert change is not None
    assert (change.kind, change.reasons[0]["code"]) == ("adapted", "partly")


def test_a_clock_that_still_runs_is_waited_for(
    session: Session, user: User, plan: StudyPlan
) -> None:
    row = sessions_of(session, plan, day=MONDAY)[0]
    late = NOW + timedelta(hours=15)  # midnight in Istanbul
    row.status, row.running_since = "running", late + timedelta(hours=3, minutes=30)
    session.flush()

    assert settle_study_days(session, user_id=user.id, now=late + timedelta(hours=5)) is None
    assert plan.settled_day == MONDAY
    assert settle_study_days(session, user_id=user.id, now=late + timedelta(hours=9)) is not None
    session.refresh(row)
    assert (row.status, row.running_since) == ("missed", None)


def test_a_plan_ends_with_its_exam(session: Session, user: User, plan: StudyPlan) -> None:
    settle(session, user, 60)

    session.refresh(plan)
    assert plan.status == "completed"
    assert not sessions_of(session, plan, status="planned")


def test_plans_that_rest_or_ended_are_left_alone(session: Session, user: User) -> None:
    plan = a_study_plan(session, user)
    pause_study_plan(session, user_id=user.id, plan_id=plan.id, now=NOW)
    assert settle(session, user, 3) is None
    finish_study_plan(session, user_id=user.id, plan_id=plan.id, now=NOW)
    assert settle(session, user, 3) is None
    assert not sessions_of(session, plan, status="missed")


def test_days_are_settled_at_four_on_the_learners_own_clock(session: Session) -> None:
    here, there = a_learner(session), a_learner(session, timezone="Pacific/Auckland")
    for each in (here, there):
        a_study_plan(session, each, days=10)
    morning = NOW + timedelta(hours=8)  # five in Auckland, eight in the evening in Istanbul

    assert learners_to_settle(session, now=NOW) == []
    assert learners_to_settle(session, now=morning) == [there.id]
    assert set(learners_to_settle(session, now=NOW + DAY)) == {here.id, there.id}


def test_with_nothing_to_settle_one_query_is_enough(
    session: Session, user: User, plan: StudyPlan, count_queries: Counting
) -> None:
    user_id = user.id
    with count_queries(session) as queries:
        assert settle_study_days(session, user_id=user_id, now=NOW) is None
    assert len(queries) == 1


def test_two_tabs_settle_once(database: Database) -> None:
    with database.transaction() as session:
        user = a_learner(session)
        plan = a_study_plan(session, user)

    def tab(_number: int) -> bool:
        with database.transaction() as session:
            now = NOW + DAY
            return settle_study_days(session, user_id=user.id, now=now) is not None

    with ThreadPoolExecutor(3) as tabs:
        assert sorted(tabs.map(tab, range(3))) == [False, False, True]
    with database.reading() as session:
        found = session.exec(select(PlanChange).where(PlanChange.plan_id == plan.id)).all()
        assert [each.kind for each in found] == ["activated", "missed"]


def test_someone_elses_plan_is_not_touched(session: Session, user: User, plan: StudyPlan) -> None:
    other = a_learner(session)

    assert settle_study_days(session, user_id=other.id, now=NOW + DAY) is None
    rows = session.exec(select(StudySession).where(StudySession.plan_id == plan.id))
    assert {row.status for row in rows} == {"planned"}
