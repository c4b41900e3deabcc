"""Writes `docs/export.md`: every table and field of a learner's export, in the models' own words.

`python -m learnconnect_app.devtools.document_export`; a test fails when a field is not in it.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import JSON, Column, Table, TypeDecorator, Uuid
from sqlmodel import SQLModel

import learnconnect_app.models as models
from learnconnect_app.domain.exports import GROUPS, NOBODYS, OTHER, SECRET, WITHHELD, group_of
from learnconnect_app.locales import message
from learnconnect_app.services.exports import MOST, exported_columns, file_of
from learnconnect_app.services.owned_tables import owned_tables

PATH = Path("docs/export.md")
HEAD = f"""# What is in a learner's export

`GET /api/v1/export` (Settings → Account → Your data) answers with one ZIP, at most {MOST} times an
hour. This page is made from the tables by `python -m learnconnect_app.devtools.document_export`.

| File | Holds |
|---|---|
| `README.txt` | what is in the file, in the learner's language, with the number of entries |
| `data/<table>.json` | a JSON array, an object on each line; days and moments by ISO 8601 (UTC) |
| `sessions.csv` | sessions of study plans as a table, UTF-8, for spreadsheets |

A table is exported when its rows lead to the learner's account by foreign keys, so a table that is
new is in the file from the day it is written. Texts of lessons, questions and resources are not in
it: they are the same for everybody, and entries name them by their keys.
"""


def document() -> str:
    tables = owned_tables()
    parts = [HEAD]
    for group in (*GROUPS, OTHER):
        of_group = [table for table in tables if group_of(table.name) == group]
        if of_group:
            parts.append(f"## {message('en', f'export.group.{group}')}\n")
            parts += [_section(table) for table in of_group]
    return "\n".join([*parts, _kept_back(), _withheld(), _nobodys()])


def _section(table: Table) -> str:
    model = _models()[table.name]
    said = _docstrings(model)
    lines = [f"### `{file_of(table)}`", "", *([about, ""] if (about := _about(model)) else [])]
    lines += ["| Field | Type | Meaning |", "|---|---|---|"]
    for column in exported_columns(table):
        meaning = said.get(column.name) or _points_to(column) or column.name.replace("_", " ")
        lines.append(f"| `{column.name}` | {_type(column)} | {_cell(meaning)} |")
    return "\n".join([*lines, ""])


def _about(model: type[SQLModel]) -> str:
    """The first lines of what the model says of itself; SQLModel's own words are none."""
    doc = model.__dict__.get("__doc__") or ""
    return " ".join(inspect.cleandoc(doc).split("\n\n")[0].split())


def _type(column: Column[Any]) -> str:
    plain = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    if isinstance(plain, JSON):
        return "JSON"
    name = "id" if isinstance(plain, Uuid) else plain.python_type.__name__
    words = {"str": "text", "int": "number", "float": "number", "bool": "true or false"}
    words |= {"datetime": "moment", "date": "day"}
    return words.get(name, name) + (", or null" if column.nullable else "")


def _points_to(column: Column[Any]) -> str:
    return ", ".join(f"of `{key.column.table.name}`" for key in column.foreign_keys)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _kept_back() -> str:
    rows = (f"| `{table}.{name}` | {why} |" for (table, name), why in SECRET.items())
    head = ["## Not in the file", "", "| Field | Why |", "|---|---|"]
    return "\n".join([*head, *rows, ""])


def _withheld() -> str:
    rows = (f"| `{table}.{name}` | {why} |" for (table, name), why in WITHHELD.items())
    head = ["## Empty for a while", "", "| Field | Until when, and why |", "|---|---|"]
    return "\n".join([*head, *rows, ""])


def _nobodys() -> str:
    rows = (f"| `{table}` | {why} |" for table, why in NOBODYS.items())
    head = ["## Tables that are nobody's", "", "| Table | Why |", "|---|---|"]
    return "\n".join([*head, *rows, ""])


# ---- what the models say of their fields -----------------------------------------------------


def _models() -> Mapping[str, type[SQLModel]]:
    found = (getattr(models, name) for name in models.__all__)
    return {str(model.__tablename__): model for model in found}


def _docstrings(model: type[SQLModel]) -> dict[str, str]:
    """The text under each field of a model."""
    module = inspect.getmodule(model)
    assert isinstance(module, ModuleType)
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.ClassDef) and node.name == model.__name__:
            return dict(_under_fields(node))
    return {}


def _under_fields(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in zip(node.body, node.body[1:], strict=False):
        is_text = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and is_text:
            yield field.target.id, str(below.value.value)  # type: ignore[attr-defined]


if __name__ == "__main__":
    PATH.write_text(document())
