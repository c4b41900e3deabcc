"""Work done without a connection arrives: each operation is applied once, and answered.

The row of an operation and what it does are one transaction; its primary key decides between two
tabs, a repeated request and a second device that sends the same. What is refused leaves no trace
but its row. The rules of conflicts are in `domain/offline_rules.py`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, delete, update

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.offline_rules import (
    BY_NAME,
    MOST_DAYS,
    Moment,
    Outcome,
    in_order,
    is_too_old,
    moment_of,
)
from learnconnect_app.locales import message
from learnconnect_app.models import Operation, User
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.offline_acts import ACTS
from learnconnect_app.services.offline_work import Work
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.rate_limits import is_allowed
from learnconnect_app.services.spoken_values import spoken
from learnconnect_app.services.upserts import insert_once

MOST_REQUESTS, WITHIN = 60, timedelta(minutes=5)
REMEMBERED = timedelta(days=30)
"""For so long a repeated operation is answered as before; older work is refused anyway."""


@dataclass(frozen=True, slots=True)
class Sent:
    """An operation as a device sent it. ``content``: what its type needs, in JSON values."""

    id: UUID
    for_user: UUID
    type: str
    done_at: datetime | None
    """``None``: when it arrives."""
    content: dict[str, Any]

    @property
    def fingerprint(self) -> str:
        said = [self.type, self.done_at.isoformat() if self.done_at else "", self.content]
        return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()[
            :32
        ]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an operation, in the learner's language."""

    id: UUID
    status: str = "applied"
    code: str = ""
    """The rule that decided most; empty when there was nothing to decide."""
    codes: list[str] = field(default_factory=list)
    message: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    keep: bool = False
    """Whether it is still to be decided, so the device keeps it."""
    is_new: bool = field(default=False, compare=False)
    """Whether it was this call that applied it."""


def turns(asked: Sequence[Sequence[Any]]) -> list[int]:
    """Places of operations, given by [type, session], in the order in which they are applied.

    That is the given one, but for notes and mood: they come after the end of their session, which
    brings back one that the plan has dropped.
    """
    ends = {of: place for place, (kind, of) in enumerate(asked) if kind == "complete_session"}

    def turn(place: int) -> tuple[int, bool]:
        kind, of = asked[place]
        end = ends.get(of, place) if kind in ("save_notes", "save_mood") else place
        return max(place, end), end > place

    return sorted(range(len(asked)), key=turn)


def apply_operation(
    session: Session, *, user_id: UUID, sent: Sent, sent_at: datetime | None, now: datetime
) -> Answer:
    """Apply it, or say why not; one that was applied before is answered as it was then.

    ``sent_at``: what the device's clock said when it sent.
    """
    user = locked_user(session, user_id)
    if sent.for_user != user_id:
        return refused(user, sent.id, DomainError("other_account"))
    moment = moment_of(sent.done_at, sent_at, now) if sent.done_at else Moment(now)
    row = Operation(
        user_id=user_id,
        id=sent.id,
        type=sent.type,
        status="applied",
        done_at=moment.at,
        received_at=now,
    )
    if not insert_once(session, row):
        return _as_before(session, user, sent)
    work = Work(session, user, moment.at, now, {moment.rule} - {""})
    answer = _applied(work, sent)
    _keep(session, user, sent, answer)
    return answer


def _applied(work: Work, sent: Sent) -> Answer:
    """A refusal takes back whatever was done until it was found."""
    try:
        with work.session.begin_nested():
            if is_too_old(work.at, work.now):
                raise DomainError("operation_too_old", days=MOST_DAYS)
            values = ACTS[sent.type](work, **sent.content)
    except DomainError as refusal:
        return refused(work.user, sent.id, refusal)
    codes = in_order(work.rules)
    values = {**values, **work.said}
    return Answer(
        id=sent.id,
        status=Outcome.SETTLED if codes else "applied",
        code=codes[0] if codes else "",
        codes=codes,
        message=_sentences(codes, values, work.user.locale),
        values=values,
        is_new=True,
    )


def _sentences(codes: list[str], values: dict[str, Any], locale: str) -> str:
    named = spoken(values, locale)
    return " ".join(message(locale, BY_NAME[code].sentence, **named) for code in codes)


def refused(user: User, operation_id: UUID, refusal: DomainError) -> Answer:
    code = refusal.code if refusal.code in BY_NAME else "bad_request"
    rule = BY_NAME[code]
    return Answer(
        id=operation_id,
        status=Outcome.REFUSED,
        code=code,
        codes=[code],
        message=message(user.locale, rule.sentence, **refusal.params),
        values=dict(refusal.params),
        keep=rule.is_kept,
    )


def broken(
    session: Session, *, user_id: UUID, operation_id: UUID, incident: str, now: datetime
) -> Answer:
    """Something unforeseen happened, which was logged as ``incident``. ``now`` changes nothing."""
    user = get_user(session, user_id)
    return refused(user, operation_id, DomainError("unexpected", incident=incident))


def unreadable(
    session: Session, *, user_id: UUID, operation_id: UUID, fields: Mapping[str, str], now: datetime
) -> Answer:
    """It is no operation; ``fields``: what is wrong with each, as a code. ``now`` changes nothing.

    Nothing is remembered of it: the same id may come again, mended.
    """
    user = get_user(session, user_id)
    told = {name: message(user.locale, f"error.{code}") for name, code in fields.items()}
    return replace(refused(user, operation_id, DomainError("bad_request")), values={"fields": told})


def may_send(session: Session, *, user_id: UUID, now: datetime) -> bool:
    """Count a request; whether it is not one too many."""
    return is_allowed(
        session,
        name="operations",
        of=str(user_id),
        most=MOST_REQUESTS,
        within=WITHIN,
        now=now,
    )


def _keep(session: Session, user: User, sent: Sent, answer: Answer) -> None:
    kept = {
        "fingerprint": sent.fingerprint,
        "codes": answer.codes,
        "message": answer.message,
        "values": answer.values,
    }
    session.exec(
        update(Operation)
        .where(col(Operation.user_id) == user.id, col(Operation.id) == sent.id)
        .values(status=str(answer.status), code=answer.code, answer=kept)
    )


def _as_before(session: Session, user: User, sent: Sent) -> Answer:
    row = session.get_one(Operation, (user.id, sent.id), populate_existing=True)
    kept = dict(row.answer)
    if kept.pop("fingerprint") != sent.fingerprint:
        return refused(user, sent.id, DomainError("operation_changed"))
    return Answer(id=sent.id, status=row.status, code=row.code, **kept)


def forget_operations(session: Session, *, now: datetime) -> None:
    session.exec(delete(Operation).where(col(Operation.received_at) < now - REMEMBERED))


def as_json(answer: Answer) -> dict[str, Any]:
    """As it leaves the server."""
    shown = asdict(answer)
    del shown["is_new"]
    return shown
