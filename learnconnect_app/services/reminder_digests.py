"""One mail a day: several reminders become the parts of one.

The digest is a row of kind ``digest`` with ``params = {"items": [{"kind", "about", "params"}],
"path": "/notifications"}``; each item is worded by ``reminder_words.words_of(kind, locale,
params)``. The rows it stands for are ``cancelled``, with ``error = "in_digest"``. What comes when
the mail of a day has left waits for the next day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select, update

from learnconnect_app.domain.reminder_times import moment
from learnconnect_app.domain.reminders import DIGEST, RULES
from learnconnect_app.domain.study_days import bounds, local_time, study_day
from learnconnect_app.models import OutboxMessage, User
from learnconnect_app.services.upserts import insert_once

IN_DIGEST = "in_digest"
SECOND_MAIL = "second_mail"
DIGEST_PATH = "/notifications"
KINDS = (DIGEST, *(rule.key for rule in RULES if rule.is_digestible))
COUNTED = ("pending", "sending", "sent", "unknown")

NextHour = Callable[[datetime], datetime]
"""The learner's next good hour from a moment on."""


def gather(
    session: Session, user: User, mail: OutboxMessage, next_hour: NextHour, *, now: datetime
) -> None:
    """Put a mail that was just inserted together with the others of its day."""
    if mail.kind not in KINDS:
        return
    due = mail.due_at
    while True:
        day = study_day(due, user.timezone)
        found = _mails_of(session, user, day)
        if due == mail.due_at and mail.id not in {each.id for each in found}:
            return  # another one that was inserted with it took it into the digest
        others = [each for each in found if each.id != mail.id]
        if all(each.status == "pending" for each in others):
            break
        due = next_hour(bounds(day, user.timezone)[1])
        if mail.expires_at and due >= mail.expires_at:
            _set(session, mail.id, status="cancelled", error=SECOND_MAIL)
            return
    if due != mail.due_at:
        _set(session, mail.id, due_at=due)
    if others:
        _combine(session, user, [mail, *others], min(due, others[0].due_at), day, now)


def keep_local_hour(session: Session, user: User, zone: str) -> None:
    """The learner's clock becomes that of ``zone``: a mail that waits comes at the hour it had.

    Other reminders are planned again with the day; what is in this mail is not among them.
    """
    waiting = session.exec(
        select(OutboxMessage).where(
            OutboxMessage.user_id == user.id,
            OutboxMessage.kind == DIGEST,
            OutboxMessage.status == "pending",
        )
    ).all()
    for row in waiting:
        local = local_time(row.due_at, user.timezone)
        due = moment(local.date(), local.hour * 60 + local.minute, zone)
        expires = row.expires_at and row.expires_at + (due - row.due_at)
        _set(session, row.id, due_at=due, expires_at=expires)


def _mails_of(session: Session, user: User, day: date) -> Sequence[OutboxMessage]:
    """Locked, so that none of them leaves by itself while it becomes a part."""
    first, end = bounds(day, user.timezone)
    return session.exec(
        select(OutboxMessage)
        .where(
            OutboxMessage.user_id == user.id,
            OutboxMessage.channel == "mail",
            col(OutboxMessage.kind).in_(KINDS),
            col(OutboxMessage.status).in_(COUNTED),
            OutboxMessage.due_at >= first,
            OutboxMessage.due_at < end,
        )
        .order_by(col(OutboxMessage.due_at))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()


def _combine(
    session: Session,
    user: User,
    mails: Sequence[OutboxMessage],
    due: datetime,
    day: date,
    now: datetime,
) -> None:
    digest = next((each for each in mails if each.kind == DIGEST), None)
    parts = [each for each in mails if each.kind != DIGEST]
    items = [_item(part) for part in sorted(parts, key=lambda part: part.due_at)]
    expires = max(each.expires_at or each.due_at for each in mails)
    if digest is not None:
        params = {**digest.params, "items": [*digest.params["items"], *items]}
        values = {"params": params, "due_at": due, "expires_at": expires}
        is_kept = _set(session, digest.id, **values)
    else:
        is_kept = insert_once(
            session,
            OutboxMessage(
                user_id=user.id,
                channel="mail",
                kind=DIGEST,
                recipient=user.email,
                locale=user.locale,
                params={"items": items, "path": DIGEST_PATH},
                dedupe_key=f"{DIGEST}:mail:{user.id}:{day}",
                due_at=due,
                expires_at=expires,
                created_at=now,
            ),
        )
    if is_kept:
        for part in parts:
            _set(session, part.id, status="cancelled", error=IN_DIGEST)


def _item(mail: OutboxMessage) -> dict[str, Any]:
    return {"kind": mail.kind, "about": mail.about, "params": mail.params}


def _set(session: Session, row_id: UUID, **values: object) -> bool:
    """Change a row that has not left; whether it had not."""
    changed = session.exec(
        update(OutboxMessage)
        .where(col(OutboxMessage.id) == row_id, col(OutboxMessage.status) == "pending")
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    return changed.rowcount == 1
