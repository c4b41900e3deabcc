"""Browsers that may be pushed to: added and removed by their learners, or gone by themselves.

A subscription belongs to the sign-in it was made in, and goes with it: a browser that somebody
signed out of is not told anything any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, delete, func, select, update

from learnconnect_app.domain.devices import checked_device_name, device_name
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.push_views import DeviceView
from learnconnect_app.domain.pushes import MOST_DEVICES
from learnconnect_app.models import PushSubscription
from learnconnect_app.services.channels import switch_on
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.reminder_asks import ask

PUSH = "push"


def subscribe(
    session: Session,
    *,
    user_id: UUID,
    session_id: UUID,
    endpoint: str,
    p256dh: str,
    auth: str,
    user_agent: str,
    replaces: str = "",
    is_renewal: bool = False,
    now: datetime,
) -> UUID:
    """The browser of this sign-in may be pushed to; its id.

    It takes the place of what the same browser had: under another address, or for another
    learner. Its own keeps its id, so that pushes which wait for it still go there, and its name.
    ``replaces``: only if it still has that address here, ``is_renewal``: if it has any; else
    ``NotFound``. Raises ``DomainError`` when the learner has ``MOST_DEVICES`` others.
    """
    locked_user(session, user_id)  # one at a time: the devices are counted
    row = _own(session, user_id, session_id)
    if is_renewal and row is None:
        raise NotFound
    if replaces and (row is None or row.endpoint not in (replaces, endpoint)):
        raise NotFound
    others_of_it = delete(PushSubscription).where(
        (col(PushSubscription.endpoint) == endpoint)
        | (col(PushSubscription.session_id) == session_id)
    )
    if row is not None:
        others_of_it = others_of_it.where(col(PushSubscription.id) != row.id)
    session.exec(others_of_it)
    values: dict[str, Any] = {"endpoint": endpoint, "p256dh": p256dh, "auth": auth, "failures": 0}
    if row is None:
        others = select(func.count()).where(PushSubscription.user_id == user_id)
        if session.exec(others).one() >= MOST_DEVICES:
            raise DomainError("push_too_many", most=MOST_DEVICES)
        row = PushSubscription(user_id=user_id, session_id=session_id, created_at=now, **values)
        row.device = device_name(user_agent)
    row.sqlmodel_update(values)
    session.add(row)
    session.flush()
    switch_on(session, user_id=user_id, channel=PUSH, now=now)
    ask(session, user_id=user_id, now=now)
    return row.id


def _own(session: Session, user_id: UUID, session_id: UUID) -> PushSubscription | None:
    """What the browser of a sign-in has, locked."""
    found = select(PushSubscription).where(
        PushSubscription.user_id == user_id, PushSubscription.session_id == session_id
    )
    return session.exec(found.with_for_update().execution_options(populate_existing=True)).first()


def subscriptions_of(session: Session, user_id: UUID) -> Sequence[PushSubscription]:
    """Where a learner's pushes go, oldest first."""
    found = select(PushSubscription).where(PushSubscription.user_id == user_id)
    return session.exec(found.order_by(col(PushSubscription.created_at))).all()


def devices(
    session: Session, *, user_id: UUID, session_id: UUID, now: datetime
) -> tuple[DeviceView, ...]:
    """For the list in Settings."""
    return tuple(
        DeviceView(
            id=str(row.id),
            name=row.device,
            since_ms=_milliseconds(row.created_at),
            succeeded_ms=_milliseconds(row.succeeded_at),
            is_here=row.session_id == session_id,
        )
        for row in subscriptions_of(session, user_id)
    )


def rename(
    session: Session, *, user_id: UUID, subscription_id: UUID, name: str, now: datetime
) -> None:
    """Call one of the learner's own by another name. ``NotFound`` for one that is not theirs;
    ``DomainError`` as ``checked_device_name``."""
    renamed = session.exec(
        update(PushSubscription)
        .where(
            col(PushSubscription.id) == subscription_id, col(PushSubscription.user_id) == user_id
        )
        .values(device=checked_device_name(name))
    )
    if not renamed.rowcount:
        raise NotFound


def unsubscribe(
    session: Session,
    *,
    user_id: UUID,
    subscription_id: UUID | None = None,
    endpoint: str = "",
    now: datetime,
) -> None:
    """Remove one of the learner's own, by its id or its address. One that is not there is gone."""
    session.exec(
        delete(PushSubscription).where(
            col(PushSubscription.user_id) == user_id,
            (col(PushSubscription.id) == subscription_id)
            | (col(PushSubscription.endpoint) == endpoint),
        )
    )


def forget(session: Session, *, subscription_id: UUID, now: datetime) -> None:
    """There is no browser behind it any more."""
    session.exec(delete(PushSubscription).where(col(PushSubscription.id) == subscription_id))


def note_success(session: Session, *, subscription_id: UUID, now: datetime) -> None:
    _set(session, subscription_id, succeeded_at=now, failures=0)


def note_failure(session: Session, *, subscription_id: UUID, now: datetime) -> None:
    _set(session, subscription_id, failures=col(PushSubscription.failures) + 1)


def _set(session: Session, subscription_id: UUID, **values: object) -> None:
    session.exec(
        update(PushSubscription).where(col(PushSubscription.id) == subscription_id).values(**values)
    )


def _milliseconds(at: datetime | None) -> int:
    return int(at.timestamp() * 1000) if at else 0
