"""Quizzes of modules and practice of topics: who may take them, and what they ask."""

from __future__ import annotations

import uuid
from collections import Counter

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.models import (
    Attempt,
    AttemptItem,
    Item,
    ItemVariant,
    Lesson,
    StudyPlan,
    User,
)
from learnconnect_app.services.quizzes import start_practice, start_quiz
from learnconnect_app.services.submissions import submit_attempt
from tests.factories import NOW, a_learner
from tests.journeys import items_of, take_test
from tests.study_factories import a_study_plan

MODULE, OTHER_MODULE = "tyt-mat-sayilar", "tyt-mat-mantik-kume-fonksiyon"
TOPIC, OTHER_TOPIC = "tyt-mat-temel-kavramlar", "tyt-trk-sozcuk-anlami"


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def plan(session: Session, user: User) -> StudyPlan:
    return a_study_plan(session, user)


def quiz(session: Session, user: User, module: str = MODULE) -> uuid.UUID:
    return start_quiz(session, user_id=user.id, module_key=module, now=NOW)


def practice(session: Session, user: User, topic: str = TOPIC) -> uuid.UUID:
    return start_practice(session, user_id=user.id, topic_key=topic, now=NOW)


def topics_of(session: Session, module: str) -> list[str]:
    lessons = select(Lesson.topic_key).where(Lesson.module_key == module)
    return list(session.exec(lessons))


def item_keys(session: Session, attempt_id: uuid.UUID) -> set[str]:
    return set(
        session.exec(
            select(ItemVariant.item_key)
            .join(AttemptItem, col(AttemptItem.variant_id) == ItemVariant.id)
            .where(AttemptItem.attempt_id == attempt_id)
        )
    )


# ---- what is asked ----------------------------------------------------------------------------


def test_a_quiz_asks_two_items_of_each_topic_of_its_module(
    session: Session, user: User, plan: StudyPlan
) -> None:
    asked = items_of(session, quiz(session, user))
    topics = topics_of(session, MODULE)
    assert Counter(item.topic_key for item in asked) == dict.fromkeys(topics, 2)
    assert len(asked) == 2 * len(topics) == 8


def test_what_the_learner_left_out_of_the_plan_is_not_asked(
    session: Session, user: User, plan: StudyPlan
) -> None:
    left_out, *others = topics_of(session, MODULE)
    plan.excluded_topics = [left_out]
    session.flush()
    asked = items_of(session, quiz(session, user))
    assert {item.topic_key for item in asked} == set(others)


def test_practice_asks_six_items_of_its_topic_and_new_ones_the_next_time(
    session: Session, user: User, plan: StudyPlan
) -> None:
    topic = OTHER_TOPIC
    first = practice(session, user, topic)
    take_test(session, user.id, first, right=6, now=NOW)
    second = practice(session, user, topic)
    assert {item.topic_key for item in items_of(session, second)} == {topic}
    assert len(items_of(session, first)) == 6
    everything = session.exec(select(Item.key).where(Item.topic_key == topic)).all()
    unseen = set(everything) - item_keys(session, first)
    assert unseen <= item_keys(session, second)
    assert session.get_one(Attempt, second).number == 2


def test_items_retired_meanwhile_are_not_asked_and_too_few_of_them_are_no_test(
    session: Session, user: User, plan: StudyPlan
) -> None:
    for item in session.exec(select(Item).where(Item.topic_key == OTHER_TOPIC)):
        item.is_retired = True
    session.flush()
    with pytest.raises(DomainError, match="not_enough_items"):
        practice(session, user, OTHER_TOPIC)


# ---- once, and only by whom it belongs to ---------------------------------------------------


def test_starting_again_goes_on_with_the_quiz_that_runs(
    session: Session, user: User, plan: StudyPlan
) -> None:
    assert quiz(session, user) == quiz(session, user)


def test_another_quiz_has_to_wait_for_the_one_that_runs(
    session: Session, user: User, plan: StudyPlan
) -> None:
    quiz(session, user)
    with pytest.raises(DomainError, match="another_test_running"):
        quiz(session, user, OTHER_MODULE)


def test_practice_may_be_taken_beside_a_quiz(session: Session, user: User, plan: StudyPlan) -> None:
    assert quiz(session, user) != practice(session, user)


@pytest.mark.parametrize("status", ["draft", "replaced", "completed"])
def test_without_an_active_plan_there_is_no_quiz(
    session: Session, user: User, plan: StudyPlan, status: str
) -> None:
    plan.status = status
    session.flush()
    with pytest.raises(NotFound):
        quiz(session, user)


def test_a_paused_plan_says_so(session: Session, user: User, plan: StudyPlan) -> None:
    plan.status = "paused"
    session.flush()
    with pytest.raises(DomainError, match="plan_paused"):
        quiz(session, user)
    with pytest.raises(DomainError, match="plan_paused"):
        practice(session, user)


@pytest.mark.parametrize("key", ["nothing", "tyt-matematik", "", "x" * 300])
def test_unknown_modules_and_topics_are_not_found(
    session: Session, user: User, plan: StudyPlan, key: str
) -> None:
    with pytest.raises(NotFound):
        quiz(session, user, key)
    with pytest.raises(NotFound):
        practice(session, user, key)


def test_topics_of_another_curriculum_are_not_found(
    session: Session, user: User, plan: StudyPlan
) -> None:
    with pytest.raises(NotFound):
        practice(session, user, "python-first-program")


def test_another_learner_cannot_submit_it(session: Session, user: User, plan: StudyPlan) -> None:
    attempt_id = quiz(session, user)
    with pytest.raises(NotFound):
        submit_attempt(session, user_id=a_learner(session).id, attempt_id=attempt_id, now=NOW)


# ---- how it is judged -------------------------------------------------------------------------


@pytest.mark.parametrize(("right", "is_passed"), [(5, True), (4, False)])
def test_a_quiz_is_passed_from_sixty_percent_on(
    session: Session, user: User, plan: StudyPlan, right: int, is_passed: bool
) -> None:
    attempt_id = take_test(session, user.id, quiz(session, user), right=right, now=NOW)
    attempt = session.get_one(Attempt, attempt_id)
    assert (attempt.total, attempt.is_passed) == (8, is_passed)


def test_practice_is_neither_passed_nor_failed(
    session: Session, user: User, plan: StudyPlan
) -> None:
    attempt_id = take_test(session, user.id, practice(session, user), right=1, now=NOW)
    assert session.get_one(Attempt, attempt_id).is_passed is None
