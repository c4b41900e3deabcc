"""Suggestions and hints a learner has put away: each by its key, for some days or for good."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, or_, select

from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.hints import HINTS
from learnconnect_app.domain.recommendations import away_days
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import Dismissal
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.upserts import upsert_all

LONGEST_KEY = 120


def dismiss(session: Session, *, user_id: UUID, key: str, now: datetime) -> None:
    """Put a suggestion away; its rule says for how long, and a hint stays away for good.

    ``NotFound`` for one no rule makes.
    """
    try:
        days = None if key in HINTS else away_days(key[:LONGEST_KEY])
    except KeyError:
        raise NotFound from None
    today = study_day(now, get_user(session, user_id).timezone)
    until = today + timedelta(days=days) if days is not None else None
    row = Dismissal(user_id=user_id, key=key[:LONGEST_KEY], until_day=until, created_at=now)
    upsert_all(session, [row], by=["user_id", "key"], keep=["id", "created_at"])


def dismissed_keys(session: Session, user_id: UUID, today: date) -> set[str]:
    """Keys of the suggestions that stay away today. One query."""
    is_away = or_(col(Dismissal.until_day).is_(None), col(Dismissal.until_day) > today)
    return set(session.exec(select(Dismissal.key).where(Dismissal.user_id == user_id, is_away)))
