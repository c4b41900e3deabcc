"""Answers as they are given and kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain import responses
from learnconnect_app.domain.errors import DomainError

ORDER = [2, 0, 3, 1]


@pytest.mark.parametrize("word", ["IŞIK", "ışık", "Işık.", "  işık ", "İŞIK"])
def test_capitals_dots_spaces_and_a_full_stop_do_not_make_a_word_wrong(word: str) -> None:
    assert responses.is_same_text(word, ["ışık"])


@pytest.mark.parametrize("word", ["isik", "ışik x", "", "ışı k", "aşık"])
def test_another_letter_makes_a_word_wrong(word: str) -> None:
    assert not responses.is_same_text(word, ["ışık"])


def test_letters_written_as_two_characters_are_the_same_letters() -> None:
    assert responses.is_same_text("s\u0327eker u\u0308zu\u0308m", ["şeker üzüm"])


@pytest.mark.parametrize(
    "text", ["3,5", "3.5", "7/2", " 3,50 ", "3,5 m", "3.5m/s", "+3,5", "3,5 cm²", "= 3,5", "%3,5"]
)
def test_a_number_may_be_written_in_many_ways(text: str) -> None:
    assert responses.is_same_number(text, 3.5)


@pytest.mark.parametrize(
    "text", ["", "x", "3,5,1", "--3", "3/0", "1e9", "٣", "3,4", "3 5", "m 3,5"]
)
def test_what_is_no_number_or_another_one_is_wrong(text: str) -> None:
    assert not responses.is_same_number(text, 3.5)


def test_a_point_may_part_thousands() -> None:
    assert responses.is_same_number("1.200", 1200)
    assert responses.is_same_number("1 200", 1200)
    assert responses.is_same_number("1,2", 1.2)
    assert not responses.is_same_number("1.20", 1200)


def test_a_tolerance_is_kept_to_its_edge() -> None:
    assert responses.is_same_number("9,81", 9.8, 0.01)
    assert not responses.is_same_number("9,82", 9.8, 0.01)


def test_a_third_is_right_as_a_fraction_though_no_float_is_a_third() -> None:
    assert responses.is_same_number("1/3", 1 / 3)
    assert not responses.is_same_number("0,33", 1 / 3)


@given(st.text(max_size=60))
def test_any_text_can_be_compared_as_a_number(text: str) -> None:
    responses.is_same_number(text, 1.0)


def test_output_counts_letter_by_letter_but_not_the_spaces_at_line_ends() -> None:
    assert responses.is_same_output("1 2 \n3\n", ["1 2\n3"])
    assert not responses.is_same_output("1  2\n3", ["1 2\n3"])
    assert not responses.is_same_output("True", ["true"])


def test_answers_are_kept_as_the_author_numbered_them() -> None:
    assert responses.chosen_one(1, ORDER) == 0
    assert responses.chosen_several([3, 0], ORDER) == [1, 2]
    assert responses.arranged([3, 2, 1, 0], ORDER) == [1, 3, 0, 2]
    assert responses.matched([0, -1, 2, 3], ORDER) == [2, -1, 3, 1]
    assert responses.typed("  su ") == "su"


def test_what_is_taken_back_is_no_answer() -> None:
    assert responses.chosen_several([], ORDER) is None
    assert responses.matched([-1, -1, -1, -1], ORDER) is None
    assert responses.typed("  ") is None


def test_a_match_is_complete_when_every_partner_is_chosen() -> None:
    assert not responses.is_complete([0, -1])
    assert responses.is_complete([0, 1])
    assert responses.is_complete("su")
    assert responses.is_complete(0)
    assert not responses.is_complete(None)


def test_a_choice_may_be_taken_back() -> None:
    assert responses.chosen_one(responses.UNCHOSEN, ORDER) is None


@pytest.mark.parametrize(
    ("read", "answer"),
    [
        (responses.chosen_one, 4),
        (responses.chosen_one, -2),
        (responses.chosen_one, [1]),
        (responses.chosen_several, [0, 0]),
        (responses.chosen_several, [-1]),
        (responses.chosen_several, 1),
        (responses.arranged, [0, 1]),
        (responses.arranged, [0, 1, 2, 2]),
        (responses.matched, [0]),
        (responses.matched, [0, 1, 2, 9]),
    ],
)
def test_an_answer_that_does_not_suit_the_question_is_refused(read, answer) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DomainError, match="bad_answer"):
        read(answer, ORDER)


def test_a_typed_answer_has_an_end() -> None:
    with pytest.raises(DomainError):
        responses.typed("x" * 201)
    with pytest.raises(DomainError):
        responses.typed(3)
