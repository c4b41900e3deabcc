"""`/integrations/{google|outlook}`: off to the provider to be asked, and back.

Whoever comes back must be who was sent: the state is known only by its hash, belongs to the signed-
in learner, and is used once. What went wrong is told on Settings by a code, never in the
provider's words.
"""

from __future__ import annotations

import logging
from typing import Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from learnconnect_app import wiring
from learnconnect_app.adapters.secrets import sealed
from learnconnect_app.adapters.tokens import new_token, token_hash
from learnconnect_app.api.callers import Learner, OurPages, Visitor
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.ports import CalendarError, ConsentMissingError, Granted, SignIn
from learnconnect_app.services import calendar_connections
from learnconnect_app.settings import settings
from learnconnect_app.ui import live

router = APIRouter(prefix="/integrations", tags=["integrations"], include_in_schema=False)
log = logging.getLogger(__name__)

Provider = Literal["google", "outlook"]
Result = Literal["connected", "denied", "consent", "expired", "failed", "off", "removing", "other"]
"""What Settings says of it: ``integrations.arrived.<result>``."""
REFUSALS: dict[str, Result] = {"calendar_removing": "removing", "calendar_connected": "other"}


@router.get("/{provider}/connect", dependencies=[OurPages])
async def connect(provider: Provider, who: Learner) -> RedirectResponse:
    """To the provider's own page; back to Settings when there is none."""
    state = new_token()
    try:
        sign_in = wiring.calendar_sign_in(provider)
        if sign_in is None:
            return _back(provider, "off")
        asked = await run_in_threadpool(sign_in.begin, state, _callback(provider))
    except CalendarError as error:
        log.warning("%s could not be asked: %s", provider, error)
        return _back(provider, "failed")
    await run_in_threadpool(
        wiring.perform,
        calendar_connections.note_request,
        user_id=who.user_id,
        provider=provider,
        state_hash=token_hash(state),
        kept=asked.kept,
    )
    return RedirectResponse(asked.url, 303)


@router.get("/{provider}/callback")
async def callback(provider: Provider, request: Request, who: Visitor) -> RedirectResponse:
    if who is None:
        return RedirectResponse("/login?" + urlencode({"next": "/settings"}), 303)
    answer = {name: value[:4000] for name, value in request.query_params.items()}
    sign_in = wiring.calendar_sign_in(provider)
    if sign_in is None:
        return _back(provider, "off")
    kept = await run_in_threadpool(
        wiring.perform,
        calendar_connections.redeem_request,
        user_id=who.user_id,
        provider=provider,
        state_hash=token_hash(answer.get("state", "")),
    )
    if kept is None:
        return _back(provider, "expired")
    if "error" in answer:
        return _back(provider, "denied" if answer["error"] == "access_denied" else "failed")
    try:
        granted = await run_in_threadpool(sign_in.finish, answer, kept, _callback(provider))
        await run_in_threadpool(
            wiring.perform,
            calendar_connections.connect,
            user_id=who.user_id,
            provider=provider,
            account=granted.account,
            secret=sealed(granted.secret),
        )
    except ConsentMissingError:
        return _back(provider, "consent")
    except CalendarError as error:
        log.warning("%s was not connected: %s", provider, error)
        return _back(provider, "failed")
    except DomainError as error:
        await run_in_threadpool(_give_back, sign_in, provider, granted)
        return _back(provider, REFUSALS[error.code])
    live.publish(who.user_id)
    return _back(provider, "connected")


def _give_back(sign_in: SignIn, provider: str, granted: Granted) -> None:
    """What was granted for nothing; unless a connection lives on the same grant."""
    try:
        if not wiring.read(
            calendar_connections.is_in_use, provider=provider, account=granted.account
        ):
            sign_in.give_back(granted)
    except CalendarError as error:
        log.warning("access at %s was not given back: %s", provider, error)


def _callback(provider: str) -> str:
    return f"{settings().public_url.rstrip('/')}/integrations/{provider}/callback"


def _back(provider: str, result: Result) -> RedirectResponse:
    query = urlencode({"integration": provider, "result": result})
    return RedirectResponse(f"/settings?{query}#integrations", 303)
