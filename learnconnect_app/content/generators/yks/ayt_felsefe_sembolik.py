"""Parametric items of symbolic logic: truth tables, values, equivalent formulas."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from random import Random
from typing import Any

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

SYMBOLIC = "ayt-fel-sembolik-mantik"

SIGNS: dict[str, tuple[str, Callable[[int, int], int]]] = {
    "and": (r"\wedge", lambda u, v: u * v),
    "or": (r"\vee", lambda u, v: max(u, v)),
    "if": (r"\rightarrow", lambda u, v: max(1 - u, v)),
    "iff": (r"\leftrightarrow", lambda u, v: 1 - abs(u - v)),
}
PROOFS = {
    "and": "({} and {})",
    "or": "({} or {})",
    "if": "(not {} or {})",
    "iff": "(bool({}) == bool({}))",
}
Formula = str | tuple[Any, ...]
"""A letter, ("not", formula) or (sign, formula, formula)."""


def written(formula: Formula, inner: bool = False) -> str:
    if isinstance(formula, str):
        return formula
    if formula[0] == "not":
        return rf"\sim {written(formula[1], True)}"
    text = f"{written(formula[1], True)} {SIGNS[formula[0]][0]} {written(formula[2], True)}"
    return f"({text})" if inner else text


def value(formula: Formula, world: dict[str, int]) -> int:
    if isinstance(formula, str):
        return world[formula]
    if formula[0] == "not":
        return 1 - value(formula[1], world)
    return int(SIGNS[formula[0]][1](value(formula[1], world), value(formula[2], world)))


def proof(formula: Formula) -> str:
    if isinstance(formula, str):
        return formula
    if formula[0] == "not":
        return f"(not {proof(formula[1])})"
    return PROOFS[formula[0]].format(proof(formula[1]), proof(formula[2]))


def table(formula: Formula, letters: str) -> list[int]:
    rows = product((1, 0), repeat=len(letters))
    return [value(formula, dict(zip(letters, row, strict=True))) for row in rows]


def some_formula(rng: Random) -> Formula:
    """Of the letters p, q and r, each once."""
    parts: list[Formula] = [
        ("not", letter) if rng.random() < 0.35 else letter for letter in rng.sample("pqr", 3)
    ]
    inner: Formula = (rng.choice(("and", "or", "if")), parts[0], parts[1])
    if rng.random() < 0.2:
        inner = ("not", inner)
    outer = rng.choice(("and", "or", "if", "iff"))
    return (outer, inner, parts[2]) if rng.random() < 0.6 else (outer, parts[2], inner)


@template("ayt-fel-sembolik-mantik-dogru-satir", topic=SYMBOLIC, difficulty=3, seconds=90)
def true_rows(rng: Random) -> Question:
    formula = some_formula(rng)
    count = sum(table(formula, "pqr"))
    near = [count + 1, count - 1, count + 2, count - 2, count + 3, count - 3]
    wrong = [(8 - count, "Doğru satırlar yerine yanlış satırları sayar.")]
    wrong += [
        (other, "Çizelgede bazı satırların değerini yanlış bulur.")
        for other in near
        if 0 <= other <= 8
    ]
    listed = ", ".join(str(one) for one in table(formula, "pqr"))
    return exam_question(
        f"$p$, $q$ ve $r$ değişkenleriyle kurulan ${written(formula)}$ önermesinin 8 satırlık doğruluk "
        "çizelgesinde önerme **kaç satırda doğru** (1) değerini alır?",
        count,
        wrong,
        f"Satırlar $p$, $q$, $r$ için 111, 110, 101, 100, 011, 010, 001, 000 sırasıyla yazılırsa önermenin "
        f"değerleri {listed} olur. Doğru satır sayısı **{count}**.",
        computed=f"sum(bool((lambda p, q, r: {proof(formula)})(*v)) "
        "for v in itertools.product([False, True], repeat=3))",
    )


@template("ayt-fel-sembolik-mantik-deger", topic=SYMBOLIC, difficulty=2, seconds=75)
def which_value(rng: Random) -> Question:
    wanted = rng.randint(0, 1)
    world = {letter: rng.randint(0, 1) for letter in "pqr"}
    right: list[Formula] = []
    wrong: list[Formula] = []
    while not right or len(wrong) < 4:
        formula = some_formula(rng)
        kind = right if value(formula, world) == wanted else wrong
        if formula not in kind and len(kind) < (1 if kind is right else 4):
            kind.append(formula)
    shown = [*right, *wrong]
    name = "doğru" if wanted else "yanlış"
    slips = {
        "and": r"$\wedge$ ekleminin yalnız iki yan da 1 iken 1 olduğunu gözetmez.",
        "or": r"$\vee$ ekleminin yalnız iki yan da 0 iken 0 olduğunu gözetmez.",
        "if": r"$\rightarrow$ ekleminin yalnız 1–0 durumunda 0 olduğunu gözetmez.",
        "iff": r"$\leftrightarrow$ ekleminin değerler aynıyken 1 olduğunu gözetmez.",
    }
    lambdas = ", ".join(f"(lambda p, q, r: {proof(each)})" for each in shown)
    values = ", ".join(str(world[letter]) for letter in "pqr")
    return exam_question(
        f"$p \\equiv {world['p']}$, $q \\equiv {world['q']}$, $r \\equiv {world['r']}$ ise aşağıdaki "
        f"önermelerden hangisi **{name}** değer alır?",
        f"${written(right[0])}$",
        [(f"${written(each)}$", slips[each[0]]) for each in wrong],
        "Değerler yerine konur: "
        + "; ".join(rf"${written(each)} \equiv {value(each, world)}$" for each in shown)
        + ".",
        computed=f"[i for i, f in enumerate([{lambdas}]) if bool(f({values})) == {bool(wanted)}] == [0]",
        reads="True",
    )


def negated(formula: Formula) -> Formula:
    return formula[1] if isinstance(formula, tuple) and formula[0] == "not" else ("not", formula)


@template("ayt-fel-sembolik-mantik-esdeger", topic=SYMBOLIC, difficulty=3, seconds=80)
def equivalent(rng: Random) -> Question:
    first, second = rng.sample("pqr", 2)
    letters = "".join(sorted(first + second))
    u: Formula = ("not", first) if rng.random() < 0.4 else first
    v: Formula = ("not", second) if rng.random() < 0.4 else second
    given, right, rule = rng.choice(
        [
            (("if", u, v), ("or", negated(u), v), r"$A \rightarrow B \equiv \sim A \vee B$"),
            (
                ("if", u, v),
                ("if", negated(v), negated(u)),
                r"$A \rightarrow B \equiv \sim B \rightarrow \sim A$",
            ),
            (
                ("not", ("if", u, v)),
                ("and", u, negated(v)),
                r"$\sim(A \rightarrow B) \equiv A \wedge \sim B$",
            ),
            (
                ("not", ("and", u, v)),
                ("or", negated(u), negated(v)),
                r"$\sim(A \wedge B) \equiv \sim A \vee \sim B$",
            ),
            (
                ("not", ("or", u, v)),
                ("and", negated(u), negated(v)),
                r"$\sim(A \vee B) \equiv \sim A \wedge \sim B$",
            ),
        ]
    )
    candidates: list[tuple[Formula, str]] = [
        (("and", negated(u), negated(v)), "Bileşenleri değiller ama eklemi yanlış seçer."),
        (("and", u, v), "Değilleme ile eklemi yanlış uygular."),
        (("or", u, v), "Değilleme ile eklemi yanlış uygular."),
        (("and", negated(u), v), "Değillemeyi yanlış bileşene verir."),
        (("or", u, negated(v)), "Değillemeyi yanlış bileşene verir."),
    ]
    if "if" in (given[0], given[1][0]):
        candidates += [
            (("if", v, u), "Ön bileşen ile art bileşenin yerini değiştirir."),
            (("if", negated(u), negated(v)), "Bileşenleri değiller ama yerlerini değiştirmez."),
        ]
    same = table(given, letters)
    wrong = [each for each in candidates if table(each[0], letters) != same]
    rng.shuffle(wrong)
    wrong = wrong[:4]
    shown = [right, *(each for each, _ in wrong)]
    lambdas = ", ".join(f"(lambda {', '.join(letters)}: {proof(each)})" for each in shown)
    target = f"(lambda {', '.join(letters)}: {proof(given)})"
    return exam_question(
        f"${written(given)}$ önermesine **eşdeğer** olan önerme aşağıdakilerden hangisidir?",
        f"${written(right)}$",
        [(f"${written(each)}$", slip) for each, slip in wrong],
        f"Kural: {rule}. Bileşenler yerine konup art arda gelen iki değilleme kaldırılınca "
        f"${written(given)} \\equiv {written(right)}$ bulunur.",
        computed=f"[i for i, f in enumerate([{lambdas}]) if all(bool(f(*v)) == bool({target}(*v)) "
        "for v in itertools.product([False, True], repeat=2))] == [0]",
        reads="True",
    )
