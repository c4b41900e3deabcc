"""`python -m learnconnect_app.devtools.icons`: write `assets/icons.svg`, what content names.

One file that a browser keeps, in place of a component for each icon on each page that could show
it. The shapes are lucide's (ISC licence), as the front-end packages brought them: build first.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from learnconnect_app.content.texts import ICONS
from learnconnect_app.devtools.proofs import NODE

ROOT = Path(__file__).parents[2]
SPRITE = ROOT / "assets" / "icons.svg"
PACKAGE = ROOT / ".web" / "node_modules" / "lucide-react" / "dist" / "esm" / "icons"
READ = """
const icons = {};
for (const name of JSON.parse(process.argv[2]))
  icons[name] = (await import(`${process.argv[1]}/${name}.mjs`)).__iconNode;
console.log(JSON.stringify(icons));
"""
NOTE = "<!-- Lucide icons, ISC License, Copyright (c) Lucide Icons and Contributors -->"


def sprite(icons: dict[str, list[tuple[str, dict[str, Any]]]]) -> str:
    """An SVG of symbols, one an icon, named like it."""
    symbols = [_symbol(name, each) for name, each in icons.items()]
    lines = "\n".join(symbols)
    return f'{NOTE}\n<svg xmlns="http://www.w3.org/2000/svg">\n{lines}\n</svg>\n'


def _symbol(name: str, drawn: list[tuple[str, dict[str, Any]]]) -> str:
    return f'<symbol id="{name}" viewBox="0 0 24 24">{shapes(drawn)}</symbol>'


def shapes(drawn: list[tuple[str, dict[str, Any]]]) -> str:
    """The inside of an SVG."""
    return "".join(_shape(*each) for each in drawn)


def _shape(tag: str, attributes: dict[str, Any]) -> str:
    shown = "".join(
        f' {name}="{escape(str(value))}"' for name, value in attributes.items() if name != "key"
    )
    return f"<{tag}{shown}/>"


def lucide(names: Sequence[str]) -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """The shapes of icons, by name: tags with their attributes."""
    command = [NODE, "--input-type=module", "-e", READ, str(PACKAGE), json.dumps(names)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def main() -> int:
    SPRITE.write_text(sprite(lucide(ICONS)), encoding="utf-8")
    print(f"{SPRITE.name}: {len(ICONS)} icons, {SPRITE.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
