"""Values of sentences as a language says them: 1.234 and 1,5 and 8 Mart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from babel.dates import format_skeleton
from babel.numbers import format_decimal


def spoken(values: Mapping[str, Any], locale: str) -> dict[str, Any]:
    """Numbers and dates (also ISO dates, as JSON holds them) as text; all else as it is.

    The number 1 stays one, because plurals look at it.
    """
    return {name: _spoken(value, locale) for name, value in values.items()}


def _spoken(value: Any, locale: str) -> Any:
    if isinstance(value, bool) or value == 1:
        return value
    if isinstance(value, int | float):
        return format_decimal(value, "#,##0.#", locale=locale)
    if isinstance(value, date):
        return format_skeleton("MMMMd", value, locale=locale)
    if isinstance(value, str) and (day := _day(value)):
        return format_skeleton("MMMMd", day, locale=locale)
    return value


def _day(text: str) -> date | None:
    if len(text) != len("2026-03-08"):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
