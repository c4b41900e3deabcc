"""The hours of the day in which a learner gets most done."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.best_hours import (
    ENOUGH_MINUTES,
    USUAL_HOUR,
    best_hours,
    minutes_by_hour,
)


def day(**minutes: float) -> list[float]:
    """``day(h18=60)``: an hour at six in the evening."""
    return [minutes.get(f"h{hour}", 0.0) for hour in range(24)]


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (day(), (18,)),
        (day(h9=ENOUGH_MINUTES - 1), (18,)),
        (day(h9=200), (9, 10, 8)),  # of equal hours the one nearer to 18:00
        (day(h17=60, h18=100, h19=60, h7=70), (18, 17, 19)),
        (day(h7=120, h21=100, h22=100), (21, 22, 7)),  # together they are more than one lone hour
        (day(h23=100, h0=100), (23, 0, 22)),  # around midnight
    ],
)
def test_hours_are_those_with_most_minutes_smoothed(
    minutes: list[float], expected: tuple[int, ...]
) -> None:
    assert best_hours(minutes) == expected


def test_chosen_hours_win_and_are_ordered_by_what_is_done_in_them() -> None:
    assert best_hours(day(h18=500, h7=20), chosen=[21, 6, 7]) == (7, 21, 6)
    assert best_hours(day(), chosen=[6, 20]) == (20, 6)


@given(st.lists(st.floats(0, 10_000), min_size=24, max_size=24))
def test_there_is_always_one_and_never_more_than_three(minutes: list[float]) -> None:
    hours = best_hours(minutes)
    assert 1 <= len(hours) == len(set(hours)) <= 3
    if sum(minutes) < ENOUGH_MINUTES:
        assert hours == (USUAL_HOUR,)


def test_minutes_fall_into_the_local_hours_they_were_worked_in() -> None:
    end = datetime(2026, 3, 2, 16, 20, tzinfo=UTC)  # 19:20 in Istanbul
    minutes = minutes_by_hour([(end, 90)], "Europe/Istanbul")
    assert {hour: round(m) for hour, m in enumerate(minutes) if m} == {17: 10, 18: 60, 19: 20}


@given(
    at=st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
    length=st.integers(0, 600),
    zone=st.sampled_from(["Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu"]),
)
def test_no_minute_is_lost_or_doubled(at: datetime, length: int, zone: str) -> None:
    works = [(at, length), (at + timedelta(days=1), 30)]
    assert sum(minutes_by_hour(works, zone)) == pytest.approx(length + 30, abs=0.01)
