"""Links by which the owner of an address says that it is theirs."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.domain.accounts import CONFIRMATION_LENGTH
from learnconnect_app.domain.outbox import MAIL
from learnconnect_app.models import EmailConfirmation, OutboxMessage, User

KIND, CHANGE = "email_confirmation", "email_change"
"""Of the mail to an account's own address, and of that to one which is to replace it."""
PAGE = "/confirm-address"


def send_link(session: Session, user: User, *, now: datetime) -> None:
    """Mail a link to the learner's address."""
    _send(session, user, user.email, KIND, secrets.token_urlsafe(32), now)


def send_change(
    session: Session, user: User, email: str, *, session_id: UUID, now: datetime
) -> None:
    """Mail a link to the address that the learner wants; it names the browser that asked."""
    _send(session, user, email, CHANGE, f"{secrets.token_urlsafe(32)}.{session_id.hex}", now)


def asking_browser(token: str) -> UUID | None:
    """The browser that a link names; None for a link that names none."""
    try:
        return UUID(hex=token.rpartition(".")[2])
    except ValueError:
        return None


def _send(session: Session, user: User, email: str, kind: str, token: str, now: datetime) -> None:
    """Nothing that the learner wrote is in that mail: it may go to a stranger."""
    token_hash = hashlib.sha256(token.encode()).hexdigest()
    until = now + CONFIRMATION_LENGTH
    session.add(
        EmailConfirmation(
            user_id=user.id,
            email=email,
            token_hash=token_hash,
            created_at=now,
            expires_at=until,
        )
    )
    session.add(
        OutboxMessage(
            user_id=user.id,
            channel=MAIL,
            kind=kind,
            recipient=email,
            locale=user.locale,
            params={"path": f"{PAGE}/{token}"},
            dedupe_key=f"{kind}:{token_hash}",
            due_at=now,
            expires_at=until,
            created_at=now,
        )
    )
