"""What the templates of the block "HTTP and APIs" are written with."""

from __future__ import annotations

from collections.abc import Iterable

from learnconnect_app.content.questions import CodeLanguage, Option, Proof, Question

Both = tuple[str, str]
"""A text in English and in Turkish."""

PRINTS: Both = ("What does this program print?", "Bu program ne yazdırır?")


def worded(
    stem: Both,
    right: Both,
    wrong: Iterable[tuple[Both, Both]],
    because: Both,
    *,
    code: str | None = None,
    code_language: CodeLanguage = "text",
) -> Question:
    """A choice of four options whose texts differ in the two languages.

    ``wrong`` holds answers with their misconceptions; equal ones and those beyond the fourth
    option are left out.
    """
    options = [Option(text=_text(right), correct=True)]
    taken = [right]
    for answer, misconception in wrong:
        if answer not in taken and len(options) < 4:
            taken.append(answer)
            options.append(Option(text=_text(answer), misconception=_text(misconception)))
    return Question(
        stem=_text(stem),
        code=code,
        code_language=code_language,
        options=tuple(options),
        explanation=_text(because),
    )


def printed(
    stem: Both,
    code: str,
    right: object,
    wrong: Iterable[tuple[object, str, str]],
    because: Both,
) -> Question:
    """A choice of four outputs of a program, proven by running it; equal ones are dropped."""
    options = [Option(text=str(right), correct=True)]
    taken = {str(right)}
    for answer, en, tr in wrong:
        if str(answer) not in taken and len(options) < 4:
            taken.add(str(answer))
            options.append(Option(text=str(answer), misconception={"en": en, "tr": tr}))
    return Question(
        stem=_text(stem),
        code=code,
        options=tuple(options),
        explanation=_text(because),
        proof=Proof(run="output"),
    )


def _text(both: Both) -> dict[str, str]:
    return {"en": both[0], "tr": both[1]}
