"""Connections to calendars elsewhere: made, taken up again, and ended.

Nothing here talks to a provider. What must be done there is left to the scheduler by a status and
a time at which it is due.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, delete, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.locales import message
from learnconnect_app.models import CalendarConnection, CalendarEvent, OAuthRequest, User
from learnconnect_app.services import channels
from learnconnect_app.services.calendar_leftovers import let_go
from learnconnect_app.services.calendar_sync import Claimed, held
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.reminders import tell

PROVIDERS = ("google", "outlook")
REQUEST_LENGTH = timedelta(minutes=10)
LONGEST_END = timedelta(days=2)
"""A provider that cannot be reached keeps nobody's account longer than this."""


@dataclass(frozen=True)
class ConnectionState:
    """As Settings shows it."""

    provider: str
    status: str
    """active; reconnect: access was revoked; removing: its events are being deleted."""
    account: str
    synced_at: datetime | None
    error: str
    """Code of the catalogs (``channel.<code>``), or nothing."""


def connections_of(session: Session, *, user_id: UUID, now: datetime) -> dict[str, ConnectionState]:
    """By provider; those that are not connected are missing."""
    rows = session.exec(select(CalendarConnection).where(CalendarConnection.user_id == user_id))
    return {
        row.provider: ConnectionState(
            row.provider, row.status, row.account, row.synced_at, row.error
        )
        for row in rows
    }


# ---- asking the provider ---------------------------------------------------------------------


def note_request(
    session: Session,
    *,
    user_id: UUID,
    provider: str,
    state_hash: str,
    kept: str,
    now: datetime,
) -> None:
    """A learner is about to be sent to a provider; an earlier request there is void."""
    session.exec(
        delete(OAuthRequest).where(
            col(OAuthRequest.user_id) == user_id, col(OAuthRequest.provider) == provider
        )
    )
    session.add(
        OAuthRequest(
            state_hash=state_hash,
            user_id=user_id,
            provider=provider,
            verifier=kept,
            expires_at=now + REQUEST_LENGTH,
        )
    )


def redeem_request(
    session: Session, *, user_id: UUID, provider: str, state_hash: str, now: datetime
) -> str | None:
    """What was kept of a request, once; None when there is none, it is another's, or too old."""
    row = session.exec(
        delete(OAuthRequest)
        .where(
            col(OAuthRequest.state_hash) == state_hash,
            col(OAuthRequest.user_id) == user_id,
            col(OAuthRequest.provider) == provider,
        )
        .returning(col(OAuthRequest.verifier), col(OAuthRequest.expires_at))
    ).first()
    return row[0] if row and row[1] > now else None


def forget_expired_requests(session: Session, *, now: datetime) -> None:
    session.exec(delete(OAuthRequest).where(col(OAuthRequest.expires_at) < now))


def is_in_use(
    session: Session, *, provider: str, account: str, now: datetime, besides: UUID | None = None
) -> bool:
    """Whether any connection here, of whomever, has its access to this account. One that is
    unknown may be anybody's. ``now`` changes nothing: every reader is given it."""
    using = select(CalendarConnection.id).where(
        CalendarConnection.provider == provider, CalendarConnection.id != besides
    )
    if account:
        using = using.where(CalendarConnection.account == account)
    return session.exec(using.limit(1)).first() is not None


def is_shared(session: Session, *, claimed: Claimed, now: datetime) -> bool:
    """Whether another connection lives on the same grant: giving that back would end both.
    ``LeaseLostError``."""
    row = held(session, claimed)
    return is_in_use(session, provider=row.provider, account=row.account, now=now, besides=row.id)


# ---- connecting ------------------------------------------------------------------------------


def connect(
    session: Session, *, user_id: UUID, provider: str, account: str, secret: str, now: datetime
) -> None:
    """Begin to keep a calendar there, or go on with it; ``secret`` is encrypted already.

    The same account goes on with its calendar and its events. ``DomainError``:
    "calendar_removing" while the last connection is still being taken down; "calendar_connected"
    when it is another account's, whose calendar would stay behind.
    """
    locked_user(session, user_id)
    row = _connection(session, user_id, provider)
    if row is not None and row.status == "removing":
        raise DomainError("calendar_removing")
    if row is None:
        row = CalendarConnection(user_id=user_id, provider=provider, due_at=now, created_at=now)
        session.add(row)
    elif row.status == "reconnect" and row.error == "calendar_gone":
        _forget_calendar(session, row)
    elif row.account != account:
        raise DomainError("calendar_connected", account=row.account)
    row.account, row.secret = account, secret
    row.status, row.error, row.attempts = "active", "", 0
    row.due_at, row.leased_until = now, None  # who is at it loses it
    session.flush()
    channels.switch_on(session, user_id=user_id, channel=provider, now=now)


def disconnect(
    session: Session, *, user_id: UUID, provider: str, keeps_events: bool, now: datetime
) -> None:
    """End a connection. With ``keeps_events`` the calendar there stays, as the learner's own.

    What is to be deleted there, and the access, are given back by the scheduler within moments.
    ``NotFound`` when there is none.
    """
    locked_user(session, user_id)
    row = _connection(session, user_id, provider)
    if row is None:
        raise NotFound
    if keeps_events and row.status != "removing":
        _forget_calendar(session, row)
    _begin_removal(row, now)
    session.flush()


def end_all(session: Session, *, user_id: UUID, now: datetime) -> bool:
    """Take down every connection of a learner whose account ends: the calendars there go, access
    is given back. True once none is left and the account's rows may go; until then the scheduler
    is at it, and this is to be asked again.

    It ends in any case: a connection is let go after so many tries (`services.calendar_sync`), and
    all are ``LONGEST_END`` after the account was due to end. Operators see what stayed behind.
    """
    user = locked_user(session, user_id)
    session.exec(delete(OAuthRequest).where(col(OAuthRequest.user_id) == user_id))
    is_late = user.deletion_due_at is not None and user.deletion_due_at + LONGEST_END <= now
    rows = session.exec(
        select(CalendarConnection).where(CalendarConnection.user_id == user_id).with_for_update()
    ).all()
    for row in rows:
        if is_late:
            let_go(session, row, now=now)
        elif row.status != "removing":
            _begin_removal(row, now)
    session.flush()
    return is_late or not rows


def need_reconnect(session: Session, *, claimed: Claimed, code: str, now: datetime) -> None:
    """Access or the calendar is gone: nothing more is tried until the learner connects again.

    One that is being taken down ends with that: nothing can be deleted there any more. Operators
    see a calendar that stayed behind. ``LeaseLostError``.
    """
    row = held(session, claimed)
    if row.status == "removing":
        row.error, row.attempts = code, row.attempts + 1
        if code == "calendar_revoked" and row.calendar_id:
            let_go(session, row, now=now)
        else:
            session.delete(row)
        return
    row.status, row.error, row.leased_until = "reconnect", code, None
    channels.switch_off(session, user_id=row.user_id, channel=row.provider, reason=code, now=now)
    user = session.get_one(User, row.user_id)
    values = {"calendar": message(user.locale, f"reminder.calendar.{row.provider}")}
    tell(session, user=user, rule="calendar_problem", about=str(row.id), values=values, now=now)


def _connection(session: Session, user_id: UUID, provider: str) -> CalendarConnection | None:
    return session.exec(
        select(CalendarConnection).where(
            CalendarConnection.user_id == user_id, CalendarConnection.provider == provider
        )
    ).first()


def _begin_removal(row: CalendarConnection, now: datetime) -> None:
    row.status, row.error, row.attempts = "removing", "", 0
    row.due_at, row.leased_until = now, None  # who is at it loses it


def _forget_calendar(session: Session, row: CalendarConnection) -> None:
    session.exec(delete(CalendarEvent).where(col(CalendarEvent.connection_id) == row.id))
    row.calendar_id = row.sync_token = ""
