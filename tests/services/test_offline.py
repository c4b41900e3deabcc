"""What a device keeps: as the pages show it, of today and no locked day, small, in few queries."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.models import Item, ItemVariant, Mistake, StudyPlan, Topic, User
from learnconnect_app.services.days import task_view
from learnconnect_app.services.lessons import lesson_view
from learnconnect_app.services.mistake_reviews import answer_review, next_review
from learnconnect_app.services.offline import MOST_BYTES, etag_of, offline_bundle
from learnconnect_app.services.plans import complete_task
from learnconnect_app.services.quizzes import start_practice
from learnconnect_app.services.study_sessions import start_session
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner, a_plan, days_of
from tests.journeys import take_test
from tests.study_factories import a_session, a_study_plan, lessons_of

TOPICS = ("tyt-mat-temel-kavramlar", "tyt-trk-sozcuk-anlami")
TOMORROW = NOW + timedelta(days=1)


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session, locale="tr")


@pytest.fixture
def study(session: Session, user: User) -> StudyPlan:
    return a_study_plan(session, user)


def kept(session: Session, user: User, now: Any = NOW) -> dict[str, Any]:
    """As it arrives."""
    bundle: dict[str, Any] = json.loads(
        json.dumps(offline_bundle(session, user_id=user.id, now=now))
    )
    return bundle


def practised(session: Session, user: User) -> None:
    """Wrong answers, due tomorrow."""
    for topic in TOPICS:
        attempt_id = start_practice(session, user_id=user.id, topic_key=topic, now=NOW)
        take_test(session, user.id, attempt_id, right=0, now=NOW)


def test_tasks_are_as_their_page_shows_them(session: Session, user: User) -> None:
    plan = a_plan(session, user)
    first, second = days_of(session, plan)[:2]
    complete_task(session, user_id=user.id, task_id=first.id, now=NOW)
    bundle = kept(session, user)
    assert set(bundle["tasks"]) == {str(first.id), str(second.id)}
    for task in (first, second):
        page = task_view(session, user_id=user.id, task_id=task.id, now=NOW)
        shown = bundle["tasks"][str(task.id)]
        assert (shown["title"], shown["summary_html"]) == (page.title, page.summary_html)
        assert shown["status"] == page.status
        assert [each["url"] for each in shown["resources"]] == [r.url for r in page.resources]
    assert {item["task_id"] for item in bundle["items"]} == set(bundle["tasks"])


def test_sessions_are_as_their_lessons_show_them(
    session: Session, user: User, study: StudyPlan
) -> None:
    lesson = lessons_of(session)[0]
    row = a_session(session, study, lesson, notes="sınır", mood="focused")
    a_session(session, study, kind="practice_test", position=1)
    start_session(session, user_id=user.id, session_id=row.id, now=NOW)
    bundle = kept(session, user)
    assert list(bundle["sessions"]) == [str(row.id)]  # a test needs the server
    shown = bundle["sessions"][str(row.id)]
    page = lesson_view(session, user_id=user.id, lesson_id=lesson.id, now=NOW)
    assert (shown["title"], shown["summary_html"]) == (page.title, page.summary_html)
    assert (shown["notes"], shown["mood"], shown["status"]) == ("sınır", "focused", "running")
    assert shown["running_since_ms"] == int(NOW.timestamp() * 1000)
    assert [item["lesson_id"] for item in bundle["items"]][:1] == [str(lesson.id)]
    urls = {each.url for group in page.groups for each in group.resources}
    assert {each["url"] for each in shown["resources"]} <= urls


def test_the_week_has_seven_days_and_no_locked_one(
    session: Session, user: User, study: StudyPlan
) -> None:
    plan = a_plan(session, user)
    lessons = lessons_of(session)
    for number in range(8):
        a_session(session, study, lessons[number], day=MONDAY + timedelta(days=number), minutes=30)
    week = kept(session, user)["week"]
    assert [day["day"] for day in week] == [f"2026-03-{2 + n:02}" for n in range(7)]
    assert [day["minutes"] for day in week] == [90, *[30] * 6]
    locked = {key for task in days_of(session, plan)[1:] for key in task.topics}
    titles = {t.title["tr"] for t in session.exec(select(Topic).where(col(Topic.key).in_(locked)))}
    assert not titles & {item["title"] for day in week for item in day["items"]}


def test_a_mistake_is_asked_as_its_page_asks_and_its_right_answer_is_right(
    session: Session, user: User, study: StudyPlan
) -> None:
    practised(session, user)
    bundle = kept(session, user, TOMORROW)
    page = next_review(session, user_id=user.id, course_key="", number=0, now=TOMORROW)
    first = bundle["mistakes"][0]
    assert (first["id"], first["question"]["stem_html"]) == (page.id, page.question.stem_html)
    assert [o["html"] for o in first["question"]["options"]] == [
        o.html for o in page.question.options
    ]
    assert set(first["question"]["options"][0]) == {"index", "html", "text"}
    total = len(session.exec(select(Mistake.id)).all())
    assert len(bundle["mistakes"]) + bundle["mistakes_left"] == total
    for each in bundle["mistakes"]:
        row = session.exec(select(Mistake).where(Mistake.id == UUID(each["id"]))).one()
        kind = each["question"]["kind"]
        if each["right"] is None:
            assert each["right_html"]
            continue
        response = each["right"][0] if kind == "choice" else each["right"]
        told = answer_review(
            session, user_id=user.id, mistake_id=row.id, response=response, seconds=5, now=TOMORROW
        )
        assert told.is_correct
        assert told.explanation_html == each["explanation_html"]


def test_kinds_of_questions_bring_what_is_right(session: Session, user: User) -> None:
    """One of each kind that the content has."""
    seen: dict[str, Any] = {}
    for variant, item in session.exec(
        select(ItemVariant, Item).join(Item, col(Item.key) == ItemVariant.item_key)
    ):
        seen.setdefault(variant.question.get("kind", "choice"), (variant, item))
    for variant, item in seen.values():
        session.add(
            Mistake(
                user_id=user.id,
                item_key=item.key,
                topic_key=item.topic_key,
                variant_id=variant.id,
                stability=1.0,
                difficulty=5.0,
                reviewed_day=MONDAY,
                due_day=MONDAY,
                created_at=NOW,
            )
        )
    session.flush()
    for each in kept(session, user)["mistakes"]:
        is_typed = each["question"]["kind"] in ("text", "number", "output")
        assert (each["right"] is None) == is_typed
        assert bool(each["right_html"]) == (each["question"]["kind"] not in ("choice", "several"))


def test_a_rich_day_is_read_in_twenty_queries_whatever_its_size(
    session: Session, user: User, study: StudyPlan, count_queries: Counting
) -> None:
    plan = a_plan(session, user)
    practised(session, user)
    counts = []
    for sessions in (1, 12):
        for number in range(sessions):
            a_session(session, study, lessons_of(session)[number], position=number)
        with count_queries(session) as queries:
            offline_bundle(session, user_id=user.id, now=TOMORROW)
        counts.append(len(queries))
        with count_queries(session) as queries:
            offline_bundle(session, user_id=user.id, now=NOW)
        counts.append(len(queries))
    assert plan.status == "active"
    assert max(counts) <= 20
    assert counts[:2] == counts[2:]


def test_it_never_weighs_more_than_a_device_can_expect(
    session: Session, user: User, study: StudyPlan
) -> None:
    long = {"en": "word " * 5000, "tr": "kelime " * 5000}
    for number, lesson in enumerate(lessons_of(session)[:12]):
        session.get_one(Topic, lesson.topic_key).summary = long
        a_session(session, study, lesson, position=number)
    practised(session, user)
    bundle = kept(session, user)
    assert len(json.dumps(bundle, ensure_ascii=False, separators=(",", ":")).encode()) <= MOST_BYTES
    sheets = [bool(each["summary_html"]) for each in bundle["sessions"].values()]
    assert sheets == sorted(sheets, reverse=True)  # the first ones are spared
    assert any(sheets)
    assert len(sheets) == 12


def test_its_name_changes_with_what_it_says_and_not_with_the_clock(
    session: Session, user: User, study: StudyPlan
) -> None:
    row = a_session(session, study, lessons_of(session)[0])
    start_session(session, user_id=user.id, session_id=row.id, now=NOW)
    first = etag_of(offline_bundle(session, user_id=user.id, now=NOW))
    later = offline_bundle(session, user_id=user.id, now=NOW + timedelta(minutes=5))
    assert etag_of(later) == first
    row.notes = "anders"
    session.flush()
    changed = offline_bundle(session, user_id=user.id, now=NOW + timedelta(minutes=5))
    assert etag_of(changed) != first


def test_nothing_of_anybody_else_is_in_it(session: Session, user: User, study: StudyPlan) -> None:
    a_session(session, study, lessons_of(session)[0], notes="CANARY-note")
    a_plan(session, user)
    practised(session, user)
    stranger = a_learner(session)
    bundle = kept(session, stranger, TOMORROW)
    assert (bundle["tasks"], bundle["sessions"], bundle["mistakes"]) == ({}, {}, [])
    assert "CANARY" not in str(bundle)
    assert str(user.id) not in str(bundle)


def test_a_paused_plan_offers_nothing_to_do(session: Session, user: User) -> None:
    plan = a_plan(session, user, status="paused")
    a_session(session, a_study_plan(session, user, status="paused"), lessons_of(session)[0])
    assert plan.status == "paused"
    bundle = kept(session, user)
    assert (bundle["tasks"], bundle["sessions"]) == ({}, {})
