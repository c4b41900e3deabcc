"""All HTTP routes, around Reflex's own."""

from __future__ import annotations

from fastapi import FastAPI

from learnconnect_app.api import (
    auth,
    calendar_feeds,
    health,
    integrations,
    me,
    outbox,
    push,
    unsubscribe,
    webhooks,
)
from learnconnect_app.api.bodies import LimitedBodies
from learnconnect_app.api.problems import add_problem_handlers
from learnconnect_app.settings import settings


def http_app() -> FastAPI:
    app = FastAPI(
        title="LearnConnect",
        version="1",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    for module in (auth, me, push, calendar_feeds, unsubscribe, integrations, webhooks, health):
        app.include_router(module.router)
    if not settings().is_production:
        app.include_router(outbox.router)
    app.add_middleware(LimitedBodies)
    add_problem_handlers(app)
    return app
