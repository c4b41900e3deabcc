"""The first sentence says where one stands; the second what would move it most."""

from __future__ import annotations

import pytest

from learnconnect_app.domain.progress import (
    PlanStanding,
    TopicStanding,
    biggest_gain,
    headline,
    is_early,
    speed,
)


def topic(key: str, known: float, weight: float = 0.0, **values: object) -> TopicStanding:
    given: dict[str, object] = {"lesson_id": key, "is_begun": True, **values}
    return TopicStanding(key, "maths", key.title(), known, weight, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("minutes", "answers", "early"), [(0, 0, True), (59, 19, True), (60, 0, False), (0, 20, False)]
)
def test_it_is_early_until_an_hour_or_twenty_answers(
    minutes: int, answers: int, early: bool
) -> None:
    assert is_early(minutes, answers) is early


EXAM = PlanStanding("YKS", [topic("a", 0.2, 3.0), topic("b", 0.8, 1.0)])
SKILL = PlanStanding("Python", [topic("c", 0.5), topic("d", 0.7)])


@pytest.mark.parametrize(
    ("exam", "skill", "code", "params"),
    [
        (EXAM, None, "exam", {"exam": "YKS", "percent": 35}),
        (None, SKILL, "skill", {"skill": "Python", "percent": 60}),
        (
            EXAM,
            SKILL,
            "both",
            {"exam": "YKS", "exam_percent": 35, "skill": "Python", "percent": 60},
        ),
        (None, None, "early", {}),
    ],
)
def test_headline_is_of_the_plans_there_are(
    exam: PlanStanding | None, skill: PlanStanding | None, code: str, params: dict[str, object]
) -> None:
    told = headline(exam, skill, early=False)
    assert (told.code, told.params) == (code, params)


def test_headline_gives_no_number_while_it_is_early() -> None:
    assert headline(EXAM, SKILL, early=True).params == {}


def test_what_brings_most_is_weight_times_what_is_missing() -> None:
    topics = [topic("heavy", 0.6, 4.0), topic("light", 0.0, 1.5), topic("known", 0.9, 30.0)]
    found = biggest_gain(topics)
    assert found is not None
    assert found.key == "heavy"


def test_what_requires_something_unknown_waits() -> None:
    topics = [topic("later", 0.0, 9.0, requires=("first",)), topic("first", 0.4, 1.0)]
    found = biggest_gain(topics)
    assert found is not None
    assert found.key == "first"


def test_without_weights_it_is_the_least_known_of_what_was_begun() -> None:
    topics = [topic("new", 0.0, is_begun=False), topic("weak", 0.3), topic("fair", 0.6)]
    found = biggest_gain(topics)
    assert found is not None
    assert found.key == "weak"
    assert biggest_gain([topic("solid", 0.7)]) is None


def test_what_is_locked_is_never_named() -> None:
    assert biggest_gain([topic("locked", 0.1, lesson_id="")]) is None


def test_mastered_counts_from_85_percent() -> None:
    assert PlanStanding("", [topic("a", 0.85), topic("b", 0.849)]).mastered == 1


@pytest.mark.parametrize(
    ("done", "needed", "code"),
    [
        (6.0, 5.0, "ahead"),
        (5.2, 5.0, "on"),
        (4.6, 5.0, "on"),
        (2.0, 5.0, "behind"),
        (0.0, 5.0, "behind"),
        (3.0, None, "free"),
        (0.0, None, "still"),
    ],
)
def test_speed_is_held_against_what_the_plan_needs(
    done: float, needed: float | None, code: str
) -> None:
    assert speed(done, needed).code == code
