"""A result tells what a test means, why each answer is right, and what comes next."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
from sqlmodel import Session, select

from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.views import ResultView
from learnconnect_app.models import (
    Curriculum,
    PersonalizedPlan,
    RoleProfile,
    Topic,
    User,
    WeeklyPlan,
)
from learnconnect_app.services.attempts import (
    start_assessment,
    start_final,
    start_retest,
    start_weekly_test,
)
from learnconnect_app.services.careers import career_view
from learnconnect_app.services.results import result_view
from learnconnect_app.services.submissions import submit_attempt
from tests.conftest import Counting
from tests.factories import NOW, a_learner, a_plan, days_of, weeks_of
from tests.journeys import answer, do_days, items_of, take_assessment, take_test

See = Callable[[uuid.UUID], ResultView]


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def plan(session: Session, user: User) -> PersonalizedPlan:
    return a_plan(session, user)


@pytest.fixture
def see(session: Session, user: User) -> See:
    return lambda attempt_id: result_view(session, user_id=user.id, attempt_id=attempt_id, now=NOW)


def begin(session: Session, week: WeeklyPlan, user: User) -> uuid.UUID:
    week.status = "test_ready"
    session.flush()
    return start_weekly_test(session, user_id=user.id, weekly_plan_id=week.id, now=NOW)


def take_week(session: Session, week: WeeklyPlan, user: User, right: int) -> uuid.UUID:
    return take_test(session, user.id, begin(session, week, user), right=right, now=NOW)


def pass_all(session: Session, plan: PersonalizedPlan) -> None:
    for week in weeks_of(session, plan):
        week.status = "passed"
    for task in days_of(session, plan):
        task.status = "completed"
    plan.phase = "final"
    session.flush()


def test_there_is_no_result_until_the_test_is_submitted(
    session: Session, user: User, plan: PersonalizedPlan, see: See
) -> None:
    attempt_id = begin(session, weeks_of(session, plan)[0], user)
    with pytest.raises(NotFound):
        see(attempt_id)
    submit_attempt(session, user_id=user.id, attempt_id=attempt_id, now=NOW)
    assert see(attempt_id).total == 30


def test_the_result_of_someone_else_does_not_exist(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    attempt_id = take_week(session, weeks_of(session, plan)[0], user, right=30)
    other = a_learner(session)
    for each in (attempt_id, uuid.uuid4()):
        with pytest.raises(NotFound):
            result_view(session, user_id=other.id, attempt_id=each, now=NOW)
    with pytest.raises(NotFound):
        career_view(session, user_id=other.id, plan_id=plan.id, now=NOW)


def test_a_passed_week_tells_its_score_and_what_it_earned(
    session: Session, user: User, plan: PersonalizedPlan, see: See
) -> None:
    view = see(take_week(session, weeks_of(session, plan)[0], user, right=21))

    assert (view.kind, view.title, view.number) == ("weekly", "Foundations", 1)
    assert (view.score, view.correct, view.total) == (70, 21, 30)
    assert (view.is_passed, view.pass_mark, view.xp) == (True, 70, 300)
    assert (view.next_step, view.next_href, view.diagnosis) == ("next_week", "/plan", None)
    assert 0 <= view.consistency <= 1
    percents = [topic.percent for topic in view.topics]
    assert percents == sorted(percents)
    assert sum(topic.total for topic in view.topics) == 30
    assert view.weak == tuple(topic.title for topic in view.topics if topic.is_weak)


def test_a_score_is_never_rounded_up_to_the_mark(
    session: Session, user: User, plan: PersonalizedPlan, see: See
) -> None:
    view = see(take_week(session, weeks_of(session, plan)[0], user, right=20))
    assert (view.score, view.is_passed) == (66, False)


def test_a_failed_week_tells_its_diagnosis(
    session: Session, user: User, plan: PersonalizedPlan, see: See
) -> None:
    view = see(take_week(session, weeks_of(session, plan)[0], user, right=13))

    assert (view.is_passed, view.next_step, view.xp) == (False, "extra_days", 0)
    assert view.diagnosis is not None
    assert (view.diagnosis.severity, view.diagnosis.extra_days) == ("high", 4)
    assert not view.is_role_switch_suggested


def test_the_third_fail_suggests_another_role_and_a_late_pass_earns_recovery(
    session: Session, user: User, plan: PersonalizedPlan, see: See
) -> None:
    week = weeks_of(session, plan)[0]
    failed = [take_week(session, week, user, right=10) for _ in range(3)]
    passed = see(take_week(session, week, user, right=25))

    assert [see(each).is_role_switch_suggested for each in failed] == [False, False, True]
    assert [see(each).xp for each in failed] == [0, 0, 0]
    assert (passed.number, passed.xp, passed.is_role_switch_suggested) == (4, 325, False)


def test_the_last_week_points_to_the_final(
    session: Session, user: User, plan: PersonalizedPlan, see: See
) -> None:
    pass_all(session, plan)
    view = see(take_week(session, weeks_of(session, plan)[3], user, right=30))
    assert view.next_step == "final"


def test_the_review_shows_what_was_chosen_what_is_right_and_why(
    session: Session, user: User, plan: PersonalizedPlan, see: See
) -> None:
    attempt_id = begin(session, weeks_of(session, plan)[0], user)
    first, second, *_ = items_of(session, attempt_id)
    answer(session, user.id, first, right=True, now=NOW)
    answer(session, user.id, second, right=False, now=NOW)
    submit_attempt(session, user_id=user.id, attempt_id=attempt_id, now=NOW)
    review = see(attempt_id).review

    assert [item.position for item in review] == list(range(30))
    assert [(item.is_answered, item.is_correct) for item in review[:3]] == [
        (True, True),
        (True, False),
        (False, False),
    ]
    for item in review:
        assert item.explanation_html
        assert [option.is_right for option in item.options].count(True) == 1
        assert all(bool(option.misconception) != option.is_right for option in item.options)
    chosen = [next(o for o in item.options if o.is_chosen) for item in review[:2]]
    assert [option.is_right for option in chosen] == [True, False]
    assert review[0].topic == session.get_one(Topic, first.topic_key).title["en"]


def test_the_result_of_an_assessment_is_the_plan_it_led_to(
    session: Session, user: User, see: See
) -> None:
    attempt_id = take_assessment(
        session,
        user.id,
        curriculum="python",
        now=NOW,
        knows=lambda item: item.course_key == "python-foundations",
    )
    submit_attempt(session, user_id=user.id, attempt_id=attempt_id, now=NOW)
    view = see(attempt_id)

    assert (view.kind, view.title, view.next_step, view.next_href) == (
        "initial",
        "Python",
        "plan",
        "/plan",
    )
    assert [(block.title, block.accuracy) for block in view.skipped] == [("Foundations", 100)]
    assert [(week.number, week.days, week.accuracy) for week in view.weeks] == [
        (1, 7, 0),
        (2, 7, 0),
        (3, 7, 0),
    ]
    assert [len(week.topics) for week in view.weeks] == [1, 0, 0]


def test_an_assessment_without_a_plan_leads_back_to_the_tracks(
    session: Session, user: User, see: See
) -> None:
    attempt_id = start_assessment(session, user_id=user.id, curriculum_key="python", now=NOW)
    submit_attempt(session, user_id=user.id, attempt_id=attempt_id, now=NOW)
    view = see(attempt_id)
    assert (view.weeks, view.next_href) == ((), "/plan/new")


@pytest.mark.parametrize(
    ("right", "career", "step", "is_passed"),
    [
        (48, "job_ready", "finished", True),
        (43, "needs_training", "finished", True),
        (42, "needs_training", "correction", False),
        (10, "not_suitable", "correction", False),
    ],
)
def test_a_final_recommends_a_career(
    session: Session,
    user: User,
    plan: PersonalizedPlan,
    see: See,
    right: int,
    career: str,
    step: str,
    is_passed: bool,
) -> None:
    pass_all(session, plan)
    final = start_final(session, user_id=user.id, plan_id=plan.id, now=NOW)
    view = see(take_test(session, user.id, final, right=right, now=NOW))

    assert view.career is not None
    assert (view.career.career, view.career.final_score) == (career, 100 * right // 60)
    assert (view.next_step, view.is_passed) == (step, is_passed)
    assert view.career.readiness == int(0.7 * 100 * right / 60 + 10)
    assert view.career == career_view(session, user_id=user.id, plan_id=plan.id, now=NOW)


def test_the_first_recommendation_stays_with_its_test_and_the_latest_with_the_plan(
    session: Session, user: User, plan: PersonalizedPlan, see: See
) -> None:
    assert career_view(session, user_id=user.id, plan_id=plan.id, now=NOW) is None
    pass_all(session, plan)
    final = start_final(session, user_id=user.id, plan_id=plan.id, now=NOW)
    take_test(session, user.id, final, right=30, now=NOW)
    do_days(session, plan, now=NOW)
    retest = start_retest(session, user_id=user.id, plan_id=plan.id, now=NOW)
    take_test(session, user.id, retest, right=60, now=NOW)

    careers = [see(attempt_id).career for attempt_id in (final, retest)]
    assert [each.career for each in careers if each] == ["not_suitable", "job_ready"]
    assert see(retest).next_step == "finished"
    assert career_view(session, user_id=user.id, plan_id=plan.id, now=NOW) == careers[1]


def test_roles_are_offered_that_ask_for_what_is_proven(
    session: Session, user: User, plan: PersonalizedPlan, see: See
) -> None:
    role = RoleProfile(
        key="made-for-me",
        title={"en": "Made for me"},
        description={"en": "Everything about objects."},
        icon="bot",
        skills={"python-object-orientation": 1.0},
    )
    own = RoleProfile(key="python", icon="bot", skills={"python-object-orientation": 1.0})
    session.add_all([role, own, Curriculum(key=role.key, kind="role", icon="bot", position=99)])
    pass_all(session, plan)
    final = start_final(session, user_id=user.id, plan_id=plan.id, now=NOW)
    skills = dict(session.exec(select(Topic.key, Topic.skill_key)).all())
    for item in items_of(session, final):
        right = skills[item.topic_key] == "python-object-orientation"
        answer(session, user.id, item, right=right, now=NOW)
    submit_attempt(session, user_id=user.id, attempt_id=final, now=NOW)
    view = see(final)

    assert view.career is not None
    assert 1 <= len(view.career.roles) <= 3
    best = view.career.roles[0]
    assert (best.key, best.title, best.has_track) == ("made-for-me", "Made for me", True)
    fits = [fit.fit for fit in view.career.roles]
    assert fits == sorted(fits, reverse=True)
    assert "python" not in {fit.key for fit in view.career.roles}


@pytest.mark.parametrize("kind", ["weekly", "final"])
def test_a_result_takes_at_most_twelve_queries(
    session: Session,
    user: User,
    plan: PersonalizedPlan,
    see: See,
    count_queries: Counting,
    kind: str,
) -> None:
    if kind == "final":
        pass_all(session, plan)
        attempt_id = start_final(session, user_id=user.id, plan_id=plan.id, now=NOW)
    else:
        attempt_id = begin(session, weeks_of(session, plan)[0], user)
    submit_attempt(session, user_id=user.id, attempt_id=attempt_id, now=NOW)
    with count_queries(session) as queries:
        see(attempt_id)
    assert len(queries) <= 12
