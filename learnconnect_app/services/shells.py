"""What stands around every signed-in page: who, level, streak."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from learnconnect_app.domain.accounts import initials
from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.looks import LookKind
from learnconnect_app.domain.views import ShellView
from learnconnect_app.domain.xp import level
from learnconnect_app.models import User
from learnconnect_app.services import streaks
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.achievements import count_of_uncelebrated
from learnconnect_app.services.looks import owns_worn, worn_look
from learnconnect_app.services.notifications import count_of_unread
from learnconnect_app.services.presence import Presence, presence_of
from learnconnect_app.services.xp import sum_of_ledger


def shell_view(session: Session, *, user_id: UUID, now: datetime) -> ShellView:
    """The learner's shell, in four queries. Nothing is written."""
    user, total, unread, medals, *owned = _user_and_counts(session, user_id, now)
    view = _view(user, presence_of(session, user=user, now=now), total, unread)
    theme, frame = (
        worn_look(user, kind, is_owned=bool(is_owned), now=now)
        for kind, is_owned in zip(LookKind, owned, strict=True)
    )
    return replace(view, medals=medals, theme=theme, frame=frame)


def acknowledge_freeze(session: Session, *, user_id: UUID, now: datetime) -> None:
    """The learner has read which day a freeze covered."""
    streaks.acknowledge_freezes(session, user=get_user(session, user_id), now=now)


def _user_and_counts(
    session: Session, user_id: UUID, now: datetime
) -> tuple[User, int, int, int, bool, bool]:
    """Total XP, notifications to be read, medals to be celebrated, and whether the
    learner owns the theme and the frame that they put on."""
    counts = (sum_of_ledger(), count_of_unread(), count_of_uncelebrated())
    owned = (owns_worn(kind, now) for kind in LookKind)
    columns = select(User, *counts, *owned)
    found = session.exec(columns.where(User.id == user_id)).first()
    if found is None:
        raise NotFound
    user, *numbers, theme, frame = found
    total, unread, medals = map(int, numbers)
    return user, total, unread, medals, bool(theme), bool(frame)


def _view(user: User, presence: Presence, total: int, unread: int) -> ShellView:
    """Of a streak that is switched off nothing is told."""
    reached, run = level(total), presence.streak
    shown = user.is_streak_shown
    return ShellView(
        display_name=user.display_name,
        initials=initials(user.display_name, user.locale),
        locale=user.locale,
        xp_total=total,
        level=reached.number,
        xp_into_level=reached.into,
        level_size=reached.size,
        streak=run.current if shown else 0,
        longest_streak=run.longest if shown else 0,
        is_streak_shown=shown,
        is_active_today=run.is_today_active,
        freezes_held=presence.freezes_held if shown else 0,
        freeze_used_on=str(presence.unseen_freeze or "") if shown else "",
        is_operator=user.role == "operator",
        unread=unread,
        is_leaving=user.deletion_due_at is not None,
    )
