"""Scores as screens show them."""

from __future__ import annotations

from collections.abc import Mapping

from learnconnect_app.domain.attempts import Result, TopicResult
from learnconnect_app.domain.views import TopicBar
from learnconnect_app.models import Attempt
from learnconnect_app.services.texts import text_in

Titles = Mapping[str, Mapping[str, str]]
"""Title of each topic or course, in every language."""


def whole_percent(correct: int, total: int) -> int:
    """Rounded down, so that a score never looks better than the mark it missed."""
    return 100 * correct // total if total else 0


def score_of(attempt: Attempt) -> int:
    return whole_percent(attempt.correct or 0, attempt.total or 0)


def topic_bars(result: Result, titles: Titles, locale: str) -> tuple[TopicBar, ...]:
    """Topics of a test, weakest first."""
    return tuple(topic_bar(each, titles, locale, result.weak_topics) for each in result.topics)


def topic_bar(topic: TopicResult, titles: Titles, locale: str, weak: tuple[str, ...]) -> TopicBar:
    return TopicBar(
        key=topic.topic,
        title=text_in(titles.get(topic.topic, topic.topic), locale),
        correct=topic.correct,
        total=topic.total,
        percent=whole_percent(topic.correct, topic.total),
        is_weak=topic.topic in weak,
    )
