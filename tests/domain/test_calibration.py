"""Items as real answers show them."""

from __future__ import annotations

import math
from random import Random

import pytest

from learnconnect_app.domain.abilities import chance
from learnconnect_app.domain.calibration import Calibration, Flag, Tally, calibrate


def tally_of(answers: list[tuple[float, bool, float]], omitted: int = 0) -> Tally:
    """From (ability, right, seconds)."""
    timed = [seconds for _, right, seconds in answers if right]
    return Tally(
        answers=len(answers),
        right=sum(right for _, right, _ in answers),
        omitted=omitted,
        ability_sum=sum(ability for ability, _, _ in answers),
        ability_square_sum=sum(ability**2 for ability, _, _ in answers),
        right_ability_sum=sum(ability for ability, right, _ in answers if right),
        log_seconds_sum=sum(math.log(seconds) for seconds in timed),
        timed=len(timed),
    )


def simulated(count: int, difficulty: float, seconds: float = 60, seed: int = 1) -> Tally:
    rng = Random(seed)
    abilities = [rng.gauss(0.3, 1.0) for _ in range(count)]
    return tally_of([(a, rng.random() < chance(a, difficulty, 4), seconds) for a in abilities])


def calibrated(tally: Tally, difficulty: float = 3.0, seconds: int = 60) -> Calibration:
    found = calibrate(tally, difficulty=difficulty, seconds=seconds, possible_answers=4)
    assert found
    return found


def test_an_item_with_few_answers_stays_as_its_author_set_it() -> None:
    few = simulated(29, 5.0)
    assert calibrate(few, difficulty=1, seconds=60, possible_answers=4) is None


@pytest.mark.parametrize("true", [1.5, 3.0, 4.5])
def test_many_answers_show_the_true_difficulty(true: float) -> None:
    assert abs(calibrated(simulated(4000, true)).difficulty - true) < 0.2


def test_few_answers_move_it_part_of_the_way() -> None:
    moved = calibrated(simulated(40, 5.0, seed=4), difficulty=2.0).difficulty
    assert 2.3 < moved < 4.7


def test_expected_seconds_move_towards_the_times_of_right_answers_within_bounds() -> None:
    assert 60 < calibrated(simulated(60, 3.0, seconds=120)).seconds < 120
    assert calibrated(simulated(5000, 3.0, seconds=3000)).seconds == 180


def test_an_even_item_has_no_flag() -> None:
    assert calibrated(simulated(400, 3.0)).flags == ()


def test_items_that_tell_nothing_are_flagged() -> None:
    everyone = tally_of([(0.1 * n, True, 30) for n in range(40)])
    nobody = tally_of([(0.1 * n, n == 3, 30) for n in range(40)])
    assert calibrated(everyone).flags == (Flag.NEARLY_ALL_RIGHT,)
    assert Flag.NEARLY_NONE_RIGHT in calibrated(nobody).flags


def test_an_item_that_the_strong_miss_and_the_weak_get_is_flagged() -> None:
    wrong_key = tally_of([(0.1 * n - 2, n < 15, 30) for n in range(40)])
    assert calibrated(wrong_key).flags == (Flag.STRONG_MISS_IT,)


def test_sound_items_are_hardly_ever_flagged_by_chance() -> None:
    flagged = [bool(calibrated(simulated(40, 3.0, seed=seed)).flags) for seed in range(200)]
    assert sum(flagged) <= 4


def test_an_item_that_is_often_left_out_is_flagged() -> None:
    skipped = tally_of([(0.1 * n - 2, n > 20, 30) for n in range(40)], omitted=20)
    assert calibrated(skipped).flags == (Flag.OFTEN_OMITTED,)
