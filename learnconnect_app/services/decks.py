"""A topic as an Anki deck: a card an item, the question in front, answer and reason behind.

Written with genanki. Ids follow from the topic's and items' keys (SHA-256), so that importing a
newer deck updates the cards a learner has and keeps their review history.
"""

from __future__ import annotations

import hashlib
import io

import genanki

from learnconnect_app.content.questions import Item, Question
from learnconnect_app.content.schema import Topic
from learnconnect_app.content.templates import Template
from learnconnect_app.content.texts import AnyText, Language, localized
from learnconnect_app.domain.markup import block_html, code_html, figure_html, inline_html

SAMPLES = range(3)
"""Seeds whose variants stand for a template."""
STYLE = """
.card { font-family: sans-serif; font-size: 18px; line-height: 1.5; text-align: left; }
pre { overflow-x: auto; padding: 10px; border-radius: 10px; background: rgb(128 128 128 / 0.12); }
.fig-soft { fill: rgb(128 128 128 / 0.2); } figure { margin: 12px auto; max-width: 340px; }
.why { color: #777; }
"""


def deck_file(topic: Topic, templates: list[Template], language: Language) -> bytes:
    """An ``.apkg`` of a topic: its items by hand and a few variants of each template."""
    title = f"LearnConnect::{localized(topic.title, language)}"
    deck = genanki.Deck(_id(f"deck {topic.key} {language}"), title)
    for key, question in _questions(topic, templates):
        deck.add_note(
            genanki.Note(
                model=_model(),
                fields=[_front(question, language), _back(question, language)],
                guid=genanki.guid_for(key, language),
                tags=[topic.key],
            )
        )
    file = io.BytesIO()
    genanki.Package(deck).write_to_file(file)
    return file.getvalue()


def _model() -> genanki.Model:
    return genanki.Model(
        _id("model"),
        "LearnConnect",
        fields=[{"name": "Question"}, {"name": "Answer"}],
        templates=[
            {
                "name": "Card",
                "qfmt": "{{Question}}",
                "afmt": "{{FrontSide}}<hr id=answer>{{Answer}}",
            }
        ],
        css=STYLE,
    )


def _id(name: str) -> int:
    """A stable id in the range that Anki uses for times in milliseconds."""
    return int(hashlib.sha256(f"learnconnect {name}".encode()).hexdigest()[:12], 16) % (1 << 41)


def _questions(topic: Topic, templates: list[Template]) -> list[tuple[str, Question]]:
    by_hand: list[tuple[str, Question]] = [(item.key, item) for item in topic.items]
    variants = {
        variant.identity: (f"{each.meta.key}:{seed}", variant)
        for each in templates
        for seed in SAMPLES
        for variant in (each.variant(seed),)
    }
    return by_hand + list(variants.values())


def _front(question: Question | Item, language: Language) -> str:
    parts = [block_html(localized(question.stem, language))]
    if question.figure:
        figure = question.figure
        parts.append(figure_html(figure.svg, localized(figure.alt, language)))
    if question.code:
        parts.append(code_html(question.code, question.code_language))
    shown = sorted(_said(question, text, language) for text in question.choices)
    if question.pairs:
        lefts = [_said(question, pair.left, language) for pair in question.pairs]
        parts.append(_list(lefts))
    return "".join([*parts, _list(shown) if shown else ""])


def _back(question: Question, language: Language) -> str:
    rights = [_said(question, o.text, language) for o in question.options if o.correct]
    if question.number:
        unit = localized(question.number.unit, language) if question.number.unit else ""
        rights = [f"{question.number.value:g} {unit}".strip()]
    rights += [_said(question, text, language) for text in question.accept[:1]]
    rights += [_said(question, text, language) for text in question.sequence]
    rights += [
        f"{_said(question, pair.left, language)} → {_said(question, pair.right, language)}"
        for pair in question.pairs
    ]
    why = block_html(localized(question.explanation, language))
    return f"<b>{'<br>'.join(rights)}</b><div class=why>{why}</div>"


def _said(question: Question, text: AnyText, language: Language) -> str:
    plain = localized(text, language)
    return code_html(plain, "text") if question.has_code_options else inline_html(plain)


def _list(parts: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{part}</li>' for part in parts)}</ul>"
