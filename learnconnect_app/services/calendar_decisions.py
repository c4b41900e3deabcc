"""What a learner decided here about the place of a session that was also moved elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, or_, select

from learnconnect_app.models import PlanChange, StudySession

BY_HAND = ("moved", "edited")
PLACE = {"day", "start_minute", "position"}


def was_decided_after(session: Session, row: StudySession, at: datetime | None) -> bool:
    """Whether the learner put the session where it is later than its event was moved there: by
    hand, or by taking back a change. Planning again is no decision."""
    changes = session.exec(
        select(PlanChange).where(
            PlanChange.plan_id == row.plan_id,
            or_(col(PlanChange.kind).in_(BY_HAND), PlanChange.status == "undone"),
        )
    )
    return any(
        (at is None or decided > at) and _places(change, row)
        for change in changes
        if (decided := _decided_at(change, row))
    )


def _decided_at(change: PlanChange, row: StudySession) -> datetime | None:
    """A session that is pinned no more was planned again since it was moved. What is taken back
    leaves it as it was before, pinned or not."""
    if change.status == "undone":
        return change.decided_at
    return change.created_at if change.status == "applied" and row.is_pinned else None


def _places(change: PlanChange, row: StudySession) -> bool:
    """Whether the change is about the place of this session; another title is not."""
    return any(
        each["id"] == str(row.id) and not PLACE.isdisjoint(_touched(each)) for each in change.rows
    )


def _touched(kept: Mapping[str, Any]) -> set[str]:
    return {*(kept["before"] or ()), *(kept["after"] or ())}
