"""Resumes: scored before and after, compared, explained; nothing kept that was not asked for."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.resume_views import ResumeView
from learnconnect_app.models import ResumeImpact, Topic, User
from learnconnect_app.services.mastery import AnsweredItem, record_answers
from learnconnect_app.services.resume_views import resume_view
from learnconnect_app.services.resumes import delete_resume, score_resume
from tests.conftest import Counting
from tests.factories import NOW, a_learner, a_plan

ROLE = "frontend-developer"
FOLDER = Path(__file__).parent.parent / "resumes"


def resume(number: int) -> str:
    return next(FOLDER.glob(f"{number:02}_*.txt")).read_text()


def read(
    session: Session, user: User, number: int, stage: str = "before", *, is_kept: bool = False
) -> UUID:
    return score_resume(
        session,
        user_id=user.id,
        role=ROLE,
        stage=stage,  # type: ignore[arg-type]
        text=resume(number),
        is_kept=is_kept,
        now=NOW + timedelta(minutes=number),
    )


def view_of(session: Session, user: User, role: str = ROLE) -> ResumeView:
    return resume_view(session, user_id=user.id, role=role, now=NOW + timedelta(hours=1))


def test_page_without_a_reading_offers_the_roles(session: Session) -> None:
    view = view_of(session, a_learner(session), role="")
    assert ROLE in {option.key for option in view.roles}
    assert "yks" not in {option.key for option in view.roles}
    assert (view.change, view.skills, view.suggested, view.next_stage) == ("", (), (), "before")


def test_role_of_the_latest_plan_is_offered_first(session: Session) -> None:
    plan = a_plan(session, user := a_learner(session))
    assert view_of(session, user, role="").role == plan.curriculum_key


def test_before_and_after_are_compared_in_percent(session: Session) -> None:
    user = a_learner(session)
    read(session, user, 5, "before")
    read(session, user, 7, "after")
    view = view_of(session, user)
    assert (view.before.score, view.after.score) == (33, 58)
    assert (view.change, view.change_percent) == ("stronger", 75)
    assert round(100 * (view.after.exact / view.before.exact - 1)) == 75
    html = next(skill for skill in view.skills if skill.title == "HTML and accessibility")
    assert (html.before, html.after, html.latest) == (60, 60, 60)


def test_start_from_zero_is_said_in_words(session: Session) -> None:
    user = a_learner(session)
    read(session, user, 1, "before")
    read(session, user, 7, "after")
    view = view_of(session, user)
    assert (view.change, view.change_percent) == ("from_zero", 0)


def test_later_reading_of_a_stage_takes_the_place_of_the_earlier(session: Session) -> None:
    user = a_learner(session)
    read(session, user, 3, "before")
    read(session, user, 5, "before")
    assert view_of(session, user).before.score == 33


def test_skills_say_what_would_raise_them_and_what_they_rest_on(session: Session) -> None:
    read(session, user := a_learner(session), 7)
    by_title = {skill.title: skill for skill in view_of(session, user).skills}
    css = by_title["CSS and layout"]
    assert css.advice == "impact"
    assert css.lines[0] == "Built landing pages with semantic HTML and responsive CSS"
    assert by_title["Web performance and build tools"].advice == "name"
    assert by_title["Git and teamwork"].advice == "evidence"


def test_text_is_kept_only_when_asked(session: Session) -> None:
    user = a_learner(session)
    read(session, user, 5)
    read(session, user, 7, "after", is_kept=True)
    texts = session.exec(select(ResumeImpact.text).order_by(ResumeImpact.created_at)).all()  # type: ignore[arg-type]
    assert texts == [None, resume(7)]
    view = view_of(session, user)
    assert (view.before.is_kept, view.after.is_kept) == (False, True)


def proven(session: Session, user: User, skill: str) -> Topic:
    topic = session.exec(select(Topic).where(Topic.skill_key == skill)).first()
    assert topic is not None
    answers = [AnsweredItem(topic.key, 3.0, 4, True)] * 25
    record_answers(session, user_id=user.id, answers=answers, now=NOW)
    return topic


@pytest.mark.parametrize(("number", "language"), [(7, "en"), (4, "tr")])
def test_what_is_proven_and_not_told_is_suggested_in_the_resumes_language(
    session: Session, number: int, language: str
) -> None:
    user = a_learner(session)
    topic = proven(session, user, "git")
    read(session, user, number)
    suggested = view_of(session, user).suggested
    assert len(suggested) == 1
    assert topic.title[language] in suggested[0]


def test_what_the_resume_tells_already_is_not_suggested(session: Session) -> None:
    user = a_learner(session)
    proven(session, user, "html")
    read(session, user, 7)
    assert view_of(session, user).suggested == ()


@pytest.mark.parametrize("role", ["nothing", "yks"])
def test_role_that_is_none_is_not_found(session: Session, role: str) -> None:
    with pytest.raises(NotFound):
        score_resume(
            session,
            user_id=a_learner(session).id,
            role=role,
            stage="before",
            text=resume(5),
            is_kept=False,
            now=NOW,
        )


def test_few_words_are_no_resume(session: Session) -> None:
    with pytest.raises(DomainError) as refused:
        score_resume(
            session,
            user_id=a_learner(session).id,
            role=ROLE,
            stage="before",
            text="CSS HTML",
            is_kept=False,
            now=NOW,
        )
    assert (refused.value.code, refused.value.field) == ("resume_short", "text")


def test_deleted_reading_leaves_nothing(session: Session) -> None:
    made = read(session, user := a_learner(session), 5, is_kept=True)
    delete_resume(session, user_id=user.id, resume_id=made, now=NOW)
    assert session.exec(select(ResumeImpact)).all() == []


def test_no_one_sees_or_deletes_anothers(session: Session) -> None:
    made = read(session, a_learner(session), 5)
    other = a_learner(session)
    assert view_of(session, other).skills == ()
    for resume_id in (made, uuid4()):
        with pytest.raises(NotFound):
            delete_resume(session, user_id=other.id, resume_id=resume_id, now=NOW)
    assert len(session.exec(select(ResumeImpact)).all()) == 1


def test_page_takes_few_queries_whatever_was_read(
    session: Session, count_queries: Counting
) -> None:
    user = a_learner(session)
    proven(session, user, "git")
    for number in range(3, 9):
        read(session, user, number, "before")
        read(session, user, number, "after")
    with count_queries(session) as queries:
        view_of(session, user)
    assert len(queries) <= 10
