"""Parametric items of the topic `sql-subqueries`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.data.sql_writing import (
    NAMES,
    Row,
    Table,
    column_text,
    query_question,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "sql-subqueries"
FRUITS = ["apple", "cherry", "fig", "grape", "lemon", "mango", "pear", "plum"]
TEAMS = ["blue", "green", "red", "white"]


@template("sql-subqueries-above-average", topic=TOPIC, difficulty=2, seconds=70)
def above_average(rng: Random) -> Question:
    mean = rng.randrange(20, 60, 2)
    near, far = rng.randint(2, 6), rng.randint(7, 12)
    prices = [mean, mean - near, mean - far, mean + near, mean + far]
    rng.shuffle(prices)
    names = sorted(rng.sample(FRUITS, 5))
    rows: list[tuple[str, int]] = list(zip(names, prices, strict=True))
    above = [name for name, price in rows if price > mean]
    top = next(name for name, price in rows if price == max(prices))
    return query_question(
        [Table("fruits", ("name", "price"), rows)],
        "SELECT name\nFROM fruits\nWHERE price > (SELECT AVG(price) FROM fruits)\nORDER BY name;",
        column_text(above),
        [
            (column_text(n for n, price in rows if price >= mean), "Keeps the price that equals the average as well.", "Ortalamaya eşit olan fiyatı da tutar."),
            (top, "Looks for the highest price only.", "Yalnızca en yüksek fiyatı arar."),
            (column_text(n for n, price in rows if price < mean), "Keeps the prices below the average.", "Ortalamanın altındaki fiyatları tutar."),
            (column_text(names), "Thinks that each row is compared with its own price.", "Her satırın yalnızca kendisiyle karşılaştırıldığını sanır."),
        ],
        (
            f"The subquery gives one number, the average: {sum(prices)} / 5 = {mean}. Only {' and '.join(above)} cost **more**.",
            f"Alt sorgu tek bir sayı, ortalamayı verir: {sum(prices)} / 5 = {mean}. Bundan **fazla** olanlar: {', '.join(above)}.",
        ),
    )  # fmt: skip


@template("sql-subqueries-in-or-not-in", topic=TOPIC, difficulty=3, seconds=65)
def in_or_not_in(rng: Random) -> Question:
    people = sorted(rng.sample(NAMES, 4))
    first, second = sorted(rng.sample(range(1, 5), 2))
    loans = [first, second, first]
    rng.shuffle(loans)
    is_not = rng.random() < 0.4
    name = dict(enumerate(people, 1))
    borrowers = [name[first], name[second]]
    others = [each for each in people if each not in borrowers]
    repeated = sorted(name[key] for key in loans)
    exists = rng.random() < 0.5
    word = "NOT " if is_not else ""
    condition = (
        f"{word}EXISTS (SELECT 1 FROM loans AS b WHERE b.member_id = m.id)"
        if exists
        else f"m.id {word}IN (SELECT member_id FROM loans)"
    )
    right, opposite = (others, borrowers) if is_not else (borrowers, others)
    en = "without" if is_not else "with"
    return query_question(
        [
            Table("members", ("id", "name"), list(name.items())),
            Table("loans", ("book", "member_id"), [(f"B{n}", key) for n, key in enumerate(loans, 1)]),
        ],
        f"SELECT name\nFROM members AS m\nWHERE {condition}\nORDER BY name;",
        column_text(right),
        [
            (column_text(opposite), "Reads the condition the wrong way round.", "Koşulu tersinden okur."),
            (column_text(repeated), "Expects one row for each loan, as in a join.", "Birleştirmedeki gibi her ödünç için bir satır bekler."),
            (column_text(people), "Overlooks the condition.", "Koşulu gözden kaçırır."),
            (name[first], "Finds only the member with more than one loan.", "Yalnızca birden fazla ödüncü olan üyeyi bulur."),
        ],
        (
            f"The query looks for members {en} a loan. Each member is tested once, so nobody appears twice: {', '.join(right)}.",
            f"Sorgu, ödünç kaydı {'olmayan' if is_not else 'olan'} üyeleri arar. Her üye bir kez sınanır, kimse iki kez görünmez: {', '.join(right)}.",
        ),
    )  # fmt: skip


@template("sql-subqueries-sums-in-a-cte", topic=TOPIC, difficulty=3, seconds=75)
def sums_in_a_cte(rng: Random) -> Question:
    teams = rng.sample(TEAMS, 3)
    while True:
        points = rng.sample(range(2, 30), 6)
        sums = [points[0] + points[3], points[1] + points[4], points[2] + points[5]]
        if len(set(sums)) == 3:
            break
    use = rng.choice(["MAX(total) - MIN(total)", "MAX(total)", "MIN(total)"])
    high, low = max(sums), min(sums)
    single = {"MAX(total) - MIN(total)": max(points) - min(points), "MAX(total)": max(points),
              "MIN(total)": min(points)}[use]  # fmt: skip
    right = {"MAX(total) - MIN(total)": high - low, "MAX(total)": high, "MIN(total)": low}[use]
    rows: list[Row] = [(teams[place % 3], each) for place, each in enumerate(points)]
    listed = ", ".join(f"{team} {each}" for team, each in zip(teams, sums, strict=True))
    return query_question(
        [Table("games", ("team", "points"), rows)],
        "WITH per_team AS (\n  SELECT team, SUM(points) AS total\n  FROM games\n  GROUP BY team\n)\n"
        f"SELECT {use}\nFROM per_team;",
        right,
        [
            (single, "Works on single games and overlooks the grouping.", "Tek tek oyunlara bakar, gruplamayı gözden kaçırır."),
            (sum(points), "Adds up all games.", "Bütün oyunları toplar."),
            (sorted(sums)[1], "Takes the team in the middle.", "Ortadaki takımı alır."),
            (high + low if "-" in use else high - low, "Mixes up what is done with the largest and the smallest sum.", "En büyük ve en küçük toplamla yapılan işlemi karıştırır."),
        ],
        (
            f"`per_team` has one row for each team: {listed}. The outer query works on these three rows: {right}.",
            f"`per_team` her takım için bir satırdır: {listed}. Dıştaki sorgu bu üç satıra bakar: {right}.",
        ),
        spare=[(high, "Stops at the largest sum.", "En büyük toplamda durur."),
               (low, "Stops at the smallest sum.", "En küçük toplamda durur.")],
    )  # fmt: skip
