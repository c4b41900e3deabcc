"""A small made-up track: 4 blocks of 7 topics with 15 items by hand each.

The first option of each item is the right one in the author's order, so a test can answer as well
or as badly as it likes.
"""

from __future__ import annotations

from functools import cache

from pydantic import HttpUrl

from learnconnect_app.content.library import Library
from learnconnect_app.content.schema import (
    Course,
    Curriculum,
    Item,
    Option,
    Resource,
    RoleProfile,
    Skill,
    Text,
    Topic,
)

TRACK, OTHER_TRACK = "made-up", "made-up-too"
BLOCKS, TOPICS_OF_A_BLOCK, ITEMS_OF_A_TOPIC = 4, 7, 15
KINDS = ("video", "article", "practice", "book")


def topic_key(block: int, number: int) -> str:
    """Both count from 1."""
    return f"made-up-{block}-{number}"


def both(text: str) -> Text:
    return {"en": text, "tr": f"{text} (tr)"}


@cache
def synthetic_library() -> Library:
    topics = {
        topic.key: topic
        for block in range(1, BLOCKS + 1)
        for topic in (_topic(block, number) for number in range(1, TOPICS_OF_A_BLOCK + 1))
    }
    curricula = {key: _curriculum(key) for key in (TRACK, OTHER_TRACK)}
    skills = {skill.key: skill.title for skill in curricula[TRACK].skills}
    roles = {role.key: role for role in _roles(list(skills))}
    return Library(curricula, topics, {}, roles, skills)


def _topic(block: int, number: int) -> Topic:
    key = topic_key(block, number)
    return Topic(
        key=key,
        title=both(f"Title of {key}"),
        description=both(f"Description of {key}"),
        minutes=60,
        skill=f"made-up-skill-{block}",
        requires=(topic_key(block, number - 1),) if number == 3 else (),
        resources=tuple(
            Resource(
                kind=kind,
                title=f"{kind} on {key}",
                url=HttpUrl(f"https://www.example.org/{key}/{kind}"),
                language="en",
                minutes=20,
            )
            for kind in KINDS
        ),
        summary=both(f"Summary of **{key}**"),
        items=tuple(_item(key, index) for index in range(ITEMS_OF_A_TOPIC)),
    )


def _item(topic: str, index: int) -> Item:
    wrong = (
        Option(text=both(f"wrong {n}"), misconception=both(f"Thinks {n}.")) for n in range(1, 4)
    )
    return Item(
        key=f"{topic}-item-{index}",
        difficulty=1 + index % 5,
        seconds=30,
        stem=both(f"Question {index} on {topic}?"),
        options=(Option(text=both("right"), correct=True), *wrong),
        explanation=both(f"Explanation {index} of {topic}."),
    )


def _curriculum(key: str) -> Curriculum:
    return Curriculum(
        key=key,
        kind="role",
        icon="blocks",
        title=both(f"Track {key}"),
        tagline=both("Tagline"),
        leads_to=both("Leads to"),
        skills=tuple(
            Skill(key=f"made-up-skill-{block}", title=both(f"Skill {block}"), weight=0.25)
            for block in range(1, BLOCKS + 1)
        ),
        courses=tuple(
            Course(
                key=f"{key}-block-{block}",
                icon="blocks",
                title=both(f"Block {block} of {key}"),
                description=both(f"What block {block} is about"),
                topics=tuple(
                    topic_key(block, number) for number in range(1, TOPICS_OF_A_BLOCK + 1)
                ),
            )
            for block in range(1, BLOCKS + 1)
        ),
    )


def _roles(skills: list[str]) -> list[RoleProfile]:
    """The track itself, and a role for each skill."""
    weights = {TRACK: dict.fromkeys(skills, 0.25)}
    weights |= {f"role-of-{skill}": {skill: 1.0} for skill in skills}
    return [
        RoleProfile(
            key=key,
            title=both(f"Role {key}"),
            description=both(f"A role {key}"),
            icon="bot",
            skills=asked,
        )
        for key, asked in weights.items()
    ]
