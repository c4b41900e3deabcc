"""What the templates about running a service share: numbers with a unit, proven by computation."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from learnconnect_app.content.builders import Wrong
from learnconnect_app.content.questions import CodeLanguage, Option, Proof, Question
from learnconnect_app.content.texts import AnyText

Value = int | Fraction


def en(value: Value) -> str:
    """A number as English writes it."""
    return f"{float(value):.10g}"


def tr(value: Value) -> str:
    """A number as Turkish writes it, with a decimal comma."""
    return en(value).replace(".", ",")


def _text(value: Value, unit: tuple[str, str]) -> AnyText:
    return {"en": f"{en(value)} {unit[0]}".strip(), "tr": f"{tr(value)} {unit[1]}".strip()}


def asked(
    *,
    stem_en: str,
    stem_tr: str,
    right: Value,
    wrong: Iterable[Wrong],
    because_en: str,
    because_tr: str,
    computed: str,
    unit: tuple[str, str] = ("", ""),
    code: str | None = None,
    code_language: CodeLanguage = "text",
) -> Question:
    """A choice among four positive values; wrong ones that equal another one are left out."""
    options, taken = [Option(text=_text(right, unit), correct=True)], [Fraction(right)]
    for value, misconception_en, misconception_tr in wrong:
        number = Fraction(str(value))
        if number > 0 and number not in taken and len(options) < 4:
            taken.append(number)
            misconception = {"en": misconception_en, "tr": misconception_tr}
            options.append(Option(text=_text(number, unit), misconception=misconception))
    if len(options) < 4:
        raise ValueError(f"only {len(options)} distinct options: {taken}")
    return Question(
        stem={"en": stem_en, "tr": stem_tr},
        code=code,
        code_language=code_language,
        options=tuple(options),
        explanation={"en": because_en, "tr": because_tr},
        proof=Proof(run="compute", expression=computed),
    )
