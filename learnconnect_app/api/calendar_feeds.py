"""`/calendar/{token}.ics`: a learner's entries for calendars elsewhere; and their download.

The feed is asked for by machines that cannot sign in: its address is the secret. A calendar that
has the latest answer already is told so without the file being made.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from sqlmodel import Session

from learnconnect_app import wiring
from learnconnect_app.api.callers import Learner, client_address
from learnconnect_app.api.problems import PROBLEMS, TooFastError
from learnconnect_app.domain.errors import NotFound
from learnconnect_app.services.calendar_feeds import (
    Feed,
    feed_of,
    is_to_be_noted,
    note_fetched,
    owner_of,
)
from learnconnect_app.services.rate_limits import is_allowed

CALENDAR = "text/calendar; charset=utf-8"
MOST, WITHIN = 60, timedelta(minutes=10)
ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/calendar": {"schema": {"type": "string"}}}},
    304: {"description": "The calendar has not changed."},
    **{status: PROBLEMS[status] for status in (401, 404, 429)},
}

router = APIRouter(tags=["calendar"])


@router.get("/calendar/download.ics", response_class=Response, responses=ANSWERS)
async def download(who: Learner) -> Response:
    """The same as a file, once: it does not follow the plan."""
    feed = await run_in_threadpool(wiring.read, feed_of, user_id=who.user_id)
    body = await run_in_threadpool(feed.file)
    disposition = 'attachment; filename="learnconnect.ics"'
    return Response(body, media_type=CALENDAR, headers={"content-disposition": disposition})


@router.get("/calendar/{token}.ics", response_class=Response, responses=ANSWERS)
async def feed(token: str, request: Request) -> Response:
    """For whoever has the address. An unknown and a revoked one are answered alike."""
    user_id = await run_in_threadpool(wiring.read, owner_of, token=token)
    await run_in_threadpool(_refuse_too_many, user_id, client_address(request))
    if user_id is None:
        raise NotFound
    found = await run_in_threadpool(wiring.read, feed_of, user_id=user_id)
    await run_in_threadpool(_note_fetched, user_id)
    return await run_in_threadpool(_answer, found, request.headers.get("if-none-match", ""))


def _refuse_too_many(user_id: UUID | None, address: str) -> None:
    """A feed is counted by itself, as services fetch thousands from one address; what is no feed,
    by who asks."""
    of = f"feed:{user_id}" if user_id else f"address:{address}"
    if not wiring.perform(_is_allowed, of=of):
        raise TooFastError(WITHIN)


def _is_allowed(session: Session, *, of: str, now: datetime) -> bool:
    return is_allowed(session, name="calendar", of=of, most=MOST, within=WITHIN, now=now)


def _note_fetched(user_id: UUID) -> None:
    if wiring.read(is_to_be_noted, user_id=user_id):
        wiring.perform(note_fetched, user_id=user_id)


def _answer(found: Feed, known: str) -> Response:
    tag = f'"{found.tag}"'
    if tag in (each.strip().removeprefix("W/") for each in known.split(",")):
        return Response(status_code=304, headers={"etag": tag})
    return Response(found.file(), media_type=CALENDAR, headers={"etag": tag})
