"""Another e-mail address for an account: it replaces the old one once its owner has said so.

Until then a learner has at most one `EmailConfirmation` that is open and names an address other
than the account's: that is the whole of what is kept of the wish. Whether an address has an account
is told to nobody but whoever reads its mail.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, and_, col, delete, or_, select, update
from sqlmodel.sql.expression import SelectOfScalar

from learnconnect_app.domain.accounts import canonical_email
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.leaving import LAST_WARNING
from learnconnect_app.domain.outbox import MAIL, REMINDERS
from learnconnect_app.models import EmailConfirmation, OutboxMessage, PasswordReset, User
from learnconnect_app.services.channels import channel_states, switch_on
from learnconnect_app.services.confirmation_mails import CHANGE, send_change
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.rate_limits import is_allowed
from learnconnect_app.services.security_notices import RULE, tell_of_address
from learnconnect_app.services.sessions import end_other_sessions

MOST_ASKED, ASKED_WITHIN = 3, timedelta(hours=1)
OF_THE_ADDRESS = "bounced"
"""Why mail was stopped that is no reason to write none to another address."""


def ask_for_address(
    session: Session, *, user_id: UUID, session_id: UUID, before: str, email: str, now: datetime
) -> None:
    """Mail a link to ``email``, and tell the address that is left; an earlier wish is void.

    ``session_id``: of the browser that asks, which stays signed in. ``before``: the hash that the
    password was verified against. ``DomainError``: wrong_password when it was replaced since;
    beside ``email`` bad_email, same_email, too_many_tries (three in an hour).
    """
    wanted = canonical_email(email)
    user = locked_user(session, user_id)
    if user.password_hash != before:
        raise DomainError("wrong_password", "current_password")
    if wanted == user.email:
        raise DomainError("same_email", "email")
    if not is_allowed(
        session, name=CHANGE, of=str(user_id), most=MOST_ASKED, within=ASKED_WITHIN, now=now
    ):
        minutes = int(ASKED_WITHIN.total_seconds() // 60)
        raise DomainError("too_many_tries", "email", minutes=minutes)
    forget_asked_address(session, user_id=user_id)
    send_change(session, user, wanted, session_id=session_id, now=now)
    tell_of_address(session, user_id, "address_asked", now)


def cancel_address(session: Session, *, user_id: UUID, now: datetime) -> None:
    """The account keeps its address; the link that was mailed opens nothing any more."""
    locked_user(session, user_id)
    forget_asked_address(session, user_id=user_id)


def asked_address(now: datetime) -> SelectOfScalar[str]:
    """Of a query's learner: the address that is still to be confirmed."""
    return (
        select(EmailConfirmation.email)
        .where(
            EmailConfirmation.user_id == User.id,
            EmailConfirmation.email != User.email,
            col(EmailConfirmation.used_at).is_(None),
            EmailConfirmation.expires_at > now,
        )
        .limit(1)
        .correlate(User)
    )


def replace_address(
    session: Session, asked: EmailConfirmation, *, session_id: UUID | None, now: datetime
) -> None:
    """The link was followed: the account is that address's from now on.

    As with another password, browsers but the one that asked are signed out and links to set a
    password, which went to the old address, are void. Reminders that wait go to the new one.
    ``NotFound`` for a link that was cancelled since; ``DomainError("email_taken")`` when the
    address has an account by now.
    """
    user = locked_user(session, asked.user_id)
    if session.get(EmailConfirmation, asked.id, populate_existing=True) is None:
        raise NotFound
    tell_of_address(session, user.id, "address", now)
    old = user.email
    _take(session, user, asked.email, now)
    session.exec(
        update(EmailConfirmation).where(col(EmailConfirmation.id) == asked.id).values(used_at=now)
    )
    _forget_open_links(session, user.id)
    session.exec(
        update(PasswordReset)
        .where(col(PasswordReset.user_id) == user.id, col(PasswordReset.used_at).is_(None))
        .values(used_at=now)
    )
    end_other_sessions(session, user_id=user.id, session_id=session_id or UUID(int=0), now=now)
    _redirect_mail(session, user, old, now)


def forget_asked_address(session: Session, *, user_id: UUID) -> None:
    """Whoever sets another password ends what somebody who knew the old one has begun."""
    own = select(User.email).where(User.id == user_id).scalar_subquery()
    session.exec(
        delete(EmailConfirmation).where(
            col(EmailConfirmation.user_id) == user_id,
            col(EmailConfirmation.email) != own,
            col(EmailConfirmation.used_at).is_(None),
        )
    )


def _take(session: Session, user: User, email: str, now: datetime) -> None:
    """The database decides: two accounts may have been promised the same address."""
    try:
        with session.begin_nested():
            session.exec(
                update(User)
                .where(col(User.id) == user.id)
                .values(email=email, email_confirmed_at=now)
            )
    except IntegrityError:
        raise DomainError("email_taken") from None


def _forget_open_links(session: Session, user_id: UUID) -> None:
    session.exec(
        delete(EmailConfirmation).where(
            col(EmailConfirmation.user_id) == user_id, col(EmailConfirmation.used_at).is_(None)
        )
    )


def _redirect_mail(session: Session, user: User, old: str, now: datetime) -> None:
    """Of security notices only the one that is still to come before the account ends; the others
    are about what happened while the old address was the account's."""
    session.exec(
        update(OutboxMessage)
        .where(
            col(OutboxMessage.user_id) == user.id,
            col(OutboxMessage.channel) == MAIL,
            col(OutboxMessage.status) == "pending",
            col(OutboxMessage.recipient) == old,
            or_(
                col(OutboxMessage.kind).in_(REMINDERS - {RULE}),
                and_(
                    col(OutboxMessage.kind) == RULE,
                    col(OutboxMessage.about).startswith(LAST_WARNING, autoescape=True),
                ),
            ),
        )
        .values(recipient=user.email)
    )
    state = channel_states(session, user_id=user.id).get(MAIL)
    if state is not None and state.is_off and state.reason == OF_THE_ADDRESS:
        switch_on(session, user_id=user.id, channel=MAIL, now=now)
