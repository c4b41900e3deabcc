"""How resumes name each skill and tell of work; the words are in `resume_terms.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field

from learnconnect_app.content.texts import Filled, Key, Strict

Words = Annotated[tuple[Filled, ...], Field(min_length=1)]


class ResumeTerms(Strict):
    doing: Words
    """What tells of something done."""
    wishes: Words
    """What speaks of wanting or lacking."""
    skills: dict[Key, Words]


@cache
def resume_terms() -> ResumeTerms:
    """All of them. Raises ``ValueError`` on a file that breaks the format."""
    path = Path(__file__).with_name("resume_terms.yaml")
    return ResumeTerms.model_validate(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))
