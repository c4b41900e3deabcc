"""The line under the greeting: what the state of the day or the last days make worth saying."""

from __future__ import annotations

from learnconnect_app.domain.daily_goals import NEARLY_MINUTES
from learnconnect_app.domain.day_states import State
from learnconnect_app.domain.home_views import HomeView
from learnconnect_app.domain.wellbeing import STREAK_WORTH_A_WORD
from learnconnect_app.models import User
from learnconnect_app.services.presence import Presence

LONG_AWAY_DAYS = 4
"""From so many days without work on, coming back is what is worth a word."""


def cheer(view: HomeView, user: User, presence: Presence) -> str:
    """A code of the catalogs."""
    if view.state == State.NO_PLAN:
        return "start"
    if view.is_low and view.state in (State.READY, State.RUNNING):
        return "low"
    if view.state in (State.READY, State.RUNNING) and 0 < view.minutes_left <= NEARLY_MINUTES:
        return "nearly"
    if view.state != State.READY:
        return view.state
    if presence.minutes and (presence.today - max(presence.minutes)).days >= LONG_AWAY_DAYS:
        return "back"
    if user.is_streak_shown and presence.streak.current >= STREAK_WORTH_A_WORD:
        return "streak"
    return "ready" if view.total == 1 else "several"
