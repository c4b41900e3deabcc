"""An ASGI wrapper that knows which methods each of our addresses offers.

Behind our routes are the pages, which answer whatever nobody else does, with HTML. So what is no
address of the API, and a method that an address does not offer, is told here. HEAD is GET without
the body (RFC 9110, 9.3.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from starlette.routing import Route

from learnconnect_app.api.problems import problem
from learnconnect_app.domain.errors import DomainError, NotFound

API = "/api/"


def routes_of(app: FastAPI) -> list[Route]:
    """Those of included routers too."""
    found: list[Route] = []
    for each in app.routes:
        router = getattr(each, "original_router", None)
        inner = router.routes if isinstance(router, APIRouter) else [each]
        found += [route for route in inner if isinstance(route, Route)]
    return found


class OwnAddresses:
    def __init__(self, app: Any, routes: Sequence[Route]) -> None:
        self.app = app
        self.routes = routes

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        offered, is_head = self._offered(scope["path"]), scope["method"] == "HEAD"
        is_ours = bool(offered) or scope["path"].startswith(API)
        if is_ours and is_head:
            scope, send = {**scope, "method": "GET"}, _without_body(send)
        if not is_ours or scope["method"] in offered:
            await self.app(scope, receive, send)
        else:
            await _refusal(Request(scope), offered)(scope, receive, send)

    def _offered(self, path: str) -> set[str]:
        """Methods at an address; none for one that is not ours."""
        here = (route.methods or set() for route in self.routes if route.path_regex.match(path))
        offered = set().union(*here)
        return offered | {"HEAD"} if "GET" in offered else offered


def _refusal(request: Request, offered: set[str]) -> Any:
    if not offered:
        return problem(request, NotFound())
    answer = problem(request, DomainError("bad_request"), HTTPStatus.METHOD_NOT_ALLOWED)
    answer.headers["allow"] = ", ".join(sorted(offered))
    return answer


def _without_body(send: Any) -> Any:
    """Everything but the bytes, their number included."""
    is_over = False

    async def heading(part: Any) -> None:
        nonlocal is_over
        if part["type"] == "http.response.start":
            await send(part)
        elif not is_over:
            is_over = True
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    return heading
