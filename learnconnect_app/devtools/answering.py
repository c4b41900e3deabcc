"""Answers as a learner would give them on the screen, right or wrong, for demos and tests."""

from __future__ import annotations

from collections.abc import Sequence

from learnconnect_app.content.questions import Question
from learnconnect_app.domain.responses import Response


def response_to(question: Question, order: Sequence[int], *, is_right: bool) -> Response:
    """``order`` is what of the author's stands at each place of the screen."""
    count = len(order)
    if question.kind == "choice":
        return order.index([option.correct for option in question.options].index(is_right))
    if question.kind == "several":
        right = [order.index(n) for n, option in enumerate(question.options) if option.correct]
        return right if is_right else right[1:]
    if question.kind in ("order", "match"):
        places = [order.index(n) for n in range(count)]
        return places if is_right else places[1:] + places[:1]
    if question.number is not None:
        value = question.number.value
        return f"{value:.12g}" if is_right else f"{value + 1 + 2 * question.number.tolerance:.12g}"
    return question.accept[0] if is_right else "?"
