"""What a learner is asked: the kinds of questions, their right answers, and how they are proven.

| kind | the learner | the file gives |
|---|---|---|
| ``choice`` | picks one | ``options``, one of them ``correct`` |
| ``several`` | picks all that are right | ``options``, two or more of them ``correct`` |
| ``number`` | types a number | ``number`` |
| ``text`` | types a word or a few | ``accept`` |
| ``output`` | types what the code prints | ``accept``, which a run proves |
| ``order`` | puts lines in order | ``sequence``, in the right order |
| ``match`` | finds what belongs together | ``pairs`` |
"""

from __future__ import annotations

import math
from typing import Literal, Self

from pydantic import Field, model_validator

from learnconnect_app.content.figures import Figure
from learnconnect_app.content.texts import AnyText, Filled, Key, Strict, Text, localized

Kind = Literal["choice", "several", "number", "text", "output", "order", "match"]
CodeLanguage = Literal["python", "sql", "javascript", "html", "css", "json", "bash", "text"]
EXECUTED = frozenset({"python", "sql", "javascript"})
TYPED = frozenset({"number", "text", "output"})
OPEN_ANSWERS = 10_000
"""Possible answers of a typed one: nobody guesses it."""


class Option(Strict):
    """One choice. A wrong one names the misconception that leads to it."""

    text: AnyText
    correct: bool = False
    misconception: Text | None = None

    @model_validator(mode="after")
    def _wrong_options_name_their_misconception(self) -> Self:
        if self.correct == (self.misconception is not None):
            raise ValueError("exactly the wrong options name a misconception")
        return self


class Number(Strict):
    """A number to type: right within ``tolerance`` of ``value``. The unit stands beside the field.

    Both ``3.5`` and ``3,5`` may be typed, and a fraction such as ``7/2``.
    """

    value: float
    tolerance: float = Field(default=0, ge=0)
    unit: AnyText | None = None


class Mistake(Strict):
    """A typed answer that is known to be wrong, and the misconception behind it."""

    answer: Filled
    misconception: Text


class Pair(Strict):
    """Two things that belong together; ``right`` is what the learner chooses for ``left``."""

    left: AnyText
    right: AnyText


class Proof(Strict):
    """How the content check proves the answer.

    Of code (``code_language`` python, sql on SQLite or javascript on Node):

    - ``output``: what ``code`` prints is the right answer, and no other option equals it; for sql,
      the rows of the last statement, their values joined by `` | ``
    - ``error``: ``code`` raises the exception whose class name is the right answer
    - ``value``: ``expression``, evaluated after ``code``, is the right answer: its ``repr`` in
      Python, ``util.inspect`` of it in JavaScript
    - ``options``: each option is a snippet run after ``code``; exactly the right ones print
      ``expect`` (an option that raises prints nothing)

    Of mathematics and the sciences:

    - ``compute``: ``expression``, in Python with all of sympy (``x``, ``y``, ``n``... are symbols)
      and ``math`` at hand, is the value of the right answer and of no other option. It must not
      repeat the way the answer was found: solve, integrate, enumerate or substitute instead.
      The right answer is read from its text (``12``, ``3,5``, ``$\\frac{3}{4}$``, ``$2\\sqrt{3}$``,
      ``60°``, ``12 cm``, ``$x^2+1$``); where that cannot be read, ``reads`` says it in sympy.
    """

    run: Literal["output", "error", "value", "options", "compute"]
    setup: Filled | None = None
    """Run before ``code`` and not shown: tables of a query, files, imports."""
    expression: Filled | None = None
    expect: Filled | None = None
    reads: Filled | None = None

    @model_validator(mode="after")
    def _needs_what_it_compares(self) -> Self:
        if (self.run in ("value", "compute")) != (self.expression is not None):
            raise ValueError("'expression' goes with run: value and run: compute")
        if (self.run == "options") != (self.expect is not None):
            raise ValueError("'expect' goes with run: options, and only with it")
        if self.reads is not None and self.run != "compute":
            raise ValueError("'reads' goes with run: compute, and only with it")
        return self


class Question(Strict):
    """The part of an item that may depend on a seed."""

    kind: Kind = "choice"
    stem: Text
    """Markdown; mathematics between dollar signs, in LaTeX."""
    code: Filled | None = None
    code_language: CodeLanguage = "python"
    figure: Figure | None = None
    options: tuple[Option, ...] = ()
    number: Number | None = None
    accept: tuple[Filled, ...] = ()
    """Right typed answers; capitals, spaces and final punctuation do not matter in a text."""
    mistakes: tuple[Mistake, ...] = ()
    sequence: tuple[AnyText, ...] = ()
    pairs: tuple[Pair, ...] = ()
    explanation: Text
    proof: Proof | None = None

    @property
    def right(self) -> Option:
        return next(option for option in self.options if option.correct)

    @property
    def choices(self) -> tuple[AnyText, ...]:
        """What is shown to choose from, in the author's order; empty when one types."""
        if self.kind == "match":
            return tuple(pair.right for pair in self.pairs)
        return self.sequence or tuple(option.text for option in self.options)

    @property
    def possible_answers(self) -> int:
        """Of how many answers one is right, for the chance of guessing."""
        count = len(self.choices)
        if self.kind in ("order", "match"):
            return math.factorial(count)
        if self.kind == "several":
            return int(2**count) - 1
        return OPEN_ANSWERS if self.kind in TYPED else count

    @property
    def has_code_options(self) -> bool:
        """Whether options are shown as code: those that a proof compares with a run."""
        return self.proof is not None and self.proof.run != "compute"

    @property
    def identity(self) -> str:
        """Questions of the same wording, code, picture and right answer are the same one."""
        right = [localized(option.text, "tr") for option in self.options if option.correct]
        number = self.number.value if self.number else ""
        parts = (self.stem, self.code, self.figure and self.figure.svg, sorted(right), number)
        return repr((*parts, self.accept, self.sequence, self.pairs))

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        given = {
            "options": bool(self.options),
            "number": self.number is not None,
            "accept": bool(self.accept),
            "sequence": bool(self.sequence),
            "pairs": bool(self.pairs),
        }
        needed = _NEEDS[self.kind]
        for name, is_given in given.items():
            if is_given != (name == needed):
                raise ValueError(f"a question of kind {self.kind} has {needed}, and only that")
        if self.mistakes and self.kind not in TYPED:
            raise ValueError("'mistakes' are of typed answers; options name their own")
        return self

    @model_validator(mode="after")
    def _has_right_answers_and_no_twins(self) -> Self:
        right = sum(option.correct for option in self.options)
        if self.kind == "choice" and (right != 1 or not 4 <= len(self.options) <= 5):
            raise ValueError("a choice has four or five options, exactly one of them correct")
        if self.kind == "several" and not (2 <= right < len(self.options) <= 6):
            raise ValueError("several: two or more of at most six options are correct, not all")
        if self.kind in ("order", "match") and not 3 <= len(self.choices) <= 6:
            raise ValueError("three to six things to order or to match")
        lefts = [pair.left for pair in self.pairs]
        for language in self.stem:
            for shown in (self.choices, lefts):
                texts = [localized(text, language).strip() for text in shown]
                if len(set(texts)) < len(texts):
                    raise ValueError(f"two options are equal in {language}: {texts}")
        return self

    @model_validator(mode="after")
    def _proof_suits_the_kind(self) -> Self:
        run = self.proof.run if self.proof else None
        if self.kind == "output" and run != "output":
            raise ValueError("an answer of kind output is proven by a run: output")
        if run in ("output", "error", "value") and self.kind not in ("choice", "output"):
            raise ValueError(f"run: {run} proves a choice or an output")
        if run == "compute" and self.kind not in ("choice", "number"):
            raise ValueError("run: compute proves a choice or a number")
        if run == "options" and self.kind not in ("choice", "several"):
            raise ValueError("run: options proves a choice or several")
        if run not in (None, "compute") and self.code_language not in EXECUTED:
            raise ValueError(f"code in {self.code_language} cannot be run")
        return self


_NEEDS = {
    "choice": "options",
    "several": "options",
    "number": "number",
    "text": "accept",
    "output": "accept",
    "order": "sequence",
    "match": "pairs",
}


class ItemMeta(Strict):
    key: Key
    difficulty: int = Field(ge=1, le=5)
    seconds: int = Field(ge=10, le=600)
    """Time a learner who knows the topic needs."""


class Item(ItemMeta, Question):
    """A hand-made item."""
