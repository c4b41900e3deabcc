"""The outbox as it is shown in development. How it is emptied: `outbox_claims`, `outbox_results`.

Who has something to say adds a row of `OutboxMessage`; schedulers claim, send and record.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from learnconnect_app.domain.outbox import CANNOT_BE_WORDED, MAIL
from learnconnect_app.models import OutboxMessage
from learnconnect_app.services.mail_composition import composed


@dataclass(frozen=True)
class SentMail:
    """A mail as it is laid out; its links lead within this site."""

    recipient: str
    kind: str
    subject: str
    text: str
    html: str
    """Empty when it cannot be worded; then ``text`` says why."""
    link: str
    status: str
    created_at: datetime


def latest_mails(session: Session, *, most: int = 30, now: datetime) -> list[SentMail]:
    """The newest mails, for the outbox page of development."""
    rows = session.exec(
        select(OutboxMessage)
        .where(OutboxMessage.channel == MAIL)
        .order_by(col(OutboxMessage.created_at).desc())
        .limit(most)
    ).all()
    return [_shown(row) for row in rows]


def _shown(row: OutboxMessage) -> SentMail:
    try:
        mail = composed(row, "")
        subject, text, html = mail.subject, mail.text, mail.html
    except CANNOT_BE_WORDED as error:
        subject, text, html = row.kind, repr(error), ""
    return SentMail(
        recipient=row.recipient,
        kind=row.kind,
        subject=subject,
        text=text,
        html=html,
        link=str(row.params.get("path", "")),
        status=row.status,
        created_at=row.created_at,
    )
