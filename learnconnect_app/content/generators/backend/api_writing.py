"""What the templates of the block "HTTP and APIs" are written with."""

from __future__ import annotations

from collections.abc import Iterable

from learnconnect_app.content.builders import Both, question
from learnconnect_app.content.questions import Proof, Question

PRINTS: Both = ("What does this program print?", "Bu program ne yazdırır?")


def printed(
    stem: Both,
    code: str,
    right: object,
    wrong: Iterable[tuple[object, str, str]],
    because: Both,
) -> Question:
    """A choice of four outputs of a program, proven by running it; equal ones are dropped."""
    return question(
        en=stem[0],
        tr=stem[1],
        code=code,
        right=right,
        wrong=(),
        spare=wrong,
        because_en=because[0],
        because_tr=because[1],
        proof=Proof(run="output"),
    )
