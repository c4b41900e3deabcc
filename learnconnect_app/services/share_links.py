"""Links to read-only progress: made, ended and opened. Of a link only the hash is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select, update

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.mentors import (
    GUESSED_WITHIN,
    MOST_GUESSES,
    MOST_LINKS,
    Grant,
    checked_days,
    checked_label,
    checked_parts,
)
from learnconnect_app.models import ShareLink, User
from learnconnect_app.services.mentor_visits import note_visit
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.rate_limits import is_allowed, take_back

LOOK = "share"
"""Of the counted tries to open a link."""


def create_link(
    session: Session,
    *,
    user_id: UUID,
    token_hash: str,
    label: str,
    shows: Sequence[str],
    days: int,
    now: datetime,
) -> UUID:
    """``DomainError``: share_label, share_nothing, share_days, or share_full beyond ``MOST_LINKS``
    that live."""
    locked_user(session, user_id)
    row = ShareLink(
        user_id=user_id,
        token_hash=token_hash,
        label=checked_label(label),
        shows=checked_parts(shows),
        created_at=now,
        expires_at=now + checked_days(days),
    )
    live = select(func.count()).where(
        ShareLink.user_id == user_id,
        col(ShareLink.revoked_at).is_(None),
        col(ShareLink.expires_at) > now,
    )
    if session.exec(live).one() >= MOST_LINKS:
        raise DomainError("share_full", most=MOST_LINKS)
    session.add(row)
    session.flush()
    return row.id


def revoke_link(session: Session, *, user_id: UUID, link_id: UUID, now: datetime) -> None:
    """From now on it opens nothing; again it changes nothing. ``NotFound`` for another's."""
    link = session.exec(
        select(ShareLink).where(ShareLink.id == link_id, ShareLink.user_id == user_id)
    ).first()
    if link is None:
        raise NotFound
    session.exec(
        update(ShareLink)
        .where(col(ShareLink.id) == link_id, col(ShareLink.revoked_at).is_(None))
        .values(revoked_at=now)
    )


def count_look(session: Session, *, address: str, now: datetime) -> None:
    """To be committed before a link is looked for. ``DomainError("too_many_tries")``."""
    of = f"address:{address}"
    if not is_allowed(session, name=LOOK, of=of, most=MOST_GUESSES, within=GUESSED_WITHIN, now=now):
        minutes = int(GUESSED_WITHIN.total_seconds() // 60)
        raise DomainError("too_many_tries", minutes=minutes)


def open_link(
    session: Session,
    *,
    token_hash: str,
    address: str,
    viewer_id: UUID | None,
    is_report: bool = False,
    now: datetime,
) -> Grant:
    """What whoever has the link may see; the visit is noted, unless it is the learner's own.
    ``is_report``: it is taken away, to be printed.

    ``NotFound`` alike for one that never was, has ended, or whose learner is leaving. A look that
    opens something does not count as a guess.
    """
    link = session.exec(
        select(ShareLink)
        .join(User, col(User.id) == ShareLink.user_id)
        .where(
            ShareLink.token_hash == token_hash,
            col(ShareLink.revoked_at).is_(None),
            col(ShareLink.expires_at) > now,
            col(User.deletion_due_at).is_(None),
        )
    ).first()
    if link is None:
        raise NotFound
    take_back(session, name=LOOK, of=f"address:{address}", within=GUESSED_WITHIN, now=now)
    is_new = viewer_id != link.user_id and note_visit(
        session, learner_id=link.user_id, link_id=link.id, is_report=is_report, now=now
    )
    return Grant(link.user_id, tuple(link.shows), link.expires_at, is_new=is_new)
