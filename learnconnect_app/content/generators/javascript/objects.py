"""Parametric items of the topic `js-objects`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.generators.javascript.inspection import joined, literal
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-objects"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
FRUITS = ["pear", "plum", "kiwi", "fig"]
THINGS = ["pen", "book", "bag", "ruler", "eraser"]
NAMES = ["Ada", "Mert", "Elif", "Deniz", "Maya", "Emre", "Grace", "Linus"]


@template("js-objects-count-words", topic=TOPIC, difficulty=3, seconds=60)
def count_words(rng: Random) -> Question:
    often, twice, once = rng.sample(FRUITS, 3)
    words = [often] * 3 + [twice] * 2 + [once] * rng.randint(1, 2)
    rng.shuffle(words)
    asked = rng.choice([often, twice])
    shown = rng.choice([f"counts.{asked}", f"counts.{asked}", "Object.keys(counts).length"])
    right = 3 if shown.startswith("Object") else words.count(asked)
    if shown.startswith("Object"):
        because = (
            "The object has one property for each different word, and there are three of them.",
            "Nesnede her farklı sözcük için bir özellik vardır; üç farklı sözcük var.",
        )
        wrong: list[tuple[object, str, str]] = [
            (len(words), "Counts every word.", "Her sözcüğü ayrı ayrı sayar."),
            (
                6,
                "Counts names and values together.",
                "Adlarla değerleri birlikte sayar.",
            ),
            (1, "Takes the object for one element.", "Nesneyi tek öğe sayar."),
            (
                "undefined",
                "Thinks that the array of names has no length.",
                "Adlar dizisinin uzunluğu olmadığını sanır.",
            ),
        ]
    else:
        because = (
            f'"{asked}" occurs {right} times. The first time `?? 0` gives the start value 0, then 1 is added each time.',
            f'"{asked}" {right} kez geçer. İlkinde `?? 0` başlangıç olarak 0 verir, sonra her seferinde 1 eklenir.',
        )
        wrong = [
            (
                right - 1,
                "Thinks that the first occurrence stores 0.",
                "İlk geçişte 0 saklandığını sanır.",
            ),
            (
                len(words),
                "Thinks that one counter is used for all words.",
                "Bütün sözcükler için tek sayaç kullanıldığını sanır.",
            ),
            (
                "NaN",
                "Thinks that 1 is added to undefined.",
                "undefined ile 1'in toplandığını sanır.",
            ),
        ]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const words = {literal(words)};\n"
            "const counts = {};\n"
            "for (const word of words) {\n"
            "  counts[word] = (counts[word] ?? 0) + 1;\n"
            "}\n"
            f"console.log({shown});"
        ),
        code_language="javascript",
        right=right,
        wrong=wrong,
        because_en=because[0],
        because_tr=because[1],
        proof=Proof(run="output"),
    )


@template("js-objects-name-in-variable", topic=TOPIC, difficulty=2, seconds=50)
def name_in_variable(rng: Random) -> Question:
    first, second = rng.sample(THINGS, 2)
    here, there, more = rng.sample(range(2, 30), 3)
    other = rng.choice([n for n in range(2, 60) if n not in (here, there, here + more)])
    right = here + more
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const stock = {{ {first}: {here}, {second}: {there} }};\n"
            f'const item = "{first}";\n'
            f"stock[item] += {more};\n"
            f"stock.item = {other};\n"
            f"console.log(stock.{first});"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                other,
                "Thinks that the dot uses the value of the variable.",
                "Noktanın değişkenin değerini kullandığını sanır.",
            ),
            (
                here,
                "Thinks that brackets do not reach the property.",
                "Köşeli parantezin özelliğe ulaşmadığını sanır.",
            ),
            (
                there + more,
                f"Takes {second} for the property that is meant.",
                f"{second} özelliğinin kastedildiğini sanır.",
            ),
        ],
        spare=[
            (right + other, "Adds both numbers.", "İki sayıyı da ekler."),
            (there, "Reads the other property.", "Öbür özelliği okur."),
        ],
        because_en=f"`stock[item]` means `stock.{first}`, which becomes {here} + {more} = {right}. `stock.item` makes a new property that is called item.",
        because_tr=f"`stock[item]`, `stock.{first}` demektir ve {here} + {more} = {right} olur. `stock.item` ise adı item olan yeni bir özellik oluşturur.",
        proof=Proof(run="output"),
    )


@template("js-objects-filter-keys", topic=TOPIC, difficulty=3, seconds=60)
def filter_keys(rng: Random) -> Question:
    names = rng.sample(NAMES, 4)
    limit = rng.choice([50, 60, 70])
    points = [limit, *rng.sample(range(limit + 1, 100), 2), rng.randint(20, limit - 1)]
    rng.shuffle(points)
    pairs = list(zip(names, points, strict=True))
    passing = [name for name, value in pairs if value > limit]
    written = ", ".join(f"{name}: {value}" for name, value in pairs)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const points = {{ {written} }};\n"
            f"const best = Object.keys(points).filter((name) => points[name] > {limit});\n"
            'console.log(best.join(" "));'
        ),
        code_language="javascript",
        right=joined(passing),
        wrong=[
            (
                joined(value for _, value in pairs if value > limit),
                "Takes Object.keys for Object.values.",
                "Object.keys'i Object.values ile karıştırır.",
            ),
            (
                joined(name for name, value in pairs if value >= limit),
                "Reads > as at least.",
                "> işaretini en az diye okur.",
            ),
            (
                joined(name for name, value in pairs if value <= limit),
                "Thinks that filter takes out the elements that pass.",
                "filter'ın koşulu sağlayanları attığını sanır.",
            ),
        ],
        because_en=f"`Object.keys` gives the names, and `filter` keeps those whose points are greater than {limit}: {', '.join(passing)}.",
        because_tr=f"`Object.keys` adları verir; `filter` puanı {limit} sayısından büyük olanları tutar: {', '.join(passing)}.",
        proof=Proof(run="output"),
    )
