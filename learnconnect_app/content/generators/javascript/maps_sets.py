"""Parametric items of the topic `js-maps-sets`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.generators.javascript.inspection import joined, literal
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-maps-sets"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
NAMES = ["Ada", "Mert", "Elif", "Deniz", "Maya", "Emre", "Grace", "Linus"]


@template("js-maps-sets-size-of-set", topic=TOPIC, difficulty=2, seconds=50)
def size_of_set(rng: Random) -> Question:
    different = rng.sample(range(1, 10), 4)
    repeated = rng.sample(different, 2)
    numbers = [*different, *repeated]
    rng.shuffle(numbers)
    adds_new = rng.random() < 0.5
    unused = [n for n in range(1, 10) if n not in different]
    added = rng.choice(unused if adds_new else different)
    deleted = rng.choice([n for n in repeated if n != added])
    right = 4 + adds_new - 1
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const seen = new Set({literal(numbers)});\n"
            f"seen.add({added});\n"
            f"seen.delete({deleted});\n"
            "console.log(seen.size);"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                6,
                "Thinks that a Set keeps repeated values, as an array does.",
                "Set'in yinelenen değerleri dizi gibi tuttuğunu sanır.",
            ),
            (
                right + 1,
                "Thinks that a repeated value stays after it is deleted once."
                if adds_new
                else "Counts the value that was there already once more.",
                "Yinelenen değerin bir kez silinince yine kaldığını sanır."
                if adds_new
                else "Zaten var olan değeri bir kez daha sayar.",
            ),
            (
                "undefined",
                "Thinks that a Set has no size, only a length.",
                "Set'te size olmadığını, yalnızca length olduğunu sanır.",
            ),
        ],
        because_en="The array has 4 different values. "
        + ("The added value is new (5)" if adds_new else "The added value is there already (4)")
        + f"; deleting one leaves {right}.",
        because_tr="Dizide 4 farklı değer var. "
        + ("Eklenen değer yenidir (5)" if adds_new else "Eklenen değer zaten vardır (4)")
        + f"; biri silinince {right} değer kalır.",
        proof=Proof(run="output"),
    )


@template("js-maps-sets-count-in-map", topic=TOPIC, difficulty=3, seconds=65)
def count_in_map(rng: Random) -> Question:
    a, b, c = rng.sample(NAMES, 3)
    votes = [a] * 3 + [b] * 2 + [c]
    rng.shuffle(votes)
    asked, absent = rng.choice([a, b]), c
    right = f"{votes.count(asked)} 3"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const votes = {literal(votes)};\n"
            "const counts = new Map();\n"
            "for (const name of votes) {\n"
            "  counts.set(name, (counts.get(name) ?? 0) + 1);\n"
            "}\n"
            f'console.log(counts.get("{asked}"), counts.size);'
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                f"{votes.count(asked)} 6",
                "Thinks that set adds a new entry each time.",
                "set'in her seferinde yeni kayıt eklediğini sanır.",
            ),
            (
                f"{votes.count(asked) - 1} 3",
                "Thinks that the first vote stores 0.",
                "İlk oyda 0 saklandığını sanır.",
            ),
            (
                "1 3",
                "Thinks that the count starts again with each vote.",
                "Sayımın her oyda yeniden başladığını sanır.",
            ),
        ],
        spare=[
            (
                "NaN 3",
                "Thinks that 1 is added to undefined.",
                "undefined ile 1'in toplandığını sanır.",
            ),
        ],
        because_en=f"{asked} occurs {votes.count(asked)} times among the votes. The Map has one entry for each different name: {a}, {b} and {absent} make 3.",
        because_tr=f"Oylarda {asked} adı {votes.count(asked)} kez geçer. Map'te her farklı ad için bir kayıt vardır: {a}, {b} ve {absent}; toplam 3.",
        proof=Proof(run="output"),
    )


@template("js-maps-sets-two-sets", topic=TOPIC, difficulty=3, seconds=65)
def two_sets(rng: Random) -> Question:
    values = rng.sample(range(1, 30), 6)
    a, b = values[:4], [values[3], values[4], values[2], values[5]]
    union = values
    both = values[2:4]
    only_a, only_b = values[:2], values[4:]
    which = rng.choice(["both", "only", "union"])
    code, right, because_en, because_tr = {
        "both": (
            "[...a].filter((x) => b.has(x))",
            both,
            "`filter` keeps the elements of `a` that `b` has too, in the order of `a`.",
            "`filter`, `a`'nın `b`'de de bulunan öğelerini `a`'daki sırayla tutar.",
        ),
        "only": (
            "[...a].filter((x) => !b.has(x))",
            only_a,
            "`!` turns the test round: the elements of `a` that `b` does **not** have are kept.",
            "`!` koşulu tersine çevirir: `a`'nın `b`'de **bulunmayan** öğeleri kalır.",
        ),
        "union": (
            "[...new Set([...a, ...b])]",
            union,
            "Both sets are laid out in one array, and the new Set keeps each value once, where it first came.",
            "İki küme tek diziye serilir; yeni Set her değeri bir kez, ilk geldiği yerde tutar.",
        ),
    }[which]
    candidates = [
        (
            both,
            "Takes the values that are in both sets.",
            "İki kümede birden olan değerleri alır.",
        ),
        (
            only_a,
            "Takes the values that are only in the first set.",
            "Yalnızca ilk kümede olan değerleri alır.",
        ),
        (
            only_b,
            "Takes the values that are only in the second set.",
            "Yalnızca ikinci kümede olan değerleri alır.",
        ),
        (
            [*a, *b],
            "Lays both sets out and keeps repeated values.",
            "İki kümeyi serer ve yinelenen değerleri tutar.",
        ),
        (union, "Takes all values of both sets.", "İki kümenin bütün değerlerini alır."),
    ]
    if which == "union":
        candidates = [candidates[3], candidates[0], candidates[1]]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const a = new Set({literal(a)});\n"
            f"const b = new Set({literal(b)});\n"
            f"const result = {code};\n"
            'console.log(result.join(" "));'
        ),
        code_language="javascript",
        right=joined(right),
        wrong=[(joined(v), en, tr) for v, en, tr in candidates if v != right][:3],
        because_en=f"{because_en} Result: {joined(right)}.",
        because_tr=f"{because_tr} Sonuç: {joined(right)}.",
        proof=Proof(run="output"),
    )
