"""What the scheduler does at each tick. Any number of schedulers may run at once."""

from __future__ import annotations

import logging
import threading
from datetime import timedelta

from learnconnect_app import wiring
from learnconnect_app.adapters.mailers import mailer
from learnconnect_app.domain.ports import Mailer, SendError, SendUnknownError
from learnconnect_app.services import (
    accounts,
    health,
    items,
    outbox,
    rate_limits,
    sessions,
    study_settling,
)
from learnconnect_app.services.outbox import Claimed
from learnconnect_app.services.submissions import expired_tests, submit_attempt
from learnconnect_app.settings import settings

log = logging.getLogger(__name__)

stopping = threading.Event()
"""Set when the process was told to stop: ticks then end at the next mail."""
LONGEST_SEND = timedelta(seconds=60)
"""No mail is begun later than this before its lease ends."""


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
    for user_id in wiring.read(study_settling.learners_to_settle):
        if stopping.is_set():
            return
        try:
            wiring.perform(study_settling.settle_study_days, user_id=user_id)
        except Exception:
            log.exception("the days of learner %s were not settled", user_id)


def send_mails() -> None:
    """Claim, commit, send, record."""
    sender = mailer(settings())
    last_start = wiring.now() + outbox.LEASE - LONGEST_SEND
    claimed = wiring.perform(outbox.claim_due, public_url=settings().public_url)
    for position, each in enumerate(claimed):
        if stopping.is_set() or wiring.now() > last_start:
            rest = [later.id for later in claimed[position:]]
            wiring.perform(outbox.release, message_ids=rest)
            return
        _send(sender, each)


def _send(sender: Mailer, claimed: Claimed) -> None:
    try:
        sender.send(claimed.mail)
    except SendUnknownError as error:
        log.warning("mail %s may have been sent: %s", claimed.id, error)  # `tidy` marks it
    except SendError as error:
        log.warning("mail %s: %s", claimed.id, error)
        wiring.perform(
            outbox.mark_failed,
            message_id=claimed.id,
            reason=str(error),
            is_final=error.is_final,
        )
    except Exception:
        log.exception("mail %s may have been sent", claimed.id)
    else:
        wiring.perform(
            outbox.mark_sent, message_id=claimed.id, forget_secrets=sender.name != "local"
        )


def recalibrate_items() -> None:
    """Difficulty, seconds and flags of items follow what real answers show."""
    count = wiring.perform(items.recalibrate)
    if count:
        log.info("%d items were recalibrated", count)


def tidy() -> None:
    if count := wiring.perform(outbox.mark_unknown):
        log.warning("of %d mails it is not known whether they were sent", count)
    wiring.perform(rate_limits.forget_expired)
    wiring.perform(sessions.forget_expired)
    wiring.perform(accounts.forget_expired_resets)
