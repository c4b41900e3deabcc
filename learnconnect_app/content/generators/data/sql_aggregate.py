"""Parametric items of the topic `sql-aggregate`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.data.sql_writing import (
    Row,
    Table,
    query_question,
    rows_text,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "sql-aggregate"
CITIES = ["Bursa", "Edirne", "Mardin", "Rize", "Sivas", "Van"]


def _sum(rows: list[tuple[str, int]], city: str) -> int:
    return sum(total for place, total in rows if place == city)


def _count(rows: list[tuple[str, int]], city: str) -> int:
    return sum(place == city for place, _ in rows)


@template("sql-aggregate-groups-kept", topic=TOPIC, difficulty=3, seconds=75)
def groups_kept(rng: Random) -> Question:
    cities = sorted(rng.sample(CITIES, 3))
    limit = rng.choice([60, 80, 100])
    while True:
        rows = [(city, rng.randrange(10, limit - 5, 5)) for city in [*cities, *cities]]
        small = rng.choice(cities)
        rows = [row for row in rows if row[0] != small] + [(small, limit + 5 * rng.randint(-6, 4))]
        sums = [(city, _sum(rows, city)) for city in cities]
        right = [row for row in sums if row[1] > limit]
        single = [(c, _sum([r for r in rows if r[1] > limit], c)) for c in cities]
        if 0 < len(right) < 3:
            break
    rng.shuffle(rows)
    shown: list[Row] = [*rows]
    counted: list[Row] = [(city, _count(rows, city)) for city, _ in right]
    left_out: list[Row] = [row for row in sums if row not in right]
    return query_question(
        [Table("orders", ("city", "total"), shown)],
        f"SELECT city, SUM(total)\nFROM orders\nGROUP BY city\nHAVING SUM(total) > {limit}\nORDER BY city;",
        rows_text(right),
        [
            (rows_text(sums), "Overlooks HAVING.", "HAVING'i gözden kaçırır."),
            (rows_text(row for row in single if row[1]), "Compares single orders with the limit, as WHERE would.", "WHERE gibi tek tek siparişleri sınırla karşılaştırır."),
            (rows_text(counted), "Counts the orders instead of adding them up.", "Siparişleri toplamak yerine sayar."),
            (rows_text(left_out), "Keeps the groups that HAVING removes.", "HAVING'in elediği grupları tutar."),
        ],
        (
            f"The sums are {', '.join(f'{c}: {s}' for c, s in sums)}. `HAVING` keeps those above {limit}.",
            f"Toplamlar: {', '.join(f'{c}: {s}' for c, s in sums)}. `HAVING` {limit} değerini aşanları tutar.",
        ),
        spare=[(rows_text((c, _sum(rows, c) // _count(rows, c)) for c, _ in right), "Takes the average for the sum.", "Toplam yerine ortalama alır.")],
    )  # fmt: skip


@template("sql-aggregate-three-counts", topic=TOPIC, difficulty=3, seconds=60)
def three_counts(rng: Random) -> Question:
    values = rng.sample(range(1, 10), 3)
    filled = [values[0]] * rng.randint(2, 3) + [values[1]] * rng.randint(1, 2)
    filled.append(values[2])
    empty = rng.randint(1, 2)
    grades: list[int | None] = [*filled, *[None] * empty]
    rng.shuffle(grades)
    everything, known, different = len(grades), len(filled), 3
    column = rng.choice(["grade", "stars", "level"])
    rows: list[Row] = [(number, value) for number, value in enumerate(grades, 1)]
    return query_question(
        [Table("answers", ("id", column), rows)],
        f"SELECT COUNT(*), COUNT({column}), COUNT(DISTINCT {column})\nFROM answers;",
        f"{everything} | {known} | {different}",
        [
            (f"{everything} | {everything} | {different}", "Thinks that COUNT of a column counts NULL too.", "Sütun verilen COUNT'un NULL'ları da saydığını sanır."),
            (f"{everything} | {known} | {different + 1}", "Takes NULL for one more different value.", "NULL'ı bir farklı değer daha sayar."),
            (f"{known} | {known} | {different}", "Thinks that COUNT(*) skips rows with a NULL.", "COUNT(*)'ın NULL içeren satırları atladığını sanır."),
            (f"{everything} | {different} | {different}", "Thinks that COUNT of a column counts different values.", "Sütun verilen COUNT'un farklı değerleri saydığını sanır."),
        ],
        (
            f"There are {everything} rows, {known} of them with a value. The different values are {', '.join(map(str, sorted(values)))}; NULL is not one of them.",
            f"{everything} satır var, {known} tanesinde değer bulunuyor. Farklı değerler: {', '.join(map(str, sorted(values)))}; NULL bunlardan biri sayılmaz.",
        ),
    )  # fmt: skip


@template("sql-aggregate-where-then-group", topic=TOPIC, difficulty=3, seconds=70)
def where_then_group(rng: Random) -> Question:
    cities = sorted(rng.sample(CITIES, 3))
    limit = rng.choice([30, 40, 50])
    low, high = range(5, limit, 5), range(limit, 95, 5)
    full, mixed, gone = rng.sample(cities, 3)
    rows = [(full, n) for n in rng.sample(high, 2)]
    rows += [(mixed, rng.choice(low)), (mixed, rng.choice(high))]
    rows += [(gone, n) for n in rng.sample(low, rng.randint(1, 2))]
    rng.shuffle(rows)
    kept = [row for row in rows if row[1] >= limit]
    right = [(city, _count(kept, city)) for city in cities if city != gone]
    shown: list[Row] = [*rows]
    return query_question(
        [Table("orders", ("city", "total"), shown)],
        f"SELECT city, COUNT(*)\nFROM orders\nWHERE total >= {limit}\nGROUP BY city\nORDER BY city;",
        rows_text(right),
        [
            (rows_text((c, _count(kept, c)) for c in cities), "Expects a 0 for a city without any row left.", "Hiç satırı kalmayan şehir için 0 bekler."),
            (rows_text((c, _count(rows, c)) for c in cities), "Overlooks WHERE.", "WHERE'i gözden kaçırır."),
            (rows_text((c, _sum(kept, c)) for c in cities if c != gone), "Adds up instead of counting.", "Saymak yerine toplar."),
            (rows_text((c, _count(rows, c)) for c in cities if c != gone), "Counts all rows of a city that has one above the limit.", "Sınırı geçen bir satırı olan şehrin bütün satırlarını sayar."),
        ],
        (
            f"`WHERE` first removes the orders below {limit}. {gone} has none left, so there is no group for it; the others are counted.",
            f"`WHERE` önce {limit} altındaki siparişleri eler. {gone} için satır kalmaz, bu yüzden grubu da olmaz; diğerleri sayılır.",
        ),
    )  # fmt: skip
