"""Every sentence of progress finds the values it names, in both languages."""

from __future__ import annotations

import pytest

from learnconnect_app.domain.progress import (
    HEADLINES,
    MOVES,
    SPEEDS,
    PlanStanding,
    TopicStanding,
    headline,
    speed,
)
from learnconnect_app.domain.progress_views import Told
from learnconnect_app.locales import LOCALES, message

EXAM = PlanStanding("YKS", [TopicStanding("a", "a", "A", 0.4, 2.0)])
HEADS = (
    headline(None, None, early=True),
    headline(EXAM, None, early=False),
    headline(None, EXAM, early=False),
    headline(EXAM, EXAM, early=False),
)
PACES = tuple(speed(*each) for each in ((6, 5), (5, 5), (1, 5), (1, None), (0, None)))
GAIN = {"topic": "A", "course": "B", "points": 1.5, "percent": 40}
STEPS = tuple(Told(code, GAIN if code in ("exam", "skill") else {}) for code in MOVES)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("family", "said", "codes"),
    [("headline", HEADS, HEADLINES), ("speed", PACES, SPEEDS), ("move", STEPS, MOVES)],
)
def test_sentence_finds_its_values(
    locale: str, family: str, said: tuple[Told, ...], codes: tuple[str, ...]
) -> None:
    assert {told.code for told in said} == set(codes)
    for told in said:
        text = message(locale, f"progress.{family}.{told.code}", **told.params)
        assert "{" not in text
