import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnconnect_app.domain.abilities import (
    chance,
    difficulty_logit,
    guessing,
    logistic_of,
    mastery,
    theta_for,
)

few = settings(max_examples=15, deadline=None)
logits = st.floats(-6, 6)
variances = st.floats(0, 4)
difficulties = st.floats(1, 5)
options = st.integers(2, 6)


@pytest.mark.parametrize(("difficulty", "logit"), [(1, -1.6), (3, 0), (3.5, 0.4), (5, 1.6)])
def test_step_of_difficulty_is_eight_tenths_of_a_logit(difficulty: float, logit: float) -> None:
    assert difficulty_logit(difficulty) == pytest.approx(logit)


@pytest.mark.parametrize(
    ("theta", "difficulty", "number", "expected"),
    [
        (0, 3, 4, 0.625),
        (0, 3, 5, 0.6),
        (0, 3, 0, 0.5),
        (1.6, 5, 4, 0.625),
        (-40, 3, 4, 0.25),
        (40, 3, 4, 1),
        (800, 3, 0, 1),
        (-800, 3, 0, 0),
    ],
)
def test_chance_is_guessing_plus_knowing(
    theta: float, difficulty: float, number: int, expected: float
) -> None:
    assert chance(theta, difficulty, number) == pytest.approx(expected)


def test_open_answer_cannot_be_guessed() -> None:
    assert [guessing(0), guessing(1), guessing(2), guessing(4)] == [0, 0, 0.5, 0.25]


def test_sharper_item_tells_more_apart() -> None:
    blunt = chance(1, 3, 4, 0.5) - chance(-1, 3, 4, 0.5)
    sharp = chance(1, 3, 4, 2.0) - chance(-1, 3, 4, 2.0)

    assert sharp > 1.5 * blunt


@few
@given(logits, difficulties, options)
def test_abler_learner_and_easier_item_never_lower_the_chance(
    theta: float, difficulty: float, number: int
) -> None:
    here = chance(theta, difficulty, number)

    assert guessing(number) <= here <= 1
    assert here <= chance(theta + 0.5, difficulty, number)
    assert here <= chance(theta, difficulty - 0.5, number)


def test_novice_has_no_mastery_although_guesses_are_right() -> None:
    assert mastery(-5) < 0.01 < 0.25 < chance(-5, 3, 4)


@few
@given(logits, variances)
def test_uncertainty_draws_mastery_towards_one_half(mean: float, variance: float) -> None:
    sure, unsure = mastery(mean), mastery(mean, variance)

    assert abs(unsure - 0.5) <= abs(sure - 0.5) + 1e-9
    assert (unsure - 0.5) * (sure - 0.5) >= -1e-12


@few
@given(st.floats(-3, 3), st.floats(0.05, 2))
def test_uncertainty_is_integrated_over(mean: float, variance: float) -> None:
    deviation = math.sqrt(variance)
    theta = np.linspace(mean - 9 * deviation, mean + 9 * deviation, 4001)
    density = np.exp(-((theta - mean) ** 2) / (2 * variance))
    exact = float((density * logistic_of(theta)).sum() / density.sum())

    assert mastery(mean, variance) == pytest.approx(exact, abs=1e-4)


@few
@given(st.floats(0.002, 0.998))
def test_ability_for_a_mastery_gives_that_mastery(known: float) -> None:
    assert mastery(theta_for(known)) == pytest.approx(known)


def test_full_and_no_mastery_have_a_finite_ability() -> None:
    assert theta_for(1.0) == pytest.approx(-theta_for(0.0))
    assert 6 < theta_for(1.0) < 8
