import pytest

from learnconnect_app.domain.study_demand import Demand
from learnconnect_app.domain.study_problems import Day, Lesson, Problem
from learnconnect_app.domain.study_standing import Standing

DAYS = 60
LESSONS = [Lesson(f"l{number}", "s", "m", 30 + 15 * number, 0.1) for number in range(5)]


def demand(lessons: list[Lesson]) -> Demand:
    return Demand(Standing(Problem(lessons, [Day(60)] * DAYS)), DAYS)


def test_the_dearer_a_minute_the_fewer_are_wanted() -> None:
    lessons = demand(LESSONS)
    wanted = [lessons.minutes(price) for price in (1e-7, 1e-4, 3e-4, 1e-3, 1.0)]
    assert wanted == sorted(wanted, reverse=True)
    assert wanted[0] > sum(lesson.minutes for lesson in LESSONS)
    assert wanted[-1] == 0


def test_what_is_learned_wants_reviews_and_deepening_only() -> None:
    known = [Lesson("l", "s", "m", 60, 0.1, mastery=0.9, learned_depth=1.0, deepened=3)]
    assert demand(known).minutes(1e-4) < 60


@pytest.mark.parametrize("price", [1e-5, 1e-4, 1e-3])
def test_lessons_are_judged_alone(price: float) -> None:
    together = demand(LESSONS).minutes(price)
    alone = sum(demand([lesson]).minutes(price) for lesson in LESSONS)
    assert together == pytest.approx(alone)
