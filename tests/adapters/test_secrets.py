"""What opens something is encrypted at rest."""

from __future__ import annotations

import pytest

from learnconnect_app.adapters.secrets import SecretLostError, is_sealed_anew, opened, sealed
from tests.running import Configure, configure

__all__ = ["configure"]

NEW, OLD, OLDER = ("n" * 40, "o" * 40, "x" * 40)


def test_secret_is_read_back_and_not_readable_as_it_is_kept(configure: Configure) -> None:
    configure(secret_key=NEW)
    kept = sealed("1//ışık")
    assert "ışık" not in kept
    assert opened(kept) == "1//ışık"
    assert sealed("1//ışık") != kept
    assert is_sealed_anew(kept)


def test_earlier_keys_still_open_what_they_sealed(configure: Configure) -> None:
    configure(secret_key=OLDER)
    kept = sealed("1//a")
    configure(secret_key=NEW, secret_keys_before=f"{OLD} {OLDER}")
    assert opened(kept) == "1//a"
    assert not is_sealed_anew(kept)
    assert is_sealed_anew(sealed("1//a"))


@pytest.mark.parametrize(
    "spoil", [lambda kept: kept, lambda kept: kept[:-4] + "AAA=", lambda _: ""]
)
def test_what_no_key_opens_is_lost(configure: Configure, spoil: object) -> None:
    configure(secret_key=OLD)
    kept = sealed("1//a")
    configure(secret_key=NEW)
    with pytest.raises(SecretLostError):
        opened(spoil(kept))  # type: ignore[operator]
