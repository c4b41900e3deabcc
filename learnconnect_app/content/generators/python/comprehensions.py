"""Parametric items of the topic `py-comprehensions`."""

from __future__ import annotations

import json
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-comprehensions"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
NAMES = ["Ayşe", "Deniz", "Ada", "Alan", "Elif", "Mert", "Grace", "Linus", "Zeynep", "Emre"]


def literal(value: object) -> str:
    """A dictionary or list of strings and whole numbers as it is written in code."""
    return json.dumps(value, ensure_ascii=False)


@template("py-comprehensions-count-with-sum", topic=TOPIC, difficulty=2, seconds=45)
def count_with_sum(rng: Random) -> Question:
    limit = rng.randint(18, 26)
    days = (
        rng.sample(range(limit - 6, limit), 2)
        + rng.sample(range(limit + 1, limit + 7), 2)
        + [limit]
    )
    if rng.random() < 0.5:
        days.append(limit - 8)
    rng.shuffle(days)
    sign = rng.choice([">", ">=", "<"])
    hits = [
        d for d in days if (d > limit if sign == ">" else d >= limit if sign == ">=" else d < limit)
    ]
    right = len(hits)
    others = [d for d in days if d not in hits]
    opposite = right + 1 if limit not in hits else right - 1
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"temperatures = {days}\nprint(sum(1 for t in temperatures if t {sign} {limit}))",
        right=right,
        wrong=[
            (
                sum(hits),
                "Adds the temperatures instead of counting them.",
                "Sıcaklıkları saymak yerine toplar.",
            ),
            (
                opposite,
                "Decides wrongly about the value that equals the limit.",
                "Sınıra eşit olan değerde yanlış karar verir.",
            ),
            (len(days), "Overlooks the condition.", "Koşulu gözden kaçırır."),
        ],
        spare=[
            (
                len(others),
                "Counts those that the condition leaves out.",
                "Koşulun dışarıda bıraktıklarını sayar.",
            )
        ],
        because_en=f"Each temperature that passes adds a 1: {hits}, so {right}.",
        because_tr=f"Koşulu sağlayan her sıcaklık için 1 eklenir: {hits}; sonuç {right}.",
        proof=Proof(run="output"),
    )


@template("py-comprehensions-filter-and-map", topic=TOPIC, difficulty=2, seconds=55)
def filter_and_map(rng: Random) -> Question:
    stop, factor = rng.randint(6, 9), rng.randint(2, 5)
    divisor = rng.choice([2, 3])
    rest = rng.randrange(divisor)
    kept = [n for n in range(1, stop) if n % divisor == rest]
    right = [n * factor for n in kept]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"print([n * {factor} for n in range(1, {stop}) if n % {divisor} == {rest}])",
        right=right,
        wrong=[
            (
                kept,
                "Filters, but forgets the expression in front.",
                "Eler, ama öndeki ifadeyi unutur.",
            ),
            (
                [n * factor for n in range(1, stop)],
                "Overlooks the condition.",
                "Koşulu gözden kaçırır.",
            ),
            (
                [n * factor for n in range(1, stop) if n * factor % divisor == rest],
                "Applies the condition to the results.",
                "Koşulu sonuçlara uygular.",
            ),
        ],
        spare=[
            (
                [n * factor for n in range(1, stop) if n % divisor != rest],
                "Keeps what the condition leaves out.",
                "Koşulun elediklerini tutar.",
            ),
            (
                [n * factor if n % divisor == rest else n for n in range(1, stop)],
                "Changes the matching numbers and keeps the others.",
                "Uyan sayıları değiştirip ötekileri de tutar.",
            ),
        ],
        because_en=f"The condition is tested on `n`: {kept} stay and are then multiplied by {factor}.",
        because_tr=f"Koşul `n` üzerinde sınanır: {kept} kalır, sonra {factor} ile çarpılır.",
        proof=Proof(run="output"),
    )


@template("py-comprehensions-choose-a-value", topic=TOPIC, difficulty=2, seconds=50)
def choose_a_value(rng: Random) -> Question:
    limit = rng.choice([50, 60, 70])
    scores = [
        rng.randint(limit + 1, 99),
        rng.randint(20, limit - 1),
        rng.randint(limit + 1, 99),
        limit,
    ]
    scores.append(rng.randint(20, limit - 1))
    rng.shuffle(scores)
    scores = scores[: rng.randint(4, 5)]
    low = rng.choice([0, limit])
    right = [s if s > limit else low for s in scores]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"scores = {scores}\nprint([s if s > {limit} else {low} for s in scores])",
        right=right,
        wrong=[
            (
                [s for s in scores if s > limit],
                "Thinks that an if in front removes elements.",
                "Öndeki if'in öğe elediğini sanır.",
            ),
            (
                [low if s > limit else s for s in scores],
                "Swaps the two values of the choice.",
                "Seçimin iki değerini birbirinin yerine koyar.",
            ),
            (
                [*scores],
                "Overlooks the choice in front.",
                "Öndeki seçimi gözden kaçırır.",
            ),
        ],
        spare=[
            (
                [s > limit for s in scores],
                "Takes the result of the comparison for the value.",
                "Karşılaştırmanın sonucunu değer sanır.",
            )
        ],
        because_en=f"`if … else` in front keeps every element: above {limit} the score itself, otherwise {low}.",
        because_tr=f"Öndeki `if … else` öğe elemez: {limit} üstündeyse puanın kendisi, değilse {low} alınır.",
        proof=Proof(run="output"),
    )


@template("py-comprehensions-passed-students", topic=TOPIC, difficulty=3, seconds=55)
def passed_students(rng: Random) -> Question:
    names = rng.sample(NAMES, 4)
    limit = rng.choice([50, 60])
    values = rng.sample(range(limit, 90), 2) + rng.sample(range(25, limit), 2)
    rng.shuffle(values)
    scores = dict(zip(names, values, strict=True))
    bonus = rng.randint(3, 9)
    right = {name: score + bonus for name, score in scores.items() if score >= limit}
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"scores = {literal(scores)}\nprint({{name: s + {bonus} for name, s in scores.items() if s >= {limit}}})"
        ),
        right=right,
        wrong=[
            (
                {name: score for name, score in scores.items() if score >= limit},
                "Filters, but forgets the bonus.",
                "Eler, ama eklenen puanı unutur.",
            ),
            (
                {
                    name: score + bonus if score >= limit else score
                    for name, score in scores.items()
                },
                "Thinks that those who fail the condition stay unchanged.",
                "Koşulu sağlamayanların değişmeden kaldığını sanır.",
            ),
            ([*right.items()], "Expects a list of pairs.", "Çiftlerden oluşan bir liste bekler."),
        ],
        because_en=f"Pairs with a score of at least {limit} stay, and their scores are raised by {bonus}.",
        because_tr=f"Puanı en az {limit} olan çiftler kalır ve puanları {bonus} artar.",
        proof=Proof(run="output"),
    )


@template("py-comprehensions-different-rests", topic=TOPIC, difficulty=3, seconds=55)
def different_rests(rng: Random) -> Question:
    divisor = rng.choice([3, 4, 5])
    numbers = rng.sample(range(10, 40), rng.randint(5, 6))
    rests = [n % divisor for n in numbers]
    distinct = list(dict.fromkeys(rests))
    right = len(distinct)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"numbers = {numbers}\nprint(len({{n % {divisor} for n in numbers}}))",
        right=right,
        wrong=[
            (
                len(numbers),
                "Thinks that each number gives an element.",
                "Her sayının bir öğe verdiğini sanır.",
            ),
            (
                divisor,
                "Thinks that every possible remainder occurs.",
                "Olası bütün kalanların bulunduğunu sanır.",
            ),
            (
                sum(r == 0 for r in rests),
                "Counts the numbers that divide evenly.",
                "Tam bölünen sayıları sayar.",
            ),
        ],
        spare=[
            (
                sum(rests.count(r) == 1 for r in distinct),
                "Counts remainders that occur once.",
                "Tek kez geçen kalanları sayar.",
            ),
            (right + 1, "Counts one remainder twice.", "Bir kalanı iki kez sayar."),
            (right - 1, "Leaves out one remainder.", "Bir kalanı atlar."),
            (right + 2, "Counts two remainders twice.", "İki kalanı ikişer kez sayar."),
        ],
        because_en=f"The remainders are {rests}; the set keeps each of them once, which makes {right}.",
        because_tr=f"Kalanlar: {rests}. Küme her birini bir kez tutar: {right}.",
        proof=Proof(run="output"),
    )


@template("py-comprehensions-flatten-rows", topic=TOPIC, difficulty=4, seconds=65)
def flatten_rows(rng: Random) -> Question:
    low = rng.randint(3, 5)
    while True:
        rows = [
            [rng.randint(0, 9) for _ in range(size)]
            for size in rng.choice([(2, 3, 2), (3, 1, 3), (2, 2, 3)])
        ]
        everything = [x for row in rows for x in row if x > low]
        condition_on_rows = rng.random() < 0.5
        condition = " if len(row) > 2" if condition_on_rows else ""
        if condition_on_rows:
            right = [x for row in rows if len(row) > 2 for x in row if x > low]
        else:
            right = everything
        nested = [
            [x for x in row if x > low] for row in rows if not condition_on_rows or len(row) > 2
        ]
        unfiltered = [x for row in rows if not condition_on_rows or len(row) > 2 for x in row]
        if (
            2 <= len(right) <= 5
            and right != unfiltered
            and condition_on_rows == (right != everything)
        ):
            break
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"rows = {rows}\nprint([x for row in rows{condition} for x in row if x > {low}])",
        right=right,
        wrong=[
            (nested, "Expects a list for each row.", "Her satır için ayrı bir liste bekler."),
            (unfiltered, "Overlooks the condition on x.", "x üzerindeki koşulu gözden kaçırır."),
            (
                everything,
                "Overlooks the condition on the rows.",
                "Satırlar üzerindeki koşulu gözden kaçırır.",
            ),
        ],
        spare=[
            (sorted(right), "Thinks that the result is sorted.", "Sonucun sıralandığını sanır."),
            (len(right), "Thinks that the elements are counted.", "Öğelerin sayıldığını sanır."),
        ],
        because_en="The `for` parts work like nested loops: row by row"
        + (", only rows of more than two numbers" if condition_on_rows else "")
        + f", and each x above {low} goes into one flat list.",
        because_tr="`for` parçaları iç içe döngüler gibi çalışır: satır satır"
        + (", yalnızca ikiden çok sayılı satırlar" if condition_on_rows else "")
        + f"; {low} üstündeki her x tek bir düz listeye girer.",
        proof=Proof(run="output"),
    )


@template("py-comprehensions-columns", topic=TOPIC, difficulty=5, seconds=75)
def columns(rng: Random) -> Question:
    width, height = rng.choice([(3, 2), (2, 3), (3, 3)])
    flat = rng.sample(range(1, 30), width * height)
    grid = [flat[i * width : (i + 1) * width] for i in range(height)]
    right = [[row[i] for row in grid] for i in range(width)]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"grid = {grid}\nprint([[row[i] for row in grid] for i in range({width})])",
        right=right,
        wrong=[
            (
                grid,
                "Thinks that the rows come out as they were.",
                "Satırların olduğu gibi çıktığını sanır.",
            ),
            (
                [x for column in right for x in column],
                "Expects one flat list.",
                "Tek bir düz liste bekler.",
            ),
            (
                [row[::-1] for row in grid],
                "Thinks that each row is reversed.",
                "Her satırın ters çevrildiğini sanır.",
            ),
        ],
        because_en="For each position `i` the inner list collects that number of every row: columns become rows.",
        because_tr="İç liste her `i` konumu için bütün satırların o konumdaki sayısını alır: sütunlar satır olur.",
        proof=Proof(run="output"),
    )
