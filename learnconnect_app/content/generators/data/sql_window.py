"""Parametric items of the topic `sql-window`."""

from __future__ import annotations

from itertools import accumulate, pairwise
from random import Random

from learnconnect_app.content.generators.data.sql_writing import (
    NAMES,
    Row,
    Table,
    query_question,
    rows_text,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "sql-window"
CITIES = ["Bursa", "Mardin", "Rize", "Van"]


@template("sql-window-places-with-ties", topic=TOPIC, difficulty=2, seconds=60)
def places_with_ties(rng: Random) -> Question:
    a, b, c, d = sorted(rng.sample(range(40, 100), 4), reverse=True)
    scores, rank, dense = rng.choice([
        ([a, b, b, c, d], [1, 2, 2, 4, 5], [1, 2, 2, 3, 4]),
        ([a, a, b, c, d], [1, 1, 3, 4, 5], [1, 1, 2, 3, 4]),
        ([a, a, b, b, c], [1, 1, 3, 3, 5], [1, 1, 2, 2, 3]),
        ([a, b, b, b, c], [1, 2, 2, 2, 5], [1, 2, 2, 2, 3]),
    ])  # fmt: skip
    names = sorted(rng.sample(NAMES, 5))
    shown = list(zip(names, scores, strict=True))
    rng.shuffle(shown)
    ranked = [name for name, _ in sorted(shown, key=lambda row: (-row[1], row[0]))]
    is_dense = rng.random() < 0.5
    right, other = (dense, rank) if is_dense else (rank, dense)
    lowest = [sum(score > each for each in scores) + 1 for score in scores]

    def result(places: list[int]) -> str:
        return rows_text(zip(ranked, places, strict=True))

    name = "DENSE_RANK" if is_dense else "RANK"
    return query_question(
        [Table("results", ("name", "score"), shown)],
        f"SELECT name, {name}() OVER (ORDER BY score DESC)\nFROM results\nORDER BY score DESC, name;",
        result(right),
        [
            (
                result(other),
                "Leaves a gap after equal scores, as RANK does." if is_dense else "Leaves no gap after equal scores, as DENSE_RANK does.",
                "RANK gibi, eşit puanlardan sonra boşluk bırakır." if is_dense else "DENSE_RANK gibi, eşit puanlardan sonra boşluk bırakmaz.",
            ),
            (result([1, 2, 3, 4, 5]), "Gives equal scores different places, as ROW_NUMBER does.", "ROW_NUMBER gibi, eşit puanlara farklı sıra verir."),
            (result(lowest), "Gives place 1 to the lowest score.", "En düşük puana 1. sırayı verir."),
        ],
        (
            f"Equal scores share a place. {name} then {'goes on with the next number' if is_dense else 'leaves a gap: a place is one more than the number of better rows'}: {', '.join(map(str, right))}.",
            f"Eşit puanlar aynı sırayı paylaşır. {name} sonra {'bir sonraki sayıyla devam eder' if is_dense else 'boşluk bırakır: sıra, daha iyi olan satır sayısının bir fazlasıdır'}: {', '.join(map(str, right))}.",
        ),
    )  # fmt: skip


@template("sql-window-running-sum", topic=TOPIC, difficulty=3, seconds=75)
def running_sum(rng: Random) -> Question:
    cities = sorted(rng.sample(CITIES, 2))
    amounts = rng.sample(range(2, 20), 5)
    long = rng.randint(0, 1)
    days = [(cities[long], 1), (cities[long], 2), (cities[long], 3),
            (cities[1 - long], 1), (cities[1 - long], 2)]  # fmt: skip
    rows = sorted((city, day, n) for (city, day), n in zip(days, amounts, strict=True))
    shown = rows[:]
    rng.shuffle(shown)
    parts = [[n for city, _, n in rows if city == each] for each in cities]

    def result(sums: list[int]) -> str:
        return rows_text((city, day, each) for (city, day, _), each in zip(rows, sums, strict=True))

    table_rows: list[Row] = [*shown]
    right = [each for part in parts for each in accumulate(part)]
    return query_question(
        [Table("sales", ("city", "day", "amount"), table_rows)],
        "SELECT city, day,\n  SUM(amount) OVER (PARTITION BY city ORDER BY day)\nFROM sales\nORDER BY city, day;",
        result(right),
        [
            (result([sum(part) for part in parts for _ in part]), "Overlooks ORDER BY inside OVER.", "OVER içindeki ORDER BY'ı gözden kaçırır."),
            (result(list(accumulate(n for *_, n in rows))), "Overlooks PARTITION BY and adds across the cities.", "PARTITION BY'ı gözden kaçırıp şehirler boyunca toplar."),
            (result([n for *_, n in rows]), "Thinks that a window holds only the row itself.", "Pencerede yalnızca satırın kendisi olduğunu sanır."),
            (result([sum(part[i:]) for part in parts for i in range(len(part))]), "Adds from the row to the end instead of from the start.", "Baştan değil, o satırdan sona doğru toplar."),
        ],
        (
            f"In each city the amounts add up day by day, and in the next city the sum starts again: {', '.join(map(str, right))}.",
            f"Her şehirde tutarlar gün gün birikir, sonraki şehirde toplam yeniden başlar: {', '.join(map(str, right))}.",
        ),
    )  # fmt: skip


@template("sql-window-change-since-yesterday", topic=TOPIC, difficulty=3, seconds=65)
def change_since_yesterday(rng: Random) -> Question:
    while True:
        values = rng.sample(range(10, 60), 4)
        changes = [b - a for a, b in pairwise(values)]
        if len({abs(each) for each in changes}) == 3 and min(changes) < 0 < max(changes):
            break
    what = rng.choice(["visits", "orders", "steps", "users"])

    def result(column: list[int | None]) -> str:
        return rows_text(enumerate(column, 1))

    rows: list[Row] = list(enumerate(values, 1))
    return query_question(
        [Table("log", ("day", what), rows)],
        f"SELECT day, {what} - LAG({what}) OVER (ORDER BY day)\nFROM log\nORDER BY day;",
        result([None, *changes]),
        [
            (result([-each for each in changes] + [None]), "Looks at the next row, as LEAD does.", "LEAD gibi sonraki satıra bakar."),
            (result([values[0], *changes]), "Thinks that LAG gives 0 where there is no row before.", "Önceki satır yokken LAG'in 0 verdiğini sanır."),
            (result([None, *[-each for each in changes]]), "Subtracts the newer value from the older one.", "Yeni değeri eskisinden çıkarır."),
            (result([0, *changes]), "Expects 0 as the change of the first day.", "İlk günün değişimi olarak 0 bekler."),
        ],
        (
            "`LAG` is the value of the day before. The first day has none, so its change is NULL; "
            f"then {values[1]} - {values[0]} = {changes[0]}, and so on.",
            "`LAG` bir önceki günün değeridir. İlk günün öncesi yoktur, değişimi NULL olur; "
            f"sonra {values[1]} - {values[0]} = {changes[0]} diye devam eder.",
        ),
    )  # fmt: skip
