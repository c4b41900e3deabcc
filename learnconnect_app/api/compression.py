"""Answers that are made smaller on their way: each route says so itself, and why it may.

Where an answer holds both a secret and something a stranger chose, its length tells of the secret
(BREACH); so there is no compression of everything.
"""

from __future__ import annotations

import gzip

from fastapi import Request

ACCEPTED = {"gzip", "x-gzip", "*"}


def takes_gzip(request: Request) -> bool:
    """Whether the caller has said so; a weight of 0 is a no."""
    offered: dict[str, float] = {}
    for each in request.headers.get("accept-encoding", "").lower().split(","):
        name, _, weight = each.partition(";")
        offered[name.strip()] = _weight(weight)
    return max((offered[name] for name in ACCEPTED & offered.keys()), default=0.0) > 0


def _weight(text: str) -> float:
    name, _, value = text.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


def gzipped(body: bytes) -> tuple[bytes, dict[str, str]]:
    """The body, always the same for the same, and the header that says what it is."""
    return gzip.compress(body, compresslevel=6, mtime=0), {"content-encoding": "gzip"}


def is_known(request: Request, etag: str) -> bool:
    """Whether the caller holds what ``etag`` names, quoted as in the header (RFC 9110, 13.1.2)."""
    known = request.headers.get("if-none-match", "").split(",")
    return etag in (each.strip().removeprefix("W/") for each in known)
