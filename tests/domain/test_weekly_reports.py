"""What a report says: honest, with enough answers only, and without blame."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.report_figures import (
    DayFigures,
    Figures,
    ReportedTest,
    SubjectFigures,
    Totals,
)
from learnconnect_app.domain.weekly_reports import (
    CARE,
    FEWEST_ANSWERS,
    HEADLINES,
    WELL,
    headline,
    needs_care,
    next_milestone,
    verdict,
    went_well,
)

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)


def a_week(
    minutes: int = 0, *, worked: int = 0, planned: int = 0, covered: int = 0, kind: str = "missed"
) -> Figures:
    """Everything on the first days of a week."""
    days = [
        DayFigures(
            MONDAY + number * DAY,
            kind="active" if number < worked else kind,
            minutes=minutes if number == 0 else 0,
            planned=planned if number == 0 else 0,
            covered=covered if number == 0 else 0,
        )
        for number in range(7)
    ]
    return Figures(MONDAY, MONDAY + 6 * DAY, tuple(days))


BEFORE = Totals(minutes=200, worked_days=3)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (a_week(kind="vacation"), "away"),
        (a_week(kind="paused"), "away"),
        (a_week(), "quiet"),
        (a_week(planned=300), "quiet"),
        (a_week(120, worked=2), "begun"),
        (a_week(270, worked=5, planned=300, covered=270), "kept"),
        (replace(a_week(220, worked=3), before=BEFORE), "more"),
        (replace(a_week(219, worked=3), before=BEFORE), "steady"),
        (replace(a_week(182, worked=3), before=BEFORE), "steady"),
        (replace(a_week(181, worked=3), before=BEFORE), "less"),
        (replace(a_week(60, worked=1), before=Totals(planned=100)), "begun"),
    ],
)
def test_one_sentence_says_how_it_was(figures: Figures, expected: str) -> None:
    assert headline(figures).code == expected


def test_a_week_that_has_just_begun_is_not_called_quiet() -> None:
    assert headline(a_week(planned=300), is_over=False).code == "fresh"


@pytest.mark.parametrize(
    ("right", "answers", "expected"),
    [
        (0, 0, "none"),
        (0, 3, "few"),
        (9, 9, "few"),
        (8, 10, "strong"),
        (7, 10, "fair"),
        (6, 10, "fair"),
        (5, 10, "weak"),
    ],
)
def test_a_subject_is_judged_from_ten_answers_on(right: int, answers: int, expected: str) -> None:
    assert verdict(SubjectFigures("tyt-fizik", right=right, answers=answers)) == expected


def test_a_subject_that_changed_is_named_with_enough_answers_on_both_sides() -> None:
    def said(before: int, answers_before: int, right: int) -> list[str]:
        subject = SubjectFigures(
            "tyt-fizik",
            right=right,
            answers=20,
            right_before=before,
            answers_before=answers_before,
        )
        figures = replace(a_week(), subjects=(subject,))
        return [each.code for each in (*went_well(figures), *needs_care(figures))]

    assert said(10, 20, 14) == ["subject_better"]
    assert said(5, 9, 14) == []
    assert said(18, 20, 14) == ["subject_worse"]
    assert said(15, 20, 17) == ["subject_strong"]  # and not that it became better, too


def test_tests_and_mistakes_are_told() -> None:
    def a_test(
        kind: str, *, is_passed: bool | None, net: float = 0, before: float = 0
    ) -> ReportedTest:
        return ReportedTest("", kind, MONDAY, 70, is_passed, net or None, before or None)

    figures = replace(
        a_week(),
        tests=(
            a_test("weekly", is_passed=True),
            a_test("quiz", is_passed=False),
            a_test("mock", is_passed=None, net=40.5, before=38),
            a_test("mock", is_passed=None, net=40.5),
        ),
        mistakes_settled=3,
    )
    assert [each.code for each in went_well(figures)] == [
        "test_passed",
        "net_better",
        "mistakes_settled",
    ]
    assert [each.code for each in needs_care(figures)] == ["test_failed"]


def test_a_plan_that_was_too_full_is_what_needs_care() -> None:
    assert [each.code for each in needs_care(a_week(planned=300, covered=179))] == ["plan_too_full"]
    assert needs_care(a_week(planned=300, covered=180)) == ()
    assert needs_care(a_week(planned=59)) == ()


@pytest.mark.parametrize(
    ("streak", "expected"),
    [(0, 7), (6, 7), (7, 30), (100, 200), (200, 365), (364, 365), (365, 730), (730, 1095)],
)
def test_the_next_milestone(streak: int, expected: int) -> None:
    assert next_milestone(streak) == expected


@given(
    st.lists(
        st.builds(
            SubjectFigures,
            course=st.sampled_from(["a", "b", "c"]),
            right=st.integers(0, 12),
            answers=st.integers(12, 14),
            right_before=st.integers(0, 12),
            answers_before=st.integers(0, 14),
        ),
        max_size=6,
    ),
    st.integers(0, 400),
    st.integers(0, 400),
    st.integers(0, 7),
)
def test_no_more_is_said_than_has_words_and_ground(
    subjects: list[SubjectFigures], planned: int, covered: int, worked: int
) -> None:
    figures = replace(
        a_week(60, worked=worked, planned=planned, covered=covered), subjects=tuple(subjects)
    )
    assert headline(figures).code in HEADLINES
    assert {each.code for each in went_well(figures)} <= set(WELL)
    assert {each.code for each in needs_care(figures)} <= set(CARE)
    few = {each.course for each in subjects if each.answers >= FEWEST_ANSWERS}
    assert {said.course for said in (*went_well(figures), *needs_care(figures))} <= few | {""}
