"""The words of a reminder, for whichever channel shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

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
    variant = params.get("variant", "")

    def part(name: str) -> str:
        key = f"reminder.{kind}.{name}"
        chosen = f"{key}.{variant}"
        return message(locale, chosen if chosen in catalog(locale) else key, **values)

    return Words(part("title"), part("text"), part("action"), str(params.get("path", "")))


def variant_of(rule: str, user_id: UUID, day: date) -> str:
    """Which of the rule's wordings a learner reads on a day: "" for the first, "2", "3"..."""
    first = f"reminder.{rule}.text"
    more = (key.removeprefix(f"{first}.") for key in sorted(catalog("en")))
    others = [number for number in more if number.isdigit()]
    digest = sha256(f"{rule}:{user_id}:{day}".encode()).digest()
    return ["", *others][digest[0] % (len(others) + 1)]


def duration_in(locale: str, minutes: int) -> str:
    """As "1 h 30 min"."""
    h, m = divmod(minutes, 60)
    form = "hours" if h and m else "whole" if h else "minutes"
    return message(locale, f"reminder.duration.{form}", h=h, m=m)
