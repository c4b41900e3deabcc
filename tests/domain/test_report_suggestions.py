"""Suggestions follow from what the weeks show, and fit only the plan they were made for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.report_figures import DayFigures, SubjectFigures
from learnconnect_app.domain.report_suggestions import (
    CODES,
    LEAST_LEFT,
    MOST,
    Standing,
    fits,
    goal_of,
    suggestions,
)

MONDAY = date(2026, 3, 2)
MORNING = tuple(60.0 if hour in (8, 9) else 0.0 for hour in range(24))


def days(shares: Sequence[float], *, weeks: int = 4, planned: int = 100) -> list[DayFigures]:
    """Weeks that are all alike: the share of the planned minutes done on each weekday."""
    return [
        DayFigures(
            MONDAY + timedelta(weeks=week, days=weekday),
            kind="active" if share else "missed",
            planned=planned,
            covered=round(planned * share),
        )
        for week in range(weeks)
        for weekday, share in enumerate(shares)
    ]


GOOD = (0.8,) * 7
STANDING = Standing(has_study_plan=True, weekday_minutes=(100,) * 7, days=days(GOOD))


def codes(standing: Standing) -> list[str]:
    return [each.code for each in suggestions(standing)]


def test_nothing_is_suggested_where_nothing_is_wrong() -> None:
    assert suggestions(STANDING) == ()
    assert suggestions(Standing()) == ()


def test_a_weekday_without_any_work_becomes_a_day_of_rest() -> None:
    standing = replace(STANDING, days=days((0, *GOOD[1:])))
    found = suggestions(standing)[0]
    assert (found.code, found.values) == ("rest_weekday", {"weekday": 0, "n": 4})
    assert goal_of(found, standing) == {"rest_weekdays": {0}}


@pytest.mark.parametrize(
    "standing",
    [
        replace(STANDING, days=days((0, *GOOD[1:]), weeks=2)),  # seen too rarely
        replace(STANDING, days=days((0, *GOOD[1:])), rest_weekdays=[0]),
        replace(STANDING, days=days((0, *GOOD[1:])), rest_weekdays=[3, 4, 5, 6]),
        replace(STANDING, days=days((0,) * 7)),  # nothing happened on any day
    ],
)
def test_no_rest_day_is_made_up(standing: Standing) -> None:
    assert "rest_weekday" not in codes(standing)


def test_minutes_move_from_the_worst_weekday_to_one_that_works() -> None:
    standing = replace(STANDING, days=days((0.4, 1.0, *GOOD[2:])))
    found = suggestions(standing)[0]
    assert found.code == "move_minutes"
    assert goal_of(found, standing) == {"weekday_minutes": [80, 120, 100, 100, 100, 100, 100]}
    assert (found.values["done"], found.values["of"]) == (160, 400)


def test_a_weekday_gets_lighter_where_no_other_works_better() -> None:
    standing = replace(STANDING, days=days((0.4, *GOOD[1:])))
    found = suggestions(standing)[0]
    assert found.code == "lighter_weekday"
    assert goal_of(found, standing) == {"weekday_minutes": [80, *[100] * 6]}


def test_a_short_weekday_keeps_its_minutes() -> None:
    standing = replace(STANDING, days=days((0.4, *GOOD[1:])), weekday_minutes=(30, *[100] * 6))
    assert codes(standing) == []


def test_hours_are_suggested_when_the_work_is_done_at_others() -> None:
    standing = replace(
        STANDING,
        preferred_hours=[18, 19],
        reminder_hours=[20],
        best_hours=(9, 8),
        minutes_by_hour=MORNING,
        sessions_seen=8,
    )
    assert codes(standing) == ["hours", "reminder_hours"]
    assert goal_of(suggestions(standing)[0], standing) == {"preferred_hours": [8, 9]}
    assert codes(replace(standing, sessions_seen=7)) == []
    assert codes(replace(standing, preferred_hours=[8, 9, 10], reminder_hours=[])) == []
    assert codes(replace(standing, has_study_plan=False)) == ["reminder_hours"]


def test_the_weakest_subject_becomes_a_focus() -> None:
    subjects = (
        SubjectFigures("tyt-fizik", right=5, answers=10),
        SubjectFigures("tyt-kimya", right=3, answers=10),
        SubjectFigures("tyt-tarih", right=0, answers=9),
    )
    standing = replace(STANDING, subjects=subjects, focus_courses=["tyt-biyoloji"])
    found = suggestions(standing)[0]
    assert (found.code, found.values["course"]) == ("focus", "tyt-kimya")
    assert goal_of(found, standing) == {"focus_courses": {"tyt-biyoloji", "tyt-kimya"}}
    assert suggestions(replace(standing, focus_courses=["tyt-fizik", "tyt-kimya"])) == ()


@given(
    st.lists(st.sampled_from([0, 0.3, 0.6, 0.95, 1.2]), min_size=7, max_size=7),
    st.lists(st.integers(0, 200), min_size=7, max_size=7),
    st.sets(st.integers(0, 6), max_size=6),
    st.integers(1, 4),
    st.sets(st.integers(0, 23), max_size=4),
    st.booleans(),
)
def test_each_suggestion_fits_and_is_taken_over_once(
    shares: list[float],
    minutes: list[int],
    rest: set[int],
    weeks: int,
    hours: set[int],
    has_study_plan: bool,
) -> None:
    standing = Standing(
        has_study_plan=has_study_plan,
        weekday_minutes=minutes,
        rest_weekdays=rest,
        preferred_hours=sorted(hours),
        days=days(shares, weeks=weeks),
        best_hours=(9, 8),
        minutes_by_hour=MORNING,
        sessions_seen=20,
        subjects=(SubjectFigures("tyt-fizik", right=1, answers=10),),
    )
    found = suggestions(standing)
    assert len(found) <= MOST
    assert {each.code for each in found} <= set(CODES)
    for each in found:
        assert fits(each, standing)
        if has_study_plan:
            goal = goal_of(each, standing)
            assert not fits(each, replace(standing, **goal))
            after = goal.get("weekday_minutes", minutes)
            assert sum(after) <= sum(minutes)
            assert all(m >= LEAST_LEFT for m, old in zip(after, minutes, strict=True) if m < old)
            assert len({*rest, *goal.get("rest_weekdays", ())}) <= max(4, len(rest))
