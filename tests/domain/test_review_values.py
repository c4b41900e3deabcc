from functools import cache

import numpy as np
import pytest

from learnconnect_app.domain.memory import after_success, recall
from learnconnect_app.domain.review_values import (
    COSTS,
    DIFFICULTIES,
    LONGEST_HORIZON,
    ReviewValues,
    first_rows,
    rows,
)

HORIZON = 9
TABLE = ReviewValues(1.0)
TABLE.reach(HORIZON)


@cache
def best_by_trying(days: int, stability: float, cost: float, difficulty: float) -> float:
    """Every set of review days there is."""
    best = recall(float(days), stability)
    for gap in range(1, days):
        after = after_success(stability, difficulty, recall(float(gap), stability))
        best = max(best, best_by_trying(days - gap, after, cost, difficulty) - cost)
    return best


@pytest.mark.parametrize("difficulty", DIFFICULTIES.tolist())
@pytest.mark.parametrize("cost", [float(COSTS[0]), float(COSTS[9]), float(COSTS[18])])
@pytest.mark.parametrize("stability", [0.7, 2.3, 15.0, 80.0])
def test_value_is_that_of_the_best_of_all_schedules(
    difficulty: float, cost: float, stability: float
) -> None:
    row = rows(first_rows(np.array([difficulty])), np.array([cost]))
    for days in (1, 4, HORIZON):
        found = float(TABLE.value(days, np.log(np.array([stability])), row)[0])
        tried = best_by_trying(days, stability, cost, difficulty)
        assert found == pytest.approx(tried, abs=0.004)


def test_value_rises_with_stability_and_falls_with_cost_and_time() -> None:
    values = TABLE.values[: HORIZON + 1].reshape(HORIZON + 1, len(DIFFICULTIES), -1, len(COSTS))
    assert (np.diff(values, axis=2) >= -2e-3).all()
    assert (np.diff(values, axis=3) <= 1e-6).all()
    assert (np.diff(values[:, :, :, -1], axis=0) <= 1e-6).all()


def test_no_review_is_due_when_it_costs_more_than_it_keeps() -> None:
    dear = rows(first_rows(np.array([5.0])), np.array([1.0]))
    cheap = rows(first_rows(np.array([5.0])), np.array([3e-4]))
    days, stability = np.array([HORIZON]), np.log(np.array([2.0]))
    kept, gap = TABLE.value_and_gap(days, stability, dear)
    assert kept == TABLE.value(HORIZON, stability, dear)
    assert gap[0] == 0
    assert TABLE.value_and_gap(days, stability, cheap)[1][0] > 0


def test_it_grows_as_far_as_asked_and_no_further_than_the_longest_horizon() -> None:
    table = ReviewValues(2.0)
    row = rows(first_rows(np.array([5.0])), np.array([0.01]))
    table.reach(3)
    near = table.value(3, np.log(np.array([9.0])), row)
    table.reach(LONGEST_HORIZON + 99)
    assert table.days == LONGEST_HORIZON
    assert table.value(3, np.log(np.array([9.0])), row)[0] == near[0]
    far = [table.value(days, np.log(np.array([9.0])), row) for days in (LONGEST_HORIZON, 9999)]
    assert far[0][0] == far[1][0]
