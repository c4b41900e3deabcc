"""`/outbox`: what would have been mailed, as it would look. In development only."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse

from learnconnect_app import wiring
from learnconnect_app.api.documents import document
from learnconnect_app.services.outbox import latest_mails

router = APIRouter(tags=["development"])


@router.get("/outbox", response_class=HTMLResponse, include_in_schema=False)
async def outbox() -> str:
    mails = await run_in_threadpool(wiring.read, latest_mails)
    return document("outbox.html", mails=mails)
