"""Figures of the outbox for whoever watches it. Each is read along an index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from learnconnect_app.domain.outbox import CHANNELS
from learnconnect_app.models import OutboxMessage

LATELY = timedelta(minutes=15)
MOST_SENT = 2000
"""The newest of each channel: enough for a percentile."""


@dataclass(frozen=True)
class OutboxFigures:
    counts: Mapping[tuple[str, str], int]
    """By channel and status."""
    oldest_due_seconds: Mapping[str, float]
    """By channel: since when the one that waits longest is due; 0 when none is."""
    lateness_seconds: Mapping[tuple[str, float], float]
    """By channel and quantile (.5 and .99), of what was due and sent lately."""


def outbox_figures(session: Session, *, now: datetime) -> OutboxFigures:
    counted = session.exec(
        select(OutboxMessage.channel, OutboxMessage.status, func.count()).group_by(
            col(OutboxMessage.channel), col(OutboxMessage.status)
        )
    )
    lateness = {channel: _lateness(session, channel, now) for channel in CHANNELS}
    return OutboxFigures(
        counts={(channel, status): count for channel, status, count in counted},
        oldest_due_seconds={channel: _oldest_due(session, channel, now) for channel in CHANNELS},
        lateness_seconds={
            (channel, quantile): _quantile(sorted(seconds), quantile)
            for channel, seconds in lateness.items()
            for quantile in (0.5, 0.99)
        },
    )


def _oldest_due(session: Session, channel: str, now: datetime) -> float:
    due_at = session.exec(
        select(OutboxMessage.due_at)
        .where(OutboxMessage.channel == channel, OutboxMessage.status == "pending")
        .order_by(col(OutboxMessage.due_at))
        .limit(1)
    ).first()
    return max(0.0, (now - due_at).total_seconds()) if due_at else 0.0


def _lateness(session: Session, channel: str, now: datetime) -> list[float]:
    rows = session.exec(
        select(OutboxMessage.due_at, OutboxMessage.sent_at)
        .where(
            OutboxMessage.channel == channel,
            OutboxMessage.status == "sent",
            OutboxMessage.due_at > now - LATELY,
        )
        .order_by(col(OutboxMessage.due_at).desc())
        .limit(MOST_SENT)
    )
    return [(sent_at - due_at).total_seconds() for due_at, sent_at in rows if sent_at]


def _quantile(ordered: list[float], quantile: float) -> float:
    """The nearest rank; 0 of nothing."""
    return ordered[min(len(ordered) - 1, int(quantile * len(ordered)))] if ordered else 0.0
