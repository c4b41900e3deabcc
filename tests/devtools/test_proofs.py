"""Right answers are proven by running and computing; wrong keys are found."""

from __future__ import annotations

from typing import Any

import pytest

from learnconnect_app.content.questions import Question
from learnconnect_app.devtools.proofs import (
    computation_problems,
    programs_of,
    refuted,
)
from learnconnect_app.devtools.readings import is_same, read_value

WHY = {"tr": "Yanılır."}


def choice(right: str, *wrong: str, **fields: Any) -> Question:
    options = [{"text": right, "correct": True}]
    options += [{"text": text, "misconception": WHY} for text in wrong]
    return Question.model_validate(
        {"stem": "Ne?", "explanation": "Çünkü.", "options": options, **fields}
    )


def problems_of(question: Question) -> list[str]:
    programs = list(programs_of("topic", "item", question))
    found = [problem for _, problem in refuted(programs)]
    return found + list(computation_problems("item", question))


def code(language: str, text: str, run: str = "output", **proof: str) -> dict[str, Any]:
    return {"code": text, "code_language": language, "proof": {"run": run, **proof}}


TABLE = "CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 'x'), (2, NULL), (3.0, 'z');"
RUNS = [
    ("1 2", code("python", "print(1, 2)")),
    ("[1, 2]", code("python", "a = [2, 1]", "value", expression="sorted(a)")),
    ("KeyError", code("python", "{}['a']", "error")),
    ("1 [ 2 ]", code("javascript", "console.log(1, [2])")),
    ("a\nb", code("javascript", "setTimeout(() => console.log('b')); console.log('a')")),
    ("TypeError", code("javascript", "null.x", "error")),
    ("rejected", code("javascript", "Promise.reject({name: 'rejected'})", "error")),
    ("[ 2 ]", code("javascript", "const a = [2]", "value", expression="a")),
    ("3 | z\n2 | NULL", code("sql", "SELECT * FROM t WHERE a > 1 ORDER BY a DESC;", setup=TABLE)),
    ("OperationalError", code("sql", "SELECT c FROM t;", "error", setup=TABLE)),
    ("print(2)", code("python", "x = 1", "options", expect="2")),
]


@pytest.mark.parametrize(("right", "fields"), RUNS)
def test_a_right_key_passes_and_a_wrong_one_is_found(right: str, fields: dict[str, Any]) -> None:
    wrong = ("no", "nothing", "never")
    assert problems_of(choice(right, *wrong, **fields)) == []
    assert problems_of(choice("no", right, "nothing", "never", **fields))


def test_a_program_that_ends_its_process_or_spoils_it_harms_no_other() -> None:
    fine = choice("1", "2", "3", "4", **code("python", "print(1)"))
    spoilers = ["import builtins; builtins.print = None", "import os; os._exit(1)"]
    for text in spoilers:
        spoiler = choice("1", "2", "3", "4", **code("python", text))
        programs = [*programs_of("t", "a", spoiler), *programs_of("t", "b", fine)]
        assert {program.item for program, _ in refuted(programs)} == {"a"}


def test_a_program_without_an_end_is_stopped() -> None:
    for language, text in (("python", "while True: pass"), ("javascript", "while (true) {}")):
        assert problems_of(choice("a", "b", "c", "d", **code(language, text)))


@pytest.mark.parametrize(
    ("right", "expression"),
    [
        ("3,5", "Rational(7, 2)"),
        (r"$\frac{3}{4}$", "0.75"),
        (r"$2\sqrt{3}$", "sqrt(12)"),
        ("60°", "30 * 2"),
        ("12 cm", "3 * 4"),
        ("$x^2+1$", "expand((x + 1)**2) - 2*x"),
        (r"$\{2, 3\}$", "solveset(x**2 - 5*x + 6, x)"),
        ("(2, 3)", "Tuple(2, 3)"),
        (r"$24\,\text{cm}^2$", "24"),
        (r"$3{,}5$", "3.5"),
        ("12 500", "12500"),
        (r"$-\frac{1}{2}$", "-0.5"),
        (r"$3\pi$", "pi * 3"),
        ("$3+2i$", "3 + 2*I"),
        (r"$\log_2 8$", "3"),
    ],
)
def test_answers_are_read_as_people_write_them(right: str, expression: str) -> None:
    proof = {"run": "compute", "expression": expression}
    assert problems_of(choice(right, "101", "102", "103", proof=proof)) == []
    assert problems_of(choice("101", right, "102", "103", proof=proof))


def test_a_second_option_of_the_same_value_is_found() -> None:
    proof = {"run": "compute", "expression": "Rational(1, 2)"}
    (problem,) = problems_of(choice("0,5", r"$\frac{2}{4}$", "1", "2", proof=proof))
    assert "is right too" in problem


def test_what_cannot_be_read_is_said_or_refused() -> None:
    proof = {"run": "compute", "expression": "Interval(2, 5)"}
    (problem,) = problems_of(choice("[2, 5]'tir", "1", "2", "3", proof=proof))
    assert "reads" in problem
    said = proof | {"reads": "Interval(2, 5)"}
    assert problems_of(choice("[2, 5]'tir", "1", "2", "3", proof=said)) == []


def test_a_typed_number_is_computed_too() -> None:
    fields = {"stem": "Kaç?", "explanation": "Öyle.", "kind": "number"}
    proof = {"run": "compute", "expression": "solve(2*x - 5, x)[0]"}
    for value, problems in ((2.5, 0), (2.6, 1)):
        each = Question.model_validate({**fields, "number": {"value": value}, "proof": proof})
        assert len(problems_of(each)) == problems


def test_words_are_not_read_as_values() -> None:
    for text in ("Ankara", "Yalnız I", r"$\sin 30^\circ$", r"$\emptyset$", ""):
        with pytest.raises(ValueError, match=r"cannot|degrees"):
            read_value(text)


def test_expressions_are_compared_by_value() -> None:
    assert is_same(read_value("$(x+1)^2$"), read_value("$x^2+2x+1$"))
    assert not is_same(read_value("$x^2$"), read_value("$x^3$"))
    assert not is_same(read_value("1"), read_value("$x$"))
