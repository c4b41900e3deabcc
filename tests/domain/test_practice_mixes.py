"""The weekly practice test asks what counts and fades."""

from __future__ import annotations

from dataclasses import replace

import pytest

from learnconnect_app.domain.practice_mixes import StudiedTopic, item_count, mix_weights

TOPIC = StudiedTopic("topic", exam_weight=2, mastery=0.7, stability=10, days=3)


def weight(topic: StudiedTopic) -> float:
    return mix_weights([topic]).get(topic.key, 0)


@pytest.mark.parametrize(
    "more",
    [
        replace(TOPIC, exam_weight=3),
        replace(TOPIC, days=20),
        replace(TOPIC, mastery=0.4),
        replace(TOPIC, stability=4),
    ],
)
def test_what_counts_more_is_older_or_weaker_is_asked_more(more: StudiedTopic) -> None:
    assert weight(more) > weight(TOPIC)


def test_what_is_known_for_sure_is_still_asked_now_and_then() -> None:
    assert weight(replace(TOPIC, mastery=1, days=0)) > 0


def test_what_counts_for_nothing_is_left_out() -> None:
    assert mix_weights([replace(TOPIC, exam_weight=0)]) == {}


@pytest.mark.parametrize(
    ("minutes", "seconds", "count"), [(40, 60, 40), (40, 75, 32), (5, 120, 5), (180, 30, 60)]
)
def test_as_many_items_as_fit(minutes: int, seconds: float, count: int) -> None:
    assert item_count(minutes, seconds) == count
