"""What a push says, to whom, and how long a push service may keep it."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from learnconnect_app.domain.ports import Push
from learnconnect_app.domain.pushes import MOST_PAYLOAD_BYTES, topic_of
from learnconnect_app.models import OutboxMessage, PushSubscription
from learnconnect_app.services.push_messages import LONGEST_TTL, SHORTEST_TTL, composed_push
from tests.factories import NOW

DEVICE = PushSubscription(
    user_id=uuid4(), endpoint="https://push.example/1", p256dh="p", auth="a", created_at=NOW
)
UNLOCKED = {"path": "/plan", "secret": "not for a sentence"}


def a_row(*, locale: str = "en", **values: Any) -> OutboxMessage:
    given: dict[str, Any] = {
        "kind": "security",
        "params": {"path": "/settings"},
        "recipient": str(DEVICE.id),
        "dedupe_key": str(uuid4()),
        "due_at": NOW,
        "expires_at": NOW + timedelta(hours=4),
        "created_at": NOW,
    }
    return OutboxMessage(channel="push", locale=locale, **(given | values))


def composed(row: OutboxMessage, now: datetime = NOW) -> Push:
    return composed_push(row, DEVICE, "https://learn.example/", now=now)


def payload(row: OutboxMessage) -> dict[str, str]:
    found: dict[str, str] = json.loads(composed(row).payload)
    return found


def test_push_carries_its_sentence_its_page_and_nothing_else() -> None:
    row = a_row(kind="test_unlocked", params=UNLOCKED, user_id=DEVICE.user_id)
    push = composed(row)
    told = json.loads(push.payload)
    assert set(told) == {"title", "body", "url", "tag", "lang", "id"}
    assert told["url"] == "https://learn.example/plan"
    assert (push.endpoint, push.p256dh, push.auth) == ("https://push.example/1", "p", "a")
    assert told["id"] == str(row.id)  # it opens nothing: it is said back when the push is pressed
    for private in ("not for a sentence", str(DEVICE.user_id), str(DEVICE.id)):
        assert private not in push.payload


def test_push_speaks_the_language_of_its_row() -> None:
    english, turkish = (payload(a_row(kind="test_unlocked", locale=at)) for at in ("en", "tr"))
    assert (english["lang"], turkish["lang"]) == ("en", "tr")
    assert english["title"] != turkish["title"]
    assert english["body"] != turkish["body"]


def test_newer_push_about_the_same_thing_takes_the_place_of_the_older() -> None:
    first, second = (composed(a_row(kind="session_soon", about="7", params=SOON)) for _ in range(2))
    other = composed(a_row(kind="session_soon", about="8", params=SOON))
    assert first.topic == second.topic == topic_of("session_soon", "7")
    assert json.loads(first.payload)["tag"] == first.topic
    assert other.topic != first.topic


SOON = {"path": "/lesson/7", "time": "17:30", "title": "Kesirler", "duration": "40 min", "n": 1}


def test_push_is_kept_until_it_would_come_too_late() -> None:
    row = a_row(kind="test_unlocked", expires_at=NOW + timedelta(hours=1))
    assert composed(row).ttl_seconds == 3600
    assert composed(row, NOW + timedelta(minutes=50)).ttl_seconds == 600
    assert composed(row, NOW + timedelta(hours=2)).ttl_seconds == SHORTEST_TTL
    assert composed(a_row(kind="test_unlocked", expires_at=None)).ttl_seconds == LONGEST_TTL


def test_what_is_stale_soon_is_urgent() -> None:
    soon = a_row(kind="session_soon", params=SOON, expires_at=NOW + timedelta(minutes=15))
    assert composed(soon).is_urgent
    assert not composed(a_row(kind="test_unlocked")).is_urgent


@pytest.mark.parametrize("text", ["x" * 5000, "ş" * 5000, "🎯" * 5000, '"\\' * 5000, "\x01" * 5000])
def test_push_of_any_text_fits(text: str) -> None:
    push = composed(a_row(kind="session_soon", params={**SOON, "title": text, "duration": text}))
    assert len(push.payload.encode()) <= MOST_PAYLOAD_BYTES
    assert json.loads(push.payload)["title"].endswith("…")


def test_rule_without_words_is_an_error() -> None:
    with pytest.raises(KeyError):
        composed(a_row(kind="unheard_of"))
