"""Tells a learner's open tabs and devices that something of theirs changed.

Followers wait; writers publish after their commit. It carries no data: whoever wakes re-reads the
database. Tabs of other web processes are told by whoever `carry` names (`live_channel.py`).
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from uuid import UUID

Carrier = Callable[[UUID, str], None]

_followers: dict[UUID, dict[str, asyncio.Event]] = defaultdict(dict)
_carriers: list[Carrier] = []


@asynccontextmanager
async def following(user_id: UUID, tab: str) -> AsyncIterator[asyncio.Event]:
    """An event that is set at each change from elsewhere, to be cleared by the follower."""
    changed = _followers[user_id][tab] = asyncio.Event()
    try:
        yield changed
    finally:
        if _followers[user_id].get(tab) is changed:
            del _followers[user_id][tab]
        if not _followers[user_id]:
            del _followers[user_id]


def publish(user_id: UUID, *, by: str = "") -> None:
    """Something of this learner changed; ``by`` is the tab that knows already."""
    wake(user_id, by=by)
    for carrier in _carriers:
        carrier(user_id, by)


def wake(user_id: UUID, *, by: str = "") -> None:
    """The tabs that this process serves, but ``by``."""
    for tab, changed in _followers.get(user_id, {}).items():
        if tab != by:
            changed.set()


def carry(carrier: Carrier) -> None:
    """Have all that is published from now on told to ``carrier`` too."""
    _carriers.append(carrier)


def carry_no_more(carrier: Carrier) -> None:
    _carriers.remove(carrier)


def followed() -> list[UUID]:
    """Learners who have a tab open."""
    return list(_followers)
