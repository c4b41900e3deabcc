"""Turns an item into what the screen shows: in the learner's language, in the order shown."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from learnconnect_app.content.questions import Question
from learnconnect_app.content.texts import AnyText
from learnconnect_app.domain.markup import (
    block_html,
    code_html,
    figure_html,
    inline_html,
    plain_code_html,
    plain_text,
)
from learnconnect_app.domain.responses import (
    UNCHOSEN,
    Response,
    is_complete,
    is_same_number,
    is_same_output,
    is_same_text,
)
from learnconnect_app.domain.views import OptionView, QuestionView, ReviewItem
from learnconnect_app.models import AttemptItem
from learnconnect_app.services.grading import is_right
from learnconnect_app.services.texts import text_in


def question_view(item: AttemptItem, question: Question, locale: str) -> QuestionView:
    """A question while the test runs: nothing in it tells the right answer."""
    return QuestionView(
        position=item.position,
        kind=question.kind,
        stem_html=stem_html(question, locale),
        code_html=_code_html(question),
        figure_html=_figure_html(question, locale),
        options=tuple(
            OptionView(
                index=place,
                html=_choice_html(question, question.choices[authored], locale),
                text=_plain(question.choices[authored], locale),
                is_chosen=_is_chosen(item.answer, authored),
            )
            for place, authored in enumerate(item.order)
        ),
        lefts=tuple(_choice_html(question, pair.left, locale) for pair in question.pairs),
        answer=_shown_places(item),
        typed=item.answer if isinstance(item.answer, str) else "",
        unit=_unit(question, locale),
        is_answered=is_complete(item.answer),
    )


def answer_text(item: AttemptItem) -> str:
    """What was answered, in few letters: as it was typed, or places on the screen with commas."""
    if isinstance(item.answer, str):
        return item.answer
    return ",".join(str(place) for place in _shown_places(item))


def stem_html(question: Question, locale: str) -> str:
    """What is asked, without its picture, code and options."""
    return _prose_html(text_in(question.stem, locale))


def review_item(item: AttemptItem, question: Question, topic: str, locale: str) -> ReviewItem:
    """A question after the test: what was answered, what is right, and why."""
    shown = question_view(item, question, locale)
    return ReviewItem(
        position=item.position,
        topic=topic,
        stem_html=shown.stem_html,
        code_html=shown.code_html,
        figure_html=shown.figure_html,
        options=_answers(item, question, shown, locale),
        explanation_html=_prose_html(text_in(question.explanation, locale)),
        answer=shown.answer,
        typed=shown.typed,
        is_correct=bool(item.is_correct),
        is_answered=shown.is_answered,
    )


def _answers(
    item: AttemptItem, question: Question, shown: QuestionView, locale: str
) -> tuple[OptionView, ...]:
    """The options, each marked; of other kinds what was answered and, when it differs, what is
    right."""
    if question.options:
        return tuple(
            _marked(view, question, item.order[view.index], locale) for view in shown.options
        )
    right = OptionView(index=1, html=_right_html(question, locale), is_right=True)
    if not shown.is_answered:
        return (right,)
    if is_right(question, item.answer):
        return (OptionView(index=0, html=right.html, is_chosen=True, is_right=True),)
    given = OptionView(
        index=0,
        html=_given_html(question, item.answer, locale),
        is_chosen=True,
        misconception=_misconception(question, item.answer, locale),
    )
    return (given, right)


def _marked(view: OptionView, question: Question, authored: int, locale: str) -> OptionView:
    option = question.options[authored]
    why_wrong = inline_html(text_in(option.misconception, locale)) if option.misconception else ""
    return OptionView(
        index=view.index,
        html=view.html,
        is_chosen=view.is_chosen,
        is_right=option.correct,
        misconception=why_wrong,
    )


def _right_html(question: Question, locale: str) -> str:
    if question.number is not None:
        return escape(f"{_number(question.number.value, locale)} {_unit(question, locale)}".strip())
    if question.accept:
        return _typed_html(question, question.accept[0])
    return _given_html(question, list(range(len(question.choices))), locale)


def _given_html(question: Question, answer: Response, locale: str) -> str:
    """An answer, as it is kept, for reading."""
    if not isinstance(answer, list):
        return _typed_html(question, str(answer))
    parts = [_choice_html(question, question.choices[each], locale) for each in answer]
    if question.kind == "match":
        lefts = [_choice_html(question, pair.left, locale) for pair in question.pairs]
        parts = [f"{left} → {part}" for left, part in zip(lefts, parts, strict=True)]
        return f"<ul>{_list_items(parts)}</ul>"
    return f"<ol>{_list_items(parts)}</ol>"


def _list_items(parts: Sequence[str]) -> str:
    return "".join(f"<li>{part}</li>" for part in parts)


def _typed_html(question: Question, text: str) -> str:
    return plain_code_html(text) if question.kind == "output" else escape(text)


def _misconception(question: Question, answer: Response, locale: str) -> str:
    """What is said of a typed answer that is known to be wrong."""
    if not isinstance(answer, str):
        return ""
    for mistake in question.mistakes:
        if _is_mistake(question, answer, mistake.answer):
            return inline_html(text_in(mistake.misconception, locale))
    return ""


def _is_mistake(question: Question, given: str, known: str) -> bool:
    if question.number is not None:
        return is_same_number(given, float(known), question.number.tolerance)
    same = is_same_output if question.kind == "output" else is_same_text
    return same(given, (known,))


def _shown_places(item: AttemptItem) -> tuple[int, ...]:
    """The answer by places on the screen; empty when it is typed or there is none."""
    if isinstance(item.answer, int):
        return (item.order.index(item.answer),)
    if isinstance(item.answer, list):
        return tuple(
            UNCHOSEN if each == UNCHOSEN else item.order.index(each) for each in item.answer
        )
    return ()


def _is_chosen(answer: Response | None, authored: int) -> bool:
    return authored == answer or (isinstance(answer, list) and authored in answer)


def _choice_html(question: Question, text: AnyText, locale: str) -> str:
    plain = text_in(text, locale)
    return plain_code_html(plain) if question.has_code_options else inline_html(plain)


def _plain(text: AnyText, locale: str) -> str:
    return plain_text(text_in(text, locale))


def _unit(question: Question, locale: str) -> str:
    unit = question.number.unit if question.number else None
    return text_in(unit, locale) if unit else ""


def _number(value: float, locale: str) -> str:
    """Without needless zeros, with the decimal sign of the language."""
    text = f"{value:.10g}"
    return text.replace(".", ",") if locale == "tr" else text


def _code_html(question: Question) -> str:
    return code_html(question.code, question.code_language) if question.code else ""


def _figure_html(question: Question, locale: str) -> str:
    figure = question.figure
    return figure_html(figure.svg, text_in(figure.alt, locale)) if figure else ""


def _prose_html(markdown: str) -> str:
    """One paragraph stays inline, so that it may stand in a heading; more become blocks."""
    text = markdown.strip()
    is_long = "\n\n" in text or "```" in text or "\n- " in text or "$$" in text
    return block_html(text) if is_long else inline_html(text)
