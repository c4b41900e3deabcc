"""How values are written in JavaScript and shown by `console.log` of Node."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence


def literal(values: Sequence[str | int]) -> str:
    """An array as it is written in code."""
    return json.dumps(list(values), ensure_ascii=False)


def joined(values: Iterable[object]) -> str:
    """What ``values.join(" ")`` gives."""
    return " ".join(map(str, values))


def inspected(values: Sequence[int]) -> str:
    """An array of at most six numbers as Node prints it."""
    return f"[ {', '.join(map(str, values))} ]" if values else "[]"
