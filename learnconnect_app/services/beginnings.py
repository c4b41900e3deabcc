"""Begins a test once: who asks for one that runs already gets that one again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, select

from learnconnect_app.domain.attempts import time_limit_seconds
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.models import Attempt, AttemptItem
from learnconnect_app.services.upserts import insert_once

Draw = Callable[[], Sequence[AttemptItem]]
ABOUT = ("plan_id", "weekly_plan_id", "study_plan_id", "module_key", "topic_key", "test_key")
"""What tells a test from another one of its kind."""


def running_like(session: Session, wanted: Attempt) -> Attempt | None:
    """The learner's running test of this kind; the database allows one for each curriculum."""
    return session.exec(
        select(Attempt).where(
            Attempt.user_id == wanted.user_id,
            Attempt.curriculum_key == wanted.curriculum_key,
            Attempt.kind == wanted.kind,
            Attempt.status == "running",
        )
    ).first()


def begin(
    session: Session, attempt: Attempt, draw: Draw, *, now: datetime, minutes: int | None = None
) -> UUID:
    """The running test about the same, or ``attempt`` with the items drawn for it.

    Time allowed: ``minutes``, or what its items need. ``DomainError`` another_test_running, and
    what ``draw`` raises. The learner is to be locked before.
    """
    running = running_like(session, attempt)
    if running is not None:
        if any(getattr(running, name) != getattr(attempt, name) for name in ABOUT):
            raise DomainError("another_test_running")
        return running.id
    items = draw()
    limit = 60 * minutes if minutes else time_limit_seconds(i.expected_seconds for i in items)
    attempt.deadline_at = now + timedelta(seconds=limit)
    insert_once(session, attempt)
    session.add_all(items)
    session.flush()
    return attempt.id
