"""Tells a learner of a milestone: a round streak or level, a week passed, a plan finished."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.domain.milestones import level_crossed, streak_reached
from learnconnect_app.models import Curriculum, User
from learnconnect_app.services.reminders import tell
from learnconnect_app.services.texts import text_in


def tell_of_streak(session: Session, user: User, run: int, now: datetime) -> None:
    """``run``: active days of the streak, today included."""
    if user.is_streak_shown and streak_reached(run):
        _tell(session, user, "streak", f"streak-{run}", now, n=run)


def tell_of_level(session: Session, user_id: UUID, before: int, after: int, now: datetime) -> None:
    """``before`` and ``after``: total XP."""
    level = level_crossed(before, after)
    if level:
        user = session.get_one(User, user_id)
        _tell(session, user, "level", f"level-{level}", now, n=level)


def tell_of_week(session: Session, user: User, week: int, now: datetime) -> None:
    """Its test was passed."""
    _tell(session, user, "week", f"week-{week}", now, n=week)


def tell_of_plan(
    session: Session, user: User, plan_id: UUID, curriculum_key: str, now: datetime
) -> None:
    """It was worked through to its end."""
    title = session.get_one(Curriculum, curriculum_key).title
    _tell(session, user, "plan", str(plan_id), now, plan=text_in(title, user.locale))


def _tell(
    session: Session, user: User, kind: str, about: str, now: datetime, **values: str | int
) -> None:
    tell(
        session,
        user=user,
        rule="milestone",
        about=about,
        values={**values, "variant": kind},
        now=now,
    )
