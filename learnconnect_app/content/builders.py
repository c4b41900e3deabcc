"""Puts the question of a template together.

``question`` asks in English and Turkish, ``bilingual`` with options that differ by language;
``exam_question`` and ``exam_number`` ask in Turkish alone, as the exams of Turkey do. Wrong answers
that happen to equal another option are left out, so that a template may compute them blindly.
"""

from __future__ import annotations

from collections.abc import Iterable

from learnconnect_app.content.figures import Figure
from learnconnect_app.content.questions import (
    CodeLanguage,
    Mistake,
    Number,
    Option,
    Proof,
    Question,
)
from learnconnect_app.content.texts import Text

Wrong = tuple[object, str, str]
"""A wrong answer and the misconception that leads to it, in English and Turkish."""
Both = tuple[str, str]
"""A text in English and in Turkish."""
WrongTr = tuple[object, str]
"""A wrong answer and the misconception that leads to it, in Turkish."""


def question(
    *,
    en: str,
    tr: str,
    right: object,
    wrong: Iterable[Wrong],
    because_en: str,
    because_tr: str,
    code: str | None = None,
    code_language: CodeLanguage = "python",
    proof: Proof | None = None,
    figure: Figure | None = None,
    spare: Iterable[Wrong] = (),
) -> Question:
    """A choice in both languages.

    ``wrong`` and then ``spare`` are taken in order until there are four options in all (a fifth
    is taken only from ``wrong``). Raises ``ValueError`` when too few distinct ones are left.
    """
    options = [Option(text=str(right), correct=True)]
    taken = {str(right).strip()}
    for limit, candidates in ((5, wrong), (4, spare)):
        for text, misconception_en, misconception_tr in candidates:
            if str(text).strip() not in taken and len(options) < limit:
                taken.add(str(text).strip())
                misconception = {"en": misconception_en, "tr": misconception_tr}
                options.append(Option(text=str(text), misconception=misconception))
    return Question(
        stem={"en": en, "tr": tr},
        code=code,
        code_language=code_language,
        figure=figure,
        options=tuple(options),
        explanation={"en": because_en, "tr": because_tr},
        proof=proof,
    )


def bilingual(
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
    options = [Option(text=_both(right), correct=True)]
    taken = [right]
    for answer, misconception in wrong:
        if answer not in taken and len(options) < 4:
            taken.append(answer)
            options.append(Option(text=_both(answer), misconception=_both(misconception)))
    return Question(
        stem=_both(stem),
        code=code,
        code_language=code_language,
        options=tuple(options),
        explanation=_both(because),
    )


def _both(text: Both) -> Text:
    return {"en": text[0], "tr": text[1]}


def exam_question(
    stem: str,
    right: object,
    wrong: Iterable[WrongTr],
    because: str,
    *,
    spare: Iterable[WrongTr] = (),
    computed: str | None = None,
    reads: str | None = None,
    figure: Figure | None = None,
) -> Question:
    """A choice with five options in Turkish; ``because`` is the worked explanation.

    ``computed`` is the expression of a proof by computation, ``reads`` how it reads the right
    answer. Raises ``ValueError`` when fewer than four distinct wrong answers are left of ``wrong``
    and ``spare``.
    """
    options = [Option(text=str(right), correct=True)]
    taken = {str(right).strip()}
    for text, misconception in (*wrong, *spare):
        if str(text).strip() not in taken and len(options) < 5:
            taken.add(str(text).strip())
            options.append(Option(text=str(text), misconception={"tr": misconception}))
    if len(options) < 5:
        raise ValueError(f"only {len(options)} distinct options: {sorted(taken)}")
    return Question(
        stem={"tr": stem},
        figure=figure,
        options=tuple(options),
        explanation={"tr": because},
        proof=_computed(computed, reads),
    )


def exam_number(
    stem: str,
    value: float,
    because: str,
    *,
    unit: str | None = None,
    tolerance: float = 0,
    mistakes: Iterable[WrongTr] = (),
    computed: str | None = None,
    figure: Figure | None = None,
) -> Question:
    """A number to type, in Turkish; ``mistakes`` equal to the right answer are left out."""
    wrong = {float(str(answer)): misconception for answer, misconception in mistakes}
    return Question(
        kind="number",
        stem={"tr": stem},
        figure=figure,
        number=Number(value=value, tolerance=tolerance, unit=unit),
        mistakes=tuple(
            Mistake(answer=f"{answer:g}", misconception={"tr": misconception})
            for answer, misconception in wrong.items()
            if abs(answer - value) > tolerance
        ),
        explanation={"tr": because},
        proof=_computed(computed, None),
    )


def _computed(expression: str | None, reads: str | None) -> Proof | None:
    return Proof(run="compute", expression=expression, reads=reads) if expression else None
