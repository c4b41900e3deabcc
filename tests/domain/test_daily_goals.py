"""When a day's plan is nearly done, and when it is."""

from __future__ import annotations

import pytest

from learnconnect_app.domain.daily_goals import (
    DaySession,
    GoalNews,
    goal_news,
    is_reached,
    minutes_left,
)


def test_minutes_left_are_those_of_what_is_open_and_of_what_was_done_in_part() -> None:
    day = [DaySession(40, "done", 85), DaySession(30, "partly", 50), DaySession(20, "planned")]
    assert minutes_left(day) == 15 + 20


def test_the_goal_is_reached_when_everything_planned_is_done() -> None:
    assert is_reached([DaySession(40, "done", 100), DaySession(30, "done", 80)])
    assert not is_reached([DaySession(40, "done", 100), DaySession(30, "partly", 70)])


def test_a_day_without_a_plan_has_no_goal_to_reach() -> None:
    assert not is_reached([])


@pytest.mark.parametrize(
    ("before", "after", "news"),
    [
        (40, 25, GoalNews.NONE),
        (40, 10, GoalNews.NEARLY),
        (11, 1, GoalNews.NEARLY),
        (10, 5, GoalNews.NONE),
        (10, 0, GoalNews.REACHED),
        (40, 0, GoalNews.REACHED),
        (0, 0, GoalNews.NONE),
    ],
)
def test_news_is_told_by_the_session_that_crosses_a_line(
    before: int, after: int, news: GoalNews
) -> None:
    assert goal_news(before, after) is news
