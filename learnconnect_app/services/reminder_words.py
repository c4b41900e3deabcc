"""The words of a reminder, for whichever channel shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from learnconnect_app.locales import catalog, message

OTHERS = ("path", "variant", "items")
"""Values of a row that are not for its words."""


@dataclass(frozen=True)
class Words:
    title: str
    text: str
    action: str
    path: str
    """Where the action leads, within the app."""


def words_of(kind: str, locale: str, params: Mapping[str, Any]) -> Words:
    """The words of a rule with its values. KeyError when a catalog lacks them or a value."""
    values = {name: value for name, value in params.items() if name not in OTHERS}
    text = f"reminder.{kind}.text"
    chosen = f"{text}.{params.get('variant', '')}"
    return Words(
        message(locale, f"reminder.{kind}.title", **values),
        message(locale, chosen if chosen in catalog(locale) else text, **values),
        message(locale, f"reminder.{kind}.action"),
        str(params.get("path", "")),
    )
