"""Mock exams: as in the exam, counted as there."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from itertools import groupby
from uuid import UUID

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.content.questions import Question
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.models import Attempt, AttemptItem, Item, ItemVariant, StudyPlan, User
from learnconnect_app.services.mocks import part_scores, section_starts, start_mock
from learnconnect_app.services.submissions import submit_attempt
from tests.factories import NOW, a_learner
from tests.journeys import answer, items_of, submit_expired
from tests.study_factories import a_study_plan

TYT_PARTS = {
    ("tyt-turkce-testi", "tyt-turkce"): 40,
    ("tyt-sosyal", "tyt-tarih"): 5,
    ("tyt-sosyal", "tyt-cografya"): 5,
    ("tyt-sosyal", "tyt-felsefe"): 5,
    ("tyt-sosyal", "tyt-din"): 5,
    ("tyt-temel-matematik", "tyt-matematik"): 30,
    ("tyt-temel-matematik", "tyt-geometri"): 10,
    ("tyt-fen", "tyt-fizik"): 7,
    ("tyt-fen", "tyt-kimya"): 7,
    ("tyt-fen", "tyt-biyoloji"): 6,
}


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def plan(session: Session, user: User) -> StudyPlan:
    return a_study_plan(session, user)


def sit(session: Session, user: User, test: str = "tyt", *, is_whole: bool = True) -> Attempt:
    attempt_id = start_mock(session, user_id=user.id, test_key=test, is_whole=is_whole, now=NOW)
    return session.get_one(Attempt, attempt_id)


def questions_of(session: Session, attempt_id: UUID) -> list[Question]:
    rows = session.exec(
        select(ItemVariant.question)
        .join(AttemptItem, col(AttemptItem.variant_id) == ItemVariant.id)
        .where(AttemptItem.attempt_id == attempt_id)
    )
    return [Question.model_validate(row) for row in rows]


def test_tyt_asks_120_items_section_after_section_in_165_minutes(
    session: Session, user: User, plan: StudyPlan
) -> None:
    attempt = sit(session, user)
    items = items_of(session, attempt.id)
    runs = [(course, len(list(run))) for course, run in groupby(i.course_key for i in items)]
    assert runs == [(course, count) for (_, course), count in TYT_PARTS.items()]
    assert attempt.deadline_at == NOW + timedelta(minutes=165)
    assert section_starts(attempt) == {
        0: "tyt-turkce-testi",
        40: "tyt-sosyal",
        60: "tyt-temel-matematik",
        100: "tyt-fen",
    }


def test_every_item_has_five_options_and_none_comes_twice(
    session: Session, user: User, plan: StudyPlan
) -> None:
    questions = questions_of(session, sit(session, user).id)
    assert {(each.kind, len(each.options)) for each in questions} == {("choice", 5)}
    assert max(Counter(each.identity for each in questions).values()) == 1


def test_ayt_may_be_taken_whole_or_only_in_what_counts_for_the_score(
    session: Session, user: User, plan: StudyPlan
) -> None:
    own = sit(session, user, "ayt", is_whole=False)
    assert set(section_starts(own).values()) == {"ayt-matematik-testi", "ayt-fen"}
    assert own.deadline_at == NOW + timedelta(minutes=180)
    submit_attempt(session, user_id=user.id, attempt_id=own.id, now=NOW)
    whole = sit(session, user, "ayt")
    assert len(items_of(session, whole.id)) == 160
    assert len(section_starts(whole)) == 4


def test_a_second_mock_asks_other_items_as_far_as_there_are(
    session: Session, user: User, plan: StudyPlan
) -> None:
    first = sit(session, user)
    submit_attempt(session, user_id=user.id, attempt_id=first.id, now=NOW)
    second = sit(session, user)
    seen = {each.identity for each in questions_of(session, first.id)}
    again = [each for each in questions_of(session, second.id) if each.identity in seen]
    assert len(again) < 30
    assert second.number == 2


def test_starting_again_goes_on_and_another_sitting_waits(
    session: Session, user: User, plan: StudyPlan
) -> None:
    assert sit(session, user).id == sit(session, user).id
    with pytest.raises(DomainError, match="another_test_running"):
        sit(session, user, "ayt")


def test_sections_without_content_are_left_out(
    session: Session, user: User, plan: StudyPlan
) -> None:
    for item in session.exec(select(Item).where(col(Item.topic_key).startswith("tyt-fiz"))):
        item.is_retired = True
    session.flush()
    attempt = sit(session, user)
    assert len(items_of(session, attempt.id)) == 113
    courses = [part["course"] for part in attempt.result["parts"]]
    assert courses[-2:] == ["tyt-kimya", "tyt-biyoloji"]


def test_a_sitting_without_any_content_is_refused(
    session: Session, user: User, plan: StudyPlan
) -> None:
    with pytest.raises(DomainError, match="not_enough_items"):
        sit(session, user, "ydt")


@pytest.mark.parametrize("test", ["nothing", "", "tyt-fen"])
def test_unknown_sittings_are_not_found(
    session: Session, user: User, plan: StudyPlan, test: str
) -> None:
    with pytest.raises(NotFound):
        sit(session, user, test)


def test_without_a_study_plan_there_is_no_mock(session: Session, user: User) -> None:
    with pytest.raises(NotFound):
        sit(session, user)


def test_a_blank_costs_nothing_and_four_wrong_take_a_right_away(
    session: Session, user: User, plan: StudyPlan
) -> None:
    attempt = sit(session, user)
    for item in items_of(session, attempt.id)[:28]:
        answer(session, user.id, item, right=item.position < 20, now=NOW)
    submit_attempt(session, user_id=user.id, attempt_id=attempt.id, now=NOW)
    session.refresh(attempt)
    turkish, *others = part_scores(attempt)
    assert (turkish.right, turkish.wrong, turkish.blank, turkish.net(4)) == (20, 8, 12, 18)
    assert all(part.net(4) == 0 and part.blank == part.items for part in others)
    assert (attempt.correct, attempt.total, attempt.is_passed) == (20, 120, None)


def test_when_the_time_is_over_the_scheduler_submits_it_once(
    session: Session, user: User, plan: StudyPlan
) -> None:
    attempt = sit(session, user)
    answer(session, user.id, items_of(session, attempt.id)[0], right=True, now=NOW)
    later = attempt.deadline_at + timedelta(minutes=1)
    assert submit_expired(session, now=later) == 1
    assert submit_expired(session, now=later) == 0
    session.refresh(attempt)
    assert (attempt.status, part_scores(attempt)[0].right) == ("submitted", 1)
