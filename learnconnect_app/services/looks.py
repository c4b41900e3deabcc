"""Which themes and frames a learner owns, what they put on, and what is seen of it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Exists, exists, or_
from sqlmodel import Session, col, select, update

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.looks import USUAL, LookKind, is_look, shown_look
from learnconnect_app.domain.premium import Perk, perks
from learnconnect_app.models import Redemption, User
from learnconnect_app.services.ownership import locked_user

_WORN = {LookKind.THEME: User.theme, LookKind.FRAME: User.frame}


def wear(session: Session, *, user_id: UUID, kind: LookKind, look: str, now: datetime) -> None:
    """Put a look on, or the usual one again.

    ``DomainError`` bad_request for a look there is not, look_locked for one that is neither owned
    nor lent by premium.
    """
    user = locked_user(session, user_id)
    if not is_look(kind, look):
        raise DomainError("bad_request")
    if look != USUAL and Perk.LOOKS not in perks(user.premium_until, now):
        mine = _owned(kind, look, now).where(col(Redemption.user_id) == user_id)
        if not session.exec(select(mine)).one():
            raise DomainError("look_locked")
    put_on(session, user_id, kind, look)


def put_on(session: Session, user_id: UUID, kind: LookKind, look: str) -> None:
    worn = _WORN[kind]
    session.exec(update(User).where(col(User.id) == user_id).values({worn: look}))


def owns_worn(kind: LookKind, now: datetime) -> Exists:
    """Whether the ``User`` row of the query it is put into owns what it has put on."""
    mine = _owned(kind, _WORN[kind], now).where(col(Redemption.user_id) == User.id)
    return mine.correlate(User)


def worn_look(user: User, kind: LookKind, *, is_owned: bool, now: datetime) -> str:
    """What is seen of what they put on."""
    look = user.theme if kind is LookKind.THEME else user.frame
    has_all = Perk.LOOKS in perks(user.premium_until, now)
    return shown_look(look, is_owned=is_owned, has_all=has_all)


def _owned(kind: LookKind, look: object, now: datetime) -> Exists:
    """A redemption that gives the look and neither was refunded nor is over."""
    return (
        exists()
        .select_from(Redemption)
        .where(
            col(Redemption.value)[kind.value].as_string() == look,
            col(Redemption.status) != "refunded",
            or_(col(Redemption.expires_at).is_(None), col(Redemption.expires_at) > now),
        )
    )
