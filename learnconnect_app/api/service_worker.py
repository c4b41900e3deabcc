"""`/sw.js`: the service worker of the build that is there.

`ui/service_worker.js` is its text; what is filled in is the queue that pages use as well, and what
the offline page of this build needs. Built files are named by their content and a page names all
of its build; icons and letters are not, so they are read. So the digest is another one for each
build, and so is the worker.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path

from fastapi import APIRouter, Request, Response

from learnconnect_app.api.compression import gzipped, is_known, takes_gzip
from learnconnect_app.api.security import BUILD, WORKER
from learnconnect_app.ui import js

CLIENT = BUILD / "client"
PAGE = CLIENT / "offline" / "index.html"
TEMPLATE = Path(js.__file__).parent.parent / "service_worker.js"
QUEUE = [Path(js.__file__).parent / f"offline_{part}.js" for part in ("store", "queue")]
PLACE_OF_BUILD = 'const BUILD = { version: "", offline: [] };'
PLACE_OF_QUEUE = "// ---- queue\n"
BESIDE = (
    "/icons.svg",
    "/icon.svg",
    "/fonts/jakarta-latin.woff2",
    "/fonts/jakarta-turkish.woff2",
    "/fonts/math.woff2",
)
"""What the page asks for without its document naming it: subjects' icons, letters, formulas."""
_BUILT = re.compile(r"/assets/[\w.@-]+\.(?:js|css)")
_IMPORTED = re.compile(r"""["'`](?:\./|assets/)([\w.@-]+\.js)["'`]""")
"""What a built script imports, at once or later, and what that imports in turn."""
_MODULE = re.compile(r"^import [^;]+;\n|^export ", re.MULTILINE)
"""What makes a module of a script; a worker is none."""

router = APIRouter(tags=["pages"])


def offline_files(document: str) -> list[str]:
    """All that the offline page, given as its HTML, consists of besides itself.

    With what its scripts fetch only when it is needed: then there may be no network.
    """
    found: set[str] = set()
    waiting = set(_BUILT.findall(document))
    while waiting:
        file = waiting.pop()
        found.add(file)
        waiting |= _imported_by(file) - found
    return [*sorted(found), *BESIDE]


def _imported_by(script: str) -> set[str]:
    """Built files that a built script may fetch; nothing for one that is not there."""
    path = CLIENT / script.lstrip("/")
    if path.suffix != ".js" or not path.exists():
        return set()
    names = _IMPORTED.findall(path.read_text())
    return {f"/assets/{name}" for name in names if path.with_name(name).exists()}


def _content(name: str) -> bytes:
    path = CLIENT / name.lstrip("/")
    return path.read_bytes() if path.exists() else b""


def worker_script(document: str) -> str:
    """The worker for a build whose offline page is ``document``."""
    template = TEMPLATE.read_text()
    queue = "".join(_MODULE.sub("", part.read_text()) for part in QUEUE)
    digest = hashlib.sha256(f"{template}{queue}{document}".encode())
    for name in BESIDE:
        digest.update(_content(name))
    version = digest.hexdigest()[:12]
    build = json.dumps({"version": version, "offline": offline_files(document)})
    return template.replace(PLACE_OF_BUILD, f"const BUILD = {build};").replace(
        PLACE_OF_QUEUE, queue
    )


@cache
def _built_script() -> tuple[bytes, str]:
    """The script and its ETag."""
    script = worker_script(PAGE.read_text() if PAGE.exists() else "").encode()
    return script, f'"{hashlib.sha256(script).hexdigest()[:16]}"'


_compressed = cache(gzipped)


@router.get(WORKER, include_in_schema=False)
def service_worker(request: Request) -> Response:
    """Browsers ask for it again and again: with nearly each page, and it is hardly ever new."""
    script, etag = _built_script()
    headers = {"etag": f"W/{etag}", "vary": "Accept-Encoding"}
    if is_known(request, etag):
        return Response(status_code=304, headers=headers)
    if takes_gzip(request):
        script, encoding = _compressed(script)
        headers |= encoding
    return Response(script, media_type="text/javascript", headers=headers)
