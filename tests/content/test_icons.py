"""Every icon that content may name is in the one file of icons."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from learnconnect_app.content.texts import ICONS

SPRITE = Path(__file__).parents[2] / "assets" / "icons.svg"


def test_every_icon_is_drawn_once() -> None:
    root = ElementTree.parse(SPRITE).getroot()
    symbols = [symbol.attrib["id"] for symbol in root]
    assert sorted(symbols) == sorted(set(ICONS))
    assert all(len(symbol) for symbol in root)
