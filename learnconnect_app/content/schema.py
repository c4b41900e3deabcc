"""The format of built-in content: what a curriculum, a course and a topic must say.

Files are YAML (`curricula/*.yaml`, `courses/*.yaml`, `topics/<subject>/*.yaml`, `skills.yaml`,
`roles.yaml`); parametric items are Python functions (`generators/`). What a learner is asked is in
`questions.py`, the structure of an exam in `exams.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, HttpUrl, model_validator

from learnconnect_app.content.exams import Exam
from learnconnect_app.content.questions import Item
from learnconnect_app.content.texts import Filled, Icon, Key, Language, Strict, Text

ResourceKind = Literal["video", "article", "practice", "book"]


class Resource(Strict):
    """An external place to learn the topic. Learning itself happens there, never here."""

    kind: ResourceKind
    title: Filled
    url: HttpUrl
    language: Language
    minutes: int = Field(ge=1, le=600)


class Topic(Strict):
    """The unit of mastery: a few hours of learning, with its own items."""

    key: Key
    title: Text
    description: Text
    minutes: int = Field(ge=15, le=600)
    skill: Key | None = None
    """The skill of a role that it teaches; a topic of an exam alone has none."""
    requires: tuple[Key, ...] = ()
    resources: tuple[Resource, ...] = Field(min_length=2)
    summary: Text
    items: tuple[Item, ...] = ()


class Place(Strict):
    """A topic in a unit of an exam."""

    topic: Key
    items: float = Field(gt=0)
    """How many items of the exam it is expected to have: an estimate."""


class Module(Strict):
    """A unit of a course: topics that belong together."""

    key: Key
    title: Text
    topics: tuple[Place, ...] = Field(min_length=1)


class Course(Strict):
    """A subject of an exam (with ``modules``), or the block of one week of a track (``topics``)."""

    key: Key
    title: Text
    description: Text
    icon: Icon
    topics: tuple[Key, ...] = ()
    modules: tuple[Module, ...] = ()

    @property
    def topic_keys(self) -> tuple[Key, ...]:
        """In teaching order."""
        return self.topics or tuple(
            place.topic for module in self.modules for place in module.topics
        )

    @model_validator(mode="after")
    def _has_topics_or_modules(self) -> Self:
        if bool(self.topics) == bool(self.modules):
            raise ValueError("a course has either topics or modules")
        if len(set(self.topic_keys)) < len(self.topic_keys):
            raise ValueError("a topic comes twice in the course")
        return self


class SkillCatalogue(Strict):
    """Every skill once, with its one name in each language."""

    skills: dict[Key, Text]


Weights = dict[Key, Annotated[float, Field(gt=0, le=1)]]


class RoleProfile(Strict):
    """What a role asks for. It may have no track of its own yet."""

    key: Key
    title: Text
    description: Text
    """One sentence."""
    icon: Icon
    skills: Weights

    @model_validator(mode="after")
    def _skill_weights_add_up(self) -> Self:
        _refuse_unless_one(self.skills)
        return self


class RoleCatalogue(Strict):
    """The roles that have no track of their own; a track of kind role is a role by itself."""

    roles: tuple[RoleProfile, ...]


class Curriculum(Strict):
    """A role, a language or an exam: what is learnt, in which order, and what it leads to."""

    key: Key
    kind: Literal["role", "language", "exam"]
    draft: bool = False
    """Still being written: what is there is proven, but it is not offered to learners."""
    place: int = 100
    """Among those that are offered, lower ones come first; then by key."""
    languages: tuple[Language, ...] = ("en", "tr")
    title: Text
    tagline: Text
    leads_to: Text
    icon: Icon
    skills: Weights = Field(default_factory=dict)
    courses: tuple[Course | Key, ...] = Field(min_length=1)
    """In full, or the name of a file in `courses/`; in the library always in full."""
    exam: Exam | None = None

    @property
    def blocks(self) -> tuple[Course, ...]:
        """The courses, once the library has read them all."""
        return tuple(course for course in self.courses if isinstance(course, Course))

    @model_validator(mode="after")
    def _suits_its_kind(self) -> Self:
        if (self.kind == "exam") != (self.exam is not None):
            raise ValueError("an exam, and only an exam, has a structure: 'exam'")
        if self.kind != "exam":
            _refuse_unless_one(self.skills)
        return self


def _refuse_unless_one(weights: Weights) -> None:
    if abs(sum(weights.values()) - 1) > 1e-6:
        raise ValueError(f"skill weights add up to {sum(weights.values()):g}, not 1")
