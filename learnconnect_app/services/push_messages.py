"""What a push says: the sentence of its rule in the learner's language, and where a tap leads."""

from __future__ import annotations

import json
from datetime import datetime

from learnconnect_app.domain.ports import Push
from learnconnect_app.domain.pushes import MOST_PAYLOAD_BYTES, URGENT_WITHIN, topic_of
from learnconnect_app.models import OutboxMessage, PushSubscription
from learnconnect_app.services.reminder_words import words_of

SHORTEST_TTL, LONGEST_TTL = 60, 3 * 24 * 3600
"""Seconds that a push service may keep a push for a device that is away."""
MOST_TITLE_BYTES = 400
MOST_TEXT_BYTES = MOST_PAYLOAD_BYTES - MOST_TITLE_BYTES - 800  # an address and the names


def composed_push(
    row: OutboxMessage, subscription: PushSubscription, public_url: str, *, now: datetime
) -> Push:
    """The push for one browser. Raises ``KeyError`` for a rule without words.

    A later one of the same rule about the same thing takes its place, on the way and on screen.
    """
    words, topic = words_of(row.kind, row.locale, row.params), topic_of(row.kind, row.about)
    payload = {
        "title": _cut(words.title, MOST_TITLE_BYTES),
        "body": _cut(words.text, MOST_TEXT_BYTES),
        "url": public_url.rstrip("/") + (words.path or "/home"),
        "tag": topic,
        "id": str(row.id),
        "lang": row.locale,
    }
    return Push(
        endpoint=subscription.endpoint,
        p256dh=subscription.p256dh,
        auth=subscription.auth,
        payload=json.dumps(payload, ensure_ascii=False),
        topic=topic,
        ttl_seconds=_ttl(row, now),
        is_urgent=row.expires_at is not None and row.expires_at - row.due_at <= URGENT_WITHIN,
    )


def _ttl(row: OutboxMessage, now: datetime) -> int:
    """Until it would come too late."""
    if row.expires_at is None:
        return LONGEST_TTL
    left = int((row.expires_at - now).total_seconds())
    return max(SHORTEST_TTL, min(left, LONGEST_TTL))


def _cut(text: str, most: int) -> str:
    """As much of the text as fits into ``most`` bytes of JSON."""
    while len(json.dumps(text, ensure_ascii=False).encode()) > most:
        text = text[: len(text) * 9 // 10 - 1] + "…"
    return text
