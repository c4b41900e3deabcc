"""What our build adds to Reflex's: a lean bundle, the page's own origin, known scripts.

Before it, `lean_bundle.js` joins Vite's plugins, and no style may need more than it understands.
After it, the address of the server that Reflex bakes into the bundle, a marker, is replaced by the
page's own origin, so that nothing depends on port or host; all pages are rendered in the other
languages too (`prerendering.py`); and their inline scripts are hashed for the content security
policy (`api/security.py` reads the list).
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
from pathlib import Path
from typing import Any

from reflex.plugins import Plugin

from learnconnect_app.ui.js import modules
from learnconnect_app.ui.prerendering import OTHERS, in_english, prerender

MARKER = "http://localhost:59999"
HASHES = "csp-hashes.json"
LEAN_BUNDLE = Path(__file__).with_name("lean_bundle.js")
VITE_CONFIG = "vite.config.js"
_FIRST_PLUGIN = "alwaysUseReactDomServerNode(),"
_NESTED_STYLE = re.compile(r"""css:\(?\{[^}]*?\[?["'](?P<selector>[&@:.>][^"']*)["']\]?\s*:""")
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


def with_lean_bundle(config: str) -> str:
    """Vite's configuration with our plugin first. Raises when Reflex wrote another one."""
    if LEAN_BUNDLE.name in config:
        return config
    if _FIRST_PLUGIN not in config:
        raise RuntimeError(f"{VITE_CONFIG} is not what {LEAN_BUNDLE.name} can join")
    root = Path.cwd() / ".web"
    path = Path(os.path.relpath(LEAN_BUNDLE, root)).as_posix()
    joined = config.replace(_FIRST_PLUGIN, f"leanBundle(),\n    {_FIRST_PLUGIN}", 1)
    return f'import leanBundle from "{path}";\n{joined}'


def nested_styles(script: str) -> set[str]:
    """Selectors in styles, which only classes can have (`lean_bundle.js`)."""
    return {found["selector"] for found in _NESTED_STYLE.finditer(script)}


class FrontendPlugin(Plugin):
    def pre_compile(self, **context: Any) -> None:
        context["add_modify_task"](VITE_CONFIG, with_lean_bundle)

    def get_static_assets(self, **context: Any) -> list[tuple[Path, str | bytes]]:
        return list(modules().items())

    def post_compile(self, **context: Any) -> None:
        for script in Path(".web", "app").rglob("*.jsx"):
            if nested := nested_styles(script.read_text()):
                raise RuntimeError(f"use classes instead of {sorted(nested)} in {script.name}")

    def post_build(self, **context: Any) -> None:
        static: Path = context["static_dir"]
        for script in static.glob("assets/*.js"):
            text = script.read_text()
            if "localhost:59999" in text:
                script.write_text(same_origin(text))
        for language in OTHERS:
            prerender(static, language)
        hashes: dict[str, set[str]] = {}
        for page in static.rglob("*.html"):
            file = in_english(page).relative_to(static).as_posix()
            hashes.setdefault(file, set()).update(inline_script_hashes(page.read_text()))
        listed = {file: sorted(found) for file, found in hashes.items()}
        (static.parent / HASHES).write_text(json.dumps(listed, sort_keys=True))
