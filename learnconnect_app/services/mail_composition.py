"""A row of the outbox as a mail: HTML for eyes, text for everything else, and the way out.

What a mail says is put together in `services/mail_letters.py`; the templates in `services/mails`
only lay it out. Nothing in a mail is loaded from elsewhere, and nothing tells who has read it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from learnconnect_app.domain.ports import Mail
from learnconnect_app.domain.unsubscribing import WayOut, token_of
from learnconnect_app.models import OutboxMessage
from learnconnect_app.services.mail_letters import Letter, letter_of, unsubscribed_rule
from learnconnect_app.settings import signing_key

TEMPLATES = Path(__file__).parent / "mails"


def composed(row: OutboxMessage, public_url: str, key: bytes | None = None) -> Mail:
    """The mail of ``row`` in its language; ``public_url`` is where its links lead.

    ``key`` signs the way out: that of the settings unless another is handed in. Raises KeyError,
    IndexError or ValueError for a kind or a value that the catalogs do not know.
    """
    site = public_url.rstrip("/")
    way_out = _way_out(row, site, key)
    letter = letter_of(row, site, way_out)
    return Mail(
        recipient=row.recipient,
        subject=letter.subject,
        text=_laid_out("letter.txt", letter),
        html=_laid_out("letter.html", letter),
        headers=_headers(way_out),
        message_id=str(row.id),
        kind=row.kind,
    )


def _way_out(row: OutboxMessage, site: str, key: bytes | None) -> str:
    """The address that ends this kind of mail; empty for mails that always come."""
    rule = unsubscribed_rule(row.kind)
    if rule is None or row.user_id is None:
        return ""
    token = token_of(WayOut(row.user_id, rule), key or signing_key())
    return f"{site}/unsubscribe/{token}"


def _headers(way_out: str) -> tuple[tuple[str, str], ...]:
    """RFC 3834: no machine is to answer. RFC 8058: one click, in the mail program itself."""
    automatic = (("Auto-Submitted", "auto-generated"),)
    if not way_out:
        return automatic
    return (
        *automatic,
        ("List-Unsubscribe", f"<{way_out}>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(["html"], default_for_string=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def _laid_out(template: str, letter: Letter) -> str:
    return _environment().get_template(template).render(letter=letter)
