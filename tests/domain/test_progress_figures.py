"""Each figure of progress is what its formula says, and nothing where too little stands behind."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from learnconnect_app.domain.memory import recall
from learnconnect_app.domain.progress_figures import (
    LEVELS,
    AnswerSum,
    Work,
    answer_pace,
    chance_before,
    efficiency,
    efficiency_by_course,
    hours_of,
    level_counts,
    minutes_by_course,
    minutes_by_weekday,
    needed_velocity,
    retention,
    right_by_level,
    session_pace,
    velocity,
)
from learnconnect_app.domain.progress_spans import Part

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
WEEK = Part(MONDAY, MONDAY + 6 * DAY)
A_WORK = Work(MONDAY, "maths", minutes=40, planned=40)


def work(**values: object) -> Work:
    return A_WORK._replace(**values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("learned", "days", "speed"),
    [
        (["a", "b", "c"], 7, 3.0),
        (["a", "b", "b", ""], 7, 2.0),  # a topic counts once, and only when it is finished
        (["a", "b"], 14, 1.0),
        (["a", "b"], 1, 2.0),  # a week that has just begun counts as one
        ([], 7, 0.0),
    ],
)
def test_velocity_is_different_topics_over_weeks(
    learned: list[str], days: int, speed: float
) -> None:
    works = [work(learned=each) for each in learned]
    assert velocity(works, Part(MONDAY, MONDAY + (days - 1) * DAY)) == speed


def test_velocity_counts_nothing_outside_its_days() -> None:
    assert velocity([work(day=MONDAY - DAY, learned="a")], WEEK) == 0


@pytest.mark.parametrize(
    ("left", "days", "needed"),
    [(10, 77, 1.0), (30, 77, 3.0), (0, 77, None), (10, 7, None), (10, 0, None)],
)
def test_needed_velocity_leaves_the_last_week_to_reviews(
    left: int, days: int, needed: float | None
) -> None:
    assert needed_velocity(left, days) == needed


def test_retention_is_the_share_not_forgotten_beside_what_was_expected() -> None:
    judged = [work(recalled=each, predicted=0.9) for each in (True, True, True, False)]
    assert retention([*judged, work()], WEEK) == (4, 0.75, pytest.approx(0.9))


def test_retention_says_nothing_of_two_reviews() -> None:
    assert retention([work(recalled=True, predicted=0.9)] * 2, WEEK) == (2, None, None)


def test_retention_without_a_known_past_expects_nothing() -> None:
    assert retention([work(recalled=True)] * 3, WEEK) == (3, 1.0, None)


@pytest.mark.parametrize(
    ("studied", "stability", "chance"),
    [
        (MONDAY - 8 * DAY, 8.0, 0.9),  # after one stability nine of ten are recalled
        (MONDAY - 3 * DAY, 8.0, recall(3.0, 8.0)),
        (MONDAY, 8.0, 1.0),
        (None, 8.0, None),
        (MONDAY - DAY, None, None),
        (MONDAY + DAY, 8.0, None),
    ],
)
def test_chance_before_a_review_is_that_of_the_memory_model(
    studied: date | None, stability: float | None, chance: float | None
) -> None:
    found = chance_before(MONDAY, studied, stability)
    assert found == (None if chance is None else pytest.approx(chance))


def test_efficiency_is_points_of_mastery_an_hour() -> None:
    works = [work(minutes=60, gained=0.5), work(minutes=30, gained=0.1), work(minutes=200)]
    assert efficiency(works) == pytest.approx(100 * 0.6 / 1.5)


def test_efficiency_says_nothing_before_an_hour() -> None:
    assert efficiency([work(minutes=59, gained=0.5)]) is None
    assert efficiency([work(minutes=600)]) is None


def test_efficiency_by_subject_has_the_best_first() -> None:
    works = [
        work(minutes=60, gained=0.1),
        work(course="physics", minutes=60, gained=0.4),
        work(course="biology", minutes=20, gained=0.4),
    ]
    assert efficiency_by_course(works) == pytest.approx({"physics": 40, "maths": 10})
    assert list(efficiency_by_course(works)) == ["physics", "maths"]


def test_minutes_belong_to_their_subject_and_the_rest_of_the_day_to_none() -> None:
    parts = [Part(MONDAY, MONDAY), Part(MONDAY + DAY, MONDAY + DAY)]
    works = [work(), work(course="physics", minutes=20), work(course="", minutes=5)]
    found = minutes_by_course(works, {MONDAY: 90, MONDAY + DAY: 15}, parts)
    assert found == {"maths": [40, 0], "physics": [20, 0], "": [30, 15]}
    assert list(found)[-1] == ""


def test_minutes_of_a_day_that_was_taken_back_never_go_below_nothing() -> None:
    found = minutes_by_course([work()], {MONDAY: 10}, [Part(MONDAY, MONDAY)])
    assert found == {"maths": [40]}


def test_a_weekday_is_the_mean_of_all_there_were_since_the_first_day() -> None:
    minutes = {MONDAY: 30, MONDAY + 7 * DAY: 60}
    span = Part(MONDAY - 70 * DAY, MONDAY + 7 * DAY)
    assert minutes_by_weekday(minutes, span, MONDAY) == [45, 0, 0, 0, 0, 0, 0]


def test_weekdays_say_nothing_before_a_whole_week() -> None:
    assert minutes_by_weekday({MONDAY: 30}, WEEK, MONDAY + DAY) is None


def test_hours_are_on_the_learners_clock() -> None:
    ended = datetime(2026, 3, 2, 15, 10, tzinfo=UTC)  # 18:10 in Istanbul
    found = hours_of([work(ended_at=ended), work()], "Europe/Istanbul")
    assert (round(found[17]), round(found[18]), round(sum(found))) == (30, 10, 40)


def answers(course: str, level: int, count: int, right: int, seconds: float = 90) -> AnswerSum:
    levels = [(count, right) if each == level else (0, 0) for each in LEVELS]
    return AnswerSum(course, levels, seconds * count, 90 * count)


def test_accuracy_by_difficulty_sums_over_subjects() -> None:
    found = right_by_level([answers("maths", 1, 6, 6), answers("physics", 1, 4, 2)])
    assert found == [(10, 0.8), (0, None), (0, None), (0, None), (0, None)]


def test_accuracy_says_nothing_of_four_answers() -> None:
    assert right_by_level([answers("maths", 3, 4, 4)])[2] == (4, None)


def test_what_is_easier_than_a_level_is_left_out_of_it() -> None:
    below = [(2, 2), (5, 4), (5, 4), (9, 6), (10, 6)]
    assert level_counts(below) == [(2, 2), (3, 2), (0, 0), (4, 2), (1, 0)]


def test_pace_of_answers_is_time_taken_against_time_expected() -> None:
    found = answer_pace([answers("maths", 1, 5, 1, 45), answers("physics", 2, 5, 1, 90)])
    assert found == {"maths": pytest.approx(0.5), "physics": pytest.approx(1)}
    assert answer_pace([answers("maths", 1, 4, 1)]) == {}


def test_pace_of_sessions_counts_only_what_had_a_clock() -> None:
    works = [
        work(minutes=50, planned=40, is_timed=True),
        work(minutes=40, planned=40, is_timed=True),
        work(minutes=400, planned=40),
    ]
    assert session_pace(works) == {"maths": pytest.approx(90 / 80)}
    assert session_pace(works[:1]) == {}  # less than an hour was planned
