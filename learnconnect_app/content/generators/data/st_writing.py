"""What the templates about statistics share: numbers in both languages, proven by computation."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from learnconnect_app.content.builders import Wrong
from learnconnect_app.content.questions import Mistake, Number, Option, Proof, Question
from learnconnect_app.content.texts import AnyText

Value = int | float | Fraction | tuple[float, ...]


def en(value: Value) -> str:
    """A number as English writes it; a fraction in LaTeX, a tuple as an interval."""
    if isinstance(value, tuple):
        return f"({', '.join(map(en, value))})"
    if isinstance(value, Fraction):
        if value.denominator == 1:
            return str(value.numerator)
        return rf"$\frac{{{value.numerator}}}{{{value.denominator}}}$"
    return f"{value:.10g}".replace("-", "−")


def tr(value: Value) -> str:
    """A number as Turkish writes it, with a decimal comma."""
    if isinstance(value, tuple):
        return f"({'; '.join(map(tr, value))})"
    return en(value).replace(".", ",")


def frac(value: Fraction) -> str:
    """A fraction within a formula."""
    return en(value).strip("$")


def _text(value: Value) -> AnyText:
    return en(value) if en(value) == tr(value) else {"en": en(value), "tr": tr(value)}


def asked(
    *,
    stem_en: str,
    stem_tr: str,
    right: Value,
    wrong: Iterable[tuple[Value, str, str]],
    because_en: str,
    because_tr: str,
    computed: str,
) -> Question:
    """A choice among four values; wrong ones that equal another one are left out."""
    options, taken = [Option(text=_text(right), correct=True)], [right]
    for value, misconception_en, misconception_tr in wrong:
        if value not in taken and len(options) < 4:
            taken.append(value)
            misconception = {"en": misconception_en, "tr": misconception_tr}
            options.append(Option(text=_text(value), misconception=misconception))
    if len(options) < 4:
        raise ValueError(f"only {len(options)} distinct options: {taken}")
    return Question(
        stem={"en": stem_en, "tr": stem_tr},
        options=tuple(options),
        explanation={"en": because_en, "tr": because_tr},
        proof=Proof(run="compute", expression=computed),
    )


def typed(
    *,
    stem_en: str,
    stem_tr: str,
    right: float,
    wrong: Iterable[Wrong],
    because_en: str,
    because_tr: str,
    computed: str,
    tolerance: float = 0,
) -> Question:
    """A number to type."""
    mistakes: list[Mistake] = []
    taken = [right]
    for value, misconception_en, misconception_tr in wrong:
        number = float(str(value))
        if all(abs(number - each) > tolerance for each in taken):
            taken.append(number)
            misconception = {"en": misconception_en, "tr": misconception_tr}
            mistakes.append(Mistake(answer=f"{number:.10g}", misconception=misconception))
    return Question(
        kind="number",
        stem={"en": stem_en, "tr": stem_tr},
        number=Number(value=right, tolerance=tolerance),
        mistakes=tuple(mistakes),
        explanation={"en": because_en, "tr": because_tr},
        proof=Proof(run="compute", expression=computed),
    )
