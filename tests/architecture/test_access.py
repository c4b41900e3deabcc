"""Every event handler and every route has a written rule of who may call it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from reflex_base.config import get_config
from reflex_base.event import EventHandler
from reflex_base.registry import RegisteredEventHandler, RegistrationContext

import learnconnect_app.learnconnect_app  # noqa: F401  # registers every page and handler
from learnconnect_app.api import callers, confirmations, unsubscribe, webhooks
from learnconnect_app.api.app import http_app
from learnconnect_app.settings import settings
from learnconnect_app.ui.gate import ANYONE, Policy

REFLEXS_OWN = {
    "hydrate": "sends a tab its own state",
    "hydrate_and_load": "the same at each connect; sets only what a state keeps in the browser",
    "on_load_internal": "runs the `on_load` of the tab's page, which is a handler of ours",
    "set_is_hydrated": "says that the page is complete; nothing depends on it but skeletons",
    "update_vars_internal": "sets only what a state keeps in the browser; we keep nothing there",
    "handle_frontend_exception": "logs what broke in the browser",
    "setvar": "calls `set_<name>` of a state, and none of ours has one",
}
"""Handlers that Reflex brings along, and why each may be called by anyone."""


def registered() -> dict[str, RegisteredEventHandler]:
    found = RegistrationContext.get().event_handlers
    return {
        name: each
        for name, each in found.items()
        if not each.states[0].__module__.startswith("tests.")
    }


def policy_of(handler: EventHandler) -> Any:
    return getattr(handler.fn, "policy", None)


@pytest.mark.parametrize("name", sorted(registered()))
def test_handler_has_a_policy_or_is_reflexs_own(name: str) -> None:
    each = registered()[name]
    own = name.rpartition(".")[2]
    if each.handler.fn.__module__.startswith("reflex"):
        assert own in REFLEXS_OWN, f"Reflex brings {name}: who may call it?"
    else:
        assert isinstance(policy_of(each.handler), Policy), f"{name}: declare it with @handler(who)"


def test_list_of_reflexs_own_handlers_holds_no_other() -> None:
    brought = {
        name.rpartition(".")[2]
        for name, each in registered().items()
        if each.handler.fn.__module__.startswith("reflex")
    }
    assert set(REFLEXS_OWN) == brought


def test_handlers_of_a_mixin_have_its_policy_in_every_state() -> None:
    copies = [each for name, each in registered().items() if name.endswith((".enter", ".follow"))]
    assert len(copies) >= 8
    assert all(policy_of(each.handler) is not None for each in copies)


def test_no_handler_is_for_anyone() -> None:
    """Visitors have HTTP; whoever needs an event for them writes down here why."""
    for name, each in registered().items():
        policy = policy_of(each.handler)
        assert policy is None or policy.who is not ANYONE, name


def test_no_state_can_be_set_from_outside() -> None:
    assert not get_config().state_auto_setters
    for name, each in registered().items():
        own = name.rpartition(".")[2]
        assert not own.startswith("set_") or own == "set_is_hydrated", name
        assert not any(
            each.states[0]._is_client_storage(var) for var in each.states[0].base_vars
        ), f"{name}: what the browser keeps, the browser can set"


def test_every_state_can_show_an_error() -> None:
    for name, each in registered().items():
        if policy_of(each.handler) is not None:
            assert callable(getattr(each.states[0], "_show", None)), name


def test_pages_that_need_a_sign_in_load_through_the_gate() -> None:
    app = RegistrationContext.get().app
    for route, events in app._load_events.items():
        for event in events:
            handler = event if isinstance(event, EventHandler) else event.handler  # type: ignore[union-attr]
            assert isinstance(policy_of(handler), Policy), route


# ---- routes ---------------------------------------------------------------------------------

ANY, LEARNER, PAGES, DEVELOPER = "anyone", "learner", "our pages", "anyone in development"
HOLDER = "whoever holds the link of a mail"
PROVIDER = "the provider that has signed it"
WATCHER = "who has the token of the figures"
ROUTES = {
    "POST /api/v1/auth/register": {PAGES},
    "POST /api/v1/auth/login": {PAGES},
    "POST /api/v1/auth/logout": {PAGES},
    "POST /api/v1/auth/forgot-password": {PAGES},
    "POST /api/v1/auth/reset-password": {PAGES},
    "GET /api/v1/me": {LEARNER},
    "PATCH /api/v1/me": {LEARNER, PAGES},
    "GET /api/v1/today": {LEARNER},
    "GET /api/v1/progress/{figure}.csv": {LEARNER},
    "POST /api/v1/resumes": {LEARNER, PAGES},
    "GET /api/v1/progress/report.pdf": {LEARNER},
    "POST /api/v1/share-links": {LEARNER, PAGES},
    "POST /api/v1/mentorships": {LEARNER, PAGES},
    "GET /api/v1/mentorships/{mentorship_id}": {LEARNER},
    "GET /api/v1/mentorships/{mentorship_id}/report.pdf": {LEARNER},
    "GET /api/v1/share/{token}": {ANY},
    "GET /api/v1/share/{token}/report.pdf": {ANY},
    "GET /api/v1/offline": {LEARNER},
    "POST /api/v1/operations": {LEARNER, PAGES},
    "GET /api/v1/sessions": {LEARNER},
    "DELETE /api/v1/sessions": {LEARNER, PAGES},
    "DELETE /api/v1/sessions/{session_id}": {LEARNER, PAGES},
    "POST /api/v1/auth/change-password": {LEARNER, PAGES},
    "POST /api/v1/account/address": {LEARNER, PAGES},
    "DELETE /api/v1/account/address": {LEARNER, PAGES},
    "POST /api/v1/account/deletion": {LEARNER, PAGES},
    "DELETE /api/v1/account/deletion": {LEARNER, PAGES},
    "GET /api/v1/export": {LEARNER},
    "GET /api/v1/push/subscriptions": {LEARNER},
    "POST /api/v1/push/subscriptions": {LEARNER, PAGES},
    "PATCH /api/v1/push/subscriptions/{subscription_id}": {LEARNER, PAGES},
    "POST /api/v1/push/pressed": {LEARNER, PAGES},
    "DELETE /api/v1/push/subscriptions": {LEARNER, PAGES},
    "GET /calendar/download.ics": {LEARNER},
    "GET /calendar/{token}.ics": {ANY},
    "GET /unsubscribe/{token}": {HOLDER},
    "POST /unsubscribe/{token}": {HOLDER},
    "GET /confirm-address/{token}": {HOLDER},
    "POST /confirm-address/{token}": {HOLDER},
    "GET /integrations/{provider}/connect": {LEARNER, PAGES},
    "GET /integrations/{provider}/callback": {ANY},
    "POST /webhooks/sendgrid": {PROVIDER},
    "GET /manifest.webmanifest": {ANY},
    "GET /sw.js": {ANY},
    "GET /healthz": {ANY},
    "GET /readyz": {ANY},
    "GET /metrics": {WATCHER},
    "GET /outbox": {DEVELOPER},
    "GET /api/v1/openapi.json": {ANY},
}
"""Who may call each route. Writes come from our own pages, or from no page at all."""


def routes(app: FastAPI) -> Iterator[tuple[str, Any]]:
    """All of them, those of included routers too."""
    for route in app.routes:
        router = getattr(route, "original_router", None)
        for each in router.routes if isinstance(router, APIRouter) else [route]:
            for method in sorted(each.methods - {"HEAD"}):
                yield f"{method} {each.path}", each


def dependencies(route: Any) -> set[Any]:
    def calls(dependant: Any) -> Iterator[Any]:
        for each in dependant.dependencies:
            yield each.call
            yield from calls(each)

    return set(calls(route.dependant)) if isinstance(route, APIRoute) else set()


def test_every_route_is_in_the_table_and_nothing_else_is() -> None:
    assert {name for name, _ in routes(http_app())} == set(ROUTES)


@pytest.mark.parametrize(("name", "route"), list(routes(http_app())), ids=lambda value: str(value))
def test_route_asks_who_calls_as_the_table_says(name: str, route: Any) -> None:
    asked = dependencies(route)
    assert (callers.learner in asked) == (LEARNER in ROUTES[name])
    assert (callers.from_our_pages in asked) == (PAGES in ROUTES[name])
    holders = {unsubscribe.holder, confirmations.holder}
    assert bool(holders & asked) == (HOLDER in ROUTES[name])
    assert (callers.watcher in asked) == (WATCHER in ROUTES[name])
    assert (webhooks.signed_by_sendgrid in asked) == (PROVIDER in ROUTES[name])


def test_everything_that_writes_is_for_our_pages_alone() -> None:
    """Or proves by itself whose it is: a mail program's one click comes from no page of ours, and
    a provider signs what it tells."""
    for name, allowed in ROUTES.items():
        assert name.startswith("GET ") or allowed & {PAGES, HOLDER, PROVIDER}, name


def test_routes_of_development_are_absent_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEARNCONNECT_ENV", "production")
    monkeypatch.setenv("LEARNCONNECT_SECRET_KEY", "k" * 40)
    monkeypatch.setenv("LEARNCONNECT_PUBLIC_URL", "https://learn.example")
    settings.cache_clear()
    try:
        present = {name for name, _ in routes(http_app())}
    finally:
        settings.cache_clear()
    assert present == {name for name, allowed in ROUTES.items() if DEVELOPER not in allowed}


REFLEXS_ROUTES = {
    "/ping": "says pong",
    "/_health": "says whether its parts answer",
    "/_event": "the socket: only our origins open it, and each event passes the gate",
}
"""What Reflex serves itself, and why anyone may call it. Uploads are not among it."""


def test_reflex_serves_nothing_else() -> None:
    api = RegistrationContext.get().app._api
    assert api is not None
    assert {route.path for route in api.routes} == set(REFLEXS_ROUTES)  # type: ignore[attr-defined]


def test_socket_is_opened_by_our_own_pages_alone() -> None:
    assert list(get_config().cors_allowed_origins) == settings().accepted_origins
