"""What the templates of the driving theory exam share: a claim that is right or wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from learnconnect_app.content.builders import Both, bilingual
from learnconnect_app.content.questions import Question


@dataclass(frozen=True)
class Claim:
    """A statement of a subject, right or wrong by itself."""

    text: Both
    slip: Both
    """What one thinks who judges it wrongly."""
    because: Both
    """Why it is right, or wrong."""


def one_of_claims(
    rng: Random, about: Both, right: Sequence[Claim], wrong: Sequence[Claim]
) -> Question:
    """Which of four claims is right, or is not right: one of one sort, three of the other."""
    asks_right = rng.random() < 0.5
    one, others = (right, wrong) if asks_right else (wrong, right)
    picked = rng.choice(one)
    english = "is right" if asks_right else "is **not** right"
    turkish = "doğrudur" if asks_right else "**yanlıştır**"
    return bilingual(
        (
            f"Which of these statements about {about[0]} {english}?",
            f"{about[1]} ile ilgili aşağıdaki ifadelerden hangisi {turkish}?",
        ),
        picked.text,
        [(each.text, each.slip) for each in rng.sample(others, 3)],
        picked.because,
    )
