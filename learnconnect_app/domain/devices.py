"""What a browser is called in a list of devices."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from learnconnect_app.domain.errors import DomainError

LONGEST_DEVICE_NAME = 40
BROWSERS = (
    ("SamsungBrowser", "Samsung Internet"),
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Vivaldi", "Vivaldi"),
    ("YaBrowser", "Yandex"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrom", "Chrome"),
    ("Safari", "Safari"),
)
"""Part of the ``User-Agent`` and name; those that pretend to be a later one come first."""
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True)
class BrowserView:
    """A browser in which the learner is signed in. Moments are milliseconds since 1970."""

    id: str
    name: str
    """Empty when nothing is known."""
    since_ms: int
    seen_ms: int
    """When it was used last, to ten minutes."""
    is_here: bool


def checked_device_name(name: str) -> str:
    """What a learner calls a device, without control characters and outer spaces.

    ``DomainError`` beside ``name``: device_unnamed, name_long.
    """
    visible = "".join(c for c in name if unicodedata.category(c)[0] != "C")
    cleaned = " ".join(unicodedata.normalize("NFC", visible).split())
    if not cleaned:
        raise DomainError("device_unnamed", "name")
    if len(cleaned) > LONGEST_DEVICE_NAME:
        raise DomainError("name_long", "name", most=LONGEST_DEVICE_NAME)
    return cleaned


def device_name(user_agent: str) -> str:
    """``Chrome · Android``; empty when nothing is known."""
    known = (_first(BROWSERS, user_agent), _first(SYSTEMS, user_agent))
    return " · ".join(name for name in known if name)


def _first(names: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for part, name in names if part in user_agent), "")
