"""What may be entered in the goal wizard, and where it was left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.exams import Exam, ExamTest, Section
from learnconnect_app.domain.study_goals import (
    PARTS_OF_DAY,
    Entered,
    Step,
    checked_choice,
    checked_exam_day,
    checked_minutes,
    checked_ratings,
    checked_target,
    hours_of,
    parts_of,
    questions_that_count,
    step_to_show,
)

TODAY = date(2026, 11, 21)


def refusal(act: Callable[..., object], *arguments: object) -> tuple[str, str]:
    """Code and field."""
    with pytest.raises(DomainError) as refused:
        act(*arguments)
    return refused.value.code, refused.value.field


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "exam_missing"),
        ("  ", "exam_missing"),
        ("next June", "exam_unreadable"),
        ("2027-02-30", "exam_unreadable"),
        ("2026-11-20", "exam_past"),
        ("2026-11-21", "exam_past"),
        ("2026-11-22", "exam_past"),
        ("2031-06-19", "exam_far"),
    ],
)
def test_exam_day_is_refused_with_its_reason(text: str, code: str) -> None:
    assert refusal(checked_exam_day, text, TODAY) == (code, "exam_day")


def test_exam_day_may_be_two_days_or_years_ahead() -> None:
    assert checked_exam_day(" 2026-11-23 ", TODAY) == TODAY + timedelta(2)
    assert checked_exam_day("2029-06-16", TODAY) == date(2029, 6, 16)


@pytest.mark.parametrize("text", ["85.5", "85,5", " 85,50 "])
def test_target_is_read_with_comma_or_point(text: str) -> None:
    assert checked_target("net", text, "", 120) == {"kind": "net", "value": 85.5, "name": ""}


def test_no_target_is_a_target_too() -> None:
    assert checked_target("", "12", "x", 120) == {}
    assert checked_target("fame", "12", "x", 120) == {}


def test_programme_has_a_name_and_the_net_it_needs() -> None:
    target = checked_target("programme", "95", "  Ankara Üniversitesi Tıp  ", 160)
    assert target == {"kind": "programme", "value": 95.0, "name": "Ankara Üniversitesi Tıp"}


@pytest.mark.parametrize(
    ("kind", "value", "name", "answer"),
    [
        ("net", "", "", ("target_missing", "target_value")),
        ("net", "a lot", "", ("target_unreadable", "target_value")),
        ("net", "nan", "", ("target_unreadable", "target_value")),
        ("net", "inf", "", ("target_unreadable", "target_value")),
        ("net", "-3", "", ("target_unreadable", "target_value")),
        ("net", "0", "", ("target_unreadable", "target_value")),
        ("net", "121", "", ("target_too_high", "target_value")),
        ("score", "1001", "", ("target_too_high", "target_value")),
        ("programme", "90", " ", ("programme_missing", "target_name")),
    ],
)
def test_target_is_refused_beside_its_field(
    kind: str, value: str, name: str, answer: tuple[str, str]
) -> None:
    assert refusal(checked_target, kind, value, name, 120) == answer


def test_score_may_be_more_than_there_are_questions() -> None:
    assert checked_target("score", "450", "", 120)["value"] == 450


def test_minutes_are_kept_by_weekday_and_nothing_typed_is_none() -> None:
    assert checked_minutes(["60", "", "90", "0", " 45 ", "120", "0"], [6]) == [
        60, 0, 90, 0, 45, 120, 0,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "rest", "answer"),
    [
        (["60"] * 7, range(7), ("all_rest", "rest_weekdays")),
        (["0"] * 7, [], ("minutes_none", "minutes_mon")),
        (["0"] * 6 + ["60"], [0, 6], ("minutes_none", "minutes_tue")),
        (["60", "1440"] + ["60"] * 5, [], ("minutes_too_many", "minutes_tue")),
        (["60", "9" * 400] + ["60"] * 5, [], ("minutes_too_many", "minutes_tue")),
        (["60", "-5"] + ["60"] * 5, [], ("minutes_unreadable", "minutes_tue")),
        (["60", "1.5"] + ["60"] * 5, [], ("minutes_unreadable", "minutes_tue")),
        (["60", "²"] + ["60"] * 5, [], ("minutes_unreadable", "minutes_tue")),
    ],
)
def test_impossible_weeks_are_refused_beside_the_day(
    texts: list[str], rest: list[int], answer: tuple[str, str]
) -> None:
    assert refusal(checked_minutes, texts, rest) == answer


def test_hours_are_chosen_by_parts_of_the_day() -> None:
    assert hours_of(["evening", "morning"]) == [8, 9, 10, 11, 17, 18, 19, 20]
    assert parts_of(hours_of(["evening", "morning"])) == ("morning", "evening")
    assert parts_of([]) == ()
    assert sorted(hour for hours in PARTS_OF_DAY.values() for hour in hours) == list(range(5, 24))


def test_every_subject_is_rated() -> None:
    assert checked_ratings({"a": "1", "b": "5", "c": "3"}, ["a", "b"]) == {"a": 1, "b": 5}
    assert refusal(checked_ratings, {"a": "1"}, ["a", "b"]) == ("rating_missing", "rating_b")
    assert refusal(checked_ratings, {"a": "6"}, ["a"]) == ("rating_missing", "rating_a")


def test_a_choice_is_one_of_those_there_are() -> None:
    assert checked_choice("beginner", ["beginner"], "level") == "beginner"
    assert refusal(checked_choice, "", ["beginner"], "level") == ("choose_one", "level")


@pytest.mark.parametrize(
    ("entered", "reached"),
    [
        (Entered(), Step.EXAM),
        (Entered(has_score=True), Step.TARGET),
        (Entered(has_score=True, has_time=True, has_level=True), Step.TARGET),
        (Entered(True, True, True, True), Step.ASSESSMENT),
        (Entered(True, True, True, True, True), Step.SUGGESTION),
    ],
)
def test_a_step_opens_when_all_before_it_is_filled_in(entered: Entered, reached: Step) -> None:
    assert entered.reached is reached


def test_the_wizard_opens_where_it_was_left_if_that_is_still_possible() -> None:
    assert step_to_show("time", Step.SUGGESTION) is Step.TIME
    assert step_to_show("suggestion", Step.TARGET) is Step.TARGET
    assert step_to_show("nowhere", Step.SUGGESTION) is Step.EXAM


def test_steps_follow_each_other_to_the_last() -> None:
    assert Step.EXAM.following is Step.TARGET
    assert Step.SUGGESTION.following is Step.SUGGESTION
    assert (Step.TARGET.before, Step.EXAM.before) == (Step.EXAM, Step.EXAM)


def test_questions_count_by_section_or_by_course_also_without_content() -> None:
    exam = Exam(
        tests=(
            ExamTest(
                "one",
                60,
                (
                    Section("words", 40, {"language": 40}),
                    Section("science", 40, {"physics": 14, "chemistry": 26}),
                    Section("foreign", 80, {}),
                ),
            ),
        ),
        scores={"a": {"words": 50, "physics": 50}, "b": {"words": 40, "foreign": 60}},
    )
    assert questions_that_count(exam, "a") == 54
    assert questions_that_count(exam, "b") == 120
