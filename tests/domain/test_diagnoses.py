import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnconnect_app.domain.attempts import GradedAnswer, Result, percent, summarise
from learnconnect_app.domain.diagnoses import (
    EXTRA_DAYS,
    Severity,
    diagnose,
    draw_weights,
    severity,
    suggests_other_role,
)

few = settings(max_examples=25, deadline=None)


def result(right_of_each: dict[str, tuple[int, int]]) -> Result:
    """A test with so many right of so many items for each topic."""
    return summarise(
        [
            GradedAnswer(topic, "week", n < right, 60, 60, 3, True)
            for topic, (right, total) in right_of_each.items()
            for n in range(total)
        ]
    )


@pytest.mark.parametrize(
    ("score", "expected", "days"),
    [
        (69.9, "low", 2),
        (60, "low", 2),
        (59.99, "medium", 3),
        (45, "medium", 3),
        (44.99, "high", 4),
        (0, "high", 4),
    ],
)
def test_severity_sets_the_extra_days(score: float, expected: str, days: int) -> None:
    found = severity(score)
    assert found.value == expected
    assert EXTRA_DAYS[found] == days


@pytest.mark.parametrize(
    ("correct", "total", "expected"),
    [
        (18, 30, Severity.LOW),
        (17, 30, Severity.MEDIUM),
        (9, 20, Severity.MEDIUM),
        (27, 60, Severity.MEDIUM),
        (13, 30, Severity.HIGH),
    ],
)
def test_limits_hold_for_whole_items(correct: int, total: int, expected: Severity) -> None:
    assert severity(percent(correct, total)) is expected


def test_extra_days_go_to_the_weakest_topics() -> None:
    found = diagnose(result({"a": (4, 5), "b": (0, 5), "c": (2, 5), "d": (3, 5), "e": (5, 5)}))
    assert (found.severity, found.extra_days) == (Severity.MEDIUM, 3)
    assert found.topics == ("b", "c", "d")


def test_weakest_topics_come_again_when_few_were_wrong() -> None:
    found = diagnose(result({"a": (0, 10), "b": (1, 10), "c": (3, 3)}))
    assert found.topics == ("a", "b", "a", "b")
    assert diagnose(result({"a": (0, 4), "b": (6, 6)})).topics == ("a", "a")


@pytest.mark.parametrize("answers", [{}, {"a": (7, 10)}])
def test_only_a_failed_test_is_diagnosed(answers: dict[str, tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="failed"):
        diagnose(result(answers))


scores = st.integers(1, 8).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@few
@given(
    st.dictionaries(st.sampled_from("abcdefg"), scores, min_size=1)
    .map(result)
    .filter(lambda found: not found.is_passed)
)
def test_each_extra_day_has_a_topic_with_a_wrong_answer_and_weaker_ones_never_less(
    test: Result,
) -> None:
    found = diagnose(test)
    weakest_first = [topic.topic for topic in test.topics if topic.correct < topic.total]
    days = [found.topics.count(topic) for topic in weakest_first]
    assert sum(days) == len(found.topics) == found.extra_days == EXTRA_DAYS[found.severity]
    assert days == sorted(days, reverse=True)
    assert max(days) - min(days) <= 1


@pytest.mark.parametrize(("failed", "expected"), [(0, False), (2, False), (3, True), (4, True)])
def test_third_failed_attempt_suggests_another_role(failed: int, expected: bool) -> None:
    assert suggests_other_role(failed) is expected


def test_weak_topics_count_double_in_a_retest() -> None:
    weights = draw_weights(["a", "b", "c"], ["b", "elsewhere"])
    assert weights == {"a": 1.0, "b": 2.0, "c": 1.0}
