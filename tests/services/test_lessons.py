"""The page of a lesson: who may open it, what it shows, and what it costs."""

from __future__ import annotations

import uuid
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.lesson_views import LessonView
from learnconnect_app.models import (
    Attempt,
    Course,
    Lesson,
    LessonFeedback,
    Mistake,
    Resource,
    StudyPlan,
    StudySession,
    Topic,
    User,
)
from learnconnect_app.services.extra_sessions import study_now
from learnconnect_app.services.feedback import rate_lesson, vote_resource
from learnconnect_app.services.lessons import lesson_view, session_title
from learnconnect_app.services.recommendations import recommendations_of
from learnconnect_app.services.study_sessions import complete_session, start_session
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner, a_plan, days_of
from tests.study_factories import EXAM, a_session, a_study_plan, lesson_id_of, lessons_of

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session, locale="tr")


@pytest.fixture
def plan(session: Session, user: User) -> StudyPlan:
    return a_study_plan(session, user)


@pytest.fixture
def lesson(session: Session) -> Lesson:
    return lessons_of(session)[1]


def view_of(session: Session, user: User, lesson: Lesson | UUID) -> LessonView:
    lesson_id = lesson.id if isinstance(lesson, Lesson) else lesson
    return lesson_view(session, user_id=user.id, lesson_id=lesson_id, now=NOW)


def kinds(view: LessonView) -> list[str]:
    return [group.kind for group in view.groups]


# ---- who may open it --------------------------------------------------------------------------


def test_any_lesson_of_an_exam_opens_with_or_without_a_plan(
    session: Session, user: User, lesson: Lesson
) -> None:
    view = view_of(session, user, lesson)
    assert (view.plan, view.session.id, view.standing) == ("none", "", "new")
    assert view.title
    assert view.groups
    assert view.summary_html


def test_a_lesson_that_does_not_exist_is_not_found(session: Session, user: User) -> None:
    with pytest.raises(NotFound):
        view_of(session, user, uuid.uuid4())


def test_a_locked_day_of_a_skill_plan_leaks_nothing(session: Session, user: User) -> None:
    skill_plan = a_plan(session, user)
    first, second, *_ = days_of(session, skill_plan)
    by_topic = dict(
        session.exec(
            select(Lesson.topic_key, Lesson.id)
            .join(Course, col(Course.key) == Lesson.course_key)
            .where(Course.curriculum_key == skill_plan.curriculum_key)
        ).all()
    )
    opened = view_of(session, user, by_topic[first.topics[0]])
    assert opened.plan == "skill"
    assert {each.href for each in (*opened.needs, *opened.opens)} <= {f"/lesson/{opened.id}"}
    stranger = a_learner(session)
    for who, topic in ((user, second.topics[0]), (stranger, first.topics[0])):
        lesson_id = by_topic[topic]
        with pytest.raises(NotFound):
            view_of(session, who, lesson_id)
        with pytest.raises(NotFound):
            rate_lesson(session, user_id=who.id, lesson_id=lesson_id, rating=5, comment="", now=NOW)


@pytest.mark.parametrize(("status", "state"), [("paused", "paused"), ("replaced", "none")])
def test_a_plan_that_rests_says_so(
    session: Session, user: User, lesson: Lesson, status: str, state: str
) -> None:
    a_study_plan(session, user, status=status)
    view = view_of(session, user, lesson)
    assert (view.plan, view.is_extra_possible) == (state, False)


# ---- its session ------------------------------------------------------------------------------


def test_todays_session_comes_before_a_later_one(
    session: Session, user: User, plan: StudyPlan, lesson: Lesson
) -> None:
    a_session(session, plan, lesson, day=MONDAY - DAY, status="missed")
    later = a_session(session, plan, lesson, day=MONDAY + DAY)
    view = view_of(session, user, lesson)
    assert (view.session.id, view.session.is_today) == (str(later.id), False)
    today = a_session(session, plan, lesson, position=3)
    view = view_of(session, user, lesson)
    assert (view.session.id, view.session.is_today) == (str(today.id), True)
    assert view.session.why == "most_points"


def test_a_running_clock_is_told_to_every_device(
    session: Session, user: User, plan: StudyPlan, lesson: Lesson
) -> None:
    row = a_session(session, plan, lesson, spent_seconds=60)
    start_session(session, user_id=user.id, session_id=row.id, now=NOW - 5 * MINUTE)
    shown = view_of(session, user, lesson).session
    assert (shown.status, shown.seconds) == ("running", 360)
    assert shown.read_at_ms == NOW.timestamp() * 1000
    assert (shown.most_seconds, shown.is_forgotten) == (3 * 40 * 60, False)


def test_what_was_finished_can_be_taken_back_and_the_next_thing_is_named(
    session: Session, user: User, plan: StudyPlan, lesson: Lesson
) -> None:
    other = lessons_of(session)[2]
    row = a_session(session, plan, lesson, notes="Kalan")
    a_session(session, plan, lesson, day=MONDAY + 6 * DAY, kind="review", minutes=15)
    a_session(session, plan, other, position=1)
    complete_session(session, user_id=user.id, session_id=row.id, now=NOW)
    view = view_of(session, user, lesson)
    assert (view.finished.id, view.finished.percent) == (str(row.id), 100)
    assert (view.next.href, view.next.is_today) == (f"/lesson/{other.id}", True)
    assert (view.journal.id, view.journal.notes) == (str(row.id), "Kalan")
    assert (view.studied_day, view.review_day) == ("2026-03-02", "2026-03-08")
    assert view.standing != "new"


def test_notes_of_earlier_sessions_stay_in_sight(
    session: Session, user: User, plan: StudyPlan, lesson: Lesson
) -> None:
    a_session(session, plan, lesson, day=MONDAY - 3 * DAY, status="done", notes="eski")
    row = a_session(session, plan, lesson, notes="yeni")
    view = view_of(session, user, lesson)
    assert (view.journal.id, view.journal.notes) == (str(row.id), "yeni")
    assert [each.text for each in view.earlier_notes] == ["eski"]


def test_a_session_is_named_by_its_topic(
    session: Session, user: User, plan: StudyPlan, lesson: Lesson
) -> None:
    row = a_session(session, plan, lesson)
    title = session_title(session, user_id=user.id, session_id=row.id, now=NOW)
    assert title == session.get_one(Topic, lesson.topic_key).title["tr"]


# ---- an extra session -------------------------------------------------------------------------


def test_study_now_makes_a_session_once_and_starts_it(
    session: Session, user: User, plan: StudyPlan, lesson: Lesson
) -> None:
    assert view_of(session, user, lesson).is_extra_possible
    for _ in range(2):
        study_now(session, user_id=user.id, lesson_id=lesson.id, now=NOW)
    row = session.exec(select(StudySession)).one()
    assert (row.status, row.kind, row.day, row.is_pinned) == ("running", "new", MONDAY, True)
    assert 15 <= row.minutes <= 50
    assert row.aimed_minutes >= row.minutes
    assert not view_of(session, user, lesson).is_extra_possible


def test_study_now_of_a_learned_topic_is_a_review(
    session: Session, user: User, plan: StudyPlan, lesson: Lesson
) -> None:
    whole = a_session(session, plan, lesson, day=MONDAY - 5 * DAY, minutes=120)
    start_session(session, user_id=user.id, session_id=whole.id, now=NOW - 5 * DAY)
    complete_session(session, user_id=user.id, session_id=whole.id, now=NOW - 5 * DAY + 90 * MINUTE)
    study_now(session, user_id=user.id, lesson_id=lesson.id, now=NOW)
    row = session.exec(select(StudySession).where(StudySession.day == MONDAY)).one()
    assert row.kind == "review"


def test_a_full_day_takes_no_extra_session(
    session: Session, user: User, plan: StudyPlan, lesson: Lesson
) -> None:
    a_session(session, plan, lessons_of(session)[3], minutes=110)
    assert not view_of(session, user, lesson).is_extra_possible
    with pytest.raises(DomainError) as refusal:
        study_now(session, user_id=user.id, lesson_id=lesson.id, now=NOW)
    assert refusal.value.code == "day_full"
    assert len(session.exec(select(StudySession)).all()) == 1


def test_study_now_needs_an_active_plan(session: Session, user: User, lesson: Lesson) -> None:
    with pytest.raises(DomainError) as refusal:
        study_now(session, user_id=user.id, lesson_id=lesson.id, now=NOW)
    assert refusal.value.code == "plan_not_active"


# ---- material ---------------------------------------------------------------------------------


def test_the_learners_style_comes_first_until_a_quiz_was_failed(
    session: Session, user: User, plan: StudyPlan, lesson: Lesson
) -> None:
    plan.style = "book"
    view = view_of(session, user, lesson)
    assert kinds(view)[0] == "book"
    assert view.groups[0].is_style
    assert view.quiz.state == "open"

    quiz = Attempt(
        user_id=user.id,
        curriculum_key=EXAM,
        kind="quiz",
        study_plan_id=plan.id,
        module_key=lesson.module_key,
        status="submitted",
        started_at=NOW,
        deadline_at=NOW,
        correct=2,
        total=6,
        is_passed=False,
    )
    session.add(quiz)
    view = view_of(session, user, lesson)
    assert (view.quiz.state, view.quiz.best, view.is_explained_anew) == ("failed", 33, True)
    assert kinds(view)[-1] == "book"
    quiz.is_passed = True
    assert view_of(session, user, lesson).quiz.state == "passed"


def test_votes_reorder_resources_for_all_and_are_counted_from_five_on(
    session: Session, user: User, plan: StudyPlan, lesson: Lesson
) -> None:
    videos = next(g for g in view_of(session, user, lesson).groups if g.kind == "video").resources
    worse, better = videos[0], videos[1]
    for number in range(5):
        voter = a_learner(session)
        for resource, is_helpful in ((worse, False), (better, number > 0)):
            vote_resource(
                session,
                user_id=voter.id,
                lesson_id=lesson.id,
                resource_id=UUID(resource.id),
                is_helpful=is_helpful,
                now=NOW,
            )
        if number == 3:
            told = view_of(session, user, lesson)
            assert {each.votes for group in told.groups for each in group.resources} == {0}
    videos = next(g for g in view_of(session, user, lesson).groups if g.kind == "video").resources
    assert [each.id for each in videos[:2]] == [better.id, worse.id]
    assert (videos[0].helped, videos[0].votes, videos[0].own_vote) == (4, 5, "")


def test_a_vote_can_be_changed_and_taken_back(session: Session, user: User, lesson: Lesson) -> None:
    resource = view_of(session, user, lesson).groups[0].resources[0]
    for is_helpful, shown in ((True, "yes"), (False, "no"), (None, "")):
        vote_resource(
            session,
            user_id=user.id,
            lesson_id=lesson.id,
            resource_id=UUID(resource.id),
            is_helpful=is_helpful,
            now=NOW,
        )
        found = view_of(session, user, lesson).groups[0].resources
        assert next(each for each in found if each.id == resource.id).own_vote == shown


def test_a_resource_of_another_lesson_takes_no_vote_here(
    session: Session, user: User, lesson: Lesson
) -> None:
    foreign = session.exec(select(Resource).where(Resource.topic_key != lesson.topic_key)).first()
    assert foreign
    with pytest.raises(NotFound):
        vote_resource(
            session,
            user_id=user.id,
            lesson_id=lesson.id,
            resource_id=foreign.id,
            is_helpful=True,
            now=NOW,
        )


def test_retired_resources_are_not_shown(session: Session, user: User, lesson: Lesson) -> None:
    rows = session.exec(select(Resource).where(Resource.topic_key == lesson.topic_key)).all()
    rows[0].is_retired = True
    session.flush()
    shown = {each.id for group in view_of(session, user, lesson).groups for each in group.resources}
    assert shown == {str(row.id) for row in rows[1:]}


# ---- what is thought of it --------------------------------------------------------------------


def test_the_latest_rating_counts(session: Session, user: User, lesson: Lesson) -> None:
    for rating, comment in ((2, ""), (4, "  Örnekler iyi  ")):
        rate_lesson(
            session,
            user_id=user.id,
            lesson_id=lesson.id,
            rating=rating,
            comment=comment,
            now=NOW,
        )
    view = view_of(session, user, lesson)
    assert (view.rating, view.comment) == (4, "Örnekler iyi")
    assert len(session.exec(select(LessonFeedback)).all()) == 1
    other = view_of(session, a_learner(session), lesson)
    assert (other.rating, other.comment) == (0, "")


@pytest.mark.parametrize(
    ("rating", "comment", "code"),
    [(0, "", "bad_request"), (6, "", "bad_request"), (3, "x" * 1001, "comment_long")],
)
def test_odd_ratings_are_refused(
    session: Session, user: User, lesson: Lesson, rating: int, comment: str, code: str
) -> None:
    with pytest.raises(DomainError) as refusal:
        rate_lesson(
            session,
            user_id=user.id,
            lesson_id=lesson.id,
            rating=rating,
            comment=comment,
            now=NOW,
        )
    assert refusal.value.code == code


def test_prerequisites_and_what_opens_are_links_with_their_standing(
    session: Session, user: User, plan: StudyPlan
) -> None:
    lesson_id = lesson_id_of(session, "tyt-mat-bolme-bolunebilme")
    view = view_of(session, user, lesson_id)
    assert [each.standing for each in view.needs] == ["new"]
    assert view.needs[0].href == f"/lesson/{lesson_id_of(session, 'tyt-mat-sayi-basamaklari')}"
    back = view_of(session, user, lesson_id_of(session, "tyt-mat-sayi-basamaklari"))
    assert f"/lesson/{lesson_id}" in {each.href for each in back.opens}


def test_a_page_takes_at_most_twelve_queries_with_its_suggestions(
    session: Session, user: User, plan: StudyPlan, lesson: Lesson, count_queries: Counting
) -> None:
    for number, each in enumerate(lessons_of(session)):
        a_session(session, plan, each, position=number)
        a_session(session, plan, each, day=MONDAY + 7 * DAY, kind="review", position=number)
    assert session.exec(select(Mistake)).first() is None
    user_id, lesson_id = user.id, lesson.id
    with count_queries(session) as queries:
        view = lesson_view(session, user_id=user_id, lesson_id=lesson_id, now=NOW)
        assert len(queries) <= 7
        recommendations_of(session, user_id=user_id, topic_key=view.topic_key, now=NOW)
    assert len(queries) <= 12
