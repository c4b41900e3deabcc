"""Hashing and verifying passwords."""

from __future__ import annotations

import unicodedata

from learnconnect_app.adapters.passwords import hash_password, verify_password


def test_a_password_typed_with_combining_letters_is_the_same_password() -> None:
    typed = "güneşli bir gün"
    assert verify_password(unicodedata.normalize("NFD", typed), hash_password(typed))


def test_a_wrong_password_and_an_unknown_person_are_refused() -> None:
    hashed = hash_password("a long sentence")
    assert not verify_password("another sentence", hashed)
    assert not verify_password("a long sentence", None)
    assert not verify_password("nobody has this password", None)
