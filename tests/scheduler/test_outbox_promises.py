"""What the outbox promises, with real schedulers that are killed, frozen, and several at once.

The sizes are small; `learnconnect_app.devtools.bench_outbox` has the full ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from learnconnect_app.adapters.database import Database
from learnconnect_app.devtools.outbox_provider import Provider
from learnconnect_app.devtools.outbox_trials import Trial, Violations, trial
from learnconnect_app.domain.outbox import LEASE

NONE = Violations()
SECONDS = 120


@pytest.fixture
def lease(request: pytest.FixtureRequest) -> float:
    """Seconds: short where senders are to be late, else as it is."""
    return getattr(request, "param", 3.0)


@pytest.fixture
def trial_and_provider(database: Database, lease: float) -> Iterator[tuple[Trial, Provider]]:
    with trial(database.url, lease=lease) as both:
        yield both


def test_schedulers_that_are_killed_and_frozen_lose_nothing_and_double_nothing(
    trial_and_provider: tuple[Trial, Provider],
) -> None:
    trial, provider = trial_and_provider
    trial.fill(800, learners=100)
    trial.ordeal(schedulers=4, kills=3, freezes=2, rng=Random(7))
    trial.wait_until_done(SECONDS)
    assert trial.violations() == NONE

    trial.tell_events()
    trial.as_operators_do()
    trial.wait_until_done(SECONDS)
    assert trial.statuses() == {"sent": 800}
    assert trial.violations() == NONE
    assert len(provider.taken) == 800


@pytest.mark.parametrize("lease", [LEASE.total_seconds()], indirect=True)
def test_four_schedulers_share_what_is_due_and_are_in_time(
    trial_and_provider: tuple[Trial, Provider],
) -> None:
    trial, provider = trial_and_provider
    trial.fill(600, learners=100, due=timedelta(seconds=6))
    for _ in range(4):
        trial.start()
    trial.wait_until_done(SECONDS)
    assert trial.statuses() == {"sent": 600}
    assert trial.violations() == NONE
    assert set(provider.taken.values()) == {1}
    lateness = trial.lateness()
    assert lateness[0] >= 0
    assert lateness[int(0.99 * len(lateness))] <= 60
    assert trial.stop() == [0] * 4


def test_clock_that_jumps_doubles_nothing(
    trial_and_provider: tuple[Trial, Provider], tmp_path: Path
) -> None:
    trial, provider = trial_and_provider
    hands = tmp_path / "clock"
    hands.write_text("0")
    trial.fill(500, learners=100)
    for _ in range(2):
        trial.start(clock_file=str(hands))
    for settled, seconds in ((50, "7200"), (150, "-60"), (250, "7200"), (350, "0")):
        trial.wait_for(settled)
        hands.write_text(seconds)
        if seconds == "-60":  # nothing is due by it: go on a little later
            trial.wait_for_calm()
            hands.write_text("0")
    trial.wait_until_done(SECONDS)
    assert trial.violations() == NONE
    trial.tell_events()
    trial.as_operators_do()
    trial.wait_until_done(SECONDS)
    assert trial.statuses() == {"sent": 500}
    assert set(provider.taken.values()) == {1}
    assert len(provider.taken) == 500
