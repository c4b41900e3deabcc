"""The key by which push services know us (VAPID, RFC 8292).

It is configured, or made at first start and kept in `data/vapid_key`. Browsers subscribe for its
public half: another key ends every subscription.
"""

from __future__ import annotations

import base64
import os
import tempfile
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02

from learnconnect_app.settings import ROOT, settings

KEY_FILE = ROOT / "data" / "vapid_key"


def vapid() -> Vapid02:
    """Our key. Raises ``ValueError`` for a configured one that is none."""
    return _vapid(settings().vapid_private_key.get_secret_value())


@cache
def _vapid(configured: str) -> Vapid02:
    return Vapid02.from_string(configured or kept_key(KEY_FILE))


def public_key() -> str:
    """What browsers subscribe for: ``applicationServerKey``, as URL-safe Base64."""
    point = vapid().public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return _base64(point)


def kept_key(path: Path) -> str:
    """The key in the file, made now if there is none.

    Web and scheduler may start at the same moment: a whole file gets the name, and the first wins.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".vapid_key")  # 0600
        try:
            with os.fdopen(handle, "w") as file:
                file.write(new_key())
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            os.unlink(draft)
    return path.read_text().strip()


def new_key() -> str:
    number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    return _base64(number.to_bytes(32, "big"))


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
