"""Built-in content as table rows.

A file may name a topic that is not written yet: its place in a curriculum, and its templates, are
left out here and reported by the content check.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from learnconnect_app import models
from learnconnect_app.content import questions, schema, texts
from learnconnect_app.content.library import Library
from learnconnect_app.content.templates import Template

SAMPLE_SEEDS = (0, 1, 2)
"""Variants that stand for a template in its fingerprint."""


def skills(library: Library) -> list[models.Skill]:
    return [models.Skill(key=key, title=_words(title)) for key, title in library.skills.items()]


def topics(library: Library) -> list[models.Topic]:
    return [
        models.Topic(
            key=topic.key,
            skill_key=topic.skill,
            title=_words(topic.title),
            description=_words(topic.description),
            summary=_words(topic.summary),
            minutes=topic.minutes,
            requires=list(topic.requires),
        )
        for topic in library.topics.values()
    ]


def curricula(library: Library) -> list[models.Curriculum]:
    return [
        models.Curriculum(
            key=curriculum.key,
            kind=curriculum.kind,
            position=position,
            icon=curriculum.icon,
            title=_words(curriculum.title),
            tagline=_words(curriculum.tagline),
            leads_to=_words(curriculum.leads_to),
            skills=dict(curriculum.skills),
            languages=list(curriculum.languages),
            exam=_plain(curriculum.exam) if curriculum.exam else None,
        )
        for position, curriculum in enumerate(library.offered)
    ]


def courses(library: Library) -> list[models.Course]:
    return [
        models.Course(
            key=course.key,
            curriculum_key=curriculum.key,
            position=position,
            icon=course.icon,
            title=_words(course.title),
            description=_words(course.description),
        )
        for curriculum in library.offered
        for position, course in enumerate(curriculum.blocks)
    ]


def modules(library: Library) -> list[models.Module]:
    return [
        models.Module(
            key=module.key, course_key=course.key, position=position, title=_words(module.title)
        )
        for course in _courses(library)
        for position, module in enumerate(course.modules)
    ]


def lessons(library: Library) -> list[models.Lesson]:
    """Places of topics in courses, in teaching order."""
    found = []
    for course in _courses(library):
        places = {
            place.topic: (module.key, place.items)
            for module in course.modules
            for place in module.topics
        }
        for position, topic in enumerate(course.topic_keys):
            if topic in library.topics:
                module_key, items = places.get(topic, (None, None))
                found.append(
                    models.Lesson(
                        course_key=course.key,
                        topic_key=topic,
                        module_key=module_key,
                        position=position,
                        exam_items=items,
                    )
                )
    return found


def _courses(library: Library) -> Iterator[schema.Course]:
    for curriculum in library.offered:
        yield from curriculum.blocks


def resources(library: Library) -> list[models.Resource]:
    return [
        models.Resource(
            topic_key=topic.key,
            position=position,
            kind=resource.kind,
            title=resource.title,
            url=str(resource.url),
            language=resource.language,
            minutes=resource.minutes,
        )
        for topic in library.topics.values()
        for position, resource in enumerate(topic.resources)
    ]


def roles(library: Library) -> list[models.RoleProfile]:
    return [
        models.RoleProfile(
            key=role.key,
            title=_words(role.title),
            description=_words(role.description),
            icon=role.icon,
            skills=dict(role.skills),
        )
        for role in library.roles.values()
    ]


def items(library: Library) -> Iterator[models.Item]:
    for topic in library.topics.values():
        for item in topic.items:
            yield _item(item, topic.key, [item], fingerprint(_plain(item)))
    for template in library.templates.values():
        if template.topic in library.topics:
            yield _item_of(template)


def _item_of(template: Template) -> models.Item:
    samples = [template.variant(seed) for seed in SAMPLE_SEEDS]
    seen = {"meta": _plain(template.meta), "samples": [_plain(sample) for sample in samples]}
    return _item(template.meta, template.topic, samples, fingerprint(seen), is_template=True)


def _item(
    meta: questions.ItemMeta,
    topic: str,
    samples: list[questions.Question],
    fingerprint: str,
    *,
    is_template: bool = False,
) -> models.Item:
    return models.Item(
        key=meta.key,
        topic_key=topic,
        is_template=is_template,
        difficulty=meta.difficulty,
        seconds=meta.seconds,
        kind=samples[0].kind,
        possible_answers=min(sample.possible_answers for sample in samples),
        fingerprint=fingerprint,
    )


def _words(text: texts.Text) -> dict[str, str]:
    return dict(text.items())


def question_json(question: questions.Question) -> dict[str, Any]:
    """A question as it is stored; ``questions.Question.model_validate`` reads it back."""
    return _plain(question, include=set(questions.Question.model_fields))


def fingerprint(content: dict[str, Any]) -> str:
    """SHA-256 of the canonical JSON: it changes exactly when the content does."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(model: texts.Strict, include: set[str] | None = None) -> dict[str, Any]:
    """Without defaults, so that a new optional field of the format changes no item."""
    return model.model_dump(mode="json", exclude_defaults=True, include=include)
