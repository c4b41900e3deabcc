"""Sends what is due on a channel: claim, commit, send by many threads, record many at once.

A channel has threads of its own, so that a provider that hangs holds up nobody else.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from queue import SimpleQueue

from sqlalchemy.exc import SQLAlchemyError

from learnconnect_app import wiring
from learnconnect_app.domain.outbox import may_begin
from learnconnect_app.domain.ports import GoneError, SendError, SendUnknownError
from learnconnect_app.services.outbox_claims import Claimed, Claims, claim_due
from learnconnect_app.services.outbox_results import Outcome, Result, record

log = logging.getLogger(__name__)

SENDERS = 32
HELD = 3 * SENDERS
"""Claimed and not recorded yet, at most. A claim asks the rules, which pays for many at once; but
what waits is in doubt after a crash though it was never begun."""
CLAIMED_AT_ONCE = HELD // 2
RECORDED_AT_ONCE = 48
SECONDS_TO_GATHER = 0.05
"""How long results wait for others to be recorded with."""
SECONDS_BETWEEN_LOOKS = 0.005
"""To be woken by each of them would cost as much as to send it."""
SECONDS_BETWEEN_TRIES = 1.0
MOST_TRIES = 10
"""Of recording, when the database refuses while the process is told to stop."""

Deliver = Callable[[Claimed], Result]
"""Hands one message to its provider. Raises ``SendError``, or what it has for a bad message."""


class Sending:
    """One channel's way out. ``run`` ends when nothing is due any more."""

    def __init__(self, channel: str, deliver: Deliver, stopping: threading.Event) -> None:
        self._channel, self._deliver, self._stopping = channel, deliver, stopping
        self._waiting: SimpleQueue[Claimed | None] = SimpleQueue()
        self._results: SimpleQueue[Result | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._under_way = 0

    def run(self) -> None:
        claims = self._claim()
        if not claims.taken:
            return
        try:
            while claims.taken or self._under_way:
                self._hand_out(claims)
                self._record(self._finished())
                claims = self._claim()
        finally:
            for _ in self._threads:
                self._waiting.put(None)
            for thread in self._threads:
                thread.join()

    def _hand_out(self, claims: Claims) -> None:
        """To threads that are started when there is work for them."""
        self._under_way += len(claims.messages)
        for each in claims.messages:
            self._waiting.put(each)
        while len(self._threads) < min(SENDERS, self._under_way):
            thread = threading.Thread(target=self._work, name=self._channel)
            self._threads.append(thread)
            thread.start()

    def _work(self) -> None:
        while claimed := self._waiting.get():
            self._send(claimed)

    def _claim(self) -> Claims:
        room = HELD - self._under_way
        if self._stopping.is_set() or room < CLAIMED_AT_ONCE:
            return Claims()
        try:
            return wiring.perform(claim_due, channel=self._channel, most=room)
        except Exception:
            log.exception("nothing could be claimed of %s", self._channel)
            return Claims()

    def _send(self, claimed: Claimed) -> None:
        """In a thread: whatever happens, exactly one word of it reaches ``_finished``."""
        result = None
        try:
            result = self._tried(claimed)
        finally:
            self._results.put(result)

    def _tried(self, claimed: Claimed) -> Result | None:
        """What became of it; None when nobody knows: then its lease ends, and it is ``unknown``."""
        if self._stopping.is_set() or not may_begin(claimed.leased_until, wiring.now()):
            return Result(claimed, Outcome.UNTOUCHED)
        about = (claimed.row.channel, claimed.row.id, claimed.row.kind)
        try:
            return self._deliver(claimed)
        except SendUnknownError as error:
            log.warning("%s %s (%s) may have been sent: %s", *about, error)
        except GoneError as error:
            return Result(claimed, Outcome.GONE, str(error))
        except SendError as error:
            log.warning("%s %s (%s): %s", *about, error)
            outcome = Outcome.FAILED if error.is_final else Outcome.AGAIN
            return Result(claimed, outcome, str(error), error.after_seconds)
        except Exception:
            log.exception("%s %s (%s) may have been sent", *about)
        return None

    def _finished(self) -> list[Result]:
        """What the threads are done with: at least one, and then whatever comes soon after."""
        if not self._under_way:
            return []
        answers = [self._results.get()]
        deadline = time.monotonic() + SECONDS_TO_GATHER
        while len(answers) < min(RECORDED_AT_ONCE, self._under_way):
            if time.monotonic() >= deadline:
                break
            time.sleep(SECONDS_BETWEEN_LOOKS)
            while not self._results.empty():
                answers.append(self._results.get())
        self._under_way -= len(answers)
        return [each for each in answers if each is not None]

    def _record(self, results: list[Result]) -> None:
        """However often the database refuses: only here it is known what was sent."""
        tries = 0
        while results:
            try:
                wiring.perform(record, results=results)
                return
            except SQLAlchemyError:
                tries += 1
                log.exception("%d results are not recorded yet", len(results))
                if self._stopping.is_set() and tries >= MOST_TRIES:
                    return
                time.sleep(SECONDS_BETWEEN_TRIES)
