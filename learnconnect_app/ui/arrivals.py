"""Wakes the open tabs of learners whom another process told something.

The scheduler writes notifications, and no tab of its is open: the web process looks every few
seconds, in one query for all learners who have a tab open, and not at all when nobody has.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from uuid import UUID

from learnconnect_app import wiring
from learnconnect_app.services.notifications import told_since
from learnconnect_app.ui import live

log = logging.getLogger(__name__)

SECONDS_BETWEEN = 4.0
LOOKED_BACK = timedelta(minutes=2)
"""Longer than a transaction takes, and than clocks of two machines differ."""


async def watch_arrivals() -> None:
    """Runs as long as the web process does."""
    seen: frozenset[UUID] = frozenset()
    while True:
        await asyncio.sleep(SECONDS_BETWEEN)
        try:
            seen = await announce_arrivals(seen)
        except Exception:
            log.exception("new notifications were not looked for")


async def announce_arrivals(seen: frozenset[UUID]) -> frozenset[UUID]:
    """Publish what was not seen yet; what is seen now."""
    followed = live.followed()
    if not followed:
        return frozenset()
    since = wiring.now() - LOOKED_BACK
    told = await asyncio.to_thread(wiring.read, told_since, user_ids=followed, since=since)
    for user_id in {user for notification, user in told if notification not in seen}:
        live.publish(user_id)
    return frozenset(notification for notification, _ in told)
