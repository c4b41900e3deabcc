"""A draft becomes a plan with sessions; a plan rests, is taken up again, and ends."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.models import PlanChange, StudyPause, StudyPlan, StudySession, User
from learnconnect_app.services.study_plans import (
    activate,
    active_study_plan,
    draft_of,
    finish_study_plan,
    pause_study_plan,
    resume_study_plan,
)
from learnconnect_app.services.study_sessions import start_session
from tests.conftest import Counting
from tests.exams import COURSES, topics_of
from tests.factories import MONDAY, NOW, a_learner, a_study_plan, sessions_of

DAY = timedelta(days=1)


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


def test_activating_makes_the_sessions(session: Session, user: User) -> None:
    plan = a_study_plan(session, user)

    sessions = sessions_of(session, plan)
    assert (plan.status, plan.activated_at, plan.settled_day) == ("active", NOW, MONDAY)
    assert plan.price
    assert {each.status for each in sessions} == {"planned"}
    assert {each.course_key for each in sessions if each.topic_key} == set(COURSES)
    assert all(each.start_minute is not None for each in sessions)
    change = session.exec(select(PlanChange)).one()
    assert (change.kind, change.number) == ("activated", 1)
    assert change.summary["added"] == len(sessions)


def test_a_day_has_never_more_than_its_minutes(session: Session, user: User) -> None:
    plan = a_study_plan(session, user, weekday_minutes=[30, 45, 60, 0, 90, 120, 20])

    minutes: dict[date, int] = {}
    for each in sessions_of(session, plan):
        minutes[each.day] = minutes.get(each.day, 0) + each.minutes
    assert all(used <= plan.weekday_minutes[day.weekday()] for day, used in minutes.items())
    assert not any(day.weekday() in plan.rest_weekdays for day in minutes)


def test_sessions_of_a_day_follow_one_another_with_breaks(session: Session, user: User) -> None:
    plan = a_study_plan(session, user, weekday_minutes=[120] * 7)

    for number in range(20):
        end = 0
        for each in sessions_of(session, plan, day=MONDAY + number * DAY):
            assert each.start_minute is not None
            assert each.start_minute >= max(end, 17 * 60)
            end = each.start_minute + each.minutes + 5


def test_a_plan_begun_late_in_the_evening_asks_little_of_it(session: Session, user: User) -> None:
    late = NOW + timedelta(hours=11, minutes=10)  # ten past eleven
    plan = a_study_plan(session, user, days=20, weekday_minutes=[120] * 7, now=late)

    today = sessions_of(session, plan, day=MONDAY)
    assert 0 < sum(each.minutes for each in today) <= 50
    assert all((each.start_minute or 0) >= 23 * 60 + 10 for each in today)


def test_topics_come_after_those_they_need(session: Session, user: User) -> None:
    plan = a_study_plan(session, user)

    for course in COURSES:
        topics = topics_of(course)
        news = [
            each.topic_key
            for each in sessions_of(session, plan)
            if each.kind == "new" and each.course_key == course
        ]
        first = [news.index(topic) for topic in topics if topic in news]
        assert first == sorted(first)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"exam_day": None}, "exam_missing"),
        ({"exam_day": MONDAY + DAY}, "exam_past"),
        ({"exam_day": MONDAY - DAY}, "exam_past"),
        ({"weekday_minutes": [0] * 7}, "minutes_none"),
        ({"weekday_minutes": [17 * 60] * 7}, "minutes_too_many"),
        ({"rest_weekdays": [0, 1, 2, 3, 4, 5, 6]}, "all_rest"),
        ({"excluded_topics": [t for course in COURSES for t in topics_of(course)]}, "no_lessons"),
    ],
)
def test_a_goal_that_cannot_be_planned_is_refused(
    session: Session, user: User, change: dict[str, object], code: str
) -> None:
    draft = a_study_plan(session, user, is_active=False)
    for name, value in change.items():
        setattr(draft, name, value)

    with pytest.raises(DomainError) as refusal:
        activate(session, user_id=user.id, now=NOW)
    assert refusal.value.code == code
    assert refusal.value.field


def test_without_a_draft_there_is_nothing_to_activate(session: Session, user: User) -> None:
    a_study_plan(session, a_learner(session), is_active=False)

    with pytest.raises(NotFound):
        activate(session, user_id=user.id, now=NOW)


def test_a_new_plan_replaces_the_active_one(session: Session, user: User) -> None:
    old = a_study_plan(session, user)
    new = a_study_plan(session, user, days=90)

    session.refresh(old)
    assert (old.status, old.completed_at) == ("replaced", NOW)
    assert active_study_plan(session, user.id) == new
    assert draft_of(session, user.id) is None


def test_the_clock_of_a_replaced_plan_stops(session: Session, user: User) -> None:
    row = sessions_of(session, a_study_plan(session, user))[0]
    start_session(session, user_id=user.id, session_id=row.id, now=NOW)
    a_study_plan(session, user, days=90, now=NOW + timedelta(minutes=20))

    session.refresh(row)
    assert (row.status, row.running_since, row.spent_seconds) == ("paused", None, 20 * 60)


def test_two_tabs_activate_one_plan(database: Database) -> None:
    with database.transaction() as session:
        user = a_learner(session)
        plan = a_study_plan(session, user, is_active=False)

    def tab(_number: int) -> str:
        try:
            with database.transaction() as session:
                return str(activate(session, user_id=user.id, now=NOW))
        except NotFound:
            return ""

    with ThreadPoolExecutor(3) as tabs:
        assert sorted(tabs.map(tab, range(3))) == ["", "", str(plan.id)]


def test_activating_takes_as_many_queries_for_any_size(
    session: Session, user: User, count_queries: Counting
) -> None:
    """Once the first plan of all has brought its medal."""
    a_study_plan(session, user, is_active=False)
    activate(session, user_id=user.id, now=NOW)
    counts = []
    for days in (10, 200):
        a_study_plan(session, user, days=days, is_active=False)
        with count_queries(session) as queries:
            activate(session, user_id=user.id, now=NOW)
        counts.append(len(queries))
    assert counts[0] + 1 >= counts[1]
    assert max(counts) <= 25


def test_a_plan_rests_and_is_taken_up_again(session: Session, user: User) -> None:
    plan = a_study_plan(session, user)
    named = {"user_id": user.id, "plan_id": plan.id}
    pause_study_plan(session, **named, now=NOW)
    pause_study_plan(session, **named, now=NOW)
    session.refresh(plan)
    assert plan.status == "paused"
    assert active_study_plan(session, user.id) is None

    resume_study_plan(session, **named, now=NOW + 3 * DAY)
    session.refresh(plan)
    pause = session.exec(select(StudyPause)).one()
    assert (plan.status, pause.from_day, pause.until_day) == ("active", MONDAY, MONDAY + 3 * DAY)


def test_a_plan_taken_up_again_after_its_exam_is_over(session: Session, user: User) -> None:
    plan = a_study_plan(session, user, days=20)
    named = {"user_id": user.id, "plan_id": plan.id}
    pause_study_plan(session, **named, now=NOW)

    assert resume_study_plan(session, **named, now=NOW + 20 * DAY) is None
    session.refresh(plan)
    assert plan.status == "completed"


def test_the_learners_own_entries_outlive_a_rest(session: Session, user: User) -> None:
    plan = a_study_plan(session, user)
    own = StudySession(
        plan_id=plan.id,
        user_id=user.id,
        kind="own",
        title="Kurs",
        day=MONDAY + DAY,
        position=9,
        minutes=30,
    )
    session.add(own)
    named = {"user_id": user.id, "plan_id": plan.id}
    pause_study_plan(session, **named, now=NOW)
    resume_study_plan(session, **named, now=NOW + 3 * DAY)
    session.refresh(own)
    assert (own.status, own.version) == ("missed", 2)


def test_the_study_plan_of_someone_else_does_not_exist(session: Session, user: User) -> None:
    plan, other = a_study_plan(session, user), a_learner(session)

    for act in (pause_study_plan, resume_study_plan, finish_study_plan):
        for plan_id in (plan.id, uuid.uuid4()):
            with pytest.raises(NotFound):
                act(session, user_id=other.id, plan_id=plan_id, now=NOW)
    assert session.get_one(StudyPlan, plan.id).status == "active"
