"""Words that help along the way: quotes, stories, talks, and guides to wellbeing.

Files are `motivation_texts/{quotes,stories,talks,guides}.yaml`. Moods and situations say when
something fits; a text for a low mood offers care, never pressure.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, Self

import yaml
from pydantic import Field, HttpUrl, model_validator

from learnconnect_app.content.texts import Filled, Key, Language, Strict, Text

Mood = Literal["excited", "focused", "tired", "demotivated"]
Situation = Literal[
    "start", "morning", "evening", "streak", "missed_day", "failed_test", "passed_test", "long_way",
    "last_days", "any",
]  # fmt: skip
Subject = Literal["exam_anxiety", "stress", "sleep", "focus", "planning", "motivation", "body"]


class Quote(Strict):
    """A line, ours (no author) or of someone who died more than 70 years ago (with source)."""

    key: Key
    text: Text
    author: Filled | None = None
    source: Filled | None = None
    """The work it is from, where it can be looked up."""
    moods: tuple[Mood, ...] = Field(min_length=1)
    situations: tuple[Situation, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _a_line_of_others_names_its_source(self) -> Self:
        if (self.author is None) != (self.source is None):
            raise ValueError(f"{self.key}: a line of someone names author and source")
        return self


class Story(Strict):
    """A short success story of our own writing about a person who is made up."""

    key: Key
    title: Text
    text: Text
    """Markdown, 120-220 words."""
    moods: tuple[Mood, ...] = Field(min_length=1)
    situations: tuple[Situation, ...] = Field(min_length=1)


class Talk(Strict):
    """A talk or video elsewhere, on a stable page."""

    key: Key
    title: Filled
    speaker: Filled | None = None
    url: HttpUrl
    language: Language
    minutes: int = Field(ge=1, le=240)
    about: Text
    moods: tuple[Mood, ...] = Field(min_length=1)


class Source(Strict):
    """What a guide rests on."""

    title: Filled
    url: HttpUrl


class Guide(Strict):
    """A short guide: what helps, how to do it, and when to talk to someone."""

    key: Key
    subject: Subject
    title: Text
    text: Text
    """Markdown, 120-250 words."""
    talk_to_someone: Text
    """One or two sentences: when to speak to an adult one trusts, a counsellor or a doctor."""
    sources: tuple[Source, ...] = Field(min_length=1)
    moods: tuple[Mood, ...] = ()


class Motivation(Strict):
    quotes: tuple[Quote, ...]
    stories: tuple[Story, ...]
    talks: tuple[Talk, ...]
    guides: tuple[Guide, ...]

    @model_validator(mode="after")
    def _keys_are_unique(self) -> Self:
        for kind in (self.quotes, self.stories, self.talks, self.guides):
            keys = [each.key for each in kind]
            if twice := {key for key in keys if keys.count(key) > 1}:
                raise ValueError(f"keys that come twice: {sorted(twice)}")
        return self


@cache
def motivation() -> Motivation:
    """All of it. Raises ``ValueError`` on a file that breaks the format."""
    folder = Path(__file__).with_name("motivation_texts")
    parts = {
        name: yaml.load((folder / f"{name}.yaml").read_bytes(), Loader=yaml.CSafeLoader)
        for name in Motivation.model_fields
    }
    return Motivation.model_validate(parts)
