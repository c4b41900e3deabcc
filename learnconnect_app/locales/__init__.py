"""The message catalogs: gettext files, one a feature, the same keys in Turkish and English.

A key is ``<file>.<name>``, as ``home.greeting`` in `home.po`. Texts hold ``{name}`` placeholders;
a message with a plural has ``msgid_plural`` and forms for one and for other counts of ``n``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

HERE = Path(__file__).parent
LOCALES = ("en", "tr")
Message = str | tuple[str, str]


class MessageError(ValueError):
    """A catalog that cannot be used. The message names file and key."""


@cache
def catalog(locale: str) -> dict[str, Message]:
    """All messages of a locale; ones with a plural as (one, other)."""
    messages: dict[str, Message] = {}
    for path in sorted((HERE / locale).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=locale, abort_invalid=True):
                key = message.id if isinstance(message.id, str) else message.id[0]
                if not key:
                    continue
                if not key.startswith(path.stem + ".") or key in messages:
                    raise MessageError(f"{path.name}: {key} is misplaced or there twice")
                messages[key] = _text(message.string, path, key)
    return messages


def _text(text: str | Sequence[str] | None, path: Path, key: str) -> Message:
    if text is None or isinstance(text, str):
        forms: Message = text or ""
    else:
        forms = (text[0], text[-1])
    if not all(forms):
        raise MessageError(f"{path.parent.name}/{path.name}: {key} has no text")
    return forms


def keys() -> set[str]:
    """Every key. Raises ``MessageError`` when a language lacks one."""
    english, turkish = set(catalog("en")), set(catalog("tr"))
    if english != turkish:
        raise MessageError(f"only in one language: {sorted(english ^ turkish)}")
    return english


def message(locale: str, key: str, **params: object) -> str:
    """A message with its values, for mail and HTTP answers. Unknown keys raise ``KeyError``."""
    text = catalog(locale if locale in LOCALES else "en")[key]
    if isinstance(text, tuple):
        text = text[0] if params.get("n") == 1 else text[1]
    return text.format(**params) if params else text
