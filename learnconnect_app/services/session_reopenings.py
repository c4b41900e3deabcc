"""That a session was finished is taken back.

What is believed of its topic is again exactly as it was. XP stays paid, and is never paid again.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, update

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import DailyActivity, StudySession
from learnconnect_app.services.ownership import locked_user, own_session
from learnconnect_app.services.progress_snapshots import progress_snapshot, restore_progress
from learnconnect_app.services.session_rows import FINISHED, change, refuse_unless_studied


def reopen_session(session: Session, *, user_id: UUID, session_id: UUID, now: datetime) -> None:
    """Take back that a session was finished today; one that is open stays as it is.

    ``DomainError`` plan_paused, plan_not_active, session_closed (another day's, or done by a test)
    or session_built_upon (its topic was worked on since).
    """
    user = locked_user(session, user_id)
    row, plan = own_session(session, user_id, session_id)
    if row.status not in FINISHED:
        return
    refuse_unless_studied(plan)
    if not is_reopenable(row, study_day(now, user.timezone)):
        raise DomainError("session_closed")
    _unlearn(session, row)
    change(
        session,
        row,
        FINISHED,
        status="paused" if row.spent_seconds else "planned",
        percent=0,
        recall="",
        ended_at=None,
        done_day=None,
        undo=None,
    )


def is_reopenable(row: StudySession, day: date) -> bool:
    """Whether it was finished by hand on this study day."""
    return row.undo is not None and row.attempt_id is None and row.done_day == day


def _unlearn(session: Session, row: StudySession) -> None:
    assert row.undo is not None
    if row.topic_key is not None:
        if progress_snapshot(session, row.user_id, row.topic_key) != row.undo["after"]:
            raise DomainError("session_built_upon")
        restore_progress(session, row.user_id, row.topic_key, row.undo["before"])
    session.exec(
        update(DailyActivity)
        .where(col(DailyActivity.user_id) == row.user_id, col(DailyActivity.day) == row.done_day)
        .values(
            minutes=DailyActivity.minutes - row.undo["minutes"],
            tasks_completed=DailyActivity.tasks_completed - 1,
        )
        .execution_options(synchronize_session=False)
    )
