"""Parametric items of the topic `sql-select`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.data.sql_writing import (
    NAMES,
    Table,
    column_text,
    query_question,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "sql-select"
ITEMS = ["pen", "book", "bag", "lamp", "cup", "mat"]
CITIES = ["Ankara", "Bursa", "Edirne", "Mardin", "Rize", "Sivas", "Trabzon", "Van"]


@template("sql-select-computed-column", topic=TOPIC, difficulty=1, seconds=45)
def computed_column(rng: Random) -> Question:
    names = rng.sample(ITEMS, 3)
    prices, fees = rng.sample(range(10, 60), 3), rng.sample(range(2, 9), 3)
    amounts = rng.sample(range(3, 8), 3)
    sales = Table("sales", ("item", "price", "fee", "amount"), list(zip(names, prices, fees, amounts, strict=True)))  # fmt: skip
    chosen = rng.randrange(3)
    price, fee, amount = prices[chosen], fees[chosen], amounts[chosen]
    other = (chosen + 1) % 3
    is_grouped = rng.random() < 0.5
    plain, grouped = price + fee * amount, (price + fee) * amount
    right = grouped if is_grouped else plain
    elsewhere = (
        (prices[other] + fees[other]) * amounts[other]
        if is_grouped
        else prices[other] + fees[other] * amounts[other]
    )
    opposite = (
        (plain, "Overlooks the parentheses.", "Parantezi gözden kaçırır.")
        if is_grouped
        else (grouped, "Adds before multiplying.", "Çarpmadan önce toplar.")
    )
    expression = "(price + fee) * amount" if is_grouped else "price + fee * amount"
    worked = f"({price} + {fee}) · {amount}" if is_grouped else f"{price} + {fee} · {amount}"
    return query_question(
        [sales],
        f"SELECT {expression} AS total\nFROM sales\nWHERE item = '{names[chosen]}';",
        right,
        [
            opposite,
            (elsewhere, "Computes with another row of the table.", "Tablonun başka bir satırıyla hesaplar."),
            (
                price * amount + fee,
                "Multiplies the price by the amount and adds the fee once.",
                "Fiyatı adetle çarpar, ücreti bir kez ekler.",
            ),
        ],
        (
            f"The expression is computed for the row of {names[chosen]}: {worked} = {right}.",
            f"İfade {names[chosen]} satırı için hesaplanır: {worked} = {right}.",
        ),
        spare=[(price + fee, "Leaves the amount out.", "Adedi hesaba katmaz."),
               (right + price, "Adds the price once too often.", "Fiyatı bir kez fazla ekler.")],
    )  # fmt: skip


@template("sql-select-distinct-values", topic=TOPIC, difficulty=2, seconds=45)
def distinct_values(rng: Random) -> Question:
    cities = rng.sample(CITIES, 4)
    while True:
        values = [*cities, *rng.sample(cities[:3], 2)]
        rng.shuffle(values)
        seen = list(dict.fromkeys(values))
        if seen != sorted(seen):
            break
    trips = Table("trips", ("id", "city"), [(n, city) for n, city in enumerate(values, 1)])
    repeated = sorted({city for city in values if values.count(city) > 1})
    once = sorted(city for city in values if values.count(city) == 1)
    return query_question(
        [trips],
        "SELECT DISTINCT city\nFROM trips\nORDER BY city;",
        column_text(sorted(cities)),
        [
            (column_text(once), "Thinks that DISTINCT removes every value that is repeated.", "DISTINCT'in, yinelenen değerleri tamamen attığını sanır."),
            (column_text(sorted(values)), "Thinks that DISTINCT only sorts and keeps all rows.", "DISTINCT'in bütün satırları bıraktığını sanır."),
            (column_text(seen), "Overlooks ORDER BY.", "ORDER BY'ı gözden kaçırır."),
            (column_text(repeated), "Thinks that DISTINCT looks for the values that are repeated.", "DISTINCT'in yinelenen değerleri aradığını sanır."),
        ],
        (
            f"Six rows hold four different cities. Each of them appears once; {' and '.join(repeated)} {'lose' if len(repeated) > 1 else 'loses'} the repetitions. `ORDER BY` sorts the result.",
            f"Altı satırda dört farklı şehir var. Her biri bir kez görünür; tekrarı atılanlar: {', '.join(repeated)}. `ORDER BY` sonucu sıralar.",
        ),
    )  # fmt: skip


@template("sql-select-page-of-rows", topic=TOPIC, difficulty=3, seconds=60)
def page_of_rows(rng: Random) -> Question:
    names = rng.sample(NAMES, 6)
    points = rng.sample(range(10, 60), 6)
    skipped, taken = rng.choice([(1, 2), (1, 3), (2, 2), (2, 3), (3, 2)])
    players = Table("players", ("name", "points"), list(zip(names, points, strict=True)))
    ranked = [name for _, name in sorted(zip(points, names, strict=True), reverse=True)]
    right = ranked[skipped : skipped + taken]
    upwards = ranked[::-1]
    return query_question(
        [players],
        f"SELECT name\nFROM players\nORDER BY points DESC\nLIMIT {taken} OFFSET {skipped};",
        column_text(right),
        [
            (column_text(ranked[:taken]), "Overlooks OFFSET.", "OFFSET'i gözden kaçırır."),
            (column_text(upwards[skipped : skipped + taken]), "Sorts from low to high.", "Küçükten büyüğe sıralar."),
            (column_text(names[skipped : skipped + taken]), "Overlooks ORDER BY.", "ORDER BY'ı gözden kaçırır."),
            (column_text(ranked[skipped - 1 : skipped - 1 + taken]), "Takes OFFSET for the number of the first row.", "OFFSET'i ilk satırın sıra numarası sanır."),
        ],
        (
            f"Sorted from the highest points: {', '.join(ranked)}. The first {'row is' if skipped == 1 else f'{skipped} rows are'} skipped, the next {taken} are returned.",
            f"Puanı yüksekten düşüğe sıralanınca: {', '.join(ranked)}. Baştan {skipped} satır atlanır, sonraki {taken} satır döner.",
        ),
        spare=[(column_text(ranked[taken : taken + skipped]), "Swaps LIMIT and OFFSET.", "LIMIT ile OFFSET'i karıştırır."),
               (column_text(ranked[skipped + taken :]), "Returns what comes after the page.", "İstenen sayfadan sonrasını verir."),
               (column_text(right[::-1]), "Turns the order round once more.", "Sırayı bir kez daha ters çevirir.")],
    )  # fmt: skip
