"""Parametric items: a function from a seeded random source to a question.

    @template("py-for-loops-range-sum", topic="py-for-loops", difficulty=2, seconds=60)
    def range_sum(rng: Random) -> Question: ...

The same seed gives the same question for ever: take randomness from ``rng`` alone, and never
iterate over a set. Changing what a template yields for a seed is changing the content.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from learnconnect_app.content.questions import ItemMeta, Question

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
