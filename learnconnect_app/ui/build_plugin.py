"""Two steps of the build: the browser talks to the origin it came from, and scripts are known.

Reflex bakes the address of the server into the bundle; ours must not depend on port or host, so
a marker address is replaced by the page's own origin. Then the inline scripts of all pages are
hashed for the content security policy (`api/security.py` reads the list).
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

from reflex.plugins import Plugin

MARKER = "http://localhost:59999"
HASHES = "csp-hashes.json"
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
_ADDRESS = re.compile(r"""(["'`])(?P<scheme>ws|http)://localhost:59999(?P<path>[^"'`]*)\1""")


def same_origin(script: str) -> str:
    """The script with every marker address as an expression of the page's origin."""

    def expression(found: re.Match[str]) -> str:
        # prerendering runs the same code without a window
        origin = '(typeof location>"u"?"http://localhost":location.origin)'
        if found["scheme"] == "ws":
            origin += '.replace(/^http/,"ws")'
        return f'({origin}+"{found["path"]}")'

    return _ADDRESS.sub(expression, script)


def inline_script_hashes(html: str) -> set[str]:
    """CSP source expressions of the scripts that stand in a page."""
    return {
        "sha256-" + base64.b64encode(hashlib.sha256(found["body"].encode()).digest()).decode()
        for found in _SCRIPT.finditer(html)
        if "src=" not in found["attributes"] and found["body"]
    }


class FrontendPlugin(Plugin):
    def post_build(self, **context: Any) -> None:
        static: Path = context["static_dir"]
        for script in static.glob("assets/*.js"):
            text = script.read_text()
            if "localhost:59999" in text:
                script.write_text(same_origin(text))
        hashes = {
            page.relative_to(static).as_posix(): sorted(inline_script_hashes(page.read_text()))
            for page in static.rglob("*.html")
        }
        (static.parent / HASHES).write_text(json.dumps(hashes, sort_keys=True))
