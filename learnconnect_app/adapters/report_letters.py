"""Letters of a printed report, so that whatever it says is printed, embedded and can be searched.

========================================  =============================================
What a text holds                         How it is printed
========================================  =============================================
letters of the app's own typeface         in it
other Latin, Greek, Cyrillic letters      the whole text in Noto Sans
letters of other scripts                  written in Latin ones, as `anyascii` has them
what is no letter (pictures, signs)       a dot
control characters                        not at all
========================================  =============================================

Both typefaces are embedded from `report_fonts` (OFL 1.1).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from anyascii import anyascii
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FONTS = Path(__file__).parent / "report_fonts"
DOT = "·"


@dataclass(frozen=True, slots=True)
class Typeface:
    """Its two weights as they are registered, and the letters that it has."""

    regular: str
    bold: str
    letters: frozenset[int]

    def has(self, text: str) -> bool:
        return all(letter == "\n" or ord(letter) in self.letters for letter in text)


@cache
def typefaces() -> Sequence[Typeface]:
    """The app's own first, then the one with more letters. They are registered once."""
    return [_registered("Jakarta", "jakarta"), _registered("Noto", "noto")]


def typeface_of(text: str) -> Typeface:
    """The first that has all letters of a text; else the one that has most."""
    *own, widest = typefaces()
    return next((each for each in own if each.has(text)), widest)


def printable(text: str) -> str:
    """The text in letters that `typeface_of` has."""
    text = unicodedata.normalize("NFC", text)
    face = typeface_of("".join(filter(_is_printed, text)))
    return "".join(letter if face.has(letter) else _instead_of(letter, face) for letter in text)


def is_rewritten(text: str) -> bool:
    """Whether letters of other scripts are in it."""
    return any(letter.isalpha() and not _is_printed(letter) for letter in text)


def _is_printed(letter: str) -> bool:
    return any(face.has(unicodedata.normalize("NFC", letter)) for face in typefaces())


def _instead_of(letter: str, face: Typeface) -> str:
    base = unicodedata.normalize("NFKD", letter)[0]
    if face.has(base):
        return base
    if unicodedata.category(letter)[0] in "LMN":  # letters, marks on them, numbers
        return anyascii(letter)
    return DOT if letter.isprintable() else ""


def _registered(name: str, file: str) -> Typeface:
    regular, bold = name, f"{name}-Bold"
    pdfmetrics.registerFont(TTFont(regular, FONTS / f"{file}-regular.ttf"))
    pdfmetrics.registerFont(TTFont(bold, FONTS / f"{file}-bold.ttf"))
    pdfmetrics.registerFontFamily(regular, normal=regular, bold=bold, italic=regular)
    return Typeface(regular, bold, frozenset(pdfmetrics.getFont(regular).face.charToGlyph))
