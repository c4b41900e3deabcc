"""Where a learner stands in a topic, as a word and a share."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from learnconnect_app.domain.lesson_standing import Standing, standing_of

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("mastery", "word"),
    [(0.1, "weak"), (0.39, "weak"), (0.4, "growing"), (0.65, "solid"), (0.85, "strong")],
)
def test_the_word_follows_what_is_known(mastery: float, word: str) -> None:
    standing = standing_of(mastery, 10.0, TODAY, TODAY, is_begun=False)
    assert standing == Standing(word, round(100 * mastery))


def test_what_was_learned_fades_until_it_is_reviewed() -> None:
    month_ago = TODAY - timedelta(days=30)
    faded = standing_of(0.9, 3.0, month_ago, TODAY, is_begun=False)
    assert faded.percent < 80
    assert faded.word != "strong"


def test_a_topic_of_which_a_first_part_was_studied_is_begun() -> None:
    assert standing_of(0.2, 3.0, TODAY, TODAY, is_begun=True) == Standing("begun", 20)
    assert standing_of(0.7, 3.0, TODAY, TODAY, is_begun=True).word == "solid"


def test_a_day_that_is_still_to_come_takes_nothing_away() -> None:
    tomorrow = TODAY + timedelta(days=1)
    assert standing_of(0.5, 3.0, tomorrow, TODAY, is_begun=False).percent == 50
