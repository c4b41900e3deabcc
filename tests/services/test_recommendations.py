"""Suggestions come from a learner's own data, in few queries, and can be put away."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.recommendations import RecommendationView
from learnconnect_app.models import (
    Dismissal,
    Item,
    ItemVariant,
    LessonProgress,
    Mistake,
    Resource,
    ResourceVote,
    StudyPlan,
    StudySession,
    User,
)
from learnconnect_app.services.dismissals import dismiss
from learnconnect_app.services.recommendations import recommendations_of
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner, noon

DAY = timedelta(days=1)
TOPIC, NEXT = "tyt-mat-temel-kavramlar", "tyt-mat-sayi-basamaklari"


def a_study_plan(session: Session, user: User, *, style: str = "") -> StudyPlan:
    plan = StudyPlan(
        user_id=user.id,
        curriculum_key="yks",
        status="active",
        score_key="say",
        exam_day=MONDAY + 100 * DAY,
        style=style,
        created_at=NOW,
    )
    session.add(plan)
    session.flush()
    return plan


def a_topic_studied(session: Session, user: User, topic: str, mastery: float = 0.7) -> None:
    session.add(
        LessonProgress(
            user_id=user.id,
            topic_key=topic,
            mastery=mastery,
            stability=3,
            studied_day=MONDAY - 30 * DAY,
            learned_depth=1,
            updated_at=NOW,
        )
    )
    session.flush()


def mistakes_in(session: Session, user: User, topic: str, count: int = 3) -> None:
    items = session.exec(select(Item).where(Item.topic_key == topic).limit(count)).all()
    for item in items:
        variant = session.exec(select(ItemVariant).where(ItemVariant.item_key == item.key)).first()
        assert variant is not None
        session.add(
            Mistake(
                user_id=user.id,
                item_key=item.key,
                topic_key=topic,
                variant_id=variant.id,
                stability=1,
                difficulty=5,
                reviewed_day=MONDAY,
                due_day=MONDAY,
                created_at=NOW,
            )
        )
    session.flush()


def votes_for(session: Session, topic: str, *, helpful: int, voters: list[User]) -> Resource:
    resource = session.exec(select(Resource).where(Resource.topic_key == topic)).first()
    assert resource is not None
    for number, voter in enumerate(voters):
        session.add(
            ResourceVote(
                user_id=voter.id,
                resource_id=resource.id,
                is_helpful=number < helpful,
                updated_at=NOW,
            )
        )
    session.flush()
    return resource


def suggested(
    session: Session, user: User, topic: str | None = None, days: int = 0
) -> dict[str, RecommendationView]:
    now = noon(MONDAY + days * DAY)
    views = recommendations_of(session, user_id=user.id, topic_key=topic, now=now, most=50)
    return {view.key: view for view in views}


def test_learner_without_a_study_plan_has_no_suggestions(session: Session) -> None:
    assert suggested(session, a_learner(session)) == {}


def test_what_is_known_of_the_topics_of_the_exam_is_judged(session: Session) -> None:
    user = a_learner(session, locale="tr")
    a_study_plan(session, user)
    a_topic_studied(session, user, TOPIC, mastery=0.3)
    mistakes_in(session, user, TOPIC)
    found = suggested(session, user)
    assert found[f"mistakes:{TOPIC}"].params == {
        "title": "Temel Kavramlar ve Sayı Kümeleri",
        "n": 3,
    }
    assert found[f"weak:{TOPIC}"].params["percent"] == 30
    assert f"forgotten:{TOPIC}" in found
    assert found["shortfall:plan"].params["n"] > 50


def test_sessions_to_come_are_known(session: Session) -> None:
    user = a_learner(session)
    plan = a_study_plan(session, user)
    for day in (MONDAY - DAY, MONDAY + 2 * DAY):
        session.add(
            StudySession(
                plan_id=plan.id,
                user_id=user.id,
                day=day,
                position=0,
                kind="new",
                topic_key=NEXT,
                minutes=40,
            )
        )
    session.flush()
    before = suggested(session, user)
    assert f"requirement:{TOPIC}" in before
    assert before[f"requirement:{TOPIC}"].params["next"]


def test_resource_that_helped_others_is_suggested_until_the_learner_judged_it(
    session: Session,
) -> None:
    user = a_learner(session)
    others = [a_learner(session) for _ in range(5)]
    resource = votes_for(session, TOPIC, helpful=4, voters=others)
    key = f"resource:{resource.id}"
    view = suggested(session, user, TOPIC)[key]
    assert (view.href, view.is_external, view.params["percent"]) == (resource.url, True, 80)
    votes_for(session, TOPIC, helpful=1, voters=[user])
    assert key not in suggested(session, user, TOPIC)


def test_resource_of_another_kind_than_the_learners_is_left_out(session: Session) -> None:
    user = a_learner(session)
    resource = votes_for(session, TOPIC, helpful=5, voters=[a_learner(session) for _ in range(5)])
    plan = a_study_plan(session, user, style="book" if resource.kind != "book" else "video")
    assert f"resource:{resource.id}" not in suggested(session, user, TOPIC)
    plan.style = "mixed"
    session.flush()
    assert f"resource:{resource.id}" in suggested(session, user, TOPIC)


def test_suggestion_that_was_put_away_comes_back_after_two_weeks(session: Session) -> None:
    user = a_learner(session)
    a_study_plan(session, user)
    mistakes_in(session, user, TOPIC)
    key = f"mistakes:{TOPIC}"
    dismiss(session, user_id=user.id, key=key, now=NOW)
    dismiss(session, user_id=user.id, key=key, now=NOW)
    assert [key in suggested(session, user, days=days) for days in (0, 13, 14)] == [
        False,
        False,
        True,
    ]
    assert len(session.exec(select(Dismissal)).all()) == 1


def test_only_suggestions_that_exist_can_be_put_away(session: Session) -> None:
    user = a_learner(session)
    for key in ("", "nonsense:x", "nonsense"):
        with pytest.raises(NotFound):
            dismiss(session, user_id=user.id, key=key, now=NOW)


def test_one_learner_hears_nothing_of_another(session: Session) -> None:
    user, other = a_learner(session), a_learner(session)
    for each in (user, other):
        a_study_plan(session, each)
    a_topic_studied(session, other, TOPIC, mastery=0.3)
    mistakes_in(session, other, TOPIC)
    dismiss(session, user_id=other.id, key="shortfall:plan", now=NOW)
    assert set(suggested(session, user)) == {"shortfall:plan"}


def test_five_queries_at_most_and_none_writes(session: Session, count_queries: Counting) -> None:
    user = a_learner(session)
    a_study_plan(session, user)
    a_topic_studied(session, user, TOPIC)
    with count_queries(session) as queries:
        suggested(session, user)
    assert len(queries) <= 5
    assert all(query.startswith("SELECT") for query in queries)
