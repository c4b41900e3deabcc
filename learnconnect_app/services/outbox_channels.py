"""How channels and devices fare by what became of their messages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, delete, update

from learnconnect_app.domain.outbox import PUSH
from learnconnect_app.models import PushSubscription
from learnconnect_app.services.channels import note_results
from learnconnect_app.services.outbox_claims import Claimed

ERRORS = {"again": "unreachable", "failed": "refused"}
"""``channel.<code>`` of the catalogs, by outcome."""


def note_channels(
    session: Session, claims: Sequence[Claimed], *, outcome: str, now: datetime
) -> None:
    """The messages, of one channel, had this outcome. A browser that is gone is forgotten."""
    if not claims:
        return
    rows = [each.row for each in claims]
    if rows[0].channel == PUSH:
        _note_devices(session, claims, outcome, now)
    if outcome != "gone":
        users = {row.user_id for row in rows if row.user_id is not None}
        error = ERRORS.get(outcome, "")
        note_results(session, channel=rows[0].channel, user_ids=users, error=error, now=now)


def _note_devices(session: Session, claims: Sequence[Claimed], outcome: str, now: datetime) -> None:
    are_meant = col(PushSubscription.id).in_([UUID(each.row.recipient) for each in claims])
    if outcome == "gone":
        # the browser may have a new address since the claim, and that one is not gone
        used = {each.subscription.endpoint for each in claims if each.subscription}
        is_same = col(PushSubscription.endpoint).in_(used)
        session.exec(delete(PushSubscription).where(are_meant, is_same))
        return
    failures = col(PushSubscription.failures)
    values = (
        {"succeeded_at": now, "failures": 0} if outcome == "sent" else {"failures": failures + 1}
    )
    session.execute(
        update(PushSubscription).where(are_meant).values(values),
        execution_options={"synchronize_session": False},
    )
