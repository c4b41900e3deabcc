"""Asks of due messages, just before they are sent, whether they are still wanted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.models import OutboxMessage

Verdict = Literal["send", "cancelled", "expired", "later"]
"""``later``: it stays pending; its ``due_at`` was moved (out of the quiet hours)."""


def wanted(session: Session, rows: Sequence[OutboxMessage], now: datetime) -> dict[UUID, Verdict]:
    """A verdict for each row, in a fixed number of queries. To be called in the transaction that
    claims the rows, before their status is changed."""
    return {row.id: "send" for row in rows}
