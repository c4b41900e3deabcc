"""Tells a learner's open tabs and devices that something of theirs changed.

Followers wait; writers publish after their commit. It carries no data: whoever wakes re-reads the
database.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

_followers: dict[UUID, dict[str, asyncio.Event]] = defaultdict(dict)


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
    for tab, changed in _followers.get(user_id, {}).items():
        if tab != by:
            changed.set()


def followed() -> list[UUID]:
    """Learners who have a tab open."""
    return list(_followers)
