"""A session is finished, in whole or in part, and paid for.

What finishing changed is kept with the session (``StudySession.undo``), so that it can be taken
back (`session_reopenings.py`). XP stays paid, and is never paid again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, select

from learnconnect_app.domain.daily_goals import (
    DaySession,
    GoalNews,
    goal_news,
    is_reached,
    minutes_left,
    news_with_own_goal,
)
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.offline_rules import DoneAway
from learnconnect_app.domain.session_clock import Clock, status_for
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.domain.xp import XPType
from learnconnect_app.models import StudyPlan, StudySession, User
from learnconnect_app.services.daily_news import tell_if_day_is_done, tell_of_nearly
from learnconnect_app.services.late_days import record_work
from learnconnect_app.services.learner_goals import own_day
from learnconnect_app.services.lesson_progress import note_studied
from learnconnect_app.services.ownership import OwnSession, locked_user, own_session
from learnconnect_app.services.progress_snapshots import progress_snapshot
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
    away: DoneAway | None = None,
    now: datetime,
) -> Completion:
    """Finish a session, so much of it (1-100 per cent), and pay for it; once.

    ``recall``: how well a review went; ``version``: refuse when the session has changed since.
    Done ``away``, it counts for the study day of then, whatever the plan has become.
    ``DomainError`` plan_paused, plan_not_active, session_missed, session_changed or bad_request.
    """
    user = locked_user(session, user_id)
    own = own_session(session, user_id, session_id)
    done_at = away.at if away else now
    row, day = own.session, study_day(done_at, user.timezone)
    if row.status in FINISHED:
        return Completion()
    if away is None:
        _refuse_unless_completable(own, day, version)
    refuse_unknown(recall, RECALLS)
    refuse_unknown(mood, MOODS)
    if not 1 <= percent <= 100:
        raise DomainError("bad_request")
    bring_to(session, row, day)
    left_before = minutes_left(_planned_for(session, own.plan, day))
    goal = own_day(session, user_id, day)
    clock = clock_of(row)
    if away and away.seconds:  # another device may know of more
        clock = clock.timed(max(clock.spent_seconds, away.seconds))
    minutes = clock.minutes_worked(done_at, percent)
    clock = clock.stopped(done_at)
    done = {"percent": percent, "recall": recall, "mood": mood or row.mood, "done_day": day}
    if not _finish(session, row, clock, done_at, done):
        return Completion()
    _learn(session, user, row, minutes, done_at)
    planned = _planned_for(session, own.plan, day)
    xp = _pay(session, user, row, is_goal_reached=is_reached(planned), now=now)
    xp += record_work(session, user=user, at=done_at, now=now, minutes=minutes, tasks=1)
    left = minutes_left(planned)
    news = goal_news(left_before, left)
    if day == study_day(now, user.timezone):
        _tell(session, user, left if goal is None else 0, news, now)
    if goal is not None:
        left = max(0, goal.left - minutes)
        news = news_with_own_goal(news, goal_news(goal.left, left))
    return Completion(xp, minutes, news, left)


def _tell(session: Session, user: User, left: int, news: GoalNews, now: datetime) -> None:
    """``left`` of the plan; 0 where a goal of one's own takes its place."""
    tell_of_nearly(session, user, left, now)
    if news is GoalNews.REACHED:
        tell_if_day_is_done(session, user, now)


def _refuse_unless_completable(own: OwnSession, day: date, version: int | None) -> None:
    """A session that was begun yesterday may still be finished after the day rolled over."""
    refuse_unless_studied(own.plan)
    row = own.session
    if row.status not in OPEN or (row.day < day and row.status not in BEGUN):
        raise DomainError("session_missed")
    if version is not None and version != row.version:
        raise DomainError("session_changed")


def _finish(
    session: Session, row: StudySession, clock: Clock, at: datetime, done: dict[str, Any]
) -> bool:
    return change(
        session,
        row,
        (*OPEN, "missed"),
        status=status_for(done["percent"]),
        spent_seconds=clock.spent_seconds,
        running_since=None,
        ended_at=at,
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


def _learn(session: Session, user: User, row: StudySession, minutes: int, at: datetime) -> None:
    """Note what was studied, and what that changed; never before what is known already."""
    undo: dict[str, Any] = {"minutes": minutes, "before": None, "after": None}
    if row.topic_key is not None:
        undo["before"] = progress_snapshot(session, user.id, row.topic_key)
        learned = round(row.minutes * row.percent / 100)  # who is quick learns the whole of it
        known = undo["before"]
        at = max(at, datetime.fromisoformat(known["updated_at"])) if known else at
        note_studied(session, user=user, study_session=row, minutes=learned, now=at)
        session.flush()
        undo["after"] = progress_snapshot(session, user.id, row.topic_key)
    row.undo = undo
    session.flush()


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
