"""Minutes of a day are shared by both plans, absences and busy times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from learnconnect_app.domain.shared_days import (
    Away,
    Busy,
    SharedDays,
    days_with_test,
    free_minutes,
    skill_plan_minutes,
)

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
WEEK = SharedDays(MONDAY, (60, 60, 60, 60, 60, 120, 120), rest_weekdays=(6,))


def test_a_day_has_the_minutes_of_its_weekday() -> None:
    assert [WEEK.minutes_on(MONDAY + n * DAY) for n in range(7)] == [60, 60, 60, 60, 60, 120, 0]


def test_the_skill_plan_goes_first_and_never_takes_more_than_there_is() -> None:
    shared = replace(WEEK, skill_minutes={MONDAY: 45, MONDAY + DAY: 90})
    assert [shared.minutes_on(MONDAY + n * DAY) for n in range(3)] == [15, 0, 60]


@pytest.mark.parametrize(
    ("busy", "free"),
    [
        ([], 1020),
        ([(0, 420)], 1020),
        ([(0, 480)], 960),
        ([(600, 720), (660, 780)], 840),
        ([(0, 1440)], 0),
        ([(1380, 1500)], 960),
    ],
)
def test_busy_hours_count_once_and_only_when_awake(busy: list[tuple[int, int]], free: int) -> None:
    assert free_minutes(busy) == free


def test_of_a_day_that_has_begun_the_rest_is_left() -> None:
    assert free_minutes([(600, 720)], earliest=660) == 720
    assert WEEK.minutes_left(23 * 60) == 60
    assert WEEK.minutes_left(26 * 60) == 0


def test_a_busy_time_is_of_a_weekday_or_of_one_day() -> None:
    weekly = replace(WEEK, busy=[Busy(0, 1440, weekday=0)])
    once = replace(WEEK, busy=[Busy(0, 1440, day=MONDAY)])
    assert [weekly.minutes_on(MONDAY + n * 7 * DAY) for n in range(2)] == [0, 0]
    assert [once.minutes_on(MONDAY + n * 7 * DAY) for n in range(2)] == [0, 60]


def test_days_away_have_no_minutes() -> None:
    shared = replace(WEEK, away=[Away(MONDAY + DAY, MONDAY + 3 * DAY)])
    assert [shared.minutes_on(MONDAY + n * DAY) for n in range(4)] == [60, 0, 0, 60]


def test_an_absence_without_end_is_planned_around_in_weeks() -> None:
    away = Away(MONDAY)
    until = [(away.planned_until(MONDAY + n * DAY) - MONDAY).days for n in range(10)]
    assert until == [7, 7, 7, 7, 7, 7, 14, 14, 14, 14]
    assert all(away.planned_until(MONDAY + n * DAY) > MONDAY + n * DAY for n in range(60))


def test_the_skill_plan_wants_a_day_a_day_from_when_it_is_due() -> None:
    wanted = skill_plan_minutes(
        WEEK, open_minutes=[30, 40, 50], due=MONDAY + 5 * DAY, taken=20, days=30
    )
    assert wanted == {MONDAY: 20, MONDAY + 5 * DAY: 30, MONDAY + 7 * DAY: 40, MONDAY + 8 * DAY: 50}


def test_an_overdue_day_of_the_skill_plan_is_wanted_today() -> None:
    wanted = skill_plan_minutes(WEEK, open_minutes=[30], due=MONDAY - DAY, taken=0, days=30)
    assert wanted == {MONDAY: 30}


def test_practice_tests_are_weekly_on_the_last_study_day() -> None:
    found = days_with_test(WEEK, start=MONDAY, exam_day=MONDAY + 63 * DAY, taken_weeks=())
    assert sorted(found) == [MONDAY + (7 * n + 5) * DAY for n in range(1, 9)]


def test_a_week_without_room_has_no_practice_test() -> None:
    shared = replace(WEEK, weekday_minutes=(30,) * 7)
    found = days_with_test(shared, start=MONDAY, exam_day=MONDAY + 70 * DAY, taken_weeks=())
    assert found == set()


def test_a_week_that_had_its_test_has_no_other() -> None:
    taken = [MONDAY + 14 * DAY]
    found = days_with_test(WEEK, start=MONDAY, exam_day=MONDAY + 28 * DAY, taken_weeks=taken)
    assert found == set()


def test_the_eve_of_the_exam_has_no_practice_test() -> None:
    exam = MONDAY + 69 * DAY  # a Sunday, after the last study day of its week
    found = days_with_test(WEEK, start=MONDAY, exam_day=exam, taken_weeks=())
    assert max(found) == exam - 2 * DAY
