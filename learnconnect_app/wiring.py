"""Joins services to adapters: the one place that knows which implementation is in use.

``perform`` runs a use case in a transaction of its own, ``read`` one that only reads. Both take
the moment from the clock and hand it in as ``now``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from learnconnect_app.adapters import clock
from learnconnect_app.adapters.database import database
from learnconnect_app.adapters.tokens import token_hash
from learnconnect_app.services import sessions
from learnconnect_app.services.sessions import Caller

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
