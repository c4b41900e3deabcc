"""Tells a learner of the day's goal, the plan's or their own: nearly reached, and reached."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlmodel import Session

from learnconnect_app.domain.daily_goals import NEARLY_MINUTES, GoalNews, goal_news
from learnconnect_app.domain.reminders import End
from learnconnect_app.models import User
from learnconnect_app.services.learner_goals import own_day
from learnconnect_app.services.reminder_facts_reading import facts_of
from learnconnect_app.services.reminders import tell

AFTER_LAST_WORK = timedelta(minutes=30)


def tell_of_nearly(session: Session, user: User, minutes_left: int, now: datetime) -> None:
    """Once a day, and only to whoever stops here: half an hour after the last session."""
    if 0 < minutes_left <= NEARLY_MINUTES:
        due = now + AFTER_LAST_WORK
        tell(
            session,
            user=user,
            rule="nearly_there",
            values={"n": minutes_left},
            now=now,
            due_at=due,
        )


def tell_if_day_is_done(session: Session, user: User, now: datetime) -> None:
    """When nothing of either plan is left of today."""
    session.flush()
    if facts_of(session, [user.id], now, ends=(End.DONE,), has_pushes=False)[user.id].is_done:
        tell(session, user=user, rule="goal_reached", now=now)


def tell_of_own_goal(session: Session, user: User, day: date, minutes: int, now: datetime) -> None:
    """``minutes``: those counted for the day just now. Nothing without a goal of their own."""
    own = own_day(session, user.id, day)
    if own is None:
        return
    news = goal_news(max(0, own.goal - own.minutes + minutes), own.left)
    if news is GoalNews.REACHED:
        tell(session, user=user, rule="goal_reached", values={"variant": "own"}, now=now)
    else:
        tell_of_nearly(session, user, own.left, now)
