"""The way out of mails: a link that says whose mails end, and of which kind.

The link is the whole proof: it is signed, so nobody else can make one; it never ends, because the
mail it stands in never does; and its key is made for it alone, so it opens nothing else.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from uuid import UUID

ALL_MAIL = ""
"""In the place of a rule: every mail that is not about safety."""
_PURPOSE = b"learnconnect: a way out of mails"
_UUID_BYTES, _SEAL_BYTES = 16, 20
LONGEST_TOKEN = 120


@dataclass(frozen=True)
class WayOut:
    user_id: UUID
    rule: str = ALL_MAIL
    """Key of a rule of `domain.reminders`."""


def token_of(way: WayOut, signing_key: bytes) -> str:
    """URL-safe text that `way_out_of` reads."""
    said = way.user_id.bytes + way.rule.encode()
    return urlsafe_b64encode(said + _seal(said, signing_key)).rstrip(b"=").decode()


def way_out_of(token: str, signing_key: bytes) -> WayOut | None:
    """What the token says; None when it was not made with this key."""
    if len(token) > LONGEST_TOKEN or not token.isascii():
        return None
    try:
        sealed = urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except ValueError:
        return None
    said, seal = sealed[:-_SEAL_BYTES], sealed[-_SEAL_BYTES:]
    if len(said) < _UUID_BYTES or not hmac.compare_digest(seal, _seal(said, signing_key)):
        return None
    return WayOut(UUID(bytes=said[:_UUID_BYTES]), said[_UUID_BYTES:].decode())


def _seal(said: bytes, signing_key: bytes) -> bytes:
    own_key = hmac.digest(signing_key, _PURPOSE, hashlib.sha256)
    return hmac.digest(own_key, said, hashlib.sha256)[:_SEAL_BYTES]
