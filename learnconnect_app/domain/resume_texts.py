"""A resume as statements: what it says one by one, and what kind of saying each is.

Words are compared folded: in lower case, without the dots of i, so that ``GELİŞTİRDİM``,
``geliştirdim`` and ``SQL``, ``sql`` meet whatever language the text is in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

_BULLET = re.compile(r"^\s*(?:[-–—•*▪◦·●○■]|\d{1,2}[.)])\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=\S)")
_GOES_ON = re.compile(r"^[a-zçğıöşü(,]")
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True)
class Vocabulary:
    """The words by which a resume is read (`content.resume_terms`)."""

    doing: tuple[str, ...]
    """What tells of something done."""
    wishes: tuple[str, ...]
    """What speaks of wanting or lacking, and so shows nothing."""
    skills: Mapping[str, tuple[str, ...]]
    """How each skill is named."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or a bullet of the resume."""

    text: str
    folded: str
    tells_of_doing: bool
    has_figure: bool
    """A number other than a year or a date."""
    is_wish: bool


def fold(text: str) -> str:
    """Lower case with i, ı, I and İ alike, composed, with plain apostrophes."""
    text = unicodedata.normalize("NFKC", text).replace("İ", "i").replace("I", "i")
    return text.lower().replace("ı", "i").replace("’", "'").replace("\u0307", "")


def statements(text: str, vocabulary: Vocabulary) -> tuple[Statement, ...]:
    """The statements of a resume, in its order. Lines broken within a sentence are joined."""
    found: list[str] = []
    for line in text.splitlines():
        bare = _BULLET.sub("", line).strip()
        if not bare:
            found.append("")
        elif found and found[-1] and not _BULLET.match(line) and _GOES_ON.match(bare):
            found[-1] += f" {bare}"
        else:
            found.append(bare)
    parts = (part for line in found for part in _SENTENCE_END.split(line))
    return tuple(_statement(part.strip(), vocabulary) for part in parts if part.strip())


def _statement(text: str, vocabulary: Vocabulary) -> Statement:
    folded = _ADDRESSES.sub(" ", fold(text))
    return Statement(
        text=text,
        folded=folded,
        tells_of_doing=bool(pattern_of(vocabulary.doing).search(folded)),
        has_figure=bool(_NUMBER.search(_without_dates(folded))),
        is_wish=bool(pattern_of(vocabulary.wishes).search(folded)),
    )


_ADDRESSES = re.compile(
    r"\bhttps?://\S+|\bwww\.\S+|\S+@\S+"
    r"|(?<!\S)(?:[\w-]+\.)+(?:com|org|edu|dev|github\.io)(?:\.tr)?(?:/\S*)?(?![\w.])"
)
"""Of pages and mailboxes: what stands in them names no skill."""

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ocak|şubat|mart|nisan|mayis"
    r"|haziran|temmuz|ağustos|eylül|ekim|kasim|aralik)"
)
_YEAR = r"(?:19|20)\d{2}"
_VERSIONED = (
    r"(?:angular|bootstrap|django|java|laravel|mysql|next(?:\.js)?|node(?:\.js)?|php|postgres(?:ql)?"
    r"|python|react|spring boot|tailwind(?: css)?|typescript|vue(?:\.js)?|\.net)"
)
_DATES = re.compile(
    "|".join(
        (
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?\.? {_MONTH}\b",
            rf"\b{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}\b",
            rf"\b{_YEAR}[./-]\d{{1,2}}(?:[./-]\d{{1,2}})?\b",
            rf"\b(?:\d{{1,2}}[./-])?\d{{1,2}}[./-]{_YEAR}\b",
            rf"\b{_YEAR}\b",
            r"\b\d{1,2}[./]\d{1,2}[./]\d{2}\b",
            r"\b(?:html5?|css3|es6|es20\d\d|python ?[23](?:\.\d+)*|d3|oauth2|vue ?[23])\b",
            rf"\b{_VERSIONED} ?v?\d+(?:\.\d+)*(?=\s*(?:[,;.)/&]|$|(?:ve|and|with|ile|using)\b))",
        )
    )
)


def _without_dates(folded: str) -> str:
    """Without years, dates and the numbers that are part of a name or its version."""
    return _DATES.sub(" ", folded)


def pattern_of(terms: Iterable[str]) -> re.Pattern[str]:
    """Matches any of the terms as whole words in folded text; ``term*`` with any ending,
    ``*term`` with any beginning.

    A Turkish ending after an apostrophe (``Python'da``) belongs to the word.
    """
    return _compiled(tuple(terms))


@cache
def _compiled(terms: tuple[str, ...]) -> re.Pattern[str]:
    parts = sorted((_part(term) for term in terms), key=len, reverse=True)
    return re.compile(r"(?<![\w.+#-])(?:" + "|".join(parts) + r")(?![\w+#])")


def _part(term: str) -> str:
    words = (
        (r"\w*" if word.startswith("*") else "")
        + re.escape(fold(word.strip("*")))
        + (r"\w*" if word.endswith("*") else "")
        for word in term.split()
    )
    return r"\s+".join(words)


_TURKISH = {"ve", "bir", "ile", "için", "olarak", "olan", "bu", "da", "de", "gibi", "çok", "daha"}
_ENGLISH = {"the", "and", "of", "to", "in", "with", "for", "a", "as", "at", "on", "by", "from"}


def language_of(text: str) -> str:
    """tr or en, by the small words that are in it."""
    words = text.lower().split()
    turkish = sum(word in _TURKISH for word in words)
    english = sum(word in _ENGLISH for word in words)
    return "tr" if turkish > english or (turkish == english and _has_turkish(text)) else "en"


def _has_turkish(text: str) -> bool:
    return any(letter in text for letter in "ğşıĞŞİ")


def quoted(found: Sequence[Statement], most: int = 2, longest: int = 160) -> tuple[str, ...]:
    """The first statements, shortened, as what a score rests on."""
    return tuple(
        each.text if len(each.text) <= longest else each.text[: longest - 1].rstrip() + "…"
        for each in found[:most]
    )
