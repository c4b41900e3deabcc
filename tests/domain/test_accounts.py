"""Addresses, passwords, names and places: what is taken, in which form, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnconnect_app.domain import accounts
from learnconnect_app.domain.errors import DomainError


def refusal(check: Callable[..., Any], *values: Any) -> tuple[str, str]:
    with pytest.raises(DomainError) as refused:
        check(*values)
    return refused.value.code, refused.value.field


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Ayse@Example.ORG", "ayse@example.org"),
        ("  ayse@example.org\n", "ayse@example.org"),
        ("İBRAHİM@GMAİL.COM", "ibrahim@gmail.com"),
        ("INFO@EXAMPLE.ORG", "info@example.org"),
        ("IŞIL@example.org", "işil@example.org"),
        ("ışıl@example.org", "ışıl@example.org"),
        ("A\u030arsa@example.org", "årsa@example.org"),
        ("demo@learnconnect.local", "demo@learnconnect.local"),
    ],
)
def test_address_is_kept_in_one_form(written: str, kept: str) -> None:
    assert accounts.canonical_email(written) == kept


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("weiß@example.org", "weiss@example.org"),
        ("ali@straße.de", "ali@strasse.de"),
        ("ırmak@example.org", "irmak@example.org"),
        ("a.b@example.org", "ab@example.org"),
        ("a+x@example.org", "a@example.org"),
    ],
)
def test_addresses_of_two_mailboxes_stay_two(one: str, other: str) -> None:
    assert accounts.canonical_email(one) != accounts.canonical_email(other)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "@",
        "ayse",
        "ayse@",
        "@example.org",
        "ayse@gmail",
        "a b@example.org",
        "ayse@exa mple.org",
        "ayse@example..org",
        "ayse@[127.0.0.1]",
        '"ayse"@example.org',
        "Ayşe <ayse@example.org>",
        "ayse@example.org\nBcc: all@example.org",
        "ayse@example.org, all@example.org",
        "ay\u200bse@example.org",
        "ay\u202ese@example.org",
        "ay\x00se@example.org",
        "ay\ud800se@example.org",
        "a" * 250 + "@example.org",
        "ayse@" + "a" * 64 + ".org",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    assert refusal(accounts.canonical_email, address) == ("bad_email", "email")


@settings(deadline=None)
@given(st.text(max_size=30), st.sampled_from(["example.org", "GMAİL.com", "öğrenci.com.tr"]))
def test_form_of_an_address_is_final(local: str, domain: str) -> None:
    try:
        once = accounts.canonical_email(f"{local}@{domain}")
    except DomainError:
        return
    assert accounts.canonical_email(once) == once
    assert once == once.lower()


@pytest.mark.parametrize(
    "password", ["çok gizli bir cümle", "a1b2c3d4e5", "🙂🙃😀😁 deniz", "x y z w " * 16]
)
def test_any_characters_make_a_password(password: str) -> None:
    assert accounts.checked_password(password) == password


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("", "password_short"),
        ("abcdefghı", "password_short"),
        ("aaaaaaaaaa", "password_simple"),
        ("1212121212", "password_simple"),
        ("abcd" * 32 + "e", "password_long"),
    ],
)
def test_password_that_is_easy_to_guess_is_refused(password: str, code: str) -> None:
    assert refusal(accounts.checked_password, password) == (code, "password")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Ayşe   Işık ", "Ayşe Işık"),
        ("A\u0308y", "Äy"),
        ("Ali\x00\x1b[31m\u202e Veli\n", "Ali[31m Veli"),
        ("<b>Ali</b>", "<b>Ali</b>"),
    ],
)
def test_name_is_kept_without_what_cannot_be_seen(written: str, kept: str) -> None:
    assert accounts.checked_name(written) == kept


@pytest.mark.parametrize("name", ["", "   ", "\u200b\u200d", "\x00", "\ud800"])
def test_name_without_a_visible_character_is_missing(name: str) -> None:
    assert refusal(accounts.checked_name, name) == ("name_missing", "display_name")


def test_name_may_be_sixty_characters_long_and_no_more() -> None:
    assert len(accounts.checked_name("ş" * 60)) == 60
    assert refusal(accounts.checked_name, "ş" * 61) == ("name_long", "display_name")


@pytest.mark.parametrize("year", [2016, 1990, 1916, None])
def test_year_of_birth_of_a_learner_is_taken(year: int | None) -> None:
    assert accounts.checked_birth_year(year, 2026) == year


@pytest.mark.parametrize("year", [2017, 2026, 2030, 1915, 0, -1, 10**30])
def test_year_of_birth_of_nobody_is_refused(year: int) -> None:
    code, field = refusal(lambda: accounts.checked_birth_year(year, 2026))
    assert (code, field) == ("bad_birth_year", "birth_year")


@pytest.mark.parametrize("name", ["Europe/Istanbul", "UTC", "America/Argentina/Ushuaia"])
def test_time_zone_that_exists_is_taken(name: str) -> None:
    assert accounts.checked_timezone(name) == name


@pytest.mark.parametrize(
    "name", ["", "Mars/Phobos", "../../etc/passwd", "/etc/passwd", "localtime", "Factory", "+03:00"]
)
def test_time_zone_that_means_nothing_everywhere_is_refused(name: str) -> None:
    assert refusal(accounts.checked_timezone, name) == ("unknown_timezone", "timezone")


@pytest.mark.parametrize("locale", ["", "TR", "de", "tr-TR", "en; x"])
def test_language_we_do_not_speak_is_refused(locale: str) -> None:
    assert refusal(accounts.checked_locale, locale) == ("unknown_locale", "locale")
