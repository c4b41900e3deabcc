"""Password hashing: Argon2id with the parameters OWASP recommends (19 MiB, 2 passes, 1 lane).

The same letters may be typed as different characters (ü as one or as two): they are brought to one
form first, so that a password works on every keyboard.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def hash_password(password: str) -> str:
    return _hasher.hash(_composed(password))


def _composed(password: str) -> str:
    return unicodedata.normalize("NFC", password)


@cache
def _nobodys_hash() -> str:
    return _hasher.hash("nobody has this password")


def verify_password(password: str, password_hash: str | None) -> bool:
    """Whether they match. Without a hash the same time is spent, and the answer is no."""
    try:
        return _hasher.verify(password_hash or _nobodys_hash(), _composed(password)) and bool(
            password_hash
        )
    except (VerificationError, InvalidHashError):
        return False
