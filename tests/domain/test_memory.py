import math
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from fsrs import Card, Rating, Scheduler, State
from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.memory import (
    FIRST_STABILITY,
    after_lapse,
    after_success,
    blended,
    recall,
)

stabilities = st.floats(0.2, 3000)
difficulties = st.floats(1, 10)
days = st.floats(0.1, 1000)


@given(stabilities)
def test_nine_of_ten_are_recalled_after_one_stability(stability: float) -> None:
    assert recall(stability, stability) == pytest.approx(0.9)


@given(stabilities, days, days)
def test_recall_falls_with_time(stability: float, some: float, more: float) -> None:
    assert recall(some + more, stability) < recall(some, stability) < 1


@given(stabilities, difficulties, days)
def test_a_single_number_is_strengthened_as_one_of_many(
    stability: float, difficulty: float, waited: float
) -> None:
    recalled = recall(waited, stability)
    many = after_success(np.array([stability]), np.array([difficulty]), np.array([recalled]))
    assert after_success(stability, difficulty, recalled) == pytest.approx(float(many[0]))


@given(stabilities, difficulties, days)
def test_success_strengthens_and_a_lapse_never_does(
    stability: float, difficulty: float, waited: float
) -> None:
    recalled = recall(waited, stability)
    assert after_success(stability, difficulty, recalled) >= stability
    assert after_lapse(stability, difficulty, recalled) <= stability


@given(stabilities, difficulties)
def test_a_later_review_strengthens_more(stability: float, difficulty: float) -> None:
    early, late = recall(1.0, stability), recall(5.0, stability)
    assert after_success(stability, difficulty, late) >= after_success(stability, difficulty, early)


def test_arrays_and_numbers_agree() -> None:
    stability, waited = np.array([1.0, 20.0, 300.0]), np.array([2.0, 30.0, 4.0])
    together = after_success(stability, np.array([3.0, 5.0, 8.0]), recall(waited, stability))
    for place, difficulty in enumerate((3.0, 5.0, 8.0)):
        recalled = recall(float(waited[place]), float(stability[place]))
        alone = after_success(float(stability[place]), difficulty, recalled)
        assert alone == pytest.approx(together[place])


@pytest.mark.parametrize("rating", [Rating.Good, Rating.Again])
def test_updates_are_those_of_the_fsrs_package(rating: Rating) -> None:
    began = datetime(2026, 1, 1, tzinfo=UTC)
    card = Card(state=State.Review, stability=12.0, difficulty=6.0, due=began, last_review=began)
    reviewed, _ = Scheduler().review_card(card, rating, began + timedelta(days=9))
    update = after_success if rating is Rating.Good else after_lapse
    assert update(12.0, 6.0, recall(9.0, 12.0)) == pytest.approx(reviewed.stability)


def test_a_blend_lies_between_new_and_old() -> None:
    assert blended(0.0, 60.0) == pytest.approx(FIRST_STABILITY)
    assert blended(1.0, 60.0) == pytest.approx(60.0)
    assert blended(0.5, 60.0) == pytest.approx(math.sqrt(60.0 * FIRST_STABILITY))
