"""Parametric items of the topic `dv-spreadsheets`."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from learnconnect_app.content.generators.data.dv_writing import choice, decimal
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "dv-spreadsheets"
CITIES = ["Ankara", "Konya", "Bursa", "Adana"]


def grid(rows: Sequence[Sequence[object]]) -> str:
    """Rows from 1 under columns from A, as a sheet shows them."""
    table = [
        ["", *"ABCDEFG"[: len(rows[0])]],
        *([str(place), *map(str, row)] for place, row in enumerate(rows, 1)),
    ]
    widths = [max(len(row[i]) for row in table) for i in range(len(table[0]))]
    lines = (
        "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        for row in table
    )
    return "\n".join(line.rstrip() for line in lines)


@template("dv-spreadsheets-copied-down", topic=TOPIC, difficulty=3, seconds=80)
def copied_down(rng: Random) -> Question:
    fixed = rng.random() < 0.6
    while True:
        rows = [[rng.randint(2, 9), rng.randint(3, 12), rng.randint(1, 9)] for _ in range(4)]
        target = rng.choice([3, 4])
        a, b = rows[target - 1][:2]
        top, moved, beside = rows[0][2], rows[target - 2][2], rows[target - 1][2]
        first = rows[1][0] * rows[1][1] + top
        values = [a * b + top, a * b + moved, a * b + beside, first]
        if len(set(values)) == 4:
            break
    right, other = (values[0], values[1]) if fixed else (values[1], values[0])
    cell = "$C$1" if fixed else "C1"
    used = "C1" if fixed else f"C{target - 1}"
    opposite = (
        (
            other,
            "Thinks that the fixed reference moves down too.",
            "Sabit başvurunun da aşağı kaydığını sanır.",
        )
        if fixed
        else (
            other,
            "Thinks that a reference without dollar signs stays.",
            "Dolar işareti olmayan başvurunun yerinde kaldığını sanır.",
        )
    )
    return choice(
        en=f"Cell D2 holds the formula `=A2*B2+{cell}`. It is copied to D{target}. Which value does D{target} show?",
        tr=f"D2 hücresinde `=A2*B2+{cell}` formülü var. Formül D{target} hücresine kopyalanıyor. D{target} hangi değeri gösterir?",
        code=grid(rows),
        right=right,
        wrong=[
            opposite,
            (
                values[2],
                "Takes the cell of column C in the same row.",
                "C sütununda aynı satırdaki hücreyi alır.",
            ),
            (
                first,
                "Thinks that copying repeats the value of D2.",
                "Kopyalamanın D2'nin değerini yinelediğini sanır.",
            ),
        ],
        because_en=f"In D{target} the formula reads `=A{target}*B{target}+{'$C$1' if fixed else used}`: {a} · {b} + {right - a * b} = {right}. References without `$` move with the copy, those with `$` stay.",
        because_tr=f"D{target} hücresinde formül `=A{target}*B{target}+{'$C$1' if fixed else used}` olur: {a} · {b} + {right - a * b} = {right}. `$` işareti olmayan başvurular kopyayla kayar, olanlar yerinde kalır.",
        computed=f"(lambda s, down: s[1 + down][0] * s[1 + down][1] + s[{'0' if fixed else '0 + down'}][2])({rows}, {target - 2})",
    )


@template("dv-spreadsheets-conditional", topic=TOPIC, difficulty=2, seconds=70)
def conditional(rng: Random) -> Question:
    name = rng.choice(["SUMIF", "COUNTIF", "AVERAGEIF"])
    while True:
        chosen, *others = rng.sample(CITIES, 3)
        cities = [chosen] * rng.choice([2, 3]) + others + [rng.choice(others)]
        rng.shuffle(cities)
        amounts = [rng.randrange(10, 100, 2) for _ in cities]
        own = [amount for city, amount in zip(cities, amounts, strict=True) if city == chosen]
        total, count = sum(own), len(own)
        everything = sum(amounts)
        results = [total, count, total / count, everything, everything / len(amounts), own[0]]
        if total % count == 0 and len({round(value, 2) for value in results}) == 6:
            break
    last = len(cities)
    span = f'A1:A{last},"{chosen}"'
    formula = f"=COUNTIF({span})" if name == "COUNTIF" else f"={name}({span},B1:B{last})"
    right = {"SUMIF": total, "COUNTIF": count, "AVERAGEIF": total // count}[name]
    condition = f"c == {chosen!r}"
    computed = {
        "SUMIF": f"sum(v for c, v in zip({cities}, {amounts}) if {condition})",
        "COUNTIF": f"{cities}.count({chosen!r})",
        "AVERAGEIF": f"solve(sum(v - x for c, v in zip({cities}, {amounts}) if {condition}), x)[0]",
    }[name]
    what_en, what_tr = {
        "SUMIF": ("adds the amounts", "tutarları toplar"),
        "COUNTIF": ("counts the cells", "hücreleri sayar"),
        "AVERAGEIF": ("averages the amounts", "tutarların ortalamasını alır"),
    }[name]
    work = {
        "SUMIF": f"{' + '.join(map(str, own))} = {total}",
        "COUNTIF": f"{count}",
        "AVERAGEIF": f"({' + '.join(map(str, own))}) / {count} = {total // count}",
    }[name]
    return choice(
        en=f"What does `{formula}` give?",
        tr=f"`{formula}` formülünün sonucu kaçtır?",
        code=grid(list(zip(cities, amounts, strict=True))),
        right=right,
        wrong=[
            (total, "Adds the amounts that meet the condition.", "Koşula uyan tutarları toplar."),
            (count, "Counts the rows that meet the condition.", "Koşula uyan satırları sayar."),
            (
                decimal(everything / last, 2) if name == "AVERAGEIF" else everything,
                "Overlooks the condition.",
                "Koşulu gözden kaçırır.",
            ),
            (own[0], "Stops at the first row that fits.", "Uyan ilk satırda durur."),
        ],
        because_en=f"`{name}` {what_en} of the rows whose column A is {chosen}: {work}.",
        because_tr=f"`{name}`, A sütununda {chosen} yazan satırlardaki {what_tr}: {work}.",
        computed=computed,
    )


@template("dv-spreadsheets-xlookup", topic=TOPIC, difficulty=3, seconds=70)
def xlookup(rng: Random) -> Question:
    codes = [f"K{number}" for number in rng.sample(range(10, 60), 5)]
    while True:
        prices = rng.sample(range(5, 40), 5)
        stock = rng.sample(range(2, 30), 5)
        place, amount = rng.randrange(1, 4), rng.randint(2, 6)
        right = prices[place] * amount
        others = [stock[place] * amount, prices[place], prices[place + 1] * amount]
        if len({right, *others}) == 4:
            break
    rows = [[*row, "", ""] for row in zip(codes, prices, stock, strict=True)]
    rows[0][3:] = [codes[place], amount]
    return choice(
        en="Column A holds product codes, B prices, C the stock; D1 and E1 hold an order. What does `=XLOOKUP(D1,A1:A5,B1:B5)*E1` give?",
        tr="A sütununda ürün kodları, B'de fiyatlar, C'de stok var; D1 ve E1'de bir sipariş duruyor. `=XLOOKUP(D1,A1:A5,B1:B5)*E1` formülünün sonucu kaçtır?",
        code=grid(rows),
        right=right,
        wrong=[
            (
                stock[place] * amount,
                "Takes the value from column C instead of B.",
                "Değeri B yerine C sütunundan alır.",
            ),
            (
                prices[place],
                "Forgets to multiply by the amount in E1.",
                "E1'deki miktarla çarpmayı unutur.",
            ),
            (
                prices[place + 1] * amount,
                "Slips into the next row.",
                "Bir alt satıra kayar.",
            ),
        ],
        because_en=f"`XLOOKUP` looks for {codes[place]} in A1:A5, finds it in row {place + 1} and returns the price {prices[place]} from B1:B5. Times {amount} it is {right}.",
        because_tr=f"`XLOOKUP`, {codes[place]} değerini A1:A5 içinde arar, {place + 1}. satırda bulur ve B1:B5'ten {prices[place]} fiyatını verir. {amount} ile çarpılınca {right} olur.",
        computed=f"dict(zip({codes}, {prices}))[{codes[place]!r}] * {amount}",
    )
