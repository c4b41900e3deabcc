"""The export is documented: every table and every field that is in it, and what is kept back."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Table

from learnconnect_app.devtools.document_export import PATH, document
from learnconnect_app.domain.exports import NOBODYS, SECRET
from learnconnect_app.services.exports import exported_columns, file_of
from learnconnect_app.services.owned_tables import owned_tables

WRITTEN = (Path(__file__).parents[2] / PATH).read_text()


@pytest.mark.parametrize("text", [WRITTEN, document()], ids=["written", "made"])
@pytest.mark.parametrize("table", owned_tables(), ids=lambda table: table.name)
def test_every_field_is_described(table: Table, text: str) -> None:
    """Else: `python -m learnconnect_app.devtools.document_export`."""
    section = text.partition(f"### `{file_of(table)}`")[2].partition("\n##")[0]
    for column in exported_columns(table):
        assert f"| `{column.name}` |" in section, f"{table.name}.{column.name}"


def test_what_is_kept_back_is_said_with_its_reason() -> None:
    for (table, column), why in SECRET.items():
        assert f"| `{table}.{column}` | {why} |" in WRITTEN
    for table, why in NOBODYS.items():
        assert f"| `{table}` | {why} |" in WRITTEN
