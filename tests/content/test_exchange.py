"""Items leave as GIFT and CSV and come back as they were; a bad file names its line."""

from __future__ import annotations

import io
import shutil
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from learnconnect_app.content.gift import from_gift, left_out, to_gift
from learnconnect_app.content.imports import BadFileError
from learnconnect_app.content.library import HERE, library, read_file
from learnconnect_app.content.questions import Item
from learnconnect_app.content.schema import Topic
from learnconnect_app.content.spreadsheets import columns, from_csv, to_csv
from learnconnect_app.devtools import exchange
from learnconnect_app.domain.markup import block_html
from learnconnect_app.services.decks import deck_file

WHY = {"en": "Slips.", "tr": "Şaşırır."}
BASE: dict[str, Any] = {
    "difficulty": 2,
    "seconds": 40,
    "stem": {"en": "What = {this} ~ #1: $x$?\n\nTwo \\ lines", "tr": "Bu ne?"},
    "explanation": {"en": "So.\n\n- a: b", "tr": "Öyle."},
}
WRONG = [{"text": text, "misconception": WHY} for text in ("~b", "c = {d}", "#e")]
EVERY_KIND = [
    {"key": "choice", "options": [{"text": "a -", "correct": True}, *WRONG]},
    {
        "key": "several",
        "kind": "several",
        "options": [{"text": "a", "correct": True}, {"text": "z", "correct": True}, *WRONG],
    },
    {
        "key": "number",
        "kind": "number",
        "number": {"value": -2.5, "tolerance": 0.1, "unit": "m/s"},
        "mistakes": [{"answer": "25", "misconception": WHY}],
    },
    {
        "key": "text",
        "kind": "text",
        "accept": ["ışık", "a=b"],
        "mistakes": [{"answer": "isi", "misconception": WHY}],
    },
    {
        "key": "output",
        "kind": "output",
        "code": "print('{x}')\n\nprint(2)\n",
        "accept": ["{x}\n2"],
        "proof": {"run": "output"},
    },
    {"key": "match", "kind": "match", "pairs": [{"left": f"l:{n}", "right": n} for n in "abc"]},
    {"key": "order", "kind": "order", "sequence": ["one", "two", "three"]},
]


def items() -> list[Item]:
    return [Item.model_validate({**BASE, **each}) for each in EVERY_KIND]


def as_compared(item: Item, language: str | None = None) -> dict[str, Any]:
    """Options in any order, proofs of code aside, and in one language alone."""
    plain = item.model_dump(mode="json", exclude_defaults=True)
    plain["options"] = sorted(plain.get("options", []), key=str)

    def narrowed(value: Any) -> Any:
        if isinstance(value, dict) and set(value) == {"en", "tr"} and language:
            return {language: value[language]}
        if isinstance(value, dict):
            return {key: narrowed(each) for key, each in value.items()}
        return [narrowed(each) for each in value] if isinstance(value, list) else value

    return {name: narrowed(value) for name, value in plain.items()}


def test_every_kind_of_item_comes_back_from_csv_as_it_was() -> None:
    back = [item for item, _ in from_csv(to_csv(items()))]
    assert [as_compared(item) for item in back] == [as_compared(item) for item in items()]


def test_every_item_by_hand_comes_back_from_csv_as_it_was() -> None:
    for topic in library().topics.values():
        back = [item for item, _ in from_csv(to_csv(topic.items))]
        assert [as_compared(item) for item in back] == [as_compared(item) for item in topic.items]


def test_every_kind_but_order_comes_back_from_gift_as_it_was() -> None:
    assert left_out(items()) == ["order"]
    for language in ("en", "tr"):
        back = [item for item, _ in from_gift(to_gift(items(), language), language)]
        expected = [as_compared(item, language) for item in items()[:-1]]
        assert [as_compared(item) for item in back] == expected


def test_every_item_by_hand_that_gift_can_say_comes_back_from_it() -> None:
    for topic in library().topics.values():
        hidden = set(left_out(topic.items))
        said = [item for item in topic.items if item.key not in hidden]
        back = [item for item, _ in from_gift(to_gift(topic.items, "tr"), "tr")]
        assert [item.key for item in back] == [item.key for item in said]
        for item, read in zip(said, back, strict=True):
            assert read.stem["tr"] == item.stem["tr"].strip()
            assert len(read.options) == len(item.options)
            assert read.kind == item.kind


GIFT = """// [tag:difficulty=2] [tag:seconds=30]
::capital::What is the capital? {
  =Ankara
  ~Bursa#Large, but no capital.
  ~Konya#Old, but no capital.
  ~Mersin#On the sea.
  ####It is Ankara.
}
"""


def test_a_file_written_by_hand_is_read() -> None:
    ((item, line),) = from_gift(GIFT, "en")
    assert (item.key, item.right.text, line) == ("capital", "Ankara", 1)


@pytest.mark.parametrize(
    ("broken", "line", "says"),
    [
        (GIFT.replace("::capital::", ""), 1, "begins with its key"),
        ("\n\n" + GIFT.replace("{", ""), 3, "one pair of braces"),
        (GIFT.replace("  ~Bursa#Large, but no capital.\n", ""), 1, "four or five options"),
        (GIFT.replace("#On the sea.", ""), 1, "name a misconception"),
        (GIFT + "\n" + GIFT.replace("  ####It is Ankara.\n", ""), 10, "explanation"),
        (GIFT.replace("seconds=30", "seconds=soon"), 1, "seconds"),
        (GIFT.replace("}", "} and more"), 1, "after the answers"),
        (GIFT.replace("=Ankara", "Ankara"), 1, "begins with = or ~"),
    ],
)
def test_a_bad_gift_file_names_its_line(broken: str, line: int, says: str) -> None:
    with pytest.raises(BadFileError, match=says) as raised:
        from_gift(broken, "en")
    assert raised.value.line == line


def test_a_bad_csv_file_names_its_line() -> None:
    good = to_csv(items()[:1])
    for broken, line, says in (
        (good.replace("seconds", "secs", 1), 1, "columns"),
        (good.replace("choice,choice,2,", "choice,choice,9,"), 2, "difficulty"),
        (good.replace("choice,choice,", "choice,riddle,"), 2, "kind"),
        (good + "x," * (len(columns()) + 3) + "\n", 7, "more cells"),
        (good + '"open', 7, "unexpected end of data"),
    ):
        with pytest.raises(BadFileError, match=says) as raised:
            from_csv(broken)
        assert raised.value.line == line, says


def test_a_deck_holds_a_card_for_each_item_and_keeps_its_ids() -> None:
    topic = library().topics["py-lists"]
    templates = [each for each in library().templates.values() if each.topic == topic.key]
    first, again = (cards(deck_file(topic, templates, "tr")) for _ in range(2))
    assert len(first) >= len(topic.items) + 2 * len(templates)
    assert first == again
    fronts = [fields.partition("\x1f")[0] for _, fields in first]
    assert all("<" in front for front in fronts)
    item = topic.items[0]
    assert any(item.key and block_html(item.stem["tr"]) in front for front in fronts)


def cards(package: bytes) -> list[tuple[str, str]]:
    """(id, fields) of the notes, as Anki reads them."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            archive.extract("collection.anki2", folder)
        with closing(sqlite3.connect(f"{folder}/collection.anki2")) as connection:
            return connection.execute("SELECT guid, flds FROM notes ORDER BY guid").fetchall()


@pytest.fixture
def topics(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a topic, copied to where it may be changed."""
    folder = tmp_path / "topics"
    folder.mkdir()
    original = next(HERE.joinpath("topics").rglob("py-lists.yaml"))
    shutil.copy(original, folder)
    monkeypatch.setattr(exchange, "HERE", tmp_path)
    return folder / "py-lists.yaml"


@pytest.mark.parametrize("ending", ["csv", "gift"])
def test_imported_items_stand_behind_those_of_the_topic(
    topics: Path, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"new.{ending}"
    both = [item.model_copy(update={"key": f"new-{item.key}"}) for item in items()[:6]]
    file.write_text(to_csv(both) if ending == "csv" else to_gift(both, "tr"))
    before = topics.read_text()
    exchange.import_items(library(), "py-lists", file, "tr")
    assert topics.read_text().startswith(before.rstrip())
    old = library().topics["py-lists"].items
    assert len(read_file(topics, Topic).items) == len(old) + 6


def test_a_file_with_one_wrong_item_changes_nothing(topics: Path, tmp_path: Path) -> None:
    before = topics.read_text()
    file = tmp_path / "new.gift"
    taken = GIFT.replace("capital", library().topics["py-lists"].items[0].key)
    for text, says in ((GIFT + "\n" + GIFT, "line 10: the key capital is taken"),
                       (GIFT + "\n" + taken, "line 10: the key"),
                       (GIFT + "\n::x::", "line 10: a question has its answers")):  # fmt: skip
        file.write_text(text)
        with pytest.raises(BadFileError, match=says):
            exchange.import_items(library(), "py-lists", file, "en")
        assert topics.read_text() == before


def test_unknown_topics_and_endings_are_refused(tmp_path: Path) -> None:
    for key, name in (("no-such-topic", "a.csv"), ("py-lists", "a.docx")):
        with pytest.raises(exchange.ExchangeError):
            exchange.export_items(library(), key, tmp_path / name, "en")
        with pytest.raises(exchange.ExchangeError):
            exchange.import_items(library(), key, tmp_path / name, "en")
