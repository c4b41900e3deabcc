"""What a change of a study plan kept beside its sessions comes back with them, exactly."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.models import BusyTime, PlanChange, StudyPlan, User
from learnconnect_app.services.busy_times import (
    When,
    add_busy_time,
    change_busy_time,
    remove_busy_time,
)
from learnconnect_app.services.goal_changes import change_goal
from learnconnect_app.services.study_changes import undo_change
from learnconnect_app.services.study_settling import settle_study_days
from tests.factories import MONDAY, NOW, a_learner, a_study_plan, sessions_of

DAY = timedelta(days=1)
EVENING = When(1, None, 17 * 60, 20 * 60)


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def plan(session: Session, user: User) -> StudyPlan:
    return a_study_plan(session, user, weekday_minutes=[80] * 7)


def everything(session: Session, plan: StudyPlan) -> list[str]:
    busy = [str(row.model_dump()) for row in session.exec(select(BusyTime))]
    rows = [str(row.model_dump(exclude={"version"})) for row in sessions_of(session, plan)]
    return sorted([*busy, *rows])


def latest(session: Session) -> PlanChange:
    changes = select(PlanChange).where(PlanChange.status == "applied")
    return session.exec(changes.order_by(col(PlanChange.number).desc())).all()[0]


def undo(session: Session, user: User, days: int = 0) -> None:
    change = latest(session)
    undo_change(session, user_id=user.id, change_id=change.id, now=NOW + days * DAY)
    session.flush()


def test_a_busy_time_is_taken_back_with_what_it_moved(
    session: Session, user: User, plan: StudyPlan
) -> None:
    at_first = everything(session, plan)
    busy_id = add_busy_time(session, user_id=user.id, title="Maç", when=EVENING, now=NOW)
    added = everything(session, plan)
    when = When(None, MONDAY + 2 * DAY, 17 * 60, 19 * 60)
    change_busy_time(session, user_id=user.id, busy_id=busy_id, title="Kurs", when=when, now=NOW)
    changed = everything(session, plan)
    remove_busy_time(session, user_id=user.id, busy_id=busy_id, now=NOW)

    for before in (changed, added, at_first):
        undo(session, user)
        assert everything(session, plan) == before


def test_an_exam_day_never_comes_back_into_the_past(
    session: Session, user: User, plan: StudyPlan
) -> None:
    plan.exam_day = MONDAY + 3 * DAY
    for row in sessions_of(session, plan):
        session.delete(row)
    later = date(2026, 8, 1)
    change_goal(session, user_id=user.id, plan_id=plan.id, now=NOW, exam_day=later)
    latest(session).rows = []  # of days that held nothing

    with pytest.raises(DomainError, match="change_overtaken"):
        undo(session, user, days=3)
    assert plan.exam_day == later


def test_sessions_of_changes_that_are_final_are_not_kept_for_ever(
    session: Session, user: User, plan: StudyPlan
) -> None:
    change_goal(session, user_id=user.id, plan_id=plan.id, now=NOW, weekday_minutes=[60] * 7)
    edited = latest(session)
    assert edited.rows
    settle_study_days(session, user_id=user.id, now=NOW + DAY)

    session.refresh(edited)
    assert latest(session).kind == "missed"
    assert not latest(session).rows
    assert not edited.rows
