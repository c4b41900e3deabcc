"""Logging: short lines, and no secret in them, whoever writes.

Redaction happens where records are made, so no handler, of ours, of Reflex or of the server, now
or later, gets to see a cookie, a token, a password or what a person typed.
"""

from __future__ import annotations

import logging
import re
import traceback
from pathlib import Path
from typing import Any

REDACTED = "***"
LONGEST = 20_000
"""Characters that are kept of a text; a client can make one as long as a frame."""

OF_CLIENTS = (
    "engineio",
    "socketio",
    "reflex_base.event",
    "learnconnect_app.api.sockets",
    "learnconnect_app.ui.incidents",
)
"""Loggers of what breaks between the socket and our handlers. Anyone can send anything there, as
often as they like, so an exception is told in a line: its kind and its place, not its words."""
PLACES = 3
"""Innermost places that are told of such an exception."""

_NAMES = (
    r"(?:set-)?cookie|(?:proxy-)?authorization|x-csrf-token|__host-session"
    r"|\w{0,40}(?:password|passwd|secret|token|api_?key|private_?key)\w{0,40}"
)
_VALUE = (
    r"(?:[bru]?'(?:\\.|[^'\\])*(?:'|\Z)"
    r'|[bru]?"(?:\\.|[^"\\])*(?:"|\Z)'
    r"""|\\+["'](?:[^\\"']|\\(?!["']))*"""  # quoted inside of something quoted
    r"|(?:bearer|basic)\s+\S+"
    r"|[^\s,;})\]]+)"
)
_RULES = (
    # what a client sent, as Reflex, socket.io and pydantic quote it: all that follows goes
    r"(\bEvent\(name=).*",
    r"(event data: ).*",
    r"(must be a dictionary, but received ).*",
    r"(with value ').*",
    r"((?:string|enum) value \().*",
    r"(input_value=)[^\n]*",
    # values of a statement that the database refused
    r"(\[parameters: )[^\n]*",
    # a header line, where everything up to the end is the value; then name and value anywhere
    r"(^\s*(?:(?:set-)?cookie|authorization): )[^\n]*",
    rf"""(\b(?:{_NAMES})\\*['"]?\s*(?:[:=]\s*|,\s*(?=b?['"]))){_VALUE}""",
    # addresses that open something for whoever has them, and ones that hold a password
    r"""(/(?:reset-password|confirm-address|calendar|invitation|share|unsubscribe)/)[^\s"'<>/?#]+""",
    r"""([?&](?:code|state)=)[^\s"'&]+""",  # of a sign-in elsewhere
    r"(\b[a-z][a-z0-9+.-]{0,20}://)[^\s/@:]{0,200}:[^\s/@]{0,200}(?=@)",
    r"(\bSG\.)[\w-]{6,}(?:\.[\w-]+)?",
    r"""(\$argon2\w*\$)[^\s'"]+""",
)
_COMPILED = [re.compile(rule, re.IGNORECASE | re.MULTILINE | re.DOTALL) for rule in _RULES]


_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def redacted(text: str) -> str:
    """The text with cookies, tokens, passwords and quoted input taken out."""
    text = text[:LONGEST]
    for rule in _COMPILED:
        text = rule.sub(rf"\1{REDACTED}", text)
    return text


def redacted_record(*args: Any, **kwargs: Any) -> logging.LogRecord:
    """A record whose text, with its arguments and its exception, is already redacted.

    Further lines are set in, so that nobody can write what looks like a line of ours.
    """
    record = logging.LogRecord(*args, **kwargs)
    parts = [_message(record)]
    if record.exc_info and record.exc_info[0] is not None:
        parts.append(_account(record.name, *record.exc_info))
    if record.stack_info:
        parts.append(record.stack_info)
    text = _CONTROLS.sub("?", "\n".join(redacted(part) for part in parts))
    record.msg, record.args = text.replace("\n", "\n    "), ()
    record.exc_info = record.stack_info = None
    return record


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except Exception:  # arguments that do not fit the format must not stop who logs them
        return str(record.msg)


def _account(logger: str, kind: Any, error: Any, trace: Any) -> str:
    """What is told of an exception."""
    if not logger.startswith(OF_CLIENTS):
        return "".join(traceback.format_exception(kind, error, trace)).rstrip()
    places = [f"{Path(at.filename).name}:{at.lineno}" for at in traceback.extract_tb(trace)]
    return " in ".join([kind.__name__, *reversed(places[-PLACES:])])


def configure_logs() -> None:
    """Every process calls this first."""
    logging.setLogRecordFactory(redacted_record)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)  # a line for every request it makes
