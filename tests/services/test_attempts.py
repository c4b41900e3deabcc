"""Tests are opened for those who may take them, and ask what suits the learner."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.content.library import library
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.models import (
    Attempt,
    AttemptItem,
    Curriculum,
    ItemVariant,
    PersonalizedPlan,
    User,
    WeeklyPlan,
)
from learnconnect_app.services.attempts import (
    start_assessment,
    start_final,
    start_retest,
    start_weekly_test,
)
from learnconnect_app.services.plans import pause_plan
from learnconnect_app.services.submissions import submit_attempt
from tests.factories import NOW, a_learner, a_plan, days_of, weeks_of
from tests.journeys import do_days, items_of, take_weekly_test

Start = Callable[..., uuid.UUID]


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def plan(session: Session, user: User) -> PersonalizedPlan:
    return a_plan(session, user)


@pytest.fixture
def ready(session: Session, plan: PersonalizedPlan) -> WeeklyPlan:
    """The first week, ready for its test."""
    do_days(session, plan, now=NOW)
    return weeks_of(session, plan)[0]


def begin(session: Session, week: WeeklyPlan, user: User) -> uuid.UUID:
    return start_weekly_test(session, user_id=user.id, weekly_plan_id=week.id, now=NOW)


def variants_of(session: Session, attempt_id: uuid.UUID) -> Sequence[ItemVariant]:
    return session.exec(
        select(ItemVariant)
        .join(AttemptItem, col(AttemptItem.variant_id) == ItemVariant.id)
        .where(AttemptItem.attempt_id == attempt_id)
    ).all()


def test_an_assessment_begins_with_one_item_and_an_hour(session: Session, user: User) -> None:
    attempt_id = start_assessment(session, user_id=user.id, curriculum_key="python", now=NOW)

    attempt = session.get_one(Attempt, attempt_id)
    assert (attempt.kind, attempt.status, attempt.plan_id) == ("initial", "running", None)
    assert attempt.deadline_at - attempt.started_at == timedelta(minutes=60)
    assert [item.position for item in items_of(session, attempt_id)] == [0]


def test_a_running_assessment_is_handed_out_again(session: Session, user: User) -> None:
    first, second = (
        start_assessment(session, user_id=user.id, curriculum_key="python", now=now)
        for now in (NOW, NOW + timedelta(minutes=5))
    )
    assert first == second
    assert len(items_of(session, first)) == 1


def test_two_tabs_begin_one_assessment(database: Database) -> None:
    with database.transaction() as session:
        user = a_learner(session)

    def tab(_number: int) -> uuid.UUID:
        with database.transaction() as session:
            return start_assessment(session, user_id=user.id, curriculum_key="python", now=NOW)

    with ThreadPoolExecutor(4) as tabs:
        (attempt_id,) = set(tabs.map(tab, range(4)))
    with database.reading() as session:
        assert len(items_of(session, attempt_id)) == 1


def test_what_is_no_track_has_no_assessment(session: Session, user: User) -> None:
    exam = Curriculum(key="some-exam", kind="exam", icon="flag")
    retired = Curriculum(key="old-role", kind="role", icon="flag", is_retired=True)
    session.add_all([exam, retired])
    session.flush()

    for key in ("no-such-track", exam.key, retired.key):
        with pytest.raises(NotFound):
            start_assessment(session, user_id=user.id, curriculum_key=key, now=NOW)
    assert session.exec(select(Attempt)).all() == []


def test_nobody_begins_nothing(session: Session) -> None:
    with pytest.raises(NotFound):
        start_assessment(session, user_id=uuid.uuid4(), curriculum_key="python", now=NOW)


def test_a_weekly_test_asks_thirty_items_shared_evenly_among_the_weeks_topics(
    session: Session, plan: PersonalizedPlan, user: User, ready: WeeklyPlan
) -> None:
    items = items_of(session, begin(session, ready, user))

    taught = {key for task in days_of(session, plan)[:7] for key in task.topics}
    share = Counter(item.topic_key for item in items)
    assert len(items) == 30
    assert set(share) == taught
    assert set(share.values()) == {4, 5}
    assert {item.course_key for item in items} == {ready.course_key}
    assert [item.position for item in items] == list(range(30))


def test_the_time_is_half_as_much_again_as_the_items_need(
    session: Session, user: User, ready: WeeklyPlan
) -> None:
    attempt = session.get_one(Attempt, begin(session, ready, user))

    needed = sum(item.expected_seconds for item in items_of(session, attempt.id))
    allowed = (attempt.deadline_at - attempt.started_at).total_seconds()
    assert needed * 1.5 <= allowed < needed * 1.5 + 60


def test_no_question_comes_twice_in_a_test(session: Session, user: User, ready: WeeklyPlan) -> None:
    asked = [
        (variant.item_key, str(variant.question["stem"]), variant.question.get("code"))
        for variant in variants_of(session, begin(session, ready, user))
    ]
    assert len(set(asked)) == 30


def test_options_are_shuffled_for_each_item(
    session: Session, user: User, ready: WeeklyPlan
) -> None:
    items = items_of(session, begin(session, ready, user))

    assert all(sorted(item.order) == list(range(len(item.order))) for item in items)
    assert len({tuple(item.order) for item in items}) > 5


def test_only_variants_that_the_content_check_proves_are_asked(
    session: Session, user: User, ready: WeeklyPlan
) -> None:
    variants = variants_of(session, begin(session, ready, user))

    from_templates = [each for each in variants if each.item_key in library().templates]
    assert from_templates
    assert all(0 <= each.seed < 200 for each in from_templates)


def test_a_running_test_is_handed_out_again(
    session: Session, user: User, ready: WeeklyPlan
) -> None:
    assert begin(session, ready, user) == begin(session, ready, user)
    assert len(session.exec(select(Attempt)).all()) == 1


def test_a_weekly_test_waits_for_all_days_of_its_week(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    first, second, *_ = weeks_of(session, plan)
    for week in (first, second):
        with pytest.raises(DomainError, match="test_locked"):
            begin(session, week, user)
    first.status = "passed"
    with pytest.raises(DomainError, match="test_locked"):
        begin(session, first, user)


@pytest.mark.parametrize("start", [start_final, start_retest])
def test_the_last_tests_wait_for_their_phase(
    session: Session, user: User, plan: PersonalizedPlan, start: Start
) -> None:
    wrong = {"weeks", "final", "correction", "retest", "finished"} - {start.__name__[6:]}
    for plan.phase in sorted(wrong):
        with pytest.raises(DomainError, match="test_locked"):
            start(session, user_id=user.id, plan_id=plan.id, now=NOW)


@pytest.mark.parametrize("start", [start_final, start_retest])
def test_the_last_tests_ask_sixty_items_over_all_weeks(
    session: Session, user: User, plan: PersonalizedPlan, start: Start
) -> None:
    plan.phase = start.__name__[6:]
    attempt_id = start(session, user_id=user.id, plan_id=plan.id, now=NOW)

    share = Counter(item.topic_key for item in items_of(session, attempt_id))
    assert sum(share.values()) == 60
    assert len(share) == 28
    assert set(share.values()) == {2, 3}
    assert start(session, user_id=user.id, plan_id=plan.id, now=NOW) == attempt_id


def test_a_paused_plan_has_no_tests(
    session: Session, user: User, plan: PersonalizedPlan, ready: WeeklyPlan
) -> None:
    pause_plan(session, user_id=user.id, plan_id=plan.id, now=NOW)
    session.refresh(plan)

    with pytest.raises(DomainError, match="plan_paused"):
        begin(session, ready, user)
    for start in (start_final, start_retest):
        with pytest.raises(DomainError, match="plan_paused"):
            start(session, user_id=user.id, plan_id=plan.id, now=NOW)


def test_the_tests_of_someone_else_do_not_exist(
    session: Session, plan: PersonalizedPlan, ready: WeeklyPlan
) -> None:
    other = a_learner(session)

    for week_id in (ready.id, uuid.uuid4()):
        with pytest.raises(NotFound):
            start_weekly_test(session, user_id=other.id, weekly_plan_id=week_id, now=NOW)
    for start in (start_final, start_retest):
        with pytest.raises(NotFound):
            start(session, user_id=other.id, plan_id=plan.id, now=NOW)


def test_another_plan_of_the_same_track_waits_for_the_running_test(
    session: Session, user: User, ready: WeeklyPlan, plan: PersonalizedPlan
) -> None:
    begin(session, ready, user)
    plan.status = "paused"
    session.flush()
    twin = weeks_of(session, a_plan(session, user))[0]
    twin.status = "test_ready"
    session.flush()

    with pytest.raises(DomainError, match="another_test_running"):
        begin(session, twin, user)


def test_a_retest_asks_new_questions_and_the_weak_topics_twice_as_often(
    session: Session, user: User, plan: PersonalizedPlan, ready: WeeklyPlan
) -> None:
    failed = take_weekly_test(session, plan, right=19, now=NOW)
    do_days(session, plan, now=NOW)
    again = begin(session, ready, user)

    attempt = session.get_one(Attempt, again)
    before = {each.id: each for each in variants_of(session, failed)}
    after = {each.id: each for each in variants_of(session, again)}
    assert attempt.number == 2
    assert attempt.target_step == -1
    assert not before.keys() & after.keys()

    weak = {key for task in days_of(session, plan)[7:9] for key in task.topics}
    share = Counter(item.topic_key for item in items_of(session, again))
    assert {task.kind for task in days_of(session, plan)[7:9]} == {"extra"}
    assert all(share[key] in (6, 7) for key in weak)
    assert all(share[key] in (3, 4) for key in share.keys() - weak)


def test_items_seen_least_come_back_when_a_week_has_run_out_of_new_ones(
    session: Session, user: User, plan: PersonalizedPlan, ready: WeeklyPlan
) -> None:
    for _ in range(8):
        take_weekly_test(session, plan, right=0, now=NOW)
        do_days(session, plan, now=NOW)

    attempt_id = begin(session, ready, user)
    assert len(items_of(session, attempt_id)) == 30
    submit_attempt(session, user_id=user.id, attempt_id=attempt_id, now=NOW)
