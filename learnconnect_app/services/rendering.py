"""Turns an item into what the screen shows: in the learner's language, options in shown order."""

from __future__ import annotations

from dataclasses import replace

from learnconnect_app.content.schema import Option, Question
from learnconnect_app.domain.markup import block_html, code_html, inline_html, plain_code_html
from learnconnect_app.domain.views import OptionView, QuestionView, ReviewItem
from learnconnect_app.models import AttemptItem
from learnconnect_app.services.texts import text_in


def question_view(item: AttemptItem, question: Question, locale: str) -> QuestionView:
    """A question while the test runs: nothing in it tells the right answer."""
    return QuestionView(
        position=item.position,
        stem_html=_prose_html(text_in(question.stem, locale)),
        code_html=_code_html(question),
        options=tuple(
            _option_view(item, question, index, locale) for index in range(len(item.order))
        ),
        is_answered=item.choice is not None,
    )


def review_item(item: AttemptItem, question: Question, topic: str, locale: str) -> ReviewItem:
    """A question after the test: what was chosen, what is right, and why."""
    shown = question_view(item, question, locale)
    return ReviewItem(
        position=item.position,
        topic=topic,
        stem_html=shown.stem_html,
        code_html=shown.code_html,
        options=tuple(
            _with_answer(view, question.options[item.order[view.index]], locale)
            for view in shown.options
        ),
        explanation_html=_prose_html(text_in(question.explanation, locale)),
        is_correct=bool(item.is_correct),
        is_answered=shown.is_answered,
    )


def _option_view(item: AttemptItem, question: Question, index: int, locale: str) -> OptionView:
    authored = item.order[index]
    text = text_in(question.options[authored].text, locale)
    html = plain_code_html(text) if question.has_code_options else inline_html(text)
    return OptionView(index=index, html=html, is_chosen=item.choice == authored)


def _with_answer(view: OptionView, option: Option, locale: str) -> OptionView:
    why_wrong = text_in(option.misconception, locale) if option.misconception else ""
    return replace(view, is_right=option.correct, misconception=why_wrong)


def _code_html(question: Question) -> str:
    return code_html(question.code, question.code_language) if question.code else ""


def _prose_html(markdown: str) -> str:
    """One paragraph stays inline, so that it may stand in a heading; more become blocks."""
    text = markdown.strip()
    return block_html(text) if "\n\n" in text or "```" in text else inline_html(text)
