"""`/outbox`: what would have been mailed. In development only."""

from __future__ import annotations

from html import escape

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse

from learnconnect_app import wiring
from learnconnect_app.services.outbox import SentMail, latest_mails

router = APIRouter(tags=["development"])


@router.get("/outbox", response_class=HTMLResponse, include_in_schema=False)
async def outbox() -> str:
    mails = await run_in_threadpool(wiring.read, latest_mails)
    rows = "".join(_article(mail) for mail in mails)
    return (
        "<!doctype html><html lang=en><meta charset=utf-8><title>Outbox</title>"
        "<meta name=viewport content='width=device-width'>"
        "<style>body{font:15px system-ui;max-width:40rem;margin:2rem auto;padding:0 1rem}"
        "article{border:1px solid #8884;border-radius:14px;padding:0 1rem;margin:1rem 0}</style>"
        f"<h1>Outbox</h1>{rows or '<p>No mail yet.</p>'}</html>"
    )


def _article(mail: SentMail) -> str:
    link = escape(mail.link)
    return (
        f"<article><h2>{escape(mail.subject)}</h2>"
        f"<p>{escape(mail.recipient)} · {escape(mail.status)}"
        f" · {mail.created_at:%d.%m.%Y %H:%M} UTC</p><p>{escape(mail.text)}</p>"
        + (f'<p><a href="{link}">{link}</a></p>' if link else "")
        + "</article>"
    )
