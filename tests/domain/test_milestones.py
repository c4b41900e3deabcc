"""Which steps of a long way are worth a word."""

from __future__ import annotations

import pytest

from learnconnect_app.domain.milestones import level_crossed, streak_reached


def test_streaks_are_few() -> None:
    reached = [run for run in range(800) if streak_reached(run)]
    assert reached == [7, 30, 100, 200, 365, 730]


@pytest.mark.parametrize(
    ("before", "after", "level"),
    [
        (0, 399, 0),
        (395, 400, 5),
        (400, 405, 0),
        (390, 1300, 10),  # a weekly test and more at once: the higher one
        (890, 905, 10),
        (905, 910, 0),
    ],
)
def test_levels_are_five_and_each_tenth(before: int, after: int, level: int) -> None:
    assert level_crossed(before, after) == level
