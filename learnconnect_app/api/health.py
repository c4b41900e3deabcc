"""`/healthz`: this process is alive. `/readyz`: it can serve. `/metrics`: for Prometheus."""

from __future__ import annotations

import logging

from fastapi import APIRouter, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from sqlalchemy.exc import SQLAlchemyError

from learnconnect_app import wiring
from learnconnect_app.api.callers import Watcher
from learnconnect_app.api.problems import PROBLEMS
from learnconnect_app.services.health import is_scheduler_heard
from learnconnect_app.services.outbox_figures import OutboxFigures, outbox_figures

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


@router.get(
    "/metrics",
    response_class=PlainTextResponse,
    dependencies=[Watcher],
    responses={404: PROBLEMS[404]},
)
async def metrics() -> Response:
    """Of this process, and of the outbox as the database has it at this moment."""
    try:
        outbox = generate_latest(_of_the_outbox(await run_in_threadpool(_figures)))
    except (SQLAlchemyError, OSError):
        log.exception("the outbox cannot be measured")
        outbox = b""
    return Response(generate_latest() + outbox, media_type=CONTENT_TYPE_LATEST)


def _figures() -> OutboxFigures:
    return wiring.read(outbox_figures)


def _of_the_outbox(figures: OutboxFigures) -> CollectorRegistry:
    registry = CollectorRegistry()

    def gauge(name: str, what: str, *labels: str) -> Gauge:
        return Gauge(f"learnconnect_outbox_{name}", what, labels, registry=registry)

    messages = gauge("messages", "Messages by channel and status.", "channel", "status")
    for named, count in figures.counts.items():
        messages.labels(*named).set(count)
    oldest = gauge("oldest_due_seconds", "How long the oldest due one has waited.", "channel")
    for channel, seconds in figures.oldest_due_seconds.items():
        oldest.labels(channel).set(seconds)
    late = gauge("lateness_seconds", "From due to sent, lately.", "channel", "quantile")
    for (channel, quantile), seconds in figures.lateness_seconds.items():
        late.labels(channel, str(quantile)).set(seconds)
    return registry
