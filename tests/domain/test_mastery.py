import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnconnect_app.domain import abilities
from learnconnect_app.domain.assessments import posterior_after, updated
from learnconnect_app.domain.mastery import (
    FEATURES,
    LOOSE_FEATURES,
    ItemState,
    LearnerState,
    TopicState,
    after_answer,
    features,
    from_assessment,
    item_after_answer,
    learner_from_assessment,
    learner_from_json,
    loose_features,
    predicted_correct,
    to_json,
    topic_from_json,
    topic_mastery,
)
from learnconnect_app.domain.mastery_weights import WEIGHTS

few = settings(max_examples=10, deadline=None)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
States = tuple[LearnerState, TopicState]
outcomes = st.lists(st.booleans(), max_size=12)
seeds = st.builds(from_assessment, st.floats(-3, 3), st.floats(0.1, 1.4)) | st.just(TopicState())


def practised(
    answers: list[bool] | str,
    start: States | TopicState | None = None,
    difficulty: float = 3,
    at: datetime = NOON,
) -> States:
    """States after these answers, a minute apart; in a string 1 is right."""
    begin = start if isinstance(start, tuple) else (LearnerState(), start or TopicState())
    learner, topic = begin
    for minute, answer in enumerate(answers):
        learner, topic = after_answer(
            learner,
            topic,
            difficulty=difficulty,
            options=4,
            is_correct=answer in (True, "1"),
            at=at + timedelta(minutes=minute),
        )
    return learner, topic


def mastery(states: States, at: datetime = NOON + timedelta(hours=1)) -> float:
    return topic_mastery(*states, at)


@pytest.mark.parametrize(("mean", "variance"), [(-2.0, 0.3), (0.4, 0.9), (1.5, 0.1)])
def test_assessment_and_practice_tell_one_story(mean: float, variance: float) -> None:
    topic = from_assessment(mean, variance)

    found = topic_mastery(LearnerState(), topic, NOON)

    assert found == pytest.approx(abilities.mastery(mean, variance), abs=0.01)
    assert topic_mastery(LearnerState(), topic, NOON + timedelta(days=60)) == found


def test_topics_of_an_assessment_keep_their_estimates_beside_the_general_term() -> None:
    belief = updated(posterior_after([0, 0, 1], []), 0, 3, 4, True)
    mean, covariance = belief.mean.tolist(), belief.covariance.tolist()
    learner = learner_from_assessment(mean, covariance)

    assert learner.elo == pytest.approx(sum(mean) / 3)
    assert learner.variance == pytest.approx(
        (covariance[0][1] + covariance[0][2] + covariance[1][2]) / 3
    )
    for n in range(3):
        topic = from_assessment(mean[n], covariance[n][n], learner)
        expected = abilities.mastery(mean[n], covariance[n][n])
        assert topic_mastery(learner, topic, NOON) == pytest.approx(expected, abs=0.01)


def test_surer_assessment_moves_less() -> None:
    moved = [
        mastery(practised("0", from_assessment(1.0, variance)))
        - mastery(practised("", from_assessment(1.0, variance)))
        for variance in (0.1, 1.0)
    ]

    assert moved[1] < 2 * moved[0] < 0


@few
@given(outcomes, seeds, st.integers(1, 5))
def test_right_answer_raises_mastery_and_a_wrong_one_lowers_it(
    answers: list[bool], seed: TopicState, difficulty: int
) -> None:
    before = practised(answers, seed)
    later = NOON + timedelta(minutes=len(answers))
    right, wrong = (
        mastery(practised([is_correct], before, difficulty, later)) for is_correct in (True, False)
    )

    assert right > wrong
    assert right > mastery(before) - 0.015
    assert wrong < mastery(before) + 0.015


@few
@given(outcomes, seeds, st.floats(0, 400), st.floats(0, 400))
def test_mastery_never_rises_by_time_alone(
    answers: list[bool], seed: TopicState, days: float, more: float
) -> None:
    states = practised(answers, seed)
    soon = NOON + timedelta(days=1 + days)

    assert mastery(states, soon + timedelta(days=more)) <= mastery(states, soon)


def test_what_is_not_practised_fades() -> None:
    states = practised("1111111111")

    assert mastery(states, NOON + timedelta(days=60)) < mastery(states) - 0.03


def test_wrong_answer_after_a_long_time_does_not_restore_what_faded() -> None:
    spring = NOON + timedelta(days=90)
    states = practised("1110111011")

    assert mastery(practised("0", states, at=spring), spring) < mastery(states, spring)


@pytest.mark.parametrize(
    ("answers", "low", "high"),
    [("", 0.49, 0.51), ("1111111111", 0.8, 0.95), ("0000000000", 0.05, 0.25)],
)
def test_mastery_goes_where_the_answers_point(answers: str, low: float, high: float) -> None:
    assert low < mastery(practised(answers)) < high


def test_latest_answers_count_most() -> None:
    assert mastery(practised("0000011111")) > mastery(practised("1111100000")) + 0.03


def test_answer_in_one_topic_moves_the_others_a_little() -> None:
    learner, topic = practised("1")
    own, other = (mastery((learner, each)) for each in (topic, TopicState()))

    assert own - 0.01 > other > 0.51


def test_right_answer_that_is_easily_guessed_counts_less() -> None:
    risen = [
        after_answer(
            LearnerState(), TopicState(), difficulty=3, options=options, is_correct=True, at=NOON
        )[1].elo
        for options in (0, 5, 2)
    ]

    assert risen == sorted(risen, reverse=True)
    assert risen[0] > 1.5 * risen[2] > 0


@few
@given(outcomes, seeds, st.floats(1, 5), st.sampled_from([0, 2, 4, 5]))
def test_prediction_lies_between_guessing_and_certainty(
    answers: list[bool], seed: TopicState, difficulty: float, options: int
) -> None:
    learner, topic = practised(answers, seed)
    easy, hard = (
        predicted_correct(learner, topic, difficulty=step, options=options, at=NOON)
        for step in (difficulty, difficulty + 0.5)
    )

    assert abilities.guessing(options) <= hard < easy <= 1


@few
@given(outcomes, seeds)
def test_states_keep_through_json(answers: list[bool], seed: TopicState) -> None:
    learner, topic = practised(answers, seed)
    kept = json.loads(json.dumps([to_json(learner), to_json(topic)]))
    again = learner_from_json(kept[0]), topic_from_json(kept[1])

    assert again[1].last_at == topic.last_at
    assert again[1].answers == topic.answers == len(answers)
    assert mastery(again) == pytest.approx(mastery((learner, topic)), abs=1e-3)
    assert len(json.dumps(kept[1])) < 250


@few
@given(st.lists(st.booleans(), min_size=30, max_size=40), st.sampled_from([1.0, 5.0]))
def test_estimate_stays_sane_over_many_answers(answers: list[bool], difficulty: float) -> None:
    learner, topic = practised(answers, difficulty=difficulty)

    assert topic.variance is not None
    assert 0 < topic.variance <= 1.44
    assert 0 < learner.variance <= 0.72
    assert -8 < learner.elo + topic.elo < 8


def test_item_that_is_missed_by_the_able_turns_out_harder() -> None:
    able = practised("1111111")
    missed, solved = (
        item_after_answer(ItemState(2), *able, options=4, is_correct=is_correct, at=NOON)
        for is_correct in (False, True)
    )

    assert missed.difficulty > 2.05 > 2 > solved.difficulty > 1.9
    assert missed.variance < ItemState(2).variance


def test_answers_as_expected_leave_an_item_where_it_is() -> None:
    states = practised("11111111")
    chance = predicted_correct(*states, difficulty=3, options=4, at=NOON)
    item = ItemState(3, 0.01)
    up, down = (
        item_after_answer(item, *states, options=4, is_correct=is_correct, at=NOON).difficulty - 3
        for is_correct in (False, True)
    )

    assert (1 - chance) * up + chance * down == pytest.approx(0, abs=0.0004)


def test_layer_says_nothing_of_a_topic_never_practised() -> None:
    learner = replace(LearnerState(), elo=1.0, right=9, wrong=2)

    assert set(features(learner, TopicState(), 1.0)) == {0.0}


def test_each_feature_has_a_name_and_each_weight_a_feature() -> None:
    states = practised("101")

    assert len(features(*states, 0.0)) == len(FEATURES)
    assert len(loose_features(*states, 0.0, NOON)) == len(LOOSE_FEATURES)
    assert set(WEIGHTS) == set(FEATURES)
