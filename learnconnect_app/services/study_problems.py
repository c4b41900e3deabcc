"""Reads what a study plan is made from: topics that count, where the learner stands, the days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session, and_, col, or_, select

from learnconnect_app.domain.shared_days import (
    TEST_MINUTES,
    SharedDays,
    days_with_test,
    monday_of,
)
from learnconnect_app.domain.study_problems import (
    Day,
    Kind,
    Lesson,
    Pin,
    Problem,
    review_only_days,
)
from learnconnect_app.models import (
    StudyPlan,
    StudySession,
    User,
)
from learnconnect_app.services.shared_days import shared_days
from learnconnect_app.services.study_places import (
    Place,
    first_day,
    lesson_of,
    places_that_count,
    points_by_topic,
)

ENDED = ("done", "partly", "missed")
BEGUN = ("running", "paused")


@dataclass(frozen=True, slots=True)
class Study:
    """Everything the planner is asked with, and the rows it came from."""

    plan: StudyPlan
    today: date
    places: Sequence[Place]
    sessions: Sequence[StudySession]
    """Of today and later, those done today, and this week's practice tests."""
    shared: SharedDays
    problem: Problem
    parts_done: Mapping[str, int]
    """Of topics begun and not finished."""

    @property
    def studied_today(self) -> set[str]:
        return {
            place.topic
            for place in self.places
            if place.progress and place.progress.studied_day == self.today
        }


def problem_of(session: Session, plan: StudyPlan, user: User, today: date) -> Problem:
    """The planner's problem on a study day: topic keys as lessons, course keys as subjects.

    In at most 8 queries, whatever the size. Day 0 is ``today``, less what was done already.
    """
    return study_of(session, plan, user, today).problem


def study_of(session: Session, plan: StudyPlan, user: User, today: date) -> Study:
    """As ``problem_of``, with the rows."""
    assert plan.exam_day
    places, weights = places_that_count(session, plan)
    sessions = _sessions(session, plan.id, today)
    days = (plan.exam_day - today).days
    shared = shared_days(session, plan, user, today, days)
    start = first_day(plan, user, today)
    problem = Problem(
        lessons=_lessons(plan, places, weights, today, start),
        days=_days(plan, shared, sessions, start),
        pins=_pins(sessions, today, days),
        multipliers=plan.multipliers,
        review_only_days=review_only_days((plan.exam_day - start).days),
    )
    parts = _parts_done(session, plan, problem)
    return Study(plan, today, places, sessions, shared, problem, parts)


def _sessions(session: Session, plan_id: UUID, today: date) -> Sequence[StudySession]:
    is_test = col(StudySession.kind) == Kind.PRACTICE_TEST
    return session.exec(
        select(StudySession)
        .where(
            StudySession.plan_id == plan_id,
            or_(
                col(StudySession.day) >= today,
                col(StudySession.done_day) == today,
                and_(is_test, col(StudySession.day) >= monday_of(today)),
            ),
        )
        .order_by(col(StudySession.day), col(StudySession.position))
        .execution_options(populate_existing=True)
    ).all()


def _parts_done(session: Session, plan: StudyPlan, problem: Problem) -> dict[str, int]:
    """Sessions that were studied of each topic begun; a topic learned again is told by its aim."""
    aims = {
        lesson.key: lesson.aimed_minutes for lesson in problem.lessons if lesson.done_minutes > 0
    }
    if not aims:
        return {}
    rows = session.exec(
        select(StudySession.topic_key, StudySession.aimed_minutes).where(
            StudySession.plan_id == plan.id,
            StudySession.kind == Kind.NEW,
            col(StudySession.topic_key).in_(aims),
            col(StudySession.status).in_(("done", "partly")),
        )
    )
    return Counter(topic for topic, aimed in rows if topic and aims[topic] == aimed)


def _lessons(
    plan: StudyPlan, places: Sequence[Place], weights: Mapping[str, float], today: date, start: date
) -> list[Lesson]:
    points = points_by_topic(plan, places, weights)
    excluded = set(plan.excluded_topics)
    return [
        lesson_of(plan, place, points[place.topic], today, start)
        for place in places
        if place.topic not in excluded
    ]


def _days(
    plan: StudyPlan, shared: SharedDays, sessions: Sequence[StudySession], start: date
) -> list[Day]:
    assert plan.exam_day
    days = (plan.exam_day - shared.today).days
    tests = [each for each in sessions if each.kind == Kind.PRACTICE_TEST]
    fixed = {monday_of(each.day) for each in tests if each.is_pinned or each.status != "planned"}
    with_test = days_with_test(shared, start=start, exam_day=plan.exam_day, taken_weeks=fixed)
    done = sum(each.minutes for each in sessions if _is_done_on(each, shared.today))
    answer = []
    for number in range(days):
        day = shared.today + timedelta(number)
        minutes = shared.minutes_on(day) - (0 if number else done)
        test = TEST_MINUTES if day in with_test else 0
        answer.append(Day(max(0, minutes), test, shared.is_free(day)))
    return answer


def _is_done_on(row: StudySession, day: date) -> bool:
    return row.done_day == day and row.status in ("done", "partly") and row.kind != "own"


def _pins(sessions: Sequence[StudySession], today: date, days: int) -> list[Pin]:
    """Sessions that stay where they are: put there by the learner, or begun."""
    return [
        Pin((each.day - today).days, each.topic_key or "", Kind(each.kind), each.minutes)
        for each in sessions
        if is_fixed(each) and 0 <= (each.day - today).days < days
    ]


def is_fixed(row: StudySession) -> bool:
    """Whether planning works around the session."""
    if row.kind == "own" or row.status in ENDED:
        return False
    return row.is_pinned or row.status in BEGUN
