"""Files for spreadsheets: comma separated, numbers as every program reads them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

Cell = str | int | float | None
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet compute a text instead of showing it (OWASP, *CSV Injection*)."""
BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads Turkish letters wrong."""


def csv_text(rows: Iterable[Sequence[Cell]]) -> str:
    """Rows of cells as a file (RFC 4180). Numbers have a point; nothing is an empty cell."""
    return "".join(csv_lines(rows))


def csv_lines(rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The same piece by piece, for files that are written while they are read."""
    yield BYTE_ORDER_MARK
    for row in rows:
        line = io.StringIO()
        csv.writer(line).writerow([_cell(each) for each in row])
        yield line.getvalue()


def _cell(value: Cell) -> str:
    if isinstance(value, str):
        return f"'{value}" if value.lstrip(" ").startswith(FORMULA) else value
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    return "" if value is None else str(value)
