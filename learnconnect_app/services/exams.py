"""The structure of an exam, as its curriculum keeps it, in the values of `domain.exams`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.exams import Exam, ExamTest, Section
from learnconnect_app.models import Curriculum


def exam_of(curriculum: Curriculum | None) -> Exam:
    """``NotFound`` for what is no exam."""
    if curriculum is None or curriculum.exam is None:
        raise NotFound
    kept = curriculum.exam
    return Exam(
        tests=tuple(
            ExamTest(
                test["key"], test["minutes"], tuple(_section(each) for each in test["sections"])
            )
            for test in kept["tests"]
        ),
        scores={score["key"]: score["weights"] for score in kept["scores"]},
        wrong_for_a_right=kept.get("wrong_for_a_right"),
    )


def _section(kept: Mapping[str, Any]) -> Section:
    courses = {part["course"]: part["items"] for part in kept.get("parts", ())}
    return Section(kept["key"], kept["items"], courses)
