"""Every page in each language: `home/index.html` in English, `home/index.tr.html` in Turkish.

React Router renders the pages of a build in English; `prerender.js` renders them once more. The
scripts are the same: what is read before they run, or without them, is in the learner's language.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from learnconnect_app.locales import LOCALES

OTHERS = tuple(language for language in LOCALES if language != "en")
FALLBACK = "__spa-fallback.html"
"""What stands in for pages whose address holds an id; as an answer it is `404.html`."""
SCRIPT = Path(__file__).with_name("prerender.js")
SECONDS = 120


def in_language(page: Path, language: str) -> Path:
    """The file of an English page in a language."""
    return page if language == "en" else page.with_suffix(f".{language}.html")


def in_english(page: Path) -> Path:
    """The file of a page in any language, in English."""
    stem, _, language = page.stem.rpartition(".")
    return page.with_name(f"{stem}.html") if language in OTHERS else page


def prerender(static: Path, language: str) -> None:
    """Write each built page once more, in ``language``. Raises when one cannot be rendered."""
    node = shutil.which("node")
    if node is None:
        raise RuntimeError("pages are rendered by Node")
    with SCRIPT.open() as script:  # from its input, it finds the packages of the folder it runs in
        subprocess.run(
            [node, "--input-type=module", "-", language, static.resolve(), FALLBACK],
            cwd=static.resolve().parents[1],
            stdin=script,
            check=True,
            timeout=SECONDS,
        )
    fallback = in_language(static / FALLBACK, language)
    in_language(static / "404.html", language).write_bytes(fallback.read_bytes())
