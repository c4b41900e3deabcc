"""What content must have beyond its schema: languages, counts, prerequisites without circles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from learnconnect_app.content.library import Library
from learnconnect_app.content.questions import Question
from learnconnect_app.content.schema import Curriculum, Topic
from learnconnect_app.content.texts import AnyText
from learnconnect_app.domain.formulas import math_html

if TYPE_CHECKING:
    from learnconnect_app.devtools.content import TopicReport

MINIMUM_ITEMS = 12
MINIMUM_BY_HAND = 1 / 3
MINIMUM_IN_UNIT = {"tyt": 12, "ayt": 8}
"""Items of a unit of an exam, by the first part of its course's key; 12 where it is not named."""


def names_of_items(content: Library) -> Counter[str]:
    """How often each name is given, over items by hand and templates of all topics."""
    by_hand = [item.key for topic in content.topics.values() for item in topic.items]
    return Counter([*by_hand, *content.templates])


def topic_problems(topic: Topic, content: Library) -> Iterator[str]:
    for key in topic.requires:
        if key not in content.topics:
            yield f"requires the unknown topic {key}"
    if topic.skill is not None and topic.skill not in content.skills:
        yield f"has the unknown skill {topic.skill}"
    if len({resource.kind for resource in topic.resources}) < 2:
        yield "fewer than two kinds of resources"
    for key, count in names_of_items(content).items():
        if count > 1 and any(item.key == key for item in topic.items):
            yield f"two items are named {key}"
    texts = [topic.title, topic.description, topic.summary]
    texts += [item.stem for item in topic.items]
    if any(set(text) != set(topic.title) for text in texts):
        yield "a text lacks a language"
    yield from formula_problems("the summary", [topic.summary])


FORMULA = re.compile(r"(?<!\\)\$([^$]+)\$")


def formula_problems(name: str, texts: Iterable[AnyText]) -> Iterator[str]:
    """Formulas that cannot be set."""
    for text in texts:
        for plain in [text] if isinstance(text, str) else text.values():
            for latex in FORMULA.findall(re.sub(r"`[^`]*`", "", plain)):
                if "<code>" in math_html(latex.strip("$")):
                    yield f"{name}: the formula {latex!r} cannot be set"


def question_problems(name: str, question: Question, topic: Topic) -> Iterator[str]:
    """A text that lacks a language of the topic, a formula that cannot be set."""
    choices = () if question.has_code_options else question.choices
    yield from formula_problems(name, [question.stem, question.explanation, *choices])
    texts: list[object] = [question.stem, question.explanation, *question.choices]
    texts += [option.misconception for option in question.options]
    texts += [mistake.misconception for mistake in question.mistakes]
    texts += [pair.left for pair in question.pairs]
    texts += [question.figure.alt if question.figure else None]
    if any(isinstance(text, dict) and set(text) != set(topic.title) for text in texts):
        yield f"{name}: a text lacks a language"


def curriculum_problems(curriculum: Curriculum, content: Library) -> Iterator[str]:
    """What a curriculum names and promises, each problem in a line; a draft promises nothing."""
    if curriculum.draft:
        return
    for problem in _curriculum_problems(curriculum, content):
        yield f"{curriculum.key}: {problem}"


def _curriculum_problems(curriculum: Curriculum, content: Library) -> Iterator[str]:
    keys = [key for course in curriculum.blocks for key in course.topic_keys]
    yield from (f"has the unknown topic {key}" for key in keys if key not in content.topics)
    yield from (f"has the topic {key} twice" for key in set(keys) if keys.count(key) > 1)
    topics = [content.topics[key] for key in keys if key in content.topics]
    yield from _language_problems(curriculum, topics)
    if curriculum.kind == "exam":
        yield from _exam_problems(curriculum)
    else:
        yield from _track_problems(curriculum, topics)
    try:
        TopologicalSorter({topic.key: topic.requires for topic in topics}).prepare()
    except CycleError as error:
        yield f"prerequisites run in a circle: {' -> '.join(error.args[1])}"
    yield from _order_problems(topics)


def _language_problems(curriculum: Curriculum, topics: Sequence[Topic]) -> Iterator[str]:
    promised = set(curriculum.languages)
    named = [(course.key, course.title) for course in curriculum.blocks]
    named += [(topic.key, topic.title) for topic in topics]
    for key, title in [("it", curriculum.title), *named]:
        if missing := promised - set(title):
            yield f"{key} lacks the language {', '.join(sorted(missing))}"


def options_of_exams(content: Library) -> dict[str, set[int]]:
    """How many options the choices of each topic have in the exams that ask it."""
    options: dict[str, set[int]] = {}
    for curriculum in content.curricula.values():
        for test in curriculum.exam.tests if curriculum.exam else ():
            asked = {part.course for section in test.sections for part in section.parts}
            for course in curriculum.blocks:
                for key in course.topic_keys if course.key in asked else ():
                    options.setdefault(key, set()).add(test.options)
    return options


def option_problems(name: str, question: Question, options: set[int]) -> Iterator[str]:
    if question.kind == "choice" and options and len(question.options) not in options:
        asked = ", ".join(str(each) for each in sorted(options))
        yield f"{name}: {len(question.options)} options, its exam has {asked}"


def _track_problems(curriculum: Curriculum, topics: Sequence[Topic]) -> Iterator[str]:
    if [len(course.topics) for course in curriculum.blocks] != [7] * 4:
        yield "a track has 4 blocks of 7 topics"
    taught = {topic.skill for topic in topics}
    yield from (f"no topic teaches the skill {key}" for key in set(curriculum.skills) - taught)
    yield from (
        f"{topic.key} teaches {topic.skill}, which has no weight"
        for topic in topics
        if topic.skill not in curriculum.skills
    )


def _order_problems(topics: Sequence[Topic]) -> Iterator[str]:
    """A topic that comes before one it requires."""
    place = {topic.key: number for number, topic in enumerate(topics)}
    for topic in topics:
        for key in topic.requires:
            if place.get(key, -1) > place[topic.key]:
                yield f"{topic.key} comes before {key}, which it requires"


def _exam_problems(curriculum: Curriculum) -> Iterator[str]:
    """Expected items of a course's topics must add up to what the exam asks of the course."""
    assert curriculum.exam is not None
    asked: dict[str, int] = {}
    for test in curriculum.exam.tests:
        for section in test.sections:
            for part in section.parts:
                asked[part.course] = asked.get(part.course, 0) + part.items
    for course in curriculum.blocks:
        expected = sum(place.items for module in course.modules for place in module.topics)
        if abs(expected - asked.get(course.key, 0)) > 0.05:
            yield f"{course.key} expects {expected:g} items, the exam asks {asked.get(course.key)}"
    for key in set(asked) - {course.key for course in curriculum.blocks}:
        yield f"the exam asks of the unknown course {key}"


def enough_in_topic(report: TopicReport) -> Iterator[str]:
    if report.items < MINIMUM_ITEMS:
        yield f"{report.key}: only {report.items} items, {MINIMUM_ITEMS} are needed"
    if report.by_hand < MINIMUM_BY_HAND * (report.by_hand + report.templates):
        yield f"{report.key}: only {report.by_hand} by hand beside {report.templates} templates"


def enough_in_module(course: str, module: str, reports: Sequence[TopicReport]) -> Iterator[str]:
    needed = MINIMUM_IN_UNIT.get(course.partition("-")[0], MINIMUM_ITEMS)
    items = sum(report.items for report in reports)
    if items < needed:
        yield f"{course}: only {items} items in the unit {module}, {needed} are needed"
    for report in reports:
        if report.items < 2:
            yield f"{report.key}: only {report.items} items, a quiz needs two of each topic"
