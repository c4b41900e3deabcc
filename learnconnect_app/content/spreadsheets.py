"""Items as CSV, one row an item, with everything the format of content can say.

Columns that come in both languages end in ``_en`` and ``_tr``; a cell of the first without one of
the second means the same text in every language. ``right_1``... are right options, accepted
answers, the lines in order or the partners of ``left_1``...; ``wrong_1``... the wrong options (or
known wrong answers), each with its ``misconception_1``...
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from learnconnect_app.content.imports import BadFileError, checked
from learnconnect_app.content.questions import TYPED, Item
from learnconnect_app.content.texts import AnyText

LANGUAGES = ("en", "tr")
MOST = 6
TEXTS = ("stem", "explanation", "figure_alt", "unit")
MANY = ("right", "left", "wrong", "misconception")
PROOF = ("run", "setup", "expression", "expect", "reads")
PLAIN = ("key", "kind", "difficulty", "seconds", "code", "code_language", "tolerance", "figure_svg")
Row = dict[str, str]


def columns() -> list[str]:
    """The header."""
    texts = [f"{name}_{language}" for name in TEXTS for language in LANGUAGES]
    many = [
        f"{name}_{number}_{language}"
        for number in range(1, MOST + 1)
        for name in MANY
        for language in LANGUAGES
    ]
    return [*PLAIN, *texts, *many, *(f"proof_{name}" for name in PROOF)]


def to_csv(items: Iterable[Item]) -> str:
    """A CSV file with a header."""
    file = io.StringIO()
    writer = csv.DictWriter(file, columns(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(_row(item) for item in items)
    return file.getvalue()


def from_csv(text: str) -> list[tuple[Item, int]]:
    """The items of a CSV file, each with its line. ``BadFileError`` names the first wrong one."""
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    unknown = set(reader.fieldnames or ()) - set(columns())
    if unknown or not {"key", "difficulty", "seconds"} <= set(reader.fieldnames or ()):
        raise BadFileError(1, f"unknown or missing columns {sorted(unknown)}")
    return [(checked(_fields(row), line), line) for row, line in _rows(reader)]


def _rows(reader: csv.DictReader[str]) -> Iterator[tuple[Row, int]]:
    """The filled cells of each row, and the line it begins at."""
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise BadFileError(line, str(error)) from error
        if row is None:
            return
        if None in row:
            raise BadFileError(line, "more cells than the header has columns")
        yield {name: cell for name, cell in row.items() if cell}, line


def _row(item: Item) -> Row:
    row = {
        "key": item.key,
        "kind": item.kind,
        "difficulty": str(item.difficulty),
        "seconds": str(item.seconds),
        "code": item.code or "",
        "code_language": item.code_language,
    }
    row |= _cells("stem", item.stem) | _cells("explanation", item.explanation)
    if item.figure:
        row |= {"figure_svg": item.figure.svg} | _cells("figure_alt", item.figure.alt)
    if item.number:
        row |= {"right_1_en": repr(item.number.value), "tolerance": repr(item.number.tolerance)}
        row |= _cells("unit", item.number.unit) if item.number.unit else {}
    for name, texts in _lists(item).items():
        for number, text in enumerate(texts, start=1):
            row |= _cells(f"{name}_{number}", text)
    if item.proof:
        row |= {f"proof_{name}": getattr(item.proof, name) or "" for name in PROOF}
    return row


def _lists(item: Item) -> dict[str, list[AnyText]]:
    wrong = [(option.text, option.misconception) for option in item.options if not option.correct]
    wrong += [(mistake.answer, mistake.misconception) for mistake in item.mistakes]
    right: list[AnyText] = [option.text for option in item.options if option.correct]
    right += [*item.accept, *item.sequence, *(pair.right for pair in item.pairs)]
    return {
        "right": right,
        "left": [pair.left for pair in item.pairs],
        "wrong": [text for text, _ in wrong],
        "misconception": [text for _, text in wrong if text],
    }


def _cells(name: str, text: AnyText) -> Row:
    if isinstance(text, str):
        return {f"{name}_en": text}
    return {f"{name}_{language}": words for language, words in text.items()}


def _text(row: Row, name: str) -> Any:
    """A plain string when only the first language has a cell and nothing says otherwise."""
    found = {
        language: row[f"{name}_{language}"] for language in LANGUAGES if f"{name}_{language}" in row
    }
    return found.get("en") if set(found) == {"en"} else found or None


def _spoken(row: Row, name: str) -> Any:
    """A text that always names its language."""
    found = _text(row, name)
    return {"en": found} if isinstance(found, str) else found


def _fields(row: Row) -> dict[str, Any]:
    """The fields of an item, as in a content file."""
    kind = row.get("kind", "choice")
    rights = list(_numbered(row, "right", _text))
    wrongs = list(_numbered(row, "wrong", _text))
    whys = list(_numbered(row, "misconception", _spoken))
    fields: dict[str, Any] = {
        name: row[name] for name in ("key", "code", "code_language") if name in row
    }
    fields |= {
        "kind": kind,
        "stem": _spoken(row, "stem"),
        "explanation": _spoken(row, "explanation"),
    }
    fields |= {name: _whole(row.get(name)) for name in ("difficulty", "seconds")}
    if "figure_svg" in row:
        fields["figure"] = {"svg": row["figure_svg"], "alt": _spoken(row, "figure_alt")}
    proof = {name: row[f"proof_{name}"] for name in PROOF if f"proof_{name}" in row}
    if proof:
        fields["proof"] = proof
    if kind in TYPED:
        pairs = zip(wrongs, whys, strict=False)
        fields["mistakes"] = [{"answer": text, "misconception": why} for text, why in pairs]
    return fields | _answer_fields(row, kind, rights, wrongs, whys)


def _answer_fields(
    row: Row, kind: str, rights: list[Any], wrongs: list[Any], whys: list[Any]
) -> dict[str, Any]:
    if kind == "number":
        number = {"value": rights[0] if rights else None, "tolerance": row.get("tolerance", "0")}
        return {"number": {name: _decimal(text) for name, text in number.items()} | _unit(row)}
    if kind in ("text", "output"):
        return {"accept": rights}
    if kind == "order":
        return {"sequence": rights}
    if kind == "match":
        lefts = list(_numbered(row, "left", _text))
        pairs = zip(lefts, rights, strict=False)
        return {"pairs": [{"left": left, "right": right} for left, right in pairs]}
    options = [{"text": text, "correct": True} for text in rights]
    misconceptions = [*whys, *[None] * (len(wrongs) - len(whys))]
    options += [
        {"text": text, "misconception": why}
        for text, why in zip(wrongs, misconceptions, strict=False)
    ]
    return {"options": options}


def _unit(row: Row) -> dict[str, Any]:
    unit = _text(row, "unit")
    return {"unit": unit} if unit else {}


def _numbered(row: Row, name: str, read: Any) -> Iterator[Any]:
    found = (read(row, f"{name}_{number}") for number in range(1, MOST + 1))
    return (text for text in found if text is not None)


def _whole(text: str | None) -> int | str | None:
    return int(text) if text and text.isdecimal() else text


def _decimal(text: str | None) -> float | str | None:
    try:
        return float((text or "").replace(",", "."))
    except ValueError:
        return text
