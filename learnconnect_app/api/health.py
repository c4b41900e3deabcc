"""`/healthz`: this process is alive. `/readyz`: it can serve. `/metrics`: for Prometheus."""

from __future__ import annotations

import logging

from fastapi import APIRouter, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy.exc import SQLAlchemyError

from learnconnect_app import wiring
from learnconnect_app.services.health import is_scheduler_heard

router = APIRouter(tags=["health"])
log = logging.getLogger(__name__)


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    return {"status": "alive"}


@router.get("/readyz", responses={503: {"description": "Something is missing; it says what."}})
async def readyz() -> JSONResponse:
    try:
        scheduler = await run_in_threadpool(wiring.read, is_scheduler_heard)
        database = True
    except (SQLAlchemyError, OSError):
        log.exception("the database cannot be reached")
        scheduler = database = False
    is_ready = database and scheduler
    return JSONResponse(
        {"ready": is_ready, "database": database, "scheduler": scheduler},
        200 if is_ready else 503,
    )


@router.get("/metrics", response_class=PlainTextResponse)
async def metrics() -> Response:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
