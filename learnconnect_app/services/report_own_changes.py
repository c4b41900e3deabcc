"""What a suggestion changes of a learner's own settings, which no undo of the plan takes back.

``before`` of a suggestion holds these settings as they were; empty: it touches none of them. What
the learner chose since is never written over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, update

from learnconnect_app.domain.report_suggestions import Suggestion
from learnconnect_app.models import ReminderSetting, User
from learnconnect_app.services.preferences import update_profile
from learnconnect_app.services.reminder_planning import ask
from learnconnect_app.services.report_standings import Settings

Before = Mapping[str, list[int]]
REST, HOURS = "rest_weekdays", "reminder_hours"


def is_in_force(settings: Settings, suggestion: Suggestion, before: Before) -> bool:
    """Whether these settings still are as it made them; so too when it touches none."""
    if REST in before:
        return suggestion.values["weekday"] in settings.user.rest_weekdays
    return HOURS not in before or not settings.reminder_hours


def change_own(
    session: Session, settings: Settings, suggestion: Suggestion, before: Before, now: datetime
) -> dict[str, list[int]]:
    """As it was; ``before``: as it was the first time, when this is not the first."""
    kept = before if before and is_in_force(settings, suggestion, before) else {}
    user = settings.user
    if suggestion.code == "rest_weekday":
        was = list(user.rest_weekdays)
        _rest_on(session, user, [*was, suggestion.values["weekday"]], now)
        return {REST: was, **kept}
    if suggestion.code == "reminder_hours":
        _remind_at(session, user.id, [], now)
        return {HOURS: settings.reminder_hours, **kept}
    return {}


def restore_own(
    session: Session, settings: Settings, suggestion: Suggestion, before: Before, now: datetime
) -> None:
    if not before or not is_in_force(settings, suggestion, before):
        return
    if REST in before:
        weekday, rest = suggestion.values["weekday"], settings.user.rest_weekdays
        left = [each for each in rest if each != weekday or weekday in before[REST]]
        _rest_on(session, settings.user, left, now)
    else:
        _remind_at(session, settings.user.id, before[HOURS], now)


def _rest_on(session: Session, user: User, weekdays: Sequence[int], now: datetime) -> None:
    update_profile(
        session,
        user_id=user.id,
        display_name=user.display_name,
        timezone=user.timezone,
        rest_weekdays=weekdays,
        is_streak_shown=user.is_streak_shown,
        birth_year=user.birth_year,
        learning_style=user.learning_style,
        now=now,
    )


def _remind_at(session: Session, user_id: UUID, hours: Sequence[int], now: datetime) -> None:
    """Empty: at the hours that are learned. Today's reminders follow."""
    session.exec(
        update(ReminderSetting)
        .where(col(ReminderSetting.user_id) == user_id)
        .values(hours=list(hours))
    )
    ask(session, user_id=user_id, now=now)
