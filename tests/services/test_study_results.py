"""What comes after a quiz, practice, a practice test and a mock."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import Session, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.views import ResultView
from learnconnect_app.models import (
    Attempt,
    Lesson,
    LessonProgress,
    Resource,
    StudyPlan,
    StudySession,
    User,
)
from learnconnect_app.services.mock_lists import mocks_view
from learnconnect_app.services.mocks import start_mock
from learnconnect_app.services.practice_tests import start_practice_test
from learnconnect_app.services.questions import test_view as view_of_test
from learnconnect_app.services.quizzes import start_practice, start_quiz
from learnconnect_app.services.results import more_reviews, result_view
from learnconnect_app.services.study_results import another_kind, study_result_view
from learnconnect_app.services.submissions import submit_attempt
from learnconnect_app.services.xp import total_xp
from tests.conftest import Counting
from tests.factories import NOW, a_learner
from tests.journeys import answer, items_of, take_test
from tests.study_factories import a_study_plan
from tests.tested_plans import a_study_session, studied

MODULE, TOPIC = "tyt-mat-sayilar", "tyt-mat-temel-kavramlar"
LATER = NOW + timedelta(minutes=15)


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session, locale="tr")


@pytest.fixture
def plan(session: Session, user: User) -> StudyPlan:
    return a_study_plan(session, user)


def quiz(session: Session, user: User, right: int) -> UUID:
    attempt_id = start_quiz(session, user_id=user.id, module_key=MODULE, now=NOW)
    return take_test(session, user.id, attempt_id, right=right, now=NOW)


def result(session: Session, user: User, attempt_id: UUID) -> ResultView:
    return result_view(session, user_id=user.id, attempt_id=attempt_id, now=LATER)


def lesson_href(session: Session, topic: str) -> str:
    return f"/lesson/{session.exec(select(Lesson.id).where(Lesson.topic_key == topic)).one()}"


# ---- quiz and practice -------------------------------------------------------------------------


def test_a_failed_quiz_leads_to_another_explanation_of_the_weakest_topics(
    session: Session, user: User, plan: StudyPlan
) -> None:
    attempt_id = quiz(session, user, right=2)
    told = result(session, user, attempt_id)
    more = study_result_view(session, user_id=user.id, attempt_id=attempt_id, now=LATER)
    assert (told.is_passed, told.pass_mark, told.next_step) == (False, 60, "explanation")
    assert [each.topic_key for each in more.helps] == [bar.key for bar in told.topics[:2]]
    assert all(each.resources and each.summary_html for each in more.helps)
    assert more.practice_key == told.topics[0].key


def test_a_passed_quiz_leads_to_the_next_session_of_the_day(
    session: Session, user: User, plan: StudyPlan
) -> None:
    attempt_id = quiz(session, user, right=8)
    assert result(session, user, attempt_id).next_step == "calendar"
    a_study_session(session, plan, kind="new", topic=TOPIC)
    told = result(session, user, attempt_id)
    assert (told.next_step, told.next_href) == ("session", lesson_href(session, TOPIC))
    assert told.next_title
    more = study_result_view(session, user_id=user.id, attempt_id=attempt_id, now=LATER)
    assert more.helps == ()


@pytest.mark.parametrize("failures", [1, 2, 3])
def test_each_failure_brings_a_kind_that_was_not_first_before(failures: int) -> None:
    rows = [
        Resource(
            topic_key=TOPIC, position=n, kind=kind, title=kind, url=kind, language="tr", minutes=9
        )
        for n, kind in enumerate(["video", "article", "practice", "book"])
    ]
    first = another_kind(rows, "article", failures, "tr")[0]
    assert first.kind == {1: "video", 2: "practice", 3: "book"}[failures]


def test_when_every_kind_was_first_before_there_are_still_resources() -> None:
    rows = [
        Resource(
            topic_key=TOPIC, position=0, kind="video", title="a", url="a", language="tr", minutes=9
        )
    ]
    assert another_kind(rows, "mixed", 5, "tr") == rows


@pytest.mark.parametrize(("right", "step"), [(1, "lesson"), (6, "calendar")])
def test_practice_leads_back_to_its_lesson_while_it_is_weak(
    session: Session, user: User, plan: StudyPlan, right: int, step: str
) -> None:
    attempt_id = start_practice(session, user_id=user.id, topic_key=TOPIC, now=NOW)
    take_test(session, user.id, attempt_id, right=right, now=NOW)
    told = result(session, user, attempt_id)
    assert (told.next_step, told.is_judged) == (step, False)
    more = study_result_view(session, user_id=user.id, attempt_id=attempt_id, now=LATER)
    assert more.practice_key == TOPIC


def test_a_plan_that_is_over_offers_no_more_practice(
    session: Session, user: User, plan: StudyPlan
) -> None:
    attempt_id = quiz(session, user, right=2)
    plan.status = "completed"
    session.flush()
    more = study_result_view(session, user_id=user.id, attempt_id=attempt_id, now=LATER)
    assert (more.practice_key, len(more.helps)) == ("", 2)


def test_answers_change_what_is_believed_of_their_topics_and_pay_nothing(
    session: Session, user: User, plan: StudyPlan
) -> None:
    studied(session, user, [TOPIC], mastery=0.5)
    quiz(session, user, right=8)
    session.expire_all()
    known = session.exec(
        select(LessonProgress).where(
            LessonProgress.user_id == user.id, LessonProgress.topic_key == TOPIC
        )
    ).one()
    assert known.mastery > 0.5
    assert total_xp(session, user.id) == 0


def test_a_failed_quiz_gives_its_course_more_time_and_says_so(
    session: Session, user: User, plan: StudyPlan
) -> None:
    attempt_id = quiz(session, user, right=2)
    more = study_result_view(session, user_id=user.id, attempt_id=attempt_id, now=LATER)
    assert more.more_time == ("TYT Matematik",)
    assert session.get_one(StudyPlan, plan.id).multipliers["tyt-matematik"] > 1


def test_results_of_others_do_not_exist(session: Session, user: User, plan: StudyPlan) -> None:
    attempt_id, other = quiz(session, user, right=2), a_learner(session)
    for see in (result_view, study_result_view):
        with pytest.raises(NotFound):
            see(session, user_id=other.id, attempt_id=attempt_id, now=LATER)
    with pytest.raises(NotFound):
        more_reviews(session, user_id=other.id, attempt_id=attempt_id, after=0, now=LATER)


def test_a_running_test_has_no_result(session: Session, user: User, plan: StudyPlan) -> None:
    attempt_id = start_practice(session, user_id=user.id, topic_key=TOPIC, now=NOW)
    with pytest.raises(NotFound):
        study_result_view(session, user_id=user.id, attempt_id=attempt_id, now=LATER)
    with pytest.raises(NotFound):
        more_reviews(session, user_id=user.id, attempt_id=attempt_id, after=0, now=LATER)


# ---- practice test -----------------------------------------------------------------------------


TOPICS = (TOPIC, "tyt-mat-mantik", "tyt-trk-sozcuk-anlami", "ayt-fiz-tork-denge")


@pytest.fixture
def weekly(session: Session, user: User, plan: StudyPlan) -> StudySession:
    studied(session, user, [*TOPICS[:3]])
    return a_study_session(session, plan, minutes=20)


def start_weekly(session: Session, user: User, row: StudySession) -> UUID:
    return start_practice_test(session, user_id=user.id, session_id=row.id, now=NOW)


def test_a_practice_test_asks_what_was_studied_in_the_minutes_of_its_session(
    session: Session, user: User, weekly: StudySession
) -> None:
    asked = items_of(session, start_weekly(session, user, weekly))
    assert {item.topic_key for item in asked} == set(TOPICS[:3])
    assert sum(item.expected_seconds for item in asked) <= 20 * 60
    assert sum(item.expected_seconds for item in asked) >= 15 * 60


def test_its_session_runs_with_it_and_is_done_once_when_it_is_submitted(
    session: Session, user: User, weekly: StudySession
) -> None:
    attempt_id = start_weekly(session, user, weekly)
    assert start_weekly(session, user, weekly) == attempt_id
    assert session.get_one(StudySession, weekly.id).status == "running"
    take_test(session, user.id, attempt_id, right=9, now=LATER)
    submit_attempt(session, user_id=user.id, attempt_id=attempt_id, now=LATER)
    session.refresh(weekly)
    assert (weekly.status, weekly.attempt_id) == ("done", attempt_id)
    assert total_xp(session, user.id) == 5 + 15
    with pytest.raises(DomainError, match="test_over"):
        start_weekly(session, user, weekly)


def test_a_test_that_was_opened_and_left_does_not_complete_its_session(
    session: Session, user: User, weekly: StudySession
) -> None:
    attempt_id = start_weekly(session, user, weekly)
    submit_attempt(session, user_id=user.id, attempt_id=attempt_id, now=LATER)
    session.refresh(weekly)
    assert weekly.status not in ("done", "partly")


def test_a_plan_that_was_paused_meanwhile_does_not_lose_the_test(
    session: Session, user: User, plan: StudyPlan, weekly: StudySession
) -> None:
    attempt_id = start_weekly(session, user, weekly)
    plan.status = "paused"
    session.flush()
    take_test(session, user.id, attempt_id, right=3, now=LATER)
    assert session.get_one(Attempt, attempt_id).status == "submitted"


def test_before_anything_was_studied_it_says_so(
    session: Session, user: User, plan: StudyPlan
) -> None:
    row = a_study_session(session, plan)
    with pytest.raises(DomainError, match="nothing_studied"):
        start_weekly(session, user, row)


def test_sessions_of_other_kinds_and_of_others_are_no_test(
    session: Session, user: User, plan: StudyPlan, weekly: StudySession
) -> None:
    lesson = a_study_session(session, plan, kind="new", topic=TOPIC)
    with pytest.raises(NotFound):
        start_weekly(session, user, lesson)
    with pytest.raises(NotFound):
        start_weekly(session, a_learner(session), weekly)


# ---- mocks -------------------------------------------------------------------------------------


def a_mock(session: Session, user: User, test: str = "tyt", *, is_whole: bool = True) -> UUID:
    """With three of four right in the first 60 items, and the rest left out."""
    attempt_id = start_mock(session, user_id=user.id, test_key=test, is_whole=is_whole, now=NOW)
    for item in items_of(session, attempt_id)[:60]:
        answer(session, user.id, item, right=item.position % 4 > 0, now=NOW)
    submit_attempt(session, user_id=user.id, attempt_id=attempt_id, now=NOW)
    return attempt_id


def test_a_mock_tells_nets_by_section_and_points_as_a_range(
    session: Session, user: User, plan: StudyPlan, count_queries: Counting
) -> None:
    attempt_id = a_mock(session, user)
    with count_queries(session) as queries:
        more = study_result_view(session, user_id=user.id, attempt_id=attempt_id, now=LATER)
    assert len(queries) <= 12
    nets = more.nets
    assert nets is not None
    assert (nets.net, nets.right, nets.wrong, nets.blank) == (45 - 15 / 4, 45, 15, 60)
    assert [(each.title, each.net) for each in nets.sections] == [
        ("Türkçe", 27.5),
        ("Sosyal Bilimler", 13.75),
        ("Temel Matematik", 0),
        ("Fen Bilimleri", 0),
    ]
    assert nets.score_title == "TYT"
    expected = 100 + 400 * (0.33 * 27.5 / 40 + 0.17 * 13.75 / 20)
    assert 100 <= nets.low < expected < nets.high <= 500
    assert len(nets.not_measured) == 2
    assert len(nets.history) == 1


def test_with_mocks_of_both_sittings_the_range_is_of_the_own_score(
    session: Session, user: User, plan: StudyPlan
) -> None:
    a_mock(session, user)
    attempt_id = a_mock(session, user, "ayt", is_whole=False)
    nets = study_result_view(session, user_id=user.id, attempt_id=attempt_id, now=LATER).nets
    assert nets is not None
    assert (nets.score_title, nets.not_measured, len(nets.history)) == ("AYT Sayısal", (), 2)


def test_a_long_result_comes_in_pieces_wrong_ones_first(
    session: Session, user: User, plan: StudyPlan, count_queries: Counting
) -> None:
    attempt_id = a_mock(session, user)
    with count_queries(session) as queries:
        told = result(session, user, attempt_id)
    assert len(queries) <= 12
    assert (len(told.review), len(told.kept), len(told.topics)) == (20, 120, 8)
    seen = list(told.review)
    while piece := more_reviews(
        session, user_id=user.id, attempt_id=attempt_id, after=len(seen), now=LATER
    ):
        seen += piece
    assert sorted(each.position for each in seen) == list(range(120))
    order = [(each.is_correct, not each.is_answered) for each in seen]
    assert order == sorted(order)
    assert told.next_step == "weakest"


def test_a_running_mock_names_its_sections_and_tells_no_answer(
    session: Session, user: User, plan: StudyPlan, count_queries: Counting
) -> None:
    attempt_id = start_mock(session, user_id=user.id, test_key="tyt", is_whole=True, now=NOW)
    with count_queries(session) as queries:
        view = view_of_test(session, user_id=user.id, attempt_id=attempt_id, position=None, now=NOW)
    assert len(queries) <= 12
    assert [(each.title, each.first) for each in view.sections] == [
        ("Türkçe", 0),
        ("Sosyal Bilimler", 40),
        ("Temel Matematik", 60),
        ("Fen Bilimleri", 100),
    ]
    assert view.title == "TYT"
    assert not any(option.is_right for option in view.question.options)


def test_the_card_offers_the_sittings_that_count_and_the_running_one(
    session: Session, user: User, plan: StudyPlan, count_queries: Counting
) -> None:
    a_mock(session, user)
    running = start_mock(session, user_id=user.id, test_key="ayt", is_whole=True, now=NOW)
    with count_queries(session) as queries:
        view = mocks_view(session, user_id=user.id, now=NOW)
    assert len(queries) <= 6
    tyt, ayt = view.choices
    assert (tyt.test_key, tyt.item_count, tyt.minutes, tyt.own_sections) == ("tyt", 120, 165, ())
    assert (ayt.item_count, ayt.own_item_count, ayt.running_id) == (160, 80, str(running))
    assert ayt.own_sections == ("Matematik", "Fen Bilimleri")
    assert [(bar.title, bar.net, bar.item_count) for bar in view.history] == [("TYT", 41.25, 120)]


def test_without_an_active_plan_the_card_is_empty(session: Session, user: User) -> None:
    assert mocks_view(session, user_id=user.id, now=NOW).choices == ()
