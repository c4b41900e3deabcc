"""The tracks to choose from, with the learner's own unfinished plans."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import Session

from learnconnect_app.content.library import library
from learnconnect_app.domain.views import TrackCard
from learnconnect_app.models import User
from learnconnect_app.services.content import load_content
from learnconnect_app.services.tracks import list_tracks
from tests.conftest import Counting
from tests.factories import NOW, a_learner, a_plan


def python(session: Session, user: User, locale: str = "en") -> TrackCard:
    cards = list_tracks(session, user_id=user.id, locale=locale, now=NOW)
    return next(card for card in cards if card.key == "python")


def test_card_tells_what_a_track_holds(session: Session) -> None:
    card = python(session, a_learner(session))
    curriculum = library().curricula["python"]
    keys = {key for course in curriculum.courses for key in course.topics} & set(library().topics)
    items = sum(len(library().topics[key].items) for key in keys)
    items += sum(template.topic in keys for template in library().templates.values())
    assert (card.topics, card.item_count) == (len(keys), items)
    assert card.blocks == tuple(course.title["en"] for course in curriculum.courses)
    assert (card.plan_status, card.plan_id) == ("", "")


def test_card_speaks_the_language_asked_for(session: Session) -> None:
    user = a_learner(session)
    curriculum = library().curricula["python"]
    for locale in ("en", "tr"):
        card = python(session, user, locale)
        assert (card.tagline, card.blocks[0]) == (
            curriculum.tagline[locale],  # type: ignore[index]
            curriculum.courses[0].title[locale],  # type: ignore[index]
        )


def test_unfinished_plan_shows_on_its_card(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan(session, user, status="paused")
    card = python(session, user)
    assert (card.plan_status, card.plan_id) == ("paused", str(plan.id))


def test_active_plan_shows_before_a_paused_one(session: Session) -> None:
    user = a_learner(session)
    a_plan(session, user, status="paused")
    active = a_plan(session, user)
    a_plan(session, user, status="paused")
    assert python(session, user).plan_id == str(active.id)


def test_completed_plan_leaves_the_card_free(session: Session) -> None:
    user = a_learner(session)
    a_plan(session, user, status="completed", phase="finished")
    assert python(session, user).plan_status == ""


def test_plan_of_another_learner_does_not_show(session: Session) -> None:
    a_plan(session, a_learner(session))
    assert python(session, a_learner(session)).plan_status == ""


def test_exam_is_no_track(session: Session) -> None:
    curriculum = library().curricula["python"]
    exam = curriculum.model_copy(update={"key": "exam", "kind": "exam", "courses": ()})
    load_content(session, replace(library(), curricula=library().curricula | {"exam": exam}))
    cards = list_tracks(session, user_id=a_learner(session).id, locale="en", now=NOW)
    assert "exam" not in [card.key for card in cards]


def test_retired_curriculum_is_offered_no_more(session: Session) -> None:
    load_content(session, replace(library(), curricula={}))
    assert list_tracks(session, user_id=a_learner(session).id, locale="en", now=NOW) == ()


def test_four_queries_list_all_tracks(session: Session, count_queries: Counting) -> None:
    user = a_learner(session)
    a_plan(session, user)
    with count_queries(session) as queries:
        list_tracks(session, user_id=user.id, locale="en", now=NOW)
    assert len(queries) == 4
