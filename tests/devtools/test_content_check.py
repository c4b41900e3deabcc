"""All built-in content holds what it promises; and what does not is found."""

from __future__ import annotations

from typing import Any

import pytest

from learnconnect_app.content.library import Library, library
from learnconnect_app.content.questions import Item
from learnconnect_app.content.schema import Curriculum, Topic
from learnconnect_app.devtools.content import check, count_problems
from learnconnect_app.devtools.content_rules import curriculum_problems


@pytest.mark.timeout(1800)  # it runs 55,000 programs
def test_all_content_is_proven_and_complete() -> None:
    content = library()
    reports = check(content, set())
    curricula = content.curricula.values()
    problems = [f"{each.key}: {p}" for each in reports.values() for p in each.problems]
    problems += count_problems(curricula, reports)
    problems += [p for each in curricula for p in curriculum_problems(each, content)]
    assert problems == []
    assert sum(each.executed + each.computed for each in reports.values()) > 30_000


def changed(**changes: Any) -> Library:
    """The library with one topic alone, changed."""
    content = library()
    topic = content.topics["py-lists"].model_copy(update=changes)
    return Library(content.curricula, {topic.key: topic}, {}, content.roles, content.skills)


def problems_of(content: Library) -> list[str]:
    return [p for each in check(content, set()).values() for p in each.problems]


def item(**changes: Any) -> Item:
    return library().topics["py-lists"].items[0].model_copy(update=changes)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"requires": ("no-such-topic",)}, "unknown topic"),
        ({"skill": "no-such-skill"}, "unknown skill"),
        ({"resources": library().topics["py-lists"].resources[:1]}, "two kinds"),
        ({"title": {"tr": "Listeler"}}, "lacks a language"),
        ({"items": (item(), item())}, "two items are named"),
        ({"items": (item(stem={"tr": "Ne?"}),)}, "lacks a language"),
        ({"items": (item(explanation={"en": r"$\nonsense$", "tr": "x"}),)}, "cannot be set"),
        ({"items": (item(code="print('something else')"),)}, "the run gave"),
    ],
)
def test_a_topic_that_breaks_a_rule_is_found(changes: dict[str, Any], says: str) -> None:
    changes = {"requires": ()} | changes
    assert any(says in problem for problem in problems_of(changed(**changes)))


def test_a_topic_with_few_items_is_found() -> None:
    content = changed(requires=(), items=library().topics["py-lists"].items[:3])
    found = list(count_problems(content.curricula.values(), check(content, set())))
    assert any(problem.startswith("py-lists: only 3 items") for problem in found)


def curriculum(**changes: Any) -> Curriculum:
    return library().curricula["python"].model_copy(update=changes)


def test_a_curriculum_that_breaks_a_rule_is_found() -> None:
    content = library()
    python = content.curricula["python"]
    (first, *others) = python.blocks
    backwards = first.model_copy(update={"topics": first.topics[::-1]})
    short = first.model_copy(update={"topics": first.topics[:-1]})
    unknown = first.model_copy(update={"topics": (*first.topics[:-1], "no-such-topic")})
    for broken, says in (
        (curriculum(courses=(backwards, *others)), "which it requires"),
        (curriculum(courses=(short, *others)), "4 blocks of 7"),
        (curriculum(courses=(unknown, *others)), "unknown topic"),
        (curriculum(courses=(first, first, *others[:2])), "twice"),
        (curriculum(skills={"sql": 1.0}), "no topic teaches the skill sql"),
    ):
        assert any(says in problem for problem in curriculum_problems(broken, content)), says
        draft = broken.model_copy(update={"draft": True})
        assert list(curriculum_problems(draft, content)) == []


def test_prerequisites_in_a_circle_are_found() -> None:
    content = library()
    topics = dict(content.topics)
    first: Topic = topics["py-variables"]
    topics["py-variables"] = first.model_copy(update={"requires": ("py-lists",)})
    looped = Library(content.curricula, topics, {}, content.roles, content.skills)
    found = curriculum_problems(content.curricula["python"], looped)
    assert any("circle" in problem for problem in found)


def test_a_choice_with_other_options_than_its_exam_is_found() -> None:
    content = library()
    topic = content.topics["drive-signs"]
    five = content.topics["tyt-mat-temel-kavramlar"].items[0]
    changed = topic.model_copy(update={"items": (five,), "requires": ()})
    alone = Library(content.curricula, {topic.key: changed}, {}, content.roles, content.skills)
    assert any("5 options, its exam has 4" in problem for problem in problems_of(alone))


def test_a_curriculum_in_a_language_its_texts_lack_is_found() -> None:
    curriculum = library().curricula["yks"].model_copy(update={"languages": ("tr", "en")})
    problems = list(curriculum_problems(curriculum, library()))
    assert any("lacks the language en" in problem for problem in problems)
