"""What the scheduler does at each tick. Any number of schedulers may run at once."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from uuid import UUID

from learnconnect_app import wiring
from learnconnect_app.domain.outbox import MAIL, PUSH
from learnconnect_app.scheduler import calendar_sync
from learnconnect_app.scheduler.deliveries import by_mail, by_push
from learnconnect_app.scheduler.sending import Sending
from learnconnect_app.services import (
    accounts,
    calendar_connections,
    confirmations,
    deletions,
    health,
    items,
    notifications,
    operations,
    outbox_claims,
    outbox_results,
    rate_limits,
    sessions,
    study_settling,
    weekly_reports,
)
from learnconnect_app.services.reminder_planning import plan_due
from learnconnect_app.services.submissions import expired_tests, submit_attempt

log = logging.getLogger(__name__)

stopping = threading.Event()
"""Set when the process was told to stop: ticks then begin nothing more."""
LEARNERS_AT_ONCE = 5
REPORTS_AT_ONCE = 500


def beat() -> None:
    wiring.perform(health.beat)


def submit_expired_tests() -> None:
    """Tests whose time ran out while nobody looked: each in a transaction of its own."""
    for user_id, attempt_id in wiring.read(expired_tests):
        if stopping.is_set():
            return
        try:
            wiring.perform(submit_attempt, user_id=user_id, attempt_id=attempt_id)
        except Exception:
            log.exception("test %s, whose time is over, was not submitted", attempt_id)


def settle_study_days() -> None:
    """Study days that ended at 04:00 of their learners: each in a transaction of its own."""
    _for_each(
        wiring.read(study_settling.learners_to_settle),
        study_settling.settle_study_days,
        "the days of learner %s were not settled",
    )


def make_weekly_reports() -> None:
    """Of weeks that are over: each in a transaction of its own."""
    _for_each(
        wiring.read(weekly_reports.learners_due, most=REPORTS_AT_ONCE),
        weekly_reports.make_report,
        "the weekly report of learner %s was not made",
    )


def _for_each(user_ids: Iterable[UUID], service: Callable[..., object], failure: str) -> None:
    """The service for one learner after the other; one with whom it fails holds up nobody."""
    for user_id in user_ids:
        if stopping.is_set():
            return
        try:
            wiring.perform(service, user_id=user_id)
        except Exception:
            log.exception(failure, user_id)


def delete_accounts() -> None:
    """Accounts whose time to think it over has passed: each in a transaction of its own."""
    _for_each(
        wiring.read(deletions.accounts_to_delete),
        deletions.delete_account,
        "the account of learner %s was not deleted",
    )


def plan_reminders() -> None:
    """A few learners at a time, so that nobody's click waits long for the database."""
    while not stopping.is_set() and wiring.perform(plan_due, most=LEARNERS_AT_ONCE):
        pass


def sync_calendars() -> None:
    calendar_sync.sync_due(stopping.is_set)


def tell_in_app() -> None:
    while not stopping.is_set() and wiring.perform(outbox_claims.tell_due):
        pass


def send_mails() -> None:
    Sending(MAIL, by_mail(), stopping).run()


def send_pushes() -> None:
    Sending(PUSH, by_push(), stopping).run()


def recalibrate_items() -> None:
    """Difficulty, seconds and flags of items follow what real answers show."""
    count = wiring.perform(items.recalibrate)
    if count:
        log.info("%d items were recalibrated", count)


def tidy() -> None:
    if count := wiring.perform(outbox_results.mark_unknown):
        log.warning("of %d messages it is not known whether they were sent", count)
    wiring.perform(outbox_results.let_pushes_rest)
    wiring.perform(outbox_results.forget_settled)
    wiring.perform(rate_limits.forget_expired)
    wiring.perform(sessions.forget_expired)
    wiring.perform(accounts.forget_expired_resets)
    wiring.perform(confirmations.forget_expired)
    wiring.perform(calendar_connections.forget_expired_requests)
    wiring.perform(operations.forget_operations)


def forget_notifications() -> None:
    while not stopping.is_set() and wiring.perform(notifications.tidy):
        pass
