"""Pages in the language of whoever asks: that of their cookie, else the one their browser prefers.

Each built page lies there in both languages (`ui/prerendering.py`). A browser that keeps one asks
again each time, and is told apart by an `ETag` of that language: after a switch none is confirmed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from reflex.utils.precompressed_staticfiles import PrecompressedStaticFiles
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import NotModifiedResponse

from learnconnect_app.api.problems import language_of
from learnconnect_app.ui.prerendering import in_language

VARY = "Cookie, Accept-Language, Accept-Encoding"
ENCODINGS = ("brotli", "gzip")
CONDITIONS = (b"if-none-match", b"if-modified-since")


class PagesByLanguage(PrecompressedStaticFiles):  # type: ignore[misc]
    """Reflex's server of built files, which takes each document from the file in one language."""

    def file_response(
        self,
        full_path: Any,
        stat_result: os.stat_result,
        scope: Any,
        status_code: int = 200,
    ) -> Response:
        page = Path(full_path)
        if page.suffix != ".html":
            file: Response = super().file_response(full_path, stat_result, scope, status_code)
            return file
        language = language_of(Request(scope))
        own = in_language(page, language)
        if not own.exists():
            own = page
        unasked = [each for each in scope["headers"] if each[0] not in CONDITIONS]
        response: Response = super().file_response(
            own, own.stat(), {**scope, "headers": unasked}, status_code
        )
        tag = response.headers["etag"].strip('"')
        response.headers["etag"] = f'"{language}-{tag}"'
        response.headers["vary"] = VARY
        del response.headers["last-modified"]  # both languages are of one moment
        if self.is_not_modified(response.headers, Headers(scope=scope)):
            return NotModifiedResponse(response.headers)
        return response


def pages_by_language(app: Any) -> Any:
    """Reflex's app, with its built files served by language. Without built files, as it is."""
    for route in app.routes:
        if isinstance(route, Mount) and isinstance(route.app, PrecompressedStaticFiles):
            route.app = PagesByLanguage(
                directory=route.app.directory,
                html=True,
                encodings=ENCODINGS,
                router=route.app._router,
            )
    return app
