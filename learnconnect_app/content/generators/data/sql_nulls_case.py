"""Parametric items of the topic `sql-nulls-case`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.data.sql_writing import (
    NAMES,
    Row,
    Table,
    query_question,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "sql-nulls-case"
CITIES = ["Bursa", "Edirne", "Mardin", "Rize", "Sivas", "Van"]


@template("sql-nulls-case-average-with-zero", topic=TOPIC, difficulty=3, seconds=65)
def average_with_zero(rng: Random) -> Question:
    known, empty = rng.choice([(2, 2), (3, 1), (2, 1), (1, 2)])
    rows_count = known + empty
    total = known * rows_count * rng.randint(2, 7)
    first = rng.randint(1, total // 2) if known > 1 else total
    values = {1: [total], 2: [first, total - first], 3: [first, 1, total - first - 1]}[known]
    cells: list[int | None] = [*values, *[None] * empty]
    rng.shuffle(cells)
    column = rng.choice(["bonus", "tip", "gift"])
    a, b = total // known, total // rows_count
    rows: list[Row] = list(zip(rng.sample(NAMES, rows_count), cells, strict=True))
    return query_question(
        [Table("staff", ("name", column), rows)],
        f"SELECT AVG({column}), AVG(COALESCE({column}, 0))\nFROM staff;",
        f"{a} | {b}",
        [
            (f"{b} | {b}", "Thinks that AVG counts NULL as 0 anyway.", "AVG'nin NULL'ı zaten 0 saydığını sanır."),
            (f"{a} | {a}", "Thinks that COALESCE makes no difference to AVG.", "COALESCE'in AVG için bir şey değiştirmediğini sanır."),
            (f"NULL | {b}", "Thinks that one NULL makes the average NULL.", "Tek bir NULL'ın ortalamayı NULL yaptığını sanır."),
            (f"{b} | {a}", "Has the two averages the wrong way round.", "İki ortalamayı birbirinin yerine koyar."),
        ],
        (
            f"`AVG({column})` skips NULL: {total} / {known} = {a}. With `COALESCE` the gaps become zeros that count: {total} / {rows_count} = {b}.",
            f"`AVG({column})` NULL'ları atlar: {total} / {known} = {a}. `COALESCE` ile boşluklar sayıya katılan sıfırlar olur: {total} / {rows_count} = {b}.",
        ),
    )  # fmt: skip


@template("sql-nulls-case-not-equal", topic=TOPIC, difficulty=3, seconds=50)
def not_equal(rng: Random) -> Question:
    city, other, third = rng.sample(CITIES, 3)
    equal, empty = rng.choice([(1, 2), (3, 1), (3, 2), (1, 3), (2, 1)])
    cells: list[str | None] = [*[city] * equal, other, third, *[None] * empty]
    rng.shuffle(cells)
    negated = rng.random() < 0.5
    condition = f"NOT (city = '{city}')" if negated else f"city <> '{city}'"
    rows: list[Row] = [(number, each) for number, each in enumerate(cells, 1)]
    return query_question(
        [Table("guests", ("id", "city"), rows)],
        f"SELECT COUNT(*)\nFROM guests\nWHERE {condition};",
        2,
        [
            (2 + empty, "Counts the rows with NULL as different from the city.", "NULL olan satırları da şehirden farklı sayar."),
            (equal, "Counts the rows that do have this city.", "Bu şehirde olan satırları sayar."),
            (len(cells), "Overlooks WHERE.", "WHERE'i gözden kaçırır."),
            (empty, "Counts the rows without a city.", "Şehri olmayan satırları sayar."),
        ],
        (
            f"Only {other} and {third} are known to differ. For a NULL the condition is unknown, and `WHERE` drops the row.",
            f"Farklı olduğu bilinenler yalnızca {other} ve {third}. NULL için koşulun sonucu bilinmiyordur ve `WHERE` o satırı eler.",
        ),
        spare=[(0, "Thinks that a NULL in the column makes every comparison fail.", "Sütundaki bir NULL'ın bütün karşılaştırmaları bozduğunu sanır."),
               (1, "Counts one of the other cities only.", "Diğer şehirlerden yalnızca birini sayar.")],
    )  # fmt: skip


@template("sql-nulls-case-points", topic=TOPIC, difficulty=3, seconds=75)
def points_by_case(rng: Random) -> Question:
    high = rng.choice([80, 85, 90])
    middle = rng.choice([50, 55, 60])
    more, less = rng.choice([(3, 1), (5, 2), (4, 1)])
    scores: list[int | None] = [
        high,
        rng.randint(high + 1, 100),
        rng.randint(middle + 1, high - 1),
        rng.randint(20, middle - 1),
        None,
    ]
    if rng.random() < 0.5:
        scores.append(middle)
    known = [score for score in scores if score is not None]
    rng.shuffle(scores)
    top = sum(score >= high for score in known)
    mid = sum(middle <= score < high for score in known)
    right = top * more + mid * less
    strict_top = sum(score > high for score in known)
    strict = strict_top * more + sum(middle < score <= high for score in known) * less
    rows: list[Row] = list(zip(rng.sample(NAMES, len(scores)), scores, strict=True))
    return query_question(
        [Table("exams", ("name", "score"), rows)],
        f"SELECT SUM(CASE WHEN score >= {high} THEN {more}\n                WHEN score >= {middle} THEN {less}\n                ELSE 0 END)\nFROM exams;",
        right,
        [
            (right + top * less, "Adds every branch that is true instead of the first one.", "İlk doğru dal yerine doğru olan bütün dalları ekler."),
            (strict, "Reads >= as >.", ">= işaretini > gibi okur."),
            ("NULL", "Thinks that the NULL score makes the whole sum NULL.", "NULL puanın bütün toplamı NULL yaptığını sanır."),
            (top + mid, "Counts the rows that fit instead of adding their points.", "Uyan satırların puanını toplamak yerine satırları sayar."),
        ],
        (
            f"{top} scores are at least {high}, {mid} more at least {middle}; the NULL falls to `ELSE`: {top} · {more} + {mid} · {less} = {right}.",
            f"{top} puan en az {high}, {mid} puan daha en az {middle}; NULL ise `ELSE`'e düşer: {top} · {more} + {mid} · {less} = {right}.",
        ),
    )  # fmt: skip
