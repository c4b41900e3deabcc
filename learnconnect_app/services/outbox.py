"""The outbox: claim what is due, record what became of it.

A sender commits the claim before it sends, so that a crash leaves a row that is visibly
``sending`` past its lease and becomes ``unknown``: never a silent second mail.
"""

from __future__ import annotations

import logging
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select, update

from learnconnect_app.domain.ports import Mail
from learnconnect_app.locales import message
from learnconnect_app.models import OutboxMessage

log = logging.getLogger(__name__)

MAIL = "mail"
CANNOT_BE_WORDED = (KeyError, IndexError, ValueError)
"""What wording raises for a message or a value that a catalog does not have."""
LEASE = timedelta(minutes=2)
MOST_ATTEMPTS = 6
SECRET_PARAMS = ("path",)
"""Values that open something: forgotten once a message has left, or never will."""


@dataclass(frozen=True)
class Claimed:
    id: UUID
    attempts: int
    mail: Mail


@dataclass(frozen=True)
class SentMail:
    recipient: str
    subject: str
    text: str
    link: str
    status: str
    created_at: datetime


def claim_due(session: Session, *, public_url: str, most: int = 50, now: datetime) -> list[Claimed]:
    """Take due mails for ``LEASE``; no other sender gets them meanwhile.

    One that cannot be worded fails by itself and does not hold up the others.
    """
    rows = session.exec(
        select(OutboxMessage)
        .where(
            OutboxMessage.channel == MAIL,
            OutboxMessage.status == "pending",
            OutboxMessage.due_at <= now,
        )
        .order_by(col(OutboxMessage.due_at))
        .limit(most)
        .with_for_update(skip_locked=True)
    ).all()
    claimed = []
    for row in rows:
        try:
            mail = composed(row, public_url)
        except CANNOT_BE_WORDED as error:
            log.error("mail %s (%s) cannot be worded: %r", row.id, row.kind, error)
            row.status, row.error = "failed", f"cannot be worded: {error!r}"[:300]
            continue
        row.status, row.leased_until = "sending", now + LEASE
        row.attempts += 1
        claimed.append(Claimed(row.id, row.attempts, mail))
    return claimed


def release(session: Session, *, message_ids: Collection[UUID], now: datetime) -> None:
    """Give back what was claimed and is certain not to have been sent: it is due as before."""
    session.exec(
        update(OutboxMessage)
        .where(col(OutboxMessage.id).in_(message_ids), col(OutboxMessage.status) == "sending")
        .values(status="pending", leased_until=None, attempts=col(OutboxMessage.attempts) - 1)
    )


def mark_sent(session: Session, *, message_id: UUID, forget_secrets: bool, now: datetime) -> None:
    row = session.get(OutboxMessage, message_id)
    if row is not None:
        row.status, row.sent_at, row.error = "sent", now, ""
        if forget_secrets:
            row.params = _without_secrets(row.params)


def mark_failed(
    session: Session, *, message_id: UUID, reason: str, is_final: bool, now: datetime
) -> None:
    """Plan another try, later each time; or give up."""
    row = session.get(OutboxMessage, message_id)
    if row is not None:
        gives_up = is_final or row.attempts >= MOST_ATTEMPTS
        row.status = "failed" if gives_up else "pending"
        row.due_at = now + timedelta(seconds=30 * 4 ** (row.attempts - 1))
        row.error = reason[:300]
        if gives_up:
            row.params = _without_secrets(row.params)


def mark_unknown(session: Session, *, now: datetime) -> int:
    """Rows whose sender died between claim and answer, or got none; how many."""
    rows = session.exec(
        select(OutboxMessage)
        .where(OutboxMessage.status == "sending", col(OutboxMessage.leased_until) < now)
        .with_for_update(skip_locked=True)
    ).all()
    for row in rows:
        row.status, row.params = "unknown", _without_secrets(row.params)
    return len(rows)


def _without_secrets(params: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in params.items() if name not in SECRET_PARAMS}


def composed(row: OutboxMessage, public_url: str) -> Mail:
    """The mail in the recipient's language."""
    link = public_url.rstrip("/") + str(row.params["path"]) if "path" in row.params else ""
    words = {k: v for k, v in row.params.items() if k != "path"}
    subject = message(row.locale, f"mail.{row.kind}.subject")
    text = message(row.locale, f"mail.{row.kind}.text", **words)
    action = message(row.locale, f"mail.{row.kind}.action") if link else ""
    html = _html(row.locale, text, action, link)
    return Mail(row.recipient, subject, f"{text}\n\n{link}\n", html)


def _html(locale: str, text: str, action: str, link: str) -> str:
    button = (
        f'<p style="margin:28px 0"><a href="{escape(link)}" style="background:#6C56CF;color:#fff;'
        'padding:14px 22px;border-radius:14px;text-decoration:none;font-weight:600">'
        f"{escape(action)}</a></p>"
        if link
        else ""
    )
    return (
        f'<!doctype html><html lang="{locale}"><head><meta charset="utf-8">'
        '<meta name="color-scheme" content="light dark"></head>'
        '<body style="font:16px/1.5 system-ui,sans-serif;max-width:560px;margin:0 auto;'
        'padding:24px">'
        f"<p><strong>LearnConnect</strong></p><p>{escape(text)}</p>{button}</body></html>"
    )


def latest_mails(session: Session, *, most: int = 30, now: datetime) -> list[SentMail]:
    """The newest mails, for the outbox page of development."""
    rows = session.exec(
        select(OutboxMessage).order_by(col(OutboxMessage.created_at).desc()).limit(most)
    ).all()
    return [_shown(row) for row in rows]


def _shown(row: OutboxMessage) -> SentMail:
    link = str(row.params.get("path", ""))
    try:
        mail = composed(row, "")
        subject, text = mail.subject, mail.text.split("\n\n")[0]
    except CANNOT_BE_WORDED as error:
        subject, text = row.kind, repr(error)
    return SentMail(row.recipient, subject, text, link, row.status, row.created_at)
