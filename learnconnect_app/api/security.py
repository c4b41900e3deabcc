"""An ASGI wrapper around everything: security headers, caching, addresses without a slash.

Built files under `/assets/` carry a hash in their name and are kept for ever, but not their
absence; everything else is asked for again. Scripts run only from our own files, or when their
hash was taken at build time.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from learnconnect_app.settings import settings
from learnconnect_app.ui.build_plugin import HASHES
from learnconnect_app.ui.prerendering import FALLBACK

BUILD = Path(".web/build")
_HOST = re.compile(rb"[\w.-]{1,255}(?::\d{1,5})?|\[[\da-fA-F:.]{2,45}\](?::\d{1,5})?")


VALIDATORS = {b"etag", b"last-modified", b"accept-ranges"}
"""What a file that never changes need not say; it is asked for once."""
TOKENS = ("/share/", "/api/v1/share/", "/invitation/", "/reset-password/", "/confirm-address/")
"""Addresses that open something for whoever has them: never a referrer, never in a search."""
WORKER = "/sw.js"
WORKER_POLICY = "default-src 'none'; connect-src 'self'; img-src 'self'"
"""What the service worker itself may do: ask us, and show our icon."""


def script_hashes() -> dict[str, list[str]]:
    """Hashes of the inline scripts of each built page, by the page's file."""
    path = BUILD / HASHES
    return json.loads(path.read_text()) if path.exists() else {}


def prerendered_pages() -> frozenset[str]:
    """Addresses, as `/home`, whose file is a folder's `index.html`."""
    folder = BUILD / "client"
    found = (path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    return frozenset(f"/{name}" for name in found if name != ".")


def content_security_policy(hashes: list[str], socket_origin: str) -> str:
    scripts = " ".join(["'self'", *(f"'{each}'" for each in hashes)])
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",  # React sets style attributes
            "img-src 'self' data:",
            "font-src 'self' data:",  # the build inlines small font files
            f"connect-src 'self' {socket_origin}".rstrip(),
            "manifest-src 'self'",
            "worker-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "object-src 'none'",
        ]
    )


class SecureHeaders:
    """Adds the headers to each HTTP answer and hides the slash that static pages end in."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self.hashes = script_hashes()
        self.pages = prerendered_pages()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path: str = scope["path"]
        if path in self.pages:
            scope = {**scope, "path": path + "/", "raw_path": (path + "/").encode()}

        async def with_headers(message: Any) -> None:
            if message["type"] == "http.response.start":
                kind = dict(message["headers"]).get(b"content-type", b"")
                own = self._headers(scope, path, message["status"], kind.startswith(b"text/html"))
                dropped = own.keys() | (VALIDATORS if path.startswith("/assets/") else set())
                kept = [(k, v) for k, v in message["headers"] if k.lower() not in dropped]
                message = {**message, "headers": [*kept, *own.items()]}
            await send(message)

        await self.app(scope, receive, with_headers)

    def _headers(self, scope: Any, path: str, status: int, is_document: bool) -> dict[bytes, bytes]:
        secure = settings().is_https
        headers = {
            "x-content-type-options": "nosniff",
            "cache-control": _cache_control(path, status),
        }
        if is_document:
            policy = content_security_policy(self._hashes(path), _socket_origin(scope))
            headers |= {
                "content-security-policy": policy,
                "referrer-policy": "strict-origin-when-cross-origin",
                "cross-origin-opener-policy": "same-origin",
                "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
            }
        elif path == WORKER and status != 404:
            headers |= {"content-security-policy": WORKER_POLICY, "service-worker-allowed": "/"}
        elif status != 304 and not path.startswith(("/assets/", "/fonts/")):
            # a 304 keeps the headers of what it confirms; a script by itself runs nothing
            headers["content-security-policy"] = "default-src 'none'; frame-ancestors 'none'"
        if path.startswith(TOKENS):
            headers |= {"referrer-policy": "no-referrer", "x-robots-tag": "noindex, nofollow"}
        if secure:
            headers["strict-transport-security"] = "max-age=31536000; includeSubDomains"
        return {name.encode(): value.encode() for name, value in headers.items()}

    def _hashes(self, path: str) -> list[str]:
        """Those of the page's own file; of a page without one, of the file that stands in."""
        own = f"{path.strip('/')}/index.html".removeprefix("/")
        return self.hashes.get(own) or self.hashes.get(FALLBACK, [])


def _cache_control(path: str, status: int) -> str:
    if path.startswith("/assets/") and status in (200, 206, 304):
        return "public, max-age=31536000, immutable"
    if path.startswith("/fonts/"):
        return "public, max-age=604800"
    if path.startswith("/calendar/"):
        return "private, no-cache"  # asked for again each time, and kept by no one on the way
    return "no-store" if path.startswith("/api/") else "no-cache"


def _socket_origin(scope: Any) -> str:
    """Where our own page may open its socket: some browsers do not count ws as ``'self'``."""
    if settings().is_production:
        return "wss" + settings().origin.removeprefix("https")
    host: bytes = dict(scope["headers"]).get(b"host", b"")
    if not _HOST.fullmatch(host):  # it becomes a part of the policy
        return ""
    return ("wss://" if settings().is_https else "ws://") + host.decode()
