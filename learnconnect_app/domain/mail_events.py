"""What a mail provider tells of a mail afterwards, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

_WEIGHTS = {"": 0, "deferred": 1, "delivered": 2, "dropped": 3, "bounced": 4, "complained": 5}
"""Events come twice and in any order: a heavier one is not undone by a lighter one."""
_OF_THE_ADDRESS = ("bounced", "spam", "unsubscribed", "invalid")
"""Words in a reason to drop a mail that mean its address, and not its text or our quota."""


@dataclass(frozen=True)
class MailEvent:
    outbox_id: UUID
    delivery: str
    """As `OutboxMessage.delivery`; empty when the provider only has taken the mail."""
    reason: str = ""
    ends_channel: str = ""
    """Why no more mail may go to this address: ``bounced`` or ``complained``; else empty."""

    @property
    def has_failed(self) -> bool:
        return self.delivery in ("dropped", "bounced")

    def outweighs(self, delivery: str) -> bool:
        return _WEIGHTS[self.delivery] > _WEIGHTS.get(delivery, 0)


def mail_event(told: Mapping[str, Any]) -> MailEvent | None:
    """An event of SendGrid's webhook; None for one that is not about a mail of the outbox, or says
    nothing of its delivery. Fields: https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event
    """
    try:
        outbox_id = UUID(str(told.get("outbox_id")))
    except ValueError:
        return None
    reason = str(told.get("reason") or told.get("response") or "")[:300]
    match told.get("event"):
        case "processed":
            return MailEvent(outbox_id, "")
        case "delivered":
            return MailEvent(outbox_id, "delivered")
        case "deferred":
            return MailEvent(outbox_id, "deferred", reason)
        case "dropped":
            return MailEvent(outbox_id, "dropped", reason, _end_of_dropped(reason))
        case "bounce":  # a "blocked" one is refused for now: the address is right
            ends = "" if told.get("type") == "blocked" else "bounced"
            return MailEvent(outbox_id, "bounced", reason, ends)
        case "spamreport":
            return MailEvent(outbox_id, "complained", reason, "complained")
        case _:
            return None


def _end_of_dropped(reason: str) -> str:
    words = reason.lower()
    if not any(word in words for word in _OF_THE_ADDRESS):
        return ""
    return "complained" if "spam" in words or "unsubscribed" in words else "bounced"
