"""The structure of an exam: its tests, their sections, what they count for, and how it scores."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from learnconnect_app.content.texts import Icon, Key, Strict, Text


class Part(Strict):
    """Items of a section that come from one course. A course may feed several sections."""

    course: Key
    title: Text | None = None
    """Where it is not that of the course."""
    items: int = Field(ge=1)


class Section(Strict):
    key: Key
    title: Text
    icon: Icon
    items: int = Field(ge=1)
    parts: tuple[Part, ...] = ()
    """Empty when the content has no course for it yet."""

    @model_validator(mode="after")
    def _parts_add_up(self) -> Self:
        if self.parts and sum(part.items for part in self.parts) != self.items:
            raise ValueError(f"the parts of {self.key} do not add up to {self.items} items")
        return self


class ExamTest(Strict):
    """One sitting, with its own time."""

    key: Key
    title: Text
    minutes: int = Field(ge=1)
    options: int = Field(ge=2)
    sections: tuple[Section, ...] = Field(min_length=1)


class ScoreType(Strict):
    """What a learner aims at: how much of the score each section gives, in percent."""

    key: Key
    title: Text
    weights: dict[Key, Annotated[float, Field(gt=0)]]
    """By section, or by a course of one whose subjects count for themselves; together 100."""

    @model_validator(mode="after")
    def _weights_add_up(self) -> Self:
        if abs(sum(self.weights.values()) - 100) > 1e-6:
            raise ValueError(f"the weights of {self.key} do not add up to 100")
        return self


class Points(Strict):
    """What a score runs from, for an empty sheet, and to."""

    least: int = 0
    most: int = 100


class Exam(Strict):
    """How an exam is built and scored."""

    points: Points = Points()
    wrong_for_a_right: float | None = Field(default=None, gt=0)
    """Wrong answers that take one right away: 4 means net = right - wrong / 4. None: no penalty."""
    tests: tuple[ExamTest, ...] = Field(min_length=1)
    scores: tuple[ScoreType, ...] = Field(min_length=1)
    estimates: Text
    """How the expected items of each topic were estimated, and from what."""

    @model_validator(mode="after")
    def _weights_name_what_is_asked(self) -> Self:
        sections = [section for test in self.tests for section in test.sections]
        known = {section.key for section in sections}
        known |= {part.course for section in sections for part in section.parts}
        for score in self.scores:
            if unknown := set(score.weights) - known:
                raise ValueError(f"{score.key} weighs what is not asked: {sorted(unknown)}")
        return self
