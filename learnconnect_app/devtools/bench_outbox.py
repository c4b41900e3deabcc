"""`python -m learnconnect_app.devtools.bench_outbox`: what the outbox promises, at full size.

On SQLite and on PostgreSQL, each a database of its own:

- rate: 100,000 due mails, one scheduler with 32 senders, a provider that takes 20 ms;
- in time: 10,000 mails that become due in one minute, a provider of 20 ms on loopback;
- ordeal: four schedulers over 100,000 mails, killed 50 times and frozen past their lease 20 times.

Each rule is asked before its mail is sent, and each mail is composed. Rates depend on the machine:
beside them stands its load. Exits 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random

import psycopg

from learnconnect_app.devtools.outbox_trials import ROOT, Trial, Violations, trial
from learnconnect_app.devtools.postgres import USER, PostgresMissingError, postgres_server
from learnconnect_app.domain.outbox import LEASE

PROVIDER_SECONDS = 0.02
LEAST_RATE = 1000.0
MOST_LATE_SECONDS = 60.0
ROWS, ROWS_IN_A_MINUTE, ROWS_A_LEARNER = 100_000, 10_000, 5
KILLS, FREEZES, SCHEDULERS = 50, 20, 4
SHORT_LEASE_SECONDS = 6.0
LONGEST = 3600.0


def measure_rate(url: str, rows: int) -> bool:
    running = Trial(url, lease=LEASE.total_seconds())
    try:
        running.fill(rows, learners=rows // ROWS_A_LEARNER)
        process = running.start(pause=PROVIDER_SECONDS)
        running.wait_for(1)
        begun, before = time.monotonic(), running.statuses()["sent"]
        cpu_before = _cpu_seconds(process.pid)
        running.wait_until_done(LONGEST)
        sent = running.statuses()["sent"] - before
        rate = sent / (time.monotonic() - begun)
        cpu = 1000 * (_cpu_seconds(process.pid) - cpu_before) / sent
        is_whole = running.statuses() == {"sent": rows}
    finally:
        running.end()
    return _told(
        f"rate: {rate:,.0f} rows/s, {cpu:.2f} ms of CPU a row",
        rate >= LEAST_RATE and is_whole,
        f"{LEAST_RATE:,.0f}",
    )


def _cpu_seconds(pid: int) -> float:
    """What a process has used so far, which tells more than a rate on a busy machine."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:  # not on Linux
        return math.nan
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure_lateness(url: str, rows: int) -> bool:
    with trial(url, lease=LEASE.total_seconds()) as (running, provider):
        running.start()
        running.fill(rows, learners=rows // ROWS_A_LEARNER, due=timedelta(minutes=1))
        running.wait_until_done(LONGEST)
        late = running.lateness()
        p50, p99 = late[len(late) // 2], late[int(0.99 * len(late))]
        is_met = p99 <= MOST_LATE_SECONDS and len(provider.taken) == rows
    return _told(
        f"in time: p50 {p50:.2f} s, p99 {p99:.2f} s late", is_met, f"{MOST_LATE_SECONDS} s"
    )


def measure_ordeal(url: str, rows: int) -> bool:
    with trial(url, lease=SHORT_LEASE_SECONDS) as (running, provider):
        running.fill(rows, learners=rows // ROWS_A_LEARNER)
        begun = time.monotonic()
        running.ordeal(schedulers=SCHEDULERS, kills=KILLS, freezes=FREEZES, rng=Random(5))
        running.wait_until_done(LONGEST)
        seconds = time.monotonic() - begun
        in_doubt = len(running.ids("unknown"))
        running.tell_events()
        left = running.as_operators_do()
        running.wait_until_done(LONGEST)
        found = running.violations()
        is_whole = running.statuses() == {"sent": rows} and len(provider.taken) == rows
    print(
        f"  ordeal: {rows:,} rows in {seconds:.0f} s; in doubt {in_doubt:,}, told of by events "
        f"{in_doubt - left:,}, by an operator {left:,}"
    )
    return _told(f"ordeal: {found}", found == Violations() and is_whole, "none, and all sent")


PARTS: dict[str, tuple[Callable[[str, int], bool], int]] = {
    "rate": (measure_rate, ROWS),
    "in-time": (measure_lateness, ROWS_IN_A_MINUTE),
    "ordeal": (measure_ordeal, ROWS),
}


def _told(figure: str, is_met: bool, bar: str) -> bool:
    load = os.getloadavg()[0]
    print(f"  {figure} (bar {bar}): {'met' if is_met else 'MISSED'}; load {load:.1f}", flush=True)
    return is_met


@contextmanager
def _sqlite() -> Iterator[Callable[[str], str]]:
    with tempfile.TemporaryDirectory() as folder:
        yield lambda name: f"sqlite:///{Path(folder) / name}.db"


@contextmanager
def _postgresql() -> Iterator[Callable[[str], str]]:
    with postgres_server() as address:

        def create(name: str) -> str:
            plain = address.replace("+psycopg", "") + "postgres"
            with psycopg.connect(plain, user=USER, autocommit=True) as connection:
                connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[arg-type]
            return address + name

        yield create


def _migrate(url: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "alembic", "-c", "alembic/alembic.ini", "upgrade", "head"],
        cwd=ROOT,
        env={**os.environ, "LEARNCONNECT_ENV": "test", "LEARNCONNECT_DATABASE_URL": url},
        check=True,
        stderr=subprocess.DEVNULL,
    )


DATABASES = {"sqlite": _sqlite, "postgresql": _postgresql}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=PARTS, action="append")
    parser.add_argument("--database", choices=DATABASES, action="append")
    parser.add_argument("--share", type=float, default=1, help="of the rows: 0.1 for a quick look")
    given = parser.parse_args()
    missed = 0
    for kind in given.database or DATABASES:
        print(kind, flush=True)
        try:
            with DATABASES[kind]() as create:
                for part in given.only or PARTS:
                    measure, rows = PARTS[part]
                    url = create(part)
                    _migrate(url)
                    missed += not measure(url, int(rows * given.share))
        except PostgresMissingError as missing:
            print(f"  not measured: {missing}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
