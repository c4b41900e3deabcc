"""Whose an address is: its owner says so by following a link that was sent there.

A link to the account's own address confirms it; one to another address makes that the account's.
Reminders and reports go to confirmed addresses alone. So whoever registers with the address of
someone else has us send one mail there, and no second one by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, delete, select, update

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.outbox import MAIL
from learnconnect_app.models import EmailConfirmation, User
from learnconnect_app.services.address_changes import replace_address
from learnconnect_app.services.channels import is_switched_off
from learnconnect_app.services.confirmation_mails import KIND, send_link
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.rate_limits import is_allowed

MOST_LINKS, LINKS_WITHIN = 3, timedelta(hours=1)


@dataclass(frozen=True)
class Confirmation:
    """What the page of a link shows."""

    locale: str
    email: str
    is_confirmed: bool
    is_change: bool = False
    """It is to take the place of another address."""


def send_link_again(session: Session, *, user_id: UUID, now: datetime) -> None:
    """As the learner asks for in Settings; nothing when the address is confirmed.

    ``DomainError``: channel_off (mail came back), too_many_tries (three in an hour).
    """
    user = locked_user(session, user_id)
    if user.email_confirmed_at is not None:
        return
    if is_switched_off(session, user_id=user_id, channel=MAIL):
        raise DomainError("channel_off", MAIL)
    if not is_allowed(
        session, name=KIND, of=str(user_id), most=MOST_LINKS, within=LINKS_WITHIN, now=now
    ):
        minutes = int(LINKS_WITHIN.total_seconds() // 60)
        raise DomainError("too_many_tries", MAIL, minutes=minutes)
    send_link(session, user, now=now)


def confirmation_of(session: Session, *, token_hash: str, now: datetime) -> Confirmation:
    """What a link stands for. NotFound when there is no such link, it is too old, was used up, or
    the learner has another address by now."""
    row, user = _found(session, token_hash, now)
    is_change = row.email != user.email
    is_confirmed = not is_change and user.email_confirmed_at is not None
    return Confirmation(user.locale, row.email, is_confirmed, is_change)


def confirm_address(
    session: Session, *, token_hash: str, session_id: UUID | None = None, now: datetime
) -> UUID:
    """The owner of the address followed a link; whose it is. NotFound as above.

    Whoever follows it again sees that it is done. ``session_id``: the browser that asked for
    another address; raises as ``replace_address`` then.
    """
    row, user = _found(session, token_hash, now)
    if row.email != user.email:
        replace_address(session, row, session_id=session_id, now=now)
    elif user.email_confirmed_at is None:
        note_confirmed(session, user_id=user.id, email=row.email, now=now)
    return user.id


def note_confirmed(session: Session, *, user_id: UUID, email: str, now: datetime) -> None:
    """A link that was sent to ``email`` was followed. It uses up all links to that address."""
    session.exec(
        update(User)
        .where(
            col(User.id) == user_id,
            col(User.email) == email,
            col(User.email_confirmed_at).is_(None),
        )
        .values(email_confirmed_at=now)
    )
    session.exec(
        update(EmailConfirmation)
        .where(
            col(EmailConfirmation.user_id) == user_id,
            col(EmailConfirmation.email) == email,
            col(EmailConfirmation.used_at).is_(None),
        )
        .values(used_at=now)
    )


def forget_expired(session: Session, *, now: datetime) -> None:
    session.exec(delete(EmailConfirmation).where(col(EmailConfirmation.expires_at) < now))


def _found(session: Session, token_hash: str, now: datetime) -> tuple[EmailConfirmation, User]:
    """A link that is open, or the one to the address that the learner has confirmed."""
    found = session.exec(
        select(EmailConfirmation, User)
        .join(User, col(User.id) == EmailConfirmation.user_id)
        .where(EmailConfirmation.token_hash == token_hash)
        .execution_options(populate_existing=True)
    ).first()
    if found is None:
        raise NotFound
    row, user = found
    is_done = row.email == user.email and user.email_confirmed_at is not None
    if not is_done and (row.used_at is not None or row.expires_at <= now):
        raise NotFound
    return row, user
