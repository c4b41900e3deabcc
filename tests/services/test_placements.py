"""The assessment before a study plan: adaptive over the topics that count, by the blueprint."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.exams import assessment_blueprint, course_weights
from learnconnect_app.models import Attempt, Curriculum, LessonProgress, StudyPlan, User
from learnconnect_app.services.adaptive import map_of_score
from learnconnect_app.services.answers import next_adaptive_item
from learnconnect_app.services.exams import exam_of
from learnconnect_app.services.goal_views import goal_view
from learnconnect_app.services.mastery import mastery_by_topic
from learnconnect_app.services.placements import start_placement
from learnconnect_app.services.questions import test_view as view_of_test
from learnconnect_app.services.results import result_view
from learnconnect_app.services.study_goals import choose_exam
from learnconnect_app.services.submissions import submit_attempt
from tests.conftest import Counting
from tests.factories import NOW, a_learner, a_study_draft
from tests.journeys import Knows, answer, items_of


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def draft(session: Session, user: User) -> StudyPlan:
    return a_study_draft(session, user, score="say", step="assessment")


def begun(session: Session, user: User) -> Attempt:
    return session.get_one(Attempt, start_placement(session, user_id=user.id, now=NOW))


def take(session: Session, user: User, *, knows: Knows, most: int = 100) -> Attempt:
    """Answer a placement until it is over, or for ``most`` items; not submitted."""
    attempt = begun(session, user)
    for _ in range(most):
        if not next_adaptive_item(session, user_id=user.id, attempt_id=attempt.id, now=NOW):
            break
        item = items_of(session, attempt.id)[-1]
        answer(session, user.id, item, right=knows(item), now=NOW)
    return attempt


def submitted(session: Session, attempt: Attempt) -> None:
    submit_attempt(session, user_id=attempt.user_id, attempt_id=attempt.id, now=NOW)


def test_placement_asks_of_each_course_what_the_blueprint_says(
    session: Session, user: User, draft: StudyPlan
) -> None:
    attempt = take(session, user, knows=lambda item: item.position % 2 == 0)

    items = items_of(session, attempt.id)
    exam = exam_of(session.get(Curriculum, "yks"))
    assert Counter(item.course_key for item in items) == assessment_blueprint(exam, "say")
    assert len({item.variant_id for item in items}) == len(items)
    assert attempt.study_plan_id == draft.id
    assert attempt.deadline_at == NOW + len(items) * timedelta(seconds=90)


def test_topics_count_as_much_as_they_give_of_the_score(session: Session) -> None:
    topics = map_of_score(session, "yks", "ea")

    percent = course_weights(exam_of(session.get(Curriculum, "yks")), "ea")
    assert topics.weights is not None
    assert sum(topics.weights) == pytest.approx(100)
    assert set(topics.courses) == set(percent)
    history = [w for w, c in zip(topics.weights, topics.courses, strict=True) if c == "ayt-tarih"]
    assert sum(history) == pytest.approx(percent["ayt-tarih"])


def test_what_it_found_seeds_mastery_and_the_planners_belief(
    session: Session, user: User, draft: StudyPlan
) -> None:
    attempt = take(session, user, knows=lambda item: item.course_key.startswith("tyt"))
    submitted(session, attempt)

    kept = {
        row.topic_key: row.mastery
        for row in session.exec(select(LessonProgress).where(LessonProgress.user_id == user.id))
    }
    topics = map_of_score(session, "yks", "say")
    assert set(kept) == set(topics.topics)
    strong = [kept[t] for t, c in topics.course_of.items() if c.startswith("tyt")]
    weak = [kept[t] for t, c in topics.course_of.items() if c.startswith("ayt")]
    assert min(strong) > max(weak)
    known = mastery_by_topic(session, user_id=user.id, topic_keys=topics.topics, now=NOW)
    assert known == pytest.approx(kept, abs=0.05)
    session.refresh(draft)
    assert draft.step == "suggestion"


def test_too_few_answers_leave_the_rating_to_the_learner(
    session: Session, user: User, draft: StudyPlan
) -> None:
    attempt = take(session, user, knows=lambda item: True, most=9)
    submitted(session, attempt)

    assert session.exec(select(LessonProgress)).all() == []
    session.refresh(draft)
    assert draft.step == "assessment"


def test_what_was_studied_already_stays_as_it_is(
    session: Session, user: User, draft: StudyPlan
) -> None:
    studied = LessonProgress(
        user_id=user.id,
        topic_key="tyt-mat-kumeler",
        mastery=0.8,
        stability=12,
        studied_day=NOW.date(),
        updated_at=NOW,
    )
    session.add(studied)
    submitted(session, take(session, user, knows=lambda item: False))

    session.refresh(studied)
    assert (studied.mastery, studied.stability) == (0.8, 12)


def test_its_result_leads_back_to_the_wizard(
    session: Session, user: User, draft: StudyPlan
) -> None:
    attempt = take(session, user, knows=lambda item: True)
    submitted(session, attempt)

    view = result_view(session, user_id=user.id, attempt_id=attempt.id, now=NOW)
    assert (view.next_href, view.next_step, view.kind) == ("/study/new", "goal", "placement")


def test_starting_again_hands_out_the_running_one(
    session: Session, user: User, draft: StudyPlan
) -> None:
    first = begun(session, user)
    assert begun(session, user).id == first.id


@pytest.mark.parametrize("score", ["", "theory"])
def test_it_ends_as_it_began_when_the_draft_turns_to_another_exam(
    session: Session, user: User, draft: StudyPlan, score: str
) -> None:
    attempt = take(session, user, knows=lambda item: True, most=11)
    choose_exam(session, user_id=user.id, curriculum_key="driving-theory", score_key=score, now=NOW)
    step = draft.step
    assert next_adaptive_item(session, user_id=user.id, attempt_id=attempt.id, now=NOW)
    submitted(session, attempt)

    known = session.exec(select(LessonProgress.topic_key)).all()
    assert set(known) == set(map_of_score(session, "yks", "say").topics)
    session.refresh(draft)
    assert draft.step == step
    assert goal_view(session, user_id=user.id, now=NOW).assessment == ""


def test_view_says_how_many_items_there_are(session: Session, user: User, draft: StudyPlan) -> None:
    attempt = begun(session, user)
    view = view_of_test(session, user_id=user.id, attempt_id=attempt.id, position=None, now=NOW)
    assert (view.is_adaptive, view.count, view.fewest) == (True, 40, 40)


def test_a_score_changed_meanwhile_counts_only_what_still_belongs_to_it(
    session: Session, user: User, draft: StudyPlan
) -> None:
    attempt = take(session, user, knows=lambda item: True, most=25)
    draft.score_key = "tyt"
    session.flush()
    while next_adaptive_item(session, user_id=user.id, attempt_id=attempt.id, now=NOW):
        answer(session, user.id, items_of(session, attempt.id)[-1], right=True, now=NOW)
    submitted(session, attempt)

    kept = session.exec(select(LessonProgress.topic_key)).all()
    assert set(kept) == set(map_of_score(session, "yks", "tyt").topics)


@pytest.mark.parametrize(("has_draft", "code"), [(False, "no_draft"), (True, "score_missing")])
def test_it_needs_a_draft_with_a_score(
    session: Session, user: User, has_draft: bool, code: str
) -> None:
    if has_draft:
        a_study_draft(session, user, score="")
    with pytest.raises(DomainError) as refusal:
        start_placement(session, user_id=user.id, now=NOW)
    assert refusal.value.code == f"goal_{code}"


def test_the_next_item_takes_few_queries(
    session: Session, user: User, draft: StudyPlan, count_queries: Counting
) -> None:
    attempt = take(session, user, knows=lambda item: True, most=20)
    attempt_id = attempt.id
    with count_queries(session) as queries:
        next_adaptive_item(session, user_id=user.id, attempt_id=attempt_id, now=NOW)
    assert len(queries) <= 11
