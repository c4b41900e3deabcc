"""A topic's progress as a value that can be kept with a session and put back exactly."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlmodel import Session, col, delete, select

from learnconnect_app.models import LessonProgress
from learnconnect_app.services.upserts import upsert_all

KEY = ("user_id", "topic_key")
Snapshot = dict[str, Any]
_json = TypeAdapter(dict[str, Any])


def progress_snapshot(session: Session, user_id: UUID, topic_key: str) -> Snapshot | None:
    """The row as it stands in the database now, in JSON values; ``None``: there is none."""
    row = session.exec(
        select(LessonProgress)
        .where(LessonProgress.user_id == user_id, LessonProgress.topic_key == topic_key)
        .execution_options(populate_existing=True)
    ).first()
    if row is None:
        return None
    snapshot: Snapshot = _json.dump_python(row.model_dump(exclude={*KEY}), mode="json")
    return snapshot


def restore_progress(
    session: Session, user_id: UUID, topic_key: str, snapshot: Snapshot | None
) -> None:
    if snapshot is None:
        session.exec(
            delete(LessonProgress).where(
                col(LessonProgress.user_id) == user_id, col(LessonProgress.topic_key) == topic_key
            )
        )
        return
    named = {"user_id": user_id, "topic_key": topic_key}
    row = LessonProgress.model_validate(snapshot | named)
    upsert_all(session, [row], by=KEY)
