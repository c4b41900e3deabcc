"""The format of built-in content: what a curriculum, a topic and an item must say.

Files are YAML (`curricula/*.yaml`, `topics/<subject>/*.yaml`); parametric items are Python
functions (`generators/`). Both end as the models below, so one set of rules covers all content.
Texts are dictionaries from language code to text: ``{"en": "...", "tr": "..."}``.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, StringConstraints, model_validator

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Filled = Annotated[str, StringConstraints(min_length=1)]
Language = Literal["en", "tr"]
Text = dict[Language, Filled]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Resource(Strict):
    """An external place to learn the topic. Learning itself happens there, never here."""

    kind: Literal["video", "article", "practice", "book"]
    title: Filled
    url: HttpUrl
    language: Language
    minutes: int = Field(ge=1, le=600)


class Option(Strict):
    """One choice. A wrong one names the misconception that leads to it."""

    text: Text | Filled
    """A plain string is the same in every language (code, a number, an output)."""
    correct: bool = False
    misconception: Text | None = None

    @model_validator(mode="after")
    def _wrong_options_name_their_misconception(self) -> Self:
        if self.correct == (self.misconception is not None):
            raise ValueError("exactly the wrong options name a misconception")
        return self


class Proof(Strict):
    """How the content check proves the answer by running code.

    - ``output``: what ``code`` prints is the right option, and no other option equals it
    - ``error``: ``code`` raises the exception whose class name is the right option's text
    - ``value``: ``repr`` of ``expression``, evaluated after ``code``, is the right option
    - ``options``: each option is a snippet run after ``code``; only the right one prints ``expect``
      (an option that raises prints nothing)
    """

    run: Literal["output", "error", "value", "options"]
    expression: Filled | None = None
    expect: Filled | None = None

    @model_validator(mode="after")
    def _needs_what_it_compares(self) -> Self:
        if (self.run == "value") != (self.expression is not None):
            raise ValueError("'expression' goes with run: value, and only with it")
        if (self.run == "options") != (self.expect is not None):
            raise ValueError("'expect' goes with run: options, and only with it")
        return self


class Question(Strict):
    """What a learner is asked: the part of an item that may depend on a seed."""

    stem: Text
    code: Filled | None = None
    code_language: Literal["python", "sql", "javascript", "html", "css", "text"] = "python"
    options: tuple[Option, ...] = Field(min_length=4, max_length=5)
    explanation: Text
    proof: Proof | None = None

    @property
    def right(self) -> Option:
        return next(option for option in self.options if option.correct)

    @property
    def has_code_options(self) -> bool:
        """Whether options are shown as code: those that a proof compares with a run."""
        return self.proof is not None

    @model_validator(mode="after")
    def _one_right_answer_and_no_twins(self) -> Self:
        if sum(option.correct for option in self.options) != 1:
            raise ValueError("exactly one option is correct")
        for language in self.stem:
            texts = [localized(option.text, language).strip() for option in self.options]
            if len(set(texts)) < len(texts):
                raise ValueError(f"two options are equal in {language}: {texts}")
        return self


class ItemMeta(Strict):
    key: Key
    difficulty: int = Field(ge=1, le=5)
    seconds: int = Field(ge=10, le=600)
    """Time a learner who knows the topic needs."""


class Item(ItemMeta, Question):
    """A hand-made item."""


class Topic(Strict):
    """The unit of mastery: a few hours of learning, with its own items."""

    key: Key
    title: Text
    description: Text
    minutes: int = Field(ge=15, le=300)
    skill: Key
    requires: tuple[Key, ...] = ()
    resources: tuple[Resource, ...] = Field(min_length=2)
    summary: Text
    items: tuple[Item, ...] = ()


class Course(Strict):
    """A subject of an exam, or the skill block of one week of a track."""

    key: Key
    title: Text
    description: Text
    icon: Filled
    topics: tuple[Key, ...] = Field(min_length=1)


class SkillName(Strict):
    key: Key
    title: Text


class Skill(SkillName):
    """A skill that a curriculum teaches, with its weight in it."""

    weight: float = Field(gt=0, le=1)


class RoleProfile(Strict):
    """What a role asks for. It may have no track of its own yet."""

    key: Key
    title: Text
    description: Text
    """One sentence."""
    icon: Filled
    skills: dict[Key, Annotated[float, Field(gt=0, le=1)]]
    """Weight of each skill."""

    @model_validator(mode="after")
    def _skill_weights_add_up(self) -> Self:
        _refuse_unless_one(sum(self.skills.values()))
        return self


class RoleCatalogue(Strict):
    """All roles, and the names of the skills they ask for that no curriculum teaches yet."""

    skills: tuple[SkillName, ...]
    roles: tuple[RoleProfile, ...]


class Curriculum(Strict):
    """A role, a language or an exam: what is learnt, in which order, and what it leads to."""

    key: Key
    kind: Literal["role", "language", "exam"]
    languages: tuple[Language, ...] = ("en", "tr")
    title: Text
    tagline: Text
    leads_to: Text
    icon: Filled
    skills: tuple[Skill, ...]
    courses: tuple[Course, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _skill_weights_add_up(self) -> Self:
        _refuse_unless_one(sum(skill.weight for skill in self.skills))
        return self


def _refuse_unless_one(total: float) -> None:
    if abs(total - 1) > 1e-6:
        raise ValueError(f"skill weights add up to {total:g}, not 1")


def localized(text: Text | str, language: Language) -> str:
    """The text in ``language``; a plain string is the same in all."""
    return text if isinstance(text, str) else text[language]
