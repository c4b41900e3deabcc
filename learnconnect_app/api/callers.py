"""Who calls a route. Every route names one of these as a dependency; a test holds it to that."""

from __future__ import annotations

import hmac
from ipaddress import IPv4Address, ip_address, ip_network
from typing import Annotated

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool

from learnconnect_app import wiring
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.services.sessions import Caller
from learnconnect_app.settings import settings
from learnconnect_app.ui.gate import SESSION_COOKIE

FORWARDED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
"""With one of these a proxy passes on what came from somewhere else."""


async def visitor(request: Request) -> Caller | None:
    """Anyone; the signed-in person if there is one."""
    return await run_in_threadpool(wiring.find_caller, request.cookies.get(SESSION_COOKIE))


async def learner(found: Annotated[Caller | None, Depends(visitor)]) -> Caller:
    if found is None:
        raise DomainError("signed_out")
    return found


def from_our_pages(request: Request) -> None:
    """Refuses writes that another site's page sends: by ``Sec-Fetch-Site``, else by ``Origin``.

    A request with neither comes from no browser, so it carries nobody's cookie unasked.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        is_ours = site in ("same-origin", "none")
    else:
        origin = request.headers.get("origin")
        is_ours = origin is None or origin == own_origin(request)
    if not is_ours:
        raise DomainError("foreign_origin")


def own_origin(request: Request) -> str:
    """The public origin; in development whatever address the browser used."""
    if settings().is_production:
        return settings().origin
    return f"{request.url.scheme}://{request.url.netloc}"


def client_address(request: Request) -> str:
    """Whom tries are counted against: the caller's address, of IPv6 the network of a household.

    Behind proxies it is the one the outermost trusted proxy saw. What a client puts into the
    header itself stands further left and is not looked at.
    """
    hops = settings().trusted_proxy_hops
    lines = ",".join(request.headers.getlist("x-forwarded-for"))
    forwarded = [each.strip() for each in lines.split(",") if each.strip()]
    if hops and len(forwarded) >= hops:
        return _network(forwarded[-hops])
    return _network(request.client.host) if request.client else "unknown"


def _network(text: str) -> str:
    bare = text.partition("]")[0].removeprefix("[")
    if bare.count(":") == 1:  # some proxies write the port too
        bare = bare.partition(":")[0]
    try:
        address = ip_address(bare.partition("%")[0])
    except ValueError:
        return text
    if isinstance(address, IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ip_network((address, 64), strict=False))


def watcher(request: Request) -> None:
    """Whoever may read figures: the holder of ``LEARNCONNECT_METRICS_TOKEN``. Without one, a
    program on this machine that no proxy stands before, and in production nobody.

    For everyone else there is no such page.
    """
    token = settings().metrics_token.get_secret_value()
    if token:
        given = request.headers.get("authorization", "")
        is_allowed = hmac.compare_digest(given.encode(), f"Bearer {token}".encode())
    else:
        is_allowed = not settings().is_production and _is_from_this_machine(request)
    if not is_allowed:
        raise NotFound


def _is_from_this_machine(request: Request) -> bool:
    """Loopback, and no word of having come from elsewhere."""
    if any(name in request.headers for name in FORWARDED) or request.client is None:
        return False
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return False


Visitor = Annotated[Caller | None, Depends(visitor)]
Learner = Annotated[Caller, Depends(learner)]
OurPages = Depends(from_our_pages)
Watcher = Depends(watcher)
