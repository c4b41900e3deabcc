"""Parametric items of the topic `html-tables`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "html-tables"
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
Cell = tuple[str, int, int, int]
"""A cell: its letter, its first column (from 0), how many columns and how many rows it takes."""


def random_table(rng: Random, columns: int, rows: int) -> list[list[Cell]]:
    """Rows of cells without gaps and overlaps."""
    taken: list[list[bool]] = [[False] * columns for _ in range(rows)]
    letters = iter(LETTERS)
    table: list[list[Cell]] = []
    for row in range(rows):
        cells: list[Cell] = []
        for column in range(columns):
            if taken[row][column]:
                continue
            free = column + 1 < columns and not taken[row][column + 1]
            wide = 2 if free and rng.random() < 0.3 else 1
            high = 2 if row + 1 < rows and rng.random() < 0.35 else 1
            for r in range(row, row + high):
                taken[r][column : column + wide] = [True] * wide
            cells.append((next(letters), column, wide, high))
        table.append(cells)
    return table


def written(cells: list[Cell]) -> str:
    parts = []
    for letter, _, wide, high in cells:
        spans = (f' colspan="{wide}"' if wide > 1 else "") + (
            f' rowspan="{high}"' if high > 1 else ""
        )
        parts.append(f"<td{spans}>{letter}</td>")
    return "  <tr>" + "".join(parts) + "</tr>"


@template("html-tables-column-of-cell", topic=TOPIC, difficulty=3, seconds=60)
def column_of_cell(rng: Random) -> Question:
    while True:
        table = random_table(rng, 5, 2)
        above, cells = table
        if len(cells) < 2 or not any(high == 2 for *_, high in above):
            continue
        place = rng.randrange(1, len(cells))
        letter, column, _, _ = cells[place]
        if column != place:
            break
    by_colspan = sum(wide for _, _, wide, _ in cells[:place])
    blocked = [
        c
        for _, first, wide, high in above
        if high == 2
        for c in range(first, first + wide)
        if c < column
    ]
    right = column + 1
    blocked_text = ", ".join(str(c + 1) for c in blocked)
    en = f"The `rowspan` from above takes these columns: {blocked_text}. " if blocked else ""
    tr = f"Yukarıdan gelen `rowspan` şu sütunları kaplar: {blocked_text}. " if blocked else ""
    return question(
        en=f"In which column, counted from 1, does cell {letter} begin?",
        tr=f"{letter} hücresi, 1'den sayınca kaçıncı sütunda başlar?",
        code="<table>\n" + "\n".join(written(row) for row in table) + "\n</table>",
        code_language="html",
        right=right,
        wrong=[
            (
                place + 1,
                "Counts only the cells of the row and overlooks the spans.",
                "Yalnızca satırdaki hücreleri sayar, birleşmeleri görmez.",
            ),
            (
                by_colspan + 1,
                "Overlooks the places taken by `rowspan` from above.",
                "Yukarıdan gelen `rowspan`'in kapladığı yerleri görmez.",
            ),
            (
                place + 1 + len(blocked),
                "Overlooks `colspan` in this row.",
                "Bu satırdaki `colspan`'i görmez.",
            ),
        ],
        spare=[
            (right - 1, "Counts the columns from 0.", "Sütunları 0'dan sayar."),
            (right + 1, "Counts one column too many.", "Bir sütun fazla sayar."),
            (right + 2, "Counts two columns too many.", "İki sütun fazla sayar."),
        ],
        because_en=f"{en}The cells of the second row fill the free places from left to right, each with its own width, so {letter} begins in column {right}.",
        because_tr=f"{tr}İkinci satırın hücreleri boş yerleri, her biri kendi genişliğiyle, soldan sağa doldurur; {letter} bu yüzden {right}. sütunda başlar.",
    )


@template("html-tables-cells-needed", topic=TOPIC, difficulty=4, seconds=70)
def cells_needed(rng: Random) -> Question:
    columns = rng.randint(4, 6)
    while True:
        table = random_table(rng, columns, 3)
        taken = sum(wide for _, _, wide, high in table[1] if high == 2)
        if 0 < taken < columns - 1 and len(table[1]) > 1:
            break
    right = columns - taken
    shown = [written(row) for row in table[:2]] + ["  <tr> … </tr>"]
    return question(
        en="How many cells, each one column wide, must the third row hold so that the table has **no** gap and **no** overlap?",
        tr="Tabloda boşluk ve çakışma **olmaması** için üçüncü satırda, her biri bir sütun genişliğinde kaç hücre olmalıdır?",
        code="<table>\n" + "\n".join(shown) + "\n</table>",
        code_language="html",
        right=right,
        wrong=[
            (
                columns,
                "Overlooks that `rowspan` reaches down into the third row.",
                "`rowspan`'in üçüncü satıra uzandığını görmez.",
            ),
            (
                len(table[1]),
                "Takes the number of cells of the second row.",
                "İkinci satırın hücre sayısını alır.",
            ),
            (
                len(table[0]),
                "Takes the number of cells of the first row.",
                "İlk satırın hücre sayısını alır.",
            ),
        ],
        spare=[
            (right + 1, "Counts one place too many as free.", "Bir yeri yanlışlıkla boş sayar."),
            (right - 1, "Counts one place too many as taken.", "Bir yeri yanlışlıkla dolu sayar."),
            (columns + 1, "Counts one column too many.", "Bir sütun fazla sayar."),
        ],
        because_en=f"The first row shows that the table has {columns} columns. Cells of the second row with `rowspan` take {taken} of the places in the third, so {columns} − {taken} = {right} are free.",
        because_tr=f"İlk satıra göre tabloda {columns} sütun vardır. İkinci satırın `rowspan`'li hücreleri üçüncü satırda {taken} yer kaplar; geriye {columns} − {taken} = {right} yer kalır.",
    )
