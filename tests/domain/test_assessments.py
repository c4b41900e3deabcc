from collections.abc import Callable
from dataclasses import replace
from functools import partial
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnconnect_app.domain.assessments import (
    ABILITY_DEVIATION,
    Answer,
    Candidate,
    Limits,
    Posterior,
    is_settled,
    masteries,
    mean_deviation,
    next_candidate,
    posterior_after,
    prior,
    updated,
)
from learnconnect_app.domain.placement_beliefs import posterior_at_once

few = settings(max_examples=6, deadline=None)
TRACK = [topic // 7 for topic in range(28)]
SMALL = [0, 0, 1, 1]
BANK = [
    Candidate(f"{topic}-{n}", topic, difficulty=n + 1, options=4)
    for topic in range(28)
    for n in range(5)
]
Answering = Callable[[Candidate], bool]


def take(
    answering: Answering, bank: list[Candidate] = BANK, limits: Limits | None = None
) -> list[tuple[Candidate, Answer]]:
    """Everything that is asked and answered until the assessment ends by itself."""
    belief, left, taken = prior(TRACK), list(bank), list[tuple[Candidate, Answer]]()
    choose = partial(next_candidate, limits=limits) if limits else next_candidate
    while chosen := choose(belief, [each.topic for each, _ in taken], left):
        answer = Answer(chosen.topic, chosen.difficulty, chosen.options, answering(chosen))
        belief = updated(belief, answer.topic, answer.difficulty, answer.options, answer.is_correct)
        left.remove(chosen)
        taken.append((chosen, answer))
    return taken


def luck(seed: int, share: float) -> Answering:
    rng = Random(seed)
    return lambda candidate: rng.random() < share


def test_prior_ties_topics_of_a_course_together_and_all_a_little() -> None:
    correlation = prior(SMALL).covariance / ABILITY_DEVIATION**2

    assert correlation[0].tolist() == pytest.approx([1, 0.8, 0.5, 0.5])
    assert masteries(prior(SMALL))[0].tolist() == pytest.approx([0.5] * 4)


def test_right_answer_raises_its_topic_most_then_its_course_then_the_others() -> None:
    mean = updated(prior(SMALL), 0, 3, 4, True).mean

    assert mean[0] > mean[1] > mean[2] > 0
    assert mean[2] == pytest.approx(mean[3])


def test_wrong_answer_tells_more_than_one_that_may_be_a_guess() -> None:
    right, wrong = (updated(prior(SMALL), 0, 3, 4, is_right).mean[0] for is_right in (True, False))
    known, unknown = (
        updated(prior(SMALL), 0, 3, 0, is_right).mean[0] for is_right in (True, False)
    )

    assert -wrong > right
    assert -unknown == pytest.approx(known)


@pytest.mark.parametrize("is_correct", [True, False])
def test_harder_item_counts_more_when_right_and_less_when_wrong(is_correct: bool) -> None:
    easy, hard = (updated(prior(SMALL), 0, step, 4, is_correct).mean[0] for step in (1, 5))

    assert hard > easy


def test_belief_follows_the_exact_posterior_of_one_topic() -> None:
    theta = np.linspace(-9, 9, 6001)
    density = np.exp(-(theta**2) / (2 * ABILITY_DEVIATION**2))
    density *= 0.25 + 0.75 / (1 + np.exp(-(theta - 0.8)))
    density /= density.sum()
    mean = float(density @ theta)

    belief = updated(prior([0]), 0, 4, 4, True)

    assert belief.mean[0] == pytest.approx(mean, abs=1e-3)
    variance = float(density @ (theta - mean) ** 2)
    assert belief.covariance[0, 0] == pytest.approx(variance, abs=1e-3)


@few
@given(
    st.lists(
        st.builds(
            Answer,
            st.integers(0, 27),
            st.floats(1, 5),
            st.sampled_from([0, 4, 5]),
            st.booleans(),
            st.floats(0.4, 2.5),
        ),
        max_size=30,
    )
)
def test_belief_stays_a_distribution_whatever_is_answered(answers: list[Answer]) -> None:
    belief = posterior_after(TRACK, answers)
    mean, deviation = masteries(belief)

    assert np.allclose(belief.covariance, belief.covariance.T)
    assert np.linalg.eigvalsh(belief.covariance).min() > 0
    assert ((mean > 0) & (mean < 1) & (deviation > 0) & (deviation < 0.5)).all()
    assert len(belief.deviations) == len(answers)


@few
@given(st.integers(0, 99), st.sampled_from([0.0, 0.3, 0.7, 1.0]))
def test_assessment_keeps_its_limits_and_asks_every_topic(seed: int, share: float) -> None:
    taken = take(luck(seed, share))

    assert 28 <= len(taken) <= 40
    assert {candidate.topic for candidate, _ in taken} == set(range(28))
    assert len({candidate.item for candidate, _ in taken}) == len(taken)


def test_same_answers_lead_to_the_same_items_and_the_same_belief() -> None:
    first, second = (take(luck(5, 0.6)) for _ in range(2))
    beliefs = [posterior_after(TRACK, [answer for _, answer in each]) for each in (first, second)]

    assert first == second
    assert beliefs[0].mean.tolist() == beliefs[1].mean.tolist()
    assert beliefs[0].deviations == beliefs[1].deviations


def test_replaying_the_answers_gives_the_belief_of_answering_them() -> None:
    belief = prior(SMALL, [1, 2, 3, 4])
    for topic in (0, 2, 3):
        belief = updated(belief, topic, 2, 4, topic != 2, 1.3)

    replayed = posterior_after(
        SMALL, [Answer(topic, 2, 4, topic != 2, 1.3) for topic in (0, 2, 3)], [1, 2, 3, 4]
    )

    assert replayed.mean.tolist() == belief.mean.tolist()
    assert replayed.deviations == belief.deviations


def test_topics_never_asked_are_all_that_is_left_when_they_fill_the_rest() -> None:
    limits = Limits(fewest=4, most=6)
    candidates = [Candidate(f"{t}-{n}", t, 3, 4) for t in range(4) for n in range(5)]

    chosen = next_candidate(prior(SMALL), [0, 0, 1, 1], candidates, limits)

    assert chosen is not None
    assert chosen.topic in {2, 3}


def test_settled_assessment_goes_on_for_a_topic_never_asked() -> None:
    settled = replace(prior(SMALL), deviations=(0.1,))
    candidates = [Candidate(f"t{t}", t, 3, 4) for t in range(4)]
    limits = Limits(fewest=3, most=40)

    last = next_candidate(settled, [0, 1, 2], candidates, limits)

    assert last == candidates[3]
    assert next_candidate(settled, [0, 1, 2, 3], candidates, limits) is None


def test_more_topics_than_items_do_not_bar_telling_items() -> None:
    candidates = [Candidate(f"t{t}", t, 3, 4) for t in range(4)]

    assert next_candidate(prior(SMALL), [0], candidates, Limits(2, 2)) is not None
    assert next_candidate(prior(SMALL), [0, 1], candidates, Limits(2, 2)) is None


@pytest.mark.parametrize(
    ("deviations", "expected"),
    [
        ((), False),
        ((0.141,), False),
        ((0.14,), True),
        ((0.2, 0.2, 0.2, 0.2, 0.2), False),
        ((0.2, 0.2, 0.2, 0.2, 0.2, 0.197), True),
        ((0.2, 0.2, 0.2, 0.2, 0.2, 0.195), False),
    ],
)
def test_assessment_is_settled_when_precise_or_no_longer_gaining(
    deviations: tuple[float, ...], expected: bool
) -> None:
    assert is_settled(replace(prior(SMALL), deviations=deviations)) is expected


def test_item_that_suits_the_learner_is_chosen() -> None:
    able = Posterior(np.full(4, 2.0), prior(SMALL).covariance)
    weak = Posterior(np.full(4, -2.0), prior(SMALL).covariance)
    candidates = [Candidate(f"d{step}", 0, step, 4) for step in range(1, 6)]

    hard, easy = (next_candidate(each, [], candidates) for each in (able, weak))

    assert hard is not None
    assert easy is not None
    assert hard.difficulty >= 4
    assert easy.difficulty <= 2


def test_sharper_item_is_preferred() -> None:
    candidates = [Candidate("blunt", 0, 3, 4, 0.7), Candidate("sharp", 0, 3, 4, 1.5)]

    assert next_candidate(prior(SMALL), [], candidates) == candidates[1]


def test_topic_that_weighs_more_is_asked_first_and_counts_more() -> None:
    candidates = [Candidate(f"t{t}", t, 3, 4) for t in range(4)]
    belief = prior(SMALL, [1, 1, 1, 9])
    after_last, after_first = (updated(belief, topic, 3, 4, True) for topic in (3, 0))

    assert next_candidate(belief, [], candidates) == candidates[3]
    assert mean_deviation(after_last) < mean_deviation(after_first)


def test_answers_lower_the_deviation() -> None:
    trail = posterior_after(SMALL, [Answer(n % 4, 3, 4, n % 3 > 0) for n in range(16)]).deviations

    assert trail[-1] < 0.85 * trail[0]


def test_at_once_is_the_same_belief_without_the_trail() -> None:
    rng = Random(5)
    answers = [Answer(rng.randrange(28), 1 + 4 * rng.random(), 5, rng.random() < 0.5)
               for _ in range(40)]  # fmt: skip

    slow, quick = posterior_after(TRACK, answers), posterior_at_once(TRACK, answers)

    assert np.allclose(quick.mean, slow.mean)
    assert np.allclose(quick.covariance, slow.covariance)
    assert quick.deviations == ()


def test_at_once_without_answers_is_the_prior() -> None:
    assert np.array_equal(posterior_at_once(SMALL, []).covariance, prior(SMALL).covariance)
