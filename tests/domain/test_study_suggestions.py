"""What a trial plan suggests of each topic, and what would make more room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from learnconnect_app.domain.cushions import Change
from learnconnect_app.domain.study_problems import Day, Lesson, Problem
from learnconnect_app.domain.study_suggestions import (
    Line,
    Room,
    Suggested,
    mastery_by_course,
    options,
    questions_covered,
    suggested,
    trial,
    weakest_first,
    without_place,
)

WEEK = [Day(60)] * 6 + [Day(60, is_rest=True)]


def lesson(key: str, weight: float = 1.0, **values: object) -> Lesson:
    return replace(Lesson(key, "maths", "", 120, weight), **values)  # type: ignore[arg-type]


def lines(problem: Problem) -> dict[str, Suggested]:
    return {each.topic: each for each in suggested(problem, trial(problem))}


def test_weak_and_heavy_topics_say_so() -> None:
    usual = [lesson(f"usual-{n}", mastery=0.6) for n in range(5)]
    problem = Problem(
        [*usual, lesson("heavy", 3, mastery=0.6), lesson("weak"), lesson("both", 3)], WEEK * 8
    )

    found = lines(problem)

    assert found["both"].reason is Line.WEAK_AND_HEAVY
    assert found["heavy"].reason is Line.HEAVY
    assert found["weak"].reason is Line.WEAK
    assert found["usual-0"].reason is Line.WORTH
    assert all(each.is_planned for each in found.values())


def test_a_topic_that_opens_a_better_one_names_it() -> None:
    problem = Problem([lesson("basics", 0.01), lesson("best", 5, requires=("basics",))], WEEK * 4)

    opener = lines(problem)["basics"]

    assert (opener.reason, opener.other) == (Line.OPENS, "best")


def test_what_is_known_already_is_only_reviewed() -> None:
    found = lines(Problem([lesson("known", 5, mastery=0.95), lesson("new")], WEEK * 12))

    assert found["known"].reason is Line.STRONG


def test_what_does_not_fit_says_why() -> None:
    problem = Problem(
        [
            lesson("fits", 9),
            *(lesson(f"small-{n}", 0.1, minutes=600) for n in range(3)),
            lesson("needs", 0.1, minutes=600, requires=("small-0",)),
        ],
        WEEK * 2,
    )

    found = lines(problem)

    assert found["small-1"].reason is Line.NO_TIME
    assert (found["needs"].reason, found["needs"].other) == (Line.REQUIREMENT, "small-0")
    assert set(without_place(list(found.values()))) == {"small-0", "small-1", "small-2", "needs"}
    assert not found["needs"].is_planned


def test_planned_topics_come_in_the_order_of_study() -> None:
    problem = Problem([lesson("b", requires=("a",)), lesson("a"), lesson("c", 0.2)], WEEK * 8)
    made = trial(problem)

    order = [each.topic for each in suggested(problem, made)]

    assert order.index("a") < order.index("b")


def test_nothing_wanted_suggests_nothing() -> None:
    assert suggested(Problem([], WEEK), trial(Problem([], WEEK))) == ()


def test_courses_come_by_what_is_still_to_gain() -> None:
    percent = {"heavy-and-known": 30.0, "light": 5.0, "heavy-and-weak": 20.0}
    assert weakest_first(percent, {"heavy-and-known": 0.9, "heavy-and-weak": 0.1}) == [
        "heavy-and-weak",
        "light",
        "heavy-and-known",
    ]


def test_mastery_of_a_course_is_that_of_its_topics_by_weight() -> None:
    topics = [lesson("a", 3, mastery=0.2), lesson("b", 1, mastery=0.6)]
    assert mastery_by_course(topics) == {"maths": pytest.approx(0.3)}
    assert mastery_by_course([lesson("c", 0)]) == {}


def test_questions_are_told_as_a_range_that_ends_with_the_exam() -> None:
    items = {"a": 10.0, "b": 30.0, "c": 5.0}
    assert questions_covered(items, ["a", "b"], 160) == (36, 44)
    assert questions_covered(items, ["a", "b"], 40) == (36, 40)
    assert questions_covered(items, [], 160) == (0, 0)


def test_options_say_how_many_more_topics_would_fit() -> None:
    short = Problem([lesson(f"{n}", 1 + n / 50, minutes=300) for n in range(40)], WEEK * 5)

    found = {each.change: each for each in options(short, trial(short))}

    assert found[Change.MORE_MINUTES].number == 20
    assert found[Change.LATER].number == 14
    assert all(each.more > 0 for each in found.values())


def test_where_everything_fits_no_option_is_said() -> None:
    roomy = Problem([lesson("only")], WEEK * 10)
    assert list[Room](options(roomy, trial(roomy))) == []
