"""Nets are counted as in the exam; a score is a range that grows narrow as mocks come in."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.net_estimates import PartScore, ScoreRange, estimate

WEIGHTS = {"math": 60.0, "physics": 40.0}


def mock(math: tuple[int, int], physics: tuple[int, int] = (7, 4)) -> list[PartScore]:
    """(right, wrong) of 40 items of mathematics and 14 of physics, which is part of science."""
    return [
        PartScore("math", "algebra", 30, *math),
        PartScore("math", "geometry", 10, 5, 2),
        PartScore("science", "physics", 14, *physics),
    ]


def found(*mocks: list[PartScore]) -> ScoreRange:
    answer = estimate(mocks, WEIGHTS, 4)
    assert answer is not None
    return answer


def width(*mocks: list[PartScore]) -> float:
    return found(*mocks).high - found(*mocks).low


def test_four_wrong_take_a_right_away_and_blanks_nothing() -> None:
    part = PartScore("math", "algebra", 40, right=20, wrong=10)
    assert (part.net(4), part.net(None), part.blank) == (17.5, 20, 10)


def test_the_range_holds_the_weighted_share_of_the_net() -> None:
    share = 0.6 * (20 - 6 / 4) / 40 + 0.4 * 6 / 14
    wrong = mock((15, 4))
    assert found(wrong).low < share < found(wrong).high


def test_mocks_that_agree_make_it_narrower_and_those_that_differ_wider() -> None:
    assert width(mock((15, 4)), mock((15, 4)), mock((15, 4))) < width(mock((15, 4)))
    assert width(mock((30, 0)), mock((2, 20)), mock((28, 0))) > width(mock((15, 4)))


def test_the_latest_mock_counts_most_and_old_ones_not_at_all() -> None:
    good, bad = mock((28, 0)), mock((5, 8))
    assert found(good, bad).low > found(bad, good).low
    assert found(good, good, good, bad) == found(good, good, good)


def test_without_a_mock_of_something_that_counts_there_is_none() -> None:
    assert estimate([mock((15, 4))], {"math": 50, "biology": 50}, 4) is None
    assert estimate([], WEIGHTS, 4) is None
    assert estimate([mock((15, 4))], {}, 4) is None


def test_a_mock_that_was_opened_and_left_tells_nothing() -> None:
    left = [replace(part, right=0, wrong=0) for part in mock((15, 4))]
    assert found(left, mock((15, 4))) == found(mock((15, 4)))
    assert estimate([left], WEIGHTS, 4) is None


def test_sections_from_different_sittings_come_together() -> None:
    first, second = mock((15, 4))[:2], mock((15, 4))[2:]
    assert estimate([first, second], WEIGHTS, 4) == found(mock((15, 4)))


parts = st.integers(0, 30).flatmap(
    lambda right: st.tuples(st.just(right), st.integers(0, 30 - right))
)


@given(st.lists(parts, min_size=1, max_size=5))
def test_it_is_a_range_within_all_points(results: list[tuple[int, int]]) -> None:
    answer = found(*[mock(each) for each in results])
    assert 0 <= answer.low <= answer.high <= 1


def test_it_holds_what_the_next_mock_shows_about_four_times_of_five() -> None:
    """Learners of a fixed ability, each with three mocks of 40 + 14 items and then an exam."""
    rng, held, learners = Random("nets"), 0, 600
    for _ in range(learners):
        ability = rng.uniform(0.25, 0.9)

        def sat(ability: float = ability) -> list[PartScore]:
            rights = [sum(rng.random() < ability for _ in range(n)) for n in (30, 10, 14)]
            names = [("math", "algebra", 30), ("math", "geometry", 10), ("science", "physics", 14)]
            return [
                PartScore(*name, right, name[2] - right)
                for name, right in zip(names, rights, strict=True)
            ]

        answer = estimate([sat(), sat(), sat()], WEIGHTS, 4)
        assert answer is not None
        expected = ability - (1 - ability) / 4
        held += answer.low <= expected <= answer.high
    assert held / learners == pytest.approx(0.85, abs=0.09)
