"""How a learner felt last, as they said it on the wellbeing page or of a session."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Subquery, func, union_all
from sqlalchemy import select as sql_select
from sqlmodel import col

from learnconnect_app.models import MoodEntry, StudySession


def felt_last(user_id: UUID, since: date) -> Subquery:
    """A row with ``day`` and ``mood`` of what was said last from the study day ``since`` on; none
    when nothing was."""
    entries: tuple[Any, ...] = (MoodEntry.day, MoodEntry.mood, MoodEntry.created_at)
    moment = func.coalesce(StudySession.ended_at, StudySession.started_at)
    day = func.coalesce(StudySession.done_day, StudySession.day)
    said = union_all(
        sql_select(*entries).where(col(MoodEntry.user_id) == user_id, col(MoodEntry.day) >= since),
        sql_select(day, col(StudySession.mood), moment).where(
            col(StudySession.user_id) == user_id,
            day >= since,
            col(StudySession.mood) != "",
            moment.is_not(None),
        ),
    ).subquery()
    return (
        sql_select(said.c.day, said.c.mood).order_by(said.c.created_at.desc()).limit(1).subquery()
    )
