"""What arrives late is not planned a second time, and old operations are forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.domain.calendar_views import CalendarView
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import Operation, PlanChange, StudyPlan, StudySession, User
from learnconnect_app.services.homes import home_view
from learnconnect_app.services.operations import forget_operations
from learnconnect_app.services.overdue_plans import is_overdue, plan_around
from learnconnect_app.services.study_calendars import calendar_view
from learnconnect_app.services.study_plans import pause_study_plan
from learnconnect_app.services.study_settling import learners_to_settle, settle_study_days
from tests.factories import MONDAY, NOW, a_learner, a_study_plan, sessions_of
from tests.offline import DAY, Device, proven

TOMORROW = NOW + DAY


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def plan(session: Session, user: User) -> StudyPlan:
    return a_study_plan(session, user)


def minutes_ahead(session: Session, plan: StudyPlan, row: StudySession) -> int:
    """Planned for a new topic."""
    ahead = sessions_of(session, plan, status="planned")
    same = (each for each in ahead if (each.topic_key, each.kind) == (row.topic_key, row.kind))
    return sum(each.minutes for each in same)


def test_a_missed_session_that_was_done_after_all_is_not_planned_again(
    session: Session, user: User, plan: StudyPlan
) -> None:
    row = sessions_of(session, plan, day=MONDAY)[0]
    before = minutes_ahead(session, plan, row)
    device = Device(user)
    device.does("complete_session", NOW, **proven(row))
    settle_study_days(session, user_id=user.id, now=TOMORROW)
    waiting = minutes_ahead(session, plan, row)
    assert waiting > before - row.minutes  # the missed one has been planned again
    device.sends(session, TOMORROW)
    assert is_overdue(session, user_id=user.id, now=TOMORROW)
    plan_around(session, user_id=user.id, now=TOMORROW)
    assert minutes_ahead(session, plan, row) < waiting
    change = session.exec(
        select(PlanChange)
        .where(PlanChange.plan_id == plan.id)
        .order_by(col(PlanChange.number).desc())
    ).first()
    assert change is not None
    assert (change.kind, change.reasons) == ("adapted", [{"code": "offline"}])


def test_what_arrives_again_does_not_change_the_plan_again(
    session: Session, user: User, plan: StudyPlan
) -> None:
    device = Device(user)
    device.does("complete_session", NOW, **proven(sessions_of(session, plan, day=MONDAY)[0]))
    settle_study_days(session, user_id=user.id, now=TOMORROW)
    device.sends(session, TOMORROW)
    assert plan_around(session, user_id=user.id, now=TOMORROW) is not None
    device.sends(session, TOMORROW)
    assert not is_overdue(session, user_id=user.id, now=TOMORROW)
    assert plan_around(session, user_id=user.id, now=TOMORROW) is None


@pytest.fixture
def overdue(session: Session, user: User, plan: StudyPlan) -> StudyPlan:
    """Late work has arrived, and the process died before the plan was made again."""
    device = Device(user)
    device.does("complete_session", NOW, **proven(sessions_of(session, plan, day=MONDAY)[0]))
    settle_study_days(session, user_id=user.id, now=TOMORROW)
    assert learners_to_settle(session, now=TOMORROW) == []
    device.sends(session, TOMORROW)
    session.flush()
    return plan


def test_an_overdue_plan_is_made_by_whatever_settles_days_next_and_once(
    session: Session, user: User, overdue: StudyPlan
) -> None:
    assert learners_to_settle(session, now=TOMORROW) == [user.id]
    assert home_view(session, user_id=user.id, now=TOMORROW).is_behind
    assert calendar(session, user).needs_settling
    change = settle_study_days(session, user_id=user.id, now=TOMORROW)
    assert change is not None
    assert (change.kind, change.reasons) == ("adapted", [{"code": "offline"}])
    assert learners_to_settle(session, now=TOMORROW) == []
    assert not home_view(session, user_id=user.id, now=TOMORROW).is_behind
    assert not calendar(session, user).needs_settling
    assert settle_study_days(session, user_id=user.id, now=TOMORROW) is None


def test_an_overdue_plan_whose_next_day_was_missed_too_is_made_with_that(
    session: Session, user: User, overdue: StudyPlan
) -> None:
    change = settle_study_days(session, user_id=user.id, now=TOMORROW + DAY)
    assert change is not None
    assert change.kind == "missed"
    assert not is_overdue(session, user_id=user.id, now=TOMORROW + DAY)


def test_what_is_refused_calls_for_no_plan(session: Session, user: User, plan: StudyPlan) -> None:
    row = sessions_of(session, plan, day=MONDAY)[0]
    settle_study_days(session, user_id=user.id, now=TOMORROW)
    device = Device(user)
    device.does("complete_session", NOW, **proven(row) | {"mood": "nobody's"})
    assert [each.code for each in device.sends(session, TOMORROW)] == ["bad_request"]
    assert not is_overdue(session, user_id=user.id, now=TOMORROW)


def test_an_overdue_plan_with_nothing_left_to_plan_is_asked_for_once(
    session: Session, user: User, overdue: StudyPlan
) -> None:
    overdue.exam_day = study_day(TOMORROW, user.timezone)
    assert plan_around(session, user_id=user.id, now=TOMORROW) is None
    assert not is_overdue(session, user_id=user.id, now=TOMORROW)


def calendar(session: Session, user: User) -> CalendarView:
    return calendar_view(session, user_id=user.id, mode="week", day=None, now=TOMORROW)


def test_a_plan_that_rests_is_left_as_it_is(session: Session, user: User, plan: StudyPlan) -> None:
    pause_study_plan(session, user_id=user.id, plan_id=plan.id, now=NOW)
    before = [row.model_dump() for row in sessions_of(session, plan)]
    plan_around(session, user_id=user.id, now=NOW)
    assert [row.model_dump() for row in sessions_of(session, plan)] == before


def test_operations_are_remembered_for_thirty_days(
    session: Session, user: User, plan: StudyPlan
) -> None:
    row = sessions_of(session, plan, day=MONDAY)[0]
    device = Device(user)
    device.does("save_mood", NOW, session_id=row.id, mood="tired")
    first = device.sends(session, NOW)
    forget_operations(session, now=NOW + timedelta(days=30))
    assert device.sends(session, NOW + timedelta(days=30)) == first
    forget_operations(session, now=NOW + timedelta(days=31))
    assert session.exec(select(Operation)).all() == []
    late = device.sends(session, NOW + timedelta(days=31))[0]
    assert late.code == "operation_too_old"
