"""Loading brings exactly the content there is, once, and keeps what learners may have met."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.content.builders import question
from learnconnect_app.content.library import Library, library
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import Template
from learnconnect_app.models import (
    Course,
    Curriculum,
    Item,
    ItemVariant,
    Lesson,
    Resource,
    RoleProfile,
    Skill,
    Topic,
)
from learnconnect_app.services.content import LoadReport, load_content, variant_of, variants_of
from tests.conftest import Counting, migrate

TOPIC = "py-for-loops"
TEMPLATE = "py-for-loops-sum-of-range"


def with_topic(**changes: Any) -> Library:
    """The built-in content with one topic changed."""
    topic = library().topics[TOPIC].model_copy(update=changes)
    return replace(library(), topics=library().topics | {TOPIC: topic})


def with_first_item(**changes: Any) -> Library:
    first, *rest = library().topics[TOPIC].items
    return with_topic(items=(first.model_copy(update=changes), *rest))


def with_template(build: Any) -> Library:
    known = library().templates[TEMPLATE]
    changed = Template(known.meta, known.topic, build)
    return replace(library(), templates=library().templates | {TEMPLATE: changed})


def first_key() -> str:
    return library().topics[TOPIC].items[0].key


def stored_item(session: Session, key: str) -> Item:
    found = select(Item).where(Item.key == key).execution_options(populate_existing=True)
    return session.exec(found).one()


def stored_variants(session: Session, key: str) -> list[ItemVariant]:
    found = select(ItemVariant).where(ItemVariant.item_key == key)
    return list(session.exec(found.order_by(col(ItemVariant.version), col(ItemVariant.seed))))


def test_all_content_is_there(session: Session) -> None:
    content = library()
    assert set(session.exec(select(Topic.key))) == set(content.topics)
    assert set(session.exec(select(Curriculum.key))) == set(content.curricula)
    assert set(session.exec(select(RoleProfile.key))) == set(content.roles)
    assert set(session.exec(select(Skill.key))) == set(content.skills)
    by_hand = [item.key for topic in content.topics.values() for item in topic.items]
    assert set(session.exec(select(Item.key))) == {*by_hand, *content.templates}
    assert set(session.exec(select(ItemVariant.item_key))) == set(by_hand)


def test_lessons_keep_the_order_of_their_course(session: Session) -> None:
    for course in library().curricula["python"].courses:
        lessons = select(Lesson.topic_key).where(Lesson.course_key == course.key)
        stored = session.exec(lessons.order_by(col(Lesson.position))).all()
        assert stored == [key for key in course.topics if key in library().topics]


def test_second_run_changes_nothing(session: Session) -> None:
    report = load_content(session, library())
    items = len(session.exec(select(Item.key)).all())
    assert report == LoadReport(len(library().topics), items, changed=0, retired=0)


def test_empty_database_is_filled_in_a_constant_number_of_statements(
    empty_url: str, count_queries: Counting
) -> None:
    migrate(empty_url)
    database = Database(empty_url)
    with database.transaction() as session, count_queries(session) as queries:
        report = load_content(session, library())
    with database.reading() as session:
        assert len(session.exec(select(Item.key)).all()) == report.items
    database.dispose()
    assert report.changed > report.items
    assert len(queries) <= 24


def test_stored_question_reads_back_as_it_was_written(session: Session) -> None:
    for item in library().topics[TOPIC].items:
        (variant,) = stored_variants(session, item.key)
        written = {name: getattr(item, name) for name in Question.model_fields}
        assert Question.model_validate(variant.question) == Question(**written)


def test_changed_text_makes_a_new_version_beside_the_old_variant(session: Session) -> None:
    before = stored_variants(session, first_key())[0].question
    changed = with_first_item(explanation={"en": "Better said.", "tr": "Daha iyi söylendi."})
    report = load_content(session, changed)
    assert (report.changed, report.retired) == (1, 0)
    assert stored_item(session, first_key()).version == 2
    old, new = stored_variants(session, first_key())
    assert (old.version, new.version) == (1, 2)
    assert old.question == before
    assert new.question["explanation"]["en"] == "Better said."
    assert load_content(session, changed).changed == 0


def test_text_that_changes_back_is_a_version_of_its_own(session: Session) -> None:
    load_content(session, with_first_item(stem={"en": "What?", "tr": "Ne?"}))
    load_content(session, library())
    assert stored_item(session, first_key()).version == 3
    versions = stored_variants(session, first_key())
    assert versions[0].question == versions[2].question != versions[1].question


def test_removed_item_is_retired_and_keeps_its_variant(session: Session) -> None:
    report = load_content(session, with_topic(items=library().topics[TOPIC].items[1:]))
    assert (report.changed, report.retired) == (0, 1)
    assert stored_item(session, first_key()).is_retired
    assert len(stored_variants(session, first_key())) == 1
    again = load_content(session, with_topic(items=library().topics[TOPIC].items[1:]))
    assert (again.changed, again.retired) == (0, 0)


def test_item_that_comes_back_unchanged_is_the_same_version(session: Session) -> None:
    load_content(session, with_topic(items=library().topics[TOPIC].items[1:]))
    load_content(session, library())
    item = stored_item(session, first_key())
    assert (item.is_retired, item.version) == (False, 1)


def test_topic_that_left_keeps_its_row_and_retires_what_it_held(session: Session) -> None:
    rest = {key: topic for key, topic in library().topics.items() if key != TOPIC}
    load_content(session, replace(library(), topics=rest))
    assert session.get(Topic, TOPIC) is not None
    items = session.exec(select(Item).where(Item.topic_key == TOPIC)).all()
    resources = session.exec(select(Resource).where(Resource.topic_key == TOPIC)).all()
    assert items
    assert resources
    assert all(row.is_retired for row in (*items, *resources))
    assert not session.exec(select(Lesson).where(Lesson.topic_key == TOPIC)).all()


def test_resource_keeps_its_id_when_its_title_changes(session: Session) -> None:
    first, *rest = library().topics[TOPIC].resources
    found = select(Resource).where(Resource.topic_key == TOPIC, Resource.url == str(first.url))
    before = session.exec(found).one().id
    renamed = first.model_copy(update={"title": "Another title"})
    assert load_content(session, with_topic(resources=(renamed, *rest))).changed == 1
    session.expire_all()
    after = session.exec(found).one()
    assert (after.id, after.title) == (before, "Another title")


def test_curriculum_that_left_is_retired(session: Session) -> None:
    assert load_content(session, replace(library(), curricula={})).retired >= 1
    session.expire_all()
    curriculum = session.get(Curriculum, "python")
    assert curriculum is not None
    assert curriculum.is_retired
    assert session.exec(select(Course)).first() is not None


def test_role_that_left_is_gone(session: Session) -> None:
    fewer = {key: role for key, role in library().roles.items() if key != "data-analyst"}
    load_content(session, replace(library(), roles=fewer))
    assert session.get(RoleProfile, "data-analyst") is None


def another_sum(rng: Random) -> Question:
    a, b = rng.randint(1, 9), rng.randint(1, 9)
    wrong = [(a + b + n, "Slips while adding.", "Toplarken yanılır.") for n in (1, 2, 3)]
    return question(
        en=f"What is {a} + {b}?",
        tr=f"{a} + {b} kaçtır?",
        right=a + b,
        wrong=wrong,
        because_en="It is the sum.",
        because_tr="Toplamıdır.",
    )


def test_template_that_yields_something_else_is_a_new_version(session: Session) -> None:
    assert load_content(session, with_template(another_sum)).changed == 1
    item = stored_item(session, TEMPLATE)
    assert (item.version, item.is_template) == (2, True)


def test_variant_of_a_template_is_rendered_once(session: Session) -> None:
    item = stored_item(session, TEMPLATE)
    first = variant_of(session, item, 7, library())
    again = variant_of(session, item, 7, library())
    assert first.id == again.id
    assert [row.seed for row in stored_variants(session, TEMPLATE)] == [7]
    expected = library().templates[TEMPLATE].variant(7)
    assert Question.model_validate(first.question) == expected


def test_variant_that_was_shown_outlives_a_change_of_its_template(session: Session) -> None:
    shown = variant_of(session, stored_item(session, TEMPLATE), 7, library())
    question_before = shown.question
    changed = with_template(another_sum)
    load_content(session, changed)
    new = variant_of(session, stored_item(session, TEMPLATE), 7, changed)
    assert (shown.version, new.version) == (1, 2)
    assert shown.question == question_before != new.question


def test_item_by_hand_has_one_variant_whatever_the_seed(session: Session) -> None:
    item = stored_item(session, first_key())
    assert variant_of(session, item, 3, library()).id == variant_of(session, item, 4, library()).id


@pytest.mark.parametrize("count", [1, 40])
def test_variants_of_a_whole_test_take_three_statements(
    session: Session, count_queries: Counting, count: int
) -> None:
    template, by_hand = stored_item(session, TEMPLATE), stored_item(session, first_key())
    drawn = [(template, seed) for seed in range(count)] + [(by_hand, 0), (template, 0)]
    with count_queries(session) as queries:
        variants = variants_of(session, drawn, library())
    assert len(queries) <= 3
    assert [variant.seed for variant in variants] == [*range(count), 0, 0]
    assert variants[0].id == variants[-1].id


def test_every_role_weighs_only_skills_that_have_a_name() -> None:
    content = library()
    assert len(content.roles) == 8
    for role in content.roles.values():
        assert set(role.skills) <= set(content.skills)
        assert set(role.title) == set(role.description) == {"en", "tr"}


def test_every_skill_that_only_roles_name_is_asked_for_by_one() -> None:
    content = library()
    taught = {key for c in content.curricula.values() for key in c.skills}
    asked = {key for role in content.roles.values() for key in role.skills}
    assert set(content.skills) == taught | asked


def test_a_draft_is_not_offered(session: Session) -> None:
    content = library()
    draft = content.curricula["python"].model_copy(update={"draft": True})
    load_content(session, replace(content, curricula={**content.curricula, "python": draft}))
    assert session.get_one(Curriculum, "python").is_retired
    lessons = session.exec(select(Lesson).where(col(Lesson.course_key).startswith("python-")))
    assert lessons.all() == []
