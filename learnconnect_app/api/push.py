"""Web Push: which browsers of the learner are pushed to, and the key they subscribe for."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, Field

from learnconnect_app import wiring
from learnconnect_app.adapters.vapid import public_key
from learnconnect_app.api.bodies import Short, Strict
from learnconnect_app.api.callers import Learner, OurPages
from learnconnect_app.api.problems import PROBLEMS
from learnconnect_app.domain.pushes import checked_endpoint
from learnconnect_app.services import notifications, push_subscriptions
from learnconnect_app.settings import settings
from learnconnect_app.ui import live

router = APIRouter(prefix="/api/v1/push", tags=["push"], responses=PROBLEMS)

Endpoint = Annotated[str, Field(min_length=10, max_length=1000)]


class Keys(Strict):
    p256dh: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{87}=?$")]
    """A point of P-256, 65 bytes as URL-safe Base64."""
    auth: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{22}={0,2}$")]
    """16 bytes."""


class Subscription(Strict):
    """As ``PushSubscription.toJSON()`` of browsers gives it."""

    endpoint: Endpoint
    keys: Keys
    expirationTime: float | None = None  # noqa: N815 - their name
    replaces: Endpoint | None = None
    """The address this browser had: the new one is taken only if that is still pushed to."""
    is_renewal: bool = False
    """The browser does not know the address it had: taken only if it is pushed to at all."""


class Removal(Strict):
    """Which one: by its id in the list, or by its address."""

    id: UUID | None = None
    endpoint: Endpoint | None = None


class Naming(Strict):
    name: Short


class Pressed(Strict):
    id: UUID
    """As in what was pushed."""


class Made(BaseModel):
    id: UUID


class Device(BaseModel):
    id: UUID
    name: str
    since_ms: int
    succeeded_ms: int
    is_here: bool


class Devices(BaseModel):
    public_key: str
    """``applicationServerKey``"""
    devices: list[Device]


@router.get("/subscriptions")
async def devices(who: Learner) -> Devices:
    """The learner's browsers, oldest first, and the key that one more subscribes for."""
    key = await run_in_threadpool(public_key)
    found = await run_in_threadpool(
        wiring.read,
        push_subscriptions.devices,
        user_id=who.user_id,
        session_id=who.session_id,
    )
    return Devices(public_key=key, devices=[Device(**asdict(each)) for each in found])


@router.post("/subscriptions", status_code=201, dependencies=[OurPages])
async def subscribe(request: Request, who: Learner, wanted: Subscription) -> Made:
    """Push to this browser from now on. Asked again, it replaces what the browser had.

    With `replaces` it is 404 unless this sign-in has that address, with `is_renewal` unless it has
    any: a browser that renews its address by itself does not subscribe anybody anew.
    """
    checked_endpoint(wanted.endpoint, may_be_local=not settings().is_production)
    made = await run_in_threadpool(
        wiring.perform,
        push_subscriptions.subscribe,
        user_id=who.user_id,
        session_id=who.session_id,
        endpoint=wanted.endpoint,
        p256dh=wanted.keys.p256dh,
        auth=wanted.keys.auth,
        user_agent=request.headers.get("user-agent", ""),
        replaces=wanted.replaces or "",
        is_renewal=wanted.is_renewal,
    )
    live.publish(who.user_id)
    return Made(id=made)


@router.delete("/subscriptions", status_code=204, dependencies=[OurPages])
async def unsubscribe(who: Learner, which: Removal) -> None:
    """No more pushes to one of the learner's browsers; one that is not there is gone already."""
    await run_in_threadpool(
        wiring.perform,
        push_subscriptions.unsubscribe,
        user_id=who.user_id,
        subscription_id=which.id,
        endpoint=which.endpoint or "",
    )
    live.publish(who.user_id)


@router.patch("/subscriptions/{subscription_id}", status_code=204, dependencies=[OurPages])
async def rename(who: Learner, subscription_id: UUID, wanted: Naming) -> None:
    """Call one of the learner's browsers by another name."""
    await run_in_threadpool(
        wiring.perform,
        push_subscriptions.rename,
        user_id=who.user_id,
        subscription_id=subscription_id,
        name=wanted.name,
    )
    live.publish(who.user_id)


@router.post("/pressed", status_code=204, dependencies=[OurPages])
async def pressed(who: Learner, which: Pressed) -> None:
    """A push was pressed: what the app tells of the same is read."""
    await run_in_threadpool(
        wiring.perform,
        notifications.mark_told_by_push,
        user_id=who.user_id,
        message_id=which.id,
    )
    live.publish(who.user_id)
