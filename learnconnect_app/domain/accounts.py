"""What an account may be made of: canonical e-mail address, password, name, place, age."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, partial
from typing import Any
from zoneinfo import available_timezones

import email_validator
from email_validator import EmailNotValidError, validate_email

from learnconnect_app.domain.errors import DomainError

LOCALES = ("tr", "en")
SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 128
LONGEST_NAME = 60
YOUNGEST, OLDEST = 10, 110
SESSION_LENGTH = timedelta(days=30)
"""Of a sign-in that is not used; one that is used goes on."""
COOKIE_LENGTH = timedelta(days=400)
"""The longest that browsers keep one: whether a sign-in is over, the server alone says."""
RESET_LENGTH = timedelta(hours=1)
CONFIRMATION_LENGTH = timedelta(days=3)

_NOT_A_PLACE = {"localtime", "Factory"}
"""Zones that mean something else on each machine."""

# a school's own network may well be `.local`, and so is the demo's address
email_validator.SPECIAL_USE_DOMAIN_NAMES = [
    name for name in email_validator.SPECIAL_USE_DOMAIN_NAMES if name != "local"
]


@dataclass(frozen=True)
class Profile:
    """Checked details of an account, in the form they are kept in."""

    email: str
    display_name: str
    locale: str
    timezone: str
    birth_year: int | None


def canonical_email(email: str) -> str:
    """The address by which an account is found and written to: NFC, in lower case.

    Lower case, not case folding: that would turn ``weiß@`` into ``weiss@``, another mailbox.
    Turkish keyboards write ``İ`` for a capital ``i``; its lower case carries a second dot, which
    no address has. ``ı`` stays what it is. Raises ``DomainError("bad_email", "email")``.
    """
    lower = unicodedata.normalize("NFC", email.strip()).lower().replace("i\u0307", "i")
    try:
        checked = validate_email(lower, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        raise DomainError("bad_email", "email") from None
    return checked.normalized


def checked_password(password: str) -> str:
    if len(password) < SHORTEST_PASSWORD:
        raise DomainError("password_short", "password", least=SHORTEST_PASSWORD)
    if len(password) > LONGEST_PASSWORD:
        raise DomainError("password_long", "password", most=LONGEST_PASSWORD)
    if len(set(password)) < 4:
        raise DomainError("password_simple", "password")
    return password


def checked_name(name: str) -> str:
    """The name without control characters and outer spaces."""
    visible = "".join(c for c in name if unicodedata.category(c)[0] != "C")
    cleaned = " ".join(unicodedata.normalize("NFC", visible).split())
    if not cleaned:
        raise DomainError("name_missing", "display_name")
    if len(cleaned) > LONGEST_NAME:
        raise DomainError("name_long", "display_name", most=LONGEST_NAME)
    return cleaned


def checked_birth_year(year: int | None, this_year: int) -> int | None:
    if year is not None and not YOUNGEST <= this_year - year <= OLDEST:
        raise DomainError("bad_birth_year", "birth_year", least=YOUNGEST)
    return year


def checked_timezone(name: str) -> str:
    if name not in _timezones():
        raise DomainError("unknown_timezone", "timezone")
    return name


@cache
def _timezones() -> frozenset[str]:
    """Listing them reads the whole zone folder, so it is done once."""
    return frozenset(available_timezones() - _NOT_A_PLACE)


def checked_locale(locale: str) -> str:
    if locale not in LOCALES:
        raise DomainError("unknown_locale", "locale")
    return locale


def profile_checks(this_year: int) -> dict[str, Callable[[Any], Any]]:
    """The rule of each detail."""
    return {
        "email": canonical_email,
        "display_name": checked_name,
        "locale": checked_locale,
        "timezone": checked_timezone,
        "birth_year": partial(checked_birth_year, this_year=this_year),
    }


def initials(name: str, locale: str) -> str:
    """First letters of the first and last word, in capitals of the locale (Turkish i → İ)."""
    words = name.split()
    letters = "".join(word[0] for word in ([words[0], words[-1]] if len(words) > 1 else words))
    return (letters.replace("i", "İ") if locale == "tr" else letters).upper()
