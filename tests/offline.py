"""A device without a connection: what it does is queued, and sent when it can be."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, select

from learnconnect_app.models import DailyActivity, StudySession, User, XPReward
from learnconnect_app.services.dropped_sessions import proof_of
from learnconnect_app.services.operations import Answer, Sent, apply_operation

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DEFAULTS: dict[str, dict[str, Any]] = {
    "pause_session": {"seconds": 0, "proof": ""},
    "complete_session": {"seconds": 0, "percent": 100, "recall": "", "mood": "", "proof": ""},
    "save_notes": {"was": "", "proof": ""},
    "answer_mistake": {"seconds": 30.0},
}


def queued(user: User, kind: str, done_at: datetime, **content: Any) -> Sent:
    """As a device queues it; what the contract lets be left out is as it is then."""
    return Sent(uuid.uuid4(), user.id, kind, done_at, {**DEFAULTS.get(kind, {}), **content})


@dataclass
class Device:
    """Queues for a learner, and sends all of it when told to."""

    user: User
    queue: list[Sent] = field(default_factory=list)

    def does(self, kind: str, done_at: datetime, **content: Any) -> Sent:
        self.queue.append(queued(self.user, kind, done_at, **content))
        return self.queue[-1]

    def sends(
        self, session: Session, now: datetime, *, sent_at: datetime | None = None
    ) -> list[Answer]:
        """Everything, again and again: the queue forgets nothing."""
        return [
            apply_operation(session, user_id=self.user.id, sent=each, sent_at=sent_at, now=now)
            for each in self.queue
        ]


def sent(
    session: Session, user: User, kind: str, at: datetime, now: datetime, **content: Any
) -> Answer:
    """One operation, queued and sent."""
    operation = queued(user, kind, at, **content)
    return apply_operation(session, user_id=user.id, sent=operation, sent_at=None, now=now)


def proven(row: StudySession) -> dict[str, Any]:
    """A session as a device knows it."""
    return {"session_id": row.id, "proof": proof_of(row)}


def ledger(session: Session, user: User) -> list[tuple[str, str, int]]:
    rows = session.exec(select(XPReward).where(XPReward.user_id == user.id)).all()
    return sorted((row.reward_type, row.object_id, row.amount) for row in rows)


def kinds_of_days(session: Session, user: User) -> dict[str, str]:
    rows = session.exec(
        select(DailyActivity)
        .where(DailyActivity.user_id == user.id)
        .order_by(col(DailyActivity.day))
        .execution_options(populate_existing=True)
    )
    return {row.day.isoformat(): row.kind for row in rows}
