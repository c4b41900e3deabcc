"""What learners set about themselves: their name, their clock, their rest days, their streak."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.domain.accounts import checked_name, checked_timezone
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.views import SettingsView
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.reminder_asks import ask
from learnconnect_app.services.streaks import settle_days

WEEKDAYS = range(7)


def settings_view(session: Session, *, user_id: UUID, now: datetime) -> SettingsView:
    """The settings as they are kept. ``now`` changes nothing: every reader is given it."""
    user = get_user(session, user_id)
    return SettingsView(
        email=user.email,
        display_name=user.display_name,
        timezone=user.timezone,
        rest_weekdays=tuple(user.rest_weekdays),
        is_streak_shown=user.is_streak_shown,
    )


def update_profile(
    session: Session,
    *,
    user_id: UUID,
    display_name: str,
    timezone: str,
    rest_weekdays: Collection[int],
    is_streak_shown: bool,
    now: datetime,
) -> None:
    """Keep all of it, or nothing. ``DomainError`` with the field: ``display_name`` (name_missing,
    name_long), ``timezone`` (unknown_timezone) or ``rest_weekdays`` (bad_request).

    The days up to yesterday are settled by the clock and the rest days they were lived by: what
    changes is for days to come. A streak that is not shown goes on being counted.
    """
    name, zone = checked_name(display_name), checked_timezone(timezone)
    rest = _checked_weekdays(rest_weekdays)
    user = locked_user(session, user_id)
    settle_days(session, user=user, now=now)
    user.display_name, user.timezone = name, zone
    user.rest_weekdays, user.is_streak_shown = rest, is_streak_shown
    session.add(user)
    session.flush()
    ask(session, user_id=user_id, now=now)


def _checked_weekdays(weekdays: Collection[int]) -> list[int]:
    """Each once, in the order of the week."""
    if any(day not in WEEKDAYS for day in weekdays):
        raise DomainError("bad_request", "rest_weekdays")
    return sorted(set(weekdays))
