"""The suggested curriculum of a draft, what a learner changes in it, and what would make room."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.goal_views import SuggestionView
from learnconnect_app.models import StudyPlan, StudySession, User
from learnconnect_app.services.study_goals import save_time
from learnconnect_app.services.study_plans import activate
from learnconnect_app.services.study_suggestions import (
    find_price,
    keep_price,
    room_options,
)
from learnconnect_app.services.suggestion_choices import (
    take_over,
    want_course,
    want_everything,
    want_topic,
)
from learnconnect_app.services.suggestion_views import suggestion_view
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner, a_study_draft

TOPIC = "tyt-mat-temel-kavramlar"


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def draft(session: Session, user: User) -> StudyPlan:
    return a_goal(session, user)


def a_goal(session: Session, user: User, *, days: int = 60, minutes: int = 45) -> StudyPlan:
    """A draft that is ready to be suggested for."""
    return a_study_draft(
        session,
        user,
        score="tyt",
        step="suggestion",
        exam_day=MONDAY + timedelta(days),
        weekday_minutes=[minutes] * 7,
        rest_weekdays=[6],
        level="beginner",
        target={"kind": "net", "value": 70.5, "name": ""},
    )


def prepared(session: Session, user: User, opened: str = "") -> SuggestionView:
    """The suggestion once its price is found."""
    found = find_price(session, user_id=user.id, now=NOW)
    assert keep_price(session, user_id=user.id, found=found, now=NOW)
    return viewed(session, user, opened)


def viewed(session: Session, user: User, opened: str = "") -> SuggestionView:
    return suggestion_view(session, user_id=user.id, opened=opened, now=NOW)


def change(session: Session, user: User, act: Any, **values: object) -> None:
    act(session, user_id=user.id, now=NOW, **values)


def test_there_is_no_suggestion_until_it_is_worked_out(
    session: Session, user: User, draft: StudyPlan
) -> None:
    assert not viewed(session, user).is_ready
    assert room_options(session, user_id=user.id, now=NOW) == ()
    assert prepared(session, user).is_ready


def test_it_says_what_fits_by_course_with_the_most_to_gain_first(
    session: Session, user: User, draft: StudyPlan
) -> None:
    view = prepared(session, user, opened="tyt-matematik")

    assert 0 < view.planned < view.topics == 133
    assert view.is_short
    assert view.planned + view.no_time + view.known == view.topics
    assert view.minutes_a_day == 45
    assert view.courses[0].percent == 33
    assert sum(course.topics for course in view.courses) == 133
    assert sum(course.planned for course in view.courses) == view.planned
    assert len(view.lines) == 25
    assert {line.course for line in view.lines} == {"TYT Matematik"}
    assert [line.minutes > 0 for line in view.lines] == sorted(
        (line.minutes > 0 for line in view.lines), reverse=True
    )
    assert 0 < view.questions_low < view.questions_high <= view.questions == 120
    assert view.target_net == 70.5


def test_what_is_left_out_says_why(session: Session, user: User, draft: StudyPlan) -> None:
    view = prepared(session, user)

    assert {line.reason for line in view.left_out} <= {"no_time", "requirement"}
    assert all(line.opens for line in view.left_out if line.reason == "requirement")


def test_with_time_enough_everything_fits_and_there_is_room(session: Session) -> None:
    user = a_learner(session)
    a_goal(session, user, days=200, minutes=300)
    view = prepared(session, user)

    assert (view.planned, view.no_time, view.is_short) == (133, 0, False)
    assert view.free_hours > 0
    assert room_options(session, user_id=user.id, now=NOW) == ()


def test_a_topic_taken_out_is_not_planned_and_comes_back(
    session: Session, user: User, draft: StudyPlan
) -> None:
    prepared(session, user)
    change(session, user, want_topic, topic_key=TOPIC, is_wanted=False)
    assert not viewed(session, user).is_ready

    view = prepared(session, user, opened="tyt-matematik")
    line = next(line for line in view.lines if line.key == TOPIC)
    assert (line.is_in, line.reason, line.minutes) == (False, "taken_out", 0)
    assert (view.topics, view.taken_out) == (132, 1)

    change(session, user, want_topic, topic_key=TOPIC, is_wanted=True)
    assert prepared(session, user).taken_out == 0


def test_a_course_is_taken_out_as_a_whole(session: Session, user: User, draft: StudyPlan) -> None:
    change(session, user, want_course, course_key="tyt-din", is_wanted=False)

    view = prepared(session, user)
    course = next(course for course in view.courses if course.key == "tyt-din")
    assert (course.is_in, course.planned, view.taken_out) == (False, 0, course.topics)


def test_without_any_topic_there_is_nothing_to_start(
    session: Session, user: User, draft: StudyPlan
) -> None:
    for course in prepared(session, user).courses:
        change(session, user, want_course, course_key=course.key, is_wanted=False)

    view = prepared(session, user)
    assert (view.topics, view.planned, view.is_short) == (0, 0, False)
    with pytest.raises(DomainError) as refusal, session.begin_nested():
        activate(session, user_id=user.id, now=NOW)
    assert refusal.value.code == "no_lessons"
    change(session, user, want_everything)
    assert prepared(session, user).topics == 133


def test_options_make_room_when_taken_over(session: Session, user: User, draft: StudyPlan) -> None:
    before = prepared(session, user)
    options = {each.change: each for each in room_options(session, user_id=user.id, now=NOW)}
    assert options["more_minutes"].more > 0
    assert options["leave_out"].number == before.no_time

    change(session, user, take_over, change="more_minutes")
    assert draft.weekday_minutes == [65] * 6 + [45]
    change(session, user, take_over, change="rest_day_less")
    assert (draft.rest_weekdays, draft.weekday_minutes[6]) == ([], 45)
    change(session, user, take_over, change="later")
    assert draft.exam_day == MONDAY + timedelta(74)
    assert prepared(session, user).planned > before.planned


def test_leaving_out_what_does_not_fit_keeps_what_does(
    session: Session, user: User, draft: StudyPlan
) -> None:
    before = prepared(session, user)
    change(session, user, take_over, change="leave_out")

    after = prepared(session, user)
    assert (after.taken_out, after.topics) == (before.no_time, before.planned + before.known)


def test_no_other_change_is_taken_over(session: Session, user: User, draft: StudyPlan) -> None:
    with pytest.raises(DomainError) as refusal:
        change(session, user, take_over, change="made-up")
    assert refusal.value.code == "bad_request"


def test_a_price_found_for_what_was_changed_meanwhile_is_not_kept(
    session: Session, user: User, draft: StudyPlan
) -> None:
    found = find_price(session, user_id=user.id, now=NOW)
    change(session, user, want_topic, topic_key=TOPIC, is_wanted=False)

    assert not keep_price(session, user_id=user.id, found=found, now=NOW)
    assert not viewed(session, user).is_ready


def test_tomorrow_it_is_worked_out_anew(session: Session, user: User, draft: StudyPlan) -> None:
    prepared(session, user)
    tomorrow = NOW + timedelta(1)
    assert not suggestion_view(session, user_id=user.id, now=tomorrow).is_ready


def test_an_unfinished_draft_has_no_suggestion(session: Session, user: User) -> None:
    a_study_draft(session, user, score="tyt")
    with pytest.raises(DomainError) as refusal:
        find_price(session, user_id=user.id, now=NOW)
    assert refusal.value.code == "goal_unfinished"


def test_the_draft_of_someone_else_is_not_mine(
    session: Session, user: User, draft: StudyPlan
) -> None:
    other = a_learner(session)
    for act, values in (
        (find_price, {}),
        (suggestion_view, {}),
        (want_topic, {"topic_key": TOPIC, "is_wanted": False}),
        (want_everything, {}),
        (take_over, {"change": "later"}),
    ):
        with pytest.raises(DomainError) as refusal:
            change(session, other, act, **values)
        assert refusal.value.code == "goal_no_draft"
    assert draft.excluded_topics == []


def test_what_was_suggested_is_what_activation_plans(
    session: Session, user: User, draft: StudyPlan
) -> None:
    view = prepared(session, user)
    activate(session, user_id=user.id, now=NOW)

    topics = session.exec(
        select(col(StudySession.topic_key)).where(
            StudySession.plan_id == draft.id, col(StudySession.topic_key).is_not(None)
        )
    ).all()
    assert abs(len(set(topics)) - view.planned) <= 5


def test_changing_the_days_makes_the_suggestion_anew(
    session: Session, user: User, draft: StudyPlan
) -> None:
    prepared(session, user)
    change(session, user, save_time, minutes=["60"] * 7, rest_weekdays=[], parts_of_day=[])
    assert not viewed(session, user).is_ready


def test_a_suggestion_is_read_in_few_queries(
    session: Session, user: User, draft: StudyPlan, count_queries: Counting
) -> None:
    prepared(session, user)
    user_id = user.id
    with count_queries(session) as queries:
        suggestion_view(session, user_id=user_id, now=NOW)
    assert len(queries) <= 12
