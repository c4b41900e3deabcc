"""`python -m learnconnect_app.devtools.page_weights`: what a first visit of each page weighs.

Read from the build, without a browser: the page's document, every script and style that it and its
route name, all that those import, the letters and pictures every page asks for; each compressed as
it is served, and with what an answer costs beside its body. Of a document's languages the heavier
one counts. Parts that a page fetches later, when they are needed, are not among it. `bench_pages`
weighs the same in Chromium.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from learnconnect_app.locales import LOCALES
from learnconnect_app.ui.prerendering import FALLBACK, in_language

ROOT = Path(__file__).parents[2]
CLIENT = ROOT / ".web" / "build" / "client"
BESIDE = (
    "fonts/jakarta-latin.woff2",
    "fonts/jakarta-turkish.woff2",
    "icon.svg",
    "icons.svg",
    "icon-192.webp",
)
"""What a page asks for without its document or scripts naming it, at most."""
ANSWER = 390
"""Bytes of an answer's head, as Chromium counts them."""
DOCUMENT = 1_200
"""The policy in the head of a document."""
MANIFEST = 1_300
"""`/manifest.webmanifest`, which is no file."""
_NAMED = re.compile(r"""(?:href|src)="(/[\w./@~-]+\.(?:js|css))\"""")
_IMPORT = re.compile(
    r"""(?:^|[;}\s])(?:import|export)\s*(?:[\w*{][^"';()]*?from)?\s*"\./([^"]+)\""""
)
_ROUTES = re.compile(r"window\.__reactRouterManifest=(\{.*\});?\s*$", re.DOTALL)


@dataclass(frozen=True)
class Weight:
    files: frozenset[str]
    """Below the build."""

    @property
    def bytes(self) -> int:
        return DOCUMENT + MANIFEST + sum(ANSWER + served_size(each) for each in self.files)

    @property
    def scripts(self) -> int:
        return sum(each.endswith(".js") for each in self.files)


def served_size(file: str) -> int:
    """With the first encoding there is, as the server chooses."""
    path = CLIENT / file
    compressed = path.with_name(path.name + ".br")
    return (compressed if compressed.exists() else path).stat().st_size


def weight_of(address: str) -> Weight:
    """Of the page at an address of the table of pages. ``KeyError`` for one that is not built."""
    document = _document(address)
    found = {document, *(each for each in BESIDE if (CLIENT / each).exists())}
    waiting = {*_named_in(document), *_modules_of(address)}
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            waiting |= _imported_by(file)
    return Weight(frozenset(found))


def _document(address: str) -> str:
    own = f"{address.strip('/')}/index.html".lstrip("/")
    page = Path(own if (CLIENT / own).exists() else FALLBACK)
    return max((in_language(page, each).as_posix() for each in LOCALES), key=served_size)


def _named_in(document: str) -> set[str]:
    return {each.lstrip("/") for each in _NAMED.findall((CLIENT / document).read_text())}


def _modules_of(address: str) -> set[str]:
    """What the router loads for an address."""
    route = _routes()[_path(address)]
    named = [route["module"], *route.get("imports", ()), *route.get("css", ())]
    return {each.lstrip("/") for each in named}


@cache
def _routes() -> dict[str, dict[str, list[str]]]:
    (manifest,) = (CLIENT / "assets").glob("manifest-*.js")
    found = _ROUTES.search(manifest.read_text())
    assert found, f"{manifest.name} is not what it was"
    routes = json.loads(found[1])["routes"].values()
    return {route.get("path") or "": route for route in routes if route["id"] != "root"}


def _path(address: str) -> str:
    """As the router writes it: `test/:attempt_id`."""
    return re.sub(r"\[(\w+)\]", r":\1", address.strip("/"))


@cache
def _imported_by(file: str) -> frozenset[str]:
    if not file.endswith(".js"):
        return frozenset()
    return frozenset(f"assets/{each}" for each in _IMPORT.findall((CLIENT / file).read_text()))


def main() -> int:
    print(f"{'page':<28}{'kB':>7}{'scripts':>9}")
    for path in sorted(_routes()):
        if path == "*":
            continue
        address = "/" + re.sub(r":(\w+)", r"[\1]", path)
        weight = weight_of(address)
        print(f"{address:<28}{weight.bytes / 1000:>7.1f}{weight.scripts:>9}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
