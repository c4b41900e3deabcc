"""Both plans and absences decide together what a day without work was."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlmodel import Session

from learnconnect_app.domain.streaks import DayKind
from learnconnect_app.models import Absence, StudyPause, StudyPlan, User
from learnconnect_app.services.presence import presence_of
from learnconnect_app.services.presence_views import presence_fields
from learnconnect_app.services.streaks import record_activity
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner, a_pause, a_plan, noon

DAY = timedelta(days=1)


def a_study_plan(session: Session, user: User, **values: Any) -> StudyPlan:
    whole: dict[str, Any] = {
        "status": "active",
        "exam_day": MONDAY + 100 * DAY,
        "weekday_minutes": [60] * 7,
        "rest_weekdays": [],
        "created_at": NOW,
        "activated_at": NOW,
    }
    plan = StudyPlan(user_id=user.id, curriculum_key="yks", **(whole | values))
    session.add(plan)
    session.flush()
    return plan


def an_absence(session: Session, user: User, first: date, until: date | None = None) -> None:
    session.add(
        Absence(user_id=user.id, kind="vacation", from_day=first, until_day=until, created_at=NOW)
    )
    session.flush()


def kinds(session: Session, user: User, days: int) -> list[DayKind]:
    """Of so many days after Monday, on which something was done."""
    record_activity(session, user=user, now=NOW, minutes=10, tasks=1)
    presence = presence_of(session, user=user, now=noon(MONDAY + (days + 1) * DAY))
    return [presence.days[MONDAY + n * DAY] for n in range(1, days + 1)]


def test_day_of_a_study_plan_is_missed_when_nothing_was_done(session: Session) -> None:
    user = a_learner(session, rest_weekdays=[1])
    a_study_plan(session, user)
    assert kinds(session, user, 2) == [DayKind.MISSED, DayKind.MISSED]


def test_without_a_plan_days_are_paused(session: Session) -> None:
    user = a_learner(session)
    a_study_plan(session, user, status="draft", activated_at=None)
    assert kinds(session, user, 2) == [DayKind.PAUSED, DayKind.PAUSED]


def test_weekday_without_minutes_rests_too(session: Session) -> None:
    user = a_learner(session)
    a_study_plan(session, user, weekday_minutes=[60, 0, 60, 60, 60, 60, 60], rest_weekdays=[2])
    assert kinds(session, user, 3) == [DayKind.REST, DayKind.REST, DayKind.MISSED]


def test_two_plans_rest_together_only(session: Session) -> None:
    user = a_learner(session, rest_weekdays=[1, 2])
    a_plan(session, user)
    a_study_plan(session, user, rest_weekdays=[2])
    assert kinds(session, user, 2) == [DayKind.MISSED, DayKind.REST]


def test_days_are_paused_when_both_plans_rest_or_are_over(session: Session) -> None:
    user = a_learner(session)
    a_pause(session, a_plan(session, user, status="paused"), MONDAY + DAY)
    study = a_study_plan(session, user, status="paused")
    session.add(StudyPause(plan_id=study.id, from_day=MONDAY + 2 * DAY, until_day=MONDAY + 4 * DAY))
    session.flush()
    paused, missed = DayKind.PAUSED, DayKind.MISSED
    assert kinds(session, user, 4) == [missed, paused, paused, missed]


def test_nothing_is_expected_from_the_exam_on(session: Session) -> None:
    user = a_learner(session)
    a_study_plan(session, user, exam_day=MONDAY + 2 * DAY)
    assert kinds(session, user, 2) == [DayKind.MISSED, DayKind.PAUSED]


def test_absence_is_a_vacation_for_both_plans(session: Session) -> None:
    user = a_learner(session)
    a_plan(session, user)
    a_study_plan(session, user, rest_weekdays=[2])
    an_absence(session, user, MONDAY + DAY, MONDAY + 4 * DAY)
    away, missed = DayKind.VACATION, DayKind.MISSED
    assert kinds(session, user, 4) == [away, away, away, missed]


def test_absence_of_another_changes_nothing(session: Session) -> None:
    user, other = a_learner(session), a_learner(session)
    a_study_plan(session, user)
    an_absence(session, other, MONDAY)
    assert kinds(session, user, 1) == [DayKind.MISSED]


def test_two_queries_whatever_there_is(session: Session, count_queries: Counting) -> None:
    user = a_learner(session)
    for _ in range(3):
        a_pause(session, a_plan(session, user, status="paused"), MONDAY)
    a_study_plan(session, user)
    an_absence(session, user, MONDAY)
    with count_queries(session) as queries:
        presence_of(session, user=user, now=NOW)
    assert len(queries) == 2


def test_years_of_two_learners_share_their_empty_days(session: Session) -> None:
    """A thousand connected learners keep one each: 60 kB, were no square shared."""
    years = []
    for _ in range(2):
        presence = presence_of(session, user=a_learner(session), now=NOW)
        years.append([cell for week in presence_fields(presence)["heat"] for cell in week])
    mine, theirs = years
    assert len(mine) > 360
    assert all(one is other for one, other in zip(mine, theirs, strict=True))
