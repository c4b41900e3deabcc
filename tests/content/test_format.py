"""What the format of content refuses."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.exams import Exam
from learnconnect_app.content.figures import Drawing, Figure
from learnconnect_app.content.questions import Question

TEXTS: dict[str, Any] = {"stem": {"tr": "Ne?"}, "explanation": {"tr": "Çünkü."}}
WHY = {"tr": "Yanılır."}
RIGHT = {"text": "a", "correct": True}
WRONG = [{"text": text, "misconception": WHY} for text in "bcd"]


def question(**fields: Any) -> Question:
    return Question.model_validate(TEXTS | fields)


def test_a_plain_text_is_turkish() -> None:
    assert question(stem="Ne?", options=[RIGHT, *WRONG]).stem == {"tr": "Ne?"}


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"options": [RIGHT, *WRONG[:2]]}, "four or five"),
        ({"options": [RIGHT, RIGHT | {"text": "z"}, *WRONG]}, "exactly one"),
        ({"options": [RIGHT, *WRONG, {"text": "e"}]}, "name a misconception"),
        ({"options": [RIGHT, *WRONG[:2], WRONG[0]]}, "equal"),
        ({"kind": "several", "options": [RIGHT, *WRONG]}, "two or more"),
        ({"kind": "number", "options": [RIGHT, *WRONG]}, "has number"),
        ({"kind": "number"}, "has number"),
        ({"kind": "order", "sequence": ["a", "b"]}, "three to six"),
        ({"kind": "order", "sequence": ["a", "b", "a"]}, "equal"),
        ({"kind": "match", "pairs": [{"left": "x", "right": n} for n in "abc"]}, "equal"),
        ({"kind": "output", "code": "1", "accept": ["1"]}, "proven by a run"),
        ({"options": [RIGHT, *WRONG], "proof": {"run": "compute"}}, "expression"),
        (
            {
                "options": [RIGHT, *WRONG],
                "code": "<p>",
                "code_language": "html",
                "proof": {"run": "output"},
            },
            "cannot be run",
        ),
        (
            {"options": [RIGHT, *WRONG], "mistakes": [{"answer": "b", "misconception": WHY}]},
            "typed",
        ),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(fields: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        question(**fields)


@pytest.mark.parametrize(
    "svg",
    [
        '<svg viewBox="0 0 1 1"><script>alert(1)</script></svg>',
        '<svg viewBox="0 0 1 1" onload="alert(1)"></svg>',
        '<svg viewBox="0 0 1 1"><image href="http://x"/></svg>',
        '<svg viewBox="0 0 1 1"><path d="M0 0" style="color:red"/></svg>',
        '<svg viewBox="0 0 1 1"><path d="M0 0" fill="red"/></svg>',
        '<svg viewBox="0 0 1 1"><path d="M0 0" class="hidden"/></svg>',
        "<svg></svg>",
        '<div viewBox="0 0 1 1"/>',
        '<svg viewBox="0 0 1 1">',
    ],
)
def test_a_picture_with_anything_but_plain_shapes_is_refused(svg: str) -> None:
    with pytest.raises(ValidationError):
        Figure(svg=svg, alt={"tr": "x"})


def test_a_drawing_writes_a_picture_that_is_accepted() -> None:
    drawing = Drawing(200, 100).polygon([(0, 0), (10, 0), (0, 10)], filled=True)
    drawing.arrow((0, 0), (9, 9)).circle((5, 5), 3).path("M0 0 L1 1", dashed=True)
    figure = drawing.label((5, 5), "a < b & c").dot((1, 1), look="accent").figure("Üçgen")
    assert "a &lt; b &amp; c" in figure.svg
    assert figure.alt == {"tr": "Üçgen"}


def test_wrong_answers_equal_to_another_are_left_out() -> None:
    wrong = [(n, "Yanılır.") for n in (4, 1, 2, 2, 3, 5)]
    each = exam_question("2 + 2?", 4, wrong, "4", computed="2 + 2")
    assert [option.text for option in each.options] == ["4", "1", "2", "3", "5"]
    with pytest.raises(ValueError, match="only 3 distinct"):
        exam_question("2 + 2?", 4, wrong[:3], "4")
    typed = exam_number("2 + 2?", 4, "4", mistakes=[(4, "Yok."), (5, "Bir fazla.")])
    assert [mistake.answer for mistake in typed.mistakes] == ["5"]


def test_an_exam_whose_numbers_do_not_add_up_is_refused() -> None:
    part = {"course": "a", "items": 5}
    section = {"key": "s", "title": "S", "icon": "globe", "items": 5, "parts": [part]}
    test = {"key": "t", "title": "T", "minutes": 10, "options": 5, "sections": [section]}
    score = {"key": "x", "title": "X", "weights": {"s": 100}}
    good: dict[str, Any] = {"tests": [test], "scores": [score], "estimates": "Tahmin."}
    Exam.model_validate(good)
    for broken, says in (
        ({"tests": [test | {"sections": [section | {"items": 6}]}]}, "add up"),
        ({"scores": [score | {"weights": {"s": 90}}]}, "add up"),
        ({"scores": [score | {"weights": {"q": 100}}]}, "not asked"),
    ):
        with pytest.raises(ValidationError, match=says):
            Exam.model_validate(good | broken)
