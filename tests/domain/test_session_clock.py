"""The clock of a session counts what was studied, whatever happens to it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.session_clock import FORGOTTEN_FACTOR, Clock, status_for

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_a_clock_that_never_ran_shows_nothing() -> None:
    assert Clock(40).seconds(START) == 0
    assert not Clock(40).is_forgotten(START)


def test_a_running_clock_counts_from_its_start() -> None:
    assert Clock(40).started(START).seconds(START + 90 * timedelta(seconds=1)) == 90


def test_pauses_do_not_count() -> None:
    clock = Clock(40).started(START).stopped(START + 10 * MINUTE)
    assert clock.seconds(START + 60 * MINUTE) == 600
    resumed = clock.started(START + 60 * MINUTE)
    assert resumed.seconds(START + 65 * MINUTE) == 900


def test_starting_a_running_clock_again_loses_nothing() -> None:
    clock = Clock(40).started(START).started(START + 5 * MINUTE)
    assert clock.seconds(START + 10 * MINUTE) == 600


def test_pausing_twice_counts_once() -> None:
    clock = Clock(40).started(START).stopped(START + 5 * MINUTE).stopped(START + 9 * MINUTE)
    assert clock.seconds(START + 20 * MINUTE) == 300


def test_an_evening_past_midnight_is_one_stretch() -> None:
    late = datetime(2026, 3, 2, 20, 50, tzinfo=UTC)  # 23:50 in Istanbul
    assert Clock(40).started(late).seconds(late + 25 * MINUTE) == 25 * 60


def test_a_forgotten_clock_is_capped_at_three_times_the_plan() -> None:
    clock = Clock(40).started(START)
    in_time, too_late = START + 120 * MINUTE, START + 121 * MINUTE
    assert not clock.is_forgotten(in_time)
    assert clock.is_forgotten(too_late)
    assert clock.stopped(START + timedelta(days=1)) == Clock(40, 120 * 60)


def test_earlier_stretches_count_towards_the_cap() -> None:
    clock = Clock(20, 50 * 60).started(START)
    assert clock.stopped(START + timedelta(hours=3)).spent_seconds == 60 * 60


def test_a_session_made_shorter_meanwhile_keeps_what_was_studied() -> None:
    assert Clock(10, 50 * 60).started(START).seconds(START + MINUTE) == 50 * 60


def test_a_server_clock_set_back_takes_nothing_away() -> None:
    clock = Clock(40, 300).started(START)
    assert clock.seconds(START - timedelta(hours=2)) == 300
    assert not clock.is_forgotten(START - timedelta(hours=2))


def test_without_the_clock_the_planned_share_was_worked() -> None:
    assert Clock(40).minutes_worked(START, 100) == 40
    assert Clock(40).minutes_worked(START, 50) == 20


def test_with_the_clock_its_minutes_were_worked() -> None:
    clock = Clock(40).started(START)
    assert clock.minutes_worked(START + 25 * MINUTE, 100) == 25
    assert clock.minutes_worked(START + 20 * timedelta(seconds=1), 100) == 0


def test_another_clock_counts_as_far_as_ours_would() -> None:
    running = Clock(40, 600, START)
    assert running.timed(1500) == Clock(40, 1500)
    assert running.timed(500_000).spent_seconds == FORGOTTEN_FACTOR * 40 * 60


@pytest.mark.parametrize(("percent", "status"), [(10, "partly"), (79, "partly"), (80, "done")])
def test_a_session_is_done_from_eighty_per_cent(percent: int, status: str) -> None:
    assert status_for(percent) == status


@given(
    st.integers(5, 180),
    st.lists(st.tuples(st.integers(-3600, 100_000), st.booleans()), max_size=12),
)
def test_time_never_runs_backwards_and_never_beyond_the_cap(
    planned: int, steps: list[tuple[int, bool]]
) -> None:
    clock, now, before = Clock(planned), START, 0
    for seconds, runs in steps:
        now += timedelta(seconds=seconds)
        clock = clock.started(now) if runs else clock.stopped(now)
        kept = clock.stopped(now).spent_seconds
        assert clock.spent_seconds <= kept <= FORGOTTEN_FACTOR * planned * 60
        assert clock.spent_seconds >= before
        before = clock.spent_seconds
