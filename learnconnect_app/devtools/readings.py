"""Reads the value of an answer as a person writes it: ``3,5``, ``$\\frac{3}{4}$``, ``12 cm``.

For proofs by computation only: what cannot be read is refused with ``ValueError``, never guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache

import sympy
from sympy.parsing.sympy_parser import (
    convert_xor,
    implicit_multiplication_application,
    parse_expr,
    standard_transformations,
)

TRANSFORMATIONS = (*standard_transformations, convert_xor, implicit_multiplication_application)
_FUNCTIONS = "sqrt pi log ln sin cos tan cot oo Abs root exp Rational factorial binomial"
NAMES = {name: getattr(sympy, name) for name in _FUNCTIONS.split()}
NAMES |= {letter: sympy.Symbol(letter) for letter in "abcdkmnprstuvxyzABCDVR"}
NAMES |= {"i": sympy.I, "e": sympy.E}
UNIT = re.compile(r"(.*[\d)}])\s+[A-Za-zµ].*")
TEXT = re.compile(r"\\(?:text|mathrm|textrm)\{[^{}]*\}(?:\^\{?-?\d\}?)?")
SPACES = re.compile(r"\\[,;:! ]|\\quad|~|(?<=\d)[ \u00a0\u2009](?=\d{3}(?!\d))")
SIGNS = {
    r"\left": "", r"\right": "", r"\cdot": "*", r"\times": "*", r"\div": "/", r"\pi": "(pi)",
    r"\infty": "oo", r"\ln": "ln", r"\sin": "sin", r"\cos": "cos", r"\tan": "tan", r"\cot": "cot",
    r"\%": "", "%": "", r"^\circ": "", r"^{\circ}": "", "°": "", "−": "-", "–": "-", "·": "*",
    "×": "*", "π": "(pi)", "²": "^2", "³": "^3", "½": "(1/2)", "√": "sqrt",
}  # fmt: skip


@lru_cache(maxsize=50_000)
def read_value(text: str) -> sympy.Basic:
    """The number, expression, set or tuple that ``text`` shows. A unit follows after a space."""
    plain = _plain(text)
    unit = UNIT.fullmatch(plain)
    try:
        return _parsed(unit[1] if unit else plain)
    except (SyntaxError, TypeError, ValueError, AttributeError) as error:
        raise ValueError(f"cannot be read as a value: {text!r}") from error


def _plain(text: str) -> str:
    """Without dollar signs, units in ``\\text`` and the commands of LaTeX."""
    plain = TEXT.sub(" ", text.replace("$", "").strip())
    if ("°" in plain or "circ" in plain) and re.search("sin|cos|tan|cot", plain):
        raise ValueError("a function of degrees")
    plain = SPACES.sub("", plain).replace("{,}", ".").replace(r"\dfrac", r"\frac")
    plain = re.sub(r"(?<=\d),(?=\d)", ".", plain)
    plain = re.sub(r"^[A-Za-z]\s*=\s*", "", plain)
    for sign in sorted(SIGNS, key=len, reverse=True):
        plain = plain.replace(sign, SIGNS[sign])
    plain = plain.replace(r"\{", "⟨").replace(r"\}", "⟩")
    before = None
    while before != plain:
        before = plain
        plain = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"((\1)/(\2))", plain)
        plain = re.sub(r"\\frac(\d)(\d)", r"((\1)/(\2))", plain)
        plain = re.sub(r"\\sqrt\[([^\]]*)\]\{([^{}]*)\}", r"root(\2,\1)", plain)
        plain = re.sub(r"\\sqrt\{([^{}]*)\}", r"sqrt(\1)", plain)
        plain = re.sub(r"\\log_\{?(\w+)\}?\s*\(?(\w+)\)?", r"log(\2,\1)", plain)
        plain = re.sub(r"\^\{([^{}]*)\}", r"**(\1)", plain)
    return plain.strip()


def _parsed(text: str) -> sympy.Basic:
    if text.startswith("⟨") and text.endswith("⟩"):
        return sympy.FiniteSet(*map(_parsed, filter(None, _parts(text[1:-1]))))
    if text.startswith("(") and text.endswith(")") and len(parts := _parts(text[1:-1])) > 1:
        return sympy.Tuple(*map(_parsed, parts))
    if re.search(r"[^\x20-\x7e]|[\\=<>{}:]|[A-Za-z]{3,}(?<!sqrt)(?<!log)(?<!sin)(?<!cos)(?<!tan)"
                 r"(?<!cot)(?<!root)(?<!exp)(?![a-z(])", text):  # fmt: skip
        raise ValueError("holds words")
    value = parse_expr(text, local_dict=NAMES, transformations=TRANSFORMATIONS)
    if not isinstance(value, sympy.Expr) or value.free_symbols - set(NAMES.values()):
        raise ValueError("holds unknown names")
    return value


def _parts(text: str) -> list[str]:
    """Split at the commas and semicolons outside brackets."""
    parts, depth = [""], 0
    for character in text:
        depth += (character in "(⟨") - (character in ")⟩")
        if character in ",;" and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts]


def is_same(one: sympy.Basic, other: sympy.Basic) -> bool:
    """Whether two values are equal: numbers to 12 digits, expressions at several points."""
    if isinstance(one, sympy.Tuple) and isinstance(other, sympy.Tuple):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, sympy.FiniteSet) and isinstance(other, sympy.FiniteSet):
        return len(one) == len(other) and all(any(is_same(a, b) for b in other) for a in one)
    if not (isinstance(one, sympy.Expr) and isinstance(other, sympy.Expr)):
        return bool(one == other)
    symbols = sorted(one.free_symbols | other.free_symbols, key=str)
    points = [sympy.Rational(7, 3), sympy.Rational(13, 7), sympy.Rational(29, 11)]
    for shift in range(len(points) if symbols else 1):
        at = {s: points[(i + shift) % 3] + i for i, s in enumerate(symbols)}
        a, b = complex(one.subs(at).evalf()), complex(other.subs(at).evalf())
        if a != a or b != b or abs(a - b) > 1e-12 * max(1.0, abs(a), abs(b)):
            return False
    return True
