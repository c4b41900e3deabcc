"""A resume that is uploaded or pasted: read in a process of its own, scored, and not kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel

from learnconnect_app import wiring
from learnconnect_app.adapters.documents import text_of
from learnconnect_app.api.callers import Learner, OurPages
from learnconnect_app.api.problems import PROBLEMS
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.services import rate_limits, resumes
from learnconnect_app.ui import live

router = APIRouter(prefix="/api/v1/resumes", tags=["resumes"], responses=PROBLEMS)

MOST, WITHIN = 20, timedelta(hours=1)
"""Readings a learner may ask for: each costs a process."""
READERS = 2
"""Documents read at once in a process."""
MOST_WAITING = 6
"""Of those that wait for one. They hold no thread, so nobody else waits for them."""
_readers = CapacityLimiter(READERS)
_reading: set[UUID] = set()
ANY_BYTES: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


class Read(BaseModel):
    id: UUID


@router.post("", status_code=201, dependencies=[OurPages], openapi_extra=ANY_BYTES)
async def read(
    request: Request,
    who: Learner,
    role: Annotated[str, Query(max_length=60)],
    stage: resumes.Stage = "before",
    is_kept: bool = False,
) -> Read:
    """Score the PDF, DOCX or text in the body for a role."""
    is_allowed = await run_in_threadpool(
        wiring.perform,
        rate_limits.is_allowed,
        name="resume",
        of=str(who.user_id),
        most=MOST,
        within=WITHIN,
    )
    if not is_allowed:
        raise DomainError("too_many_tries", minutes=int(WITHIN.total_seconds() // 60))
    text = await read_in_turn(who.user_id, await request.body())
    made = await run_in_threadpool(
        wiring.perform,
        resumes.score_resume,
        user_id=who.user_id,
        role=role,
        stage=stage,
        text=text,
        is_kept=is_kept,
    )
    live.publish(who.user_id)
    return Read(id=made)


async def read_in_turn(user_id: UUID, data: bytes) -> str:
    """One at a time for a learner. Raises what `text_of` does, and ``DomainError`` too_fast."""
    if user_id in _reading or _readers.statistics().tasks_waiting >= MOST_WAITING:
        raise DomainError("too_fast")
    _reading.add(user_id)
    try:
        return await to_thread.run_sync(text_of, data, limiter=_readers)
    finally:
        _reading.discard(user_id)
