"""Secrets at rest: encrypted with a key made of the secret key.

What an earlier secret key sealed can be read while that one is among the settings. This protects
a copy of the database; who has the secret key has these too.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from learnconnect_app.settings import signing_keys

PURPOSE = b"learnconnect secrets at rest, 1"


class SecretLostError(Exception):
    """No key of ours opens it: it was sealed by one that is gone, or it was changed."""


def sealed(text: str) -> str:
    return _keys().encrypt(text.encode()).decode()


def opened(token: str) -> str:
    """Raises ``SecretLostError``."""
    try:
        return _keys().decrypt(token).decode()
    except InvalidToken:
        raise SecretLostError from None


def is_sealed_anew(token: str) -> bool:
    """Whether the secret key of today opens it, and no earlier one is needed."""
    try:
        Fernet(_derived(signing_keys()[0])).decrypt(token)
    except InvalidToken:
        return False
    return True


def _keys() -> MultiFernet:
    return MultiFernet([Fernet(_derived(key)) for key in signing_keys()])


def _derived(key: bytes) -> bytes:
    kdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE)
    return urlsafe_b64encode(kdf.derive(key))
