from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnconnect_app.devtools.plan_rules import broken, broken_later
from learnconnect_app.domain.cushions import Change, cushions, what_if
from learnconnect_app.domain.study_planning import plan
from learnconnect_app.domain.study_problems import (
    Day,
    Kind,
    Lesson,
    Pin,
    Plan,
    Problem,
    Reason,
    Session,
    Why,
    Without,
    review_only_days,
)
from learnconnect_app.domain.study_sessions import has_room, in_order, parts

many = settings(max_examples=80, deadline=None)
few = settings(max_examples=12, deadline=None)
SUBJECTS = ("math", "physics", "history")


@st.composite
def problems(draw: st.DrawFn, *, has_pins: bool = True) -> Problem:
    """Random learners: any requirements without circles, any days, some lessons begun or known."""
    count = draw(st.integers(0, 14))
    lessons = [draw(lessons_at(number)) for number in range(count)]
    days = [
        Day(draw(st.sampled_from([0, 20, 45, 90, 180])), draw(st.sampled_from([0, 0, 0, 60])), rest)
        for rest in draw(st.lists(st.sampled_from([False, False, False, True]), max_size=30))
    ]
    pins = []
    if has_pins and lessons and days:
        for _ in range(draw(st.integers(0, 2))):
            kind = draw(st.sampled_from([Kind.NEW, Kind.REVIEW]))
            day, lesson = draw(st.integers(0, len(days) - 1)), draw(st.sampled_from(lessons))
            pins.append(Pin(day, lesson.key, kind, draw(st.sampled_from([15, 40]))))
    return Problem(lessons, days, pins, {"math": draw(st.sampled_from([0.5, 1.0, 1.5]))})


@st.composite
def lessons_at(draw: st.DrawFn, number: int) -> Lesson:
    before = [f"l{each}" for each in range(number)]
    requires = draw(st.lists(st.sampled_from(before), max_size=2, unique=True)) if before else []
    is_known = draw(st.sampled_from([False, False, True]))
    return Lesson(
        key=f"l{number}",
        subject=draw(st.sampled_from(SUBJECTS)),
        module="m",
        minutes=draw(st.sampled_from([30, 45, 60, 120, 240])),
        weight=draw(st.sampled_from([0.0, 0.01, 0.05, 0.2])),
        requires=tuple(requires),
        mastery=0.9 if is_known else draw(st.floats(0, 0.8)),
        difficulty=draw(st.floats(1, 10)),
        days_since=draw(st.integers(1, 50)),
        learned_depth=1.0 if is_known else 0.0,
        not_before=draw(st.sampled_from([0, 0, 0, 1, 5])),
    )


def quick_plan(problem: Problem) -> Plan:
    """The rules hold at any price: a short search will do."""
    return plan(problem, passes=3)


@many
@given(problems(), st.integers(0, 20))
def test_no_rule_is_broken_neither_now_nor_later(problem: Problem, days: int) -> None:
    made = quick_plan(problem)
    assert not list(broken(problem, made))
    assert not list(broken_later(problem, made, days))


@pytest.mark.parametrize("days", range(1, 9))
def test_a_lesson_fixed_for_less_than_it_needs_changes_nothing_later(days: int) -> None:
    short = lesson("short", weight=0.2, minutes=30, mastery=0.2, stability=2.3)
    known = lesson("known", subject="physics", mastery=0.9, learned_depth=1.0, stability=2.3)
    problem = Problem([short, known], [Day(60)] * 22, [Pin(4, "short", Kind.NEW, 15)])
    assert not list(broken_later(problem, quick_plan(problem), days))


def test_rules_notice_what_breaks_them() -> None:
    problem = Problem([lesson("a"), lesson("b", subject="s", requires=("a",))], [Day(60)] * 10)
    early = Session(8, "b", Kind.NEW, 70, Reason(Why.MOST_POINTS))
    made = replace(plan(problem), sessions=(early,))
    assert set(broken(problem, made)) == {
        "a day's minutes",
        "lengths of sessions",
        "the last days are for reviews and tests",
        "requirements first",
        "planned or left out",
    }


@few
@given(problems())
def test_the_same_problem_has_the_same_plan(problem: Problem) -> None:
    assert quick_plan(problem) == quick_plan(problem)


@few
@given(problems())
def test_study_is_never_expected_to_cost_points(problem: Problem) -> None:
    made = quick_plan(problem)
    if not problem.pins:
        assert made.expected_points >= made.points_without_study - 1e-9


def lesson(key: str, **facts: object) -> Lesson:
    base = Lesson(key, "math", "m", 60, 0.1)
    return replace(base, **facts)  # type: ignore[arg-type]


def test_no_lessons_make_an_empty_plan() -> None:
    made = plan(Problem([], [Day(60)] * 10))
    assert made.sessions == ()
    assert made.left_out == ()
    assert made.expected_points == 0


def test_without_a_day_everything_is_left_out() -> None:
    made = plan(Problem([lesson("a")], []))
    assert [each.why for each in made.left_out] == [Without.NO_TIME]


@pytest.mark.parametrize(("length", "days"), [(300, 7), (14, 7), (13, 6), (5, 2), (1, 0)])
def test_the_last_seven_days_but_no_more_than_half_are_without_new_lessons(
    length: int, days: int
) -> None:
    assert review_only_days(length) == days


def test_who_begins_five_days_before_the_exam_learns_something_new() -> None:
    five = Problem([lesson("a")], [Day(60)] * 5, review_only_days=review_only_days(5))
    new = [each.day for each in plan(five).sessions if each.kind is Kind.NEW]
    assert new
    assert max(new) < 3


def test_an_exam_tomorrow_has_reviews_only() -> None:
    known = lesson("a", mastery=0.9, learned_depth=1.0, stability=2.0, days_since=9)
    made = plan(Problem([known, lesson("b")], [Day(60)]))
    assert {each.kind for each in made.sessions} <= {Kind.REVIEW, Kind.DEEPEN}
    assert [each.lesson for each in made.left_out] == ["b"]


def test_rest_on_all_days_leaves_everything_out() -> None:
    made = plan(Problem([lesson("a")], [Day(120, is_rest=True)] * 30))
    assert made.sessions == ()


def test_a_day_too_short_for_any_session_stays_empty() -> None:
    assert plan(Problem([lesson("a")], [Day(10)] * 30)).sessions == ()


def test_a_poor_lesson_is_taken_for_the_rich_one_it_opens() -> None:
    poor, rich = lesson("poor", weight=1e-4), lesson("rich", weight=0.5, requires=("poor",))
    made = plan(Problem([poor, rich], [Day(45)] * 30))
    first = made.sessions[0]
    assert (first.lesson, first.reason.why, first.reason.lesson) == ("poor", Why.OPENS, "rich")


def test_what_needs_a_lesson_left_out_is_left_out_for_that() -> None:
    huge = lesson("huge", minutes=240, weight=0.01)
    made = plan(Problem([huge, lesson("next", requires=("huge",))], [Day(30)] * 10))
    assert {each.lesson: each.why for each in made.left_out} == {
        "huge": Without.NO_TIME,
        "next": Without.REQUIREMENT,
    }


def test_lessons_that_require_each_other_are_left_out() -> None:
    made = plan(
        Problem([lesson("a", requires=("b",)), lesson("b", requires=("a",))], [Day(90)] * 30)
    )
    assert len(made.left_out) == 2


def test_a_long_lesson_is_cut_into_parts_over_days() -> None:
    made = plan(Problem([lesson("a", minutes=240)], [Day(50)] * 30))
    pieces = [each for each in made.sessions if each.kind is Kind.NEW]
    assert [each.part for each in pieces] == list(range(1, len(pieces) + 1))
    assert len({each.day for each in pieces}) == len(pieces) > 1


def test_a_subject_takes_longer_by_its_multiplier() -> None:
    days = [Day(50)] * 30
    plain = plan(Problem([lesson("a")], days))
    slow = plan(Problem([lesson("a")], days, multipliers={"math": 1.5}))
    assert minutes_of_new(slow) == 1.5 * minutes_of_new(plain)


def minutes_of_new(made: Plan) -> int:
    return sum(each.minutes for each in made.sessions if each.kind is Kind.NEW)


def test_the_practice_test_is_in_the_day_when_it_fits() -> None:
    made = plan(Problem([lesson("a")], [Day(60, 60), Day(60, 90)] + [Day(60)] * 8))
    tests = [each.day for each in made.sessions if each.kind is Kind.PRACTICE_TEST]
    assert tests == [0]


@given(st.integers(15, 500).map(lambda fives: 5 * (fives // 5)))
def test_parts_add_up_and_are_of_a_length_to_study(minutes: int) -> None:
    lengths = parts(minutes)
    assert sum(lengths) == minutes
    assert all(15 <= each <= 50 for each in lengths)
    assert len(lengths) == 1 or min(lengths) >= 25


@given(st.lists(st.sampled_from("abc"), max_size=12))
def test_what_has_room_can_be_ordered_without_long_runs(wanted: list[str]) -> None:
    counts: Counter[str] = Counter()
    taken = []
    for subject in wanted:
        if has_room(counts, subject):
            counts[subject] += 1
            taken.append(subject)
    order = in_order(taken, lambda each: each)
    assert all(len(set(three)) > 1 for three in zip(order, order[1:], order[2:], strict=False))


def test_a_shortfall_shows_from_the_first_week_and_more_minutes_lessen_it() -> None:
    lessons = [lesson(f"l{number}", subject=f"s{number % 3}") for number in range(40)]
    problem = Problem(lessons, [Day(45, is_rest=place % 7 == 6) for place in range(42)])
    made = quick_plan(problem)
    rows = cushions(problem, made)
    assert rows[0].over < 0
    assert rows[-1].over < rows[0].over
    answers = {each.change: each for each in what_if(problem, made)}
    assert set(answers) == set(Change)
    assert answers[Change.MORE_MINUTES].over > rows[-1].over
    assert answers[Change.LATER].expected_points > made.expected_points
    assert answers[Change.FEWER_LESSONS].over > rows[-1].over


def test_what_if_says_how_many_minutes_would_do() -> None:
    lessons = [lesson(f"l{number}", subject=f"s{number % 3}") for number in range(30)]
    problem = Problem(lessons, [Day(45, is_rest=place % 7 == 6) for place in range(42)])
    made = quick_plan(problem)
    answers = {each.change: each for each in what_if(problem, made)}
    missing = -cushions(problem, made)[-1].over
    enough = answers[Change.MORE_MINUTES].enough
    assert enough % 5 == 0
    assert (enough - 5) * 36 < missing <= enough * 36
    assert answers[Change.REST_DAY_LESS].enough == 0, "all rest days together would not do"


def test_without_a_shortfall_nothing_more_is_needed() -> None:
    problem = Problem([lesson("a"), lesson("b", subject="s")], [Day(90)] * 42)
    assert {each.enough for each in what_if(problem, quick_plan(problem))} == {0}
