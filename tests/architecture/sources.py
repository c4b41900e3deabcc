"""The source files of the application, read and parsed once."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "learnconnect_app"


@dataclass(frozen=True)
class Source:
    path: Path
    """Below the package."""
    lines: int
    tree: ast.Module

    def __str__(self) -> str:
        return self.path.as_posix()

    def calls(self, *names: str) -> Iterator[ast.Call]:
        """Calls of functions or classes with these names, however they are reached."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and _name(node.func) in names:
                yield node


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


@cache
def sources() -> tuple[Source, ...]:
    return tuple(_parsed(path) for path in sorted(PACKAGE.rglob("*.py")))


def _parsed(path: Path) -> Source:
    text = path.read_text()
    return Source(path.relative_to(PACKAGE), text.count("\n"), ast.parse(text))
