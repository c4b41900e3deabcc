"""Register, sign in, sign out, forgotten password: by JSON, or by a plain form.

Hashing and verifying take tens of milliseconds, so they run in a thread and outside transactions.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, Field

from learnconnect_app import wiring
from learnconnect_app.adapters.passwords import hash_password, verify_password
from learnconnect_app.adapters.tokens import new_token, token_hash
from learnconnect_app.api.bodies import Body, Short, Strict, body_of, parsed
from learnconnect_app.api.callers import OurPages, Visitor, client_address
from learnconnect_app.api.problems import PROBLEMS
from learnconnect_app.domain.accounts import (
    COOKIE_LENGTH,
    canonical_email,
    checked_password,
    profile_checks,
)
from learnconnect_app.domain.errors import DomainError, checked_together
from learnconnect_app.services import accounts, sessions
from learnconnect_app.ui import live
from learnconnect_app.ui.gate import SESSION_COOKIE

router = APIRouter(prefix="/api/v1/auth", tags=["auth"], responses=PROBLEMS)


class Registration(Strict):
    email: Short
    password: Short
    display_name: Short
    locale: str = Field(default="en", max_length=5)
    timezone: str = Field(default="Europe/Istanbul", max_length=64)
    birth_year: int | None = None


class Credentials(Strict):
    email: Short
    password: Short


class Forgotten(Strict):
    email: Short


class NewPassword(Strict):
    token: Short
    password: Short


class SignedIn(BaseModel):
    user_id: str


@router.post(
    "/register",
    status_code=201,
    dependencies=[OurPages],
    openapi_extra=body_of(Registration),
)
async def register(request: Request, response: Response, body: Body) -> SignedIn:
    checks = profile_checks(wiring.now().year) | {"password": checked_password}
    asked = parsed(Registration, body, checks)
    await run_in_threadpool(
        wiring.perform,
        accounts.count_try,
        what="register",
        email=asked.email,
        address=client_address(request),
    )
    details = asked.model_dump(exclude={"password"})
    checked = checked_together(
        {
            "profile": partial(accounts.check_profile, now=wiring.now(), **details),
            "password": partial(checked_password, asked.password),
        }
    )
    hashed = await run_in_threadpool(hash_password, checked["password"])
    user_id = await run_in_threadpool(
        wiring.perform, accounts.create_account, profile=checked["profile"], password_hash=hashed
    )
    await sign_in(request, response, user_id)
    return SignedIn(user_id=str(user_id))


@router.post("/login", dependencies=[OurPages], openapi_extra=body_of(Credentials))
async def login(request: Request, response: Response, body: Body) -> SignedIn:
    asked = parsed(Credentials, body)
    email = canonical_email(asked.email)
    address = client_address(request)
    await run_in_threadpool(
        wiring.perform, accounts.count_try, what="login", email=email, address=address
    )
    found = await run_in_threadpool(wiring.read, accounts.find_credentials, email=email)
    is_right = await run_in_threadpool(verify_password, asked.password, found.password_hash)
    if not is_right or found.user_id is None:
        raise DomainError("wrong_credentials")
    await run_in_threadpool(
        wiring.perform, accounts.forgive_try, what="login", email=email, address=address
    )
    await sign_in(request, response, found.user_id)
    return SignedIn(user_id=str(found.user_id))


@router.post("/logout", status_code=204, dependencies=[OurPages])
async def logout(request: Request, response: Response, who: Visitor) -> None:
    """End this browser's session; one that has ended already leaves nothing behind either.

    What a device keeps is the page's to clear (`offline_leave.jsx`): unsent work may have to stay.
    """
    token = request.cookies.get(SESSION_COOKIE, "")
    await run_in_threadpool(wiring.perform, sessions.close_session, token_hash=token_hash(token))
    response.delete_cookie(SESSION_COOKIE, path="/", secure=True, httponly=True, samesite="lax")
    response.headers["clear-site-data"] = '"cache"'
    if who is not None:
        live.publish(who.user_id)  # its other tabs notice, and go to the sign-in


@router.post(
    "/forgot-password",
    status_code=202,
    dependencies=[OurPages],
    openapi_extra=body_of(Forgotten),
)
async def forgot_password(request: Request, body: Body) -> None:
    """Always 202: whether an address has an account is nobody's business."""
    email = canonical_email(parsed(Forgotten, body).email)
    await run_in_threadpool(
        wiring.perform,
        accounts.count_try,
        what="reset",
        email=email,
        address=client_address(request),
    )
    token = new_token()
    await run_in_threadpool(
        wiring.perform,
        accounts.request_reset,
        email=email,
        token=token,
        token_hash=token_hash(token),
    )


@router.post(
    "/reset-password",
    status_code=204,
    dependencies=[OurPages],
    openapi_extra=body_of(NewPassword),
)
async def reset_password(request: Request, body: Body) -> None:
    asked = parsed(NewPassword, body)
    await run_in_threadpool(
        wiring.perform,
        accounts.count_try,
        what="new-password",
        email=token_hash(asked.token),
        address=client_address(request),
    )
    hashed = await run_in_threadpool(hash_password, checked_password(asked.password))
    user_id = await run_in_threadpool(
        wiring.perform,
        accounts.reset_password,
        token_hash=token_hash(asked.token),
        password_hash=hashed,
    )
    live.publish(user_id)


async def sign_in(request: Request, response: Response, user_id: Any) -> None:
    """A new session in a new cookie: an old one is never taken over."""
    token = new_token()
    before = request.cookies.get(SESSION_COOKIE, "")
    ended = await run_in_threadpool(
        wiring.perform,
        sessions.open_session,
        user_id=user_id,
        token_hash=token_hash(token),
        user_agent=request.headers.get("user-agent", ""),
        before=token_hash(before) if before else "",
    )
    if ended is not None:
        live.publish(ended)  # their pages in this browser notice, and go to the sign-in
    response.set_cookie(
        SESSION_COOKIE,
        token,
        max_age=int(COOKIE_LENGTH.total_seconds()),
        path="/",
        secure=True,
        httponly=True,
        samesite="lax",
    )
