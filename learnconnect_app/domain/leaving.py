"""Leaving: how an account ends, and what must be true before it does.

Asked for once, it ends after ``GRACE``. Until then nothing is deleted and one press keeps it;
meanwhile LearnConnect is silent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from learnconnect_app.domain.accounts import canonical_email
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.study_days import local_time

GRACE = timedelta(days=14)
TOLD_BEFORE = timedelta(hours=12)
"""The last mail comes so long before the end, while the account can still be kept."""
LAST_WARNING = "leaving_today"
"""Which security notice is sent then."""


@dataclass(frozen=True)
class LeavingView:
    """An account that is about to end."""

    ends_on: str = ""
    """Day on the learner's calendar; empty: it stays."""
    days_left: int = 0
    """Whole days, counted up: on the last one it is 1."""


def confirm_leaving(typed: str, email: str) -> None:
    """Their own address, typed by hand. ``DomainError("confirmation_wrong", "confirmation")``."""
    try:
        is_theirs = canonical_email(typed) == email
    except DomainError:
        is_theirs = False
    if not is_theirs:
        raise DomainError("confirmation_wrong", "confirmation")


def leaving_view(ends_at: datetime | None, zone: str, now: datetime) -> LeavingView:
    if ends_at is None:
        return LeavingView()
    days = -((now - ends_at) // timedelta(days=1))
    return LeavingView(local_time(ends_at, zone).date().isoformat(), max(1, days))
