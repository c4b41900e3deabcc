"""What providers tell us of their own accord. Only what they have signed is heard."""

from __future__ import annotations

import json
from binascii import Error as Base64Error
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.concurrency import run_in_threadpool
from sendgrid.helpers.eventwebhook import EventWebhook, EventWebhookHeader
from starlette.exceptions import HTTPException

from learnconnect_app import wiring
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.mail_events import mail_event
from learnconnect_app.services.mail_events import note_events
from learnconnect_app.settings import settings

router = APIRouter(tags=["webhooks"], include_in_schema=False)

FRESH_FOR = timedelta(minutes=10)
"""What was signed longer ago, or is to be signed later, may be a recording."""
MOST_BYTES = 4 * 1024 * 1024
MOST_EVENTS = 20_000


async def signed_by_sendgrid(request: Request) -> bytes:
    """The body, when SendGrid has signed it just now. Without a key there is no such route."""
    if not settings().sendgrid_webhook_key:
        raise NotFound
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise HTTPException(413)
    stamp = request.headers.get(EventWebhookHeader.TIMESTAMP, "")
    signature = request.headers.get(EventWebhookHeader.SIGNATURE, "")
    if not (_is_fresh(stamp) and _is_signed(body, signature, stamp)):
        raise DomainError("not_allowed")
    return body


def _is_fresh(stamp: str) -> bool:
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) < 12):
        return False
    return abs(wiring.now() - datetime.fromtimestamp(int(stamp), UTC)) <= FRESH_FOR


def _is_signed(body: bytes, signature: str, stamp: str) -> bool:
    webhook = EventWebhook(settings().sendgrid_webhook_key)
    try:
        return bool(webhook.verify_signature(body.decode(), signature, stamp))
    except (Base64Error, UnicodeDecodeError, ValueError):
        return False


@router.post("/webhooks/sendgrid", status_code=204)
async def sendgrid(body: Annotated[bytes, Depends(signed_by_sendgrid)]) -> Response:
    """Events of mails: taken, delivered, bounced... Answered once they are written down."""
    events = [mail_event(each) for each in _events(body)]
    known = [event for event in events if event is not None]
    if known:
        await run_in_threadpool(wiring.perform, note_events, events=known)
    return Response(status_code=204)


def _events(body: bytes) -> list[dict[str, Any]]:
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        raise DomainError("bad_request") from None
    if not isinstance(told, list) or len(told) > MOST_EVENTS:
        raise DomainError("bad_request")
    return [each for each in told if isinstance(each, dict)]
