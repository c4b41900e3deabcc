"""Each kind of question is shown without its answer, answered, graded and explained."""

from __future__ import annotations

from typing import Any

import pytest

from learnconnect_app.content.questions import Question
from learnconnect_app.devtools.answering import response_to
from learnconnect_app.domain.responses import Response
from learnconnect_app.models import AttemptItem
from learnconnect_app.services.answers import as_kept
from learnconnect_app.services.grading import is_right
from learnconnect_app.services.rendering import question_view, review_item
from tests.synthetic import ASKED, both

ORDER = {3: [2, 0, 1], 4: [2, 0, 3, 1]}
TEXT = {
    "kind": "text",
    "accept": ["ışık"],
    "mistakes": [{"answer": "isi", "misconception": both("Warmth, not light.")}],
}
OUTPUT = {
    "kind": "output",
    "code": "print(1, 2)",
    "accept": ["1 2"],
    "proof": {"run": "output"},
    "mistakes": [{"answer": "1, 2", "misconception": both("Prints the comma.")}],
}
KINDS = [*ASKED, TEXT, OUTPUT]


def question(asked: dict[str, Any]) -> Question:
    texts = {"stem": both("What?"), "explanation": both("Because.")}
    return Question.model_validate(texts | asked)


def item(asked: Question, response: Response | None = None) -> AttemptItem:
    order = ORDER.get(len(asked.choices), [])
    answer = None if response is None else as_kept(asked, response, order)
    return AttemptItem(position=0, order=order, answer=answer, possible_answers=4)


@pytest.mark.parametrize("asked", KINDS, ids=lambda asked: asked.get("kind", "choice"))
def test_a_right_answer_is_right_and_a_wrong_one_wrong(asked: dict[str, Any]) -> None:
    each = question(asked)
    order = ORDER.get(len(each.choices), [])
    for right in (True, False):
        response = response_to(each, order, is_right=right)
        kept = item(each, response)
        assert is_right(each, kept.answer) is right
        shown = question_view(kept, each, "en")
        assert shown.is_answered
        given = list(shown.answer) if isinstance(response, list) else response
        assert (shown.typed if isinstance(response, str) else given) == response


@pytest.mark.parametrize("asked", KINDS, ids=lambda asked: asked.get("kind", "choice"))
def test_a_running_question_does_not_tell_its_answer(asked: dict[str, Any]) -> None:
    shown = repr(question_view(item(question(asked)), question(asked), "en"))
    assert "Because." not in shown
    assert "is_right=True" not in shown
    for accepted in asked.get("accept", ["Warmth"]):
        assert accepted not in shown
    assert "2.5" not in shown


@pytest.mark.parametrize("asked", KINDS, ids=lambda asked: asked.get("kind", "choice"))
def test_the_review_marks_what_was_given_and_what_is_right(asked: dict[str, Any]) -> None:
    each = question(asked)
    order = ORDER.get(len(each.choices), [])
    for right in (True, False):
        kept = item(each, response_to(each, order, is_right=right))
        kept.is_correct = right
        options = review_item(kept, each, "Topic", "en").options
        chosen = [option for option in options if option.is_chosen]
        assert chosen
        assert any(option.is_right for option in options)
        if asked.get("kind", "choice") != "several":
            assert all(option.is_right is right for option in chosen)


def test_a_known_mistake_is_explained() -> None:
    for asked, typed, why in (
        (ASKED[2], "25", "Forgets the comma."),
        (TEXT, "ısı", "Warmth, not light."),
        (OUTPUT, "1, 2", "Prints the comma."),
        (OUTPUT, "12", ""),
    ):
        each = question(asked)
        given = review_item(item(each, typed), each, "Topic", "en").options[0]
        assert given.misconception == why


def test_what_a_learner_types_is_shown_as_text() -> None:
    each = question(TEXT)
    shown = review_item(item(each, "<img src=x onerror=alert(1)>"), each, "Topic", "en")
    assert "<img" not in shown.options[0].html
    assert "&lt;img" in shown.options[0].html


def test_a_number_is_shown_with_its_unit_and_the_decimal_sign_of_the_language() -> None:
    each = question(ASKED[2])
    assert review_item(item(each), each, "Topic", "tr").options[0].html == "2,5 m"
    assert review_item(item(each), each, "Topic", "en").options[0].html == "2.5 m"
