"""What is believed of a topic follows sessions and answers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.study_adaptation import (
    adapted,
    adherence,
    is_due,
    likely_problem,
    with_adaptations,
)
from learnconnect_app.domain.study_beliefs import (
    after_answers,
    after_session,
    assumed_mastery,
    graded_difficulty,
)
from learnconnect_app.domain.study_problems import Day, Kind, Lesson, Problem, Reason, Session, Why
from tests.factories import MONDAY

NEW = Lesson("t", "s", "m", 60, 5.0, requires=("other",), not_before=2)
KNOWN = replace(NEW, mastery=0.8, stability=10.0, days_since=9, learned_depth=1.0)


def studied(
    lesson: Lesson, kind: Kind, minutes: int, *, recalled: str = "", aimed: int = 0
) -> Lesson:
    session = Session(0, "t", kind, minutes, Reason(Why.PINNED), aimed_minutes=aimed)
    return after_session(lesson, session, multiplier=1.0, recalled=recalled)


@pytest.mark.parametrize(
    ("rating", "level", "mastery"),
    [(None, "", 0), (None, "advanced", 0.55), (1, "advanced", 0), (5, "", 0.8), (9, "", 0.8)],
)
def test_what_was_not_measured_is_assumed(rating: int | None, level: str, mastery: float) -> None:
    assert assumed_mastery(rating, level) == mastery


def test_a_lesson_in_two_parts_is_learned_with_the_second() -> None:
    half = studied(NEW, Kind.NEW, 30, aimed=60)
    assert (half.done_minutes, half.aimed_minutes, half.learned_depth) == (30, 60, 0)

    whole = studied(half, Kind.NEW, 30, aimed=60)
    assert (whole.done_minutes, whole.aimed_minutes, whole.learned_depth) == (0, 0, 1)
    assert whole.mastery == pytest.approx(0.85)
    assert (whole.days_since, whole.not_before, whole.requires) == (1, 0, ("other",))


def test_a_harder_course_takes_more_minutes() -> None:
    session = Session(0, "t", Kind.NEW, 60, Reason(Why.PINNED), aimed_minutes=90)
    begun = after_session(NEW, session, multiplier=1.5, recalled="")
    assert (begun.done_minutes, begun.aimed_minutes) == (60, 90)


def test_how_a_review_went_decides_how_long_it_lasts() -> None:
    forgotten, hard, good, easy = (
        studied(KNOWN, Kind.REVIEW, 15, recalled=each)
        for each in ("forgotten", "hard", "good", "easy")
    )
    assert forgotten.stability < KNOWN.stability < hard.stability < good.stability < easy.stability
    assert easy.difficulty < good.difficulty == KNOWN.difficulty < hard.difficulty
    assert hard.difficulty < forgotten.difficulty
    assert studied(KNOWN, Kind.REVIEW, 15) == good


@given(right=st.integers(0, 20), total=st.integers(1, 20), lesson=st.sampled_from([NEW, KNOWN]))
def test_answers_move_what_is_believed_within_bounds(
    right: int, total: int, lesson: Lesson
) -> None:
    after = after_answers(lesson, min(right, total), total)
    assert 0 < after.mastery < 1
    assert 1 <= after.difficulty <= 10
    better = after_answers(lesson, min(min(right, total) + 1, total), total)
    assert better.mastery >= after.mastery


def test_no_answers_say_nothing() -> None:
    assert after_answers(KNOWN, 0, 0) == KNOWN


def test_a_topic_that_fell_far_is_learned_again() -> None:
    assert after_answers(KNOWN, 0, 10).learned_depth == 0
    assert after_answers(KNOWN, 10, 10).learned_depth == 1


@given(difficulty=st.floats(1, 10), grade=st.integers(1, 4))
def test_difficulty_stays_on_its_scale(difficulty: float, grade: int) -> None:
    after = graded_difficulty(difficulty, grade)
    assert 1 <= after <= 10
    assert (after >= difficulty) if grade < 3 and difficulty < 9.9 else True


def test_a_course_adapts_only_beyond_the_limits() -> None:
    assert adapted("c", 1.0, 3, 5) is None
    assert adapted("c", 1.0, 2, 4) is None
    assert adapted("c", 2.0, 0, 9) is None
    harder, easier = adapted("c", 1.0, 2, 5), adapted("d", 0.6, 5, 5)
    assert harder
    assert easier
    assert (harder.code, harder.percent, harder.after) == ("harder", 40, 1.5)
    assert (easier.code, easier.after) == ("easier", 0.5)
    assert with_adaptations({"e": 0.7}, [harder, easier]) == {"c": 1.5, "d": 0.5, "e": 0.7}


def test_the_weekly_adaptation_is_due_after_seven_days() -> None:
    assert is_due(None, MONDAY)
    assert not is_due(MONDAY.replace(day=1), MONDAY)
    assert is_due(MONDAY, MONDAY.replace(day=9))


def test_what_will_be_studied_is_believed_by_what_was() -> None:
    assert adherence(0, 0, 0) == 1
    assert adherence(600, 600, 10) == 1
    assert adherence(600, 300, 10) == pytest.approx((420 + 300) / (420 + 600))
    assert adherence(60, 0, 1) == pytest.approx(7 / 8)


def test_a_plan_for_less_time_has_shorter_days() -> None:
    problem = Problem([NEW], [Day(60, test_minutes=40), Day(0), Day(100)])
    assert likely_problem(problem, 1.0) is problem
    assert [day.minutes for day in likely_problem(problem, 0.8).days] == [50, 0, 80]
