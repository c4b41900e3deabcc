"""Joins services to adapters: the one place that knows which implementation is in use.

``perform`` runs a use case in a transaction of its own, ``read`` one that only reads. Both take
the moment from the clock and hand it in as ``now``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from learnconnect_app.adapters import clock
from learnconnect_app.adapters.announcements import Announcements
from learnconnect_app.adapters.database import database
from learnconnect_app.adapters.secrets import SecretLostError, opened
from learnconnect_app.adapters.tokens import token_hash
from learnconnect_app.domain.ports import AccessRevokedError, CalendarProvider, SignIn
from learnconnect_app.services import sessions
from learnconnect_app.services.sessions import Caller
from learnconnect_app.settings import settings

Result = TypeVar("Result")


def perform(service: Callable[..., Result], **arguments: Any) -> Result:
    """Run a use case in one transaction, with ``now``."""
    with database().transaction() as session:
        return service(session, now=clock.now(), **arguments)


def read(service: Callable[..., Result], **arguments: Any) -> Result:
    """Run a use case that writes nothing, with ``now``."""
    with database().reading() as session:
        return service(session, now=clock.now(), **arguments)


def find_caller(token: str | None) -> Caller | None:
    """The signed-in person behind a session token."""
    if not token:
        return None
    return read(sessions.find_caller, token_hash=token_hash(token))


def keep_alive(caller: Caller) -> None:
    perform(sessions.touch, session_id=caller.session_id)


def now() -> datetime:
    return clock.now()


def announcements() -> Announcements | None:
    """Where web processes tell each other of changes; None: there is but one."""
    return Announcements(settings().redis_url) if settings().redis_url else None


# ---- calendars elsewhere: their libraries are large, and loaded when they are needed -----------


def configured_calendars() -> tuple[str, ...]:
    """Those that can be connected here."""
    known = {
        "google": settings().google_client_id,
        "outlook": settings().microsoft_client_id,
    }
    return tuple(name for name, client in known.items() if client)


def calendar_sign_in(provider: str) -> SignIn | None:
    """None: it is not configured."""
    from learnconnect_app.adapters.oauth import sign_in_of

    return sign_in_of(provider, settings())


def calendar_provider(provider: str, secret: str) -> CalendarProvider | None:
    """With what was kept of its access; None: it is not configured.

    ``AccessRevokedError`` when no key of ours opens it.
    """
    if provider not in configured_calendars():
        return None
    try:
        access = opened(secret)
    except SecretLostError:
        raise AccessRevokedError("its secret cannot be read") from None
    if provider == "google":
        from learnconnect_app.adapters.google_calendars import GoogleCalendar

        return GoogleCalendar(settings(), access)
    from learnconnect_app.adapters.outlook_calendars import OutlookCalendar

    return OutlookCalendar(settings(), access)
