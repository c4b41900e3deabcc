"""What templates of SQL share: tables shown above a query, and the statements that create them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from learnconnect_app.content.builders import Wrong, question
from learnconnect_app.content.questions import Option, Proof, Question

Value = int | float | str | None
Row = tuple[Value, ...]
Both = tuple[str, str]
"""A text in English and Turkish."""
WrongBoth = tuple[Both, str, str]
"""A wrong answer in both languages and the misconception that leads to it, in both languages."""

RETURNS_EN = "What does this query return?"
RETURNS_TR = "Bu sorgu ne döndürür?"
NAMES = ["Ada", "Can", "Ece", "Lale", "Mert", "Nora", "Omar", "Pia", "Sena", "Tuna"]


@dataclass(frozen=True)
class Table:
    name: str
    columns: tuple[str, ...]
    rows: Sequence[Row]

    @property
    def shown(self) -> str:
        """The table as comments of SQL."""
        lines = [self.columns, *[tuple(map(cell, row)) for row in self.rows]]
        widths = [max(len(line[place]) for line in lines) for place in range(len(self.columns))]
        padded = [
            " | ".join(text.ljust(width) for text, width in zip(line, widths, strict=True))
            for line in lines
        ]
        return "\n".join([f"-- {self.name}", *[f"-- {line}".rstrip() for line in padded]])

    @property
    def created(self) -> str:
        """The statements that create and fill it."""
        types = [self._type(place) for place in range(len(self.columns))]
        columns = ", ".join(f"{c} {t}" for c, t in zip(self.columns, types, strict=True))
        rows = ", ".join(f"({', '.join(map(literal, row))})" for row in self.rows)
        return f"CREATE TABLE {self.name} ({columns}); INSERT INTO {self.name} VALUES {rows};"

    def _type(self, place: int) -> str:
        values = [row[place] for row in self.rows if row[place] is not None]
        if any(isinstance(value, str) for value in values):
            return "TEXT"
        return "REAL" if any(isinstance(value, float) for value in values) else "INTEGER"


def cell(value: Value) -> str:
    """As a result shows it: NULL, and no point behind a whole number."""
    if value is None:
        return "NULL"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def literal(value: Value) -> str:
    return f"'{value}'" if isinstance(value, str) else cell(value)


def rows_text(rows: Iterable[Row]) -> str:
    """Rows of a result, a line each; no rows are said in words that both languages know."""
    return "\n".join(" | ".join(map(cell, row)) for row in rows)


def column_text(values: Iterable[Value]) -> str:
    """The rows of a result with one column."""
    return rows_text((value,) for value in values)


def query_question(
    tables: Sequence[Table],
    query: str,
    right: object,
    wrong: Iterable[Wrong],
    because: Both,
    *,
    spare: Iterable[Wrong] = (),
    ask: Both = (RETURNS_EN, RETURNS_TR),
) -> Question:
    """What a query returns, proven by running it. Empty wrong results are left out."""
    return question(
        en=ask[0],
        tr=ask[1],
        code="\n\n".join([*[table.shown for table in tables], query]),
        code_language="sql",
        right=right,
        wrong=[each for each in wrong if str(each[0])],
        spare=[each for each in spare if str(each[0])],
        because_en=because[0],
        because_tr=because[1],
        proof=Proof(run="output", setup=" ".join(table.created for table in tables)),
    )


def worded_question(
    ask: Both,
    right: Both,
    wrong: Iterable[WrongBoth],
    because: Both,
    *,
    code: str | None = None,
    proof: Proof | None = None,
) -> Question:
    """A choice whose options are texts of both languages; at most five, equal ones dropped."""
    options = [Option(text={"en": right[0], "tr": right[1]}, correct=True)]
    taken = {right}
    for text, en, tr in wrong:
        if text not in taken and len(options) < 5:
            taken.add(text)
            options.append(
                Option(text={"en": text[0], "tr": text[1]}, misconception={"en": en, "tr": tr})
            )
    return Question(
        stem={"en": ask[0], "tr": ask[1]},
        code=code,
        code_language="sql",
        options=tuple(options),
        explanation={"en": because[0], "tr": because[1]},
        proof=proof,
    )
