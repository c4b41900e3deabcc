"""Mentors: invited by mail, accepted by whoever follows the invitation, ended by either side."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult
from sqlmodel import Session, col, func, or_, select, update

from learnconnect_app.domain.accounts import canonical_email
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.mentor_views import InvitationView, MenteeView
from learnconnect_app.domain.mentors import (
    ADDRESSED_WITHIN,
    INVITATION_LENGTH,
    INVITED_WITHIN,
    MOST_INVITATIONS,
    MOST_MENTORS,
    MOST_TO_ADDRESS,
    Grant,
    checked_parts,
    name_in_mail,
    parts_told,
)
from learnconnect_app.domain.outbox import MAIL
from learnconnect_app.locales import message
from learnconnect_app.models import Mentorship, OutboxMessage, User
from learnconnect_app.services.mail_letters import INVITATION
from learnconnect_app.services.mentor_visits import note_visit
from learnconnect_app.services.mentorship_news import tell_of_end
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.rate_limits import is_allowed

KIND = INVITATION
PAGE = "/invitation"
Row = Mentorship

IS_LASTING = (col(Row.ended_at).is_(None), col(User.deletion_due_at).is_(None))


def invite_mentor(
    session: Session, *, user_id: UUID, email: str, shows: Sequence[str], now: datetime
) -> UUID:
    """Mail an invitation that can be accepted once.

    It may go to a stranger: so only a learner whose own address is confirmed can send it, few a
    day, and none of their words are in it but their name. ``DomainError``: bad_email,
    share_nothing, mentor_self, mentor_unconfirmed, mentor_invited, mentor_full, too_many_tries.
    """
    user = locked_user(session, user_id)
    address, parts = canonical_email(email), checked_parts(shows)
    _refuse(session, user, address, now)
    token = secrets.token_urlsafe(32)
    row = Row(
        learner_id=user_id,
        email=address,
        token_hash=token_hash_of(token),
        shows=parts,
        invited_at=now,
        expires_at=now + INVITATION_LENGTH,
    )
    session.add(row)
    session.add(_mail(user, row, token, now))
    session.flush()
    return row.id


def _refuse(session: Session, user: User, address: str, now: datetime) -> None:
    if address == user.email:
        raise DomainError("mentor_self", "email")
    if user.email_confirmed_at is None:
        raise DomainError("mentor_unconfirmed", "email")
    lasting = session.exec(
        select(Row.email).where(
            Row.learner_id == user.id,
            col(Row.ended_at).is_(None),
            or_(col(Row.accepted_at).is_not(None), col(Row.expires_at) > now),
        )
    ).all()
    if address in lasting:
        raise DomainError("mentor_invited", "email")
    if len(lasting) >= MOST_MENTORS:
        raise DomainError("mentor_full", "email", most=MOST_MENTORS)
    limits = (
        (str(user.id), MOST_INVITATIONS, INVITED_WITHIN),
        (f"account:{address}", MOST_TO_ADDRESS, ADDRESSED_WITHIN),
    )
    for of, most, within in limits:
        if not is_allowed(session, name=KIND, of=of, most=most, within=within, now=now):
            raise DomainError("mentor_often", "email")


def _mail(user: User, row: Row, token: str, now: datetime) -> OutboxMessage:
    name = name_in_mail(user.display_name) or message(user.locale, f"mail.{KIND}.someone")
    return OutboxMessage(
        user_id=user.id,
        channel=MAIL,
        kind=KIND,
        recipient=row.email,
        locale=user.locale,
        params={"name": name, "path": f"{PAGE}/{token}"},
        dedupe_key=_key(row),
        due_at=now,
        expires_at=row.expires_at,
        created_at=now,
    )


def _key(row: Row) -> str:
    return f"{KIND}:{row.token_hash}"


def token_hash_of(token: str) -> str:
    """What is kept of the token in a link."""
    return hashlib.sha256(token.encode()).hexdigest()


# ---- the invitation ---------------------------------------------------------------------------


def invitation_of(
    session: Session, *, user_id: UUID, token_hash: str, now: datetime
) -> InvitationView:
    """What the caller is asked. One that was used up, ended or never was is gone, all alike."""
    found = _invited(session, token_hash)
    if found is None:
        return InvitationView()
    row, learner = found
    shows = parts_told(row.shows, is_streak_shown=learner.is_streak_shown)
    if row.mentor_id == user_id:
        return InvitationView("accepted", learner.display_name, shows, str(row.id))
    if row.accepted_at is not None or row.expires_at <= now:
        return InvitationView()
    state = "own" if learner.id == user_id else "open"
    return InvitationView(state, learner.display_name, shows)


def accept_invitation(session: Session, *, user_id: UUID, token_hash: str, now: datetime) -> UUID:
    """The caller becomes the learner's mentor; the learner's id.

    The first to accept is the one. ``DomainError``: invitation_gone, mentor_self, and
    mentor_already where the caller is the learner's mentor by another invitation.
    """
    found = _invited(session, token_hash)
    if found is None:
        raise DomainError("invitation_gone")
    row, learner = found
    if learner.id == user_id:
        raise DomainError("mentor_self")
    if row.mentor_id == user_id:
        return learner.id
    _refuse_second(session, user_id, learner.id)
    accepted = session.exec(
        update(Row)
        .where(
            col(Row.id) == row.id,
            col(Row.accepted_at).is_(None),
            col(Row.ended_at).is_(None),
            col(Row.expires_at) > now,
        )
        .values(accepted_at=now, mentor_id=user_id)
    )
    if cast(CursorResult[Any], accepted).rowcount != 1:
        raise DomainError("invitation_gone")
    return learner.id


def _invited(session: Session, token_hash: str) -> tuple[Row, User] | None:
    return session.exec(
        select(Row, User)
        .join(User, col(User.id) == Row.learner_id)
        .where(Row.token_hash == token_hash, *IS_LASTING)
        .execution_options(populate_existing=True)
    ).first()


def _refuse_second(session: Session, mentor_id: UUID, learner_id: UUID) -> None:
    locked_user(session, mentor_id)
    other = select(func.count()).where(
        Row.mentor_id == mentor_id, Row.learner_id == learner_id, col(Row.ended_at).is_(None)
    )
    if session.exec(other).one():
        raise DomainError("mentor_already")


# ---- while it lasts, and its end --------------------------------------------------------------


def mentee_of(session: Session, *, user_id: UUID, mentorship_id: UUID, now: datetime) -> MenteeView:
    """``NotFound`` for whoever is not the mentor, any more."""
    row, learner = _lasting(session, user_id, mentorship_id)
    return MenteeView(str(row.id), learner.display_name)


def open_mentorship(
    session: Session,
    *,
    user_id: UUID,
    mentorship_id: UUID,
    is_report: bool = False,
    now: datetime,
) -> Grant:
    """What the mentor may see; the visit is noted. ``NotFound`` as above."""
    row, learner = _lasting(session, user_id, mentorship_id)
    is_new = note_visit(
        session, learner_id=learner.id, mentorship_id=row.id, is_report=is_report, now=now
    )
    return Grant(learner.id, tuple(row.shows), is_new=is_new)


def _lasting(session: Session, mentor_id: UUID, mentorship_id: UUID) -> tuple[Row, User]:
    found = session.exec(
        select(Row, User)
        .join(User, col(User.id) == Row.learner_id)
        .where(Row.id == mentorship_id, Row.mentor_id == mentor_id, *IS_LASTING)
    ).first()
    if found is None:
        raise NotFound
    return found


def end_mentorship(session: Session, *, user_id: UUID, mentorship_id: UUID, now: datetime) -> UUID:
    """By the learner or the mentor, an open invitation by the learner alone; whom else it concerns.

    The other one is told of it; an invitation that has not left does not leave. Again it changes
    nothing. ``NotFound`` for anyone else.
    """
    is_theirs = or_(Row.learner_id == user_id, Row.mentor_id == user_id)
    row = session.exec(select(Row).where(Row.id == mentorship_id, is_theirs)).first()
    if row is None:
        raise NotFound
    ended = session.exec(
        update(Row)
        .where(col(Row.id) == mentorship_id, col(Row.ended_at).is_(None))
        .values(ended_at=now)
    )
    if row.mentor_id is not None and cast(CursorResult[Any], ended).rowcount == 1:
        tell_of_end(session, row, ended_by=user_id, now=now)
    session.exec(
        update(OutboxMessage)
        .where(col(OutboxMessage.dedupe_key) == _key(row), col(OutboxMessage.status) == "pending")
        .values(status="cancelled")
    )
    return row.mentor_id or row.learner_id if row.learner_id == user_id else row.learner_id
