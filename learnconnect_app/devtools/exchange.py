"""Moves items of a topic to other programs and back: Moodle GIFT, CSV, and Anki (one way)."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import yaml

from learnconnect_app.content.gift import from_gift, left_out, to_gift
from learnconnect_app.content.imports import refuse_twins
from learnconnect_app.content.library import HERE, Library, read_file
from learnconnect_app.content.questions import Item
from learnconnect_app.content.schema import Topic
from learnconnect_app.content.spreadsheets import from_csv, to_csv
from learnconnect_app.content.texts import Language
from learnconnect_app.services.decks import deck_file

LONG_LINES = 10_000


class ExchangeError(ValueError):
    """A topic or a kind of file that is not known."""


def export_items(content: Library, key: str, file: Path, language: Language) -> str:
    """Write the items of a topic to a file of the kind that its ending says; what was done."""
    topic = _topic(content, key)
    if file.suffix == ".apkg":
        templates = [each for each in content.templates.values() if each.topic == key]
        file.write_bytes(deck_file(topic, templates, language))
        return f"{file}: a deck of {key}"
    hidden = left_out(topic.items) if file.suffix == ".gift" else []
    file.write_text(_written(topic, file, language), encoding="utf-8")
    note = f"; left out, as GIFT cannot say them: {', '.join(hidden)}" if hidden else ""
    return f"{file}: {len(topic.items) - len(hidden)} items of {key}{note}"


def _written(topic: Topic, file: Path, language: Language) -> str:
    if file.suffix == ".csv":
        return to_csv(topic.items)
    if file.suffix == ".gift":
        return to_gift(topic.items, language)
    raise ExchangeError(f"{file.suffix or 'no ending'} is not .gift, .csv or .apkg")


def import_items(content: Library, key: str, file: Path, language: Language) -> str:
    """Add the items of a file to a topic's own file; what was done.

    All of them or none: ``BadFileError`` names the first line that is wrong.
    """
    topic = _topic(content, key)
    read = {".csv": from_csv, ".gift": lambda text: from_gift(text, language)}.get(file.suffix)
    if read is None:
        raise ExchangeError(f"{file.suffix or 'no ending'} is not .gift or .csv")
    found = read(file.read_text(encoding="utf-8"))
    taken = [item.key for each in content.topics.values() for item in each.items]
    items = [item for item, _ in found]
    refuse_twins(items, [line for _, line in found], taken)
    _append(topic, items)
    return f"{len(items)} items added to {key}"


def _topic(content: Library, key: str) -> Topic:
    if key not in content.topics:
        raise ExchangeError(f"no topic is named {key}")
    return content.topics[key]


def _append(topic: Topic, items: list[Item]) -> None:
    """Write the items behind those of the topic's file, which keeps its own lines as they are."""
    (path,) = HERE.joinpath("topics").rglob(f"{topic.key}.yaml")
    text = path.read_text(encoding="utf-8").rstrip() + "\n"
    if not topic.items:
        text += "items:\n"
    listed = yaml.dump(
        [_plain(item) for item in items], allow_unicode=True, sort_keys=False, width=LONG_LINES
    )
    text += "".join(f"  {line}\n" for line in listed.splitlines())
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        new = Path(folder) / path.name
        new.write_text(text, encoding="utf-8")
        read_file(new, Topic)  # a file whose items do not come last is refused here, unharmed
        os.replace(new, path)


def _plain(item: Item) -> dict[str, Any]:
    return item.model_dump(mode="json", exclude_defaults=True)
