"""A plan is made again: what stays, what moves, and what is written about it."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from learnconnect_app.models import BusyTime, LessonProgress, StudyPlan, StudySession, User
from learnconnect_app.services.lesson_progress import note_studied
from learnconnect_app.services.study_problems import problem_of
from learnconnect_app.services.study_replanning import Start, replan
from learnconnect_app.services.study_settling import settle_study_days
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner, a_plan, a_study_plan, sessions_of

DAY = timedelta(days=1)


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def plan(session: Session, user: User) -> StudyPlan:
    return a_study_plan(session, user, weekday_minutes=[80] * 7)


def facts(rows: Iterable[StudySession]) -> list[tuple[object, ...]]:
    names = ("id", "day", "position", "start_minute", "kind", "topic_key", "minutes", "part")
    return [tuple(getattr(row, name) for name in names) for row in rows]


def study(
    session: Session, user: User, row: StudySession, day: date, *, percent: int = 100
) -> None:
    """As completing does, without paying."""
    now = NOW + (day - MONDAY)
    row.status = "done" if percent >= 80 else "partly"
    row.percent, row.done_day, row.ended_at = percent, day, now
    minutes = round(row.minutes * percent / 100)
    note_studied(session, user=user, study_session=row, minutes=minutes, now=now)
    session.flush()


def again(session: Session, user: User, plan: StudyPlan, day: date = MONDAY, **how: object):  # type: ignore[no-untyped-def]
    now = NOW + (day - MONDAY)
    return replan(session, plan, user, kind="adapted", reasons=[], now=now, **how)


@pytest.mark.parametrize("start", list(Start))
def test_planning_again_without_news_changes_nothing(
    session: Session, user: User, plan: StudyPlan, start: Start
) -> None:
    before = facts(sessions_of(session, plan))

    assert again(session, user, plan, start=start) is None
    assert facts(sessions_of(session, plan)) == before


def test_a_plan_that_is_followed_stays_as_it_is(
    session: Session, user: User, plan: StudyPlan
) -> None:
    before = facts(sessions_of(session, plan))
    for number in range(20):
        day = MONDAY + number * DAY
        assert settle_study_days(session, user_id=user.id, now=NOW + number * DAY) is None
        for row in sessions_of(session, plan, day=day):
            study(session, user, row, day)
        assert again(session, user, plan, day) is None
        assert again(session, user, plan, day + DAY, start=Start.TODAY) is None
    assert facts(sessions_of(session, plan)) == before


def test_a_day_half_done_leaves_the_rest_of_it(
    session: Session, user: User, plan: StudyPlan
) -> None:
    first, *_ = sessions_of(session, plan, day=MONDAY)
    study(session, user, first, MONDAY)

    before = facts(sessions_of(session, plan))
    assert again(session, user, plan) is None
    assert facts(sessions_of(session, plan)) == before


def test_a_fixed_session_stays_and_the_others_go_around_it(
    session: Session, user: User, plan: StudyPlan
) -> None:
    row = next(each for each in sessions_of(session, plan) if each.day >= MONDAY + 9 * DAY)
    row.day, row.start_minute, row.is_pinned = MONDAY + 2 * DAY, 17 * 60 + 15, True
    session.flush()
    again(session, user, plan)

    session.refresh(row)
    assert (row.day, row.start_minute) == (MONDAY + 2 * DAY, 17 * 60 + 15)
    there = sessions_of(session, plan, day=row.day)
    assert [each.position for each in there] == list(range(len(there)))
    spans = [(each.start_minute or 0, each.minutes) for each in there]
    for (start, minutes), (following, _) in itertools.pairwise(spans):
        assert start + minutes + 5 <= following
    assert sum(each.minutes for each in there) <= 80


def test_busy_times_are_left_free(session: Session, user: User) -> None:
    session.add(
        BusyTime(user_id=user.id, title="Gym", weekday=0, start_minute=17 * 60, end_minute=18 * 60)
    )
    plan = a_study_plan(session, user, days=30)

    mondays = [each for each in sessions_of(session, plan) if each.day.weekday() == 0]
    assert mondays
    assert all((each.start_minute or 0) >= 18 * 60 for each in mondays)


def test_a_busy_day_has_no_more_minutes_than_are_free(session: Session, user: User) -> None:
    session.add(
        BusyTime(user_id=user.id, title="Away", weekday=1, start_minute=0, end_minute=23 * 60 + 20)
    )
    plan = a_study_plan(session, user, days=30, weekday_minutes=[120] * 7)

    minutes: defaultdict[date, int] = defaultdict(int)
    for each in sessions_of(session, plan):
        minutes[each.day] += each.minutes
    assert all(used <= 40 for day, used in minutes.items() if day.weekday() == 1)


def test_the_skill_plan_has_its_share_of_the_day(session: Session, user: User) -> None:
    a_plan(session, user)  # 28 days of 60 minutes
    plan = a_study_plan(session, user, weekday_minutes=[90] * 7)

    problem = problem_of(session, plan, user, MONDAY)
    minutes = [day.minutes for day in problem.days]
    assert minutes[:6] == [30] * 6
    assert set(minutes[28:]) == {0, 90}


def test_weekly_practice_tests_are_on_the_last_study_day_of_the_week(
    session: Session, user: User
) -> None:
    plan = a_study_plan(session, user, days=70, weekday_minutes=[60] * 7)

    tests = [each.day for each in sessions_of(session, plan) if each.kind == "practice_test"]
    assert tests[0] == MONDAY + 12 * DAY
    assert {day.weekday() for day in tests} == {5}
    assert len(tests) == len({day.isocalendar().week for day in tests})


def test_a_short_plan_has_a_test_every_other_week(session: Session, user: User) -> None:
    plan = a_study_plan(session, user, days=40, weekday_minutes=[60] * 7)

    tests = [each.day for each in sessions_of(session, plan) if each.kind == "practice_test"]
    assert tests == [MONDAY + 19 * DAY, MONDAY + 33 * DAY]


def test_queries_do_not_grow_with_the_plan(
    session: Session, user: User, count_queries: Counting
) -> None:
    counts = []
    for days in (20, 200):
        plan = a_study_plan(session, user, days=days)
        user_id, plan_id = user.id, plan.id
        with count_queries(session) as queries:
            here = session.get_one(StudyPlan, plan_id)
            owner = session.get_one(User, user_id)
            problem_of(session, here, owner, MONDAY)
        assert len(queries) <= 10  # two of them load the plan and its learner
        with count_queries(session) as queries:
            here = session.get_one(StudyPlan, plan_id)
            owner = session.get_one(User, user_id)
            here.weekday_minutes = [100] * 7
            replan(session, here, owner, kind="edited", reasons=[], now=NOW)
        counts.append(len(queries))
    assert max(counts) <= 20
    assert abs(counts[0] - counts[1]) <= 2


def test_a_session_that_only_moves_keeps_its_id(
    session: Session, user: User, plan: StudyPlan
) -> None:
    before = {row.id: row.topic_key for row in sessions_of(session, plan)}
    plan.weekday_minutes = [80, 80, 0, 80, 80, 80, 80]
    change = again(session, user, plan)

    assert change is not None
    after = {row.id: row.topic_key for row in sessions_of(session, plan)}
    assert len(before.keys() & after.keys()) > 0.8 * len(before)
    assert all(before[each] == after[each] for each in before.keys() & after.keys())
    assert change.summary["moved"] > 0
    assert not [row for row in sessions_of(session, plan) if row.day.weekday() == 2]


def test_a_topic_that_left_the_curriculum_breaks_nothing(
    session: Session, user: User, plan: StudyPlan
) -> None:
    plan.excluded_topics = ["small-a-0-0", "no-such-topic"]
    plan.focus_courses = ["small-b", "no-such-course"]
    again(session, user, plan, start=Start.TODAY)

    topics = {row.topic_key for row in sessions_of(session, plan)}
    assert "small-a-0-0" not in topics
    assert "small-a-0-1" in topics


def test_points_of_all_topics_are_the_whole_score(
    session: Session, user: User, plan: StudyPlan
) -> None:
    plan.focus_courses = ["small-c"]
    lessons = problem_of(session, plan, user, MONDAY).lessons

    by_course: defaultdict[str, float] = defaultdict(float)
    for lesson in lessons:
        by_course[lesson.subject] += lesson.weight
    assert sum(by_course.values()) == pytest.approx(100)
    assert by_course["small-c"] / by_course["small-b"] == pytest.approx(1.25 * 20 / 30)


def test_progress_follows_what_was_studied(session: Session, user: User, plan: StudyPlan) -> None:
    for row in sessions_of(session, plan, day=MONDAY):
        study(session, user, row, MONDAY)

    rows = session.exec(select(LessonProgress)).all()
    assert {row.studied_day for row in rows if row.learned_depth} == {MONDAY}
    assert all(row.mastery > 0 for row in rows if row.learned_depth)
