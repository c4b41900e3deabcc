from collections import Counter
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnconnect_app.domain.abilities import chance
from learnconnect_app.domain.drawing import (
    Drawn,
    PoolItem,
    draw,
    shares,
)
from learnconnect_app.domain.errors import DomainError

few = settings(max_examples=8, deadline=None)
TOPICS = [f"t{n}" for n in range(7)]
EQUAL = dict.fromkeys(TOPICS, 1.0)


def pool_of(topics: list[str] = TOPICS, items: int = 15) -> list[PoolItem]:
    """Each topic with all difficulties; every third item is a template."""
    return [
        PoolItem(f"{topic}-{n}", topic, n % 5 + 1, 4, is_template=n % 3 == 0, times_seen=0)
        for topic in topics
        for n in range(items)
    ]


POOL = pool_of()
BY_KEY = {item.key: item for item in POOL}


def items_of(drawn: list[Drawn]) -> list[PoolItem]:
    return [BY_KEY[each.key] for each in drawn]


def drawn_for(theta: float, step: int = 0, seed: int = 1) -> list[PoolItem]:
    abilities = dict.fromkeys(TOPICS, theta)
    drawn = draw(
        Random(seed), pool=POOL, weights=EQUAL, count=30, theta=abilities, target_step=step
    )
    return items_of(drawn)


def expected_share(items: list[PoolItem], theta: float) -> float:
    return sum(chance(theta, item.difficulty, item.options) for item in items) / len(items)


def mean_difficulty(items: list[PoolItem]) -> float:
    return sum(item.difficulty for item in items) / len(items)


@few
@given(
    st.integers(0, 999),
    st.integers(1, 60),
    st.lists(st.integers(1, 3), min_size=7, max_size=7),
    st.lists(st.integers(0, 2), min_size=105, max_size=105),
    st.integers(-2, 2),
)
def test_draw_keeps_its_promises(
    seed: int, count: int, weights: list[int], seen: list[int], step: int
) -> None:
    pool = [replace(item, times_seen=times) for item, times in zip(POOL, seen, strict=True)]
    by_key = {item.key: item for item in pool}
    drawn = draw(
        Random(seed),
        pool=pool,
        weights=dict(zip(TOPICS, map(float, weights), strict=True)),
        count=count,
        theta={},
        target_step=step,
    )
    uses = Counter(each.key for each in drawn)
    seeds = [each.seed for each in drawn if each.seed is not None]

    assert len(drawn) == count
    assert all(uses[key] <= (2 if by_key[key].is_template else 1) for key in uses)
    assert all((each.seed is None) != by_key[each.key].is_template for each in drawn)
    assert all(by_key[key].is_template or not by_key[key].times_seen for key in uses)
    assert len(set(seeds)) == len(seeds)


def test_same_source_of_chance_draws_the_same_test() -> None:
    assert drawn_for(0.5, seed=4) == drawn_for(0.5, seed=4) != drawn_for(0.5, seed=5)


@pytest.mark.parametrize(
    ("weights", "capacity", "count", "expected"),
    [
        ({"a": 1, "b": 1, "c": 1}, {"a": 9, "b": 9, "c": 9}, 9, {"a": 3, "b": 3, "c": 3}),
        ({"a": 2, "b": 1, "c": 1}, {"a": 9, "b": 9, "c": 9}, 8, {"a": 4, "b": 2, "c": 2}),
        ({"a": 5, "b": 3, "c": 2}, {"a": 9, "b": 9, "c": 9}, 4, {"a": 2, "b": 1, "c": 1}),
        ({"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 9, "c": 9}, 9, {"a": 1, "b": 4, "c": 4}),
        ({"a": 1, "b": 1, "c": 1}, {"a": 0, "b": 2, "c": 9}, 9, {"a": 0, "b": 2, "c": 7}),
        ({"a": 1, "b": 1}, {"a": 2, "b": 3}, 5, {"a": 2, "b": 3}),
    ],
)
def test_topics_share_by_weight_and_what_one_lacks_goes_to_the_others(
    weights: dict[str, float], capacity: dict[str, int], count: int, expected: dict[str, int]
) -> None:
    assert shares(Random(1), weights, capacity, count) == expected


@pytest.mark.parametrize("seed", range(3))
def test_equal_topics_differ_by_one_question_at_most(seed: int) -> None:
    counts = Counter(item.topic for item in drawn_for(0.0, seed=seed))

    assert sorted(counts.values()) == [4, 4, 4, 4, 4, 5, 5]


def test_topic_without_weight_is_not_asked() -> None:
    drawn = draw(
        Random(1), pool=POOL, weights={"t1": 1.0, "t2": 1.0, "t3": 0.0}, count=10, theta={}
    )

    assert {item.topic for item in items_of(drawn)} == {"t1", "t2"}


def test_short_pool_is_refused() -> None:
    pool = pool_of(["t1"], items=3)
    assert len(draw(Random(1), pool=pool, weights={"t1": 1.0}, count=4, theta={})) == 4

    with pytest.raises(DomainError) as refusal:
        draw(Random(1), pool=pool, weights={"t1": 1.0}, count=5, theta={})
    assert refusal.value.code == "not_enough_items"


def test_items_by_hand_come_once_and_seen_templates_only_after_unseen_items() -> None:
    pool = [
        PoolItem("by hand", "t", 3, 4, is_template=False, times_seen=0),
        PoolItem("seen by hand", "t", 3, 4, is_template=False, times_seen=1),
        PoolItem("template", "t", 3, 4, is_template=True, times_seen=0),
        PoolItem("seen template", "t", 3, 4, is_template=True, times_seen=3),
    ]

    def keys(count: int) -> list[str]:
        drawn = draw(Random(2), pool=pool, weights={"t": 1}, count=count, theta={})
        return sorted(each.key for each in drawn)

    assert keys(2) == ["by hand", "template"]
    assert keys(3) == ["by hand", "seen template", "template"]
    assert keys(5) == ["by hand", "seen template", "seen template", "template", "template"]


def test_variant_that_was_seen_comes_only_when_no_other_is_left() -> None:
    template = PoolItem("a", "t", 3, 4, True, times_seen=2, seen_seeds=frozenset({1, 2}))

    def seeds(of: range) -> set[int | None]:
        drawn = draw(Random(1), pool=[template], weights={"t": 1}, count=2, theta={}, seeds=of)
        return {each.seed for each in drawn}

    assert seeds(range(1, 5)) == {3, 4}
    assert seeds(range(1, 3)) == {1, 2}


@pytest.mark.parametrize("theta", [0.0, 0.5, 1.0, 1.5])
def test_expected_score_is_three_quarters_at_the_learners_ability(theta: float) -> None:
    assert expected_share(drawn_for(theta), theta) == pytest.approx(0.75, abs=0.005)


def test_abilities_of_the_topics_are_averaged_over_the_test() -> None:
    theta = {topic: (-1.0, 0.5, 2.0)[n % 3] for n, topic in enumerate(TOPICS)}
    items = items_of(draw(Random(1), pool=POOL, weights=EQUAL, count=30, theta=theta))
    score = sum(chance(theta[item.topic], item.difficulty, item.options) for item in items) / 30

    assert score == pytest.approx(0.75, abs=0.005)


def test_out_of_reach_the_draw_comes_as_near_as_the_spread_allows() -> None:
    novice, expert = drawn_for(-3.0), drawn_for(4.0)

    assert mean_difficulty(novice) < 2
    assert mean_difficulty(expert) > 4


@pytest.mark.parametrize("theta", [-3.0, 0.5, 4.0])
@pytest.mark.parametrize("step", [-2, 0, 2])
def test_no_difficulty_is_more_than_half_of_the_test(theta: float, step: int) -> None:
    counts = Counter(item.difficulty for item in drawn_for(theta, step))

    assert max(counts.values()) <= 15
    assert len(counts) >= 2


@pytest.mark.parametrize("step", [-1, 1])
def test_each_step_moves_the_mean_difficulty_by_one(step: int) -> None:
    neutral, stepped = drawn_for(0.8), drawn_for(0.8, step)

    assert mean_difficulty(stepped) == pytest.approx(mean_difficulty(neutral) + step, abs=0.04)


def test_topics_are_mixed_and_the_test_grows_harder() -> None:
    items = drawn_for(1.0)
    topics = [item.topic for item in items]

    assert all(topic != following for topic, following in pairwise(topics))
    assert mean_difficulty(items[:10]) + 1 < mean_difficulty(items[-10:])
