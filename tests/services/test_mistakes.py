"""The mistake notebook: what goes in, how it comes back, and when it tells its answers."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlmodel import Session, col, delete, select

from learnconnect_app.content.library import library
from learnconnect_app.content.questions import Question
from learnconnect_app.devtools.answering import response_to
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.mistake_views import MistakeReview
from learnconnect_app.domain.views import ReviewItem
from learnconnect_app.models import (
    DailyActivity,
    Item,
    ItemVariant,
    Lesson,
    LessonProgress,
    Mistake,
    StudyPlan,
    TopicMastery,
    User,
)
from learnconnect_app.services import mistake_reviews
from learnconnect_app.services.mistake_lists import (
    mistakes_of_topic,
    mistakes_view,
    shown_mistake,
)
from learnconnect_app.services.mistake_reviews import Chosen, answer_review, next_review
from learnconnect_app.services.mistakes import put_back, take_out
from learnconnect_app.services.quizzes import start_practice, start_quiz
from learnconnect_app.services.submissions import submit_attempt
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner
from tests.journeys import do_days, items_of, make_plan, take_test, take_weekly_test
from tests.study_factories import a_study_plan

TOPIC, MODULE = "tyt-mat-temel-kavramlar", "tyt-mat-sayilar"
BY_HAND = "tyt-trk-sozcuk-anlami"
TOMORROW = NOW + timedelta(days=1)


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def plan(session: Session, user: User) -> StudyPlan:
    return a_study_plan(session, user)


def practise(
    session: Session, user: User, *, right: int, topic: str = TOPIC, now: datetime = NOW
) -> UUID:
    attempt_id = start_practice(session, user_id=user.id, topic_key=topic, now=now)
    return take_test(session, user.id, attempt_id, right=right, now=now)


def kept(session: Session, user: User) -> Sequence[Mistake]:
    found = select(Mistake).where(Mistake.user_id == user.id).order_by(col(Mistake.item_key))
    return session.exec(found.execution_options(populate_existing=True)).all()


def upcoming(
    session: Session, user: User, *, now: datetime = TOMORROW, course: str = ""
) -> MistakeReview:
    return next_review(session, user_id=user.id, course_key=course, number=0, now=now)


def review(
    session: Session, user: User, *, right: bool, now: datetime = TOMORROW, mistake_id: str = ""
) -> ReviewItem:
    """Answer the mistake that comes next."""
    row = session.get_one(Mistake, UUID(mistake_id or upcoming(session, user, now=now).id))
    again = mistake_reviews.asked_again(session, row)
    return answer_review(
        session,
        user_id=user.id,
        mistake_id=row.id,
        response=response_to(again.question, again.order, is_right=right),
        seconds=30,
        now=now,
    )


# ---- what goes in ------------------------------------------------------------------------------


def test_wrong_answers_go_in_and_right_ones_do_not(
    session: Session, user: User, plan: StudyPlan
) -> None:
    attempt_id = practise(session, user, right=4)
    rows = kept(session, user)
    wrong = [item for item in items_of(session, attempt_id) if not item.is_correct]
    assert {row.variant_id for row in rows} == {item.variant_id for item in wrong}
    assert {row.attempt_item_id for row in rows} == {item.id for item in wrong}
    assert all(row.due_day == MONDAY + timedelta(days=1) for row in rows)


def test_what_was_left_out_is_no_mistake(session: Session, user: User, plan: StudyPlan) -> None:
    attempt_id = start_practice(session, user_id=user.id, topic_key=TOPIC, now=NOW)
    submit_attempt(session, user_id=user.id, attempt_id=attempt_id, now=NOW)
    assert kept(session, user) == []


def test_submitting_twice_counts_once(session: Session, user: User, plan: StudyPlan) -> None:
    attempt_id = practise(session, user, right=0)
    before = [(row.id, row.times_wrong) for row in kept(session, user)]
    submit_attempt(session, user_id=user.id, attempt_id=attempt_id, now=TOMORROW)
    assert [(row.id, row.times_wrong) for row in kept(session, user)] == before


def test_an_item_that_is_wrong_again_stays_one_mistake(
    session: Session, user: User, plan: StudyPlan
) -> None:
    for day in range(4):
        practise(session, user, right=0, topic=BY_HAND, now=NOW + timedelta(days=day))
    rows = kept(session, user)
    assert len({row.item_key for row in rows}) == len(rows)
    assert max(row.times_wrong for row in rows) > 1


def test_a_right_answer_in_a_test_puts_a_kept_item_off(
    session: Session, user: User, plan: StudyPlan
) -> None:
    for day in range(2):
        practise(session, user, right=0, topic=BY_HAND, now=NOW + timedelta(days=day))
    before = {row.item_key: row.stability for row in kept(session, user)}
    practise(session, user, right=6, topic=BY_HAND, now=NOW + timedelta(days=3))
    put_off = [row for row in kept(session, user) if row.times_right == 1]
    assert put_off
    assert all(row.stability > before[row.item_key] for row in put_off)
    assert all(row.due_day > MONDAY + timedelta(days=3) for row in put_off)


# ---- the lists ---------------------------------------------------------------------------------


def test_topics_come_with_their_counts_those_due_first(
    session: Session, user: User, plan: StudyPlan
) -> None:
    practise(session, user, right=2)
    practise(session, user, right=3, topic=BY_HAND, now=TOMORROW)
    view = mistakes_view(session, user_id=user.id, course_key="", pages=1, now=TOMORROW)
    assert [(t.key, t.open_count, t.due_count) for t in view.topics] == [
        (TOPIC, 4, 4),
        (BY_HAND, 3, 0),
    ]
    assert (view.due_count, view.open_count, view.next_day) == (4, 7, "")
    assert {(c.key, c.open_count) for c in view.courses} == {
        ("tyt-matematik", 4),
        ("tyt-turkce", 3),
    }


def test_filtered_by_a_course_only_its_topics_count(
    session: Session, user: User, plan: StudyPlan
) -> None:
    practise(session, user, right=2)
    practise(session, user, right=3, topic=BY_HAND)
    view = mistakes_view(session, user_id=user.id, course_key="tyt-turkce", pages=1, now=TOMORROW)
    assert ([t.key for t in view.topics], view.due_count) == ([BY_HAND], 3)
    assert len(view.courses) == 2
    assert upcoming(session, user, course="tyt-turkce").left == 3


def test_when_nothing_is_due_it_says_when_the_next_one_comes(
    session: Session, user: User, plan: StudyPlan
) -> None:
    practise(session, user, right=5)
    view = mistakes_view(session, user_id=user.id, course_key="", pages=1, now=NOW)
    assert (view.due_count, view.next_day) == (0, "2026-03-03")
    assert upcoming(session, user, now=NOW) == MistakeReview()


def test_the_list_of_a_topic_holds_questions_and_no_answers(
    session: Session, user: User, plan: StudyPlan
) -> None:
    practise(session, user, right=0, topic=BY_HAND)
    rows = mistakes_of_topic(session, user_id=user.id, topic_key=BY_HAND, now=TOMORROW)
    assert len(rows) == 6
    assert all(row.is_due and row.stem_html for row in rows)


def test_the_answer_is_shown_when_it_is_asked_for(
    session: Session, user: User, plan: StudyPlan
) -> None:
    practise(session, user, right=0, topic=BY_HAND)
    shown = shown_mistake(session, user_id=user.id, mistake_id=kept(session, user)[0].id, now=NOW)
    assert shown.explanation_html
    assert any(option.is_right for option in shown.options)
    assert any(option.is_chosen and not option.is_right for option in shown.options)


def test_pages_take_few_queries(
    session: Session, user: User, plan: StudyPlan, count_queries: Counting
) -> None:
    attempt_id = start_quiz(session, user_id=user.id, module_key=MODULE, now=NOW)
    take_test(session, user.id, attempt_id, right=0, now=NOW)
    practise(session, user, right=0, topic=BY_HAND)
    with count_queries(session) as queries:
        mistakes_view(session, user_id=user.id, course_key="", pages=1, now=TOMORROW)
        mistakes_of_topic(session, user_id=user.id, topic_key=BY_HAND, now=TOMORROW)
        upcoming(session, user)
    assert len(queries) <= 12


# ---- taking out and back -----------------------------------------------------------------------


def test_what_is_taken_out_does_not_come_back_and_undo_brings_it_back(
    session: Session, user: User, plan: StudyPlan
) -> None:
    practise(session, user, right=5)
    [row] = kept(session, user)
    take_out(session, user_id=user.id, mistake_id=row.id, now=NOW)
    take_out(session, user_id=user.id, mistake_id=row.id, now=NOW)
    assert upcoming(session, user).left == 0
    put_back(session, user_id=user.id, mistake_id=row.id, now=NOW)
    assert upcoming(session, user).left == 1


@pytest.mark.parametrize("use", [take_out, put_back, shown_mistake])
def test_mistakes_of_others_do_not_exist(
    session: Session, user: User, plan: StudyPlan, use: object
) -> None:
    practise(session, user, right=5)
    [row] = kept(session, user)
    other = a_learner(session)
    assert callable(use)
    for mistake_id in (row.id, uuid.uuid4()):
        with pytest.raises(NotFound):
            use(session, user_id=other.id, mistake_id=mistake_id, now=NOW)
    with pytest.raises(NotFound):
        answer_review(
            session, user_id=other.id, mistake_id=row.id, response=0, seconds=1, now=TOMORROW
        )
    assert mistakes_of_topic(session, user_id=other.id, topic_key=TOPIC, now=TOMORROW) == ()


# ---- reviews -----------------------------------------------------------------------------------


def test_a_review_asks_without_telling(session: Session, user: User, plan: StudyPlan) -> None:
    practise(session, user, right=0, topic=BY_HAND)
    asked = upcoming(session, user)
    sent = json.dumps(asdict(asked), ensure_ascii=False)
    row = session.get_one(Mistake, UUID(asked.id))
    question = Question.model_validate(session.get_one(ItemVariant, row.variant_id).question)
    assert str(question.explanation)[:40] not in sent
    assert not any(option.is_right or option.is_chosen for option in asked.question.options)
    assert asked.left == 6


def test_a_template_comes_back_as_another_variant_the_same_on_each_look(
    session: Session, user: User, plan: StudyPlan
) -> None:
    for day in range(3):
        practise(session, user, right=0, now=NOW + timedelta(days=day))
    row = next(row for row in kept(session, user) if row.item_key in library().templates)
    last = Question.model_validate(session.get_one(ItemVariant, row.variant_id).question)
    again = mistake_reviews.asked_again(session, row)
    assert again.question.identity != last.identity
    assert mistake_reviews.asked_again(session, row) == again


def test_a_right_answer_puts_it_off_and_says_why(
    session: Session, user: User, plan: StudyPlan
) -> None:
    practise(session, user, right=5)
    told = review(session, user, right=True)
    [row] = kept(session, user)
    assert told.is_correct
    assert told.explanation_html
    assert (row.times_right, row.due_day) == (1, MONDAY + timedelta(days=3))
    assert upcoming(session, user).left == 0


def test_a_wrong_answer_brings_it_back_tomorrow_with_the_new_answer(
    session: Session, user: User, plan: StudyPlan
) -> None:
    practise(session, user, right=5, topic=BY_HAND)
    told = review(session, user, right=False)
    [row] = kept(session, user)
    assert not told.is_correct
    assert (row.times_wrong, row.due_day) == (2, MONDAY + timedelta(days=2))
    assert row.attempt_item_id is None
    shown = shown_mistake(session, user_id=user.id, mistake_id=row.id, now=TOMORROW)
    assert any(option.is_chosen and not option.is_right for option in shown.options)


def test_what_is_chosen_so_far_stays_on_the_screen_for_its_own_question_alone(
    session: Session, user: User, plan: StudyPlan
) -> None:
    practise(session, user, right=4, topic=BY_HAND)
    mistake_id = upcoming(session, user).id
    row = session.get_one(Mistake, UUID(mistake_id))
    again = mistake_reviews.asked_again(session, row)
    response = response_to(again.question, again.order, is_right=False)

    def seen(of: str) -> bool:
        return next_review(
            session,
            user_id=user.id,
            course_key="",
            number=0,
            chosen=Chosen(of, response),
            now=TOMORROW,
        ).question.is_answered

    assert seen(mistake_id)
    assert not seen(str(uuid.uuid4()))
    assert session.get_one(Mistake, UUID(mistake_id)).times_wrong == 1


def test_two_tabs_answer_once(session: Session, user: User, plan: StudyPlan) -> None:
    practise(session, user, right=5)
    mistake_id = upcoming(session, user).id
    review(session, user, right=True, mistake_id=mistake_id)
    with pytest.raises(DomainError, match="review_done"):
        review(session, user, right=True, mistake_id=mistake_id)
    assert kept(session, user)[0].times_right == 1


def test_what_is_not_due_cannot_be_answered(session: Session, user: User, plan: StudyPlan) -> None:
    practise(session, user, right=5)
    with pytest.raises(DomainError, match="review_done"):
        review(session, user, right=True, now=NOW, mistake_id=str(kept(session, user)[0].id))


@pytest.mark.parametrize("response", [-1, 99, [0, 0], "", "x" * 500])
def test_nonsense_is_refused_and_changes_nothing(
    session: Session, user: User, plan: StudyPlan, response: object
) -> None:
    practise(session, user, right=5)
    [row] = kept(session, user)
    with pytest.raises(DomainError, match="bad_answer"):
        answer_review(
            session,
            user_id=user.id,
            mistake_id=row.id,
            response=response,  # type: ignore[arg-type]
            seconds=1,
            now=TOMORROW,
        )
    assert kept(session, user)[0].reviewed_day == MONDAY


def test_it_is_learned_after_right_answers_over_weeks(
    session: Session, user: User, plan: StudyPlan
) -> None:
    practise(session, user, right=5)
    for _ in range(4):
        [row] = kept(session, user)
        assert row.status == "open"
        review(session, user, right=True, now=NOW + (row.due_day - MONDAY))
    assert kept(session, user)[0].status == "learned"
    assert (
        mistakes_view(session, user_id=user.id, course_key="", pages=1, now=TOMORROW).learned_count
        == 1
    )


def test_a_review_makes_a_study_day_and_moves_mastery(
    session: Session, user: User, plan: StudyPlan
) -> None:
    practise(session, user, right=5)
    before = answers_in(session, user)
    review(session, user, right=True)
    assert answers_in(session, user) == before + 1
    days = select(DailyActivity.day).where(
        DailyActivity.user_id == user.id, DailyActivity.kind == "active"
    )
    assert set(session.exec(days)) == {MONDAY, MONDAY + timedelta(days=1)}


def answers_in(session: Session, user: User) -> int:
    return session.exec(
        select(TopicMastery.answers).where(
            TopicMastery.user_id == user.id, TopicMastery.topic_key == TOPIC
        )
    ).one()


def test_an_item_that_left_the_content_is_still_asked_as_it_was(
    session: Session, user: User, plan: StudyPlan
) -> None:
    practise(session, user, right=5, topic=BY_HAND)
    [row] = kept(session, user)
    session.get_one(Item, row.item_key).is_retired = True
    session.flush()
    assert review(session, user, right=True).is_correct


def test_a_topic_that_left_the_content_takes_its_mistakes_out_of_sight(
    session: Session, user: User, plan: StudyPlan
) -> None:
    practise(session, user, right=5)
    session.exec(delete(Lesson).where(col(Lesson.topic_key) == TOPIC))

    view = mistakes_view(session, user_id=user.id, course_key="", pages=1, now=TOMORROW)
    assert (view.topics, view.due_count) == ((), 0)
    assert upcoming(session, user).id == ""


def test_a_review_leaves_the_plan_as_it_is(session: Session, user: User, plan: StudyPlan) -> None:
    practise(session, user, right=5)
    before = [row.model_dump() for row in session.exec(select(LessonProgress))]
    assert before

    review(session, user, right=False)

    session.expire_all()
    assert [row.model_dump() for row in session.exec(select(LessonProgress))] == before


def test_no_review_counts_for_more_than_ten_minutes(
    session: Session, user: User, plan: StudyPlan
) -> None:
    practise(session, user, right=5)
    row = session.get_one(Mistake, UUID(upcoming(session, user).id))
    again = mistake_reviews.asked_again(session, row)
    answer_review(
        session,
        user_id=user.id,
        mistake_id=row.id,
        response=response_to(again.question, again.order, is_right=True),
        seconds=40_000,
        now=TOMORROW,
    )
    day = session.exec(select(DailyActivity).where(DailyActivity.day == TOMORROW.date())).one()
    assert day.minutes == 10


def test_the_tests_of_a_skill_plan_go_in_too_and_its_assessment_does_not(
    session: Session, user: User
) -> None:
    plan = make_plan(session, user.id, curriculum="python", now=NOW)
    assert kept(session, user) == []
    do_days(session, plan, now=NOW)
    take_weekly_test(session, plan, right=25, now=NOW)
    assert 0 < len(kept(session, user)) <= 5
