"""All HTTP routes, around Reflex's own."""

from __future__ import annotations

from fastapi import FastAPI

from learnconnect_app.api import (
    auth,
    calendar_feeds,
    confirmations,
    exports,
    health,
    integrations,
    manifest,
    me,
    offline,
    operations,
    outbox,
    own_account,
    progress,
    push,
    resumes,
    service_worker,
    shared,
    sharing,
    unsubscribe,
    webhooks,
)
from learnconnect_app.api.bodies import LimitedBodies
from learnconnect_app.api.problems import add_problem_handlers
from learnconnect_app.api.routing import OwnAddresses, routes_of
from learnconnect_app.settings import settings


def http_app() -> FastAPI:
    app = FastAPI(
        title="LearnConnect",
        version="1",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    for module in (
        auth,
        me,
        progress,
        offline,
        operations,
        own_account,
        exports,
        push,
        resumes,
        shared,
        sharing,
        calendar_feeds,
        unsubscribe,
        confirmations,
        integrations,
        webhooks,
        health,
    ):
        app.include_router(module.router)
    app.include_router(manifest.router)
    app.include_router(service_worker.router)
    if not settings().is_production:
        app.include_router(outbox.router)
    app.add_middleware(LimitedBodies)
    app.add_middleware(OwnAddresses, routes=routes_of(app))
    add_problem_handlers(app)
    return app
