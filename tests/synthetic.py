"""A small made-up track: 4 blocks of 7 topics with 15 items by hand each.

Two of three items are choices whose first option is the right one in the author's order; the others
go through every other kind of question.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import HttpUrl

from learnconnect_app.content.library import Library
from learnconnect_app.content.questions import Item, Mistake, Number, Option, Pair
from learnconnect_app.content.schema import Course, Curriculum, Resource, RoleProfile, Topic
from learnconnect_app.content.texts import Text

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
    skills = {key: both(f"Skill {key}") for key in curricula[TRACK].skills}
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
    return Item(
        key=f"{topic}-item-{index}",
        difficulty=1 + index % 5,
        seconds=30,
        stem=both(f"Question {index} on {topic}?"),
        explanation=both(f"Explanation {index} of {topic}."),
        **ASKED[index // 3 if index % 3 == 2 else 0],
    )


def _wrong(number: int) -> Option:
    return Option(text=both(f"wrong {number}"), misconception=both(f"Thinks {number}."))


_right = Option(text=both("right"), correct=True)
ASKED: tuple[dict[str, Any], ...] = (
    {"options": (_right, _wrong(1), _wrong(2), _wrong(3))},
    {
        "kind": "several",
        "options": (_right, Option(text="right too", correct=True), _wrong(1), _wrong(2)),
    },
    {
        "kind": "number",
        "number": Number(value=2.5, tolerance=0.1, unit="m"),
        "mistakes": (Mistake(answer="25", misconception=both("Forgets the comma.")),),
    },
    {"kind": "order", "sequence": ("first", both("second"), "third")},
    {"kind": "match", "pairs": tuple(Pair(left=f"left {n}", right=f"right {n}") for n in "abc")},
)
"""By fifth of a topic's items, for the last item of each three."""


def _curriculum(key: str) -> Curriculum:
    return Curriculum(
        key=key,
        kind="role",
        icon="blocks",
        title=both(f"Track {key}"),
        tagline=both("Tagline"),
        leads_to=both("Leads to"),
        skills={f"made-up-skill-{block}": 0.25 for block in range(1, BLOCKS + 1)},
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
            icon="blocks",
            skills=asked,
        )
        for key, asked in weights.items()
    ]
