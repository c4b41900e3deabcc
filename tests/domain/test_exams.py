"""The structure of exams, on YKS as its content says it and on a small one without a penalty."""

from __future__ import annotations

import pytest

from learnconnect_app.domain.exams import (
    Exam,
    ExamTest,
    Section,
    assessment_blueprint,
    course_weights,
    items_that_count,
    mock_blueprint,
    net,
)

DRIVING = Exam(
    tests=(
        ExamTest(
            "theory",
            45,
            (Section("all", 50, {"traffic": 23, "first-aid": 12, "engine": 9, "manners": 6}),),
        ),
    ),
    scores={"pass": {"all": 100}},
)
TWO_PARTS = Exam(
    tests=(
        ExamTest("one", 60, (Section("words", 40, {"language": 40}),)),
        ExamTest(
            "two",
            60,
            (
                Section("science", 40, {"physics": 14, "chemistry": 13, "biology": 13}),
                Section("essay", 10, {}),
                Section("history-1", 10, {"history": 10}),
                Section("history-2", 11, {"history": 11}),
            ),
        ),
    ),
    scores={
        "science": {"words": 40, "physics": 20, "chemistry": 20, "biology": 20},
        "arts": {"words": 40, "history-1": 30, "history-2": 30},
    },
    wrong_for_a_right=4,
)


@pytest.mark.parametrize(
    ("right", "wrong", "expected"), [(30, 8, 28.0), (0, 4, -1.0), (40, 0, 40.0), (10, 3, 9.25)]
)
def test_four_wrong_answers_take_a_right_one_away(right: int, wrong: int, expected: float) -> None:
    assert net(right, wrong, 4) == expected


def test_without_a_penalty_wrong_answers_take_nothing() -> None:
    assert net(30, 20, None) == 30


def test_a_section_is_shared_by_its_courses_in_proportion_to_their_items() -> None:
    assert course_weights(DRIVING, "pass") == pytest.approx(
        {"traffic": 46, "first-aid": 24, "engine": 18, "manners": 12}
    )


def test_a_course_may_count_for_itself_or_in_two_sections() -> None:
    science = course_weights(TWO_PARTS, "science")
    assert science == {"language": 40, "physics": 20, "chemistry": 20, "biology": 20}
    assert course_weights(TWO_PARTS, "arts") == {"language": 40, "history": 60}


def test_only_what_counts_is_counted() -> None:
    assert items_that_count(TWO_PARTS, "arts") == {"language": 40, "history": 21}
    assert "history" not in items_that_count(TWO_PARTS, "science")


def test_an_assessment_asks_in_proportion_and_at_least_two_of_each_course() -> None:
    assert assessment_blueprint(DRIVING, "pass") == {
        "traffic": 18,
        "first-aid": 10,
        "engine": 7,
        "manners": 5,
    }
    few = assessment_blueprint(TWO_PARTS, "science", items=5)
    assert few == dict.fromkeys(few, 2)


def test_a_mock_has_the_sections_of_the_sitting_that_have_content() -> None:
    assert mock_blueprint(TWO_PARTS, "two") == [
        ("science", {"physics": 14, "chemistry": 13, "biology": 13}),
        ("history-1", {"history": 10}),
        ("history-2", {"history": 11}),
    ]
