"""Home with a study plan: its sessions beside the skill plan's day, the exam, rest and absence."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session

from learnconnect_app.domain.home_views import HomeView
from learnconnect_app.models import Absence, StudyPlan, User
from learnconnect_app.services.homes import home_view
from learnconnect_app.services.streaks import record_activity
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_day_done, a_learner, a_plan, noon
from tests.study_factories import a_session, a_study_plan, lessons_of

DAY = timedelta(days=1)
NOON, EVENING = 12 * 60, 18 * 60


def home(session: Session, user: User, day: date = MONDAY, now: datetime | None = None) -> HomeView:
    return home_view(session, user_id=user.id, now=now or noon(day))


def a_day(session: Session, plan: StudyPlan, *statuses: str, day: date = MONDAY) -> None:
    """Sessions of 40 minutes, an hour apart from 18:00 on."""
    lessons = lessons_of(session)
    for number, status in enumerate(statuses):
        a_session(
            session,
            plan,
            lessons[number],
            day=day,
            position=number,
            status=status,
            percent=60 if status == "partly" else 0,
            start_minute=EVENING + 60 * number,
        )


def an_absence(session: Session, user: User, until: date | None) -> None:
    session.add(
        Absence(
            user_id=user.id,
            kind="vacation",
            from_day=MONDAY - DAY,
            until_day=until,
            created_at=NOW,
        )
    )
    session.flush()


def test_sessions_of_today_are_listed_by_their_time(session: Session) -> None:
    user = a_learner(session, locale="tr")
    plan = a_study_plan(session, user)
    lesson = lessons_of(session)[0]
    a_session(session, plan, kind="practice_test", start_minute=EVENING + 90, position=0)
    a_session(session, plan, lesson, start_minute=EVENING, position=1, part=1, parts=2)
    a_session(session, plan, lesson, day=MONDAY + DAY)
    view = home(session, user)
    first, test = view.today
    assert (first.kind, first.detail, first.start) == ("new", "TYT Matematik", "18:00")
    assert (first.href, first.part, first.parts) == (f"/lesson/{lesson.id}", 1, 2)
    assert (test.kind, test.title, test.detail, test.start) == ("practice_test", "", "YKS", "19:30")
    assert (view.state, view.next, view.done, view.total) == ("ready", first, 0, 2)
    assert (view.minutes_left, view.encouragement) == (80, "several")


def test_both_plans_make_one_list_and_the_clock_says_what_is_next(session: Session) -> None:
    user = a_learner(session)
    a_plan(session, user)
    a_day(session, a_study_plan(session, user), "planned", "planned")
    view = home(session, user)
    assert [item.kind for item in view.today] == ["task", "new", "new"]
    assert view.next == view.today[0]
    evening = home(session, user, now=NOW + timedelta(hours=6))
    assert evening.next == view.today[1]
    assert evening.plan is not None
    assert (evening.plan.title, evening.total) == ("Python", 3)
    assert evening.study is not None
    assert (evening.study.title, evening.blocks != (), evening.courses != ()) == ("YKS", True, True)


def test_running_session_comes_first_with_its_clock(session: Session) -> None:
    user = a_learner(session)
    plan = a_study_plan(session, user)
    a_day(session, plan, "done", "planned")
    a_session(
        session,
        plan,
        lessons_of(session)[5],
        position=9,
        status="running",
        spent_seconds=100,
        running_since=NOW - timedelta(minutes=1),
    )
    view = home(session, user)
    assert [item.status for item in view.today] == ["running", "done", "planned"]
    assert (view.state, view.next, view.today[0].seconds) == ("running", view.today[0], 160)


def test_last_minutes_before_the_goal_are_said(session: Session) -> None:
    user = a_learner(session)
    plan = a_study_plan(session, user)
    a_day(session, plan, "done")
    a_session(session, plan, lessons_of(session)[3], position=3, minutes=10)
    view = home(session, user)
    assert (view.minutes_left, view.encouragement, view.done, view.total) == (10, "nearly", 1, 2)


def test_goal_is_reached_when_every_session_is_over(session: Session) -> None:
    user = a_learner(session)
    a_day(session, a_study_plan(session, user), "done", "partly")
    view = home(session, user)
    assert (view.state, view.done, view.total, view.next) == ("done", 2, 2, None)
    assert view.today[1].percent == 60


def test_one_plan_that_is_done_leaves_the_other(session: Session) -> None:
    user = a_learner(session)
    a_day_done(session, a_plan(session, user), now=NOW, day=MONDAY)
    a_day(session, a_study_plan(session, user), "planned")
    view = home(session, user)
    assert (view.state, view.done, view.total) == ("ready", 1, 2)
    assert [item.is_ahead for item in view.today] == [False, False, True]


def test_rest_day_has_nothing_to_do(session: Session) -> None:
    user = a_learner(session)
    a_study_plan(session, user, rest_weekdays=[0])
    view = home(session, user)
    assert (view.state, view.today, view.goal_days) == ("free", (), 6)


@pytest.mark.parametrize(
    ("until", "back_on"), [(MONDAY + 3 * DAY, "2026-03-05"), (None, ""), (MONDAY, None)]
)
def test_absence_says_when_it_ends(
    session: Session, until: date | None, back_on: str | None
) -> None:
    user = a_learner(session)
    a_study_plan(session, user)
    an_absence(session, user, until)
    view = home(session, user)
    expected = ("free", False, "") if back_on is None else ("away", True, back_on)
    assert (view.state, view.is_away, view.back_on) == expected


@pytest.mark.parametrize(
    ("days", "status", "state"),
    [
        (1, "active", "exam_near"),
        (0, "active", "exam_today"),
        (0, "completed", "exam_today"),
        (-1, "completed", "exam_over"),
        (-7, "completed", "exam_over"),
        (-8, "completed", "no_plan"),
    ],
)
def test_exam_comes_and_goes(session: Session, days: int, status: str, state: str) -> None:
    user = a_learner(session)
    plan = a_study_plan(session, user, status=status, exam_day=MONDAY + days * DAY)
    a_day(session, plan, "planned" if days > 0 else "missed")
    view = home(session, user)
    assert view.state == state
    assert (view.study.days_left if view.study else None) == (days if state != "no_plan" else None)


@pytest.mark.parametrize(("status", "state"), [("draft", "draft"), ("paused", "paused")])
def test_goal_that_was_begun_or_rests_can_be_taken_up(
    session: Session, status: str, state: str
) -> None:
    user = a_learner(session)
    plan = a_study_plan(session, user, status=status)
    view = home(session, user)
    card = view.draft if status == "draft" else view.resting
    assert card is not None
    assert (view.state, view.study, card.id, view.today) == (state, None, str(plan.id), ())


def test_passed_days_are_to_be_settled_first(session: Session) -> None:
    user = a_learner(session)
    plan = a_study_plan(session, user)
    plan.settled_day = MONDAY
    session.flush()
    assert not home(session, user).is_behind
    assert home(session, user, MONDAY + DAY).is_behind


def test_small_hours_belong_to_the_evening_before(session: Session) -> None:
    user = a_learner(session)
    a_day(session, a_study_plan(session, user), "planned")
    one_at_night = NOW + timedelta(hours=13)
    view = home(session, user, now=one_at_night)
    assert (view.day, len(view.today), view.next) == ("2026-03-02", 1, view.today[0])


def test_one_learner_sees_no_session_of_another(session: Session) -> None:
    busy, other = a_learner(session), a_learner(session)
    a_day(session, a_study_plan(session, busy), "planned", "running")
    an_absence(session, busy, None)
    view = home(session, other)
    assert (view.state, view.today, view.study, view.is_away) == ("no_plan", (), None, False)


def test_at_most_twelve_queries_with_both_plans(session: Session, count_queries: Counting) -> None:
    user = a_learner(session)
    for _ in range(3):
        a_plan(session, user, status="paused")
    a_plan(session, user)
    plan = a_study_plan(session, user)
    for number in range(8):
        a_day(session, plan, "planned", "done", "partly", "planned", day=MONDAY + number * DAY)
        record_activity(session, user=user, now=noon(MONDAY + number * DAY), minutes=20, tasks=1)
    an_absence(session, user, MONDAY)
    user_id = user.id
    session.expire_all()
    with count_queries(session) as queries:
        view = home_view(session, user_id=user_id, now=noon(MONDAY + 7 * DAY))
    assert len(view.today) == 5
    assert len(queries) <= 12, len(queries)
    assert all(query.startswith("SELECT") for query in queries)
