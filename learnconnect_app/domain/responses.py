"""What a learner answered: the forms an answer may have, and when a typed one is right.

An answer is kept as what the author wrote, not as what the screen showed: the number of the chosen
option, a sorted list of them, the order or the partners as numbers, or the typed text. A partner
that is not chosen yet is ``UNCHOSEN``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from fractions import Fraction

from learnconnect_app.domain.errors import DomainError

Response = int | list[int] | str
UNCHOSEN = -1
LONGEST_TEXT = 200

_SAME_LETTER = str.maketrans({"İ": "i", "I": "i", "ı": "i", "’": "'", "‘": "'", "`": "'"})
_EDGE = " \t\n.,;:!?\"'"
_TYPED_NUMBER = re.compile(
    r"[%=≈\s]*(?P<top>[+-]?[0-9.,]{1,40})\s*(/\s*(?P<bottom>[0-9.,]{1,40}))?\s*([^\W\d_].*|[°%].*)?"
)
_SPACED_THOUSANDS = re.compile(r"(?<=[0-9])\s(?=[0-9]{3}(?![0-9]))")
_DECIMAL = re.compile(r"[+-]?([0-9]+([.,][0-9]+)?|[.,][0-9]+)")
_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}([.,][0-9]{3})+")


def is_complete(answer: Response | None) -> bool:
    """Whether an answer counts as given: not empty, every partner chosen."""
    if answer is None:
        return False
    return not isinstance(answer, list) or UNCHOSEN not in answer


def chosen_one(given: Response, order: Sequence[int]) -> int | None:
    """The option at a place on the screen; None for ``UNCHOSEN``, which takes an answer back.

    ``DomainError`` bad_answer.
    """
    if given == UNCHOSEN:
        return None
    if isinstance(given, int) and 0 <= given < len(order):
        return order[given]
    raise DomainError("bad_answer")


def chosen_several(given: Response, order: Sequence[int]) -> list[int] | None:
    """The options chosen, in order; None when all were taken back. ``DomainError`` bad_answer."""
    places = _places(given, order, most=len(order))
    if len(set(places)) < len(places) or UNCHOSEN in places:
        raise DomainError("bad_answer")
    return sorted(order[place] for place in places) or None


def arranged(given: Response, order: Sequence[int]) -> list[int]:
    """An order of all the lines. ``DomainError`` bad_answer."""
    places = _places(given, order, most=len(order))
    if sorted(places) != list(range(len(order))):
        raise DomainError("bad_answer")
    return [order[place] for place in places]


def matched(given: Response, order: Sequence[int]) -> list[int] | None:
    """The partner of each thing on the left; None without any. ``DomainError`` bad_answer."""
    places = _places(given, order, most=len(order))
    if len(places) != len(order):
        raise DomainError("bad_answer")
    if set(places) == {UNCHOSEN}:
        return None
    return [UNCHOSEN if place == UNCHOSEN else order[place] for place in places]


def typed(given: Response) -> str | None:
    """A typed answer without the spaces around it; None when it is empty. ``DomainError``."""
    if not isinstance(given, str) or len(given) > LONGEST_TEXT:
        raise DomainError("bad_answer")
    return given.strip() or None


def _places(given: Response, order: Sequence[int], *, most: int) -> list[int]:
    if not isinstance(given, list) or len(given) > most:
        raise DomainError("bad_answer")
    if any(not UNCHOSEN <= place < len(order) for place in given):
        raise DomainError("bad_answer")
    return given


def is_same_text(given: str, accepted: Iterable[str]) -> bool:
    """Whether a typed word is one of those accepted.

    Capitals, spaces and punctuation at the ends do not matter, nor does the dot of an i: whoever
    writes IŞIK, ışık or isik's capital on a foreign keyboard means the same letter. Other letters
    count: ``sekil`` is not ``şekil``.
    """
    return _folded(given) in {_folded(each) for each in accepted}


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFC", text).translate(_SAME_LETTER).casefold()
    return " ".join(plain.split()).strip(_EDGE)


def is_same_output(given: str, accepted: Iterable[str]) -> bool:
    """Whether typed output is what a program prints, but for spaces at the ends of lines."""
    return _lines(given) in [_lines(each) for each in accepted]


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


def is_same_number(given: str, value: float, tolerance: float = 0.0) -> bool:
    """Whether a typed number is ``value``, up to ``tolerance`` and the last digits of a float."""
    allowed = Fraction(tolerance) + abs(Fraction(value)) / 10**9
    return any(abs(each - Fraction(value)) <= allowed for each in numbers_in(given))


def numbers_in(text: str) -> list[Fraction]:
    """The numbers that a typed one may mean; none when it is no number.

    ``3,5`` and ``3.5`` are the same; ``1.200`` may be twelve hundred or 1.2; ``7/2`` is a fraction;
    a unit or percent sign beside the number is left out.
    """
    plain = text.replace("−", "-").replace("–", "-")
    found = _TYPED_NUMBER.fullmatch(_SPACED_THOUSANDS.sub("", plain))
    if not found:
        return []
    bottoms = _readings(found["bottom"]) if found["bottom"] else [Fraction(1)]
    return [top / bottom for top in _readings(found["top"]) for bottom in bottoms if bottom]


def _readings(number: str) -> list[Fraction]:
    readings = []
    if _DECIMAL.fullmatch(number):
        readings.append(Fraction(number.replace(",", ".")))
    if _THOUSANDS.fullmatch(number):
        readings.append(Fraction(re.sub("[.,]", "", number)))
    return readings
