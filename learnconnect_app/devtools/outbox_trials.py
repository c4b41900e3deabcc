"""Trials of the outbox: real schedulers on a database of their own, and a provider that counts.

What the provider took can be told to the outbox as its event webhook would (`tell_events`).
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

from sqlalchemy import insert
from sqlmodel import func, select

from learnconnect_app.adapters import clock
from learnconnect_app.adapters.database import Database
from learnconnect_app.devtools.outbox_provider import Provider
from learnconnect_app.devtools.outbox_rows import a_user, fill
from learnconnect_app.domain.mail_events import MailEvent
from learnconnect_app.models import OutboxMessage, User
from learnconnect_app.services.dead_letters import send_again
from learnconnect_app.services.mail_events import note_events

ROOT = Path(__file__).parent.parent.parent
LAUNCHER = """
import sys, time
from datetime import timedelta
from learnconnect_app.adapters import clock
from learnconnect_app.domain import outbox
lease, pause, hands = float(sys.argv[1]), float(sys.argv[2]), sys.argv[3]
if hands:
    usual = clock.now
    clock.now = lambda: usual() + timedelta(seconds=float(open(hands).read() or 0))
outbox.LEASE = timedelta(seconds=lease)
from learnconnect_app.scheduler import __main__ as process, deliveries, ticks
process.SECONDS_BETWEEN = {ticks.beat: 5, ticks.send_mails: 0.5, ticks.tidy: max(0.5, lease / 4)}
if pause:
    class Sleeping:
        name = "sleeping"
        def send(self, mail):
            time.sleep(pause)
    deliveries.mailer = lambda settings: Sleeping()
process.main()
"""
"""A scheduler with a lease of argv[1] seconds, and with only the ticks of the outbox. With argv[2]
there is no network: its provider sleeps for so many seconds. The file argv[3] says by how many
seconds its clock is wrong."""


@dataclass(frozen=True)
class Violations:
    """What must not be; by comparing the rows with what the provider took."""

    duplicates: int = 0
    undelivered: int = 0
    """Recorded as sent, and never taken."""
    unrecorded: int = 0
    """Taken, and the row says something else than sent or unknown."""


class Trial:
    """Rows that are due, and schedulers that are started, killed and frozen."""

    def __init__(self, url: str, provider: Provider | None = None, *, lease: float = 6) -> None:
        self.database = Database(url)
        self._lease, self._provider = lease, provider
        self.schedulers: list[subprocess.Popen[bytes]] = []
        self._environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("LEARNCONNECT_")},
            "LEARNCONNECT_ENV": "test",
            "LEARNCONNECT_DATABASE_URL": url,
            "LEARNCONNECT_SECRET_KEY": "only for a trial of the outbox",
            "PYTHONPATH": str(ROOT),
        }
        if provider is not None:
            self._environment["LEARNCONNECT_SENDGRID_API_KEY"] = "SG.trial"
            self._environment["LEARNCONNECT_SENDGRID_HOST"] = provider.url

    # ---- rows ------------------------------------------------------------------------------

    def fill(self, count: int, *, learners: int, due: timedelta = timedelta()) -> None:
        """``count`` mails, due one after the other during the next ``due``."""
        fill(self.database, count, learners=learners, due=due)

    def statuses(self) -> Counter[str]:
        with self.database.reading() as session:
            counted = select(OutboxMessage.status, func.count()).group_by(OutboxMessage.status)
            return Counter(dict(session.exec(counted).all()))

    def is_done(self) -> bool:
        with self.database.reading() as session:
            left = OutboxMessage.status.in_(("pending", "sending"))  # type: ignore[attr-defined]
            return session.exec(select(OutboxMessage.id).where(left).limit(1)).first() is None

    def ids(self, status: str) -> set[str]:
        with self.database.reading() as session:
            found = select(OutboxMessage.id).where(OutboxMessage.status == status)
            return {str(id_) for id_ in session.exec(found)}

    def lateness(self) -> list[float]:
        """Seconds from due to sent, the longest last."""
        with self.database.reading() as session:
            times = select(OutboxMessage.due_at, OutboxMessage.sent_at)
            sent = session.exec(times.where(OutboxMessage.status == "sent"))
            return sorted((at - due).total_seconds() for due, at in sent if at)

    def tell_events(self) -> None:
        """What the provider's webhook tells of the mails it took."""
        assert self._provider is not None
        unknown = self.ids("unknown") & self._provider.taken.keys()
        events = [MailEvent(uuid.UUID(id_), "") for id_ in unknown]
        with self.database.transaction() as session:
            note_events(session, events=events, now=clock.now())

    def as_operators_do(self) -> int:
        """Send again what the provider says nothing of, for it never came there; how many.

        They wait for half an hour, in which every sender comes to itself and the webhook tells of
        what it sent late; here for three leases.
        """
        time.sleep(3 * self._lease)
        self.tell_events()
        operator = {**a_user(clock.now()), "role": "operator"}
        unknown = self.ids("unknown")
        with self.database.transaction() as session:
            session.execute(insert(User), [operator])
            for id_ in unknown:
                send_again(
                    session, user_id=operator["id"], message_id=uuid.UUID(id_), now=clock.now()
                )
        return len(unknown)

    def violations(self) -> Violations:
        assert self._provider is not None
        taken = self._provider.taken
        return Violations(
            duplicates=sum(count - 1 for count in taken.values()),
            undelivered=len(self.ids("sent") - taken.keys()),
            unrecorded=len(taken.keys() - self.ids("sent") - self.ids("unknown")),
        )

    # ---- schedulers ------------------------------------------------------------------------

    def start(self, *, pause: float = 0, clock_file: str = "") -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", LAUNCHER, str(self._lease), str(pause), clock_file]
        process = subprocess.Popen(
            command, cwd=ROOT, env=self._environment, stderr=subprocess.DEVNULL
        )
        self.schedulers.append(process)
        return process

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """At once, wherever it is."""
        process.kill()
        process.wait()
        self.schedulers.remove(process)

    def freeze(self, process: subprocess.Popen[bytes]) -> threading.Timer:
        """Until well after its lease; it goes on by itself then."""
        process.send_signal(signal.SIGSTOP)
        thaw = threading.Timer(1.5 * self._lease, process.send_signal, (signal.SIGCONT,))
        thaw.start()
        return thaw

    def ordeal(self, *, schedulers: int, kills: int, freezes: int, rng: Random) -> None:
        """Kill and freeze schedulers, spread over the rows that are due, until all are done with.

        Whoever is killed is replaced; somebody is always awake.
        """
        blows = ["kill"] * kills + ["freeze"] * freezes
        rng.shuffle(blows)
        total = self.statuses().total()
        thaws: dict[int, threading.Timer] = {}
        for _ in range(schedulers):
            self.start()
        for number, blow in enumerate(blows, start=1):
            self.wait_for(total * number // (len(blows) + 1))
            time.sleep(rng.uniform(0, 0.05))
            while not (awake := [p for p in self.schedulers if not _is_frozen(thaws.get(p.pid))]):
                time.sleep(0.1)
            victim = rng.choice(awake)
            if blow == "freeze" and len(awake) > 1:
                thaws[victim.pid] = self.freeze(victim)
            else:
                self.kill(victim)
                self.start()
        for thaw in thaws.values():
            thaw.join()

    def wait_for(self, settled: int, seconds: float = 600) -> None:
        """Until so many rows are no longer pending."""

        def is_less() -> bool:
            statuses = self.statuses()
            return statuses.total() - statuses["pending"] < settled

        self._wait_while(is_less, seconds)

    def _wait_while(self, condition: Callable[[], bool], seconds: float) -> None:
        end = time.monotonic() + seconds
        while condition():
            if time.monotonic() > end:
                raise TimeoutError(f"after {seconds} s: {dict(self.statuses())}")
            time.sleep(0.05)

    def stop(self) -> list[int]:
        """As at a deployment: what they answer."""
        for process in self.schedulers:
            process.terminate()
        return [process.wait(60) for process in self.schedulers]

    def wait_for_calm(self) -> None:
        """Until what is under way has ended or lost its lease."""
        self._wait_while(lambda: bool(self.ids("sending")), 60)

    def wait_until_done(self, seconds: float) -> None:
        self._wait_while(lambda: not self.is_done(), seconds)

    def end(self) -> None:
        for process in self.schedulers:
            process.kill()
            process.wait()
        self.database.dispose()


@contextmanager
def trial(
    url: str, *, provider_seconds: float = 0.02, lease: float = 6
) -> Iterator[tuple[Trial, Provider]]:
    with Provider(provider_seconds) as provider:
        running = Trial(url, provider, lease=lease)
        try:
            yield running, provider
        finally:
            running.end()


def _is_frozen(thaw: threading.Timer | None) -> bool:
    return thaw is not None and thaw.is_alive()
