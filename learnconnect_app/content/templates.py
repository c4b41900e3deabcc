"""Parametric items: a function from a seeded random source to a question.

    @template("py-for-loops-range-sum", topic="py-for-loops", difficulty=2, seconds=60)
    def range_sum(rng: Random) -> Question: ...

The same seed gives the same question for ever: take randomness from ``rng`` alone, and never
iterate over a set. Changing what a template yields for a seed is changing the content.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random

from learnconnect_app.content.schema import ItemMeta, Option, Proof, Question, Text

Build = Callable[[Random], Question]


@dataclass(frozen=True)
class Template:
    meta: ItemMeta
    topic: str
    build: Build

    def variant(self, seed: int) -> Question:
        """The question for ``seed``: independent of platform, process and earlier calls."""
        return self.build(Random(f"{self.meta.key}:{seed}"))


_registry: dict[str, Template] = {}


def template(key: str, *, topic: str, difficulty: int, seconds: int) -> Callable[[Build], Build]:
    """Register a parametric item. A key that is taken raises ``ValueError``."""

    def register(build: Build) -> Build:
        if key in _registry:
            raise ValueError(f"two templates are named {key}")
        meta = ItemMeta(key=key, difficulty=difficulty, seconds=seconds)
        _registry[key] = Template(meta, topic, build)
        return build

    return register


def registered() -> dict[str, Template]:
    return dict(_registry)


Wrong = tuple[object, str, str]
"""A wrong answer and the misconception that leads to it, in English and Turkish."""


def question(
    *,
    en: str,
    tr: str,
    right: object,
    wrong: Iterable[Wrong],
    because_en: str,
    because_tr: str,
    code: str | None = None,
    proof: Proof | None = None,
    spare: Iterable[Wrong] = (),
) -> Question:
    """Put a question together, leaving out wrong answers that happen to equal another option.

    ``wrong`` and then ``spare`` are taken in order until there are four options in all (a fifth
    is taken only from ``wrong``). Raises ``ValueError`` when too few distinct ones are left.
    """
    options = [Option(text=str(right), correct=True)]
    taken = {str(right).strip()}
    for limit, candidates in ((5, wrong), (4, spare)):
        for text, misconception_en, misconception_tr in candidates:
            if str(text).strip() not in taken and len(options) < limit:
                taken.add(str(text).strip())
                misconception: Text = {"en": misconception_en, "tr": misconception_tr}
                options.append(Option(text=str(text), misconception=misconception))
    return Question(
        stem={"en": en, "tr": tr},
        code=code,
        options=tuple(options),
        explanation={"en": because_en, "tr": because_tr},
        proof=proof,
    )
