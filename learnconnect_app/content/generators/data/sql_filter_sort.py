"""Parametric items of the topic `sql-filter-sort`."""

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

TOPIC = "sql-filter-sort"
KINDS = ["sofa", "lamp", "desk", "shelf", "chair"]
TEAMS = ["blue", "green", "red", "white"]


@template("sql-filter-sort-and-before-or", topic=TOPIC, difficulty=3, seconds=70)
def and_before_or(rng: Random) -> Question:
    first, second, third = rng.sample(KINDS, 3)
    limit = rng.choice([100, 150, 200, 250])
    cheap, dear = range(limit // 2, limit - 5, 5), range(limit + 10, limit * 2, 5)
    rows = [
        (first, rng.choice(cheap)),
        (first, rng.choice(dear)),
        (second, rng.choice(cheap)),
        (second, rng.choice(dear)),
        (third, rng.choice(cheap)),
    ]
    rng.shuffle(rows)
    stock = [(number, *row) for number, row in enumerate(rows, 1)]
    right = [i for i, kind, price in stock if kind == first or (kind == second and price < limit)]
    both = [i for i, kind, price in stock if kind in (first, second) and price < limit]
    either = [i for i, kind, price in stock if kind in (first, second)]
    cheap_ones = [i for i, kind, price in stock if kind == first or price < limit]
    return query_question(
        [Table("stock", ("id", "kind", "price"), stock)],
        f"SELECT id\nFROM stock\nWHERE kind = '{first}' OR kind = '{second}' AND price < {limit}\nORDER BY id;",
        column_text(right),
        [
            (column_text(both), "Works from left to right, as if OR stood in parentheses.", "OR parantez içindeymiş gibi soldan sağa işler."),
            (column_text(either), "Overlooks the condition on the price.", "Fiyat koşulunu gözden kaçırır."),
            (column_text(cheap_ones), "Lets the price decide alone, whatever the kind.", "Türe bakmadan yalnızca fiyatı yeterli sayar."),
        ],
        (
            f"`AND` binds before `OR`: every {first} is kept, and of {second} only what costs less than {limit}.",
            f"`AND`, `OR`'dan önce işlenir: {first} olanların hepsi kalır, {second} olanlardan ise yalnızca {limit} altındakiler.",
        ),
    )  # fmt: skip


@template("sql-filter-sort-not-in-between", topic=TOPIC, difficulty=2, seconds=60)
def not_in_between(rng: Random) -> Question:
    low = rng.choice([40, 50, 60])
    high = low + rng.choice([20, 25, 30])
    banned = rng.choice(TEAMS)
    others = [team for team in TEAMS if team != banned]
    inner = rng.sample(range(low + 1, high), 2)
    scores = [
        (rng.choice(others), low),
        (rng.choice(others), high),
        (rng.choice(others), inner[0]),
        (banned, inner[1]),
        (rng.choice(others), rng.randint(high + 1, high + 9)),
        (rng.choice(others), rng.randint(low - 9, low - 1)),
    ]
    names = sorted(rng.sample(NAMES, 6))
    rng.shuffle(scores)
    rows = [(name, *score) for name, score in zip(names, scores, strict=True)]
    right = [n for n, team, score in rows if team != banned and low <= score <= high]
    open_ends = [n for n, team, score in rows if team != banned and low < score < high]
    with_team = [n for n, team, score in rows if low <= score <= high]
    outside = [n for n, team, score in rows if team != banned and not low <= score <= high]
    top_open = [n for n, team, score in rows if team != banned and low <= score < high]
    return query_question(
        [Table("results", ("name", "team", "score"), rows)],
        f"SELECT name\nFROM results\nWHERE team <> '{banned}'\n  AND score BETWEEN {low} AND {high}\nORDER BY name;",
        column_text(right),
        [
            (column_text(open_ends), "Thinks that BETWEEN leaves out both ends.", "BETWEEN'in iki ucu da dışarıda bıraktığını sanır."),
            (column_text(top_open), "Thinks that BETWEEN leaves out the upper end.", "BETWEEN'in üst ucu dışarıda bıraktığını sanır."),
            (column_text(with_team), "Overlooks the condition on the team.", "Takım koşulunu gözden kaçırır."),
            (column_text(outside), "Keeps the scores outside the range.", "Aralığın dışındaki puanları tutar."),
        ],
        (
            f"`<>` means \"not equal\", so the team {banned} is out. `BETWEEN` includes both ends: {low} and {high} belong to the range.",
            f"`<>` \"eşit değil\" demektir; {banned} takımı elenir. `BETWEEN` iki ucu da kapsar: {low} ve {high} aralığa dahildir.",
        ),
    )  # fmt: skip


@template("sql-filter-sort-two-keys", topic=TOPIC, difficulty=3, seconds=60)
def two_keys(rng: Random) -> Question:
    teams = sorted(rng.sample(TEAMS, 2))
    names = rng.sample(NAMES, 5)
    points = rng.sample(range(10, 40), 5)
    members = [teams[0], teams[0], teams[1], teams[1], rng.choice(teams)]
    rng.shuffle(members)
    rows = list(zip(names, members, points, strict=True))
    right = [n for n, *_ in sorted(rows, key=lambda r: (r[1], -r[2]))]
    return query_question(
        [Table("players", ("name", "team", "points"), rows)],
        "SELECT name\nFROM players\nORDER BY team, points DESC;",
        column_text(right),
        [
            (column_text(r[0] for r in sorted(rows, key=lambda r: (r[1], r[2]))), "Overlooks DESC for the points.", "Puan için yazılan DESC'i gözden kaçırır."),
            (column_text(r[0] for r in sorted(rows, key=lambda r: -r[2])), "Sorts by points alone.", "Yalnızca puana göre sıralar."),
            (column_text(r[0] for r in sorted(rows, key=lambda r: (r[1], r[2]), reverse=True)), "Thinks that DESC holds for both columns.", "DESC'in iki sütun için de geçerli olduğunu sanır."),
            (column_text(r[0] for r in sorted(rows, key=lambda r: r[1])), "Sorts by team and leaves the rest as it was.", "Takıma göre sıralar, gerisini olduğu gibi bırakır."),
        ],
        (
            f"First comes the team {teams[0]}, then {teams[1]}; inside a team the points go from high to low.",
            f"Önce {teams[0]} takımı, sonra {teams[1]} takımı gelir; takım içinde puanlar yüksekten düşüğe gider.",
        ),
        spare=[(column_text(names), "Leaves the rows as they are in the table.", "Satırları tablodaki gibi bırakır."),
               (column_text(sorted(names)), "Sorts by name.", "Ada göre sıralar.")],
    )  # fmt: skip
