"""Parametric items of the topic `js-array-methods`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.generators.javascript.inspection import joined, literal
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-array-methods"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"


@template("js-array-methods-filter-then-map", topic=TOPIC, difficulty=2, seconds=60)
def filter_then_map(rng: Random) -> Question:
    factor = rng.choice([2, 3])
    limit = rng.randint(8, 12)
    low = rng.sample(range(limit // factor + 1, limit), 2)
    high = rng.sample(range(limit + 1, limit + 9), 2)
    numbers = [*low, *high]
    rng.shuffle(numbers)
    passing = [n for n in numbers if n > limit]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const numbers = {literal(numbers)};\n"
            f"const result = numbers.filter((n) => n > {limit}).map((n) => n * {factor});\n"
            'console.log(result.join(" "));'
        ),
        code_language="javascript",
        right=joined(n * factor for n in passing),
        wrong=[
            (
                joined(n * factor for n in numbers if n * factor > limit),
                "Multiplies first and filters afterwards.",
                "Önce çarpar, sonra süzer.",
            ),
            (
                joined(n * factor for n in numbers if n <= limit),
                "Thinks that filter takes out the elements that pass.",
                "filter'ın koşulu sağlayanları attığını sanır.",
            ),
            (joined(passing), "Stops after the filter.", "Süzmeden sonra durur."),
        ],
        spare=[
            (
                joined([passing[0] * factor]),
                "Keeps only the first element that passes, as find does.",
                "Koşulu sağlayan yalnızca ilk öğeyi, find gibi tutar.",
            ),
        ],
        because_en=f"`filter` keeps what is greater than {limit}: {', '.join(map(str, passing))}. `map` then multiplies each by {factor}.",
        because_tr=f"`filter` {limit} sayısından büyük olanları tutar: {', '.join(map(str, passing))}. `map` sonra her birini {factor} ile çarpar.",
        proof=Proof(run="output"),
    )


@template("js-array-methods-sort-numbers", topic=TOPIC, difficulty=3, seconds=55)
def sort_numbers(rng: Random) -> Question:
    numbers = [rng.randint(2, 9), rng.randint(100, 190), rng.randint(20, 90), rng.randint(200, 900)]
    while True:
        rng.shuffle(numbers)
        rising = sorted(numbers)
        as_text = sorted(numbers, key=str)
        if len({joined(x) for x in (numbers, rising, rising[::-1], as_text)}) == 4:
            break
    way = rng.choice(["", "", "(a, b) => a - b", "(a, b) => b - a"])
    right = {"": as_text, "(a, b) => a - b": rising}.get(way, rising[::-1])
    because = {
        "": (
            "Without a function `sort` compares the numbers as text, character by character.",
            "Fonksiyon verilmezse `sort` sayıları metin gibi, karakter karakter karşılaştırır.",
        ),
        "(a, b) => a - b": (
            "`a - b` is negative when `a` is smaller, and then `a` comes first: from low to high.",
            "`a` küçükse `a - b` negatiftir ve `a` öne gelir: küçükten büyüğe.",
        ),
    }.get(
        way,
        (
            "`b - a` is negative when `a` is greater, and then `a` comes first: from high to low.",
            "`a` büyükse `b - a` negatiftir ve `a` öne gelir: büyükten küçüğe.",
        ),
    )
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f'const points = {literal(numbers)};\npoints.sort({way});\nconsole.log(points.join(" "));',
        code_language="javascript",
        right=joined(right),
        wrong=[
            (
                joined(rising),
                "Expects the order from low to high.",
                "Küçükten büyüğe sıralama bekler.",
            ),
            (
                joined(as_text),
                "Compares the numbers as text.",
                "Sayıları metin gibi karşılaştırır.",
            ),
            (
                joined(rising[::-1]),
                "Expects the order from high to low.",
                "Büyükten küçüğe sıralama bekler.",
            ),
            (
                joined(numbers),
                "Thinks that sort leaves the array as it was.",
                "sort'un diziyi olduğu gibi bıraktığını sanır.",
            ),
        ],
        because_en=f"{because[0]} Result: {joined(right)}.",
        because_tr=f"{because[1]} Sonuç: {joined(right)}.",
        proof=Proof(run="output"),
    )


@template("js-array-methods-reduce", topic=TOPIC, difficulty=3, seconds=70)
def reduce_with_condition(rng: Random) -> Question:
    limit = rng.randint(5, 9)
    numbers = rng.sample(range(1, limit), 2) + rng.sample(range(limit + 1, 20), 2)
    rng.shuffle(numbers)
    start = rng.choice([10, 20, 100])
    right = start + sum(n for n in numbers if n > limit)
    steps = " + ".join([str(start), *(str(n) for n in numbers if n > limit)])
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const numbers = {literal(numbers)};\n"
            f"const total = numbers.reduce((sum, n) => (n > {limit} ? sum + n : sum), {start});\n"
            "console.log(total);"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                right - start,
                "Overlooks the start value.",
                "Başlangıç değerini gözden kaçırır.",
            ),
            (
                start + sum(numbers),
                "Adds all elements without the condition.",
                "Koşula bakmadan bütün öğeleri toplar.",
            ),
            (
                start + sum(n for n in numbers if n < limit),
                "Reads the condition the wrong way round.",
                "Koşulu ters okur.",
            ),
        ],
        spare=[
            (
                start + 2,
                "Counts the elements instead of adding them.",
                "Öğeleri toplamak yerine sayar.",
            ),
            (sum(numbers), "Adds the elements alone.", "Yalnızca öğeleri toplar."),
        ],
        because_en=f"`sum` starts with {start}. Elements greater than {limit} are added, for the others `sum` stays: {steps} = {right}.",
        because_tr=f"`sum` {start} ile başlar. {limit} sayısından büyük öğeler eklenir, diğerlerinde `sum` aynı kalır: {steps} = {right}.",
        proof=Proof(run="output"),
    )
