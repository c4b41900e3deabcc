"""`/unsubscribe/{token}`: out of mails of a kind, or of all, from a link in a mail (RFC 8058).

Looking changes nothing, because scanners of mails follow every link. A POST does: the one click of
a mail program, which comes from anywhere and without a cookie, or a button of the page. The token
is the whole proof, so nobody needs to be signed in.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse

from learnconnect_app import wiring
from learnconnect_app.api.documents import Button, Page, document
from learnconnect_app.api.problems import language_of
from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.unsubscribing import ALL_MAIL, WayOut, way_out_of
from learnconnect_app.locales import message
from learnconnect_app.services import unsubscribing
from learnconnect_app.services.rate_limits import longest_wait
from learnconnect_app.services.unsubscribing import MailChoice
from learnconnect_app.settings import signing_keys
from learnconnect_app.ui import live

router = APIRouter(include_in_schema=False)


def holder(token: str) -> WayOut | None:
    """Whoever holds the link of a mail, also of one made with an earlier secret key; None for one
    that we have not made."""
    ways = (way_out_of(token, key) for key in signing_keys())
    return next((way for way in ways if way), None)


Holder = Annotated[WayOut | None, Depends(holder)]


@router.get("/unsubscribe/{token}", response_class=HTMLResponse)
async def ask(request: Request, way: Holder) -> HTMLResponse:
    return await _answer(request, way)


@router.post("/unsubscribe/{token}", response_class=HTMLResponse)
async def act(request: Request, way: Holder) -> HTMLResponse:
    """Without a button's name it is the one click of a mail program."""
    form = await request.form(max_files=0, max_fields=5)
    does = str(form.get("do", "end"))  # end, end_all, resume or resume_all
    if way is None:
        return await _answer(request, way)
    act = unsubscribing.resume_mail if does.startswith("resume") else unsubscribing.end_mail
    meant = replace(way, rule=ALL_MAIL) if does.endswith("_all") else way
    try:
        is_done = await run_in_threadpool(wiring.perform, act, way=meant)
    except NotFound:
        return await _answer(request, None)
    if not is_done:
        answer = _document(_too_often(language_of(request)), 429)
        answer.headers["retry-after"] = str(longest_wait(unsubscribing.CLICKS_WITHIN))
        return answer
    live.publish(way.user_id)
    return await _answer(request, way)


async def _answer(request: Request, way: WayOut | None) -> HTMLResponse:
    """How things stand now."""
    if way is not None:
        try:
            choice = await run_in_threadpool(wiring.read, unsubscribing.mail_choice, way=way)
            return _document(_page(choice))
        except NotFound:
            pass
    return _document(_unknown(language_of(request)), 404)


def _page(choice: MailChoice) -> Page:
    def said(key: str, **values: object) -> str:
        return message(choice.locale, f"mail.unsubscribe.{key}", **values)

    settings = said("settings")
    end_all = Button("end_all", said("end_all"))
    kind = message(choice.locale, f"mail.kind.{choice.rule}") if choice.rule else ""
    if not choice.is_mail_on:
        key = "all_ended" if choice.can_resume else "returned"
        again = (Button("resume_all", said("resume_all")),) if choice.can_resume else ()
        text = said(f"{key}_text")
        return Page(choice.locale, said(key), text, again, settings, is_done=True)
    if not choice.is_rule_on:
        buttons = (Button("resume", said("resume")), end_all)
        text = said("ended_text", kind=kind)
        return Page(choice.locale, said("ended"), text, buttons, settings, is_done=True)
    if choice.rule:
        buttons = (Button("end", said("end")), end_all)
        return Page(choice.locale, said("ask"), said("ask_text", kind=kind), buttons, settings)
    return Page(choice.locale, said("ask_all"), said("ask_all_text"), (end_all,), settings)


def _unknown(locale: str) -> Page:
    def said(key: str) -> str:
        return message(locale, f"mail.unsubscribe.{key}")

    return Page(locale, said("unknown"), said("unknown_text"), settings=said("settings"))


def _too_often(locale: str) -> Page:
    minutes = int(unsubscribing.CLICKS_WITHIN.total_seconds() // 60)
    text = message(locale, "error.too_many_tries", minutes=minutes)
    return Page(locale, message(locale, "mail.unsubscribe.too_often"), text)


def _document(page: Page, status: int = 200) -> HTMLResponse:
    return HTMLResponse(document("question.html", page=page), status)
