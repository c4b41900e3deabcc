"""A learner's own account: signed-in browsers, another address or password, the end of it all.

What cannot be taken back asks for the password again; each try counts as one to sign in.
"""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel

from learnconnect_app import wiring
from learnconnect_app.adapters.passwords import hash_password, verify_password
from learnconnect_app.api.bodies import Body, Short, Strict, body_of, parsed
from learnconnect_app.api.callers import Learner, OurPages, client_address
from learnconnect_app.api.problems import PROBLEMS
from learnconnect_app.domain.accounts import canonical_email, checked_password
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.services import accounts, address_changes, leaving, own_passwords, sessions
from learnconnect_app.services.own_passwords import OwnCredentials
from learnconnect_app.services.sessions import Caller
from learnconnect_app.ui import live

router = APIRouter(prefix="/api/v1", tags=["account"], responses=PROBLEMS)


class SignedInBrowser(BaseModel):
    id: UUID
    name: str
    since_ms: int
    seen_ms: int
    is_here: bool


class SignedInBrowsers(BaseModel):
    browsers: list[SignedInBrowser]


class AnotherPassword(Strict):
    current_password: Short
    password: Short


class AnotherAddress(Strict):
    current_password: Short
    email: Short


class Leaving(Strict):
    current_password: Short
    confirmation: Short
    """The account's own e-mail address."""


@router.get("/sessions")
async def browsers(who: Learner) -> SignedInBrowsers:
    """Where the learner is signed in: this browser first, then by last use."""
    found = await run_in_threadpool(
        wiring.read,
        sessions.signed_in_browsers,
        user_id=who.user_id,
        session_id=who.session_id,
    )
    return SignedInBrowsers(browsers=[SignedInBrowser(**asdict(each)) for each in found])


@router.delete("/sessions", status_code=204, dependencies=[OurPages])
async def sign_others_out(who: Learner) -> None:
    """Every browser but this one, at once; pushes to them end too."""
    await run_in_threadpool(
        wiring.perform,
        sessions.end_other_sessions,
        user_id=who.user_id,
        session_id=who.session_id,
    )
    live.publish(who.user_id)


@router.delete("/sessions/{session_id}", status_code=204, dependencies=[OurPages])
async def sign_one_out(who: Learner, session_id: UUID) -> None:
    await run_in_threadpool(
        wiring.perform, sessions.end_session, user_id=who.user_id, ended_id=session_id
    )
    live.publish(who.user_id)


@router.post(
    "/auth/change-password",
    status_code=204,
    dependencies=[OurPages],
    openapi_extra=body_of(AnotherPassword),
)
async def change_password(request: Request, who: Learner, body: Body) -> None:
    """Set another one; other browsers are signed out, and a mail says that it was changed."""
    asked = parsed(AnotherPassword, body)
    checked_password(asked.password)
    own = await _verified(request, who, asked.current_password)
    await run_in_threadpool(
        wiring.perform,
        own_passwords.change_password,
        user_id=who.user_id,
        session_id=who.session_id,
        before=own.password_hash,
        password_hash=await run_in_threadpool(hash_password, asked.password),
    )
    live.publish(who.user_id)


@router.post(
    "/account/address",
    status_code=204,
    dependencies=[OurPages],
    openapi_extra=body_of(AnotherAddress),
)
async def ask_for_address(request: Request, who: Learner, body: Body) -> None:
    """Mail a link to another address, which replaces the account's once that is followed. The
    answer is the same for one that has an account already."""
    asked = parsed(AnotherAddress, body)
    canonical_email(asked.email)
    own = await _verified(request, who, asked.current_password)
    await run_in_threadpool(
        wiring.perform,
        address_changes.ask_for_address,
        user_id=who.user_id,
        session_id=who.session_id,
        before=own.password_hash,
        email=asked.email,
    )
    live.publish(who.user_id)


@router.delete("/account/address", status_code=204, dependencies=[OurPages])
async def cancel_address(who: Learner) -> None:
    """Keep the account's address. Nothing happens when no other one was asked for."""
    await run_in_threadpool(wiring.perform, address_changes.cancel_address, user_id=who.user_id)
    live.publish(who.user_id)


@router.post(
    "/account/deletion",
    status_code=204,
    dependencies=[OurPages],
    openapi_extra=body_of(Leaving),
)
async def request_deletion(request: Request, who: Learner, body: Body) -> None:
    """End the account in 14 days. Until then it is silent, and can be kept."""
    asked = parsed(Leaving, body)
    await _verified(request, who, asked.current_password)
    await run_in_threadpool(
        wiring.perform,
        leaving.request_deletion,
        user_id=who.user_id,
        session_id=who.session_id,
        confirmation=asked.confirmation,
    )
    live.publish(who.user_id)


@router.delete("/account/deletion", status_code=204, dependencies=[OurPages])
async def keep_account(who: Learner) -> None:
    """Stay after all. Nothing happens to an account that stays anyway."""
    await run_in_threadpool(wiring.perform, leaving.keep_account, user_id=who.user_id)
    live.publish(who.user_id)


async def _verified(request: Request, who: Caller, password: str) -> OwnCredentials:
    """Raises ``DomainError``: wrong_password beside its field, or too_many_tries."""
    own = await run_in_threadpool(wiring.read, own_passwords.own_credentials, user_id=who.user_id)
    email, address = own.email, client_address(request)
    await run_in_threadpool(
        wiring.perform, accounts.count_try, what="login", email=email, address=address
    )
    if not await run_in_threadpool(verify_password, password, own.password_hash):
        raise DomainError("wrong_password", "current_password")
    await run_in_threadpool(
        wiring.perform, accounts.forgive_try, what="login", email=email, address=address
    )
    return own
