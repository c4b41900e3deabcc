"""A learner works through the sessions of a study plan: start, pause, complete, take back.

planned → running ⇄ paused → done | partly. One clock of a learner runs at a time. A session of a
day to come may be done today and moves here; one that was missed is studied by an extra session
(`extra_sessions.py`).
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, func

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import StudySession
from learnconnect_app.services.achievements import award_challenge
from learnconnect_app.services.ownership import locked_user, own_session
from learnconnect_app.services.session_completions import Completion, complete_session
from learnconnect_app.services.session_reopenings import reopen_session
from learnconnect_app.services.session_rows import (
    FINISHED,
    MOODS,
    bring_to,
    change,
    pause,
    pause_running,
    refuse_unknown,
    refuse_unless_studied,
)

__all__ = [
    "Completion",
    "complete_session",
    "pause_running",
    "pause_session",
    "reopen_session",
    "save_mood",
    "save_notes",
    "start_session",
]

LONGEST_NOTES = 4000


def start_session(
    session: Session, *, user_id: UUID, session_id: UUID, now: datetime
) -> UUID | None:
    """Start or resume the clock; the session that ran until then and is paused by it, if any.

    What runs or is finished stays as it is. ``DomainError`` plan_paused, plan_not_active or
    session_missed.
    """
    user = locked_user(session, user_id)
    row, plan = own_session(session, user_id, session_id)
    if row.status in ("running", *FINISHED):
        return None
    day = study_day(now, user.timezone)
    refuse_unless_studied(plan)
    if row.day < day:
        raise DomainError("session_missed")
    bring_to(session, row, day)
    paused = pause_running(session, user_id, now)
    change(
        session,
        row,
        ("planned", "paused"),
        status="running",
        running_since=now,
        started_at=func.coalesce(StudySession.started_at, now),
    )
    return paused


def pause_session(session: Session, *, user_id: UUID, session_id: UUID, now: datetime) -> None:
    """Stop the clock of a session that runs; any other stays as it is."""
    locked_user(session, user_id)
    pause(session, own_session(session, user_id, session_id).session, now)


def save_notes(
    session: Session, *, user_id: UUID, session_id: UUID, notes: str, now: datetime
) -> None:
    """Keep what was written about a session. ``DomainError("notes_long", "notes", most)``.

    A note may complete the challenge of the week that the session was finished in.
    """
    locked_user(session, user_id)
    row = own_session(session, user_id, session_id).session
    if len(notes) > LONGEST_NOTES:
        raise DomainError("notes_long", "notes", most=LONGEST_NOTES)
    change(session, row, (row.status,), notes=notes)
    if notes and row.done_day and row.ended_at:
        award_challenge(session, user_id=user_id, at=row.ended_at, now=now)


def save_mood(
    session: Session, *, user_id: UUID, session_id: UUID, mood: str, now: datetime
) -> None:
    """Keep how the learner felt. ``DomainError("bad_request")`` for an unknown mood."""
    locked_user(session, user_id)
    row = own_session(session, user_id, session_id).session
    refuse_unknown(mood, MOODS)
    change(session, row, (row.status,), mood=mood)
