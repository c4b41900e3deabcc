"""Challenges fit a learner's pace and what is left of the week, and never fill a full one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.challenges import (
    KEYS,
    MOST_DAYS,
    MOST_MINUTES,
    OFFERED,
    Pace,
    ThisWeek,
    is_full,
    offers,
)

STEADY = Pace(days=3, minutes=120, sessions=5, tests=1)
CALM = {"mistakes", "notes", "days"}


def targets(pace: Pace, week: ThisWeek) -> dict[str, int]:
    return {each.key: each.target for each in offers(pace, week)}


@pytest.mark.parametrize(
    ("pace", "week", "offered"),
    [
        (Pace(), ThisWeek(), {"days": 2, "minutes": 60, "sessions": 3}),
        (STEADY, ThisWeek(), {"days": 4, "minutes": 140, "sessions": 6}),
        (STEADY, ThisWeek(due_mistakes=5), {"days": 4, "minutes": 140, "mistakes": 5}),
        # the plans ask for no more than is usual: nothing that takes more time
        (
            STEADY,
            ThisWeek(asked_minutes=120, due_mistakes=30, has_sessions=True),
            {"mistakes": 10, "notes": 3, "days": 3},
        ),
        # two days are left
        (Pace(), ThisWeek(days_left=1), {"days": 1, "minutes": 30, "sessions": 2}),
        (STEADY, ThisWeek(days_left=0), {}),
        # what is reached already is no challenge
        (
            STEADY,
            ThisWeek(done={"days": 4}, days_left=3),
            {"minutes": 130, "sessions": 6, "tests": 2},
        ),
    ],
)
def test_offers_fit_pace_and_week(pace: Pace, week: ThisWeek, offered: dict[str, int]) -> None:
    assert targets(pace, week) == offered


def test_a_week_is_full_by_its_plan_or_by_very_much() -> None:
    assert not is_full(STEADY, ThisWeek(asked_minutes=121))
    assert is_full(STEADY, ThisWeek(asked_minutes=120))
    assert is_full(Pace(), ThisWeek(done={"minutes": 200}, asked_minutes=200))
    assert is_full(Pace(days=6, minutes=MOST_MINUTES), ThisWeek())


@given(
    st.builds(
        Pace,
        days=st.floats(1, 7),
        minutes=st.floats(0, 4000),
        sessions=st.floats(0, 60),
        tests=st.floats(0, 20),
    ),
    st.builds(
        ThisWeek,
        done=st.dictionaries(st.sampled_from(KEYS), st.integers(0, 2000)),
        days_left=st.integers(0, 7),
        asked_minutes=st.integers(0, 4000),
        due_mistakes=st.integers(0, 300),
        has_sessions=st.booleans(),
    ),
)
def test_nobody_is_asked_for_too_much(pace: Pace, week: ThisWeek) -> None:
    found = offers(pace, week)
    assert len(found) <= OFFERED
    assert len({each.key for each in found}) == len(found)
    for each in found:
        assert each.target > week.done.get(each.key, 0)
        if each.key == "days":
            assert each.target <= MOST_DAYS
        if each.key == "minutes":
            assert each.target <= MOST_MINUTES
            assert not week.asked_minutes or each.target <= week.asked_minutes
        if is_full(pace, week):
            assert each.key in CALM
