"""What an operator writes about a reward, checked field by field before any of it is kept.

Title and description are needed in both languages. An empty number or day means: no limit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.looks import LOOKS, LookKind
from learnconnect_app.domain.rewards import GENERATED, KINDS, POOL, Kind

LANGUAGES = ("en", "tr")
LONGEST = MappingProxyType({"title": 60, "description": 200})
MOST_COST, MOST_STOCK, MOST_EACH, MOST_DAYS = 100_000, 1_000_000, 1000, 366
LONGEST_CODE = 80
MOST_CODES = 500
_PREFIX = re.compile(r"[A-Z0-9]{0,12}")


@dataclass(frozen=True, slots=True)
class RewardDraft:
    """A reward as it may be kept. ``first_day`` and ``last_day`` are both days it is offered."""

    title: dict[str, str]
    description: dict[str, str]
    cost: int
    value: dict[str, Any]
    stock: int | None
    per_learner: int | None
    valid_days: int | None
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True, slots=True)
class PastedCodes:
    """``new`` in their order, each once; ``doubles`` were pasted more than once."""

    new: tuple[str, ...]
    doubles: int


def checked_draft(kind: Kind, form: Mapping[str, str]) -> RewardDraft:
    """Raises ``DomainError`` with the first field that is wrong.

    A reward of codes from a pool has as many as there are codes: a stock of its own is not kept.
    """
    value = checked_value(kind, form)
    is_pooled = value.get("source") == POOL
    first, last = _day(form, "first_day"), _day(form, "last_day")
    if first and last and last < first:
        raise DomainError("reward_days_turned", "last_day")
    return RewardDraft(
        title={language: _text(form, "title", language) for language in LANGUAGES},
        description={language: _text(form, "description", language) for language in LANGUAGES},
        cost=_number(form.get("cost"), "cost", 1, MOST_COST),
        value=value,
        stock=None if is_pooled else _limit(form, "stock", 0, MOST_STOCK),
        per_learner=_limit(form, "per_learner", 1, MOST_EACH),
        valid_days=_limit(form, "valid_days", 1, MOST_DAYS) if KINDS[kind].can_expire else None,
        first_day=first,
        last_day=last,
    )


def checked_value(kind: Kind, given: Mapping[str, Any]) -> dict[str, Any]:
    """What a reward of the kind gives: exactly what ``KINDS`` says that it must hold.

    Raises ``DomainError`` with the field: reward_number, reward_choice, reward_prefix.
    """
    return {name: _CHECKS[name](given.get(name)) for name in KINDS[kind].asks}


def pasted_codes(text: str) -> PastedCodes:
    """One code a line; blank lines do not matter.

    Raises ``DomainError`` codes_none, codes_many, codes_long with the line.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1)]
    codes = [(number, line) for number, line in lines if line]
    if not codes:
        raise DomainError("codes_none", "codes")
    if len(codes) > MOST_CODES:
        raise DomainError("codes_many", "codes", most=MOST_CODES)
    for number, code in codes:
        if len(code) > LONGEST_CODE:
            raise DomainError("codes_long", "codes", line=number, most=LONGEST_CODE)
    new = tuple(dict.fromkeys(code for _, code in codes))
    return PastedCodes(new, len(codes) - len(new))


def _text(form: Mapping[str, str], name: str, language: str) -> str:
    field, most = f"{name}_{language}", LONGEST[name]
    text = " ".join(form.get(field, "").split())
    if not text:
        raise DomainError("reward_text_missing", field)
    if len(text) > most:
        raise DomainError("reward_text_long", field, most=most)
    return text


def _limit(form: Mapping[str, str], name: str, least: int, most: int) -> int | None:
    return _number(form[name], name, least, most) if form.get(name, "").strip() else None


def _number(given: Any, field: str, least: int, most: int) -> int:
    text = str(given if given is not None else "").strip()
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else least - 1
    if not least <= number <= most:
        raise DomainError("reward_number", field, least=least, most=most)
    return number


def _day(form: Mapping[str, str], name: str) -> date | None:
    text = form.get(name, "").strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DomainError("reward_day", name) from None


def _choice(field: str, choices: Sequence[str]) -> Callable[[Any], str]:
    def check(given: Any) -> str:
        if given not in choices:
            raise DomainError("reward_choice", field)
        return str(given)

    return check


def _prefix(given: Any) -> str:
    text = str(given or "").strip().upper()
    if not _PREFIX.fullmatch(text):
        raise DomainError("reward_prefix", "prefix", most=12)
    return text


_CHECKS: Mapping[str, Callable[[Any], Any]] = MappingProxyType(
    {
        "source": _choice("source", (POOL, GENERATED)),
        "prefix": _prefix,
        "days": lambda given: _number(given, "days", 1, MOST_DAYS),
        "theme": _choice("theme", LOOKS[LookKind.THEME]),
        "frame": _choice("frame", LOOKS[LookKind.FRAME]),
    }
)
