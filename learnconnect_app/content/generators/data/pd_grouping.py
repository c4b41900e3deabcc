"""Parametric items of the topic `pd-grouping`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.generators.data.pd_writing import (
    ASK_EN,
    ASK_TR,
    CITIES,
    IMPORT,
    few,
    literal,
)
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "pd-grouping"


@template("pd-grouping-one-value-a-group", topic=TOPIC, difficulty=2, seconds=65)
def one_value_a_group(rng: Random) -> Question:
    rng = few(rng)
    a, b = sorted(rng.sample(CITIES, 2))
    name = rng.choice(["sum", "max", "count", "nunique", "first"])
    while True:
        cities = rng.sample([a, a, a, b, b], 5)
        totals = [rng.randint(2, 6) for _ in cities]
        groups = [[t for c, t in zip(cities, totals, strict=True) if c == city] for city in (a, b)]
        results = {
            "sum": [sum(g) for g in groups],
            "max": [max(g) for g in groups],
            "count": [len(g) for g in groups],
            "nunique": [len({*g}) for g in groups],
            "first": [g[0] for g in groups],
        }
        if len({tuple(each) for each in results.values()}) == 5:
            break
    confusions = {
        "sum": ("Adds the values up.", "Değerleri toplar."),
        "max": ("Takes the largest value.", "En büyük değeri alır."),
        "count": ("Counts the rows.", "Satırları sayar."),
        "nunique": ("Counts the different values.", "Farklı değerleri sayar."),
        "first": ("Takes the value that comes first.", "İlk gelen değeri alır."),
    }
    told = {
        "sum": ("adds the values up", "değerlerin toplamını verir"),
        "max": ("takes the largest value", "en büyük değeri verir"),
        "count": ("counts the values", "değerleri sayar"),
        "nunique": ("counts the different values", "farklı değerleri sayar"),
        "first": ("takes the value of the first row", "ilk satırdaki değeri verir"),
    }
    order = {
        "sum": ["count", "max", "first"],
        "max": ["sum", "first", "nunique"],
        "count": ["sum", "nunique", "max"],
        "nunique": ["count", "sum", "first"],
        "first": ["max", "sum", "nunique"],
    }[name]

    def shown(values: list[int]) -> str:
        return str(dict(zip((a, b), values, strict=True)))

    listed = f"{a}: {', '.join(map(str, groups[0]))}; {b}: {', '.join(map(str, groups[1]))}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f'{IMPORT}df = pd.DataFrame({{\n    "city": {literal(cities)},\n    "cups": {totals},\n}})\n'
            f'print(df.groupby("city")["cups"].{name}().to_dict())'
        ),
        right=shown(results[name]),
        wrong=[(shown(results[each]), *confusions[each]) for each in order],
        because_en=f"The groups are {listed}. In each, `{name}` {told[name][0]}.",
        because_tr=f"Gruplar: {listed}. `{name}` her grupta {told[name][1]}.",
        proof=Proof(run="output"),
    )


@template("pd-grouping-share-of-group", topic=TOPIC, difficulty=4, seconds=85)
def share_of_group(rng: Random) -> Question:
    rng = few(rng)
    a, b = rng.sample(["red", "blue", "green", "black"], 2)
    total = rng.choice([10, 20, 40])
    parts = {10: [1, 2, 4, 6], 20: [2, 4, 8, 12, 14], 40: [4, 8, 12, 24]}[total]
    one = rng.choice(parts)
    two = rng.choice([each for each in range(2, total) if each not in (one, total - one)])
    teams = [a, b, a, b]
    values = [one, two, total - one, 50 - two if two != 25 else 27]
    everything = sum(values)
    share = round(one / total, 2)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f'{IMPORT}df = pd.DataFrame({{\n    "team": {literal(teams)},\n    "points": {values},\n}})\n'
            'totals = df.groupby("team")["points"].transform("sum")\n'
            'share = df["points"] / totals\n'
            "print(round(share.iloc[0], 2))"
        ),
        right=share,
        wrong=[
            (round(one / everything, 2), "Divides by the total of the whole table.", "Bütün tablonun toplamına böler."),
            (round(one / (one + two), 2), "Divides by the sum of the first two rows.", "İlk iki satırın toplamına böler."),
            (round(one / (total / 2), 2), "Divides by the mean of the group.", "Grubun ortalamasına böler."),
        ],
        spare=[
            (round((total - one) / total, 2), "Gives the share of the other row of the group.", "Gruptaki öbür satırın payını verir."),
            (total, "Gives the total of the group.", "Grubun toplamını verir."),
        ],
        because_en=f"`transform` writes the total of the team into each row; for {a} it is {one} + {total - one} = {total}. The share of the first row is {one} / {total}.",
        because_tr=f"`transform` her satıra takımın toplamını yazar; {a} için bu {one} + {total - one} = {total} olur. İlk satırın payı {one} / {total} bulunur.",
        proof=Proof(run="output"),
    )  # fmt: skip
