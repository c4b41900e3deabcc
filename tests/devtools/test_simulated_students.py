from learnconnect_app.devtools.simulated_students import TEST_QUESTIONS, student
from learnconnect_app.domain.shared_days import TEST_MINUTES


def test_a_seed_is_always_the_same_learner() -> None:
    one, other = (student(3, "fsrs", lessons=30, days=20) for _ in range(2))
    assert one.problem == other.problem
    assert (one.assessed == other.assessed).all()


def test_practice_tests_are_as_long_as_those_of_real_plans() -> None:
    learner = student(3, "fsrs", lessons=30, days=60)
    assert {day.test_minutes for day in learner.problem.days} == {0, TEST_MINUTES}
    assert sum(right for _, right in learner.test(5).values()) <= TEST_QUESTIONS
