"""Items from a file of another format: checked one by one, with the line that is wrong named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from learnconnect_app.content.questions import Item


class BadFileError(ValueError):
    """A file that cannot be taken in. Nothing of it was."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(f"line {line}: {problem}")
        self.line = line


def checked(fields: Mapping[str, Any], line: int) -> Item:
    """The item of these fields. ``BadFileError`` names the line and the field."""
    try:
        return Item.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        message = first["msg"].removeprefix("Value error, ")
        raise BadFileError(line, f"{place}: {message}" if place else message) from error


def refuse_twins(items: Sequence[Item], lines: Sequence[int], taken: Sequence[str] = ()) -> None:
    """``BadFileError`` at the first item whose key is taken, or comes a second time."""
    seen = Counter(taken)
    for item, line in zip(items, lines, strict=True):
        if seen[item.key]:
            raise BadFileError(line, f"the key {item.key} is taken")
        seen[item.key] += 1
