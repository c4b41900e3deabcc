"""Content texts in the language of the learner."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def text_in(text: Mapping[Any, str] | str, locale: str) -> str:
    """The text in ``locale``. Content of one language alone (an exam) is shown in that one."""
    if isinstance(text, str):
        return text
    return text.get(locale) or next(iter(text.values()), "")
