"""What learners set about themselves: name, age, clock, style, rest days, streak."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, and_, col, or_, select

from learnconnect_app.domain.accounts import (
    checked_birth_year,
    checked_name,
    checked_timezone,
)
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.resource_ranking import KINDS
from learnconnect_app.domain.study_days import ONE_DAY, study_day
from learnconnect_app.domain.views import SettingsView
from learnconnect_app.models import Absence, User
from learnconnect_app.services.address_changes import asked_address
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.reminder_asks import ask
from learnconnect_app.services.reminder_digests import keep_local_hour
from learnconnect_app.services.streaks import settle_days

WEEKDAYS = range(7)


def settings_view(session: Session, *, user_id: UUID, now: datetime) -> SettingsView:
    """The settings as they are kept, and the days off that last or are to come. One query."""
    user, asked, absences = _with_absences(session, user_id, now)
    today = study_day(now, user.timezone)
    away = next(
        (each for each in absences if each.until_day is None or each.until_day > today), None
    )
    return SettingsView(
        email=user.email,
        asked_email=asked or "",
        display_name=user.display_name,
        timezone=user.timezone,
        rest_weekdays=tuple(user.rest_weekdays),
        is_streak_shown=user.is_streak_shown,
        birth_year=str(user.birth_year or ""),
        learning_style=user.learning_style,
        today=today.isoformat(),
        away_kind=away.kind if away else "",
        away_from=away.from_day.isoformat() if away else "",
        away_until=away.until_day.isoformat() if away and away.until_day else "",
    )


def _with_absences(
    session: Session, user_id: UUID, now: datetime
) -> tuple[User, str | None, Sequence[Absence]]:
    """With the address that was asked for, and the absences that end at about now or later, in
    their order. ``NotFound`` for no learner."""
    until = col(Absence.until_day)
    is_near = or_(until.is_(None), until > now.date() - ONE_DAY)
    rows = session.exec(
        select(User, asked_address(now).scalar_subquery(), Absence)
        .outerjoin(Absence, and_(col(Absence.user_id) == User.id, is_near))
        .where(User.id == user_id)
        .order_by(col(Absence.from_day))
    ).all()
    if not rows:
        raise NotFound
    user, asked, _ = rows[0]
    return user, asked, [absence for _, _, absence in rows if absence]


def update_profile(
    session: Session,
    *,
    user_id: UUID,
    display_name: str,
    timezone: str,
    rest_weekdays: Collection[int],
    is_streak_shown: bool,
    birth_year: int | None,
    learning_style: str,
    now: datetime,
) -> None:
    """Keep all of it, or nothing. ``DomainError`` with the field: ``display_name`` (name_missing,
    name_long), ``timezone`` (unknown_timezone), ``birth_year`` (bad_birth_year),
    ``learning_style`` or ``rest_weekdays`` (bad_request).

    The days up to yesterday are settled by the clock and the rest days they were lived by: what
    changes is for days to come. A streak that is not shown goes on being counted.
    """
    name, zone = checked_name(display_name), checked_timezone(timezone)
    rest, style = _checked_weekdays(rest_weekdays), _checked_style(learning_style)
    year = checked_birth_year(birth_year, now.year)
    user = locked_user(session, user_id)
    settle_days(session, user=user, now=now)
    keep_local_hour(session, user, zone)
    user.display_name, user.timezone = name, zone
    user.rest_weekdays, user.is_streak_shown = rest, is_streak_shown
    user.birth_year, user.learning_style = year, style
    session.add(user)
    session.flush()
    ask(session, user_id=user_id, now=now)


def _checked_style(style: str) -> str:
    """A kind of resources, or none."""
    if style and style not in KINDS:
        raise DomainError("bad_request", "learning_style")
    return style


def _checked_weekdays(weekdays: Collection[int]) -> list[int]:
    """Each once, in the order of the week."""
    if any(day not in WEEKDAYS for day in weekdays):
        raise DomainError("bad_request", "rest_weekdays")
    return sorted(set(weekdays))
