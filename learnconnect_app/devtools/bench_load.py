"""`python -m learnconnect_app.devtools.bench_load`: many people at once on one web process.

Two hundred clients send an event a second each; then two hundred and a thousand open pages and
act as people do. Each has an account, a sign-in and a socket of its own, and its event passes the
gate and the database. Times are from sending to the last update, beside the idle round trip of the
same run; memory is what the web process grew by for each client of the later half that came.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import aiohttp
from sqlmodel import Session

from learnconnect_app.adapters.database import Database
from learnconnect_app.adapters.tokens import new_token, token_hash
from learnconnect_app.devtools.load_clients import Client
from learnconnect_app.devtools.running import RunningApp, started_app
from learnconnect_app.models import User
from learnconnect_app.services.sessions import open_session

STATE = "reflex___state____state"
PAGES = ("home", "plans", "study", "mistakes")
NAMES = {"home": "home_state", "plans": "plan_state", "study": "study_state"}
ADDRESSES = {"home": "/home", "plans": "/plan", "study": "/study", "mistakes": "/mistakes"}
CHEAP = f"{STATE}.learnconnect_app___pages___home___state____home_state.dismiss_error"
WRITING = f"{STATE}.learnconnect_app___ui___base_state____shell_state.dismiss_freeze"
MOST_ABOVE_IDLE_MS = 50
MOST_KB = 200
SECONDS_BETWEEN_PAGES = (15.0, 45.0)
"""A person reads; then opens another page, or acts on this one."""


def entering(page: str) -> str:
    name = NAMES.get(page, f"{page}_state")
    return f"{STATE}.learnconnect_app___pages___{page}___state____{name}.enter"


@dataclass
class Figures:
    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def percentile(self, share: float) -> float:
        """In milliseconds."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0


def sign_in_many(app: RunningApp, count: int) -> list[str]:
    """Accounts with a sign-in each; their cookies."""
    database, now = Database(app.database_url), datetime.now(UTC)
    try:
        with database.transaction() as session:
            return [_signed_in(session, number, now) for number in range(count)]
    finally:
        database.dispose()


def _signed_in(session: Session, number: int, now: datetime) -> str:
    user = User(
        email=f"{number}.{uuid4().hex[:8]}@load.local",
        password_hash="none",
        display_name=f"Learner {number}",
        locale="tr",
        timezone="Europe/Istanbul",
        created_at=now,
    )
    session.add(user)
    session.flush()
    token = new_token()
    open_session(session, user_id=user.id, token_hash=token_hash(token), user_agent="", now=now)
    return token


def memory_kb(process: int) -> int:
    """Of a process and its children, resident."""
    total, waiting = 0, [process]
    while waiting:
        each = Path(f"/proc/{waiting.pop()}")
        status = dict(
            line.split(":", 1) for line in (each / "status").read_text().splitlines() if ":" in line
        )
        total += int(status.get("VmRSS", "0 kB").split()[0])
        for thread in (each / "task").iterdir():
            waiting += map(int, (thread / "children").read_text().split())
    return total


async def noted(figures: Figures, client: Client, name: str, path: str = "/home") -> None:
    try:
        figures.seconds.append(await client.send(name, path))
    except Exception as error:
        figures.errors.append(f"{type(error).__name__}: {error}")


async def open_all(clients: list[Client], figures: Figures) -> None:
    """Fifty at a time, as no crowd comes within one second."""
    door = asyncio.Semaphore(50)

    async def come(client: Client) -> None:
        async with door:
            await client.connect()
            await noted(figures, client, entering("home"))

    await asyncio.gather(*(come(client) for client in clients))


async def every_second(clients: list[Client], seconds: float) -> Figures:
    figures, end = Figures(), time.monotonic() + seconds

    async def keep_on(client: Client) -> None:
        await asyncio.sleep(random.random())
        while time.monotonic() < end:
            begun = time.monotonic()
            await noted(figures, client, CHEAP)
            await asyncio.sleep(max(0, 1 - (time.monotonic() - begun)))

    await asyncio.gather(*(keep_on(client) for client in clients))
    return figures


async def as_people(clients: list[Client], seconds: float) -> Figures:
    figures, end = Figures(), time.monotonic() + seconds

    async def study(client: Client) -> None:
        least, most = SECONDS_BETWEEN_PAGES
        await asyncio.sleep(random.uniform(0, most))
        while time.monotonic() < end:
            if random.random() < 0.3:
                await noted(figures, client, WRITING)
            else:
                page = random.choice(PAGES)
                await noted(figures, client, entering(page), ADDRESSES[page])
            await asyncio.sleep(random.uniform(least, most))

    await asyncio.gather(*(study(client) for client in clients))
    return figures


async def idle(client: Client, name: str, count: int = 60) -> Figures:
    figures = Figures()
    for _ in range(count):
        await noted(figures, client, name)
        await asyncio.sleep(0.3)  # below what the gate allows one learner
    return figures


def told(what: str, figures: Figures, note: str = "") -> None:
    p50, p95, p99 = (figures.percentile(share) for share in (0.5, 0.95, 0.99))
    print(
        f"{what:<34}{len(figures.seconds):>7} events{len(figures.errors):>5} errors"
        f"  p50 {p50:6.1f}  p95 {p95:6.1f}  p99 {p99:6.1f} ms  {note}",
        flush=True,
    )
    for error in sorted(set(figures.errors))[:3]:
        print(f"    {error}")


async def measure(app: RunningApp, crowds: list[int], seconds: float) -> bool:
    print(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    tokens = sign_in_many(app, max(crowds))
    is_met = True
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as http:
        clients = [Client(http, app.url, token) for token in tokens]
        first = Figures()
        await open_all(clients[:1], first)
        alone = await idle(clients[0], CHEAP)
        told("idle round trip", alone)
        opened = 1
        for number, crowd in enumerate(crowds):
            arriving, half = Figures(), (opened + crowd) // 2
            await open_all(clients[opened:half], arriving)
            before = memory_kb(app.web)  # what is kept once for all is there by now
            await open_all(clients[half:crowd], arriving)
            each = (memory_kb(app.web) - before) / (crowd - half)
            opened = crowd
            told(f"{crowd} clients open Home", arriving)
            if number == 0:
                busy = await every_second(clients[:crowd], seconds)
                above = busy.percentile(0.95) - alone.percentile(0.95)
                told(f"{crowd} clients, an event a second", busy, f"{above:+.1f} ms (bar +50)")
                is_met &= not busy.errors and above <= MOST_ABOVE_IDLE_MS
            people = await as_people(clients[:crowd], seconds)
            told(
                f"{crowd} clients at human pace", people, f"{each:.0f} kB a client (bar {MOST_KB})"
            )
            is_met &= not people.errors and not arriving.errors and each <= MOST_KB
        await asyncio.gather(*(client.close() for client in clients))
    print(f"load of the machine after: {os.getloadavg()[0]:.1f}")
    return is_met


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--crowds", type=int, nargs="+", default=[200, 1000])
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    with started_app() as app:
        is_met = asyncio.run(measure(app, given.crowds, given.seconds))
    print("every bar is met" if is_met else "a bar was missed")
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
