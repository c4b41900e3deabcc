"""A session is finished, in whole or in part, and paid for; or that is taken back.

What finishing changed is kept with the session (``StudySession.undo``), so that taking it back
leaves what is believed of the topic exactly as it was. XP stays paid, and is never paid again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select, update

from learnconnect_app.domain.daily_goals import (
    DaySession,
    GoalNews,
    goal_news,
    is_reached,
    minutes_left,
)
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.session_clock import status_for
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.domain.xp import XPType
from learnconnect_app.models import DailyActivity, StudyPlan, StudySession, User
from learnconnect_app.services import streaks
from learnconnect_app.services.daily_news import tell_if_day_is_done, tell_of_nearly
from learnconnect_app.services.lesson_progress import note_studied
from learnconnect_app.services.ownership import OwnSession, locked_user, own_session
from learnconnect_app.services.progress_snapshots import progress_snapshot, restore_progress
from learnconnect_app.services.session_rows import (
    BEGUN,
    FINISHED,
    MOODS,
    OPEN,
    bring_to,
    change,
    clock_of,
    refuse_unknown,
    refuse_unless_studied,
)
from learnconnect_app.services.xp import award

RECALLS = ("forgotten", "hard", "good", "easy")


@dataclass(frozen=True, slots=True)
class Completion:
    """What finishing a session brought; nothing when it was finished before."""

    xp: int = 0
    minutes: int = 0
    """Worked."""
    news: GoalNews = GoalNews.NONE
    minutes_left: int = 0
    """To the goal of the day."""


def complete_session(
    session: Session,
    *,
    user_id: UUID,
    session_id: UUID,
    percent: int = 100,
    recall: str = "",
    mood: str = "",
    version: int | None = None,
    now: datetime,
) -> Completion:
    """Finish a session, so much of it (1-100 per cent), and pay for it; once.

    ``recall``: how well a review went; ``version``: refuse when the session has changed since.
    ``DomainError`` plan_paused, plan_not_active, session_missed, session_changed or bad_request.
    """
    user = locked_user(session, user_id)
    own = own_session(session, user_id, session_id)
    row, day = own.session, study_day(now, user.timezone)
    if row.status in FINISHED:
        return Completion()
    _refuse_unless_completable(own, day, version)
    refuse_unknown(recall, RECALLS)
    refuse_unknown(mood, MOODS)
    if not 1 <= percent <= 100:
        raise DomainError("bad_request")
    bring_to(session, row, day)
    left_before = minutes_left(_planned_for(session, own.plan, day))
    minutes = clock_of(row).minutes_worked(now, percent)
    if not _finish(session, row, day, now, percent=percent, recall=recall, mood=mood or row.mood):
        return Completion()
    _learn(session, user, row, minutes, now)
    today = _planned_for(session, own.plan, day)
    xp = _pay(session, user, row, is_goal_reached=is_reached(today), now=now)
    xp += streaks.record_activity(session, user=user, now=now, minutes=minutes, tasks=1)
    left = minutes_left(today)
    news = goal_news(left_before, left)
    tell_of_nearly(session, user, left, now)
    if news is GoalNews.REACHED:
        tell_if_day_is_done(session, user, now)
    return Completion(xp, minutes, news, left)


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


def _refuse_unless_completable(own: OwnSession, day: date, version: int | None) -> None:
    """A session that was begun yesterday may still be finished after the day rolled over."""
    refuse_unless_studied(own.plan)
    row = own.session
    if row.status not in OPEN or (row.day < day and row.status not in BEGUN):
        raise DomainError("session_missed")
    if version is not None and version != row.version:
        raise DomainError("session_changed")


def _finish(session: Session, row: StudySession, day: date, now: datetime, **done: Any) -> bool:
    return change(
        session,
        row,
        OPEN,
        status=status_for(done["percent"]),
        spent_seconds=clock_of(row).stopped(now).spent_seconds,
        running_since=None,
        ended_at=now,
        done_day=day,
        **done,
    )


def _planned_for(session: Session, plan: StudyPlan, day: date) -> list[DaySession]:
    """What the plan asks of a day; the learner's own entries are not part of its goal."""
    rows = session.exec(
        select(StudySession.minutes, StudySession.status, StudySession.percent).where(
            StudySession.plan_id == plan.id, StudySession.day == day, StudySession.kind != "own"
        )
    )
    return [DaySession(*row) for row in rows]


def _learn(session: Session, user: User, row: StudySession, minutes: int, now: datetime) -> None:
    """Note what was studied, and what that changed."""
    undo: dict[str, Any] = {"minutes": minutes, "before": None, "after": None}
    if row.topic_key is not None:
        undo["before"] = progress_snapshot(session, user.id, row.topic_key)
        learned = round(row.minutes * row.percent / 100)  # who is quick learns the whole of it
        note_studied(session, user=user, study_session=row, minutes=learned, now=now)
        session.flush()
        undo["after"] = progress_snapshot(session, user.id, row.topic_key)
    row.undo = undo
    session.flush()


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


def _pay(
    session: Session, user: User, row: StudySession, *, is_goal_reached: bool, now: datetime
) -> int:
    """The learner's own entries pay nothing: there can be as many as they like."""
    assert row.done_day is not None
    earned: list[tuple[XPType, str]] = []
    if row.status == "done" and row.kind != "own":
        earned.append((XPType.STUDY_SESSION, str(row.id)))
    if row.day == row.done_day and is_goal_reached:
        earned.append((XPType.DAILY_GOAL, row.done_day.isoformat()))
    return sum(
        award(
            session,
            user_id=user.id,
            reward_type=kind,
            object_id=object_id,
            day=row.done_day,
            now=now,
        )
        for kind, object_id in earned
    )
