"""How channels and devices fare by what became of their messages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, delete, update

from learnconnect_app.domain.outbox import PUSH
from learnconnect_app.models import OutboxMessage, PushSubscription
from learnconnect_app.services.channels import note_results

ERRORS = {"again": "unreachable", "failed": "refused"}
"""``channel.<code>`` of the catalogs, by outcome."""


def note_channels(
    session: Session, rows: Sequence[OutboxMessage], *, outcome: str, now: datetime
) -> None:
    """The rows, of one channel, had this outcome. A browser that is gone is forgotten."""
    if not rows:
        return
    if rows[0].channel == PUSH:
        _note_devices(session, [UUID(row.recipient) for row in rows], outcome, now)
    if outcome != "gone":
        users = {row.user_id for row in rows if row.user_id is not None}
        error = ERRORS.get(outcome, "")
        note_results(session, channel=rows[0].channel, user_ids=users, error=error, now=now)


def _note_devices(session: Session, ids: Sequence[UUID], outcome: str, now: datetime) -> None:
    are_meant = col(PushSubscription.id).in_(ids)
    if outcome == "gone":
        session.exec(delete(PushSubscription).where(are_meant))
        return
    failures = col(PushSubscription.failures)
    values = (
        {"succeeded_at": now, "failures": 0} if outcome == "sent" else {"failures": failures + 1}
    )
    session.execute(
        update(PushSubscription).where(are_meant).values(values),
        execution_options={"synchronize_session": False},
    )
