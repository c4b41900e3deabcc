import random
from collections.abc import Iterable
from dataclasses import asdict, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnconnect_app.domain.attempts import (
    ITEM_COUNT,
    AttemptKind,
    CourseResult,
    GradedAnswer,
    Result,
    TopicResult,
    is_passed,
    next_target_step,
    percent,
    summarise,
    time_limit_seconds,
)

few = settings(max_examples=25, deadline=None)
RIGHT = GradedAnswer(
    topic="lists",
    course="basics",
    is_correct=True,
    seconds=60,
    expected_seconds=60,
    difficulty=3,
    is_answered=True,
)
WRONG = replace(RIGHT, is_correct=False)
SKIPPED = replace(WRONG, is_answered=False, seconds=0)
answers = st.builds(
    GradedAnswer,
    topic=st.sampled_from(["lists", "sets", "loops"]),
    course=st.just("basics"),
    is_correct=st.booleans(),
    seconds=st.floats(0, 600),
    expected_seconds=st.integers(10, 600),
    difficulty=st.integers(1, 5),
    is_answered=st.booleans(),
)


def test_tests_have_the_items_of_the_rules() -> None:
    assert ITEM_COUNT[AttemptKind.WEEKLY] == 30
    assert ITEM_COUNT[AttemptKind.FINAL] == ITEM_COUNT[AttemptKind.RETEST] == 60


@pytest.mark.parametrize(
    ("correct", "total", "expected"),
    [
        (21, 30, True),
        (20, 30, False),
        (42, 60, True),
        (41, 60, False),
        (7, 10, True),
        (0, 1, False),
        (1, 1, True),
        (0, 0, False),
    ],
)
def test_seventy_percent_pass(correct: int, total: int, expected: bool) -> None:
    assert is_passed(correct, total) is expected


@few
@given(st.integers(1, 10**6), st.data())
def test_percent_agrees_with_the_exact_pass_mark(total: int, data: st.DataObject) -> None:
    correct = data.draw(st.integers(0, total))
    assert (percent(correct, total) >= 70) is is_passed(correct, total)
    assert 0 <= percent(correct, total) <= 100


def test_empty_test_scores_zero() -> None:
    assert percent(0, 0) == 0


@pytest.mark.parametrize(
    ("step", "correct", "expected"),
    [(0, 27, 1), (0, 26, 0), (0, 21, 0), (0, 20, -1), (2, 30, 2), (-2, 0, -2), (1, 20, 0)],
)
def test_difficulty_moves_a_step_after_a_strong_pass_or_a_fail(
    step: int, correct: int, expected: int
) -> None:
    assert next_target_step(step, correct, 30) == expected


def test_strong_pass_needs_exactly_ninety_percent() -> None:
    assert [next_target_step(0, correct, 100) for correct in (89, 90)] == [0, 1]


@pytest.mark.parametrize(
    ("expected_seconds", "limit"),
    [([], 0), ([40], 60), ([41], 120), ([60] * 30, 2700), ([80], 120), ([81], 180)],
)
def test_time_limit_is_half_as_much_again_in_whole_minutes(
    expected_seconds: list[int], limit: int
) -> None:
    assert time_limit_seconds(expected_seconds) == limit


@few
@given(st.lists(st.integers(10, 600), max_size=60))
def test_time_limit_is_the_least_whole_minute_that_is_enough(seconds: list[int]) -> None:
    limit = time_limit_seconds(iter(seconds))
    assert limit % 60 == 0
    assert 0 <= limit - 1.5 * sum(seconds) < 60


def answered(topic: str, marks: str, course: str = "basics") -> list[GradedAnswer]:
    """Answers on a topic, + for right and - for wrong."""
    return [replace(RIGHT, topic=topic, course=course, is_correct=m == "+") for m in marks]


def test_result_lists_topics_and_courses_weakest_first() -> None:
    result = summarise(
        answered("lists", "++-", "data")
        + answered("sets", "+--", "data")
        + answered("loops", "++++", "flow")
    )
    assert (result.correct, result.total) == (7, 10)
    assert result.topics == (
        TopicResult("sets", "data", 1, 3, 1 / 3),
        TopicResult("lists", "data", 2, 3, 2 / 3),
        TopicResult("loops", "flow", 4, 4, 1.0),
    )
    assert result.courses == (
        CourseResult("data", 3, 6, 0.5),
        CourseResult("flow", 4, 4, 1.0),
    )
    assert (result.percent, result.is_passed) == (70.0, True)


def test_of_equally_weak_topics_the_better_known_one_comes_first() -> None:
    result = summarise(answered("a", "+-") + answered("b", "++--") + answered("c", "+-"))
    assert [topic.topic for topic in result.topics] == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("marks", "is_weak"), [("+++--", False), ("++---", True), ("+" * 17 + "-" * 13, True)]
)
def test_topic_is_weak_under_sixty_percent(marks: str, is_weak: bool) -> None:
    assert summarise(answered("lists", marks)).weak_topics == (("lists",) if is_weak else ())


def test_unanswered_is_wrong_and_has_no_speed() -> None:
    result = summarise([replace(RIGHT, seconds=30), SKIPPED])
    assert (result.correct, result.total, result.speed) == (1, 2, 2.0)


@pytest.mark.parametrize(
    ("seconds", "speed"), [(60, 1.0), (30, 2.0), (120, 0.5), (0, 4.0), (1, 4.0), (6000, 0.25)]
)
def test_speed_is_expected_over_taken_time_within_a_factor_of_four(
    seconds: float, speed: float
) -> None:
    assert summarise([replace(RIGHT, seconds=seconds)] * 3).speed == speed


def test_nothing_answered_says_nothing_of_speed() -> None:
    assert summarise([SKIPPED] * 4).speed == 1.0


def test_empty_test_has_an_empty_result() -> None:
    assert summarise([]) == Result(0, 0, (), (), 1.0, 1.0, ())


def consistency(series: Iterable[GradedAnswer]) -> float:
    return summarise(list(series)).consistency


def test_even_test_is_fully_consistent() -> None:
    assert consistency([RIGHT] * 28) == 1
    assert consistency([SKIPPED] * 28) == 1
    assert consistency([RIGHT, RIGHT, RIGHT, WRONG] * 7) == 1


def test_learner_who_falls_off_is_less_consistent_the_more_quarters_are_lost() -> None:
    by_lost_items = [consistency([RIGHT] * (28 - n) + [WRONG] * n) for n in (0, 7, 14)]
    assert by_lost_items == sorted(by_lost_items, reverse=True)
    # correctness alone takes away at most half
    assert by_lost_items[1] == pytest.approx(0.592, abs=0.001)
    assert by_lost_items[2] == pytest.approx(0.528, abs=0.001)


def test_change_of_pace_lowers_consistency() -> None:
    rushed = replace(RIGHT, seconds=15)
    assert consistency([RIGHT] * 14 + [rushed] * 14) == pytest.approx(0.528, abs=0.001)
    assert consistency([RIGHT, rushed] * 14) == 1


def test_slow_but_even_pace_is_consistent() -> None:
    assert consistency([replace(RIGHT, seconds=150)] * 28) == 1


def test_time_of_unanswered_items_does_not_count_as_pace() -> None:
    assert consistency([WRONG] * 14 + [SKIPPED] * 14) == 1


@pytest.mark.parametrize("right", [4, 14, 24])
def test_chance_alone_hardly_lowers_consistency(right: int) -> None:
    shuffle = random.Random(1).shuffle
    series = [RIGHT] * right + [WRONG] * (28 - right)
    found = []
    for _ in range(100):
        shuffle(series)
        found.append(consistency(series))
    assert sum(found) / len(found) > 0.92


@few
@given(st.lists(answers, max_size=40))
def test_result_is_bounded_and_does_not_depend_on_the_order_of_items(
    series: list[GradedAnswer],
) -> None:
    result = summarise(series)
    assert 0 <= result.consistency <= 1
    assert 0.25 <= result.speed <= 4
    assert (
        sum(t.total for t in result.topics) == sum(c.total for c in result.courses) == len(series)
    )
    again = summarise(series[::-1])
    assert (again.topics, again.courses, again.weak_topics) == (
        result.topics,
        result.courses,
        result.weak_topics,
    )


def test_result_can_be_kept_as_plain_values() -> None:
    kept = asdict(summarise(answered("lists", "+-")))
    assert kept["topics"] == (
        {"topic": "lists", "course": "basics", "correct": 1, "total": 2, "accuracy": 0.5},
    )
