"""Keeps calendars elsewhere true: one connection at a time, network only between transactions.

A round: read what changed there, do it here, write what differs. Each step is recorded by itself,
so that a round that breaks off anywhere is simply done again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from random import Random
from typing import TypeVar

from learnconnect_app import wiring
from learnconnect_app.adapters.secrets import is_sealed_anew, sealed
from learnconnect_app.domain.calendar_events import CalendarChanges, EventAnswer, Outcome
from learnconnect_app.domain.calendar_sync import CALENDAR_NAME, Moved
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.ports import (
    AccessRevokedError,
    CalendarBusyError,
    CalendarError,
    CalendarGoneError,
    CalendarProvider,
    CalendarRefusedError,
    SyncExpiredError,
)
from learnconnect_app.services import (
    calendar_connections,
    calendar_notes,
    calendar_returns,
    calendar_sync,
)
from learnconnect_app.services.calendar_sync import Claimed, LeaseLostError
from learnconnect_app.settings import settings

log = logging.getLogger(__name__)

Item = TypeVar("Item")
Result = TypeVar("Result")
LEFT = (Outcome.LATER, Outcome.CHANGED, Outcome.GONE)
MOST_IN_A_TICK = 50
NOT_CONFIGURED = "calendar_off"


def sync_due(is_stopping: Callable[[], bool] = lambda: False) -> None:
    """Synchronise the connections that are due, until none is left or the process is to end.

    Any number of schedulers may do this at once.
    """
    for _ in range(MOST_IN_A_TICK):
        if is_stopping():
            return
        claimed = wiring.perform(calendar_sync.claim_due)
        if claimed is None:
            return
        _Round(claimed).run()


class _Round:
    """One connection, from its claim to its next time."""

    def __init__(self, claimed: Claimed) -> None:
        self.claimed = claimed
        self.calendar_id, self.sync_token = claimed.calendar_id, claimed.sync_token
        self.is_all_done = True
        self.refused = 0
        self.secret = ""
        """As it was opened."""

    def run(self) -> None:
        try:
            self._run_and_tell()
        except LeaseLostError:
            log.warning("the lease of calendar connection %s was lost", self.claimed.id)

    def _run_and_tell(self) -> None:
        try:
            self._run()
        except LeaseLostError:
            raise
        except (AccessRevokedError, CalendarGoneError) as error:
            log.info("calendar connection %s: %s", self.claimed.id, error)
            self._record(calendar_connections.need_reconnect, code=error.code)
        except CalendarError as error:
            log.warning("calendar connection %s: %s", self.claimed.id, error)
            self._postpone(error.code, error.wait_seconds)
        except Exception:
            log.exception("calendar connection %s broke off", self.claimed.id)
            self._postpone(CalendarError.code, 0)

    def _run(self) -> None:
        provider = wiring.calendar_provider(self.claimed.provider, self.claimed.secret)
        if provider is None:
            self._postpone(NOT_CONFIGURED, calendar_sync.EVERY.total_seconds())
            return
        self.secret = provider.secret
        with closing(provider):
            try:
                self._act(provider)
            except CalendarGoneError:
                self._look_again(provider)
                self._act_again(provider)

    def _act(self, provider: CalendarProvider) -> None:
        if self.claimed.status == "removing":
            self._remove(provider)
        else:
            self._sync(provider)

    def _look_again(self, provider: CalendarProvider) -> None:
        """Its id may be another one by now. Raises ``CalendarGoneError`` when it is not there; a
        removal is as good as done then."""
        keys = self._record(calendar_notes.keys_of_events)
        self.calendar_id, self.sync_token = provider.find_calendar(CALENDAR_NAME, keys), ""
        if not self.calendar_id and self.claimed.status != "removing":
            raise CalendarGoneError("no calendar holds an event of ours")
        self._record(calendar_notes.note_calendar, calendar_id=self.calendar_id)

    def _act_again(self, provider: CalendarProvider) -> None:
        try:
            self._act(provider)
        except CalendarGoneError as error:  # it was there just now
            raise CalendarError("it is listed, and not found") from error

    def _sync(self, provider: CalendarProvider) -> None:
        if not self.calendar_id:
            taken = self._record(calendar_notes.calendars_of_others)
            self.calendar_id = provider.make_calendar(CALENDAR_NAME, self.claimed.zone, taken)
            self._record(calendar_notes.note_calendar, calendar_id=self.calendar_id)
        changes = self._changes(provider)
        self._keep_secret(provider)
        self._take_back(changes)
        self._record(calendar_returns.note_token, token=changes.token)
        self._write(provider)
        if self.refused:
            log.warning("calendar connection %s: %d refused", self.claimed.id, self.refused)
        error = CalendarRefusedError.code if self.refused else ""
        self._record(calendar_sync.finish, is_done=self.is_all_done, error=error)

    def _remove(self, provider: CalendarProvider) -> None:
        """Access is given back at the last attempt even if the calendar is still there."""
        try:
            if self.calendar_id:
                provider.remove_calendar(self.calendar_id)
        except CalendarError:
            if self.claimed.attempts >= calendar_sync.MOST_REMOVALS:
                self._give_back(provider)
            raise
        self._give_back(provider)
        self._record(calendar_sync.finish_removal)

    def _give_back(self, provider: CalendarProvider) -> None:
        """The last connection of an account does: it would end the access of the others too."""
        if not self._record(calendar_connections.is_shared):
            provider.revoke()

    # ---- what changed there ------------------------------------------------------------------

    def _changes(self, provider: CalendarProvider) -> CalendarChanges:
        now = wiring.now()
        try:
            changes = provider.changes(self.calendar_id, self.sync_token, now)
        except SyncExpiredError:
            changes = provider.changes(self.calendar_id, "", now)
        if not changes.is_complete:
            return changes
        ids = self._record(calendar_returns.missing_there, events=changes.events)
        found = tuple(provider.look_for(self.calendar_id, ids, changes.token)) if ids else ()
        return CalendarChanges(changes.events + found, changes.token, is_complete=True)

    def _take_back(self, changes: CalendarChanges) -> None:
        found = self._record(
            calendar_returns.note_read, events=changes.events, public_url=settings().public_url
        )
        for what in (*found.moved, *found.deleted):
            try:
                if isinstance(what, Moved):
                    self._record(calendar_returns.take_move, moved=what)
                else:
                    self._record(calendar_returns.take_deletion, deleted=what)
            except DomainError as error:
                self._record(calendar_returns.refuse, what=what, error=error)

    # ---- writing -----------------------------------------------------------------------------

    def _write(self, provider: CalendarProvider) -> None:
        batch = self._record(calendar_sync.plan_writes, public_url=settings().public_url)
        for drafts in _cut(batch.drafts, provider.batch_size):
            answers = provider.write(self.calendar_id, drafts)
            self._record(
                calendar_sync.record_written, answers=answers, fingerprints=batch.fingerprints
            )
            self._heed(answers)
        for keys in _cut(tuple(batch.drops), provider.batch_size):
            answers = provider.delete(self.calendar_id, {key: batch.drops[key] for key in keys})
            self._record(calendar_sync.record_dropped, answers=answers)
            self._heed(answers)

    def _heed(self, answers: Sequence[EventAnswer]) -> None:
        """What is left over is done in another round; a provider that is busy is left alone."""
        self.refused += sum(each.outcome is Outcome.REFUSED for each in answers)
        left = [each for each in answers if each.outcome in LEFT]
        self.is_all_done = self.is_all_done and not left
        later = [each.wait_seconds for each in left if each.outcome is Outcome.LATER]
        if later:
            raise CalendarBusyError("some were for later", wait_seconds=max(later))

    # ---- steps -------------------------------------------------------------------------------

    def _record(self, service: Callable[..., Result], **arguments: object) -> Result:
        return wiring.perform(service, claimed=self.claimed, **arguments)

    def _keep_secret(self, provider: CalendarProvider) -> None:
        if provider.secret != self.secret or not is_sealed_anew(self.claimed.secret):
            self._record(calendar_notes.note_secret, secret=sealed(provider.secret))

    def _postpone(self, code: str, seconds: float) -> None:
        attempts = self.claimed.attempts + 1
        chance = Random(f"{self.claimed.id}:{attempts}").random()
        self._record(calendar_sync.postpone, code=code, asked_seconds=seconds, chance=chance)


def _cut(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    for first in range(0, len(items), size):
        yield items[first : first + size]
