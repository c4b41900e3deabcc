"""`/confirm-address/{token}`: the owner of an address says that it is theirs, signed in or not.

Looking changes nothing, because scanners of mails follow every link: the button of the page does.
The token is the whole proof.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse

from learnconnect_app import wiring
from learnconnect_app.adapters.tokens import token_hash
from learnconnect_app.api.documents import Button, Page, document
from learnconnect_app.api.problems import language_of
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.locales import message
from learnconnect_app.services import confirmations
from learnconnect_app.services.confirmation_mails import PAGE, asking_browser
from learnconnect_app.services.confirmations import Confirmation
from learnconnect_app.ui import live

router = APIRouter(include_in_schema=False)
SETTINGS = {"unknown": "/settings#integrations", "taken": "/settings#account"}
"""Where a page leads that refuses, by why it does."""
DONE = "/settings#integrations"


@dataclass(frozen=True)
class Link:
    """What the database knows of a token, and the browser it names."""

    token_hash: str
    session_id: UUID | None


def holder(token: str) -> Link:
    """Whoever holds the link of a mail."""
    return Link(token_hash(token), asking_browser(token))


Holder = Annotated[Link, Depends(holder)]


@router.get(PAGE + "/{token}", response_class=HTMLResponse)
async def ask(request: Request, link: Holder) -> HTMLResponse:
    try:
        found = await run_in_threadpool(
            wiring.read, confirmations.confirmation_of, token_hash=link.token_hash
        )
    except NotFound:
        return _document(_refused(language_of(request), "unknown"), 404)
    return _document(_page(found))


@router.post(PAGE + "/{token}", response_class=HTMLResponse)
async def act(request: Request, link: Holder) -> HTMLResponse:
    try:
        user_id = await run_in_threadpool(
            wiring.perform,
            confirmations.confirm_address,
            token_hash=link.token_hash,
            session_id=link.session_id,
        )
    except NotFound:
        return _document(_refused(language_of(request), "unknown"), 404)
    except DomainError:
        return _document(_refused(language_of(request), "taken"), 409)
    live.publish(user_id)  # an open page of settings shows it at once
    return await ask(request, link)


def _page(found: Confirmation) -> Page:
    def said(key: str, **values: object) -> str:
        return message(found.locale, f"mail.confirming.{key}", **values)

    if found.is_confirmed:
        text = said("done_text", email=found.email)
        return Page(found.locale, said("done"), text, (), said("settings"), DONE, is_done=True)
    buttons = (Button("confirm", said("yes")),)
    kind = "change" if found.is_change else "ask"
    text = said(f"{kind}_text", email=found.email)
    note = said("not_you_change" if found.is_change else "not_you")
    return Page(found.locale, said(kind), text, buttons, note=note)


def _refused(locale: str, why: str) -> Page:
    def said(key: str) -> str:
        return message(locale, f"mail.confirming.{key}")

    return Page(locale, said(why), said(f"{why}_text"), (), said("settings"), SETTINGS[why])


def _document(page: Page, status: int = 200) -> HTMLResponse:
    return HTMLResponse(document("question.html", page=page), status)
